"""Paragraph ends that no blank line shows.

A line starts a paragraph if its first word would have fitted on the previous line:

    end     := a finished sentence, plainly short of its column, before a capital
    heading := a line without a stop, shorter still, before a capital and a full line

A column (`columns`) is as wide as the lines in it whose sentence continues below: those are full. In a text
with more such ends than blank lines below finished sentences, or on a page without any blank line, blank
lines do not show the ends of paragraphs at all. Only there a line that is just short of the width ends one,
too, and headings are inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import final

import msgspec

from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.columns import (
    PLAINLY_SHORT,
    ends_in_columns,
    room_for,
    usual_width,
    widths_of,
)
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["paragraph_starts"]

# The last line of a paragraph stays below this share of the usual width, together with the next word.
_SHORT = 0.95
# A heading stays below this share, and the line below it does not.
_HEADING = 0.75
# So many ends show that a page without a blank line has several paragraphs.
_SEVERAL = 2
_OPENERS = "\"'\u2018\u201c(["


def paragraph_starts(lines: Sequence[Line], first: int) -> tuple[set[int], bool]:
    """Infer which lines start a paragraph although no blank line precedes them.

    Args:
        lines: The lines of a letter without page furniture.
        first: The first line of the body.

    Returns:
        Their indices, and whether the letter, or a page of it, has no blank lines between its
        paragraphs, so that only short lines show where they end.
    """
    widths = widths_of(lines[first:])
    width = usual_width(widths)
    page = _Page()
    pages = [page]
    for index, (before, line) in enumerate(pairwise(lines[first:]), first + 1):
        if line.starts_page:
            page = _Page()
            pages.append(page)
            continue
        if line.breaks_before > 1:
            page.gaps += 1
        sign = line.text[0]
        if sign.isupper() or (sign in _OPENERS and line.text.lstrip(_OPENERS)[:1].isupper()):
            if not is_unfinished(before.text):
                page.add_end(index, line, is_short=room_for(line, before) < width * PLAINLY_SHORT)
            else:
                page.others.append(index)
    bare = _without_blank_lines(lines[first : first + 2], pages)
    found = {index for page in bare for index in page.loose_starts(lines, width)}
    widest = widths[-1] if widths else 0
    ends = [
        index
        for page in pages
        for index in page.ends
        if index not in found and room_for(lines[index], lines[index - 1]) < widest * PLAINLY_SHORT
    ]
    return found | ends_in_columns(lines, first, ends), bool(bare)


def _without_blank_lines(top: Sequence[Line], pages: Sequence[_Page]) -> Sequence[_Page]:
    """Return the pages that have no blank lines between their paragraphs.

    Blank lines below the salutation and below the subject show that the first page has them.
    """
    shown = all(line.breaks_before > 1 for line in top)
    if not shown and sum(page.short for page in pages) > sum(page.blanks for page in pages):
        return pages
    return [page for page in pages[shown:] if page.short >= _SEVERAL and not page.gaps]


@final
class _Page(msgspec.Struct, gc=False):
    """The lines of a page that may start a paragraph: those that begin with a capital.

    Attributes:
        ends: Those that follow a finished sentence directly.
        others: Those that follow an unfinished one.
        short: How many of the ends are below a plainly short line.
        blanks: How many blank lines are below finished sentences.
        gaps: How many blank lines there are.
    """

    ends: list[int] = []
    others: list[int] = []
    short: int = 0
    blanks: int = 0
    gaps: int = 0

    def add_end(self, index: int, line: Line, *, is_short: bool) -> None:
        """Add a line that follows a finished sentence."""
        if line.breaks_before > 1:
            self.blanks += 1
        else:
            self.ends.append(index)
            self.short += is_short

    def loose_starts(self, lines: Sequence[Line], width: int) -> Iterator[int]:
        """Yield the lines that start a paragraph if no blank line shows one."""
        for index in self.ends:
            if room_for(lines[index], lines[index - 1]) < width * _SHORT:
                yield index
        for index in self.others:
            before, line = lines[index - 1], lines[index]
            is_heading = room_for(line, before) < width * _HEADING <= len(line.text)
            if is_heading and line.breaks_before == 1 and not is_marked(before.text):
                yield index
