"""Where in a file something stands, as editors count."""

from __future__ import annotations

import bisect
import re

from inspection_model.model.reading import Remark

__all__ = ["Places", "remark_line"]

_LINE_END = re.compile("\r\n|\r|\n")


class Places:
    """The lines of a source.

    Args:
        source: The text.
    """

    def __init__(self, source: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(source))]

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset, both counted from 1."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def remark_line(name: str, remark: Remark, places: Places | None = None) -> str:
    """Write a remark as ``name:line:column: code: message``, or with what is known of its place."""
    if places is not None and remark.start is not None:
        line, column = places.place(remark.start)
        name = f"{name}:{line}:{column}"
    elif remark.pointer is not None:
        name = f"{name}: {remark.pointer}"
    return f"{name}: {remark.code}: {remark.message}"
