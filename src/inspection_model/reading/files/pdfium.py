"""The functions of PDFium that reading calls often, with handles as plain integers.

pypdfium2 converts every handle to a typed pointer, which doubles the time of a call and gives pointers
that cannot be compared. A page has hundreds of objects and needs a few calls for each.
"""

from __future__ import annotations

import ctypes
import functools
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import addressof, c_char, c_char_p, c_double, c_int, c_uint, c_ulong, c_void_p
from importlib import import_module
from itertools import repeat
from struct import calcsize, iter_unpack
from typing import Any, TypeAlias, final

__all__ = ["Function", "Pdfium", "address", "each", "pdfium"]

Function: TypeAlias = Callable[..., Any]
"""A function of PDFium."""


@final
class Pdfium:
    """PDFium's functions by their names without the prefix ``FPDF``."""

    def __init__(self, raw: Any) -> None:
        def function(name: str, result: Any, *arguments: Any) -> Function:
            where = address(getattr(raw, f"FPDF{name}"))
            return ctypes.PYFUNCTYPE(result, *arguments)(where)

        handle = c_void_p
        # An index is never negative, so that its low half is the same integer; ctypes converts it faster.
        index = c_void_p
        # The objects of a page.
        self.count_objects: Function = function("Page_CountObjects", c_int, handle)
        self.object: Function = function("Page_GetObject", handle, handle, index)
        self.count_parts: Function = function("FormObj_CountObjects", c_int, handle)
        self.part: Function = function("FormObj_GetObject", handle, handle, index)
        self.type: Function = function("PageObj_GetType", c_int, handle)
        self.bounds: Function = function("PageObj_GetBounds", c_int, handle, *[c_void_p] * 4)
        self.fill_color: Function = function("PageObj_GetFillColor", c_int, handle, *[c_void_p] * 4)
        self.clip: Function = function("PageObj_GetClipPath", handle, handle)
        self.count_paths: Function = function("ClipPath_CountPaths", c_int, handle)
        self.count_segments: Function = function("ClipPath_CountPathSegments", c_int, handle, index)
        self.segment: Function = function("ClipPath_GetPathSegment", handle, handle, index, index)
        self.point: Function = function("PathSegment_GetPoint", c_int, handle, c_void_p, c_void_p)
        self.matrix: Function = function("PageObj_GetMatrix", c_int, handle, c_void_p)
        self.draw_mode: Function = function("Path_GetDrawMode", c_int, handle, c_void_p, c_void_p)
        self.render_mode: Function = function("TextObj_GetTextRenderMode", c_int, handle)
        self.font_size: Function = function("TextObj_GetFontSize", c_int, handle, c_void_p)
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
        self.character_matrix: Function = function("Text_GetMatrix", c_int, handle, index, c_void_p)
        self.size: Function = function("Text_GetFontSize", c_double, handle, index)
        self.origin: Function = function("Text_GetCharOrigin", c_int, handle, index, c_void_p, c_void_p)
        self.box: Function = function("Text_GetCharBox", c_int, handle, index, *[c_void_p] * 4)
        self.loose_box: Function = function("Text_GetLooseCharBox", c_int, handle, index, c_void_p)


@functools.cache
def pdfium() -> Pdfium:
    """Return the functions; pypdfium2 must be installed."""
    return Pdfium(import_module("pypdfium2.raw"))


def address(pointer: Any) -> int:
    """Return a pointer or a function as the number of its address, 0 for none."""
    return ctypes.cast(pointer, c_void_p).value or 0


def each(
    function: Callable[..., Any],
    numbers: str,
    handles: Sequence[int],
    *,
    page: int | None = None,
    together: bool = False,
) -> list[tuple[Any, ...]]:
    """Call a function that writes numbers, for each of many objects or characters; the loops run in C.

    Args:
        function: The function. Where it fails, the numbers are zero.
        numbers: The types of the numbers that it writes, all of the same size, as in `struct`.
        handles: The objects, or the indices of the characters.
        page: The text page of the characters.
        together: Whether it takes one pointer to all numbers instead of one to each.
    """
    if not handles:
        return []
    step = calcsize(numbers)
    # An array of ctypes would need a new type for each length, which takes longer than a few calls.
    buffer = bytearray(step * len(handles))
    start = addressof(c_char.from_buffer(buffer))
    end = start + len(buffer)
    pointers = range(start, start + step, step if together else step // len(numbers))
    places = [range(pointer, end, step) for pointer in pointers]
    arguments = (handles, *places) if page is None else (repeat(page), handles, *places)
    deque(map(function, *arguments), maxlen=0)
    return list(iter_unpack(numbers, buffer))
