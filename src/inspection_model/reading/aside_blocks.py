"""The asides of a document: text below their headings, such as a case study, in which nothing is a finding.

    aside := heading { block }

An aside ends where a section begins. One that is set in, as in a box, ends with its last block that is.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.parsing import ANY_WORDS
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.reading.layout.blocks import Block, split_block
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["opens_aside", "split_at_asides", "without_asides"]

# A longer line is a paragraph.
_LONGEST_HEADING = 100


def split_at_asides(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts: a heading of an aside, and standard text below a gap, begin a block.

    Args:
        framework: The framework of the document.
        block: The block.
    """
    cuts: set[int] = set()
    for index, line in enumerate(block.lines):
        if _opens_part(framework, line.text) and not (index and is_unfinished(block.lines[index - 1].text)):
            cuts |= {index, index + 1}
        elif _is_below_gap(line) and framework.asides and fold_words(line.text).startswith(framework.asides):
            cuts.add(index)
    return split_block(block, *sorted(cuts - {0, len(block.lines)}))


def without_asides(framework: Framework, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the blocks of the sections, and those of the asides.

    Args:
        framework: The framework of the document.
        blocks: The blocks, split at the headings of asides.
    """
    text: list[Block] = []
    asides: list[list[Block]] = [[]]
    for block in blocks:
        if not block.is_item and opens_aside(framework, block.words):
            text += _below_box(asides[-1])
            asides.append([block])
        elif asides[-1] and not (block.is_heading and headings_of(framework).section(block.words)):
            asides[-1].append(block)
        else:
            text += _below_box(asides[-1])
            asides.append([])
            text.append(block)
    text += _below_box(asides[-1])
    return text, [block for aside in asides for block in aside]


def _below_box(aside: list[Block]) -> list[Block]:
    """Take the blocks below a box, all of whose blocks are set in, out of an aside; return them.

    The part of a box that is on another page may have lost its indent.
    """
    if not aside or aside[0].indent == 0:
        return []
    end = 1 + max(index for index, block in enumerate(aside) if block.indent > 0)
    if aside[end:] and _is_on_new_page(aside[end].lines[0]):
        return []
    below = aside[end:]
    del aside[end:]
    return below


def opens_aside(framework: Framework, text: str) -> bool:
    """Return whether a line or a paragraph is the heading of an aside."""
    headings, beginnings = _headings(framework)
    if not headings or len(text) > _LONGEST_HEADING:
        return False
    folded = fold_heading(text)
    return folded in headings or folded.startswith(beginnings)


@functools.lru_cache(maxsize=32)
def _headings(framework: Framework) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the headings of asides, and the beginnings of such headings, folded."""
    headings = frozenset((*framework.aside_headings, *framework.team_headings, *framework.body_headings))
    cut = (heading.removesuffix(ANY_WORDS) for heading in headings if heading.endswith(ANY_WORDS))
    return headings, tuple(cut)


def _opens_part(framework: Framework, text: str) -> bool:
    closing = framework.closing_headings
    return opens_aside(framework, text) or (bool(closing) and fold_heading(text) in closing)


def _is_below_gap(line: Line) -> bool:
    return line.breaks_before > 1 or _is_on_new_page(line)


def _is_on_new_page(line: Line) -> bool:
    return line.starts_page or line.after_furniture
