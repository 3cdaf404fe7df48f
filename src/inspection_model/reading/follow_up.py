"""The closing of a letter: what follows the last finding, about the follow-up and the letter itself."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.phrases import (
    BOILERPLATE,
    CLOSING,
    OBLIGATIONS,
    Phrasebook,
    phrasebook_of,
)
from inspection_model.reading.layout.blocks import Block, split_block
from inspection_model.reading.layout.sentences import first_sentence, is_unfinished

__all__ = ["announces_follow_up", "closing_start", "is_boilerplate", "split_closing"]

# The paragraph that opens the closing is shorter.
_LONG_PARAGRAPH = 700
# The most paragraphs without words of the closing among those that have some.
_MOST_OTHERS = 4


def is_boilerplate(phrasebook: Phrasebook, folded: str) -> bool:
    """Return whether a sentence is a standard one of the framework."""
    return phrasebook.find(BOILERPLATE, folded) is not None


def announces_follow_up(phrasebook: Phrasebook, block: Block) -> bool:
    """Return whether a paragraph is about the follow-up: boilerplate first, or an obligation anywhere."""
    return (
        is_boilerplate(phrasebook, first_sentence(block.excerpt).folded)
        or phrasebook.find(OBLIGATIONS, block.excerpt.folded) is not None
    )


def split_closing(phrasebook: Phrasebook, blocks: list[Block], first: int) -> list[Block]:
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


def closing_start(framework: Framework, blocks: Sequence[Block], first: int) -> int:
    """Return where the closing begins: nothing below the sentence that opens it is a finding."""
    phrasebook = phrasebook_of(framework)
    last = len(blocks)
    others = 0  # paragraphs without such a sentence, above the last with one
    has_items = False
    for index in range(len(blocks) - 1, first - 1, -1):
        block = blocks[index]
        # Above many paragraphs only what the inspectorate says that it will do opens the closing: a
        # finding may have the same words.
        is_far = others > _MOST_OTHERS
        if block.is_heading or (is_far and block.is_item):
            break
        has_items = has_items or block.is_item
        is_opening = _opens_closing(phrasebook, block) or (not has_items and _speaks_to_reader(block))
        if _announces(framework, block) or (not is_far and is_opening):
            last, others = index, 0
        else:
            others += 1
    while last > first and _is_closing(phrasebook, blocks[last - 1]):
        last -= 1
    return last


def _announces(framework: Framework, block: Block) -> bool:
    """Return whether a paragraph begins with what the inspectorate will do: "We will return …"."""
    return not block.is_item and block.excerpt.folded.startswith(_announcements(framework))


@functools.lru_cache(maxsize=32)
def _announcements(framework: Framework) -> tuple[str, ...]:
    letters = lexicon().letters
    speakers = (*letters.speakers, fold_words(framework.inspectorate))
    said = (f"{speaker} {words} " for speaker in speakers for words in letters.announcing)
    return tuple(said)


def _speaks_to_reader(block: Block) -> bool:
    """Return whether a paragraph begins with "please", or with what comes next: "our next visit"."""
    return not block.is_item and block.excerpt.folded.startswith(_addressing())


@functools.cache
def _addressing() -> tuple[str, ...]:
    """Return how a paragraph begins that speaks to the reader: "please"."""
    return tuple(f"{words} " for words in lexicon().letters.addressing)


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
