"""Layout damage as it occurs when text is extracted from a printed document; no word is lost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import lexicon
from inspection_model.strategies.arguments import build
from inspection_model.strategies.published import published

__all__ = ["Damage", "damages"]

# Bullets as typed, as extracted from files, and as private-use characters of symbol fonts.
BULLETS: Final = ("- ", "• ", "•\t", "•", "– ", "* ", "· ", "\uf0b7 ", "\uf0a7\t", "▪ ", "■ ", "➢ ", "ƒ ")
LINE_ENDS: Final = ("\n", "\r\n", "\r")
_NUMBERS = ("{page}", "Page {page} of {pages}", "- {page} -")
FEET: Final = ("", *_NUMBERS, "Inspection letter, page {page}")

_ITEM, _PART = "- ", "  o "
# A word that at the start of a line would look like a list marker or a page number.
_MARK = re.compile(r"\(?[0-9]{1,4}[.)]?\Z|[^\w\s\"'“‘(]|o\Z")
_GAP = "   "
_STOPS = (".", ":", ";", "?", "!")
_NUMBERED = re.compile(r"[0-9]{1,4}\. ")
_SYLLABLE = re.compile(r"(?<=\b[a-z]{3})(?=[a-z]{3,}\b)")  # a position within a long word
_LONE_SPACE = re.compile(r"(?<=\S) (?=\S)")
_CURLY = str.maketrans("'\"", "’”")
# A footer other than a page number is recognised because it repeats.
_FEWEST_PAGES = 3
_FOOT_INDENT = 30


@final
@attrs.frozen(kw_only=True)
class Damage:
    """Layout damage of a printed page and of text extraction.

    Attributes:
        bullet: The bullet in front of a list item.
        width: The number of characters at which paragraphs, items and the cells of the rows of a table are
            wrapped; ``None`` for no wrapping.
        hanging: Whether the continuation lines of an item are indented.
        page: The number of lines per page; ``None`` for no pages. A page may end within an item; a
            form feed follows it.
        foot: The page footer; ``{page}`` and ``{pages}`` are replaced by numbers.
        blank_lines: The number of blank lines between blocks.
        curly: Whether quotation marks and apostrophes are curly, in the record as well.
        soft_hyphens: Every n-th long word gets a soft hyphen; 0 for none.
        no_break_spaces: Every n-th space becomes a no-break space; 0 for none.
        line_end: The line terminator.
    """

    bullet: str = _ITEM
    width: int | None = None
    hanging: bool = False
    page: int | None = None
    foot: str = ""
    blank_lines: int = 1
    curly: bool = False
    soft_hyphens: int = 0
    no_break_spaces: int = 0
    line_end: str = "\n"

    def apply(self, letter: str) -> str:
        """Return a letter or a report that `render_text()` wrote, with the damage applied."""
        head, subject, body, end = _parts(letter)
        pages, last_foot = self._pages(self._lines(body))
        middle = "\n".join([*self._lines(subject), *pages]).rstrip("\n")
        between = "\n" * (self.blank_lines + 1)
        text = between.join(filter(None, [*head, middle, *end, last_foot]))
        if self.no_break_spaces:
            text = _every(self.no_break_spaces, _LONE_SPACE, "\u00a0", text)
        return self.spell(text).replace("\n", self.line_end)

    def spell(self, text: str) -> str:
        """Return a text with curly quotation marks if `curly` is set."""
        return text.translate(_CURLY) if self.curly else text

    def _lines(self, blocks: Sequence[str]) -> list[str]:
        """Return the lines of blocks, each followed by blank lines."""
        lines = [line for block in blocks for line in (*self._block(block), *[""] * self.blank_lines)]
        if self.soft_hyphens:
            return _every(self.soft_hyphens, _SYLLABLE, "\u00ad", "\n".join(lines)).split("\n")
        return lines

    def _block(self, block: str) -> Iterator[str]:
        """Yield the lines of a heading, a paragraph, a list or the row of a table."""
        for line in block.split("\n"):
            if _GAP in line:
                yield from self._row(line)
                continue
            mark = next((mark for mark in (_ITEM, _PART) if line.startswith(mark)), "")
            text = line.removeprefix(mark)
            first = self.bullet if mark == _ITEM else mark
            yield from self._wrapped(first, text, " " * len(mark) if self.hanging else "", self.width)

    @staticmethod
    def _wrapped(first: str, text: str, indent: str, width: int | None) -> Iterator[str]:
        line = first
        for word in text.split(" "):
            is_full = width is not None and len(line) + 1 + len(word) > width
            # Not before a word that would look like a list marker or a page number at the start of a
            # line, and not after a hyphen, which would look like a hyphenated word.
            if is_full and line.strip() != first.strip() and not _MARK.match(word) and line[-1] not in "-–":
                yield line
                line = indent + word
            else:
                line += word if line in (first, indent) else f" {word}"
        yield line

    def _row(self, line: str) -> Iterator[str]:
        """Yield the lines of a row; a sentence is wrapped in the wider one of two columns."""
        left, _, right = line.partition(_GAP)  # the left cell may be empty
        right = right.lstrip()
        if self.width is None or not right.endswith("."):
            yield line
            return
        width = self.width // 3
        narrow = self._wrapped("", left, "", width) if left else ()
        wide = self._wrapped("", right, "", self.width - width - len(_GAP))
        for cells in itertools.zip_longest(narrow, wide, fillvalue=""):
            yield f"{cells[0]:<{width}}{_GAP}{cells[1]}".rstrip()

    def _pages(self, lines: Sequence[str]) -> tuple[list[str], str]:
        """Split lines into pages with footers; return the last footer separately."""
        starts = self._page_starts(lines)
        pages = [list(lines[start:end]) for start, end in itertools.pairwise((*starts, len(lines)))]
        feet = [""] * len(pages)
        if self.foot in _NUMBERS or (self.foot and len(pages) >= _FEWEST_PAGES):
            indent = " " * _FOOT_INDENT
            feet = [f"{indent}{self.foot.format(page=n, pages=len(pages))}" for n in range(1, len(pages) + 1)]
        for page, foot in zip(pages[1:], feet, strict=False):
            page[0] = f"\n{foot}\n\n\f{page[0]}" if foot else f"\f{page[0]}"
        return list(itertools.chain.from_iterable(pages)), feet[-1] if self.page else ""

    def _page_starts(self, lines: Sequence[str]) -> list[int]:
        starts = [0]
        edges: set[str] = set()
        for index in range(1, len(lines)):
            if self.page is None or index - starts[-1] < self.page:
                continue
            last = next(filter(None, reversed(lines[:index])), "")
            first = next(filter(None, lines[index:]), "")
            together = bool(lines[index - 1] and lines[index])
            # A line that repeats at page ends would be taken for a footer.
            if together and self._is_heading(lines, index):
                continue
            if edges.isdisjoint((last, first)) and self._is_clear_break(last, first, together=together):
                starts.append(index)
                edges |= {last, first}
        return starts

    def _is_clear_break(self, last: str, first: str, *, together: bool) -> bool:
        """Return whether a page break here leaves no doubt if the paragraph continues."""
        return self._is_item(first) or together != last.endswith(_STOPS)

    def _is_heading(self, lines: Sequence[str], index: int) -> bool:
        """Return whether a line is in a heading or a table, which no page divides."""
        start = next(at for at in range(index, -1, -1) if at == 0 or not lines[at - 1])
        end = next(at for at in range(index, len(lines) + 1) if at == len(lines) or not lines[at])
        return not (self._is_item(lines[start]) or lines[end - 1].endswith("."))

    def _is_item(self, line: str) -> bool:
        return line.startswith((self.bullet, _PART)) or _NUMBERED.match(line) is not None


def _parts(letter: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Split a letter into the blocks of its head (up to the salutation), subject, body and end."""
    blocks = letter.rstrip("\n").split("\n\n")
    openers = tuple(f"{word} " for word in lexicon().letters.salutations)
    first = next((index + 1 for index, block in enumerate(blocks) if block.startswith(openers)), 0)
    ends = [index for index, block in enumerate(blocks) if block in lexicon().letters.sign_offs]
    last = max([first + 1, *ends[-1:]]) if ends else len(blocks)
    return blocks[:first], blocks[first : first + 1], blocks[first + 1 : last], blocks[last:]


