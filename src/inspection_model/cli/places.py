"""Line and column numbers of offsets in a text."""

from __future__ import annotations

import bisect
import re

from inspection_model.model.reading import Remark

__all__ = ["Places", "remark_line"]

_LINE_END = re.compile("\r\n|\r|\n")


class Places:
    """The line starts of a text, to convert offsets to lines and columns.

    Args:
        source: The text.
    """

    def __init__(self, source: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(source))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both counted from 1."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def remark_line(name: str, remark: Remark, places: Places | None = None) -> str:
    """Format a remark as ``name:line:column: code: message``.

    Without an offset or without places, the JSON Pointer of the remark replaces line and column.
    """
    if places is not None and remark.start is not None:
        line, column = places.place(remark.start)
        name = f"{name}:{line}:{column}"
    elif remark.pointer is not None:
        name = f"{name}: {remark.pointer}"
    return f"{name}: {remark.code}: {remark.message}"
