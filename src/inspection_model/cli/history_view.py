"""The view of histories for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.box import ROUNDED, SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from inspection_model.cli.comparison_view import CHANGE_STYLES
from inspection_model.cli.terminal import visible
from inspection_model.comparing.actions import LaterDocument, PriorityAction
from inspection_model.comparing.grades import DatedJudgement
from inspection_model.comparing.history import History
from inspection_model.comparing.words import full_text
from inspection_model.rendering.histories import (
    document_cells,
    history_name,
    judgement_cells,
    mention_words,
    succession_words,
    written_or_unknown,
)
from inspection_model.rendering.labels import labels, written_day
from inspection_model.vocabulary import Mention

__all__ = ["history_view"]

_MENTION_STYLES = {
    Mention.LISTED_AGAIN: "bold red",
    Mention.SIMILAR: "yellow",
    Mention.CARRIED_OVER: "bold yellow",
    Mention.ADDRESSED: "green",
    Mention.PARTLY_ADDRESSED: "yellow",
    Mention.NOT_ADDRESSED: "bold red",
    Mention.REFERS: "",
    Mention.SILENT: "dim",
}


def history_view(histories: Sequence[History]) -> RenderableType:
    """Return the view of histories: timeline, grades over time, areas for priority action, remarks."""
    return Group(*(block for history in histories for block in _history(history)))


def _history(history: History) -> Iterator[RenderableType]:
    titles = labels().titles
    yield Panel(Text(visible(history_name(history)), "bold"), box=ROUNDED, padding=(0, 1))
    yield _heading(titles["timeline"])
    yield _timeline(history)
    yield from _judgements(history.judgements)
    yield from _actions(history.priority_actions)
    yield from _notes(titles["successions"], map(succession_words, history.successions), "")
    yield from _notes(titles["remarks"], (remark.message for remark in history.remarks), "yellow")


def _heading(text: str) -> RenderableType:
    return Padding(Text(text, "bold"), (1, 0, 0, 0))


def _timeline(history: History) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(style="cyan")
    grid.add_column(overflow="fold")
    documents = [*map(document_cells, history.documents)]
    for number, (day, kind, counts) in enumerate(documents, start=1):
        line = "" if number == len(documents) else "│"
        grid.add_row(Text(day, "cyan"), "●", Text(visible(kind), "bold"))
        grid.add_row("", line, Text(counts, "dim"))
    return Padding(grid, (0, 0, 0, 2))


def _judgements(judgements: Sequence[DatedJudgement]) -> Iterator[RenderableType]:
    facts = labels().facts
    table = Table(*(facts[name] for name in ("area", "date", "grade", "change")), box=SIMPLE_HEAD)
    shown = ""
    for dated in judgements:
        area, day, grade, change = judgement_cells(dated)
        style = CHANGE_STYLES.get(dated.change, "") if dated.change else ""
        table.add_row(
            "" if area == shown else Text(visible(area)), day, Text(visible(grade)), Text(change, style)
        )
        shown = area
    if table.row_count:
        yield _heading(labels().titles["judgements"])
        yield table


def _actions(actions: Sequence[PriorityAction]) -> Iterator[RenderableType]:
    if not actions:
        return
    yield _heading(labels().titles["priority_actions"])
    for action in actions:
        raised = f"{labels().facts['raised']} {written_or_unknown(action.day)}"
        text = Text.assemble((visible(full_text(action.finding)), ""), "\n", (raised, "dim"))
        grid = Table.grid(padding=(0, 1))
        grid.add_row(Text("!", "bold red"), text)
        for later in action.later:
            grid.add_row("", _later(later))
        if not action.later:
            grid.add_row("", Text(labels().facts["nothing_later"], "dim"))
        yield Padding(grid, (0, 0, 0, 2))
    yield Padding(Text(labels().facts["silent_note"], "dim"), (0, 0, 0, 4))


def _later(later: LaterDocument) -> Text:
    return Text(f"{written_day(later.day)}: {visible(mention_words(later))}", _MENTION_STYLES[later.mention])


def _notes(title: str, texts: Iterable[str], style: str) -> Iterator[RenderableType]:
    lines = [Padding(Text(visible(text), style), (0, 0, 0, 2)) for text in texts]
    if lines:
        yield _heading(title)
        yield from lines
