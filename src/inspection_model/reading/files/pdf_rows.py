"""The rows of a PDF page: the runs of text that PDFium finds, with their places.

PDFium ends a row with a line end, or with a hyphen without one. All rows are upright: a page whose text
runs up, down or upside down is turned, and text at another angle, such as a stamp, is left out.
"""

from __future__ import annotations

import math
import re
import statistics
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from ctypes import byref, c_char
from itertools import repeat, starmap
from struct import iter_unpack
from typing import NamedTuple, TypeAlias, final

from inspection_model.reading.files.pdf_drawings import Box
from inspection_model.reading.files.pdf_row import CELL_GAP, RAISED, Row, is_raised
from inspection_model.reading.files.pdfium import Pdfium, each
from inspection_model.reading.layout.bullets import is_marked

__all__ = ["UNKNOWN", "PageText", "Rows"]

UNKNOWN = "\ufffd"
"""Replaces a sign whose font does not say which character it shows."""
# PDFium writes a hyphen at the end of a line as one of these, without a line end after it. The second
# also replaces a sign whose font does not say which character it shows.
_HYPHENS = "\x02\ufffe"
_ROW = re.compile(f"[^\\r\\n{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_SPECIAL = re.compile(f"[{_HYPHENS}\ud800-\udfff]")
# A set of signs at the beginning of a pattern is searched for faster than a repeated one.
_NUMBER = re.compile("[0-9][0-9]*(?:[0-9]| [0-9]{1,2})")
_SPACES = re.compile(" +")

# A row that is wider for its characters than the others of its page, or than most fonts, may have a gap
# between cells.
_USUAL = 0.45
_WIDER = 1.1
_EXTRA = 0.8
# How far text may slope and be read as upright, in quarter turns.
_SLOPE = 0.06


_Edit: TypeAlias = "tuple[int, int, str]"
"""A part of a text, from its start to its end, and what replaces it."""


class Rows(NamedTuple):
    """The rows of a page, and the characters at another angle."""

    rows: list[Row]
    turned: Collection[int]


@final
class PageText:
    """The text of a page, in the order of the file.

    Attributes:
        units: The text, in UTF-16: a character outside the basic plane is two.
        indices: For each of them, the index of the character in PDFium's list.
    """

    def __init__(self, pdfium: Pdfium, text_page: int, ending: Collection[int], page_box: Box) -> None:
        self._pdfium = pdfium
        self._page = text_page
        self._ending = ending
        self._page_box = page_box
        self._turns = 0
        self.units: str
        self.indices: Sequence[int]
        self.units, self.indices = self._text()

    def _text(self) -> tuple[str, Sequence[int]]:
        count = self._pdfium.count_characters(self._page)
        buffer = bytearray(2 * (count + 1))
        first = byref(c_char.from_buffer(buffer))
        length = max(0, self._pdfium.text(self._page, 0, count, first) - 1)
        units = buffer[: 2 * length].decode("utf-16-le", "surrogatepass")
        if len(units) != length:
            units = "".join([chr(unit) for (unit,) in iter_unpack("<H", buffer[: 2 * length])])
        if not length or self._pdfium.index_of(self._page, length - 1) == length - 1:
            return units, range(length)
        return units, self._aligned(units, count)

    def _aligned(self, units: str, count: int) -> Sequence[int]:
        """Return the indices where PDFium's text lacks characters of its list, such as NUL."""
        indices: list[int] = []
        index = 0
        for unit in units:
            wanted = (0, 2) if unit in _HYPHENS else (ord(unit),)
            while index < count - 1 and self._pdfium.unicode(self._page, index) not in wanted:
                index += 1
            indices.append(min(index, count - 1))
            index += 1
        return indices

    def rows(self, dropped: Collection[int] = ()) -> Rows:
        """Return the rows without some characters.

        Args:
            dropped: The indices of the characters.
        """
        places = [*self._places(self._without(dropped))]
        ends = [self.indices[unit] for start, end in places for unit in (start, end - 1)]
        directions = self._directions(ends)
        if not any(directions):
            return Rows(self._finished(places), ())  # upright, as nearly all pages are
        self._turns = _most(directions[::2], [end - start for start, end in places])
        count = self._pdfium.count_characters(self._page)
        turned = {
            index
            for index, direction in enumerate(self._directions(range(count)))
            # PDFium gives no angle for what it adds.
            if not (_is_along(direction, self._turns) or self._pdfium.is_generated(self._page, index))
        }
        turned.difference_update(dropped)
        return Rows(self._finished([*self._places(self._without({*dropped, *turned}))]), turned)

    def text_of(self, characters: Collection[int]) -> str:
        """Return the text of some characters, each run of them with one space between."""
        if not characters:
            return ""
        kept = [
            unit if index in characters else " " for unit, index in zip(self.units, self.indices, strict=True)
        ]
        return " ".join(_characters("".join(kept)).split())

    def _without(self, dropped: Collection[int]) -> str:
        if not dropped:
            return self.units
        pairs = zip(self.units, self.indices, strict=True)
        return "".join(["\n" if index in dropped else unit for unit, index in pairs])

    def _places(self, units: str) -> Iterator[tuple[int, int]]:
        """Yield where each row with text starts and ends in the units."""
        for match in _ROW.finditer(units):
            raw = match.group()
            if text := raw.strip():
                start = match.start() + raw.index(text)
                yield start, start + len(text)

    def _directions(self, indices: Sequence[int]) -> list[float]:
        """Return the directions in which characters are written, in quarter turns clockwise."""
        found = each(self._pdfium.character_matrix, "ffffff", indices, page=self._page, together=True)
        return [
            0.0 if across > 0 and not along else math.atan2(-along, across) * 2 / math.pi
            for across, along, _, _, _, _ in found
        ]

    def _upright_point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is on the turned page."""
        _, bottom, right, top = self._page_box
        return ((x, y), (top - y, x), (right - x, -y), (y - bottom, -x))[self._turns]

    def upright_box(self, box: Box) -> Box:
        """Return where a box is on the turned page."""
        if not self._turns:
            return box
        left, bottom, right, top = box
        x, y = self._upright_point(left, bottom)
        other_x, other_y = self._upright_point(right, top)
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)

    def _boxes(self, indices: Sequence[int]) -> list[Box]:
        """Return the boxes of characters, with the height of their fonts."""
        found = each(self._pdfium.loose_box, "ffff", indices, page=self._page, together=True)
        boxes = [(left, bottom, right, top) for left, top, right, bottom in found]
        return [*map(self.upright_box, boxes)] if self._turns else boxes

    def _finished(self, places: Sequence[tuple[int, int]]) -> list[Row]:
        """Return the rows at their places."""
        firsts = [self.indices[start] for start, _ in places]
        lasts = [self.indices[end - 1] for _, end in places]
        origins = each(self._pdfium.origin, "dd", firsts, page=self._page)
        columns = (
            [self.units[start:end] for start, end in places],
            self._boxes(firsts),
            self._boxes(lasts),
            [y for _, y in starmap(self._upright_point, origins)] if self._turns else [y for _, y in origins],
            map(self._pdfium.size, repeat(self._page), lasts),
            map(self._ending.__contains__, map(self._pdfium.text_object, repeat(self._page), lasts)),
        )
        rows = [
            Row(text, first[0], last[2], last[1], last[3], base, size, ends)
            for text, first, last, base, size, ends in zip(*columns, strict=True)
        ]
        return self._edited(rows, places)

    def _edited(self, rows: list[Row], places: Sequence[tuple[int, int]]) -> list[Row]:
        """Return the rows with their gaps, raised digits, hyphens and unknown signs."""
        edits: dict[int, list[_Edit]] = {}
        for number, edit in [*self._raised(places), *self._gaps(rows, places)]:
            edits.setdefault(number, []).append(edit)
        for number, of_row in edits.items():
            text = _replaced(rows[number].text, sorted(of_row))
            rows[number] = rows[number]._replace(text=text)
        for number, (row, (_, end)) in enumerate(zip(rows, places, strict=True)):
            text = row.text
            if text.isascii() and _HYPHENS[0] not in text:
                continue  # most rows
            if _SPECIAL.search(text):
                if text[-1] in _HYPHENS:
                    is_hyphen = self._pdfium.unicode(self._page, self.indices[end - 1]) != 0
                    text = text[:-1] + ("-" if is_hyphen else UNKNOWN)
                rows[number] = row._replace(text=_characters(text))
        return rows

    def _gaps(self, rows: Sequence[Row], places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, _Edit]]:
        """Yield the spaces that are gaps between cells, each with its row and three spaces for it.

        A row that is not wider for its characters than the others of its page has none.
        """
        widths = [(row.right - row.left) / len(row.text) for row in rows]
        usual = statistics.median(widths) if widths else 0.0
        spaces: list[tuple[int, re.Match[str]]] = []
        for number, (row, width) in enumerate(zip(rows, widths, strict=True)):
            height = row.top - row.bottom
            expected = min(usual, _USUAL * height)
            if width < expected * _WIDER or (width - expected) * len(row.text) < _EXTRA * height:
                continue
            spaces += [
                (number, match)
                for match in _SPACES.finditer(row.text)
                if not _is_mark(row.text[: match.end()])
            ]
        before = self._boxes(
            [self.indices[places[number][0] + match.start() - 1] for number, match in spaces]
        )
        after = self._boxes([self.indices[places[number][0] + match.end()] for number, match in spaces])
        for (number, match), (_, bottom, right, top), (left, *_) in zip(spaces, before, after, strict=True):
            if left - right >= CELL_GAP * (top - bottom):
                yield number, (match.start(), match.end(), "   ")

    def _raised(self, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, _Edit]]:
        """Yield the digits that are raised after a number, each run with its row and raised signs."""
        numbers = list(_NUMBER.finditer(self.units))
        firsts = self._boxes([self.indices[match.start()] for match in numbers])
        lasts = self._boxes([self.indices[match.end() - 1] for match in numbers])
        for match, first, last in zip(numbers, firsts, lasts, strict=True):
            if is_raised(last, first):
                number = bisect_right(places, (match.start(), sys.maxsize)) - 1
                boxes = self._boxes(self.indices[match.start() : match.end()])
                count = _count_last([is_raised(box, first) for box in boxes])
                text = match.group()
                start = match.start() - places[number][0]
                kept = len(text[:-count].rstrip())
                yield number, (start + kept, start + len(text), text[-count:].strip().translate(RAISED))


def _most(directions: Sequence[float], lengths: Sequence[int]) -> int:
    """Return the direction in which most text is written, in whole quarter turns."""
    turns: Counter[int] = Counter()
    for direction, length in zip(directions, lengths, strict=True):
        for turn in range(4):
            if _is_along(direction, turn):  # a direction that is not a number is along no turn
                turns[turn] += length
    return max(turns, key=turns.__getitem__, default=0)


def _is_along(direction: float, turn: int) -> bool:
    return abs((direction - turn + 2) % 4 - 2) < _SLOPE


def _count_last(values: Sequence[bool]) -> int:
    """Return how many of the last values are true."""
    return next((count for count, value in enumerate(reversed(values)) if not value), len(values))


def _is_mark(text: str) -> bool:
    """Return whether a row begins with no more than a bullet or a number, which a tab follows."""
    return is_marked(text) or text.rstrip().isdigit()


def _replaced(text: str, edits: Sequence[_Edit]) -> str:
    """Return a text with some parts replaced; the parts are in order."""
    parts: list[str] = []
    position = 0
    for start, end, replacement in edits:
        parts += [text[position:start], replacement]
        position = end
    return "".join([*parts, text[position:]])


def _characters(units: str) -> str:
    """Return a text in UTF-16 as characters; a half of one is unknown."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
