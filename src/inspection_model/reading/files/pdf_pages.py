"""The text of a PDF's pages, by the geometry of their rows.

The text is laid out as a plain letter: each visual line is a line; cells that are side by side (a
letterhead in two columns) are separated by three spaces; a vertical gap is a blank line; the indent of
a line is kept. Between two pages there is a form feed:

    page break := blank line [ page number ] line feed, form feed      a paragraph ends with the page
                | [ line feed, page number ] form feed                 a paragraph continues

The page shows which of the two it is. Word processors write the end of a paragraph as a run of its
own, a lone space. If none follows the last word of a page, the paragraph continues, unless the next word
would have fitted on the last line. If one does, it may also be the space of a wrapped line, and the
sentence decides: an unfinished one continues.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["UNKNOWN", "Page", "Row", "make_page", "text_of_pages"]

UNKNOWN = "\ufffd"
"""Replaces a sign whose font does not say which character it shows."""
_NUMBER_ROW = re.compile(r"[0-9]{1,3}\Z")
_FOOTNOTE = re.compile(r"([0-9]{1,2}) ?(?=[^0-9. ])")

# Proportions of a line's height, found by measuring the published letters: two rows belong to one
# line if they share half of the smaller one's height; a gap between cells is wider than a letter; a
# blank line is a pitch a quarter wider than usual; lines that are not set apart have a pitch of 1.2 to
# 1.3.
_SHARED = 0.5
_CELL_GAP = 1.2
_GLUED = 0.15
_BLANK = 1.25
_SINGLE = 1.6
_SMALL = 0.9
# The width of a character in a fixed pitch, by which an indent becomes spaces.
_PITCH = 0.5
# How far two left margins may differ and be one, in points.
_MARGIN = 4.0
# More columns than a page of the smallest print has: a row farther away is not visible, and as many
# spaces would fill the memory.
_WIDEST = 400


class Row(NamedTuple):
    """A run of text on one line, with its box in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    last: int  # the index of its last character in the page's text


class Page(NamedTuple):
    """The lines of a page from top to bottom; what follows the body at the bottom is separate.

    Attributes:
        body: The lines of the body.
        notes: The lines of the footnotes.
        number: The page number.
        open: Whether no lone space follows the last word of the body.
    """

    body: list[Row]
    notes: list[Row]
    number: Row | None
    open: bool


def make_page(rows: list[Row]) -> Page:
    """Order the rows of a page, and separate what follows its body."""
    lines = _lines(rows)
    number = lines.pop() if lines and _NUMBER_ROW.match(lines[-1].text) else None
    first_note = _first_note(lines)
    return Page(lines[:first_note], lines[first_note:], number, open=False)


def _first_note(lines: Sequence[Row]) -> int:
    """Return where the footnotes begin: smaller lines at the bottom, the first with its mark."""
    usual = statistics.median(line.size for line in lines) if lines else 0.0
    first = len(lines)
    while first > 0 and lines[first - 1].size < usual * _SMALL:
        first -= 1
    return first if first and _is_note(lines[first:]) else len(lines)


def _is_note(lines: Sequence[Row]) -> bool:
    return bool(lines) and _FOOTNOTE.match(lines[0].text) is not None


