"""Lines that are plainly short of their column, below which a paragraph ends.

A column is a run of lines without a gap. It is as wide as those of its lines whose sentence continues below:
they are full. If one of them is plainly short, too, the text was wrapped twice, and a short line shows
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["PLAINLY_SHORT", "ends_in_columns", "room_for", "usual_width", "widths_of"]

PLAINLY_SHORT = 0.85
"""A line that with the next word stays below this share of the width is plainly short.

Characters differ in width, so a full line may have a tenth fewer of them than another."""
# The fewest full lines that show the width of a column.
_FULL_LINES = 2
# A sentence ends with one of these, apart from quotes and brackets.
_STOPS = ".?!"
_CLOSERS = "\"'\u2019\u201d)]"


def widths_of(lines: Iterable[Line]) -> list[int]:
    """Return the widths of lines, the smallest first."""
    return sorted([line.indent + len(line.text) for line in lines])


def usual_width(widths: Sequence[int]) -> int:
    """Return the width to which most lines of a page are filled: the ninth decile of their `widths_of`."""
    return widths[len(widths) * 9 // 10] if widths else 0


def room_for(line: Line, before: Line) -> int:
    """Return the width of a line if the first word of the next one were on it, too."""
    return before.indent + len(before.text) + 1 + len(line.text.partition(" ")[0])


def ends_in_columns(lines: Sequence[Line], first: int, candidates: Sequence[int]) -> set[int]:
    """Return the lines that start a paragraph because the line before is plainly short of its column.

    Args:
        lines: The lines of a letter.
        first: The first line of the body.
        candidates: Lines that follow a finished sentence directly and begin with a capital.
    """
    stops = [index for index in candidates if lines[index - 1].text.rstrip(_CLOSERS)[-1:] in _STOPS]
    if not stops:
        return set()
    columns = _Columns(lines, first)
    return {index for index in stops if columns.ends_above(index)}


class _Columns:
    """The columns of the body of a letter."""

    def __init__(self, lines: Sequence[Line], first: int) -> None:
        self._lines = lines
        self._first = first
        self._runs: list[int] = []  # for each line the first line of its run
        self._items: list[int | None] = []  # for each line the indent of the item above it in its run
        self._full: dict[int, list[int]] = {}  # the full lines of each run
        self._everywhere: list[int] = []
        self._hangs = False  # whether the lines of an item have an indent
        for index in range(first, len(lines)):
            self._add(index)
        self._widths: dict[int, float] = {}

    def _add(self, index: int) -> None:
        line = self._lines[index]
        follows = index > self._first and line.breaks_before <= 1 and not line.starts_page
        run = self._runs[-1] if follows else index
        item = self._items[-1] if follows else None
        if is_marked(line.text):
            item = line.indent
        elif follows and line.text[0].islower() and is_unfinished(self._lines[index - 1].text):
            self._full.setdefault(run, []).append(index - 1)
            self._everywhere.append(index - 1)
            self._hangs = self._hangs or (item is not None and line.indent > item)
        self._runs.append(run)
        self._items.append(item)

    def ends_above(self, index: int) -> bool:
        """Return whether a paragraph ends above a line, because it would have had room there."""
        line, item = self._lines[index], self._items[index - self._first]
        if item is not None and (line.indent > item or not self._hangs):
            return False  # it belongs to the item
        return room_for(line, self._lines[index - 1]) < self._short(self._runs[index - self._first])

    def _short(self, run: int) -> float:
        """Return the width below which a line of a run is plainly short; 0 if that is not certain."""
        if run not in self._widths:
            full = self._full.get(run, [])
            if len(full) < _FULL_LINES:
                full = self._everywhere
            lines = self._lines
            short = usual_width(widths_of(lines[index] for index in full)) * PLAINLY_SHORT
            wrapped_twice = any(room_for(lines[index + 1], lines[index]) < short for index in full)
            self._widths[run] = 0 if wrapped_twice or len(full) < _FULL_LINES else short
        return self._widths[run]
