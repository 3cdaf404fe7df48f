"""The overview of many readings for a terminal: one row a document, then the totals."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import final

import attrs
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from inspection_model.cli.terminal import counted, visible
from inspection_model.model import Reading
from inspection_model.vocabulary import Category, RemarkCode

__all__ = ["Outcome", "outcome", "overview", "totals"]

# A longer table shows only documents that need attention.
_LONGEST_TABLE = 50
# On a narrower terminal each document has a few lines instead of a row.
_NARROWEST_TABLE = 72
# With this width the days on site are written out.
_WIDE = 120
# The titles of the columns of counts, on two lines.
_TITLES = ("Priority\nactions", "To\nimprove", "All\nfindings", "Remarks")
_NARROW_TITLES = ("Prio-\nrity", "Im-\nprove", "All", "Re-\nmarks")
# The least room for a name.
_SHORTEST_NAME = 5
# Wider than any table.
_UNLIMITED = 100_000
# The widest cell of an authority; a longer name is cut.
_AUTHORITY = 30
_NARROW_AUTHORITY = 18


@final
@attrs.frozen(kw_only=True)
class Outcome:
    """The result for one input, as a table row; it does not keep the whole reading in memory.

    Attributes:
        name: The name of the input.
        authority: The name of the inspected authority.
        first_day: The first day on site, as an ISO date.
        on_site: The days on site.
        actions: The number of priority actions.
        improvements: The number of areas for improvement.
        findings: The number of findings; ``None`` if the input could not be read.
        remarks: The number of remarks.
        unrecognised: Why the document was not recognised; ``None`` if it was.
    """

    name: str
    authority: str = ""
    first_day: str = ""
    on_site: str = ""
    actions: int = 0
    improvements: int = 0
    findings: int | None = None
    remarks: int = 0
    unrecognised: str | None = None


def outcome(name: str, reading: Reading) -> Outcome:
    """Return the table row for a reading."""
    inspection = reading.inspection
    visit = inspection.visit
    first_day = visit.first_day.isoformat() if visit and visit.first_day else "–"
    categories = [finding.category for finding in inspection.findings]
    reasons = (each.message for each in reading.remarks if each.code is RemarkCode.FRAMEWORK_UNKNOWN)
    return Outcome(
        name=name,
        authority=inspection.authority.name if inspection.authority else "–",
        first_day=first_day,
        on_site=(visit.as_printed if visit else None) or first_day,
        actions=categories.count(Category.PRIORITY_ACTION),
        improvements=categories.count(Category.IMPROVEMENT),
        findings=len(categories),
        remarks=len(reading.remarks),
        unrecognised=next(reasons, None),
    )


@final
@attrs.frozen
class _Rows:
    """The rows of documents; their form depends on the width of the terminal."""

    outcomes: Sequence[Outcome]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        if width < _NARROWEST_TABLE:
            yield from _paragraphs(self.outcomes)
            return
        names = [visible(each.name) for each in self.outcomes]
        table = _table(self.outcomes, names, width)
        unlimited = options.update(max_width=_UNLIMITED)
        excess = Measurement.get(console, unlimited, table).maximum - width
        if excess > 0:  # only the column of the names gives way
            room = max(_SHORTEST_NAME, max(map(cell_len, names)) - excess)
            table = _table(self.outcomes, [_cut(name, room) for name in names], width)
        yield table


def overview(outcomes: Sequence[Outcome]) -> RenderableType:
    """Return a table of outcomes, the reasons why documents were not recognised, and the totals.

    A long table shows only the documents that could not be read, were not recognised or have remarks.
    """
    folder = _common_folder(outcomes)
    names = _short_names([each.name.removeprefix(folder) for each in outcomes])
    outcomes = [attrs.evolve(each, name=name) for each, name in zip(outcomes, names, strict=True)]
    shown = [each for each in outcomes if len(outcomes) <= _LONGEST_TABLE or _needs_attention(each)]
    return Group(
        *([_text(f" Folder: {folder}", "italic")] if folder else []),
        _Rows(shown),
        *_reasons(outcomes),
        Padding(totals(outcomes), (0, 0, 0, 1)),
    )


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style)


def _cut(name: str, room: int) -> str:
    """Return a name with an ellipsis in its middle if it is too long.

    The beginnings of names are often alike, and their ends show the kind of the file.
    """
    if cell_len(name) <= room:
        return name
    start, end = name[: room // 2], name[-((room - 1) // 2) :]
    while cell_len(f"{start}…{end}") > room:  # characters that are two cells wide
        start, end = (start[:-1], end) if cell_len(start) >= cell_len(end) else (start, end[1:])
    return f"{start}…{end}"


def _table(outcomes: Sequence[Outcome], names: Sequence[str], width: int) -> Table:
    wide = width >= _WIDE
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("File", no_wrap=True, overflow="ellipsis")
    most = _AUTHORITY if wide else _NARROW_AUTHORITY
    table.add_column("Authority", no_wrap=True, overflow="ellipsis", max_width=most)
    table.add_column("On site", no_wrap=True)
    # The numbers are right-aligned below the ends of their titles.
    for title in _TITLES if wide else _NARROW_TITLES:
        table.add_column(title, justify="right", vertical="bottom", no_wrap=True)
    for each, name in zip(outcomes, names, strict=True):
        days = each.on_site if wide else each.first_day
        table.add_row(Text(name), *([_state(each)] if _is_unread(each) else _cells(each, days)))
    return table


def _cells(outcome: Outcome, days: str) -> Iterator[Text]:
    yield _text(outcome.authority)
    yield _text(days)
    yield Text(str(outcome.actions), "bold red" if outcome.actions else "dim")
    yield Text(str(outcome.improvements), "" if outcome.improvements else "dim")
    yield Text(str(outcome.findings))
    yield Text(str(outcome.remarks), "yellow" if outcome.remarks else "dim")


def _paragraphs(outcomes: Iterable[Outcome]) -> Iterator[RenderableType]:
    for each in outcomes:
        yield _text(each.name, "bold")
        if _is_unread(each):
            yield Padding(_state(each), (0, 0, 1, 2))
        else:
            counts = ", ".join(
                (
                    counted(each.actions, "priority action"),
                    f"{each.improvements} to improve",
                    counted(each.findings or 0, "finding"),
                    counted(each.remarks, "remark"),
                )
            )
            yield Padding(_text(f"{each.authority}, {each.first_day}\n{counts}"), (0, 0, 1, 2))


def _is_unread(outcome: Outcome) -> bool:
    return outcome.findings is None or outcome.unrecognised is not None


def _state(outcome: Outcome) -> Text:
    """Return the state of a document that has no record."""
    return Text("failed", "bold red") if outcome.findings is None else Text("not recognised", "yellow")


def _reasons(outcomes: Iterable[Outcome]) -> Iterator[RenderableType]:
    for each in outcomes:
        if each.unrecognised is not None:
            yield Padding(_text(f"{each.name}: {each.unrecognised}", "yellow"), (0, 0, 1, 1))


def _common_folder(outcomes: Sequence[Outcome]) -> str:
    """Return the folder of all inputs with a trailing separator; empty if they have none in common."""
    folders = [os.path.dirname(each.name) for each in outcomes]  # noqa: PTH120  # a name, kept as written
    try:
        folder = os.path.commonpath(folders)
    except ValueError:  # no input, or absolute and relative ones
        return ""
    common = f"{folder}{os.sep}"
    return common if folder and all(each.name.startswith(common) for each in outcomes) else ""


def _short_names(names: Sequence[str]) -> Sequence[str]:
    """Return the names without their folders, if they differ without them, too."""
    short = [os.path.basename(name) for name in names]  # noqa: PTH119  # a name, kept as written
    return short if len(set(short)) == len(names) else names


def _needs_attention(outcome: Outcome) -> bool:
    return outcome.findings is None or outcome.remarks > 0


def totals(outcomes: Iterable[Outcome]) -> Text:
    """Return one line with the numbers of documents read, not recognised, with remarks, and failed."""
    read, unrecognised, remarked, failed = 0, 0, 0, 0
    for each in outcomes:
        failed += each.findings is None
        unrecognised += each.unrecognised is not None
        recognised = each.findings is not None and each.unrecognised is None
        read += recognised
        remarked += recognised and each.remarks > 0
    return Text.assemble(
        (f"{read} read", "green"),
        *([(f", {unrecognised} not recognised", "yellow")] if unrecognised else []),
        (f", {remarked} with remarks", "yellow" if remarked else "dim"),
        (f", {failed} failed", "bold red" if failed else "dim"),
    )
