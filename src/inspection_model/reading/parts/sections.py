"""The findings in the sections of a letter.

A finding's category is that of the section it is placed in, never derived from its wording. A
section is opened by a heading of the framework, by one of its lead-in sentences, or by an unknown
heading, whose findings are main findings.
"""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.words import find_words, fold_heading
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.follow_up import announces_follow_up, is_boilerplate
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import (
    Excerpt,
    first_sentence,
    is_one_sentence,
    split_sentences,
)
from inspection_model.reading.openers import Opener, is_heading_like, is_short_line
from inspection_model.reading.parts.announced_counts import (
    AnnouncedCount,
    announced_counts,
    remark_on_counts,
)
from inspection_model.reading.parts.closing import read_closing
from inspection_model.reading.parts.findings import (
    Item,
    Pending,
    add_finding,
    claim_block,
    claim_mark,
    is_part,
)
from inspection_model.reading.parts.front_matter import read_judgement_of_heading
from inspection_model.reading.parts.introductions import introduces_items
from inspection_model.reading.parts.outcome import read_outcome
from inspection_model.reading.parts.prose import read_sentence
from inspection_model.reading.parts.section_remarks import (
    remark_on_empty_section,
    remark_on_missing_heading,
    remark_on_repetition,
    remark_on_statement,
    remark_on_unknown_heading,
)
from inspection_model.reading.parts.statements import (
    may_be_statement,
    read_lead_in,
    read_statement,
    states_none,
)
from inspection_model.reading.passages import BOILERPLATE
from inspection_model.reading.segmentation import SectionBlock
from inspection_model.vocabulary import Category

__all__ = ["read_sections"]


def read_sections(
    builder: InspectionBuilder, blocks: Sequence[SectionBlock], *, is_report: bool = False
) -> None:
    """Take the findings, and what the sections state in the place of findings.

    Args:
        builder: The facts so far.
        blocks: The blocks of the sections.
        is_report: Whether the first blocks may belong to a section without a heading.
    """
    is_unheaded = bool(blocks) and blocks[0].opener is None
    unheaded = (each for each in builder.framework.sections if is_unheaded and each.unheaded)
    sections = _Sections(builder, next(unheaded, None), is_report=is_report)
    for block, following, opener in blocks:
        if opener is not None and sections.may_open(opener):
            sections.open(opener, block, following)
        elif opener is None and sections.is_unknown_heading(block, following):
            sections.open(Opener(None), block, following)
        else:
            sections.take(block, following)
    sections.end()


