"""Inspectors listed below the sentence that introduces them, as items or as rows of a table.

    list   := introduction person { person }
    person := an item, or a line, with a name and a post

The people are joined to the sentence, which then names them as if they were printed on its lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.inspectors import is_inspector
from inspection_model.reading.grammar.names import without_stop
from inspection_model.reading.layout.blocks import Block, join_blocks
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.lines import Line, part_of_line
from inspection_model.reading.layout.sentences import split_sentences
from inspection_model.reading.openers import LIST_FOLLOWS
from inspection_model.reading.passages import BOILERPLATE, FURNITURE

__all__ = ["with_listed_inspectors"]


def with_listed_inspectors(builder: InspectionBuilder, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of which those with inspectors are joined to the sentence that introduces them.

    Args:
        builder: Claims the bullets and the full stops of the list.
        blocks: The blocks of the opening.
    """
    joined: list[Block] = []
    is_open = False  # whether the last block introduces a list of inspectors
    for block in blocks:
        if is_open and _names_inspectors(block):
            joined[-1] = join_blocks(joined[-1], _as_list(builder, block))
        else:
            joined.append(block)
            is_open = not block.is_item and _introduces_inspectors(block)
    return joined


def _introduces_inspectors(block: Block) -> bool:
    """Return whether a paragraph ends with "the inspectors were:"."""
    if not block.words.endswith(LIST_FOLLOWS):
        return False
    words = split_sentences(block.excerpt)[-1].folded.rstrip(LIST_FOLLOWS).split()
    return not lexicon().posts.list_words.isdisjoint(words) and words[-1] in lexicon().posts.before_list


def _names_inspectors(block: Block) -> bool:
    """Return whether an item is an inspector, or every line of a paragraph."""
    if block.is_item:
        return bool(block.words) and is_inspector(block.words)
    people = [line for line in block.lines if not _is_header(line)]
    return bool(people) and all(is_inspector(" ".join(line.text.split())) for line in people)


def _is_header(line: Line) -> bool:
    """Return whether a line is above the columns of a table: "Name    Role"."""
    return all(fold_words(cell.text) in lexicon().posts.columns for cell in cells_of(line))


def _as_list(builder: InspectionBuilder, block: Block) -> Block:
    """Return a block with its cells as lines, without full stops after people and apart from its bullet."""
    builder.claim_span(block.mark, FURNITURE)
    for line in filter(_is_header, block.lines):
        builder.claim_span((line.start, line.end), BOILERPLATE)
    people = (line for line in block.lines if not _is_header(line))
    lines = [_without_stop(builder, cell) for line in people for cell in cells_of(line)]
    return replace(block, lines=(replace(lines[0], after_furniture=True), *lines[1:]))


def _without_stop(builder: InspectionBuilder, line: Line) -> Line:
    end = len(without_stop(line.text))
    builder.claim_span((line.start + end, line.end), FURNITURE)
    return replace(part_of_line(line, 0, end), indent=line.indent) if end < len(line.text) else line
