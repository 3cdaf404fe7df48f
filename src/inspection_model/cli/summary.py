"""The summary of one reading for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from inspection_model.cli.places import Places
from inspection_model.cli.terminal import counted, visible
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.model import Finding, Inspection, Person, Publication, Reading
from inspection_model.rendering.judging import judgement_rows, person_words, previous_words
from inspection_model.rendering.labels import labels, written_day, written_days
from inspection_model.vocabulary import Category, PublicationForm

__all__ = ["summary"]

_COLOURS = {
    Category.PRIORITY_ACTION: "bold red",
    Category.IMPROVEMENT: "yellow",
    Category.SATISFACTORY: "cyan",
    Category.STRENGTH: "green",
    Category.OVERVIEW: "magenta",
    Category.MAIN_FINDING: "blue",
}
_LONGEST_BAR = 40


def summary(reading: Reading, framework: Framework | None, *, places: Places | None = None) -> RenderableType:
    """Return the summary of one reading: authority, dates, people, counts, findings and remarks.

    Args:
        reading: The reading.
        framework: The framework of the inspection, if known.
        places: The places of remarks; by default lines and columns.
    """
    inspection = reading.inspection
    return Group(
        _title(inspection, framework),
        *_judgements(inspection, framework),
        _facts(inspection, framework),
        *_counts(inspection),
        *_findings(inspection),
        *_obligations(inspection),
        *_remarks(reading, places or Places(reading.source)),
        _coverage(reading),
    )


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style)


def _title(inspection: Inspection, framework: Framework | None) -> RenderableType:
    name = inspection.authority.name if inspection.authority else labels().titles["without_authority"]
    kind = framework.title if framework else inspection.framework or "Unknown inspection type"
    return Panel(Group(_text(name, "bold"), _text(kind, "dim")), box=ROUNDED, padding=(0, 1))


def _grid(*ratios: int | None) -> Table:
    """Make a table without borders; a column with a ratio takes a share of the remaining width."""
    grid = Table.grid(padding=(0, 2))
    for ratio in ratios:
        grid.add_column(ratio=ratio, overflow="fold")
    return grid


def _judgements(inspection: Inspection, framework: Framework | None) -> Iterator[RenderableType]:
    grid = _grid(None, None)
    for area, grade in judgement_rows(inspection.judgements, framework):
        grid.add_row(_text(area), _text(grade, "bold"))
    if grid.row_count:
        yield Padding(grid, (0, 0, 1, 2))


def _facts(inspection: Inspection, framework: Framework | None) -> RenderableType:
    grid = _grid(None, None)
    for label, value in _facts_of(inspection, form_of(inspection, framework)):
        if value:
            grid.add_row(_text(label, "dim"), _text(value))
    return Padding(grid, (0, 0, 0, 2))


def _facts_of(inspection: Inspection, form: PublicationForm) -> Iterator[tuple[str, str]]:
    titles, facts = labels().titles, labels().facts
    letter = inspection.publication or Publication()
    yield facts["partnership"], inspection.partnership.name if inspection.partnership else ""
    yield facts["visit"], _visit(inspection)
    yield facts["previous"], previous_words(inspection.previous) if inspection.previous else ""
    yield facts[f"{form}_date"], written_day(letter.date) if letter.date else letter.date_as_printed or ""
    yield titles["recipients"], _people(letter.recipients)
    yield titles["signatories"], _people(letter.signatories)
    yield titles["inspectors"], _people(inspection.inspectors)
    yield facts["id"], inspection.id


def _visit(inspection: Inspection) -> str:
    visit = inspection.visit
    if visit is None:
        return ""
    periods = (written_days(period.start, period.end) for period in visit.periods)
    return visit.as_printed or ", ".join(periods)


def _people(people: Iterable[Person]) -> str:
    return "; ".join(map(person_words, people))


def _heading(text: str, style: str = "bold") -> RenderableType:
    return Padding(_text(text, style), (1, 0, 0, 0))


def _counts(inspection: Inspection) -> Iterator[RenderableType]:
    """Show a bar for each category that has findings or a declared count."""
    listed = Counter(finding.category for finding in inspection.findings)
    declared = {each.category: each for each in inspection.declared if not each.state.is_outcome}
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    for category in Category:
        if category not in listed and category not in declared:
            continue
        count, colour = listed[category], _COLOURS[category]
        note = Text("█" * min(count, _LONGEST_BAR), colour)
        statement = declared.get(category)
        if statement is not None and statement.count not in (None, count):
            note.append(f"  {statement.count} stated", "bold yellow")
        grid.add_row(_text(labels().categories[category][count != 1], colour), str(count), note)
    if grid.row_count:
        yield Padding(grid, (1, 0, 0, 2))


def _findings(inspection: Inspection) -> Iterator[RenderableType]:
    places: Counter[Category] = Counter()
    for (category, heading), group in groupby(inspection.findings, key=lambda f: (f.category, f.heading)):
        yield _heading(heading or labels().categories[category][1], f"{_COLOURS[category]} underline")
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", style="dim", min_width=4)
        grid.add_column(overflow="fold")
        for finding in group:
            places[category] += 1
            grid.add_row(str(finding.number or places[category]), _finding(finding))
        yield grid


def _finding(finding: Finding) -> Text:
    return _text("\n".join((finding.text, *(f"– {part}" for part in finding.parts))))


def _obligations(inspection: Inspection) -> Iterator[RenderableType]:
    if inspection.obligations:
        yield _heading(labels().titles["obligations"])
    for obligation in inspection.obligations:
        yield Padding(_text(obligation.text), (0, 0, 0, 5))


def _remarks(reading: Reading, places: Places) -> Iterator[RenderableType]:
    if not reading.remarks:
        return
    yield _heading(counted(len(reading.remarks), "remark"), "bold yellow")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="dim")
    grid.add_column(style="yellow", no_wrap=True)
    grid.add_column(overflow="fold")
    for remark in reading.remarks:
        place = places.place(remark.start) if remark.start is not None else "–"
        grid.add_row(place, str(remark.code), _text(remark.message))
    yield Padding(grid, (0, 0, 0, 2))


def _coverage(reading: Reading) -> RenderableType:
    # Rounded down, so that 100% means that every character was understood.
    share = int(reading.coverage * 1000) / 10
    return _heading(f"{share:g}% of the document was understood", "green" if share == 100 else "yellow")
