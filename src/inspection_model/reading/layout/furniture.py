"""Page furniture: page numbers, running heads and feet, footnotes.

page number := [ "page" ] digits [ "of" digits ] | "-" digits "-"        alone on a line
footnote    := digits alone on a line, then up to ten lines without a gap that end the page
             | the same after the digits, below a gap, where they are glued to a word above ("practice?1")
running     := a line at an end of at least three pages, the same apart from digits
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.lines import Line

__all__ = ["furniture_lines"]

_PAGE_NUMBER = re.compile(
    r"(?:[Pp]age )?[0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?|[-\u2013\u2014] ?[0-9]{1,3} ?[-\u2013\u2014]"
)
_LONGEST_NUMBER = len("Page 999 of 999") + 1
_FOOTNOTE_MARK = re.compile(r"[0-9]{1,2}\Z")
_NOTE_AFTER_MARK = re.compile(r"([0-9]{1,2}) ?(?=[A-Z])")
_GLUED = re.compile(r"[A-Za-z.?:)\u2019\u201d]([0-9]{1,2})(?![0-9A-Za-z])")
_DIGITS = re.compile(r"[0-9]+")

# The first characters of page numbers.
_NUMBER_OPENERS = frozenset("0123456789Pp-\u2013\u2014")

# A page number set to the right has at least this indent, where no text begins.
_FAR = 20
# How often a line has to recur at the end of a page to be a running one.
_OFTEN = 3
# More lines than any footnote of the published letters has; a page of text is not a footnote.
_LONGEST_NOTE = 10
# More lines than any page has.
_LONGEST_PAGE = 80


def furniture_lines(lines: Sequence[Line]) -> set[int]:
    """Return the indices of the lines that are page furniture (numbers, running heads, footnotes)."""
    # A quick test first: most lines of a letter begin with another character, and do not start a page.
    noted = [i for i, line in enumerate(lines) if line.text[0] in _NUMBER_OPENERS or line.starts_page]
    marks = {
        i for i in noted if len(lines[i].text) < _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(lines[i].text)
    }
    found = {i for i in marks if _is_page_number(lines, i)}
    found |= _running(lines, [i for i in noted if lines[i].starts_page], found)
    # From the last on: a note may end where the next one begins.
    for mark in sorted(marks - found, reverse=True):
        if mark not in found and _FOOTNOTE_MARK.match(lines[mark].text):
            found.update(range(mark, _footnote_end(lines, mark + 1, found)))
    for first in reversed(noted):
        note = _NOTE_AFTER_MARK.match(lines[first].text) if lines[first].breaks_before > 1 else None
        if note and _is_glued_above(lines, first, note[1]):
            found.update(range(first, _footnote_end(lines, first, found)))
    return found


def _is_page_number(lines: Sequence[Line], index: int) -> bool:
    """Return whether a number alone on its line is in the position of a page number."""
    line = lines[index]
    if not line.text.isdigit() or line.indent >= _FAR or line.starts_page:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.starts_page:
        return True
    # Alone between blank lines, or directly before the next item of a list.
    return (line.breaks_before > 1 and following.breaks_before > 1) or is_marked(following.text)


def _running(lines: Sequence[Line], starts: Sequence[int], numbers: set[int]) -> set[int]:
    """Return the lines that recur at the top or the bottom of pages.

    Args:
        lines: The lines.
        starts: Where pages start, except the first.
        numbers: The lines that are page numbers.
    """
    if len(starts) + 1 < _OFTEN:
        return set()
    ends: list[tuple[int, int, str]] = []  # the lines at an end of a page, each with its page and edges
    for page, (start, end) in enumerate(pairwise((0, *starts, len(lines)))):
        first, last = start, end - 1
        while first <= last and first in numbers:
            first += 1
        while first <= last and last in numbers:
            last -= 1
        if first <= last:
            ends += [(index, page, _edges(lines[index].text)) for index in (first, last)]
    # A quick test first: few lines have both their first and their last characters in common.
    alike = Counter(edges for _, _, edges in ends)
    places: dict[str, dict[int, int]] = {}  # for each text, apart from digits, its lines and their pages
    for index, page, edges in ends:
        if alike[edges] >= _OFTEN:
            places.setdefault(_DIGITS.sub("0", lines[index].text), {})[index] = page
    often = (found for found in places.values() if len(set(found.values())) >= _OFTEN)
    # Items of a list may begin alike.
    return {index for found in often for index in found if not is_marked(lines[index].text)}


def _edges(text: str) -> str:
    """Return the first and the last character of a text, with any digit as 0."""
    first, last = text[0], text[-1]
    return f"{'0' if first.isdecimal() else first}{'0' if last.isdecimal() else last}"


def _is_glued_above(lines: Sequence[Line], index: int, digits: str) -> bool:
    """Return whether digits are glued to a word above on the same page."""
    for line in reversed(lines[max(0, index - _LONGEST_PAGE) : index]):
        if digits in line.text and any(match[1] == digits for match in _GLUED.finditer(line.text)):
            return True
        if line.starts_page:
            break
    return False


def _footnote_end(lines: Sequence[Line], first: int, numbers: set[int]) -> int:
    """Return the end of a text that starts at a line, if its page ends there, too; otherwise 0."""
    for index in range(first, min(len(lines), first + _LONGEST_NOTE + 1)):
        if lines[index].starts_page or index in numbers:
            return index
        if lines[index].breaks_before > 1 and index > first:
            break
    return 0
