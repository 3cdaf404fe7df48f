"""What opens a section: a heading, or a sentence that introduces a list."""

from __future__ import annotations

from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.reading.grammar.absence import says_nothing
from inspection_model.reading.grammar.phrases import LEAD_INS, Phrasebook, phrasebook_of
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.heading_marks import without_closing_marks
from inspection_model.reading.layout.headings import MOST_LINES, headings_of
from inspection_model.reading.layout.sentences import split_sentences

__all__ = ["LIST_FOLLOWS", "Opener", "is_heading_like", "is_short_line", "opener_of"]

# An unknown heading is shorter; a longer line is a paragraph.
_LONGEST_HEADING = 80
LIST_FOLLOWS = ":"
"""What a line ends with if it introduces a list."""


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


def opener_of(framework: Framework, block: Block, following: Block | None) -> Opener | None:
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
    if (is_marked or is_heading_like(block, following)) and _stands_apart(block, following):
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


def is_heading_like(block: Block, following: Block | None) -> bool:
    """Return whether a block can only be a heading: a short line alone, with a capital, without a stop."""
    return is_short_line(block) and block.words[-1] != LIST_FOLLOWS and _stands_apart(block, following)


def is_short_line(block: Block) -> bool:
    """Return whether a block is one short line without a full stop."""
    if len(block.lines) != 1 or not 2 < len(block.words) <= _LONGEST_HEADING:
        return False
    last = without_closing_marks(block.words)[-1:]
    return (last.isalpha() or last in ("?", ":")) and not says_nothing(block.excerpt.folded)


def _stands_apart(block: Block, following: Block | None) -> bool:
    """Return whether a block begins with a capital, below a gap and above text."""
    return (
        following is not None
        and not following.is_heading
        and not block.is_item
        and block.breaks_before > 1
        and block.words[0].isupper()
        and (following.is_item or following.words[:1].isupper())
    )
