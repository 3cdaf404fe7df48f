"""The view of a comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.box import ROUNDED, SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from inspection_model.cli.terminal import visible
from inspection_model.comparing.comparison import Comparison, FindingChange, WordChange
from inspection_model.comparing.words import full_text
from inspection_model.rendering.comparisons import KINDS_IN_ORDER, declared_cells, judgement_cells
from inspection_model.rendering.labels import labels
from inspection_model.vocabulary import FindingChangeKind, JudgementChangeKind

__all__ = ["CHANGE_STYLES", "comparison_view"]

CHANGE_STYLES = {
    JudgementChangeKind.BETTER: "bold green",
    JudgementChangeKind.WORSE: "bold red",
    JudgementChangeKind.SAME: "dim",
}
"""The styles of the words for changes of judgements; others have none."""

_MARKS = {
    FindingChangeKind.MOVED: ("→", "magenta"),
    FindingChangeKind.REWORDED: ("~", "yellow"),
    FindingChangeKind.NEW: ("+", "green"),
    FindingChangeKind.GONE: ("–", "red"),
    FindingChangeKind.KEPT: ("=", "dim"),
}


def comparison_view(comparison: Comparison) -> RenderableType:
    """Return the view of a comparison: judgements, declared numbers, and the findings by kind of change."""
    facts = labels().facts
    measure = labels().measures[comparison.measure]
    note = facts["threshold"].format(threshold=comparison.threshold, measure=measure)
    return Group(
        _title(comparison),
        *_table(map(judgement_cells, comparison.judgements), "area", "earlier", "later", "change"),
        *_table(map(declared_cells, comparison.declared), "category", "earlier", "later", "difference"),
        *_findings(comparison),
        Padding(Text(note, "dim"), (1, 0, 0, 0)),
    )


def _title(comparison: Comparison) -> RenderableType:
    counts = Text()
    for kind in KINDS_IN_ORDER:
        mark, style = _MARKS[kind]
        counts.append(f"{mark} {comparison.counts[kind]} {labels().changes[kind].lower()}   ", style)
    names = (Text(visible(comparison.earlier)), Text(f"→ {visible(comparison.later)}"))
    return Panel(Group(*names, counts), box=ROUNDED, padding=(0, 1))


def _table(rows: Iterable[tuple[str, ...]], *names: str) -> Iterator[RenderableType]:
    table = Table(*(labels().facts[name] for name in names), box=SIMPLE_HEAD)
    styles = {labels().judgement_changes[kind]: style for kind, style in CHANGE_STYLES.items()}
    for *cells, last in rows:
        table.add_row(*(Text(visible(cell)) for cell in cells), Text(last, styles.get(last, "")))
    if table.row_count:
        yield table


def _findings(comparison: Comparison) -> Iterator[RenderableType]:
    for kind in KINDS_IN_ORDER:
        mark, style = _MARKS[kind]
        grid = Table.grid(padding=(0, 1))
        grid.add_column(style=style)
        grid.add_column(overflow="fold")
        for change in comparison.findings:
            if change.kind is kind:
                grid.add_row(mark, _finding(change))
        if grid.row_count:
            yield Padding(Text(f"{labels().changes[kind]} ({grid.row_count})", f"bold {style}"), (1, 0, 0, 0))
            yield Padding(grid, (0, 0, 0, 1))
            if kind is FindingChangeKind.GONE:
                yield Padding(Text(labels().facts["gone_note"], "dim"), (0, 0, 0, 3))


def _finding(change: FindingChange) -> Text:
    sides = [side.finding for side in (change.earlier, change.later) if side]
    categories = dict.fromkeys(labels().categories[side.category][0] for side in sides)
    places = [" → ".join(categories), *dict.fromkeys(side.area for side in sides if side.area)]
    text = Text().append(visible(", ".join(places)), "dim")  # a style of the whole text would dim the finding
    if change.is_suggestion:
        text.append(f"  {change.similarity} %, suggestion", "dim italic")
    text.append("\n")
    text.append_text(_wording(change.wording) if change.wording else Text(visible(full_text(sides[-1]))))
    return text


def _wording(wording: Iterable[WordChange]) -> Text:
    """Mark removed and added words by signs as well, for terminals without colours."""
    pieces: list[Text] = []
    for change in wording:
        if change.earlier == change.later:
            pieces.append(Text(visible(change.earlier or "")))
            continue
        if change.earlier:
            pieces.append(Text(f"[-{visible(change.earlier)}-]", "red strike"))
        if change.later:
            pieces.append(Text(f"{{+{visible(change.later)}+}}", "green"))
    return Text(" ").join(pieces)
