"""From lines to blocks: headings, paragraphs and list items.

    block     := salutation | heading | item | paragraph
    heading   := one to three lines that are, joined, a heading of a framework
    item      := ( bullet | number ) line { continuation }
    paragraph := line { continuation }

A line continues its block if it follows directly. After a blank line or a page break it does if the
block's last sentence is unfinished, or (page break) if the last line is too full for the next
line's first word. After a form feed without a line end it always does: this is how the text of a
PDF records what its pages show.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile
from string import ascii_letters, ascii_lowercase
from typing import final

import msgspec

from inspection_model.reading.layout.bullets import LETTER_BULLETS, common_marks, is_marked
from inspection_model.reading.layout.columns import usual_width, widths_of
from inspection_model.reading.layout.headings import Headings
from inspection_model.reading.layout.landmarks import Landmarks
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.open_blocks import OpenBlock, are_successive, item_at
from inspection_model.reading.layout.sentences import Excerpt, is_unfinished, whole

__all__ = ["Block", "join_blocks", "make_block", "paragraph", "split_block", "split_blocks"]

_SHORT = 0.6  # of the usual width
_OPENERS = "\"'\u2018\u201c(["
_LETTERS = frozenset(ascii_letters) - frozenset(LETTER_BULLETS)
_SMALL_LETTERS = frozenset(ascii_lowercase)


@final
class Block(msgspec.Struct, frozen=True, gc=False):
    """A heading, a list item or a paragraph.

    Attributes:
        first: The index of its first line in the layout.
        lines: Its lines, without a bullet or a number.
        breaks_before: The line ends before it.
        indent: How far its first line is indented, the bullet included.
        excerpt: Its text, with the position of every character.
        words: The words of the excerpt.
        mark: Start and end of the bullet, or of the number with its punctuation, in the source; empty
            without one.
        bullet: The bullet of an item; ``""`` for a paragraph or a heading.
        number: The number of a numbered item.
        is_item: Whether it has a bullet or a number.
        is_heading: Whether it is a heading of a known framework.
        responsible: The bodies that are responsible, from the left column of a table; for a heading above
            the right column, the words above the left one.
    """

    first: int
    lines: Sequence[Line]
    breaks_before: int
    indent: int
    excerpt: Excerpt
    words: str
    mark: tuple[int, int]
    bullet: str = ""
    number: int | None = None
    is_item: bool = False
    is_heading: bool = False
    responsible: Excerpt | None = None


def split_blocks(
    lines: Sequence[Line], landmarks: Landmarks, headings: Headings, *, printable: bool
) -> tuple[Block, ...]:
    """Split the lines from the salutation on into blocks.

    Args:
        lines: The lines of a text without page furniture.
        landmarks: The salutation, which is a separate block, and the signatures, which open one.
        headings: The headings of the known frameworks.
        printable: Whether all characters of the lines are known to be printable.
    """
    return tuple(
        make_block(block, printable=printable) for block in _Splitter(lines, landmarks, headings).split()
    )


def make_block(opened: OpenBlock, *, printable: bool) -> Block:
    """Return a block of collected lines."""
    lines = tuple(opened.lines)
    excerpt = whole(lines, printable=printable)
    return Block(
        opened.first,
        lines,
        opened.breaks_before,
        opened.indent,
        excerpt,
        excerpt.words,
        opened.mark,
        opened.bullet,
        opened.number,
        opened.is_item,
        opened.is_heading,
    )


def join_blocks(block: Block, following: Block) -> Block:
    """Return a block with the lines of the next one, which continue it."""
    lines = (*block.lines, *following.lines)
    excerpt = whole(lines)
    return msgspec.structs.replace(block, lines=lines, excerpt=excerpt, words=excerpt.words)


def paragraph(lines: Sequence[Line], *, first: int) -> Block:
    """Return a paragraph below a blank line.

    Args:
        lines: Its lines.
        first: The index of its first line in the layout.
    """
    excerpt, start = whole(lines), lines[0].start
    return Block(first, lines, 2, lines[0].indent, excerpt, excerpt.words, (start, start))


def split_block(block: Block, *indices: int) -> list[Block]:
    """Split a block before some of its lines, given in order; all parts but the first are paragraphs."""
    if not indices:
        return [block]
    lines = block.lines[: indices[0]]
    excerpt = whole(lines)
    before = msgspec.structs.replace(block, lines=lines, excerpt=excerpt, words=excerpt.words)
    pairs = pairwise((*indices, len(block.lines)))
    return [before, *(paragraph(block.lines[start:end], first=block.first + start) for start, end in pairs)]


class _Splitter:
    def __init__(self, lines: Sequence[Line], landmarks: Landmarks, headings: Headings) -> None:
        self._lines = lines
        self._salutation = landmarks.salutation
        self._end = landmarks.signature
        self._headings = headings
        self._blocks: list[OpenBlock] = []
        self._number = 0  # of the last numbered item
        body = lines[0 if self._salutation is None else self._salutation + 1 : self._end]
        self._body = body
        self._width: int | None = None
        self._marks: Set[str] = common_marks(body)
        # The letters with which no item begins.
        self._letters = _LETTERS - {mark[0] for mark in self._marks}

    def split(self) -> list[OpenBlock]:
        lines, blocks, may_start, end = self._lines, self._blocks, self._headings.may_start, self._end
        words = _SMALL_LETTERS & self._letters
        index = 0
        if self._salutation is not None:
            index = self._salutation
            self._open(index, closed=True)
            index += 1
        while index < len(lines):
            line = lines[index]
            sign, count = line.text[0], 1
            if index == end:
                self._open(index)
            elif (
                sign in words
                and line.breaks_before == 1
                and not line.starts_page
                and blocks
                and not blocks[-1].closed
            ):
                blocks[-1].lines.append(line)  # most lines need no check
            elif not may_start(line.text) or not (count := self._heading(index)):
                self._line(index)
                count = 1
            index += count
        return blocks

    def _open(self, index: int, *, count: int = 1, is_heading: bool = False, closed: bool = False) -> None:
        """Open a block at a line."""
        line = self._lines[index]
        breaks = max(line.breaks_before, 2) if line.starts_page else line.breaks_before
        lines = list(self._lines[index : index + count])
        mark = (line.start, line.start)
        self._blocks.append(
            OpenBlock(index, lines, mark, line.indent, breaks, is_heading=is_heading, closed=closed)
        )

    def _heading(self, index: int) -> int:
        """Open the heading that starts at a line; return how many lines it has, 0 without a heading."""
        count = self._headings.lines_at(self._lines, index)
        if not count:
            return 0
        line = self._lines[index]
        if is_marked(line.text, self._marks) and self._is_in_list(index, count):
            return 0
        if index and line.breaks_before == 1 and not line.starts_page:
            before = self._lines[index - 1]
            if is_unfinished(before.text):
                # Words of a heading in mid-sentence: the sentence continues below.
                following = self._lines[index + count] if index + count < len(self._lines) else None
                if following is not None and following.breaks_before == 1 and following.text[0].islower():
                    return 0
                if not (self._blocks[-1].is_item or self._blocks[-1].closed):
                    return 0
        self._open(index, count=count, is_heading=True, closed=True)
        return count

    def _is_in_list(self, index: int, count: int) -> bool:
        """Return whether a heading with a bullet or a number before it is an item that is worded like one.

        Args:
            index: Its first line.
            count: The number of its lines.
        """
        line = self._lines[index]
        item = item_at(index, line, self._marks)
        last = self._blocks[-1] if self._blocks else None
        if item is None or last is None:
            return False
        if last.is_heading or (last.lines and last.lines[-1].text[-1] == ":"):
            return True  # the first of a list
        after = self._lines[index + count] if index + count < self._end else None
        below = None if after is None else item_at(index + count, after, self._marks)
        if after is None or (below is not None and are_successive(item, below)):
            return True
        listed = takewhile(lambda block: block.is_item, reversed(self._blocks))
        before = next((block for block in listed if are_successive(block, item)), None)
        # A gap sets a heading apart from a list whose items have none.
        return before is not None and (before.breaks_before > 1 or line.breaks_before <= 1)

    def _line(self, index: int) -> None:
        """Take a line as an item, a continuation or a paragraph."""
        line = self._lines[index]
        last = self._blocks[-1] if self._blocks else None
        sign = line.text[0]
        item = None if sign in self._letters else item_at(index, line, self._marks)
        if item is not None and (number := item.number) is not None:
            if line.breaks_before <= 1 and last is not None and self._runs_into(last, number):
                item = None
            else:
                self._number = number
        if item is not None:
            self._blocks.append(item)
        elif last is not None and not last.closed and self._continues(last, line, self._lines[index - 1]):
            last.lines.append(line)
        else:
            self._open(index)

    def _runs_into(self, block: OpenBlock, number: int) -> bool:
        """Return whether a number at a line's start belongs to a sentence: "the age of" / "25. The …"."""
        if number == self._number + 1:
            return False
        return not block.closed and bool(block.lines) and is_unfinished(block.lines[-1].text)

    def _usual_width(self) -> int:
        """Return the usual width of the body; it is found only if a page break shows the need for it."""
        # Not a cached_property: before Python 3.12 it has a lock, and a process that is forked while a
        # thread holds it waits for ever.
        if self._width is None:
            self._width = usual_width(widths_of(self._body))
        return self._width

    def _continues(self, block: OpenBlock, line: Line, before: Line) -> bool:
        """Return whether a line continues the block."""
        if not line.starts_page:
            if line.breaks_before <= 1:
                return True
            if line.text[0].isupper():
                return False
            # A reference may be on a separate line: "(Outcome 3, …)".
            is_reference = line.text[0] == "(" and block.is_item and line.indent > block.indent
            goes_on = line.text.lstrip(_OPENERS)[:1].islower() and is_unfinished(before.text)
            return is_reference or goes_on
        word = line.text.split(None, 1)[0]
        width = before.indent + len(before.text)
        usual = self._usual_width()
        is_full = width + 1 + len(word) > usual
        if is_unfinished(before.text):
            # An item without a full stop may be complete; a paragraph only if its last line is
            # plainly short, as that of a subject is.
            complete = (block.is_item and not is_full) or width < usual * _SHORT
            starts_lower = line.text.lstrip(_OPENERS)[:1].islower()
            return starts_lower or not complete or before.text[-1] in ",-"
        hangs = block.is_item and line.indent > block.indent
        if line.breaks_before > 1:
            return hangs and abs(line.indent - _hanging_indent(block)) <= 1
        return is_full or hangs


def _hanging_indent(block: OpenBlock) -> int:
    """Return the indent of an item's lines: that of its second, or of its first after the bullet."""
    first, *others = block.lines
    return others[0].indent if others else block.indent + first.start - block.mark[0]
