"""Headings of sections that are rows of a table: the words of an area in one column, its grade in the other.

    heading := [ header ] row

The cells of a row may be broken over several lines and blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from inspection_model.frameworks.framework import Framework
from inspection_model.reading.judgement_table import is_grade_header, may_begin_row, row_at
from inspection_model.reading.layout.blocks import Block, split_block
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import whole

__all__ = ["with_row_headings"]

# A row has no more lines, and continues over no more blocks below.
_MOST_LINES = 6
_MOST_BLOCKS = 2


def with_row_headings(framework: Framework, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a report in which each heading that is the row of a table is one block.

    Args:
        framework: The framework of the report.
        blocks: Its blocks.
    """
    if not framework.areas:
        return list(blocks)
    found: list[Block] = []
    left = [part for block in blocks for part in split_block(block, *_row_starts(framework, block))][::-1]
    while left:
        block = left.pop()
        found.append(_take_row(framework, block, left) if may_begin_row(block.lines, framework) else block)
    return found


def _row_starts(framework: Framework, block: Block) -> list[int]:
    """Return the lines within a block that begin a row: below headers of the table, or on top of a page."""
    lines = block.lines
    is_header = (is_grade_header(whole([line]), framework) for line in lines)
    headers = next((index for index, header in enumerate(is_header) if not header), len(lines))
    starts = {headers} - {0, len(lines)}
    for index, line in enumerate(lines[1:], 1):
        if not line.is_on_new_page:
            continue  # most lines
        row = lines[index : index + _MOST_LINES]
        if may_begin_row(row, framework) and _heading_of_row(framework, block, row) is not None:
            starts.add(index)
    return sorted(starts)


def _take_row(framework: Framework, block: Block, left: list[Block]) -> Block:
    """Return the heading with which a block begins, or the block if it begins with none.

    Args:
        framework: The framework of the report.
        block: The block.
        left: The blocks below it, the next one last. Those of the heading are taken away.
    """
    below = [block, *reversed(left[-_MOST_BLOCKS:])]
    heading = _heading_of_row(framework, block, [line for each in below for line in each.lines])
    if heading is None:
        return block
    end = len(heading.lines)
    while end > len(block.lines):
        end -= len(block.lines)
        block = left.pop()
    if end < len(block.lines):
        left += reversed(with_headings(framework, split_block(block, end)[1]))
    return heading


def with_headings(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts, in which each heading of a section is one: it may be below another heading."""
    cuts: dict[int, int] = {}  # from the first line of a heading to the one below it
    end = 0
    for index in range(len(block.lines)):
        if index >= end and (count := headings_of(framework).lines_at(block.lines, index)):
            cuts[index] = end = index + count
    starts = {block.first + index for index in cuts}
    inner = sorted({*cuts, *cuts.values()} - {0, len(block.lines)})
    return [
        msgspec.structs.replace(part, is_heading=True) if part.first in starts else part
        for part in split_block(block, *inner)
    ]


def _heading_of_row(framework: Framework, block: Block, lines: Sequence[Line]) -> Block | None:
    """Return the heading of a section, if some lines begin with the row of a table that is one.

    The words of the grade may be between those of the area; they follow in the heading.
    """
    found = row_at(lines[:_MOST_LINES], framework)
    if found is None:
        return None
    row, end = found
    # The grade may be above the last words of the area, so what is between the two is not part of either.
    grade = [msgspec.structs.replace(line, after_furniture=True) for line in row.grade_words.text.pieces]
    words = whole((*row.area_words.text.pieces, *grade))
    if headings_of(framework).section(words.words) is None:
        return None
    return msgspec.structs.replace(
        block,
        lines=lines[:end],
        excerpt=words,
        words=words.words,
        is_item=False,
        is_heading=True,
        number=None,
    )
