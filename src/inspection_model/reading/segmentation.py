"""The parts of a letter, or of a report.

    letter := head salutation opening { section } closing signatures
    report := front matter { section | aside }

Every part may be missing. The opening has the subject and the paragraphs before the first section;
a section begins with a heading of the framework or with a sentence that introduces a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.reading.follow_up import closing_start, split_closing
from inspection_model.reading.front_matter import FrontMatter
from inspection_model.reading.grammar.absence import says_nothing
from inspection_model.reading.grammar.phrases import (
    LEAD_INS,
    Phrasebook,
    phrasebook_of,
)
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.headings import MOST_LINES, headings_of
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import split_sentences
from inspection_model.reading.recognition import names_kind
from inspection_model.reading.report_blocks import blocks_of_report

__all__ = [
    "Opener",
    "Parts",
    "SectionBlock",
    "is_heading_like",
    "is_short_line",
    "segment",
]

# The closing begins within this many lines of the end if it follows a finding without a blank line.
_CLOSING_LINES = 16
# An unknown heading is shorter; a longer line is a paragraph.
_LONGEST_HEADING = 80
# A line that ends with this is followed by a list.
_LIST_FOLLOWS = ":"


class Opener(NamedTuple):
    """What opens a section.

    Attributes:
        section: The section; ``None`` if the heading is not one of the framework.
        is_heading: Whether it is a heading; otherwise it is a sentence that introduces a list.
        has_preamble: Whether other words precede the lead-in in its sentence: "Managers named the
            following …".
    """

    section: Section | None
    is_heading: bool = True
    has_preamble: bool = False


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
    text, aside, team = blocks_of_report(layout, framework, first=front_matter.end)
    following = (*text[1:], None) if text else ()
    sections = [
        SectionBlock(block, below, _opener(framework, block, below))
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
    blocks = split_closing(phrasebook, blocks, end - _CLOSING_LINES)
    pairs = list(zip(blocks, (*blocks[1:], None), strict=True)) if blocks else []
    openers = [_opener(framework, *pair) for pair in pairs]
    start = next((index for index, opener in enumerate(openers) if opener is not None), len(blocks))
    stop = closing_start(framework, blocks, start)
    if start < stop < len(blocks) and is_heading_like(blocks[stop - 1], blocks[stop]):
        stop -= 1
    following = (*blocks[start + 1 : stop], None)
    sections = tuple(map(SectionBlock, blocks[start:stop], following, openers[start:stop]))
    return Parts(head, greeting, tuple(blocks[:start]), sections, tuple(blocks[stop:]), lines[end:])


def is_heading_like(block: Block, following: Block | None) -> bool:
    """Return whether a block can only be a heading: a short line alone, with a capital, without a stop."""
    return is_short_line(block) and block.words[-1] != _LIST_FOLLOWS and _is_alone(block, following)


def is_short_line(block: Block) -> bool:
    """Return whether a block is one short line without a full stop."""
    if len(block.lines) != 1 or not 2 < len(block.words) <= _LONGEST_HEADING:
        return False
    last = block.words[-1]
    return (last.isalpha() or last in "?:") and not says_nothing(block.excerpt.folded)


def _is_alone(block: Block, following: Block | None) -> bool:
    """Return whether a block begins with a capital, below a gap and above text."""
    return (
        following is not None
        and not following.is_heading
        and not block.is_item
        and block.breaks_before > 1
        and block.words[0].isupper()
        and (following.is_item or following.words[:1].isupper())
    )


def _opener(framework: Framework, block: Block, following: Block | None) -> Opener | None:
    """Return what section of the framework a block opens, by its heading or by a lead-in sentence.

    Besides the framework's headings these are longer ones that begin like them ("Areas for improvement in
    relation to …"), on two lines if it is a question.
    """
    if block.is_heading and (section := headings_of(framework).section(block.words)) is not None:
        return Opener(section)
    if block.is_item or following is None or not block.words:
        return None
    if len(block.lines) > MOST_LINES and not following.is_item:
        return None  # too long for a heading, and above no list: most paragraphs
    is_marked = len(block.lines) <= 2 and block.words[-1] in "?:"
    if (is_marked or is_heading_like(block, following)) and _is_alone(block, following):
        section = headings_of(framework).section_of_longer(block.words)
        if section is not None:
            return Opener(section)
    return _lead_in(phrasebook_of(framework), block) if following.is_item else None


def _lead_in(phrasebook: Phrasebook, block: Block) -> Opener | None:
    # A paragraph that has the words at all is rare; its last sentence must have them.
    if phrasebook.find(LEAD_INS, block.excerpt.folded) is None:
        return None
    last = split_sentences(block.excerpt)[-1].folded
    match = phrasebook.find(LEAD_INS, last)
    if match is None or not isinstance(match.owner, Section):
        return None
    prefixes = tuple(phrase.prefix for phrase in match.owner.lead_ins)
    return Opener(match.owner, is_heading=False, has_preamble=not last.startswith(prefixes))
