"""From a source to its lines: the first layer of reading.

    source := [ byte order mark ] { line | separator }
    line   := one or more characters other than line feed, carriage return, form feed

Only lines with something on them are kept; what stands between two of them (line ends, blank
lines, form feeds) is told by the later one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["BYTE_ORDER_MARK", "Line", "split_lines"]

BYTE_ORDER_MARK = "\ufeff"
"""What is left at the beginning of a text that was decoded without its mark being taken off."""

_LINE = re.compile(r"[^\r\n\f]+")
# Spaces of a width or a purpose of their own, to be read like any other.
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


class Line(NamedTuple):
    """A line with something on it.

    Attributes:
        start: The offset of its first character that is no white space.
        text: Its text without the white space at its ends; every space in it is the usual one.
        indent: How many characters of white space stand before it.
        gap: The line ends between the line before and this one: 1 when it follows directly, more
            after blank lines, 0 for the first line of the source.
        page: Whether a form feed stands between the line before and this one.
    """

    start: int
    text: str
    indent: int
    gap: int
    page: bool

    @property
    def end(self) -> int:
        """The offset after its last character that is no white space."""
        return self.start + len(self.text)


def split_lines(source: str) -> list[Line]:
    """Split a source into the lines that have something on them.

    Line feed, carriage return and the pair of both each end a line; a form feed ends a line and
    a page. No other character does. A no-break space and its kin become spaces.
    """
    if not source.isascii():
        for space in _SPACES:
            source = source.replace(space, " ")  # one for one: every character keeps its place
    lines: list[Line] = []
    position = 0  # the end of the last line that was kept
    for match in _LINE.finditer(source, source.startswith(BYTE_ORDER_MARK)):
        raw = match.group()
        text = raw.strip()
        if not text:
            continue
        indent = 0 if text[0] == raw[0] else len(raw) - len(raw.lstrip())
        start = match.start()
        between = source[position:start]
        if between == "\n":
            lines.append(Line(start + indent, text, indent, 1, False))
        else:
            gap = between.count("\n")
            if "\r" in between:
                gap += between.count("\r") - between.count("\r\n")
            lines.append(Line(start + indent, text, indent, gap, "\f" in between))
        position = start + indent + len(text)
    return lines
