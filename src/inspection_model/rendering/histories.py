"""Building the format-independent report of histories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from inspection_model.comparing.actions import LaterDocument, PriorityAction
from inspection_model.comparing.dates import day_of
from inspection_model.comparing.grades import DatedJudgement
from inspection_model.comparing.history import History
from inspection_model.comparing.words import full_text
from inspection_model.frameworks.loading import find_framework, shipped_frameworks
from inspection_model.model.inspection import Inspection
from inspection_model.registers.authorities import find_authority
from inspection_model.registers.successions import Succession
from inspection_model.rendering.judging import judgement_rows
from inspection_model.rendering.labels import category_counts, labels, written_day
from inspection_model.rendering.report import (
    Detail,
    Item,
    Items,
    Note,
    Report,
    ReportBlock,
    ReportSection,
    Table,
)
from inspection_model.vocabulary import IdentifierScheme

__all__ = [
    "document_cells",
    "histories_report",
    "history_name",
    "judgement_cells",
    "kind_words",
    "mention_words",
    "succession_words",
    "written_or_unknown",
]


def histories_report(histories: Sequence[History]) -> Report:
    """Build the report of one history, or of several with a section for each."""
    titles = labels().titles
    if len(histories) == 1:
        return Report(
            title=history_name(histories[0]), kind=titles["timeline"], sections=_sections(histories[0])
        )
    sections = (
        ReportSection(f"history-{number}", history_name(history), _sections(history, f"-{number}"))
        for number, history in enumerate(histories, start=1)
    )
    return Report(title=titles["histories"], kind=None, sections=tuple(sections))


def history_name(history: History) -> str:
    """Return the name of the authority of a history."""
    return history.name or labels().titles["without_authority"]


def _sections(history: History, suffix: str = "") -> tuple[ReportSection, ...]:
    parts = {
        "timeline": _timeline(history),
        "judgements": _judgements(history),
        "priority_actions": _actions(history),
        "successions": _notes(map(succession_words, history.successions)),
        "remarks": _notes(remark.message for remark in history.remarks),
    }
    made = {name: tuple(blocks) for name, blocks in parts.items()}
    return tuple(
        ReportSection(f"{name.replace('_', '-')}{suffix}", labels().titles[name], blocks)
        for name, blocks in made.items()
        if blocks
    )


def _notes(texts: Iterable[str]) -> Iterator[ReportBlock]:
    return map(Note, texts)


def _headings(*names: str) -> tuple[str, ...]:
    return tuple(labels().facts[name] for name in names)


def written_or_unknown(day: datetime.date | None) -> str:
    """Return a day in words, or words for a day that is not known."""
    return written_day(day) if day else labels().facts["no_date"]


def kind_words(inspection: Inspection) -> str:
    """Return the title of the kind of an inspection."""
    framework = find_framework(inspection.framework, shipped_frameworks())
    return framework.title if framework else inspection.framework or "–"


def document_cells(inspection: Inspection) -> tuple[str, str, str]:
    """Return day, kind and numbers of findings of an inspection."""
    counts = "; ".join(f"{count} {label.lower()}" for label, count in category_counts(inspection))
    return written_or_unknown(day_of(inspection)), kind_words(inspection), counts or "–"


def _timeline(history: History) -> Iterator[ReportBlock]:
    yield Table(_headings("date", "kind", "findings"), tuple(map(document_cells, history.documents)))


def judgement_cells(dated: DatedJudgement) -> tuple[str, str, str, str]:
    """Return area, day, grade and the word for the change."""
    ((area, grade),) = judgement_rows([dated.judgement], None)
    change = labels().judgement_changes[dated.change] if dated.change else "–"
    return area, written_or_unknown(dated.day), grade, change


def _judgements(history: History) -> Iterator[ReportBlock]:
    rows = tuple(map(judgement_cells, history.judgements))
    if rows:
        yield Table(_headings("area", "date", "grade", "change"), rows)


def mention_words(later: LaterDocument) -> str:
    """Return what a later document says of an area for priority action."""
    words = labels().mentions[later.mention]
    similarity = None if later.similarity is None else f"{later.similarity} %"
    quoted = f"“{later.as_printed}”" if later.as_printed else None
    return ", ".join(filter(None, (words, similarity, later.finding, quoted)))


def _actions(history: History) -> Iterator[ReportBlock]:
    items = tuple(map(_action, history.priority_actions))
    if items:
        yield Note(labels().facts["silent_note"])
        yield Items(items)


def _action(action: PriorityAction) -> Item:
    facts = labels().facts
    later = tuple(f"{written_day(each.day)}: {mention_words(each)}" for each in action.later)
    return Item(
        text=full_text(action.finding),
        details=(
            Detail(facts["raised"], (f"{written_or_unknown(action.day)} ({action.id})",)),
            Detail(facts["later"], later or (facts["nothing_later"],)),
        ),
    )


def succession_words(succession: Succession) -> str:
    """Return a sentence about an authority that followed another."""
    old, new = (
        find_authority(IdentifierScheme.DFE, code)[-1].name
        for code in (succession.predecessor, succession.successor)
    )
    return (
        labels()
        .facts["took_over"]
        .format(
            predecessor=f"{old} ({succession.predecessor})",
            successor=f"{new} ({succession.successor})",
            day=written_day(succession.day),
        )
    )