def _every(step: int, pattern: re.Pattern[str], replacement: str, text: str) -> str:
    """Replace every n-th match of a pattern, where n is `step`."""
    counter = itertools.count(1)

    def replaced(match: re.Match[str]) -> str:
        return replacement if next(counter) % step == 0 else match.group()

    return pattern.sub(replaced, text)


@published()
def damages(  # noqa: PLR0913  # one argument per field
    *,
    bullet: S[str] | None = None,
    width: S[int | None] | None = None,
    hanging: S[bool] | None = None,
    page: S[int | None] | None = None,
    foot: S[str] | None = None,
    blank_lines: S[int] | None = None,
    curly: S[bool] | None = None,
    soft_hyphens: S[int] | None = None,
    no_break_spaces: S[int] | None = None,
    line_end: S[str] | None = None,
) -> S[Damage]:
    """Draw layout damage. Every argument is a strategy for the field of the same name.

    Raises:
        InvalidArgument: If an argument is not a strategy.
    """
    given: dict[str, S[Any] | None] = {
        "bullet": bullet, "width": width, "hanging": hanging, "page": page, "foot": foot,
        "blank_lines": blank_lines, "curly": curly, "soft_hyphens": soft_hyphens,
        "no_break_spaces": no_break_spaces, "line_end": line_end,
    }  # fmt: skip
    seldom = st.just(0) | st.integers(1, 9)
    default = {
        "bullet": st.sampled_from(BULLETS),
        "width": st.none() | st.integers(50, 110),
        "hanging": st.booleans(),
        "page": st.none() | st.integers(5, 60),
        "foot": st.sampled_from(FEET),
        "blank_lines": st.integers(1, 3),
        "curly": st.booleans(),
        "soft_hyphens": seldom,
        "no_break_spaces": seldom,
        "line_end": st.sampled_from(LINE_ENDS),
    }
    return build(Damage, given, default)
