"""The asides of a document: text below their headings, such as a case study, in which nothing is a finding.

    aside := heading { block }

An aside ends where a section begins. One that is set in, as in a box, ends with its last block that is.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.parsing import ANY_WORDS
from inspection_model.frameworks.words import fold_heading, fold_words, is_word_edge
from inspection_model.reading.judgement_table import is_grade_header
from inspection_model.reading.layout.blocks import Block, split_block
from inspection_model.reading.layout.sentences import is_unfinished
from inspection_model.reading.openers import opener_of

__all__ = ["opens_aside", "split_at_asides", "without_asides"]

# The number of a page in a table of contents follows one of these.
_BEFORE_PAGE = (" ", ".")
_DIGITS = "0123456789"
# White space, a footnote's digit and punctuation that a line may have besides the words of a heading.
_SLACK = 24


def split_at_asides(framework: Framework, block: Block) -> list[Block]:
    """Return a block in parts: a heading of an aside, and standard text below a gap, begin a block.

    Args:
        framework: The framework of the document.
        block: The block.
    """
    cuts: set[int] = set()
    lines, initials = block.lines, _headings(framework).initials
    for index, line in enumerate(lines):
        is_below_gap = line.breaks_before > 1 or line.is_on_new_page
        # Most lines begin with another letter, which is found faster than the end of a sentence.
        may_begin = line.text[:1].lower() in initials and (
            not index or is_below_gap or not is_unfinished(lines[index - 1].text)
        )
        if may_begin and _is_heading(framework, line.text):
            cuts |= {index, index + 1}
        elif may_begin and opens_aside(framework, line.text):
            cuts.add(index)  # the heading may go on below
        elif is_below_gap and framework.asides and fold_words(line.text).startswith(framework.asides):
            cuts.add(index)
    return split_block(block, *sorted(cuts - {0, len(block.lines)}))


def without_asides(
    framework: Framework, blocks: Sequence[Block], *, has_boxes: bool = False
) -> tuple[list[Block], list[Block]]:
    """Return the blocks of the sections, and those of the asides, with the headers above rows of judgements.

    Args:
        framework: The framework of the document.
        blocks: The blocks, split at the headings of asides.
        has_boxes: Whether an aside that is set in ends with its last block that is.
    """
    text: list[Block] = []
    asides: list[list[Block]] = [[]]
    headers: list[Block] = []
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if is_grade_header(block.excerpt, framework):
            headers.append(block)
        elif asides[-1] and _opens_section(framework, block, following):
            text += _below_box(asides[-1]) if has_boxes else ()
            asides.append([])
            text.append(block)
        elif not block.is_item and opens_aside(framework, block.words):
            text += _below_box(asides[-1]) if has_boxes else ()
            asides.append([block])
        elif asides[-1]:
            asides[-1].append(block)
        else:
            text.append(block)
    text += _below_box(asides[-1]) if has_boxes else ()
    return text, [block for aside in asides for block in aside] + headers


def _opens_section(framework: Framework, block: Block, following: Block | None) -> bool:
    """Return whether a block opens a section; with a page number it is an entry of the table of contents."""
    words = block.words.rstrip(_DIGITS)
    has_page = len(words) < len(block.words) and words.endswith(_BEFORE_PAGE)
    return not has_page and opener_of(framework, block, following) is not None


def _below_box(aside: list[Block]) -> list[Block]:
    """Take the blocks below a box, all of whose blocks are set in, out of an aside; return them.

    The part of a box that is on another page may have lost its indent.
    """
    if not aside or aside[0].indent == 0:
        return []
    end = 1 + max(index for index, block in enumerate(aside) if block.indent > 0)
    if aside[end:] and aside[end].lines[0].is_on_new_page:
        return []
    below = aside[end:]
    del aside[end:]
    return below


def opens_aside(framework: Framework, text: str) -> bool:
    """Return whether a line or a paragraph is the heading of an aside."""
    known = _headings(framework)
    if text[:1].lower() not in known.initials:
        return False  # most lines
    folded = fold_heading(text[: known.longest])
    return (folded in known.whole and len(text) <= known.longest) or any(
        folded.startswith(words) and is_word_edge(folded, len(words)) for words in known.beginnings
    )


class _Headings(NamedTuple):
    """The headings of asides and of the closing, folded.

    Attributes:
        whole: The whole headings of asides.
        beginnings: How headings of asides begin that may go on.
        closing: The headings of the closing.
        initials: The letters that one of these begins with.
        longest: A line with one of these is not longer.
    """

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    closing: frozenset[str]
    initials: frozenset[str]
    longest: int


@functools.lru_cache(maxsize=32)
def _headings(framework: Framework) -> _Headings:
    headings = (*framework.aside_headings, *framework.team_headings, *framework.body_headings)
    cut = (heading.removesuffix(ANY_WORDS).rstrip() for heading in headings if heading.endswith(ANY_WORDS))
    known = (*headings, *framework.closing_headings)
    longest = max(map(len, known), default=0) + _SLACK
    initials = frozenset(heading[0] for heading in known)
    return _Headings(
        frozenset(headings), tuple(cut), frozenset(framework.closing_headings), initials, longest
    )


def _is_heading(framework: Framework, text: str) -> bool:
    """Return whether a line is a whole heading of an aside or of the closing."""
    known = _headings(framework)
    if text[:1].lower() not in known.initials or len(text) > known.longest:
        return False  # most lines
    folded = fold_heading(text)
    return folded in known.whole or folded in known.closing
