"""What is above the text of a report: its title, labelled fields, and the table of judgements.

    front matter := title { label ":" value } [ [ header ] table ]

The title is what is above the first label; it may be broken over several lines and paragraphs. The
labels are the words before the colon in the framework's phrases: "Inspection dates: {visit}".
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import TITLE
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.phrases import phrasebook_of
from inspection_model.reading.judgement_table import JudgementTable, find_table
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import whole

__all__ = ["FrontMatter", "find_front_matter"]

# The first label is within this number of lines; the table is within the second number below it.
_TITLE_LINES = 40
_TABLE_WITHIN = 80
_LABEL_END = ": {"


class FrontMatter(NamedTuple):
    """What is above the text of a report.

    Attributes:
        title: The lines of the title.
        fields: The lines of each labelled field.
        header: The lines of the table's header.
        table: The table of judgements.
        end: The index of the first line below it.
    """

    title: Sequence[Line]
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
    title = phrasebook_of(framework).find(TITLE, whole(lines[:first]).folded) if first else None
    if title is None:
        return None
    table = find_table(lines[: first + _TABLE_WITHIN], framework, first=first)
    last = end = next(
        after for block in layout.blocks if (after := block.first + len(block.lines)) > starts[-1]
    )
    header: Sequence[Line] = ()
    if table is not None:
        last, end = table.first, table.end
        above = " ".join(fold_words(lines[last - 1].text).split())
        if framework.grade_header and above == " ".join(framework.grade_header):
            last, header = last - 1, lines[last - 1 : last]
    starts = [index for index in starts if index < last]
    fields = [lines[start:stop] for start, stop in zip(starts, (*starts[1:], last), strict=True)]
    return FrontMatter(lines[:first], fields, header, table, end)


@functools.lru_cache(maxsize=32)
def _labels(framework: Framework) -> tuple[str, ...]:
    """Return the labels of the fields with their colons, folded."""
    texts = (phrase.text for fact in framework.facts for phrase in fact.phrases)
    return tuple({fold_words(text.partition("{")[0].rstrip()) for text in texts if _LABEL_END in text})
