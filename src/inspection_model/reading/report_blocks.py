"""The blocks of a report below its front matter: those inside and those outside its sections.

    report := { section | aside } [ standard text ]

An aside begins with words of the framework and ends where a section begins; nothing in it is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.words import fold_heading
from inspection_model.reading.aside_blocks import opens_aside, split_at_asides, without_asides
from inspection_model.reading.layout.blocks import Block, join_blocks, split_block
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished
from inspection_model.reading.row_headings import with_headings, with_row_headings
from inspection_model.reading.table_rows import begins_table, with_rows, with_table_rows

__all__ = ["ReportBlocks", "blocks_of_report"]

# The end of a sentence, and of words that introduce a list.
_STOPS = ".:;?!"


class ReportBlocks(NamedTuple):
    """The blocks of a report.

    Attributes:
        text: The blocks of its sections.
        aside: Those outside the sections.
        team: The lines of the latter that name the inspectors.
        bodies: Those that name the bodies of the partnership.
    """

    text: Sequence[Block]
    aside: Sequence[Block]
    team: Sequence[Line]
    bodies: Sequence[Line]


def blocks_of_report(layout: Layout, framework: Framework, *, first: int) -> ReportBlocks:
    """Sort the blocks of a report.

    Args:
        layout: The layout of the report.
        framework: Its framework.
        first: The first line below the front matter.
    """
    below = _blocks_from(layout.blocks, first)
    below = [part for block in below for part in split_at_asides(framework, block)]
    below = [part for block in below for part in _opened(framework, block)]
    below = _without_breaks(framework, with_row_headings(framework, below))
    stop = next((i for i, block in enumerate(below) if _is_standard(framework, block)), len(below))
    text, inner = without_asides(framework, below[:stop])
    team = _lines_below(framework, framework.team_headings, inner)
    bodies = _lines_below(framework, framework.body_headings, inner)
    rows = with_rows(framework, with_table_rows(framework, text, layout.lines))
    return ReportBlocks(rows, [*inner, *below[stop:]], team, bodies)


def _blocks_from(blocks: Sequence[Block], first: int) -> list[Block]:
    """Return the blocks from a line on; one that begins above it is split."""
    below: list[Block] = []
    for block in blocks:
        if block.first >= first:
            below.append(block)
        elif block.first + len(block.lines) > first:
            below.append(split_block(block, first - block.first)[1])
    return below


def _is_standard(framework: Framework, block: Block) -> bool:
    return block.excerpt.folded.startswith(framework.asides)


def _opened(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts, if it begins an aside and a heading of a section follows without a gap."""
    begins = not block.is_item and opens_aside(framework, block.words)
    return with_headings(framework, block) if begins else [block]


def _without_breaks(framework: Framework, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of which no item is broken by a page: its last sentence has an end."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _continues(joined[-1], block) and not _is_apart(framework, block):
            joined[-1] = join_blocks(joined[-1], block)
        else:
            joined.append(block)
    return joined


def _continues(last: Block, block: Block) -> bool:
    """Return whether a block continues an item; one without a number only does on a new page."""
    if block.is_item or block.is_heading or not (block.words and is_unfinished(last.words)):
        return False
    starts_page = block.lines[0].is_on_new_page and block.words[-1] in _STOPS
    return last.number is not None or (last.is_item and starts_page)


def _is_apart(framework: Framework, block: Block) -> bool:
    """Return whether a block is the heading of an aside, standard text, or begins with a table's header."""
    if opens_aside(framework, block.words) or _is_standard(framework, block):
        return True
    return begins_table(framework, block)


def _lines_below(framework: Framework, headings: Sequence[str], blocks: Sequence[Block]) -> Sequence[Line]:
    """Return the lines below the last of some headings, up to the next heading of an aside."""
    lines: list[Line] = []
    is_below = False
    for block in blocks:
        if opens_aside(framework, block.words):
            is_below = fold_heading(block.words) in headings
            lines = [] if is_below else lines
        elif is_below:
            lines += block.lines
    return lines
