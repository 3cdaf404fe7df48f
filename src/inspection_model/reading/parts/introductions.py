"""Paragraphs below the heading of a section that introduce its items."""

from __future__ import annotations

from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.phrases import LEAD_INS
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import first_sentence
from inspection_model.reading.openers import is_short_line

__all__ = ["introduces_items"]


def introduces_items(
    builder: InspectionBuilder, section: Section | None, block: Block, following: Block, *, is_ranked: bool
) -> bool:
    """Return whether a paragraph directly below a heading introduces the items of the section.

    Further down it is a finding, and the list below it has its parts. Among findings without a rank it is
    a finding, too, if it says more than that a list follows.

    Args:
        builder: Has the phrases of the framework.
        section: The section; ``None`` below an unknown heading.
        block: The paragraph.
        following: The block below it.
        is_ranked: Whether the category of the section has a rank.
    """
    if not following.is_item or block.responsible is not None or (section is not None and section.table):
        return False  # no list, or the row of a table, which has a list
    is_sentence = first_sentence(block.excerpt).reaches_end
    if is_sentence and _is_lead_in(builder, section, block):
        return True
    if block.words.endswith(":"):
        return is_ranked or is_sentence
    announces = any(words in block.excerpt.folded for words in lexicon().headings.list_words)
    return is_ranked and (is_short_line(block) or announces)


def _is_lead_in(builder: InspectionBuilder, section: Section | None, block: Block) -> bool:
    """Return whether a paragraph has the words with which the section may begin without a heading."""
    match = builder.phrasebook.find(LEAD_INS, block.excerpt.folded)
    return match is not None and match.owner is section
