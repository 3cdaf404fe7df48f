"""The blocks of a report below its front matter: those inside and those outside its sections.

    report := { section | aside } [ standard text ]

An aside begins with words of the framework and ends where a section begins; nothing in it is a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.words import fold_heading, fold_words, is_word_edge
from inspection_model.reading.judgement_table import is_grade_header
from inspection_model.reading.layout.blocks import Block, join_blocks, split_block
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished
from inspection_model.reading.openers import opener_of
from inspection_model.reading.row_headings import with_headings, with_row_headings
from inspection_model.reading.table_rows import with_rows, with_table_rows

__all__ = ["ReportBlocks", "blocks_of_report"]

# The end of a sentence, and of words that introduce a list.
_STOPS = ".:;?!"
# The number of a page in a table of contents follows one of these.
_BEFORE_PAGE = (" ", ".")
_DIGITS = "0123456789"


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
    below = [part for block in _blocks_from(layout.blocks, first) for part in _apart(framework, block)]
    below = [part for block in below for part in _opened(framework, block)]
    below = _without_breaks(framework, with_row_headings(framework, below))
    stop = next((i for i, block in enumerate(below) if _is_standard(framework, block)), len(below))
    text, inner = _without_asides(framework, below[:stop])
    team = [line for block in _below(framework.team_headings, inner) for line in block.lines]
    rows = with_rows(framework, with_table_rows(framework, text, layout.lines))
    return ReportBlocks(rows, [*inner, *below[stop:]], team)


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
    return bool(framework.asides) and block.excerpt.folded.startswith(framework.asides)


def _apart(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts: a heading of an aside, and standard text below a gap, begin a block."""
    headings = _aside_headings(framework)
    cuts: set[int] = set()
    for index, line in enumerate(block.lines):
        if fold_heading(line.text) in headings and (
            not index or _is_below_gap(line) or not is_unfinished(block.lines[index - 1].text)
        ):
            cuts |= {index, index + 1}
        elif _is_below_gap(line) and framework.asides and fold_words(line.text).startswith(framework.asides):
            cuts.add(index)
    return split_block(block, *sorted(cuts - {0, len(block.lines)}))


def _opened(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts, if it begins an aside and a heading of a section follows without a gap."""
    begins = not block.is_item and _begins(block, framework.aside_headings)
    return with_headings(framework, block) if begins else [block]


def _is_below_gap(line: Line) -> bool:
    return line.breaks_before > 1 or line.starts_page or line.after_furniture


def _aside_headings(framework: Framework) -> frozenset[str]:
    return frozenset((*framework.aside_headings, *framework.team_headings))


def _without_breaks(framework: Framework, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of which no item is broken by a page: its last sentence has an end."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _continues(joined[-1], block) and not _begins(block, framework.aside_headings):
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


def _without_asides(framework: Framework, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the blocks of the sections, and those of the asides, with the headers above rows."""
    text: list[Block] = []
    aside: list[Block] = []
    target = text
    headings = _aside_headings(framework)
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if is_grade_header(block.excerpt, framework):
            aside.append(block)
            continue
        if target is aside and _opens_section(framework, block, following):
            target = text
        elif not block.is_item and _begins(block, headings):
            target = aside
        target.append(block)
    return text, aside


def _opens_section(framework: Framework, block: Block, following: Block | None) -> bool:
    """Return whether a block opens a section; with a page number it is an entry of the table of contents."""
    words = block.words.rstrip(_DIGITS)
    has_page = len(words) < len(block.words) and words.endswith(_BEFORE_PAGE)
    return not has_page and opener_of(framework, block, following) is not None


def _begins(block: Block, beginnings: Collection[str]) -> bool:
    folded = block.excerpt.folded
    if not folded.startswith(tuple(beginnings)):
        return False  # most blocks
    # The digit of a footnote may follow a heading.
    return fold_heading(folded) in beginnings or any(
        folded.startswith(words) and is_word_edge(folded, len(words)) for words in beginnings
    )


def _below(headings: Sequence[str], blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks below the last of some headings."""
    starts = [index for index, block in enumerate(blocks) if fold_heading(block.words) in headings]
    return blocks[starts[-1] + 1 :] if starts else ()
