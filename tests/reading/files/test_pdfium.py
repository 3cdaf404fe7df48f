"""Calls of functions that write numbers, with a function of ctypes in place of one of PDFium."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_int, c_void_p
from typing import Any

from inspection_model.reading.files.pdfium import Writer, address, each

_KIND = ctypes.PYFUNCTYPE(c_int, c_void_p, POINTER(c_int), POINTER(c_int))


def _write(handle: int | None, first: Any, second: Any) -> int:
    """Write a handle and its double; fail for each third one."""
    handle = handle or 0
    if handle % 3 == 0:
        return 0
    first[0], second[0] = handle, 2 * handle
    return 1


_FUNCTION = _KIND(_write)
WRITER = Writer(ctypes.PYFUNCTYPE(c_int)(address(_FUNCTION)))


def test_each_call_has_its_numbers_and_a_failed_one_has_zeros() -> None:
    for count in (0, 1, 255, 256, 257, 1000):
        expected = [(n, 2 * n) if n % 3 else (0, 0) for n in range(count)]
        assert each(WRITER, "ii", range(count)) == expected


def test_a_call_within_a_call_has_other_places() -> None:
    inner: list[Any] = []

    def write(handle: int | None, first: Any, second: Any) -> int:
        first[0], second[0] = handle or 0, 7
        inner.append(each(WRITER, "ii", [40, 41]))
        return 1

    function = _KIND(write)
    writer = Writer(ctypes.PYFUNCTYPE(c_int)(address(function)))
    assert each(writer, "ii", [1, 2]) == [(1, 7), (2, 7)]
    assert inner == [[(40, 80), (41, 82)]] * 2