def _lines(rows: list[Row]) -> list[Row]:
    """Join the rows of each line, and order the lines from top to bottom."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: -(row.top + row.bottom)):
        if lines and _share_line(lines[-1], row):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [_join(sorted(line, key=lambda row: row.left)) for line in lines]


def _share_line(line: list[Row], row: Row) -> bool:
    # A row above or below a cell is not another cell of its line: the next line, or one printed twice.
    if any(row.left < cell.right - _MARGIN and cell.left < row.right - _MARGIN for cell in line):
        return False
    other = max(line, key=lambda r: r.top - r.bottom)
    shared = min(other.top, row.top) - max(other.bottom, row.bottom)
    return shared > _SHARED * min(other.top - other.bottom, row.top - row.bottom)


def _join(cells: list[Row]) -> Row:
    joined = cells[0]
    for cell in cells[1:]:
        gap = cell.left - joined.right
        height = max(joined.top - joined.bottom, cell.top - cell.bottom)
        space = "" if gap < _GLUED * height else " " if gap < _CELL_GAP * height else "   "
        # The line's height is that of its largest cell, so that a raised digit does not lift it.
        larger = max(joined, cell, key=lambda row: row.top - row.bottom)
        joined = joined._replace(
            text=f"{joined.text}{space}{cell.text}",
            right=max(joined.right, cell.right),
            bottom=larger.bottom,
            top=larger.top,
            size=larger.size,
            last=cell.last,
        )
    return joined


def _blanks(lines: Sequence[Row], everywhere: Sequence[float]) -> list[bool]:
    """Return before which lines there is a blank line: where the pitch is wider than usual.

    A page whose paragraphs all are one line long has the usual pitch of the other pages.
    """
    pitches = _pitches(lines)
    usual = statistics.median_low(_single_pitches(lines) or everywhere or pitches or [0.0])
    return [False, *(pitch > usual * _BLANK for pitch in pitches)][: len(lines)]


def _pitches(lines: Sequence[Row]) -> list[float]:
    return [above.bottom - line.bottom for above, line in pairwise(lines)]


def _single_pitches(lines: Sequence[Row]) -> list[float]:
    """Return the pitches of lines that are not set apart."""
    return [
        pitch for line, pitch in zip(lines, _pitches(lines), strict=False) if pitch <= _SINGLE * _height(line)
    ]


def _height(line: Row) -> float:
    return line.top - line.bottom


def text_of_pages(pages: Sequence[Page]) -> str:
    """Return the text of pages of which at least one has a body."""
    left = min(line.left for page in pages for line in page.body)
    everywhere = [pitch for page in pages for pitch in _single_pitches(page.body)]
    blanks = [_blanks(page.body, everywhere) for page in pages]
    parts: list[str] = []
    for index, page in enumerate(pages):
        if index:
            continues = _continues(pages[index - 1], blanks[index - 1], page)
            parts.append(_break(pages[index - 1], left, continues=continues))
        for line, blank in zip(page.body, blanks[index], strict=True):
            parts.append(("\n" if blank else "") + _indented(line, left) + "\n")
        if page.body:
            parts[-1] = parts[-1].rstrip("\n")
    parts.append(_break(pages[-1], left, continues=False).rstrip("\f"))
    return "".join(parts)


def _continues(page: Page, blanks: Sequence[bool], following: Page) -> bool:
    """Return whether a paragraph continues from the end of a page on the next page."""
    if not page.body or not following.body:
        return False
    last, first = page.body[-1], following.body[0]
    if is_marked(first.text):
        return False
    if is_unfinished(last.text) and first.text[0].islower():
        return True
    is_below = is_marked(last.text) or abs(first.left - last.left) < _MARGIN
    return page.open and is_below and not _has_room(page.body, blanks, first)


def _has_room(body: Sequence[Row], blanks: Sequence[bool], first: Row) -> bool:
    """Return whether the first word of the next page would have fitted on the last line of its paragraph."""
    word, *_ = first.text.split()
    width = (first.right - first.left) * (len(word) + 1) / len(first.text)
    last = body[-1]
    right = last.right
    for line, blank in zip(reversed(body), reversed(blanks), strict=True):
        right = max(right, line.right)
        if blank:
            break
    # Widths are estimates: a line's height to spare, about two letters, makes it certain.
    return last.right + width + (last.top - last.bottom) < right


def _break(page: Page, left: float, *, continues: bool) -> str:
    """Return the end of a page: its footnotes, its number, and the form feed."""
    lines: list[str] = []
    for note in page.notes:
        mark = _FOOTNOTE.match(note.text)
        lines += [mark[1], f"  {note.text[mark.end() :]}"] if mark else [f"  {note.text}"]
    if page.number is not None:
        lines.append(_indented(page.number, left))
    text = "".join(f"\n{line}" for line in lines)
    return f"{text}\f" if continues else f"\n{text}\n\f"


def _indented(line: Row, left: float) -> str:
    pitch = (line.top - line.bottom) * _PITCH
    columns = (line.left - left) / pitch if pitch > 0 else 0
    return " " * (round(columns) if columns < _WIDEST else 0) + line.text
