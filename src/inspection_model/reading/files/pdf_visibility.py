"""Which characters of a PDF page a person cannot see.

A text is invisible if the page looks the same without it: in the colour of its background, covered,
clipped, off the page, on a layer that is off, or not drawn at all. So the page is drawn twice, with
and without the suspects (`pdf_objects`), and compared at the place of each character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from ctypes import addressof, c_double, c_int
from itertools import groupby, repeat
from operator import itemgetter, sub
from typing import Any, NamedTuple

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


class _Picture(NamedTuple):
    """A drawn page: its pixels by rows."""

    width: int
    height: int
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
    scale = min(_SCALE, _LARGEST / max(1.0, *page.get_size()))
    before = _picture(page, scale)
    for text in texts:
        pdfium.set_render_mode(text, _NO_DRAWING)
    after = _picture(page, scale)
    places = _Places(pdfium, address(page.raw), text_page, before)
    for word in words:
        visible = sum(_differ(before, after, places.box(index)) for index in word)
        if 2 * visible < len(word):
            yield from word


def _differ(before: _Picture, after: _Picture, box: tuple[int, int, int, int]) -> bool:
    """Return whether two pictures of a page differ visibly in a box."""
    left, right, top, bottom = box
    first, last = max(0, left) * before.depth, min(before.width, right + 1) * before.depth
    rows = range(max(0, top), min(before.height, bottom + 1))
    for row in rows[:: 1 + len(rows) // _ROWS]:
        start = row * before.stride
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
    """Where the characters of a page are in its picture."""

    def __init__(self, pdfium: Pdfium, page: int, text_page: int, picture: _Picture) -> None:
        self._pdfium, self._page, self._text_page, self._picture = pdfium, page, text_page, picture
        self._sides = (c_double * 4)()  # left, right, bottom, top
        self._point = (c_int * 2)()

    def box(self, index: int) -> tuple[int, int, int, int]:
        """Return the first and last column, and the first and last row, of a character."""
        sides, start = self._sides, addressof(self._sides)
        self._pdfium.box(self._text_page, index, *range(start, start + 32, 8))
        x, y = self._pixel(sides[0], sides[2])
        other_x, other_y = self._pixel(sides[1], sides[3])
        return min(x, other_x), max(x, other_x), min(y, other_y), max(y, other_y)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        size = (0, 0, self._picture.width, self._picture.height, 0)
        start = addressof(self._point)
        self._pdfium.to_pixel(self._page, *size, x, y, start, start + 4)
        return self._point[0], self._point[1]


def _picture(page: Any, scale: float) -> _Picture:
    bitmap = page.render(scale=scale)
    try:
        return _Picture(bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels, bytes(bitmap.buffer))
    finally:
        bitmap.close()
