"""Remarks on the sections of a letter: headings that are missing, unknown, repeated or without findings."""

from __future__ import annotations

import re

from inspection_model.frameworks.framework import Section
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.folded_text import quoted
from inspection_model.vocabulary import RemarkCode

__all__ = [
    "remark_on_empty_section",
    "remark_on_marks",
    "remark_on_missing_heading",
    "remark_on_missing_list",
    "remark_on_repetition",
    "remark_on_statement",
    "remark_on_unknown_heading",
]

# A bullet or a number in a form that is not known as one; no word, quote, bracket or amount.
_MARK = re.compile(
    r"\(cid:[0-9]{1,5}\)|\[?[0-9]{1,2}(?:[.:\]]|\.[0-9]{1,2}| -)(?= )|[A-Z][0-9]{1,2}(?= )"
    r"|[^\w\s\"'\u2018\u2019\u201c\u201d(\u00a3$\u20ac%@&]"
)
_DIGITS = re.compile(r"[0-9]{1,5}")


def remark_on_unknown_heading(builder: InspectionBuilder, heading: Block, items: str) -> None:
    """Report a heading that is not one of the framework.

    Args:
        builder: The remarks so far.
        heading: The heading.
        items: What its items were read as.
    """
    message = f'unknown heading "{heading.words}"; its items were read as {items}'
    builder.remark(RemarkCode.HEADING_UNKNOWN, message, at=heading.excerpt)


def remark_on_repetition(builder: InspectionBuilder, section: Section, heading: Block) -> None:
    """Report a heading that opens a category which another one has opened."""
    message = f'the heading "{heading.words}" opens the category {section.category} again'
    builder.remark(RemarkCode.SECTION_REPEATED, message, at=heading.excerpt)


def remark_on_empty_section(builder: InspectionBuilder, heading: Block) -> None:
    """Report a heading without anything below it."""
    message = f'nothing follows the heading "{heading.words}"'
    builder.remark(RemarkCode.SECTION_EMPTY, message, at=heading.excerpt)


def remark_on_missing_heading(builder: InspectionBuilder, section: Section | None, paragraph: Block) -> None:
    """Report a paragraph below the list of a ranked section, where a heading is expected."""
    category = "" if section is None else f" of the category {section.category}"
    message = f"a paragraph follows the list{category}; a heading may be missing above it"
    builder.remark(RemarkCode.HEADING_MISSING, message, at=paragraph.excerpt)


def remark_on_missing_list(builder: InspectionBuilder, sentence: Block) -> None:
    """Report a paragraph whose end announces a list that is missing."""
    message = "the paragraph announces a list, but no item follows"
    builder.remark(RemarkCode.LIST_MISSING, message, at=sentence.excerpt)


def remark_on_statement(builder: InspectionBuilder, finding: Block) -> None:
    """Report the only finding of a section if it may be the statement that the section has no finding."""
    message = f'not understood whether this says that there is no finding: "{quoted(finding.words)}"'
    builder.remark(RemarkCode.UNREAD, message, at=finding.excerpt)


def remark_on_marks(builder: InspectionBuilder, finding: Block) -> None:
    """Report a finding of which several lines begin with the same mark, as the items of a list do."""
    first, *others = finding.lines
    mark = _mark_of(first.text)  # most findings begin with a letter
    if mark and any(_mark_of(line.text) == mark for line in others):
        message = f'not understood whether these lines are items of a list: "{quoted(finding.words)}"'
        builder.remark(RemarkCode.UNREAD, message, at=finding.excerpt)


def _mark_of(text: str) -> str:
    """Return what a line begins with that may be a bullet or a number of an unknown form, digits as zero."""
    mark = _MARK.match(text)
    return "" if mark is None else _DIGITS.sub("0", mark[0])
