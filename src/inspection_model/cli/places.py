"""Places in a document: lines and columns of a text, pages of a PDF."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable

from inspection_model.cli.inputs import Input
from inspection_model.cli.terminal import to_stderr
from inspection_model.model.reading import Reading, Remark

__all__ = ["Places", "places_of", "print_remarks", "remark_line"]

_LINE_END = re.compile("\r\n|\r|\n")
_PAGE_END = re.compile("\f")


class Places:
    """The places of offsets in the text of a document.

    Args:
        source: The text.
        by_page: Whether places are pages. The lines of a PDF are those of the reader, and a person cannot
            find them in it.
    """

    def __init__(self, source: str, *, by_page: bool = False) -> None:
        ends = _PAGE_END if by_page else _LINE_END
        self._by_page = by_page
        self._starts = [0, *(found.end() for found in ends.finditer(source))]

    def place(self, offset: int) -> str:
        """Return the line and the column of an offset, such as ``3:14``, or its page, such as ``page 2``.

        All are counted from 1.
        """
        number = bisect.bisect_right(self._starts, offset)
        return f"page {number}" if self._by_page else f"{number}:{offset - self._starts[number - 1] + 1}"

    def after(self, name: str, offset: int) -> str:
        """Return the name of a file with the place of an offset in it."""
        return f"{name}{', ' if self._by_page else ':'}{self.place(offset)}"


def remark_line(name: str, remark: Remark, places: Places | None = None) -> str:
    """Format a remark as ``name:line:column: code: message``; for a PDF as ``name, page 2: code: message``.

    Without an offset or without places, the JSON Pointer of the remark replaces the place.
    """
    if places is not None and remark.start is not None:
        name = places.after(name, remark.start)
    elif remark.pointer is not None:
        name = f"{name}: {remark.pointer}"
    return f"{name}: {remark.code}: {remark.message}"


def places_of(entry: Input, reading: Reading) -> Places:
    """Return the places in the document of an input: pages if it is a PDF."""
    return Places(reading.source, by_page=entry.is_pdf())


def print_remarks(entry: Input, remarks: Iterable[Remark], reading: Reading | None) -> None:
    """Print remarks to standard error.

    Args:
        entry: The input that they concern.
        remarks: The remarks.
        reading: The reading of the input, for the places; without it the remarks have none.
    """
    places = None if reading is None else places_of(entry, reading)
    for remark in remarks:
        to_stderr(remark_line(entry.name, remark, places))
