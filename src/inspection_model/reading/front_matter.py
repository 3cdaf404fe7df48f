"""What is above the text of a report: its title, labelled fields, and the table of judgements.

    front matter := title { label ":" value } [ [ header ] table ]

The title is what is above the first label; it may be broken over several lines and paragraphs. The
labels are the words before the colon in the framework's phrases: "Inspection dates: {visit}".
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.fields import field_phrases
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import TITLE
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.reading.judgement_table import JudgementTable, find_table
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import whole

__all__ = ["FrontMatter", "find_front_matter"]

# The first label is within this number of lines; the table is within the second number below it.
_TITLE_LINES = 40
_TABLE_WITHIN = 80


class FrontMatter(NamedTuple):
    """What is above the text of a report.

    Attributes:
        above: The lines above the title that are not part of it.
        title: The lines of the title.
        fit: How many characters of the title are words of the framework's phrase for it.
        fields: The lines of each labelled field.
        header: The lines of the table's header.
        table: The table of judgements.
        end: The index of the first line below it.
    """

    above: Sequence[Line]
    title: Sequence[Line]
    fit: int
    fields: Sequence[Sequence[Line]]
    header: Sequence[Line]
    table: JudgementTable | None
    end: int


def find_front_matter(layout: Layout, framework: Framework) -> FrontMatter | None:
    """Return the front matter of a report, or ``None`` if the text is not a report of a framework.

    A report has a title of the framework above a label of the framework.

    Args:
        layout: The layout of the text.
        framework: The framework.
    """
    lines, labels = layout.lines, _labels(framework)
    top = lines[:_TITLE_LINES]
    starts = [index for index, line in enumerate(top) if fold_words(line.text).startswith(labels)]
    if not labels or not starts:
        return None
    first = starts[0]
    title_start = next((i for i in range(first) if not _is_above_title(lines[i], framework)), first)
    fit = _title_fit(framework, whole(lines[title_start:first]).folded) if title_start < first else 0
    if not fit:
        return None
    table = find_table(lines[: first + _TABLE_WITHIN], framework, first=first)
    last = end = next(
        after for block in layout.blocks if (after := block.first + len(block.lines)) > starts[-1]
    )
    header: Sequence[Line] = ()
    if table is not None:
        last, end = table.first, table.end
        if framework.grade_header and fold_heading(lines[last - 1].text) == _header(framework):
            last, header = last - 1, lines[last - 1 : last]
    starts = [index for index in starts if index < last]
    fields = [lines[start:stop] for start, stop in zip(starts, (*starts[1:], last), strict=True)]
    return FrontMatter(lines[:title_start], lines[title_start:first], fit, fields, header, table, end)


def _header(framework: Framework) -> str:
    """Return the words of the header of the table of judgements, as one heading."""
    return fold_heading(" ".join(framework.grade_header))


def _is_above_title(line: Line, framework: Framework) -> bool:
    return bool(framework.above_title) and fold_heading(line.text) in framework.above_title


def _title_fit(framework: Framework, folded: str) -> int:
    """Return how many characters of a title are words of a phrase for titles; 0 if it has no such phrase.

    The titles of one kind may contain those of another: "Inspection of …", "Joint inspection of …".
    """
    phrases = (phrase for fact in framework.facts if fact.name == TITLE for phrase in fact.phrases)
    found = (phrase for phrase in phrases if phrase.find(folded, {}) is not None)
    return max((sum(map(len, phrase.words)) for phrase in found), default=0)


@functools.lru_cache(maxsize=32)
def _labels(framework: Framework) -> tuple[str, ...]:
    """Return the labels of the fields with their colons, folded."""
    prefixes = (phrase.prefix for fact in framework.facts for phrase in field_phrases(fact))
    return tuple({prefix.rstrip() for prefix in prefixes})
