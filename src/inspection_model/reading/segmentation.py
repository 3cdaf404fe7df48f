"""The parts of a letter.

    letter := head salutation opening { section } closing signatures

Every part may be missing. The opening has the subject and the paragraphs before the first section;
a section begins with a heading of the framework or with a sentence that introduces a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words, is_word_edge
from inspection_model.reading.front_matter import FrontMatter, find_front_matter
from inspection_model.reading.grammar.phrases import (
    BOILERPLATE,
    CLOSING,
    LEAD_INS,
    OBLIGATIONS,
    Phrasebook,
    phrasebook_of,
)
from inspection_model.reading.judgement_table import is_grade_header, may_begin_row, row_at
from inspection_model.reading.layout.blocks import Block, join_blocks, split_block
from inspection_model.reading.layout.headings import MOST_LINES, headings_of
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import first_sentence, is_unfinished, split_sentences, whole
from inspection_model.reading.recognition import names_kind
from inspection_model.vocabulary import PublicationForm

__all__ = [
    "Opener",
    "Parts",
    "SectionBlock",
    "announces_follow_up",
    "is_boilerplate",
    "is_heading_like",
    "is_short_line",
    "segment",
]

# The paragraph that opens the closing is shorter than this,
_LONG_PARAGRAPH = 700
# and within this many lines of the end if it follows a finding without a blank line.
_CLOSING_LINES = 16
# The most paragraphs without words of the closing among those that have some.
_MOST_OTHERS = 4
# An unknown heading is shorter; a longer line is a paragraph.
_LONGEST_HEADING = 80
# A heading that is the row of a table has no more lines, and continues over no more blocks below.
_MOST_ROW_LINES = 6
_MOST_ROW_BLOCKS = 2
# The number of a page in a table of contents follows one of these.
_DIGITS = "0123456789"
_BEFORE_PAGE = (" ", ".")
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
        aside: The blocks of a report that are no part of the inspection.
    """

    head: Sequence[Line]
    salutation: Block | None
    opening: Sequence[Block]
    sections: Sequence[SectionBlock]
    closing: Sequence[Block]
    signatures: Sequence[Line]
    front_matter: FrontMatter | None = None
    aside: Sequence[Block] = ()


def segment(layout: Layout, framework: Framework) -> Parts:
    """Split a letter or a report into its parts.

    Args:
        layout: The layout of the text.
        framework: Its framework.
    """
    front_matter = None
    if framework.form is PublicationForm.REPORT and layout.landmarks.salutation is None:
        front_matter = find_front_matter(layout, framework)
    if front_matter is None:
        return _segment_letter(layout, framework)
    return _segment_report(layout, framework, front_matter)


def _segment_report(layout: Layout, framework: Framework, front_matter: FrontMatter) -> Parts:
    blocks = _with_row_headings(framework, _blocks_from(layout.blocks, front_matter.end))
    asides = (i for i, block in enumerate(blocks) if _begins(block, framework.asides))
    stop = next(asides, len(blocks))
    text, aside = _without_asides(framework, blocks[:stop])
    text = _without_breaks(text)
    aside += blocks[stop:]
    following = (*text[1:], None) if text else ()
    sections = [
        SectionBlock(block, below, _opener(framework, block, below))
        for block, below in zip(text, following, strict=True)
    ]
    return Parts((), None, (), sections, (), (), front_matter, aside)


def _blocks_from(blocks: Sequence[Block], first: int) -> list[Block]:
    """Return the blocks from a line on; one that begins above it is split."""
    below: list[Block] = []
    for block in blocks:
        if block.first >= first:
            below.append(block)
        elif block.first + len(block.lines) > first:
            below.append(split_block(block, first - block.first)[1])
    return below


