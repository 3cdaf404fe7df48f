"""What is open while the sections are read: a heading without findings, a finding without its parts."""

from __future__ import annotations

from typing import NamedTuple

from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import Excerpt

__all__ = ["Item", "Pending"]

# A bullet indented more deeply than its item by this many characters is that of a sub-item.
_DEEPER = 2


class Pending(NamedTuple):
    """A heading or lead-in that no finding has followed yet.

    Attributes:
        block: The block.
        is_heading: Whether it is a heading.
    """

    block: Block
    is_heading: bool


class Item(NamedTuple):
    """A finding whose sub-items may follow.

    Attributes:
        block: The block of the finding.
        opening: What opened its section, if it is the first.
        parts: The sub-items so far.
        statement: Its first sentence, if that may be a statement about another category.
    """

    block: Block
    opening: Pending | None
    parts: list[Excerpt]
    statement: Excerpt | None

    def has_part(self, block: Block, *, is_row: bool) -> bool:
        """Return whether a block below is a sub-item.

        Args:
            block: The block.
            is_row: Whether the finding is the row of a table.
        """
        parent = self.block
        may_have_parts = parent.is_item or is_row or parent.words.endswith(":")
        if not (block.is_item and block.words and may_have_parts):
            return False
        deeper = block.indent >= parent.indent + _DEEPER
        other = bool(block.bullet) and block.bullet != parent.bullet
        return (deeper and other) or (parent.words.endswith(":") and (deeper or other))
