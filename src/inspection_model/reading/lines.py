"""From a source to its lines: the first layer of reading.

    source := [ byte order mark ] { line | separator }
    line   := one or more characters other than line feed, carriage return, form feed

Only lines with something on them are kept; what stands between two of them (line ends, blank
lines, form feeds) is told by the later one.
"""

from __future__ import annotations

from collections.abc import Set
from typing import final

import msgspec

__all__ = ["BYTE_ORDER_MARK", "Line", "split_lines", "unusual_characters"]

BYTE_ORDER_MARK = "\ufeff"
"""What is left at the beginning of a text that was decoded without its mark being taken off."""

# What nearly all of a letter is made of: printable ASCII and the ends of lines and pages.
_USUAL = bytes(range(0x20, 0x7F)) + b"\n\r\f"

# Spaces of a width or a purpose of their own, to be read like any other.
_SPACES = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)


# A letter has hundreds of lines: this one is made in C.
@final
class Line(msgspec.Struct, gc=False):
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


def unusual_characters(source: str) -> Set[str]:
    """Give the characters of a source that are neither printable ASCII nor the end of a line or page.

    They are few: what is asked about single characters is asked about these, not about the source.
    """
    unusual = source.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return set(unusual.decode("utf-8", "surrogatepass"))


def split_lines(source: str, unusual: Set[str] | None = None) -> list[Line]:
    """Split a source into the lines that have something on them.

    Line feed, carriage return and the pair of both each end a line; a form feed ends a line and
    a page. No other character does. A no-break space and its kin become spaces.

    Args:
        source: The source.
        unusual: Its `unusual_characters`, where they are known.
    """
    if unusual is None:
        unusual = unusual_characters(source)
    position = 0
    if source.startswith(BYTE_ORDER_MARK):
        source, position = source[1:], 1
    # What follows changes one character into one: all of them keep their places.
    for space in _SPACES & unusual:
        source = source.replace(space, " ")
    if "\r" in source:
        source = source.replace("\r\n", " \n").replace("\r", "\n")
    lines: list[Line] = []
    gap = 0  # the line ends since the line before
    opens_page = False
    for page in source.split("\f"):
        for raw in page.split("\n"):
            if text := raw.strip():
                if text is raw:  # quicker than to add an indent of nothing
                    lines.append(Line(position, text, 0, gap, opens_page))
                else:
                    indent = raw.index(text[0])
                    lines.append(Line(position + indent, text, indent, gap, opens_page))
                gap = 1
                opens_page = False
            else:
                gap += 1
            position += len(raw) + 1
        gap -= 1  # a form feed ends no line
        opens_page = True
    return lines