class _Sections:
    """Takes the blocks from the first section on, one at a time."""

    def __init__(self, builder: InspectionBuilder, first: Section | None, *, is_report: bool) -> None:
        self._builder = builder
        self._is_report = is_report
        self._section = first
        self._category = first.category if first else Category.MAIN_FINDING
        self._area = first.area if first else None
        self._within_main_findings = False  # below a heading of the framework for them
        self._heading: str | None = None
        self._pending: Pending | None = None
        self._item: Item | None = None
        self._declared = 0
        self._announced: list[AnnouncedCount] = []
        self._is_list = False  # whether the last finding is an item of a ranked section
        self._opened: list[Section] = []  # by headings

    def may_open(self, opener: Opener) -> bool:
        """Return whether a heading or a lead-in opens a section here.

        A lead-in does not directly below the section's own heading, nor, if other words precede it in
        its sentence, among main findings, where such a sentence reports what others have found.
        """
        if opener.is_heading:
            return True
        below_heading = self._pending is not None and self._section is opener.section
        return not below_heading and not (opener.has_preamble and self._within_main_findings)

    def open(self, opener: Opener, block: Block, following: Block | None) -> None:
        """Open a section; an unknown heading may only divide the open one."""
        section = opener.section
        if block.responsible is not None:
            self._builder.claim(block.responsible, BOILERPLATE)
        if self._repeats_pending(opener, block):
            claim_block(self._builder, block)
            return
        divides = section is None and self._is_divided(block, following)
        self.close(divides=divides or (section is not None and self._continues_in(section)))
        if section is not None and opener.is_heading:
            self._remark_on_repetition(section, block)
            read_judgement_of_heading(self._builder, section, block)
        if not divides:
            self._begin(section)
        self._is_list = False
        self._heading = block.words if opener.is_heading else None
        self._pending = Pending(block, opener.is_heading)
        self._declared = len(self._builder.get("/declared") or ())
        if section is None and not (divides and self._section is not None and self._section.subheadings):
            items = "those of the section above" if divides and self._is_report else "main findings"
            remark_on_unknown_heading(self._builder, block, items)

    def _is_divided(self, block: Block, following: Block | None) -> bool:
        """Return whether an unknown heading divides the open section; otherwise it ends it.

        A section with sub-headings ends at one about the partnership. In a report a heading also divides an
        overview, and a section with a rank if a numbered item is below it.
        """
        if self._section is not None and self._section.subheadings:
            names = self._builder.framework.partnerships
            return not any(find_words(block.excerpt.folded, words) >= 0 for words in names)
        if not self._is_report or self._within_main_findings:
            return self._within_main_findings
        if self._category.rank is None:
            return self._category is Category.OVERVIEW
        return following is not None and following.number is not None

    def _continues_in(self, section: Section) -> bool:
        """Return whether a heading with nothing below it is the one above the heading of a section."""
        if section.keeps_area:
            return True
        above = self._section
        same_category = above is not None and above.keeps_area and above.category is section.category
        return self._is_report and (section is above or same_category)

    def _begin(self, section: Section | None) -> None:
        self._section = section
        self._category = section.category if section else Category.MAIN_FINDING
        self._within_main_findings = section is not None and section.category is Category.MAIN_FINDING
        if section is not None and not section.keeps_area:
            self._area = section.area

    def _repeats_pending(self, opener: Opener, block: Block) -> bool:
        """Return whether a heading follows directly below the same one, as above a table."""
        pending = self._pending
        return (
            pending is not None
            and pending.is_heading
            and opener.is_heading
            and self._section is opener.section is not None
            and fold_heading(pending.block.words) == fold_heading(block.words)
        )

    def _remark_on_repetition(self, section: Section, block: Block) -> None:
        # In a report several headings may have one category by design.
        is_divided = self._is_report and (section.keeps_area or len(section.headings) > 1)
        if not is_divided and any(section is opened for opened in self._opened):
            remark_on_repetition(self._builder, section, block)
        self._opened.append(section)

    def close(self, *, divides: bool = False) -> None:
        """End the section, with a remark if nothing followed its heading, unless it only was divided."""
        self._end_item()
        if self._pending is None:
            return
        block = self._pending.block
        claim_block(self._builder, block)
        if len(self._builder.get("/declared") or ()) == self._declared and not divides:
            remark_on_empty_section(self._builder, block)

    def end(self) -> None:
        """End the last section, and compare the findings with what was announced."""
        self.close()
        remark_on_counts(self._builder, self._announced)

    def is_unknown_heading(self, block: Block, following: Block | None) -> bool:
        """Return whether a block is an unknown heading here.

        In a ranked section it is not one directly below the section's heading, where it introduces the
        list, unless the section has such headings; nor if another such line follows: both are items that
        have lost their bullets.
        """
        if not is_heading_like(block, following):
            return False
        if self._category.rank is None or following is None:
            return True
        has_subheadings = self._section is not None and self._section.subheadings
        introduces = not has_subheadings and self._introduces(block, following)
        return not introduces and not is_short_line(following)

    def take(self, block: Block, following: Block | None) -> None:
        """Take a block of the open section."""
        is_row = self._section is not None and bool(self._section.responsible_cells)
        if self._item is not None and is_part(self._item, block, is_row=is_row):
            self._item.parts.append(block.excerpt)
            claim_mark(self._builder, block)
        elif not block.is_item:
            self._take_paragraph(block, following)
        elif self._pending is None or not self._take_statement(block):
            self._add(block, following)

    def _take_paragraph(self, block: Block, following: Block | None) -> None:
        builder = self._builder
        if self._pending is None and self._within_main_findings and not is_one_sentence(block.words):
            self._add(block, following)  # most paragraphs of a letter
            return
        if self._introduces(block, following):
            if self._section is not None:
                read_lead_in(builder, block.excerpt, self._section)
            self._announced += announced_counts(builder, block.excerpt)
            claim_block(self._builder, block)
            return
        first = first_sentence(block.excerpt)
        pending, is_ranked = self._pending is not None, self._category.rank is not None
        if pending and self._take_statement(block):
            return
        if first.reaches_end and (
            is_boilerplate(builder.phrasebook, first.folded) or (pending and states_none(builder, first))
        ):
            read_statement(builder, first, None)
            claim_block(self._builder, block)
        elif is_ranked and not pending and announces_follow_up(builder.phrasebook, block):
            read_statement(builder, first, None)
            read_closing(builder, [block])
        else:
            self._add(block, following, first)

    def _take_statement(self, block: Block) -> bool:
        """Take a block in place of the section's list: it has no findings, or those of an earlier letter."""
        if self._section is None or not block.words:
            return False
        first, *others = split_sentences(block.excerpt)
        if not read_statement(self._builder, first, self._section):
            return False
        claim_mark(self._builder, block)
        self._builder.claim(first, BOILERPLATE)
        for sentence in others:
            read_sentence(self._builder, sentence, closing=True)
        return True

    def _introduces(self, block: Block, following: Block | None) -> bool:
        """Return whether a paragraph directly below the heading introduces the section's items."""
        if self._pending is None or following is None:
            return False
        is_ranked = self._category.rank is not None
        return introduces_items(self._builder, self._section, block, following, is_ranked=is_ranked)

    def _add(self, block: Block, following: Block | None, statement: Excerpt | None = None) -> None:
        """Take a block as a finding; its first sentence may also be a statement about another category."""
        if not block.words:
            return
        self._end_item()
        is_ranked = self._category.rank is not None
        is_last = following is None or following.is_heading
        if self._pending is not None and is_ranked and is_last:  # all that the section has
            if may_be_statement(first_sentence(block.excerpt)):
                remark_on_statement(self._builder, block)
        elif self._is_list and not block.is_item:
            remark_on_missing_heading(self._builder, self._section, block)
        self._is_list = block.is_item and is_ranked
        self._item = Item(block, self._pending, [], statement)
        self._pending = None

    def _end_item(self) -> None:
        """Add the last finding, with the sub-items that followed it as its parts."""
        if self._item is None:
            return
        item, self._item = self._item, None
        self._announced += announced_counts(self._builder, item.block.excerpt)
        add_finding(self._builder, item, self._category, self._area, self._heading)
        if self._heading is not None:
            read_outcome(self._builder, self._heading, item.block.excerpt)
        if item.statement is not None:
            # After the finding, which keeps the span if both are the same words.
            read_statement(self._builder, item.statement, None)
