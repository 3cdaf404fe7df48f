"""The blocks of a report below its front matter: those inside and those outside its sections.

    report := { section | aside } [ standard text ]

An aside begins with a heading of the framework and ends where a section begins; nothing in it is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.reading.layout.blocks import Block, join_blocks, split_block
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished
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
    """

    text: Sequence[Block]
    aside: Sequence[Block]
    team: Sequence[Line]


def blocks_of_report(layout: Layout, framework: Framework, *, first: int) -> ReportBlocks:
    """Sort the blocks of a report.

    Args:
        layout: The layout of the report.
        framework: Its framework.
        first: The first line below the front matter.
    """
    below = [part for block in layout.blocks if block.first >= first for part in _apart(framework, block)]
    below = _without_breaks(framework, below)
    stop = next((i for i, block in enumerate(below) if _is_standard(framework, block)), len(below))
    text, inner = _without_asides(framework, below[:stop])
    team = [line for block in _below(framework.team_headings, inner) for line in block.lines]
    rows = with_rows(framework, with_table_rows(framework, text, layout.lines))
    return ReportBlocks(rows, [*inner, *below[stop:]], team)


def _is_standard(framework: Framework, block: Block) -> bool:
    return bool(framework.asides) and block.excerpt.folded.startswith(framework.asides)


def _apart(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts: a heading of an aside, and standard text below a gap, begin a block."""
    headings = _aside_headings(framework)
    cuts: set[int] = set()
    for index, line in enumerate(block.lines):
        if fold_heading(line.text) in headings and not (index and is_unfinished(block.lines[index - 1].text)):
            cuts |= {index, index + 1}
        elif _is_below_gap(line) and framework.asides and fold_words(line.text).startswith(framework.asides):
            cuts.add(index)
    return split_block(block, *sorted(cuts - {0, len(block.lines)}))


def _is_below_gap(line: Line) -> bool:
    return line.breaks_before > 1 or line.starts_page or line.after_furniture


def _aside_headings(framework: Framework) -> frozenset[str]:
    return frozenset((*framework.aside_headings, *framework.team_headings))


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
    starts_page = (block.lines[0].starts_page or block.lines[0].after_furniture) and block.words[-1] in _STOPS
    return last.number is not None or (last.is_item and starts_page)


def _is_apart(framework: Framework, block: Block) -> bool:
    """Return whether a block is the heading of an aside, standard text, or begins with a table's header."""
    if fold_heading(block.words) in _aside_headings(framework) or _is_standard(framework, block):
        return True
    return begins_table(framework, block)


def _without_asides(framework: Framework, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the blocks of the sections, and those below the headings of asides."""
    text: list[Block] = []
    aside: list[Block] = []
    target = text
    headings = _aside_headings(framework)
    for block in blocks:
        if block.is_heading and headings_of(framework).section(block.words) is not None:
            target = text
        elif not block.is_item and fold_heading(block.words) in headings:
            target = aside
        target.append(block)
    return text, aside


def _below(headings: Sequence[str], blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks below the last of some headings."""
    starts = [index for index, block in enumerate(blocks) if fold_heading(block.words) in headings]
    return blocks[starts[-1] + 1 :] if starts else ()
