"""From lines to blocks: headings, paragraphs and list items, with what the page adds folded away.

    block     := heading | item | paragraph
    heading   := one to three lines that are, joined, a heading of the framework
    item      := ( bullet | number ) line { continuation }
    paragraph := line { continuation }

A line continues its block when it follows directly; after a blank line or a page break it does
when the block's last sentence is unfinished, or (page break) when the last line is too full for
the next line's first word to have stood on it. After a form feed without a line end it always does:
so the text of a PDF says what its pages show.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cached_property
from typing import final

import msgspec

from inspection_model.reading.bullets import LETTER_BULLETS, NUMBER, has_bullet
from inspection_model.reading.headings import Headings, KnownHeading
from inspection_model.reading.lines import Line
from inspection_model.reading.paragraphs import usual_width
from inspection_model.reading.sentences import is_unfinished
from inspection_model.reading.stretch import Stretch, stretch_of

__all__ = ["Block", "split_blocks"]

_SHORT = 0.6  # of the usual width

# A lone "o" is a bullet; a heading starts with a capital.
_SMALL_LETTERS = frozenset("abcdefghijklmnpqrstuvwxyz")
_OPENERS = "\"'\u2018\u201c(["

# What a block has in the place of its stretch while it waits for its lines.
_UNFINISHED = Stretch("", (), ())


@final
class Block(msgspec.Struct, gc=False):
    """A heading, a list item or a paragraph.

    Attributes:
        lines: Its lines, without a bullet or a number.
        parted: The indices of the lines before which more than white space stands, but for the first.
        bullet: The bullet of an item; ``""`` for a paragraph or a heading.
        number: The number of a numbered item.
        is_item: Whether it has a bullet or a number.
        indent: How far its first line is indented, the bullet included.
        heading: The heading of the framework that it is.
        mark: Start and end of the bullet, or of the number with its punctuation, in the source; empty
            without one.
        gap: The line ends before it.
        stretch: Once its lines are all there, its text, with the place of every character.
        text: The text of the stretch.
    """

    lines: list[Line]
    mark: tuple[int, int]
    indent: int
    gap: int
    stretch: Stretch
    bullet: str = ""
    number: int | None = None
    is_item: bool = False
    heading: KnownHeading | None = None
    parted: list[int] = []
    text: str = ""


def split_blocks(
    lines: Sequence[Line], skipped: Set[int], headings: Headings, *, printable: bool = False
) -> list[Block]:
    """Split lines into blocks.

    Args:
        lines: The lines of the letter's body.
        skipped: The indices of those that are the page's.
        headings: The headings of the framework.
        printable: Whether all characters of the lines are known to be.
    """
    blocks = _Splitter(lines, skipped, headings).split()
    for block in blocks:
        block.stretch = stretch_of(block.lines, block.parted, printable=printable)
        block.text = block.stretch.text
    return blocks


class _Splitter:
    def __init__(self, lines: Sequence[Line], skipped: Set[int], headings: Headings) -> None:
        self._lines = lines
        self._skipped = skipped
        self._headings = headings
        self._blocks: list[Block] = []
        self._number = 0  # of the last numbered item

    @cached_property
    def _width(self) -> int:
        return usual_width(self._lines)

    def split(self) -> list[Block]:
        lines, skipped, capitals = self._lines, self._skipped, self._headings.capitals
        plain = self._plainly_continuing()
        before: Line | None = None
        parted, gap = False, 0  # whether lines of the page's stand before this one, and their widest gap
        index, count = 0, len(lines)
        while index < count:
            line = lines[index]
            if index in skipped:
                parted, gap = True, max(gap, line.gap)
                index += 1
                continue
            # A page number's own gaps do not part what it stands between.
            gap, page = max(gap, line.gap) if parted else line.gap, parted or line.page
            if line.page and line.gap == 0 and before is not None:
                gap, page = 1, False  # a form feed without a line end: the paragraph goes on
            taken = self._heading(index, gap, page, before) if line.text[0] in capitals else 0
            index += taken or self._line(line, gap, page, parted, before)
            if plain[index] and not taken:
                end = plain.index(False, index)
                self._blocks[-1].lines += lines[index:end]
                index = end
            before = lines[index - 1]
            parted, gap = False, 0
        return self._blocks

    def _plainly_continuing(self) -> list[bool]:
        """Say which lines can only go on with the block before: directly below, with a small letter.

        Most lines of a letter are told so, without the questions that the others are asked.
        """
        plain = [line.gap == 1 and line.text[0] in _SMALL_LETTERS and not line.page for line in self._lines]
        plain.append(False)
        for index in self._skipped:
            plain[index] = False
        return plain

    def _heading(self, index: int, gap: int, page: bool, before: Line | None) -> int:
        """Take a heading; say how many lines it has, 0 when none starts here."""
        found = self._headings.at(self._lines, index, self._skipped)
        if found is None:
            return 0
        line = self._lines[index]
        if gap == 1 and not page and before is not None and is_unfinished(before.text):
            # Words of a heading in mid-sentence: the sentence goes on below.
            following = self._lines[index + found.lines] if index + found.lines < len(self._lines) else None
            if following is not None and following.gap == 1 and following.text[0].islower():
                return 0
            if not (self._blocks and (self._blocks[-1].is_item or self._blocks[-1].heading)):
                return 0
        lines = list(self._lines[index : index + found.lines])
        self._blocks.append(
            Block(lines, (line.start, line.start), line.indent, line.gap, _UNFINISHED, heading=found)
        )
        return found.lines

    def _line(self, line: Line, gap: int, page: bool, parted: bool, before: Line | None) -> int:
        """Take a line as an item, a continuation or a paragraph."""
        last = self._blocks[-1] if self._blocks else None
        sign = line.text[0]
        item = None if sign.isalpha() and sign not in LETTER_BULLETS else _item(line)
        if item is not None and (number := item.number) is not None:
            if gap <= 1 and last is not None and self._runs_into(last, number):
                item = None
            else:
                self._number = number
        if item is not None:
            self._blocks.append(item)
        elif (
            last is not None
            and before is not None
            and last.heading is None
            and ((gap <= 1 and not page) or self._goes_over(last, line, gap, page, before))
        ):
            if parted and last.lines:
                last.parted.append(len(last.lines))
            last.lines.append(line)
        else:
            gap = max(line.gap, 2) if page else line.gap
            self._blocks.append(Block([line], (line.start, line.start), line.indent, gap, _UNFINISHED))
        return 1

    def _runs_into(self, block: Block, number: int) -> bool:
        """Whether a number at a line's start belongs to a sentence: "the age of" / "25. The service"."""
        if number == self._number + 1:
            return False
        return block.heading is None and bool(block.lines) and is_unfinished(block.lines[-1].text)

    def _goes_over(self, block: Block, line: Line, gap: int, page: bool, before: Line) -> bool:
        """Whether a block goes on over a blank line or to the next page."""
        if not page and line.text[0].isupper():
            return False
        first = line.text.lstrip(_OPENERS)[:1]
        if not page:
            return first.islower() and is_unfinished(before.text)
        word = line.text.split(None, 1)[0]
        width = before.indent + len(before.text)
        is_full = width + 1 + len(word) > self._width
        if is_unfinished(before.text):
            # An item without a full stop may be whole; a paragraph only when its last line is
            # plainly short, as that of a subject is.
            whole = (block.is_item and not is_full) or width < self._width * _SHORT
            return first.islower() or not whole or before.text[-1] in ",-"
        hangs = block.is_item and line.indent > block.indent
        if gap > 1:
            return hangs and abs(line.indent - self._hang(block)) <= 1
        return is_full or hangs

    def _hang(self, block: Block) -> int:
        """Say how far the lines of an item are indented, by its second or by its first without the bullet."""
        first, *others = block.lines
        return others[0].indent if others else block.indent + first.start - block.mark[0]


def _item(line: Line) -> Block | None:
    """Make an item of a line that starts with a bullet or a number."""
    text = line.text
    number: int | None = None
    if has_bullet(text):
        length = 1
    elif (match := NUMBER.match(text)) and int(match[1]) > 0:
        number, length = int(match[1]), match.end()
    else:
        return None
    rest = text[length:].lstrip()
    start = line.start + len(text) - len(rest)
    lines = [Line(start, rest, line.indent, line.gap, line.page)] if rest else []
    mark = (line.start, line.start + len(text[:length].rstrip()))
    bullet = "" if number is not None else text[0]
    return Block(lines, mark, line.indent, line.gap, _UNFINISHED, bullet, number, is_item=True)