def _without_asides(framework: Framework, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the blocks without asides that end at a heading of a section, and those of the asides.

    A heading with a page number is an entry of the table of contents, which may be an aside.
    """
    text: list[Block] = []
    asides: list[Block] = []
    is_aside = False
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if is_grade_header(block.excerpt, framework):
            asides.append(block)
            continue
        if _begins(block, framework.asides_to_heading):
            is_aside = True
        elif is_aside and _opens_section(framework, block, following):
            is_aside = False
        (asides if is_aside else text).append(block)
    return text, asides


def _begins(block: Block, beginnings: Sequence[str]) -> bool:
    """Return whether a heading or a paragraph begins with one of some words."""
    folded = block.excerpt.folded
    return not block.is_item and any(
        folded.startswith(words) and is_word_edge(folded, len(words)) for words in beginnings
    )


def _opens_section(framework: Framework, block: Block, following: Block | None) -> bool:
    words = block.words.rstrip(_DIGITS)
    if len(words) < len(block.words) and words.endswith(_BEFORE_PAGE):
        return False
    return _opener(framework, block, following) is not None


def _with_row_headings(framework: Framework, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which a heading that is the row of a table is one: an area, and its grade.

    Gaps may be within the row, and the header of the table above it.
    """
    found: list[Block] = []
    left = list(reversed(blocks))
    while left:
        block = left.pop()
        if len(block.lines) > 1 and is_grade_header(whole(block.lines[:1]), framework):
            block, row = split_block(block, 1)
            left.append(row)
        elif may_begin_row(block.lines, framework):
            below = [block, *reversed(left[-_MOST_ROW_BLOCKS:])]
            heading = _heading_of_row(framework, block, [line for each in below for line in each.lines])
            if heading is not None:
                end = len(heading.lines)
                while end > len(block.lines):
                    end -= len(block.lines)
                    block = left.pop()
                left += split_block(block, end)[1:] if end < len(block.lines) else ()
                block = heading
        found.append(block)
    return found


def _heading_of_row(framework: Framework, block: Block, lines: Sequence[Line]) -> Block | None:
    """Return the heading of a section, if some lines begin with the row of a table that is one.

    The words of the grade may be between those of the area; they follow in the heading.
    """
    found = row_at(lines[:_MOST_ROW_LINES], framework)
    if found is None:
        return None
    row, end = found
    words = whole((*row.area_words.text.pieces, *row.grade_words.text.pieces))
    if headings_of(framework).section(words.words) is None:
        return None
    return msgspec.structs.replace(
        block,
        lines=lines[:end],
        excerpt=words,
        words=words.words,
        is_item=False,
        is_heading=True,
        number=None,
    )


def _without_breaks(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of which no numbered item is broken by a page: its last sentence has an end."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        is_text = not (block.is_item or block.is_heading) and block.words
        if is_text and last is not None and last.number is not None and is_unfinished(last.words):
            joined[-1] = join_blocks(last, block)
        else:
            joined.append(block)
    return joined


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
    openers = [_opener(framework, *pair) for pair in pairs]
    start = next((index for index, opener in enumerate(openers) if opener is not None), len(blocks))
    stop = _closing_start(framework, blocks, start)
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
    return (last.isalpha() or last in "?:") and block.excerpt.folded not in lexicon().headings.nothing


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


def is_boilerplate(phrasebook: Phrasebook, folded: str) -> bool:
    """Return whether a sentence is a standard one of the framework."""
    return phrasebook.find(BOILERPLATE, folded) is not None


def announces_follow_up(phrasebook: Phrasebook, block: Block) -> bool:
    """Return whether a paragraph is about the follow-up: boilerplate first, or an obligation anywhere."""
    return (
        is_boilerplate(phrasebook, first_sentence(block.excerpt).folded)
        or phrasebook.find(OBLIGATIONS, block.excerpt.folded) is not None
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
    speakers = (*lexicon().letters.speakers, fold_words(framework.inspectorate))
    beginnings = tuple(f"{speaker} {lexicon().letters.announcing} " for speaker in speakers)
    return not block.is_item and fold_words(block.words).startswith(beginnings)


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
