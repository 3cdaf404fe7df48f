"""Tables of findings, one row a finding.

    table := header { row }
    row   := lines, each with words of the left column, of the right one, or of both

The left column, if there are two, has the bodies that are responsible, the right one what they are to do.
A row ends with a sentence, at a blank line, at the end of a page, or on a line that has room for the first
word of the next one. The gap between the columns may be lost where the words of the left one fill it: such
a line is split where the right column begins in the other lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.reading.layout.blocks import Block, paragraph, split_block
from inspection_model.reading.layout.bullets import bullet_length
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.columns import room_for
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import Line, part_of_line
from inspection_model.reading.layout.sentences import is_unfinished, whole

__all__ = ["with_rows", "with_table_rows"]

# How far the right column's words may be from where it begins, because letters differ in width.
_SLACK = 4


class _Columns(msgspec.Struct, frozen=True):
    """The lines of the two columns of a row."""

    left: list[Line]
    right: list[Line]


def with_table_rows(framework: Framework, blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a report with one block for each row in the place of those of a table.

    Args:
        framework: The framework of the report.
        blocks: Its blocks.
        lines: Its lines; those of blocks have lost their bullets.
    """
    if not any(section.responsible_cells for section in framework.sections):
        return list(blocks)
    found: list[Block] = []
    table: list[Line] | None = None
    for block in blocks:
        if block.is_heading and table is not None:
            found += _rows(table)
            table = None
        if table is not None:
            table += lines[block.first : block.first + len(block.lines)]
        elif block.words and not block.is_heading and (header := _header(framework, block)) is not None:
            found.append(_heading(block, *header))
            table = list(block.lines[1:])
        else:
            found.append(block)
    return [*found, *_rows(table or [])]


def with_rows(framework: Framework, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a report with one block for each row of the tables with one column."""
    found: list[Block] = []
    below: list[Block] = []
    is_table = False
    for block in blocks:
        if block.is_heading:
            found += _split_rows(below)
            below = []
            section = headings_of(framework).section(block.words)
            is_table = section is not None and section.table
        (below if is_table and not block.is_heading else found).append(block)
    return [*found, *_split_rows(below)]


def _split_rows(blocks: Sequence[Block]) -> Iterator[Block]:
    widest = max((line.indent + len(line.text) for block in blocks for line in block.lines), default=0)
    for block in blocks:
        pairs = enumerate(pairwise(block.lines), 1)
        yield from split_block(block, *(i for i, (before, line) in pairs if _ends(before, line, widest)))


def _ends(before: Line, line: Line, widest: int) -> bool:
    """Return whether a row ends with a line, given the next one of its column and the column's width."""
    has_room = line.breaks_before > 1 or room_for(line, before) <= widest
    return has_room and line.text[0].isupper() and not is_unfinished(before.text)


def _header(framework: Framework, block: Block) -> tuple[Line, Line] | None:
    """Return the cells of the header of a table, if a block begins with one."""
    line = block.lines[0]
    folded = fold_heading(line.text)
    for section in framework.sections:
        for cell in map(fold_heading, section.responsible_cells):
            if folded.startswith(f"{cell} "):
                rest = line.text[len(cell) :]
                heading = part_of_line(line, len(line.text) - len(rest.lstrip()))
                if headings_of(framework).section(heading.text) is section:
                    return part_of_line(line, 0, len(cell)), heading
    return None


def _rows(lines: Sequence[Line]) -> Iterator[Block]:
    column = _column(lines)
    widest = max((line.indent + len(line.text) for line in lines), default=0)
    row = _Columns([], [])
    for line in lines:
        left, right = _split(line, column)
        if left is not None and right is not None and _row_ends(row, left, right, line, widest):
            yield from _blocks(row)
            row = _Columns([], [])
        if left is not None:
            row.left.append(_apart(left))
        if right is not None:
            row.right.append(_apart(right))
    if row.right:
        yield from _blocks(row)


def _row_ends(row: _Columns, left: Line, right: Line, line: Line, widest: int) -> bool:
    """Return whether a row ends above a line with words of both columns."""
    if not (row.left and row.right) or is_unfinished(row.right[-1].text) or _goes_on(row.left[-1]):
        return False
    is_apart = line.breaks_before > 1 or (line.starts_page and line.breaks_before > 0)
    begins_again = right.text[0].isupper() and left.text == row.left[0].text
    return is_apart or begins_again or _ends(row.right[-1], right, widest)


def _goes_on(left: Line) -> bool:
    """Return whether the names of bodies go on below a line: "the council and"."""
    last = left.text.split()[-1]
    return last.endswith(",") or fold_words(last) in lexicon().pages.unfinished


def _column(lines: Sequence[Line]) -> int:
    """Return where the right column begins: as far right as its lines without words of the left one."""
    starts = sorted(cells[-1].indent for line in lines if len(cells := cells_of(line)) == 1)
    alone = [start for start in starts if start > starts[0] + _SLACK]
    if alone:
        return alone[0]
    ends = [cells[0].indent + len(cells[0].text) for line in lines if len(cells := cells_of(line)) > 1]
    return max(ends, default=0) + 1


def _split(line: Line, column: int) -> tuple[Line | None, Line | None]:
    """Return the words of a line in the left column and in the right one."""
    cells = cells_of(line)
    if len(cells) > 1:
        return cells[0], part_of_line(line, cells[1].start - line.start)
    if line.indent >= column - _SLACK:
        return None, line
    if line.indent + len(line.text) <= column + _SLACK:
        return line, None
    spaces = [at for at, sign in enumerate(line.text) if sign == " "]
    at = min(spaces, key=lambda space: abs(line.indent + space + 1 - column), default=None)
    return (line, None) if at is None else (part_of_line(line, 0, at), part_of_line(line, at + 1))


def _apart(line: Line) -> Line:
    """Return a line between which and the one before words of the other column may be."""
    return msgspec.structs.replace(line, after_furniture=True)


def _blocks(row: _Columns) -> Iterator[Block]:
    """Yield the block of a row, and one for each item of a list in its right column."""
    starts = [i for i, line in enumerate(row.right) if i and bullet_length(line.text)]
    ends = [*starts, len(row.right)]
    first = paragraph(row.right[: ends[0]], first=0)
    yield msgspec.structs.replace(first, responsible=whole(row.left) if row.left else None)
    for start, end in zip(starts, ends[1:], strict=True):
        line, *others = row.right[start:end]
        length = bullet_length(line.text)
        rest = line.text[length:]
        words = part_of_line(line, length + len(rest) - len(rest.lstrip()))
        item = paragraph([words, *others], first=0)
        mark = (line.start, line.start + length)
        indent = first.indent + _SLACK
        yield msgspec.structs.replace(item, mark=mark, bullet=line.text[:length], is_item=True, indent=indent)


def _heading(block: Block, left: Line, right: Line) -> Block:
    """Return the block of the heading above the right column of a table."""
    excerpt = whole([right])
    heading = msgspec.structs.replace(block, lines=[right], excerpt=excerpt, words=excerpt.words)
    return msgspec.structs.replace(heading, is_heading=True, responsible=whole([left]))
