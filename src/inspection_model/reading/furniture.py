"""What a page adds to its text: page numbers, running heads and feet, footnotes.

page number := [ "page" ] digits [ "of" digits ] | "-" digits "-"        alone on a line
footnote    := digits alone on a line, then indented lines up to the end of the page,
               on a page whose text has the digits glued to a word
running     := a line that stands at the same end of at least three pages, digits aside
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from inspection_model.reading.bullets import is_marked
from inspection_model.reading.lines import Line

__all__ = ["furniture_lines"]

_PAGE_NUMBER = re.compile(
    r"(?:[Pp]age )?[0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?|[-\u2013\u2014] ?[0-9]{1,3} ?[-\u2013\u2014]"
)
_FOOTNOTE_MARK = re.compile(r"[0-9]{1,2}\Z")
_DIGITS = re.compile(r"[0-9]+")

# A page number that a typesetter sets to the right stands this far out, where no text begins.
_FAR = 20
# How often a line has to come back at the end of a page to be a running one.
_OFTEN = 3


def furniture_lines(lines: Sequence[Line]) -> set[int]:
    """Give the indices of the lines that are the page's, not the letter's."""
    marks = {i for i, line in enumerate(lines) if _is_number(line)}
    found = {i for i in marks if _is_page_number(lines, i)}
    found |= _running(lines, found)
    for mark in sorted(marks - found):
        if _FOOTNOTE_MARK.match(lines[mark].text):
            found |= _footnote(lines, mark, found)
    return found


def _is_number(line: Line) -> bool:
    # Cheap tests first: nearly every line of a letter is long.
    return (
        len(line.text) < 16
        and line.text[-1] in "0123456789-\u2013\u2014"
        and bool(_PAGE_NUMBER.fullmatch(line.text))
    )


def _is_page_number(lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on its line stands where page numbers stand."""
    line = lines[index]
    if not line.text.isdigit() or line.indent >= _FAR or line.page:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.page:
        return True
    # Alone between blank lines, or right before the next item of a list.
    return (line.gap > 1 and following.gap > 1) or is_marked(following.text)


def _running(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Find the lines that come back at the top or the bottom of pages."""
    edges: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        if not line.page:
            continue
        top = next((i for i in range(index, len(lines)) if i not in numbers), index)
        bottom = next((i for i in range(index - 1, -1, -1) if i not in numbers), index)
        edges += [(i, _DIGITS.sub("0", lines[i].text)) for i in {top, bottom}]
    counts = Counter(text for _, text in edges)
    return {i for i, text in edges if counts[text] >= _OFTEN}


def _footnote(lines: Sequence[Line], mark: int, numbers: set[int]) -> set[int]:
    """Take the footnote that a mark opens, up to the end of its page."""
    note = {mark}
    for index in range(mark + 1, len(lines)):
        line = lines[index]
        if line.page or index in numbers:
            return note
        if line.gap > 1 and index > mark + 1:
            return set()
        note.add(index)
    return set()
