"""The blocks of the body of a letter: its text, its asides, and the closing that has a heading.

body := opening [ unheaded section ] { section | aside } [ closing heading closing ]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.words import fold_heading
from inspection_model.reading.aside_blocks import split_at_asides, without_asides
from inspection_model.reading.grammar.phrases import BOILERPLATE, NONE, phrasebook_of
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import first_sentence
from inspection_model.reading.recognition import names_kind

__all__ = ["LetterBlocks", "blocks_of_letter", "opening_end"]


class LetterBlocks(NamedTuple):
    """The blocks of the body of a letter.

    Attributes:
        text: The blocks of the opening and of the sections.
        aside: The blocks of the asides, and the heading of the closing.
        closing: The blocks below that heading.
    """

    text: list[Block]
    aside: list[Block]
    closing: list[Block]


def blocks_of_letter(framework: Framework, blocks: Sequence[Block]) -> LetterBlocks:
    """Sort the blocks of the body of a letter.

    Args:
        framework: Its framework.
        blocks: The blocks.
    """
    if not (framework.aside_headings or framework.closing_headings):
        return LetterBlocks([*blocks], [], [])
    parts = [part for block in blocks for part in split_at_asides(framework, block)]
    headings = framework.closing_headings
    found = (
        index
        for index, block in enumerate(parts)
        if headings and not block.is_item and fold_heading(block.words) in headings
    )
    end = next(found, len(parts))
    text, aside = without_asides(framework, parts[:end], has_boxes=True)
    return LetterBlocks(text, [*aside, *parts[end : end + 1]], parts[end + 1 :])


def opening_end(framework: Framework, blocks: Sequence[Block], opened: Sequence[Section | None]) -> int:
    """Return how many of the blocks above the first heading are the opening.

    Those below are the findings of the section without a heading, if the framework has one that no
    heading opens. The opening has all blocks up to the last that is an item, the subject or a sentence
    of the framework.

    Args:
        framework: The framework of the letter.
        blocks: The blocks above the first heading.
        opened: The sections that are opened by a heading.
    """
    if not opened or all(section in opened for section in framework.sections if section.unheaded):
        return len(blocks)
    of_opening = [index for index, block in enumerate(blocks, 1) if _belongs_to_opening(framework, block)]
    return max(of_opening, default=0)


def _belongs_to_opening(framework: Framework, block: Block) -> bool:
    if block.is_item or block.words.endswith(":") or names_kind(framework, block.excerpt.folded):
        return True
    facts = [fact.name for fact in framework.facts if fact.in_opening and not fact.exclusive]
    phrasebook, folded = phrasebook_of(framework), first_sentence(block.excerpt).folded
    return any(phrasebook.find(kind, folded) is not None for kind in (BOILERPLATE, NONE, *facts))
