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

from inspection_model.reading.bullets import NUMBER, has_bullet
from inspection_model.reading.headings import Headings, KnownHeading
from inspection_model.reading.lines import Line
from inspection_model.reading.sentences import is_unfinished
from inspection_model.reading.stretch import Stretch, stretch_of

__all__ = ["Block", "split_blocks"]

_SHORT = 0.6  # of the usual width

# A lone "o" is a bullet; a heading starts with a capital.
_SMALL_LETTERS = frozenset("abcdefghijklmnpqrstuvwxyz")
_OPENERS = "\"'\u2018\u201c(["


class Block:
    """A heading, a list item or a paragraph.

    Attributes:
        lines: Its lines, without a bullet or a number.
        follows: For each line whether nothing but white space stands between it and the line before.
        bullet: The bullet of an item; ``""`` for a paragraph or a heading.
        number: The number of a numbered item.
        indent: How far its first line is indented, the bullet included.
        heading: The heading of the framework that it is.
        mark: Start and end of the bullet, or of the number with its punctuation, in the source.
        gap: The line ends before it.
    """

    def __init__(self, line: Line, *, follows: bool) -> None:
        self.lines: list[Line] = [line]
        self.follows: list[bool] = [follows]
        self.bullet = ""
        self.number: int | None = None
        self.indent: int = line.indent
        self.heading: KnownHeading | None = None
        self.mark: tuple[int, int] = (line.start, line.start)
        self.gap: int = line.gap
        self._stretch: Stretch | None = None

    @property
    def stretch(self) -> Stretch:
        """Its text, folded, with the place of every character. Asked for when its lines are all there."""
        if self._stretch is None:
            self._stretch = stretch_of(self.lines, self.follows)
        return self._stretch

    @property
    def text(self) -> str:
        """Its text, folded."""
        return self.stretch.text

    @property
    def is_item(self) -> bool:
        """Whether it has a bullet or a number."""
        return bool(self.bullet) or self.number is not None

    def add(self, line: Line, *, follows: bool) -> None:
        """Add a line that continues it."""
        self.lines.append(line)
        self.follows.append(follows)


def split_blocks(lines: Sequence[Line], skipped: Set[int], headings: Headings) -> list[Block]:
    """Split lines into blocks.

    Args:
        lines: The lines of the letter's body.
        skipped: The indices of those that are the page's.
        headings: The headings of the framework.
    """
    return _Splitter(lines, skipped, headings).split()


class _Splitter:
    def __init__(self, lines: Sequence[Line], skipped: Set[int], headings: Headings) -> None:
        self._lines = lines
        self._skipped = skipped
        self._headings = headings
        self._width = _usual_width(lines)
        self._blocks: list[Block] = []
        self._number = 0  # of the last numbered item

    def split(self) -> list[Block]:
        before: Line | None = None
        gap, page, follows = 0, False, True
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            if follows and self._plainly_continues(line, before) and index not in self._skipped:
                self._blocks[-1].add(line, follows=True)
                before = line
                index += 1
                continue
            # A page number's own gaps do not part what it stands between.
            gap, page = max(gap, line.gap), page or line.page
            if index in self._skipped:
                page, follows = True, False
                index += 1
                continue
            if line.page and line.gap == 0 and before is not None:
                gap, page = 1, False  # a form feed without a line end: the paragraph goes on
            taken = self._heading(index, gap, page, before) or self._line(line, gap, page, follows, before)
            index += taken
            before = self._lines[index - 1]
            gap, page, follows = 0, False, True
        return self._blocks

    def _plainly_continues(self, line: Line, before: Line | None) -> bool:
        """Whether a line can only be the next of its block: directly below, with a small letter."""
        # Most lines of a letter are told here, without the questions that follow.
        return (
            before is not None
            and line.gap == 1
            and not line.page
            and line.text[0] in _SMALL_LETTERS
            and self._blocks[-1].heading is None
        )

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
        block = Block(line, follows=True)
        for more in self._lines[index + 1 : index + found.lines]:
            block.add(more, follows=True)
        block.heading = found
        self._blocks.append(block)
        return found.lines

    def _line(self, line: Line, gap: int, page: bool, follows: bool, before: Line | None) -> int:
        """Take a line as an item, a continuation or a paragraph."""
        last = self._blocks[-1] if self._blocks else None
        item = _item(line)
        if item is not None and gap <= 1 and last is not None and self._runs_into(last, item):
            item = None
        if item is not None:
            self._number = item.number or self._number
            self._blocks.append(item)
        elif last is not None and before is not None and self._continues(last, line, gap, page, before):
            last.add(line, follows=follows)
        else:
            self._blocks.append(Block(line, follows=follows))
        return 1

    def _runs_into(self, block: Block, item: Block) -> bool:
        """Whether a number at a line's start belongs to a sentence: "the age of" / "25. The service"."""
        if item.number is None or item.number == self._number + 1:
            return False
        return block.heading is None and bool(block.lines) and is_unfinished(block.lines[-1].text)

    def _continues(self, block: Block, line: Line, gap: int, page: bool, before: Line) -> bool:
        if block.heading is not None:
            return False
        if gap <= 1 and not page:
            return True
        first = line.text.lstrip(_OPENERS)[:1]
        word = line.text.split(None, 1)[0]
        width = before.indent + len(before.text)
        is_full = width + 1 + len(word) > self._width
        if is_unfinished(before.text):
            # An item without a full stop may be whole; a paragraph only when its last line is
            # plainly short, as that of a subject is.
            whole = (block.is_item and not is_full) or width < self._width * _SHORT
            return first.islower() or (page and (not whole or before.text[-1] in ",-"))
        if not page or gap > 1:
            return False
        return is_full or (block.is_item and line.indent > block.indent)


def _usual_width(lines: Sequence[Line]) -> int:
    """The width to which most lines of a page are filled: the ninth decile."""
    widths = sorted(line.indent + len(line.text) for line in lines)
    return widths[len(widths) * 9 // 10] if widths else 0


def _item(line: Line) -> Block | None:
    """Make an item of a line that starts with a bullet or a number."""
    text = line.text
    sign = text[0]
    number: int | None = None
    if has_bullet(text):
        length = 1
    elif not sign.isalpha() and (match := NUMBER.match(text)) and int(match[1]) > 0:
        number, length = int(match[1]), match.end()
    else:
        return None
    rest = text[length:].lstrip()
    start = line.start + len(text) - len(rest)
    block = Block(Line(start, rest, line.indent, line.gap, line.page), follows=False)
    if not rest:
        block.lines, block.follows = [], []
    block.bullet = "" if number is not None else sign
    block.number = number
    block.mark = (line.start, line.start + len(text[:length].rstrip()))
    return block
