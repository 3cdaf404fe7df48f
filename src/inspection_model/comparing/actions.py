"""Areas for priority action, and what later documents say of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import final

import attrs

from inspection_model.comparing.compare import DEFAULT_THRESHOLD
from inspection_model.comparing.dates import day_of
from inspection_model.comparing.earlier import references_to
from inspection_model.comparing.pairing import paired
from inspection_model.comparing.words import full_text
from inspection_model.model.declaration import Declaration
from inspection_model.model.earlier_inspection import EarlierInspection
from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.vocabulary import Category, DeclarationState, Mention

__all__ = ["LaterDocument", "PriorityAction", "priority_actions"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class LaterDocument:
    """What a later document says of an area for priority action.

    Attributes:
        inspection: The id of the later inspection.
        day: Its first day on site, else the date of the document.
        mention: What it says; that it is silent does not mean that the action was taken.
        finding: The id of its finding that has the same or similar text.
        similarity: How alike the two findings are, in percent, by the measure of `compare()`.
        as_printed: The words that refer to the areas for priority action of an earlier document, or to the
            inspection that raised it.
    """

    inspection: str
    day: datetime.date
    mention: Mention
    finding: str | None = None
    similarity: int | None = None
    as_printed: str | None = None


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class PriorityAction:
    """An area for priority action in a history.

    Attributes:
        id: The id of the finding.
        inspection: The id of the inspection whose document raised it.
        day: The first day on site, else the date of the document; ``None`` if neither is known.
        finding: The finding.
        later: All later documents, with what each says; empty if the day is not known.
    """

    id: str
    inspection: str
    day: datetime.date | None
    finding: Finding
    later: tuple[LaterDocument, ...] = ()


def priority_actions(inspections: Sequence[Inspection]) -> tuple[PriorityAction, ...]:
    """Return the areas for priority action of all inspections, in order.

    Args:
        inspections: The inspections of a history, in order.
    """
    return tuple(action for inspection in inspections for action in _raised(inspection, inspections))


def _raised(inspection: Inspection, inspections: Sequence[Inspection]) -> Iterator[PriorityAction]:
    named = zip(inspection.finding_ids, inspection.findings, strict=True)
    raised = [(name, each) for name, each in named if _is_priority(each)]
    day = day_of(inspection)
    later: list[list[LaterDocument]] = [[] for _ in raised]
    for other in inspections if raised and day is not None else ():
        on = day_of(other)
        if on is not None and day is not None and on > day:
            references = references_to(inspection, inspections, other)
            for found, document in zip(later, _said(raised, other, on, references), strict=True):
                found.append(document)
    for (name, finding), documents in zip(raised, later, strict=True):
        yield PriorityAction(
            id=name, inspection=inspection.id, day=day, finding=finding, later=tuple(documents)
        )


def _said(
    raised: Sequence[tuple[str, Finding]],
    later: Inspection,
    on: datetime.date,
    named: Sequence[EarlierInspection],
) -> Iterator[LaterDocument]:
    """Yield what a later document says of each of the findings.

    Args:
        raised: The findings of the earlier inspection, with their ids.
        later: The later inspection.
        on: The day of the later inspection.
        named: The references of the later document to the earlier inspection.
    """
    findings = [finding for _, finding in raised]
    pairs = {pair.earlier: pair for pair in paired(findings, later.findings, DEFAULT_THRESHOLD)}
    ids = later.finding_ids
    statement = _statement(later, named)
    for index, finding in enumerate(findings):
        said = LaterDocument(inspection=later.id, day=on, mention=Mention.SILENT)
        if index in pairs:
            _, place, similarity = pairs[index]
            same = full_text(finding) == full_text(later.findings[place])
            mention = Mention.LISTED_AGAIN if same else Mention.SIMILAR
            said = attrs.evolve(said, mention=mention, finding=ids[place], similarity=similarity)
        elif statement is not None:
            said = attrs.evolve(said, mention=_MENTIONS[statement.state], as_printed=statement.as_printed)
        elif named:
            said = attrs.evolve(said, mention=Mention.REFERS, as_printed=named[0].as_printed)
        yield said


_MENTIONS = {
    DeclarationState.CARRIED_OVER: Mention.CARRIED_OVER,
    DeclarationState.ADDRESSED: Mention.ADDRESSED,
    DeclarationState.PARTLY_ADDRESSED: Mention.PARTLY_ADDRESSED,
    DeclarationState.NOT_ADDRESSED: Mention.NOT_ADDRESSED,
}


def _statement(inspection: Inspection, named: Sequence[EarlierInspection]) -> Declaration | None:
    """Return the first statement about the areas for priority action of an earlier document.

    One that names the date of another inspection is about the areas for priority action of that one.
    """
    dated = [each for each in inspection.earlier_inspections if each.year is not None]
    for statement in inspection.declared:
        if _is_priority(statement) and statement.state in _MENTIONS:
            words = statement.as_printed or ""
            within = [each for each in dated if each.as_printed in words]
            if not within or any(each in named for each in within):
                return statement
    return None


def _is_priority(item: Finding | Declaration) -> bool:
    return item.category is Category.PRIORITY_ACTION
