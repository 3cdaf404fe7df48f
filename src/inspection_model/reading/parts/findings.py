"""A finding with its sub-items, and the words that opened its section."""

from __future__ import annotations

from typing import NamedTuple

from inspection_model.model.unvalidated import unvalidated_finding
from inspection_model.reading.builder import InspectionBuilder, Stated, Understood
from inspection_model.reading.grammar.references import references_in
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.parts.section_remarks import remark_on_marks, remark_on_missing_list
from inspection_model.reading.passages import BOILERPLATE, FURNITURE
from inspection_model.vocabulary import Category

__all__ = ["Item", "Pending", "add_finding", "claim_block", "claim_mark", "is_part"]

# A bullet indented more deeply than its item by this many characters is that of a sub-item.
_DEEPER = 2


class Pending(NamedTuple):
    """A heading or lead-in that no finding has followed yet."""

    block: Block
    is_heading: bool


class Item(NamedTuple):
    """A finding whose sub-items may follow, with what opened its section if it is the first."""

    block: Block
    opening: Pending | None
    parts: list[Excerpt]
    statement: Excerpt | None


def is_part(item: Item, block: Block, *, is_row: bool) -> bool:
    """Return whether a block is a sub-item of a finding.

    Args:
        item: The finding.
        block: The block below it.
        is_row: Whether the finding is the row of a table.
    """
    parent = item.block
    introduces = parent.words.endswith(":")
    if not (block.is_item and block.words and (parent.is_item or is_row or introduces)):
        return False
    deeper = block.indent >= parent.indent + _DEEPER
    other = bool(block.bullet) and block.bullet != parent.bullet
    return (deeper and other) or (introduces and (deeper or other))


def add_finding(
    builder: InspectionBuilder, item: Item, category: Category, area: str | None, heading: str | None
) -> None:
    """Add a finding, and claim its mark and what opened its section.

    Args:
        builder: The facts so far.
        item: The finding.
        category: Its category.
        area: The id of the judged area of its section.
        heading: The heading above it.
    """
    block, opening, parts, _ = item
    stated: dict[str, Stated] = {"text": block.excerpt}
    if parts:
        stated["parts"] = parts
    elif block.words.endswith(":"):
        remark_on_missing_list(builder, block)
    remark_on_marks(builder, block)
    if opening is not None and opening.is_heading:
        stated["heading"] = opening.block.excerpt  # its passage belongs to the first finding below it
    elif opening is not None:
        claim_block(builder, opening.block)
    if block.responsible is not None:
        stated["responsible"] = [block.responsible]
    if block.number is not None:
        stated["number"] = Understood(block.number, block.mark)
    builder.add(
        "/findings",
        unvalidated_finding,
        stated,
        category=category,
        area=area,
        heading=heading,
        references=references_in(block.words),
    )
    claim_mark(builder, block)


def claim_block(builder: InspectionBuilder, block: Block) -> None:
    """Claim a heading, or a paragraph in the place of a finding."""
    claim_mark(builder, block)
    builder.claim(block.excerpt, BOILERPLATE)


def claim_mark(builder: InspectionBuilder, block: Block) -> None:
    """Claim the bullet or the number of an item."""
    if block.is_item:
        builder.claim_span(block.mark, FURNITURE)
