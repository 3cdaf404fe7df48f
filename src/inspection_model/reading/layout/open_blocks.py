"""Blocks whose lines are still being collected, and the items that a bullet or a number opens."""

from __future__ import annotations

from collections.abc import Set
from typing import final

import msgspec

from inspection_model.reading.layout.bullets import NUMBER, bullet_length
from inspection_model.reading.layout.lines import Line

__all__ = ["OpenBlock", "are_successive", "item_at"]


@final
class OpenBlock(msgspec.Struct, gc=False):
    """A block whose lines are still being collected; `closed` if no line continues it."""

    first: int
    lines: list[Line]
    mark: tuple[int, int]
    indent: int
    breaks_before: int
    bullet: str = ""
    number: int | None = None
    is_item: bool = False
    is_heading: bool = False
    closed: bool = False


def are_successive(item: OpenBlock, other: OpenBlock) -> bool:
    """Return whether two items may follow each other in a list, by their bullets or their numbers."""
    if item.number is None or other.number is None:
        return item.bullet == other.bullet and item.number == other.number
    return item.number + 1 == other.number


def item_at(index: int, line: Line, marks: Set[str]) -> OpenBlock | None:
    """Return an item if a line starts with a bullet or a number."""
    text = line.text
    number: int | None = None
    if length := bullet_length(text, marks):
        pass
    elif (match := NUMBER.match(text)) and int(match[1]) > 0:
        number, length = int(match[1]), match.end()
    else:
        return None
    rest = text[length:].lstrip()
    start = line.start + len(text) - len(rest)
    lines = [Line(start, rest, line.indent, line.breaks_before, line.starts_page)] if rest else []
    mark = (line.start, line.start + len(text[:length].rstrip()))
    # Of a letter with its punctuation the last sign is the same for all items of a list.
    sign = text[length - 1] if text[0].isalnum() or text[0] == "(" else text[0]
    bullet = "" if number is not None else sign
    return OpenBlock(index, lines, mark, line.indent, line.breaks_before, bullet, number, is_item=True)
