"""The sections of a letter: which category each block belongs to, and its findings.

A finding's category is the section it stands in, never its wording. A section is opened by a
heading of the framework, by one of its lead-in sentences, or by an unknown heading, whose findings
are main findings.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import attrs

from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.phrase import fold_words
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.finding import Reference, listed_finding
from inspection_model.reading.blocks import Block
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.facts import (
    closing_facts,
    is_boilerplate,
    section_facts,
    tells_what_follows,
)
from inspection_model.reading.headings import headings_of
from inspection_model.reading.ledger import BOILERPLATE, FURNITURE, UNREAD
from inspection_model.reading.phrases import LEAD_INS, one_of
from inspection_model.reading.sentences import first_sentence, is_one_sentence, split_sentences
from inspection_model.vocabulary import Category, RemarkCode

__all__ = ["Opener", "Sections", "is_heading_like", "section_opener"]

# "(enablers 1 and 2, outcome 3, national framework)": places in a list, a comma, the list.
_REFERENCE = re.compile(
    r"\((?P<places>[a-z][a-z0-9, ]{2,80}[0-9]),? (?P<scheme>(?:[a-z]{1,20} ){0,3}framework)\)"
)
_PLACE = re.compile(r"\b([a-z]{3,20}?)s? ([0-9]{1,2}(?:(?:,? and |, ?)[0-9]{1,2})*)(?![0-9])")
_NUMBER = re.compile(r"[0-9]{1,2}")

# An unknown heading is short; a paragraph of this length is one.
_LONGEST_HEADING = 80
# Below a line with this end stands a list, of what it says.
_ENDS = ":"
# Deeper than its item by this much, a bullet is that of a sub-item.
_DEEPER = 2


class Opener(NamedTuple):
    """What opens a section.

    Attributes:
        section: The section; ``None`` when the heading is none of the framework.
        is_heading: Whether it is the section's heading; otherwise it is a sentence that leads in.
        is_told: Of such a sentence, whether other words stand first in it: "Managers named the following …".
    """

    section: Section | None
    is_heading: bool = True
    is_told: bool = False


def is_heading_like(block: Block, following: Block | None) -> bool:
    """Whether a block can only be a heading: one short line alone, with a capital, without a stop."""
    return _is_short_line(block) and block.text[-1] not in _ENDS and _stands_alone(block, following)


def _is_short_line(block: Block) -> bool:
    """Whether a block is one short line without a full stop."""
    if len(block.lines) != 1 or not 2 < len(block.text) <= _LONGEST_HEADING:
        return False
    last = block.text[-1]
    return (last.isalpha() or last in "?:") and block.stretch.folded not in shared_wording().nothing


def _stands_alone(block: Block, following: Block | None) -> bool:
    """Whether a block opens with a capital, and has a gap before it and text below it."""
    return (
        following is not None
        and following.heading is None
        and not block.is_item
        and block.gap > 1
        and block.text[0].isupper()
        and (following.is_item or following.text[:1].isupper())
    )


def section_opener(draft: Draft, block: Block, following: Block | None) -> Opener | None:
    """Say what section of the framework a block opens, if any: by its heading, or by a lead-in sentence.

    Besides the framework's headings that is one that begins like one of them, on two lines when it
    is a question: "Areas for improvement in relation to …".
    """
    if block.heading is not None:
        return Opener(block.heading.section)
    if block.is_item or following is None or not block.text:
        return None
    is_marked = len(block.lines) <= 2 and block.text[-1] in "?:"
    if (is_marked or is_heading_like(block, following)) and _stands_alone(block, following):
        section = headings_of(draft.framework).beginning(block.text)
        if section is not None:
            return Opener(section)
    return _lead_in(draft, block) if following.is_item else None


def _lead_in(draft: Draft, block: Block) -> Opener | None:
    find = draft.phrasebook.find
    # A paragraph that has the words at all is rare; its last sentence must.
    if find(LEAD_INS, block.stretch.folded) is None:
        return None
    last = split_sentences(block.stretch)[-1].folded
    for place, section in enumerate(draft.framework.sections):
        if find(one_of(LEAD_INS, place), last) is not None:
            openings = tuple(phrase.opening for phrase in section.lead_ins)
            return Opener(section, is_heading=False, is_told=not last.startswith(openings))
    return None


class Sections:
    """Takes the blocks from the first section on, one at a time."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._section: Section | None = None
        self._category = Category.MAIN_FINDING
        self._within_main_findings = False  # below a heading of the framework for them
        self._heading: str | None = None
        self._opening: tuple[Block, bool] | None = None  # a heading that no finding has followed yet
        self._parent: tuple[int, Block] | None = None  # the last item, which sub-items belong to
        self._parts: list[str] = []  # its sub-items
        self._declared = 0

    def may_open(self, opener: Opener) -> bool:
        """Whether a heading or a lead-in opens a section here.

        A lead-in does not right below the section's own heading, nor, when other words stand first in
        it, within the main findings, where such a sentence tells what others have found.
        """
        if opener.is_heading:
            return True
        below_heading = self._opening is not None and self._section is opener.section
        return not below_heading and not (opener.is_told and self._within_main_findings)

    def open(self, opener: Opener, block: Block) -> None:
        """Open a section; below the heading of the main findings an unknown one only parts them."""
        section = opener.section
        goes_on = section is None and self._within_main_findings
        self.close(goes_on=goes_on)
        if not goes_on:
            self._section = section
            self._category = section.category if section else Category.MAIN_FINDING
            self._within_main_findings = section is not None and section.category is Category.MAIN_FINDING
        self._heading = block.text if opener.is_heading else None
        self._opening = (block, opener.is_heading)
        self._declared = len(self._draft.declared)
        if section is None:
            message = f'the heading "{block.text}" is none of the framework; read as main findings'
            self._draft.remark(RemarkCode.HEADING_UNKNOWN, message, at=_place(block))

    def close(self, *, goes_on: bool = False) -> None:
        """End the section; say so when nothing followed its heading, unless it goes on below another."""
        self._end_item()
        if self._opening is None:
            return
        block, _ = self._opening
        self._enter(block, BOILERPLATE)
        if len(self._draft.declared) == self._declared and not goes_on:
            message = f'nothing follows the heading "{block.text}"'
            self._draft.remark(RemarkCode.SECTION_EMPTY, message, at=_place(block))

    def is_parted_by(self, block: Block, following: Block | None) -> bool:
        """Whether a block is an unknown heading here.

        In a ranked section it is none right below the section's heading, where it leads in the list, nor
        when another such line follows: both are items that have lost their bullets.
        """
        if not is_heading_like(block, following):
            return False
        if self._category.rank is None or following is None:
            return True
        return not self._leads_in(block, following) and not _is_short_line(following)

    def take(self, block: Block, following: Block | None) -> None:
        """Take a block of the open section."""
        if self._takes_as_part(block):
            return
        if block.is_item:
            self._add(block)
        else:
            self._take_paragraph(block, following)

    def _take_paragraph(self, block: Block, following: Block | None) -> None:
        draft = self._draft
        if self._opening is None and self._within_main_findings and not is_one_sentence(block.text):
            self._add(block)  # nearly every paragraph of a letter
            return
        if self._leads_in(block, following):
            self._enter(block, BOILERPLATE)
            return
        first = first_sentence(block.stretch)
        entries = section_facts(draft, first, self._section if self._opening is not None else None)
        if entries and self._opening is not None:
            # A statement in the place of a list: there are none, or they are those of before.
            draft.ledger.enter_facts(block.stretch, 0, len(block.text), entries, BOILERPLATE)
        elif first.end == len(block.text) and is_boilerplate(draft, first):
            self._enter(block, BOILERPLATE)
        elif (
            self._category.rank is not None
            and self._opening is None
            and tells_what_follows(draft, first, block)
        ):
            for sentence in split_sentences(block.stretch):
                if not closing_facts(draft, sentence):
                    draft.ledger.enter(sentence.stretch, sentence.start, sentence.end, UNREAD)
        else:
            self._add(block)

    def _leads_in(self, block: Block, following: Block | None) -> bool:
        """Whether a paragraph right below the heading leads in the section's items.

        Further down it is a finding, and the list below it has its parts; so it is among what is not
        ranked when it says more than that a list follows.
        """
        if self._opening is None or following is None or not following.is_item:
            return False
        is_ranked = self._category.rank is not None
        if block.text.endswith(":"):
            return is_ranked or first_sentence(block.stretch).end == len(block.text)
        return is_ranked and (_is_short_line(block) or "the following" in block.stretch.folded)

    def _add(self, block: Block) -> None:
        draft = self._draft
        if not block.text:
            return
        if self._parent is not None:
            self._end_item()
        index = len(draft.findings)
        # The text, the heading and the number were taken apart to be what their rules say.
        finding = listed_finding(
            self._category,
            block.text,
            heading=self._heading,
            number=block.number,
            references=_references(block.text) if ")" in block.text else (),
        )
        draft.findings.append(finding)
        if self._opening is not None:
            opening, is_heading = self._opening
            self._enter(opening, f"/findings/{index}/heading" if is_heading else BOILERPLATE)
            self._opening = None
        if block.number is not None:
            start, end = block.mark
            draft.ledger.enter_span(start, end, f"/findings/{index}/number")
        self._enter(block, f"/findings/{index}/text")
        if block.is_item or block.text.endswith(":"):
            self._parent = (index, block)

    def _takes_as_part(self, block: Block) -> bool:
        """Take a block as a sub-item, when it is one."""
        if self._parent is None or not block.is_item or not block.text:
            return False
        index, parent = self._parent
        deeper = block.indent >= parent.indent + _DEEPER
        other = bool(block.bullet) and block.bullet != parent.bullet
        if not ((deeper and other) or (parent.text.endswith(":") and (deeper or other))):
            return False
        self._enter(block, f"/findings/{index}/parts/{add(self._parts, block.text)}")
        return True

    def _end_item(self) -> None:
        """End the last item: the sub-items that followed it are its parts."""
        if self._parent is not None and self._parts:
            index, _ = self._parent
            self._draft.findings[index] = attrs.evolve(self._draft.findings[index], parts=self._parts)
        self._parent, self._parts = None, []

    def _enter(self, block: Block, role: str) -> None:
        ledger = self._draft.ledger
        if block.is_item:
            ledger.enter_span(*block.mark, FURNITURE)
        ledger.enter_all(block.stretch, role)


def _references(text: str) -> tuple[Reference, ...]:
    found: list[Reference] = []
    for match in _REFERENCE.finditer(fold_words(text)):
        found += (
            Reference(scheme=match["scheme"], value=f"{place[1]} {number}")
            for place in _PLACE.finditer(match["places"])
            for number in _NUMBER.findall(place[2])
        )
    return tuple(found)


def _place(block: Block) -> tuple[int, int]:
    return block.stretch.spans(0, len(block.text))[0]
