"""The parts of a letter, or of a report.

    letter := head salutation opening { section } closing signatures
    report := front matter { section | aside }

Every part may be missing. The opening has the subject and the paragraphs before the first section;
a section begins with a heading of the framework or with a sentence that introduces a list.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.front_matter import FrontMatter
from inspection_model.reading.grammar.phrases import (
    BOILERPLATE,
    CLOSING,
    OBLIGATIONS,
    Phrasebook,
    phrasebook_of,
)
from inspection_model.reading.layout.blocks import Block, split_block
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import first_sentence, is_unfinished
from inspection_model.reading.openers import Opener, is_heading_like, opener_of
from inspection_model.reading.recognition import names_kind
from inspection_model.reading.report_blocks import blocks_of_report

__all__ = [
    "Parts",
    "SectionBlock",
    "announces_follow_up",
    "is_boilerplate",
    "segment",
]

# The paragraph that opens the closing is shorter than this,
_LONG_PARAGRAPH = 700
# and within this many lines of the end if it follows a finding without a blank line.
_CLOSING_LINES = 16
# The most paragraphs without words of the closing among those that have some.
_MOST_OTHERS = 4


class SectionBlock(NamedTuple):
    """A block of the sections.

    Attributes:
        block: The block.
        following: The next block, if any.
        opener: What it opens, if anything.
    """

    block: Block
    following: Block | None
    opener: Opener | None


class Parts(NamedTuple):
    """The parts of a letter.

    Attributes:
        head: The lines above the salutation.
        salutation: The salutation.
        opening: The blocks before the first section.
        sections: The blocks of the sections.
        closing: The blocks after the last finding.
        signatures: The lines from the sign-off on.
        front_matter: What is above the text of a report; ``None`` for a letter.
        aside: The blocks of a report that are not part of the inspection.
        team: The lines of a report that name the inspectors.
    """

    head: Sequence[Line]
    salutation: Block | None
    opening: Sequence[Block]
    sections: Sequence[SectionBlock]
    closing: Sequence[Block]
    signatures: Sequence[Line]
    front_matter: FrontMatter | None = None
    aside: Sequence[Block] = ()
    team: Sequence[Line] = ()


def segment(layout: Layout, framework: Framework, front_matter: FrontMatter | None = None) -> Parts:
    """Split a letter or a report into its parts.

    Args:
        layout: The layout of the text.
        framework: Its framework.
        front_matter: What is above the text of a report; ``None`` for a letter.
    """
    if front_matter is None:
        return _segment_letter(layout, framework)
    return _segment_report(layout, framework, front_matter)


def _segment_report(layout: Layout, framework: Framework, front_matter: FrontMatter) -> Parts:
    text, aside, team = blocks_of_report(layout, framework, first=front_matter.judgements.end)
    following = (*text[1:], None) if text else ()
    sections = [
        SectionBlock(block, below, opener_of(framework, block, below))
        for block, below in zip(text, following, strict=True)
    ]
    return Parts((), None, (), sections, (), (), front_matter, aside, team)


def _segment_letter(layout: Layout, framework: Framework) -> Parts:
    lines, (salutation, _, end) = layout.lines, layout.landmarks
    blocks = [block for block in layout.blocks if block.first < end]
    if salutation is None:
        first = next((i for i, block in enumerate(blocks) if names_kind(framework, block.excerpt.folded)), 0)
        greeting, blocks = None, blocks[first:]
        head = lines[: blocks[0].first] if blocks else lines[:0]  # no block if the sign-off is the first line
    else:
        greeting, *blocks = blocks  # the salutation precedes the signatures
        head = lines[:salutation]
    phrasebook = phrasebook_of(framework)
    blocks = _split_closing(phrasebook, blocks, end - _CLOSING_LINES)
    pairs = list(zip(blocks, (*blocks[1:], None), strict=True)) if blocks else []
    openers = [opener_of(framework, *pair) for pair in pairs]
    start = next((index for index, opener in enumerate(openers) if opener is not None), len(blocks))
    stop = _closing_start(framework, blocks, start)
    following = (*blocks[start + 1 : stop], None)
    sections = tuple(map(SectionBlock, blocks[start:stop], following, openers[start:stop]))
    return Parts(head, greeting, tuple(blocks[:start]), sections, tuple(blocks[stop:]), lines[end:])


def is_boilerplate(phrasebook: Phrasebook, folded: str) -> bool:
    """Return whether a sentence is a standard one of the framework."""
    return phrasebook.find(BOILERPLATE, folded) is not None


def announces_follow_up(phrasebook: Phrasebook, block: Block) -> bool:
    """Return whether a paragraph is about the follow-up: boilerplate first, or an obligation anywhere."""
    return (
        is_boilerplate(phrasebook, first_sentence(block.excerpt).folded)
        or phrasebook.find(OBLIGATIONS, block.excerpt.folded) is not None
    )


def _split_closing(phrasebook: Phrasebook, blocks: list[Block], first: int) -> list[Block]:
    """Split the block in which the sentence that opens the closing follows a finding directly.

    Args:
        phrasebook: The phrases of the framework.
        blocks: The blocks of the body.
        first: The first line that may open the closing.
    """
    last = len(blocks)
    while last and blocks[last - 1].first + len(blocks[last - 1].lines) > first:
        last -= 1
    for at, block in enumerate(blocks[last:], last):
        for index in range(max(1, first - block.first), len(block.lines)):
            text, before = block.lines[index].text, block.lines[index - 1].text
            if text[0].isupper() and not is_unfinished(before) and phrasebook.find(CLOSING, fold_words(text)):
                return [*blocks[:at], *split_block(block, index), *blocks[at + 1 :]]
    return blocks


def _closing_start(framework: Framework, blocks: Sequence[Block], first: int) -> int:
    """Return where the closing begins: nothing below the sentence that opens it is a finding."""
    phrasebook = phrasebook_of(framework)
    last = len(blocks)
    others = 0  # paragraphs without such a sentence, above the last with one
    for index in range(len(blocks) - 1, first - 1, -1):
        block = blocks[index]
        # Above many paragraphs only what the inspectorate says that it will do opens the closing: a
        # finding may have the same words.
        is_far = others > _MOST_OTHERS
        if block.is_heading or (is_far and block.is_item):
            break
        if _announces(framework, block) or (not is_far and _opens_closing(phrasebook, block)):
            last, others = index, 0
        else:
            others += 1
    while last > first and _is_closing(phrasebook, blocks[last - 1]):
        last -= 1
    if first < last < len(blocks) and is_heading_like(blocks[last - 1], blocks[last]):
        last -= 1
    return last


def _announces(framework: Framework, block: Block) -> bool:
    """Return whether a paragraph begins with what the inspectorate will do: "We will return …"."""
    return not block.is_item and block.excerpt.folded.startswith(_announcements(framework))


@functools.lru_cache(maxsize=32)
def _announcements(framework: Framework) -> tuple[str, ...]:
    speakers = (*lexicon().letters.speakers, fold_words(framework.inspectorate))
    return tuple(f"{speaker} {lexicon().letters.announcing} " for speaker in speakers)


def _opens_closing(phrasebook: Phrasebook, block: Block) -> bool:
    """Return whether the first sentence of a paragraph is one that opens the closing."""
    if block.is_item or not 0 < len(block.words) < _LONG_PARAGRAPH:
        return False
    return phrasebook.find(CLOSING, first_sentence(block.excerpt).folded) is not None


def _is_closing(phrasebook: Phrasebook, block: Block) -> bool:
    """Return whether a paragraph at the end is about the follow-up, not about what was found."""
    if block.is_item or block.is_heading or not block.words:
        return False
    return announces_follow_up(phrasebook, block)
