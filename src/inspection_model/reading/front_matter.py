"""What is above the text of a report: its title, labelled fields, and the table of judgements.

    front matter := title { label ":" value } { sentence } [ [ header ] table ] { sentence }

The title is what is above the first label; it may be broken over several lines and paragraphs. The
labels are the words before the colon in the framework's phrases: "Inspection dates: {visit}". A sentence
judges an area, such as the services as a whole; other words between the sentences and the table are left out.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from inspection_model.frameworks.fields import field_phrases
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import TITLE
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.reading.judgement_sentences import find_sentences
from inspection_model.reading.judgement_table import (
    JudgementTable,
    Row,
    find_table,
    is_grade_header,
    row_numbers,
)
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import whole

__all__ = ["FrontMatter", "Judgements", "begins_field", "find_front_matter", "labels_of"]

_SOFT_HYPHEN = "\u00ad"
# The first label is within this number of lines; the table is within the second number below it.
_TITLE_LINES = 40
_TABLE_WITHIN = 80
# The sentences below the table are within this number of lines.
_SENTENCES_WITHIN = 6


class Judgements(NamedTuple):
    """The judgements above the text of a report.

    Attributes:
        header: The lines of the table's header.
        table: The table.
        above: The judgements of the sentences above the table.
        below: Those of the sentences below it.
        rest: The spans of those sentences, of the words between them, and of the numbers of rows.
        first: The index of the first line with a judgement or the header.
        end: The index of the first line below them.
    """

    header: Sequence[Line]
    table: JudgementTable | None
    above: Sequence[Row]
    below: Sequence[Row]
    rest: Sequence[tuple[int, int]]
    first: int
    end: int


class FrontMatter(NamedTuple):
    """What is above the text of a report.

    Attributes:
        above: The lines above the title that are not part of it.
        title: The lines of the title.
        fit: How many characters of the title are words of the framework's phrase for it.
        fields: The lines of each labelled field.
        judgements: The judgements below the fields.
    """

    above: Sequence[Line]
    title: Sequence[Line]
    fit: int
    fields: Sequence[Sequence[Line]]
    judgements: Judgements


def find_front_matter(layout: Layout, framework: Framework) -> FrontMatter | None:
    """Return the front matter of a report, or ``None`` if the text is not a report of a framework.

    A report has a title of the framework above a label of the framework.

    Args:
        layout: The layout of the text.
        framework: The framework.
    """
    lines, labels = layout.lines, labels_of(framework)
    top = lines[:_TITLE_LINES]
    starts = [index for index, line in enumerate(top) if begins_field(line, labels)]
    if not labels or not starts:
        return None
    first = starts[0]
    title_start = next((i for i in range(first) if not _is_above_title(lines[i], framework)), first)
    fit = _title_fit(framework, whole(lines[title_start:first]).folded) if title_start < first else 0
    if not fit:
        return None
    below_fields = next(
        after for block in layout.blocks if (after := block.first + len(block.lines)) > starts[-1]
    )
    judged = _judgements(lines, framework, first, below_fields)
    starts = [index for index in starts if index < judged.first]
    stops = (*starts[1:], judged.first)
    fields = [lines[start:stop] for start, stop in zip(starts, stops, strict=True)]
    return FrontMatter(lines[:title_start], lines[title_start:first], fit, fields, judged)


def _judgements(lines: Sequence[Line], framework: Framework, first: int, below_fields: int) -> Judgements:
    """Return the judgements below the first label; without a table there is no line of them."""
    table = find_table(lines[: first + _TABLE_WITHIN], framework, first=first)
    if table is None:
        return Judgements((), None, (), (), (), below_fields, below_fields)
    header = _header_above(lines, table.first, framework)
    top = table.first - len(header)
    above = find_sentences(lines[first:top], framework)
    start = first + above[0].first if above else top
    if above and not header:  # the first rows are sentences: "Children's services in Anytown   good"
        header = _header_above(lines, start, framework)
        start -= len(header)
    # An area has one judgement: where its words come again, they are the heading of the first section.
    judged = {row.area.id for row in table.rows}
    below = find_sentences(lines[table.end : table.end + _SENTENCES_WITHIN], framework)
    below = list(takewhile(lambda each: each.row.area.id not in judged, below))
    end = table.end + (below[-1].end if below else 0)
    outside = (*lines[start:top], *lines[table.end : end])
    rest = [(line.start, line.end) for line in outside] + row_numbers(lines[top : table.end])
    rows_above, rows_below = [each.row for each in above], [each.row for each in below]
    return Judgements(header, table, rows_above, rows_below, rest, start, end)


def _header_above(lines: Sequence[Line], first: int, framework: Framework) -> Sequence[Line]:
    """Return the line above a row if it is the header of the table, or nothing."""
    above = lines[first - 1 : first]
    return above if is_grade_header(whole(above), framework) else ()


def begins_field(line: Line, labels: tuple[str, ...]) -> bool:
    """Return whether a line begins with one of some labels; soft hyphens are ignored."""
    return fold_words(line.text.replace(_SOFT_HYPHEN, "")).startswith(labels)


def _is_above_title(line: Line, framework: Framework) -> bool:
    return fold_heading(line.text) in framework.above_title


def _title_fit(framework: Framework, folded: str) -> int:
    """Return how many characters of a title are words of a phrase for titles; 0 if it has no such phrase.

    The titles of one kind may contain those of another: "Inspection of …", "Joint inspection of …".
    """
    phrases = (phrase for fact in framework.facts if fact.name == TITLE for phrase in fact.phrases)
    found = (phrase for phrase in phrases if phrase.find(folded, {}) is not None)
    return max((sum(map(len, phrase.words)) for phrase in found), default=0)


@functools.lru_cache(maxsize=32)
def labels_of(framework: Framework) -> tuple[str, ...]:
    """Return the labels of the fields with their colons, folded."""
    prefixes = (phrase.prefix for fact in framework.facts for phrase in field_phrases(fact))
    return tuple({prefix.rstrip() for prefix in prefixes})
