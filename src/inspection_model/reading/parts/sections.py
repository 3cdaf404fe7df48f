"""The findings in the sections of a letter.

A finding's category is that of the section it is placed in, never derived from its wording. A
section is opened by a heading of the framework, by one of its lead-in sentences, or by an unknown
heading, whose findings are main findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.model.unvalidated import unvalidated_finding
from inspection_model.reading.builder import InspectionBuilder, Stated, Understood
from inspection_model.reading.grammar.references import references_in
from inspection_model.reading.judgement_sentences import judgement_in
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import (
    Excerpt,
    first_sentence,
    is_one_sentence,
    split_sentences,
)
from inspection_model.reading.parts.closing import read_closing
from inspection_model.reading.parts.front_matter import read_judgements
from inspection_model.reading.parts.prose import (
    read_lead_in,
    read_sentence,
    read_statement,
    states_none,
)
from inspection_model.reading.passages import BOILERPLATE, FURNITURE
from inspection_model.reading.segmentation import (
    Opener,
    SectionBlock,
    announces_follow_up,
    is_boilerplate,
    is_heading_like,
    is_short_line,
)
from inspection_model.vocabulary import Category, RemarkCode

__all__ = ["read_sections"]

# A bullet indented more deeply than its item by this many characters is that of a sub-item.
_DEEPER = 2


class _Pending(NamedTuple):
    """A heading or lead-in that no finding has followed yet."""

    block: Block
    is_heading: bool


class _Item(NamedTuple):
    """A finding whose sub-items may follow, with what opened its section if it is the first."""

    block: Block
    opening: _Pending | None
    parts: list[Excerpt]
    statement: Excerpt | None


def read_sections(
    builder: InspectionBuilder, blocks: Sequence[SectionBlock], *, is_report: bool = False
) -> None:
    """Take the findings, and what the sections state in the place of findings.

    Args:
        builder: The facts so far.
        blocks: The blocks of the sections.
        is_report: Whether the first blocks may belong to a section without a heading.
    """
    sections = _Sections(builder)
    unheaded = (each for each in builder.framework.sections if each.unheaded)
    if is_report and (section := next(unheaded, None)) is not None:
        sections.begin(section)
    for block, following, opener in blocks:
        if opener is not None and sections.may_open(opener):
            sections.open(opener, block)
        elif opener is None and sections.is_unknown_heading(block, following):
            sections.open(Opener(None), block)
        else:
            sections.take(block, following)
    sections.close()


class _Sections:
    """Takes the blocks from the first section on, one at a time."""

    def __init__(self, builder: InspectionBuilder) -> None:
        self._builder = builder
        self._section: Section | None = None
        self._category = Category.MAIN_FINDING
        self._area: str | None = None
        self._within_main_findings = False  # below a heading of the framework for them
        self._heading: str | None = None
        self._pending: _Pending | None = None
        self._item: _Item | None = None
        self._declared = 0
        self._opened: list[tuple[Section, str | None]] = []  # by headings, with the area

    def may_open(self, opener: Opener) -> bool:
        """Return whether a heading or a lead-in opens a section here.

        A lead-in does not directly below the section's own heading, nor, if other words precede it in
        its sentence, among main findings, where such a sentence reports what others have found.
        """
        if opener.is_heading:
            return True
        below_heading = self._pending is not None and self._section is opener.section
        return not below_heading and not (opener.has_preamble and self._within_main_findings)

    def begin(self, section: Section) -> None:
        """Begin with a section that has no heading."""
        self._section, self._category, self._area = section, section.category, section.area

    def open(self, opener: Opener, block: Block) -> None:
        """Open a section; an unknown heading among the main findings only divides them."""
        section = opener.section
        divides = section is None and self._within_main_findings
        repeats = self._pending is not None and section is not None and section is self._section
        keeps_area = section is not None and section.keeps_area
        self.close(divides=divides or repeats or keeps_area)
        area = self._area if divides or keeps_area else section.area if section is not None else None
        if section is not None and opener.is_heading and not repeats:
            self._remark_on_repetition(section, area, block)
        if section is not None and opener.is_heading:
            self._read_judgement(section, block)
        if not divides:
            self._section, self._area = section, area
            self._category = section.category if section else Category.MAIN_FINDING
            self._within_main_findings = section is not None and section.category is Category.MAIN_FINDING
        self._heading = block.words if opener.is_heading else None
        self._pending = _Pending(block, opener.is_heading)
        self._declared = len(self._builder.get("/declared") or ())
        if section is None:
            message = f'unknown heading "{block.words}"; its items were read as main findings'
            self._builder.remark(RemarkCode.HEADING_UNKNOWN, message, at=block.excerpt)

    def _read_judgement(self, section: Section, block: Block) -> None:
        """Take the judgement that a heading states, if nothing above it judges the area."""
        row = judgement_in(block.excerpt, self._builder.framework)
        if row is None or row.area.id != section.area:
            return
        if all(judgement.area != section.area for judgement in self._builder.get("/judgements") or ()):
            read_judgements(self._builder, [row])

    def _remark_on_repetition(self, section: Section, area: str | None, block: Block) -> None:
        if (section, area) in self._opened and not section.keeps_area:
            message = f'the heading "{block.words}" opens the category {section.category} again'
            self._builder.remark(RemarkCode.SECTION_REPEATED, message, at=block.excerpt)
        self._opened.append((section, area))

    def close(self, *, divides: bool = False) -> None:
        """End the section, with a remark if nothing followed its heading, unless it only was divided."""
        self._end_item()
        if self._pending is None:
            return
        block = self._pending.block
        self._claim(block)
        if len(self._builder.get("/declared") or ()) == self._declared and not divides:
            message = f'nothing follows the heading "{block.words}"'
            self._builder.remark(RemarkCode.SECTION_EMPTY, message, at=block.excerpt)

    def is_unknown_heading(self, block: Block, following: Block | None) -> bool:
        """Return whether a block is an unknown heading here.

        In a ranked section it is not one directly below the section's heading, where it introduces the
        list, nor if another such line follows: both are items that have lost their bullets.
        """
        if not is_heading_like(block, following):
            return False
        if self._category.rank is None or following is None:
            return True
        return not self._introduces(block, following) and not is_short_line(following)

    def take(self, block: Block, following: Block | None) -> None:
        """Take a block of the open section."""
        if self._is_part(block):
            self._claim_mark(block)
        elif not block.is_item:
            self._take_paragraph(block, following)
        elif self._pending is None or not self._take_statement(block):
            self._add(block)

    def _take_paragraph(self, block: Block, following: Block | None) -> None:
        builder = self._builder
        if self._pending is None and self._within_main_findings and not is_one_sentence(block.words):
            self._add(block)  # most paragraphs of a letter
            return
        if self._introduces(block, following):
            if self._section is not None:
                read_lead_in(builder, block.excerpt, self._section)
            self._claim(block)
            return
        first = first_sentence(block.excerpt)
        pending = self._pending is not None
        if pending and self._take_statement(block):
            return
        if first.reaches_end and (
            is_boilerplate(builder.phrasebook, first.folded) or (pending and states_none(builder, first))
        ):
            read_statement(builder, first, None)
            self._claim(block)
        elif (
            self._category.rank is not None and not pending and announces_follow_up(builder.phrasebook, block)
        ):
            read_statement(builder, first, None)
            read_closing(builder, [block])
        else:
            self._add(block, first)

    def _take_statement(self, block: Block) -> bool:
        """Take a block in place of the section's list: it has no findings, or those of an earlier letter."""
        if self._section is None or not block.words:
            return False
        first, *others = split_sentences(block.excerpt)
        if not read_statement(self._builder, first, self._section):
            return False
        self._claim_mark(block)
        self._builder.claim(first, BOILERPLATE)
        for sentence in others:
            read_sentence(self._builder, sentence, closing=True)
        return True

    def _introduces(self, block: Block, following: Block | None) -> bool:
        """Return whether a paragraph directly below the heading introduces the section's items.

        Further down it is a finding, and the list below it has its parts. Among findings without a
        rank it is a finding, too, if it says more than that a list follows.
        """
        if self._pending is None or following is None or not following.is_item:
            return False
        is_ranked = self._category.rank is not None
        if block.words.endswith(":"):
            return is_ranked or first_sentence(block.excerpt).reaches_end
        announces = any(words in block.excerpt.folded for words in lexicon().headings.list_words)
        return is_ranked and (is_short_line(block) or announces)

    def _add(self, block: Block, statement: Excerpt | None = None) -> None:
        """Take a block as a finding; its first sentence may also be a statement about another category."""
        if block.words:
            self._end_item()
            self._item = _Item(block, self._pending, [], statement)
            self._pending = None

    def _is_part(self, block: Block) -> bool:
        """Take a block as a sub-item, if it is one."""
        if self._item is None or not block.is_item or not block.words:
            return False
        parent = self._item.block
        if not (parent.is_item or parent.words.endswith(":")):
            return False
        deeper = block.indent >= parent.indent + _DEEPER
        other = bool(block.bullet) and block.bullet != parent.bullet
        if not ((deeper and other) or (parent.words.endswith(":") and (deeper or other))):
            return False
        self._item.parts.append(block.excerpt)
        return True

    def _end_item(self) -> None:
        """Add the last finding, with the sub-items that followed it as its parts."""
        if self._item is None:
            return
        block, opening, parts, statement = self._item
        stated: dict[str, Stated] = {"text": block.excerpt}
        if parts:
            stated["parts"] = parts
        if opening is not None and opening.is_heading:
            stated["heading"] = opening.block.excerpt  # its passage belongs to the first finding below it
        elif opening is not None:
            self._claim(opening.block)
        if block.number is not None:
            stated["number"] = Understood(block.number, block.mark)
        self._builder.add(
            "/findings",
            unvalidated_finding,
            stated,
            category=self._category,
            area=self._area,
            heading=self._heading,
            references=references_in(block.words),
        )
        self._claim_mark(block)
        self._item = None
        if statement is not None:
            # After the finding, which keeps the span if both are the same words.
            read_statement(self._builder, statement, None)

    def _claim(self, block: Block) -> None:
        self._claim_mark(block)
        self._builder.claim(block.excerpt, BOILERPLATE)

    def _claim_mark(self, block: Block) -> None:
        if block.is_item:
            self._builder.claim_span(block.mark, FURNITURE)
