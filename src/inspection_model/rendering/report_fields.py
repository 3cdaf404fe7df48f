"""The title and the labelled fields of a report in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection_model.frameworks.fact import FactType, Slot
from inspection_model.frameworks.fields import field_phrases
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import TITLE
from inspection_model.model.inspection import Inspection
from inspection_model.model.partnership import Partnership
from inspection_model.model.pointer import value_at
from inspection_model.model.publication import Publication
from inspection_model.rendering.judging import person_words, words_of_id
from inspection_model.rendering.labels import labels, written_day
from inspection_model.rendering.printed_values import PRINTED_TYPES, printed
from inspection_model.vocabulary import PersonRole

__all__ = ["Fields", "column_heads", "fields_of", "other_facts", "report_title"]

_INSPECTORS = "/inspectors"
_DATE = "/publication/date_as_printed"


class Fields(NamedTuple):
    """The fields of a report that have a label of its framework.

    Attributes:
        lines: A line for each.
        facts: The facts that they state: a pointer, and the role of the people if it has people.
    """

    lines: Sequence[str]
    facts: frozenset[tuple[str, PersonRole | None]]


def report_title(inspection: Inspection, framework: Framework | None) -> str:
    """Return the title: that of the record, or the framework's with the name of the authority."""
    if inspection.publication is not None and inspection.publication.title is not None:
        return inspection.publication.title
    if inspection.authority is None:
        return labels().titles["without_authority"]
    values = {"authority": inspection.authority.name}
    facts = framework.facts if framework else ()
    phrases = (phrase for fact in facts if fact.name == TITLE for phrase in fact.phrases)
    filled = (phrase.fill(values) for phrase in phrases if set(phrase.slots) == set(values))
    return next(filled, inspection.authority.name)


def fields_of(inspection: Inspection, framework: Framework | None) -> Fields:
    """Return the fields that have a label of the framework, in the order of its facts."""
    lines: list[str] = []
    stated: set[tuple[str, PersonRole | None]] = set()
    for fact in framework.facts if framework else ():
        values = {name: _printed(inspection, slot, framework) for name, slot in fact.slots.items()}
        given = {name: value for name, value in values.items() if value}
        for phrase in field_phrases(fact):
            facts = {(slot.to, slot.role) for name, slot in fact.slots.items() if name in phrase.slots}
            if set(phrase.slots) <= set(given) and stated.isdisjoint(facts):
                lines.append(phrase.fill(given))
                stated |= facts
    return Fields(lines, frozenset(stated))


def _printed(inspection: Inspection, slot: Slot, framework: Framework | None) -> str | None:
    if slot.type is FactType.PEOPLE:
        people = tuple(person for person in inspection.inspectors if person.role is slot.role)
        return printed(people, framework)
    if slot.type is FactType.DATE:
        return _date(inspection)
    return printed(value_at(inspection, slot.to), framework) if slot.type in PRINTED_TYPES else None


def _date(inspection: Inspection) -> str | None:
    """Return the day of the report as it is printed, or in words."""
    report = inspection.publication or Publication()
    return report.date_as_printed or (written_day(report.date) if report.date else None)


def other_facts(inspection: Inspection, framework: Framework | None, stated: Fields) -> Iterator[str]:
    """Yield a line for each fact that neither the title nor a label of the framework states.

    Args:
        inspection: The inspection.
        framework: Its framework.
        stated: The fields that have a label of the framework.
    """
    yield from _named(inspection, framework, report_title(inspection, framework), stated)
    words = labels().facts
    # The sentence of an aside names the legal basis.
    has_aside = framework is not None and framework.written.aside_heading is not None
    for name in ("visit", "previous", "contributes_to", *(() if has_aside else ("legal_basis",))):
        value = printed(getattr(inspection, name), framework)
        if value is not None and (f"/{name}", None) not in stated.facts:
            yield f"{words[name]}: {value}"
    if framework is None or framework.written.team_heading is None:
        for person in inspection.inspectors:
            if (_INSPECTORS, person.role) not in stated.facts:
                yield f"{labels().titles['inspectors']}: {person_words(person)}"
    date = _date(inspection)
    if date is not None and (_DATE, None) not in stated.facts:
        yield f"{words['date']}: {date}"


def column_heads(partnership: Partnership, framework: Framework | None) -> Sequence[str] | None:
    """Return the words above the column of each body, if the framework has them for all bodies."""
    if framework is None or framework.written.body_heading is None:
        return None
    printed_kinds = {kind.id: kind.printed[0] for kind in framework.bodies}
    heads = [printed_kinds.get(body.kind or "") for body in partnership.bodies]
    known = [head for head in heads if head is not None]
    return known if known and len(known) == len(heads) else None


def _named(inspection: Inspection, framework: Framework | None, title: str, stated: Fields) -> Iterator[str]:
    """Yield a line for each authority, partnership, body and inspectorate that is not named yet."""
    words, authority = labels().facts, inspection.authority
    is_labelled = ("/authority/name", None) in stated.facts
    if authority is not None and authority.name not in title and not is_labelled:
        yield f"{words['authority']}: {authority.name}"
    if (partnership := inspection.partnership) is not None:
        if partnership.name not in title:
            yield f"{words['partnership']}: {partnership.name}"
        bodies = partnership.bodies if column_heads(partnership, framework) is None else ()
        for body in bodies:
            named = ", ".join(filter(None, (body.name, body.person, body.post)))
            yield f"{words_of_id(body.kind or 'body')}: {named}"
    joint = (each.name for each in framework.joint_inspectorates) if framework else ()
    known = [framework.inspectorate, *joint] if framework else []
    for inspectorate in inspection.inspectorates:
        if inspectorate.name not in known:
            yield f"{labels().titles['inspectorate']}: {inspectorate.name}"
