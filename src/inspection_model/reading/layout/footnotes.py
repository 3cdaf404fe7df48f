"""Footnotes, and a foot that only one page has.

footnote := digits alone on a line, then up to ten lines without a gap that end the page
          | the same after the digits, below a gap, where they are glued to a word above ("practice?1")
          | up to ten lines without a gap that end the page, below a wider gap than any paragraph of it,
            if digits are glued to a word above and no footnote has them: its mark is lost
foot     := up to three lines that end a page, not the last one, far below its text
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.landmarks import find_sign_offs
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.pages import Page, edges_of
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["find_feet", "find_footnotes"]

_MARK = re.compile(r"[0-9]{1,2}\Z")
_NOTE_AFTER_MARK = re.compile(r"([0-9]{1,2}) ?(?=[A-Z])")
# Both patterns begin with a digit, for which a line is searched fast.
_GLUED = re.compile(r"[0-9](?<=[A-Za-z.?:)\u2019\u201d][0-9])[0-9]?(?![0-9A-Za-z])")
# Digits that can only be a mark: after punctuation, or at the end of a line.
_CERTAIN = re.compile(
    r"[0-9](?:(?<=[a-z)\u2019\u201d][.?:][0-9])[0-9]?(?![0-9A-Za-z])|(?<=[a-z?][0-9])[0-9]?\Z)"
)

# More lines than any footnote of the published letters has; a page of text is not a footnote.
_LONGEST_NOTE = 10
# More lines than any page has.
_LONGEST_PAGE = 80
# The most lines of a foot, and the fewest line ends above it, also as a multiple of the usual gap.
_LONGEST_FOOT = 3
_FAR_BELOW = 4
_TIMES = 2
# A signature may be far below the sign-off, which is within this number of lines.
_SIGNATURE = 12


def find_footnotes(
    lines: Sequence[Line], pages: Sequence[Page], marks: Iterable[int], furniture: Collection[int]
) -> set[int]:
    """Return the lines of footnotes.

    Args:
        lines: The lines.
        pages: The pages.
        marks: The lines of digits that are not page numbers, in order.
        furniture: The lines that are known to be page furniture.
    """
    found = set(furniture)
    # From the last on: a note may end where the next one begins.
    for mark in sorted(marks, reverse=True):
        if mark not in found and _MARK.match(lines[mark].text):
            found.update(range(mark, _note_end(lines, mark + 1, found)))
    for first in reversed(_notes_below_gap(lines)):
        found.update(range(first, _note_end(lines, first, found)))
    notes = found - set(furniture)
    for page in pages:
        if notes.isdisjoint(range(*page)):
            notes.update(_note_without_mark(lines, page, furniture))
    return notes


def find_feet(
    lines: Sequence[Line],
    pages: Sequence[Page],
    furniture: Collection[int],
    is_heading: Callable[[int], bool],
) -> set[int]:
    """Return the feet that only one page has, far below its text.

    Args:
        lines: The lines.
        pages: The pages.
        furniture: The lines that are known to be page furniture.
        is_heading: Returns whether a heading of a framework starts at a line.
    """
    usual = Counter(line.breaks_before for line in lines if line.breaks_before > 1).most_common(1)
    far = max(_FAR_BELOW, _TIMES * usual[0][0]) if usual else _FAR_BELOW
    found: set[int] = set()
    for page in pages[:-1]:
        last = _last_lines(lines, page, furniture, _LONGEST_FOOT)
        if last and lines[last[0]].breaks_before >= far and not is_heading(last[0]):
            is_text = is_marked(lines[last[0]].text) or not is_unfinished(lines[last[-1]].text)
            if not (is_text or _is_signature(lines, last[0])):
                found.update(last)
    return found


def _last_lines(lines: Sequence[Line], page: Page, furniture: Collection[int], most: int) -> range:
    """Return the last lines of a page up to the gap above them; none if they are too many, or all of it."""
    edges = edges_of(page, furniture)
    if edges is None:
        return range(0)
    for first in range(edges.last, max(edges.first, edges.last - most), -1):
        if lines[first].breaks_before > 1:
            return range(first, edges.last + 1)
    return range(0)


def _is_signature(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is soon below a sign-off."""
    return bool(find_sign_offs(lines[max(0, index - _SIGNATURE) : index], 0))


def _note_without_mark(lines: Sequence[Line], page: Page, furniture: Collection[int]) -> range:
    """Return the lines of a footnote that has lost its mark."""
    last = _last_lines(lines, page, furniture, _LONGEST_NOTE)
    if not last or not lines[last[0]].text[0].isupper() or _is_signature(lines, last[0]):
        return range(0)
    gap = lines[last[0]].breaks_before
    for index in range(last[0] - 1, page.start - 1, -1):
        if _CERTAIN.search(lines[index].text):
            return last
        if lines[index].breaks_before >= gap:
            break
    return range(0)


def _notes_below_gap(lines: Sequence[Line]) -> list[int]:
    """Return the lines below a gap that begin with digits which are glued to a word above on their page."""
    found: list[int] = []
    glued: dict[
        str, int
    ] = {}  # the last line of the page with digits that are glued to a word, by the digits
    searched = 0
    numbered = (i for i, line in enumerate(lines) if line.breaks_before > 1 and line.text[0].isdecimal())
    for index in numbered:
        if note := _NOTE_AFTER_MARK.match(lines[index].text):
            first = index - _LONGEST_PAGE
            for above in range(max(first, searched), index):
                if lines[above].starts_page:
                    glued.clear()
                glued.update(dict.fromkeys(_GLUED.findall(lines[above].text), above))
            searched = index
            if glued.get(note[1], -1) >= max(first, 0):
                found.append(index)
    return found


def _note_end(lines: Sequence[Line], first: int, furniture: Collection[int]) -> int:
    """Return the end of a text that starts at a line, if its page ends there, too; otherwise 0."""
    for index in range(first, min(len(lines), first + _LONGEST_NOTE + 1)):
        if lines[index].starts_page or index in furniture:
            return index
        if lines[index].breaks_before > 1 and index > first:
            break
    return 0
