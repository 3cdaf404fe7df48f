"""The lines of a source.

    source := [ byte order mark ] { line | separator }
    line   := one or more characters other than a line end and a form feed

A line ends with a line feed, a carriage return, the pair of both (also with the carriage return twice, as
some mail programs leave it), a vertical tab, or a line end of Unicode (U+0085, U+2028). The paragraph end
of Unicode (U+2029) counts as a line end with a blank line.

Only lines with text are kept; what lies between two of them (line ends, blank lines, form feeds) is
recorded with the later one.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import final

import msgspec

__all__ = ["BYTE_ORDER_MARK", "Line", "part_of_line", "split_lines", "unusual_characters"]

BYTE_ORDER_MARK = "\ufeff"
"""What remains at the beginning of a text that was decoded without removing its mark."""

# What nearly all of a letter consists of: printable ASCII and the ends of lines and pages.
_USUAL = bytes(range(0x20, 0x7F)) + b"\n\r\f"

# Spaces of a special width or purpose, read like any other.
_SPACES = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
# Line ends of one character, besides line feed and carriage return.
_LINE_ENDS = frozenset("\x0b\x85\u2028")
_PARAGRAPH_END = "\u2029"
# What text extractors write for a hyphen that is printed. A soft hyphen is one beside a digit ("14-17") and
# alone between white space (a dash, a bullet); between two letters it is a hint for the typesetter. The two
# other characters are PDFium's for a hyphen at the end of a line, which it joins with the next one.
_HYPHENS = frozenset("\u00ad\x02\ufffe")
_PRINTED_HYPHEN = re.compile(
    "(?<=[0-9])\u00ad(?=\\s{0,40}[0-9A-Za-z])|(?<=[A-Za-z])\u00ad(?=[0-9])|(?<!\\S)\u00ad(?=[ \\t])"
    "|(?<=[0-9A-Za-z])[\x02\ufffe](?=[0-9A-Za-z])"
)


# A letter has hundreds of lines: msgspec builds them in C.
@final
class Line(msgspec.Struct, frozen=True, gc=False):
    """A line with text.

    Attributes:
        start: The offset of its first character that is not white space.
        text: Its text without the white space at its ends; every space in it is the usual one.
        indent: The number of white space characters before it.
        breaks_before: The line ends between the previous line and this one: 1 if it follows
            directly, more after blank lines, 0 for the first line of the source.
        starts_page: Whether a page break precedes it.
        after_furniture: Whether page furniture lies between the previous line and this one.
    """

    start: int
    text: str
    indent: int
    breaks_before: int
    starts_page: bool
    after_furniture: bool = False

    @property
    def end(self) -> int:
        """The offset after its last character that is not white space."""
        return self.start + len(self.text)

    @property
    def is_on_new_page(self) -> bool:
        """Whether it is the first line of a page below the furniture, if any, or the one after furniture."""
        return self.starts_page or self.after_furniture


def part_of_line(line: Line, start: int, end: int | None = None) -> Line:
    """Return a part of a line as a separate line, which does not follow the line before directly.

    Args:
        line: The line.
        start: The offset in its text of the first character; no white space.
        end: The offset after the last one; the end of the line if omitted.
    """
    text = line.text[start:end]
    return Line(
        line.start + start,
        text,
        line.indent + start,
        line.breaks_before,
        line.starts_page,
        after_furniture=True,  # the words beside it may be between the two
    )


def unusual_characters(source: str) -> frozenset[str]:
    """Return the characters of a source that are neither printable ASCII nor the end of a line or page.

    They are few: single characters are looked for among these, not in the source.
    """
    unusual = source.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return frozenset(unusual.decode("utf-8", "surrogatepass"))


def split_lines(source: str, unusual: Set[str]) -> list[Line]:
    """Split a source into the lines that have text.

    A form feed ends a line and a page. No-break spaces and similar characters become spaces, and a
    sign that is a printed hyphen becomes one.

    Args:
        source: The source.
        unusual: Its `unusual_characters`.
    """
    position = 0
    if source.startswith(BYTE_ORDER_MARK):
        source, position = source[1:], 1
    # Each of these replaces one character by one: all of them keep their offsets.
    for space in _SPACES & unusual:
        source = source.replace(space, " ")
    for end in _LINE_ENDS & unusual:
        source = source.replace(end, "\n")
    if not _HYPHENS.isdisjoint(unusual):
        source = _PRINTED_HYPHEN.sub("-", source)
    if "\r" in source:
        source = source.replace("\r\r\n", "  \n").replace("\r\n", " \n").replace("\r", "\n")
    lines: list[Line] = []
    breaks = 0  # the line ends since the previous line
    starts_page = False
    for page in source.split("\f"):
        for paragraph in page.split(_PARAGRAPH_END):
            for raw in paragraph.split("\n"):
                if text := raw.strip():
                    indent = 0 if text is raw else raw.index(text[0])
                    lines.append(Line(position + indent, text, indent, breaks, starts_page))
                    breaks = 1
                    starts_page = False
                else:
                    breaks += 1
                position += len(raw) + 1
            breaks += 1  # a blank line
        breaks -= 2  # a form feed ends neither a paragraph nor a line
        starts_page = True
    return lines
