"""Which characters of a PDF page a person cannot see.

A text is invisible if the page looks the same without it: in the colour of its background, covered,
clipped, off the page, on a layer that is off, or not drawn at all. So the page is drawn twice, with
and without the suspects (`pdf_objects`), and compared at the place of each character.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from ctypes import byref, c_int
from itertools import groupby, repeat
from operator import itemgetter, sub
from typing import Any, NamedTuple, TypeAlias

from inspection_model.reading.files.pdf_drawings import Box
from inspection_model.reading.files.pdf_objects import PageObjects
from inspection_model.reading.files.pdfium import Pdfium, address, each

__all__ = ["Invisible", "invisible_characters"]

# The pixels of a point, and the most pixels of a side of a page.
_SCALE = 1.5
_LARGEST = 2400
# The least difference of a pixel, of 255, that can be seen.
_CONTRAST = 20
# As many rows of pixels of a character are compared, so that large ones take no longer.
_ROWS = 64
_NO_DRAWING = 3  # the way of drawing text for no drawing at all


_Pixels: TypeAlias = "tuple[int, int, int, int]"
"""The first and last column, and the first and last row, of a part of a drawn page."""


class _Picture(NamedTuple):
    """A drawn part of a page: its pixels by rows."""

    part: _Pixels
    stride: int
    depth: int  # the bytes of a pixel
    pixels: bytes


class Invisible(NamedTuple):
    """The characters of a page that cannot be seen, by their indices.

    Attributes:
        hidden: Those that the page does not show at all.
        behind: Those behind a picture of a whole page: the words of a scanned page, which it shows.
    """

    hidden: Set[int] = frozenset()
    behind: Set[int] = frozenset()


def invisible_characters(
    pdfium: Pdfium, page: Any, text_page: int, characters: Sequence[int], objects: PageObjects
) -> Invisible:
    """Find the characters of a page's text that cannot be seen.

    Args:
        pdfium: The functions of PDFium.
        page: The page, a `pypdfium2.PdfPage`. Its suspects are not drawn any more.
        text_page: The text of the page.
        characters: The indices of its characters.
        objects: The objects of the page.
    """
    if not (objects.unseen or objects.suspects):
        return Invisible()
    words = list(_words(pdfium, text_page, characters, objects.unseen | objects.suspects))
    hidden = {index for word in words if word.text in objects.unseen for index in word.characters}
    suspected = [word.characters for word in words if word.text in objects.suspects]
    if suspected:
        hidden.update(_not_drawn(pdfium, page, text_page, objects.suspects, suspected))
    boxes = each(pdfium.box, "dddd", list(hidden), page=text_page)
    behind = {index for index, box in zip(hidden, boxes, strict=True) if _is_behind(box, objects.scans)}
    return Invisible(hidden - behind, behind)


def _is_behind(sides: tuple[float, ...], scans: Sequence[Box]) -> bool:
    left, right, bottom, top = sides
    x, y = (left + right) / 2, (bottom + top) / 2
    return any(scan[0] <= x <= scan[2] and scan[1] <= y <= scan[3] for scan in scans)


def _not_drawn(
    pdfium: Pdfium, page: Any, text_page: int, texts: Iterable[int], words: Sequence[Sequence[int]]
) -> Iterator[int]:
    """Yield the characters of words without which the page looks the same."""
    places = _Places(pdfium, page, text_page)
    boxes = [[places.box(index) for index in word] for word in words]
    part = places.around([box for word in boxes for box in word])
    before = _picture(page, places, part)
    for text in texts:
        pdfium.set_render_mode(text, _NO_DRAWING)
    after = _picture(page, places, part)
    for word, of_word in zip(words, boxes, strict=True):
        visible = sum(_differ(before, after, box) for box in of_word)
        if 2 * visible < len(word):
            yield from word


def _differ(before: _Picture, after: _Picture, box: _Pixels) -> bool:
    """Return whether two pictures of the same part of a page differ visibly in a box."""
    left, right, top, bottom = before.part
    first, last = (max(left, box[0]) - left) * before.depth, (min(right, box[1]) + 1 - left) * before.depth
    rows = range(max(top, box[2]), min(bottom, box[3]) + 1)
    for row in rows[:: 1 + len(rows) // _ROWS] if first < last else ():
        start = (row - top) * before.stride
        one, other = before.pixels[start + first : start + last], after.pixels[start + first : start + last]
        if one != other and max(map(abs, map(sub, one, other))) > _CONTRAST:
            return True
    return False


class _Word(NamedTuple):
    text: int  # the object that it is a part of
    characters: Sequence[int]


def _words(pdfium: Pdfium, text_page: int, characters: Sequence[int], texts: Set[int]) -> Iterator[_Word]:
    """Yield the words of some texts."""
    owners = map(pdfium.text_object, repeat(text_page), characters)
    signs = map(chr, map(pdfium.unicode, repeat(text_page), characters))
    pairs = zip(owners, signs, strict=True)
    keys = [owner if owner in texts and not sign.isspace() else 0 for owner, sign in pairs]
    for owner, word in groupby(zip(keys, characters, strict=True), key=itemgetter(0)):
        if owner:
            yield _Word(owner, [index for _, index in word])


class _Places:
    """Where the characters of a page are in a picture of the page."""

    def __init__(self, pdfium: Pdfium, page: Any, text_page: int) -> None:
        self._pdfium, self._page, self._text_page = pdfium, address(page.raw), text_page
        self.scale = min(_SCALE, _LARGEST / max(1.0, *page.get_size()))
        self.width, self.height = [math.ceil(side * self.scale) for side in page.get_size()]
        self._point = (c_int * 2)()

    def box(self, index: int) -> _Pixels:
        """Return the place of a character; it may be off the page."""
        ((left, right, bottom, top),) = each(self._pdfium.box, "dddd", [index], page=self._text_page)
        x, y = self._pixel(left, bottom)
        other_x, other_y = self._pixel(right, top)
        return min(x, other_x), max(x, other_x), min(y, other_y), max(y, other_y)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        point = self._point
        places = byref(point), byref(point, 4)
        self._pdfium.to_pixel(self._page, 0, 0, self.width, self.height, 0, x, y, *places)
        return self._point[0], self._point[1]

    def around(self, boxes: Sequence[_Pixels]) -> _Pixels:
        """Return the part of the page with some places: at least a pixel, and nothing off the page."""
        lefts, rights, tops, bottoms = zip(*boxes, strict=True)
        left, right = _limited(self.width, min(lefts), max(rights))
        top, bottom = _limited(self.height, min(tops), max(bottoms))
        return left, right, top, bottom


def _limited(count: int, first: int, last: int) -> tuple[int, int]:
    """Return the first and last of some rows or columns that are among as many."""
    start = min(max(0, first), count - 1)
    return start, max(start, min(last, count - 1))


def _picture(page: Any, places: _Places, part: _Pixels) -> _Picture:
    """Draw a part of a page."""
    left, right, top, bottom = part
    margins = (left, places.height - 1 - bottom, places.width - 1 - right, top)
    # pypdfium2 takes margins in points and rounds them up.
    bitmap = page.render(scale=places.scale, crop=[(margin - 0.5) / places.scale for margin in margins])
    try:
        return _Picture(part, bitmap.stride, bitmap.n_channels, bytes(bitmap.buffer))
    finally:
        bitmap.close()
