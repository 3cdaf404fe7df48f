"""The parts of a letter, or of a report.

    letter := head salutation opening { section | aside } closing signatures
    report := front matter { section | aside }

Every part may be missing. The opening has the subject and the paragraphs before the first section;
a section begins with a heading of the framework or with a sentence that introduces a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.reading.follow_up import closing_start, split_closing
from inspection_model.reading.front_matter import FrontMatter
from inspection_model.reading.grammar.phrases import phrasebook_of
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.letter_blocks import blocks_of_letter, opening_end
from inspection_model.reading.openers import Opener, is_heading_like, opener_of
from inspection_model.reading.recognition import names_kind
from inspection_model.reading.report_blocks import blocks_of_report

__all__ = [
    "Parts",
    "SectionBlock",
    "segment",
]

# The closing begins within this many lines of the end if it follows a finding without a blank line.
_CLOSING_LINES = 16


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
        aside: The blocks that are not part of the inspection.
        team: The lines of a report that name the inspectors.
        bodies: Those that name the bodies of the partnership.
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
    bodies: Sequence[Line] = ()

    @property
    def prose(self) -> Iterator[Excerpt]:
        """The text of the paragraphs and items of the opening, the sections and the closing, in order."""
        yield from (block.excerpt for block in self.opening)
        yield from (
            block.excerpt for block, _, opener in self.sections if opener is None or not opener.is_heading
        )
        yield from (block.excerpt for block in self.closing)


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
    text, aside, team, bodies = blocks_of_report(layout, framework, first=front_matter.judgements.end)
    following = (*text[1:], None) if text else ()
    sections = [
        SectionBlock(block, below, opener_of(framework, block, below))
        for block, below in zip(text, following, strict=True)
    ]
    return Parts((), None, (), sections, (), (), front_matter, aside, team, bodies)


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
    blocks = split_closing(phrasebook, blocks, end - _CLOSING_LINES)
    blocks, aside, closing = blocks_of_letter(framework, blocks)
    pairs = list(zip(blocks, (*blocks[1:], None), strict=True)) if blocks else []
    openers = [opener_of(framework, *pair) for pair in pairs]
    start = next((index for index, opener in enumerate(openers) if opener is not None), len(blocks))
    stop = len(blocks) if closing else closing_start(framework, blocks, start)
    if start < stop < len(blocks) and is_heading_like(blocks[stop - 1], blocks[stop]):
        stop -= 1
    opened = [opener.section for opener in openers if opener is not None]
    start = opening_end(framework, blocks[:start], opened)
    following = (*blocks[start + 1 : stop], None)
    sections = tuple(map(SectionBlock, blocks[start:stop], following, openers[start:stop]))
    closed = (*blocks[stop:], *closing)
    return Parts(head, greeting, tuple(blocks[:start]), sections, closed, lines[end:], aside=aside)
