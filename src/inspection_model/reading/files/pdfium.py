"""The functions of PDFium that reading calls often, with handles as plain integers.

pypdfium2 converts every handle to a typed pointer, which doubles the time of a call and gives pointers
that cannot be compared. A page has hundreds of objects and needs a few calls for each.
"""

from __future__ import annotations

import ctypes
import functools
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from ctypes import byref, c_char, c_char_p, c_double, c_int, c_uint, c_ulong, c_void_p
from importlib import import_module
from itertools import repeat
from struct import calcsize, iter_unpack
from typing import Any, NamedTuple, TypeAlias, final

__all__ = ["Function", "Pdfium", "Writer", "address", "each", "pdfium"]

Function: TypeAlias = Callable[..., Any]
"""A function of PDFium."""


class Writer(NamedTuple):
    """A function that writes numbers to the places that it is given.

    ctypes does not know the types of its arguments, and takes those that `each` makes as they are. If it
    knew some of them, it would pass the others as those of a variadic function, which on some processors
    is different.
    """

    function: Function


@final
class Pdfium:
    """PDFium's functions by their names without the prefix ``FPDF``.

    Those that write numbers are called by `each`.
    """

    def __init__(self, raw: Any) -> None:
        def function(name: str, result: Any, *arguments: Any) -> Function:
            where = address(getattr(raw, f"FPDF{name}"))
            return ctypes.PYFUNCTYPE(result, *arguments)(where)

        def writer(name: str) -> Writer:
            return Writer(function(name, c_int))

        handle = c_void_p
        # An index is never negative, so that its low half is the same integer; ctypes converts it faster.
        index = c_void_p
        # The objects of a page.
        self.count_objects: Function = function("Page_CountObjects", c_int, handle)
        self.object: Function = function("Page_GetObject", handle, handle, index)
        self.count_parts: Function = function("FormObj_CountObjects", c_int, handle)
        self.part: Function = function("FormObj_GetObject", handle, handle, index)
        self.type: Function = function("PageObj_GetType", c_int, handle)
        self.bounds: Writer = writer("PageObj_GetBounds")
        self.fill_color: Writer = writer("PageObj_GetFillColor")
        self.clip: Function = function("PageObj_GetClipPath", handle, handle)
        self.count_paths: Function = function("ClipPath_CountPaths", c_int, handle)
        self.count_segments: Function = function("ClipPath_CountPathSegments", c_int, handle, index)
        self.segment: Function = function("ClipPath_GetPathSegment", handle, handle, index, index)
        self.point: Writer = writer("PathSegment_GetPoint")
        self.matrix: Writer = writer("PageObj_GetMatrix")
        self.draw_mode: Function = function("Path_GetDrawMode", c_int, handle, c_void_p, c_void_p)
        self.render_mode: Function = function("TextObj_GetTextRenderMode", c_int, handle)
        self.font_size: Writer = writer("TextObj_GetFontSize")
        self.set_render_mode: Function = function("TextObj_SetTextRenderMode", c_int, handle, c_int)
        # Their marks.
        self.count_marks: Function = function("PageObj_CountMarks", c_int, handle)
        self.mark: Function = function("PageObj_GetMark", handle, handle, index)
        self.remove_mark: Function = function("PageObj_RemoveMark", c_int, handle, handle)
        self.parameter_type: Function = function("PageObjMark_GetParamValueType", c_int, handle, c_char_p)
        self.mark_name: Function = function("PageObjMark_GetName", c_int, handle, c_void_p, c_ulong, c_void_p)
        self.to_pixel: Function = function(
            "_PageToDevice", c_int, handle, *[c_int] * 5, *[c_double] * 2, *[c_void_p] * 2
        )
        # The characters of a page.
        self.count_characters: Function = function("Text_CountChars", c_int, handle)
        self.text: Function = function("Text_GetText", c_int, handle, c_int, c_int, c_void_p)
        self.index_of: Function = function("Text_GetCharIndexFromTextIndex", c_int, handle, index)
        self.unicode: Function = function("Text_GetUnicode", c_uint, handle, index)
        self.is_generated: Function = function("Text_IsGenerated", c_int, handle, index)
        self.text_object: Function = function("Text_GetTextObject", handle, handle, index)
        self.character_matrix: Writer = writer("Text_GetMatrix")
        self.size: Function = function("Text_GetFontSize", c_double, handle, index)
        self.origin: Writer = writer("Text_GetCharOrigin")
        self.box: Writer = writer("Text_GetCharBox")
        self.loose_box: Writer = writer("Text_GetLooseCharBox")


@functools.cache
def pdfium() -> Pdfium:
    """Return the functions; pypdfium2 must be installed."""
    return Pdfium(import_module("pypdfium2.raw"))


def address(pointer: Any) -> int:
    """Return a pointer or a function as the number of its address, 0 for none."""
    return ctypes.cast(pointer, c_void_p).value or 0


# As many calls share a set of places; for more calls they are used again.
_AT_ONCE = 256
_as_handle = c_void_p.from_param


@final
class _Places:
    """The places of the numbers of some calls, with the pointers to them, which are made once."""

    def __init__(self, numbers: str, *, together: bool) -> None:
        self._numbers, self._step = numbers, calcsize(numbers)
        self._bytes = bytearray(self._step * _AT_ONCE)
        start_of_all = c_char.from_buffer(self._bytes)
        first = range(0, self._step, self._step if together else self._step // len(numbers))
        ends = range(0, self._step * _AT_ONCE, self._step)
        self._pointers = [[byref(start_of_all, start + offset) for start in ends] for offset in first]

    def called(
        self, function: Function, *arguments: Iterable[object], count: int
    ) -> Iterable[tuple[Any, ...]]:
        """Return the numbers of some calls, by their arguments; the loop runs in C."""
        memory = memoryview(self._bytes)[: self._step * count]
        memory[:] = bytes(len(memory))
        deque(map(function, *arguments, *self._pointers), maxlen=0)
        return iter_unpack(self._numbers, memory)


def each(
    writer: Writer,
    numbers: str,
    handles: Sequence[int],
    *,
    page: int | None = None,
    together: bool = False,
) -> list[tuple[Any, ...]]:
    """Call a function that writes numbers, for each of many objects or characters; the loops run in C.

    Args:
        writer: The function. Where it fails, the numbers are zero.
        numbers: The types of the numbers that it writes, all of the same size, as in `struct`.
        handles: The objects, or the indices of the characters.
        page: The text page of the characters.
        together: Whether it takes one pointer to all numbers instead of one to each.
    """
    found: list[tuple[Any, ...]] = []
    pages = () if page is None else (repeat(_as_handle(page)),)
    for start in range(0, len(handles), _AT_ONCE):
        some: Sequence[Any] = handles[start : start + _AT_ONCE]
        # Taken out while it is used: a signal handler may read another PDF in between.
        free = _free.setdefault((numbers, together), [])
        places = free.pop() if free else _Places(numbers, together=together)
        own = some if pages else map(_as_handle, some)
        found += places.called(writer.function, *pages, own, count=len(some))
        free.append(places)
    return found


_free: dict[tuple[str, bool], list[_Places]] = {}
