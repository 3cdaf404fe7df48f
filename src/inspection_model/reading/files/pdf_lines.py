"""The lines of a PDF page: its rows, joined and in order from top to bottom."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspection_model.reading.files.pdf_drawings import Box
from inspection_model.reading.files.pdf_row import CELL_GAP, RAISED, Row, is_raised
from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.page_numbers import number_in

__all__ = ["FOOTNOTE", "MARGIN", "Page", "make_page"]

FOOTNOTE = re.compile(r"([0-9]{1,2}) ?(?=[^0-9. ])")
"""The mark of a footnote at its beginning."""
_MARK = re.compile("(?<=[0-9])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
_DIGITS = re.compile(r"[0-9]{1,2}(?![0-9])")

# Proportions of a line's height, found by measuring the published letters: two rows belong to one
# line if they share half of the smaller one's height; cells that touch are parts of a word.
_SHARED = 0.5
_GLUED = 0.15
_SMALL = 0.9
_BULLET_GAP = 3.0
# A page with more small shapes has a drawing.
_MOST_DOTS = 200
MARGIN = 4.0
"""How far two left margins may differ and be one, in points."""
# As many cells of a line are compared with the next row, so that a line of any length takes linear time.
_CELLS = 64


class Page(NamedTuple):
    """The lines of a page from top to bottom; what follows the body at the bottom is separate.

    Attributes:
        body: The lines of the body.
        notes: The lines of the footnotes.
        number: The page number.
    """

    body: list[Row]
    notes: list[Row]
    number: Row | None


def make_page(rows: list[Row], dots: Sequence[Box] = ()) -> Page:
    """Order the rows of a page, and separate what follows its body.

    Args:
        rows: The rows.
        dots: The boxes of the small shapes of the page: one before a line is its bullet.
    """
    lines = _with_bullets(_lines(rows), dots)
    number = lines.pop() if lines and number_in(lines[-1].text) is not None else None
    first_note = _first_note(lines)
    body, notes = lines[:first_note], lines[first_note:]
    marks = {mark[1].translate(RAISED) for note in notes if (mark := FOOTNOTE.match(note.text))}
    return Page([_without_marks(line, marks) for line in body] if marks else body, notes, number)


def _with_bullets(lines: list[Row], dots: Sequence[Box]) -> list[Row]:
    """Return the lines with the bullets that are drawn as shapes."""
    if not 0 < len(dots) <= _MOST_DOTS:
        return lines
    return [_with_bullet(line, dots) for line in lines]


def _with_bullet(line: Row, dots: Sequence[Box]) -> Row:
    reach = _BULLET_GAP * _height(line)
    before = [
        left
        for left, bottom, right, top in dots
        if 0 <= line.left - right < reach and line.bottom < (bottom + top) / 2 < line.top
    ]
    if len(before) != 1 or is_marked(line.text):
        return line
    return line._replace(text=f"\u2022 {line.text}", left=before[0])


def _without_marks(line: Row, marks: Iterable[str]) -> Row:
    """Return a line without the marks of footnotes after numbers, which would change the numbers."""
    text = _MARK.sub(lambda mark: "" if mark.group() in marks else mark.group(), line.text)
    return line if text == line.text else line._replace(text=text)


def _first_note(lines: Sequence[Row]) -> int:
    """Return where the footnotes begin: smaller lines at the bottom, the first with its mark."""
    usual = statistics.median(line.size for line in lines) if lines else 0.0
    first = len(lines)
    while first > 0 and lines[first - 1].size < usual * _SMALL:
        first -= 1
    return first if first and _is_note(lines[first:]) else len(lines)


def _is_note(lines: Sequence[Row]) -> bool:
    return bool(lines) and FOOTNOTE.match(lines[0].text) is not None


def _lines(rows: list[Row]) -> list[Row]:
    """Join the rows of each line, and order the lines from top to bottom."""
    lines: list[list[Row]] = []
    tallest: Row | None = None
    for row in sorted(rows, key=lambda row: -(row.top + row.bottom)):
        if tallest is not None and _share_line(lines[-1], tallest, row):
            lines[-1].append(row)
            tallest = max(tallest, row, key=_height)
        else:
            lines.append([row])
            tallest = row
    return [_join(line) if len(line) > 1 else line[0] for line in lines]


def _height(row: Row) -> float:
    return row.top - row.bottom


def _share_line(line: Sequence[Row], tallest: Row, row: Row) -> bool:
    shared = min(tallest.top, row.top) - max(tallest.bottom, row.bottom)
    if not shared > _SHARED * min(_height(tallest), _height(row)):
        return False
    # A row above or below a cell is not another cell of its line: the next line, or one printed twice.
    return not any(
        row.left < cell.right - MARGIN and cell.left < row.right - MARGIN for cell in line[-_CELLS:]
    )


def _join(cells: list[Row]) -> Row:
    """Join the cells of a line."""
    cells = sorted(cells, key=lambda row: row.left)
    joined = cells[0]
    parts = [joined.text]
    for cell in cells[1:]:
        # The line's height is that of its largest cell, so that a raised digit does not lift it.
        larger = max(joined, cell, key=_height)
        parts += _cell(joined, cell, parts[-1])
        joined = larger._replace(left=joined.left, right=max(joined.right, cell.right), ends=cell.ends)
    return joined._replace(text="".join(parts))


def _cell(joined: Row, cell: Row, before: str) -> tuple[str, str]:
    """Return what separates a cell from those before it, and its text."""
    gap, height = cell.left - joined.right, max(_height(joined), _height(cell))
    space = "" if gap < _GLUED * height else " " if gap < CELL_GAP * height else "   "
    digits = _DIGITS.match(cell.text)
    if digits and before[-1].isdigit() and len(space) < len("   ") and is_raised(_box(cell), _box(joined)):
        return "", digits.group().translate(RAISED) + cell.text[digits.end() :]
    return space, cell.text


def _box(row: Row) -> Box:
    return row.left, row.bottom, row.right, row.top
