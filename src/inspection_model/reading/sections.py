"""The sections of a letter: which category each block belongs to, and its findings.

A finding's category is the section it stands in, never its wording. A section is opened by a
heading of the framework, by one of its lead-in sentences, or by an unknown heading, whose findings
are main findings.
"""

from __future__ import annotations

import re

import attrs

from inspection_model.frameworks.framework import Section
from inspection_model.model.finding import Reference, listed_finding
from inspection_model.reading.blocks import Block
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.facts import find_phrase, is_boilerplate, section_facts
from inspection_model.reading.ledger import BOILERPLATE, FURNITURE
from inspection_model.reading.sentences import first_sentence, split_sentences
from inspection_model.vocabulary import Category, RemarkCode

__all__ = ["Sections", "is_heading_like", "lead_in_section"]

# "(enabler 2, national framework)": the place in the list, a comma, the list.
_REFERENCE = re.compile(r"\(([a-z]{1,20} [0-9]{1,2}), ([a-z][a-z ]{0,40}framework)\)")

# An unknown heading is short; a paragraph of this length is one.
_LONGEST_HEADING = 80
# Deeper than its item by this much, a bullet is that of a sub-item.
_DEEPER = 2


def is_heading_like(block: Block, following: Block | None) -> bool:
    """Whether a block can only be a heading: one short line alone, with a capital, without a stop."""
    text = block.text
    return (
        following is not None
        and len(block.lines) == 1
        and block.gap > 1
        and 2 < len(text) <= _LONGEST_HEADING
        and text[0].isupper()
        and text[-1].isalpha()
        and (following.is_item or following.text[:1].isupper())
    )


def lead_in_section(draft: Draft, block: Block, following: Block | None) -> Section | None:
    """Give the section that a paragraph opens with one of its lead-in sentences."""
    if not block.text or following is None or not following.is_item or block.is_item:
        return None
    folded = block.stretch.folded
    for section in draft.framework.sections:
        # A paragraph that has the words at all is rare; its last sentence must.
        if find_phrase(section.lead_ins, folded) is not None and (
            find_phrase(section.lead_ins, split_sentences(block.stretch)[-1].folded) is not None
        ):
            return section
    return None


class Sections:
    """Takes the blocks from the first section on, one at a time."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._section: Section | None = None
        self._category = Category.MAIN_FINDING
        self._heading: str | None = None
        self._opening: tuple[Block, bool] | None = None  # a heading that no finding has followed yet
        self._parent: tuple[int, Block] | None = None  # the last item, which sub-items belong to
        self._parts: list[str] = []  # its sub-items
        self._declared = 0

    def open(self, section: Section | None, block: Block) -> None:
        """Open a section by a heading or a lead-in; without a section the heading is unknown."""
        self.close()
        self._section = section
        self._category = section.category if section else Category.MAIN_FINDING
        is_heading = section is None or block.heading is not None
        self._heading = block.text if is_heading else None
        self._opening = (block, is_heading)
        self._declared = len(self._draft.declared)
        if section is None:
            message = f'the heading "{block.text}" is none of the framework; read as main findings'
            self._draft.remark(RemarkCode.HEADING_UNKNOWN, message, at=_place(block))

    def close(self) -> None:
        """End the section; say so when nothing followed its heading."""
        self._end_item()
        if self._opening is None:
            return
        block, _ = self._opening
        self._enter(block, BOILERPLATE)
        if len(self._draft.declared) == self._declared:
            message = f'nothing follows the heading "{block.text}"'
            self._draft.remark(RemarkCode.SECTION_EMPTY, message, at=_place(block))

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
        first = first_sentence(block.stretch)
        section = self._section if self._opening is not None else None
        entries = section_facts(draft, first, section)
        opens_list = following is not None and following.is_item and block.text.endswith(":")
        # Right below the heading such a paragraph leads in the section's items; further down it is a
        # finding, and the list below it has its parts.
        if (opens_list and self._opening is not None) or (
            first.end == len(block.text) and is_boilerplate(draft, first)
        ):
            self._enter(block, BOILERPLATE)
        elif entries and self._opening is not None:
            # A statement in the place of a list: there are none, or they are those of before.
            draft.ledger.enter_facts(block.stretch, 0, len(block.text), entries, BOILERPLATE)
        else:
            self._add(block)

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
    return tuple(Reference(scheme=match[2], value=match[1]) for match in _REFERENCE.finditer(text))


def _place(block: Block) -> tuple[int, int]:
    return block.stretch.spans(0, len(block.text))[0]
