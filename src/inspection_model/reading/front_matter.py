"""What is above the text of a report: its title, labelled fields, and the table of judgements.

    front matter := title { label ":" value } { sentence } [ [ header ] table ] { sentence }

The title is what is above the first label; it may be broken over several lines and paragraphs. The
labels are the words before the colon in the framework's phrases: "Inspection dates: {visit}". A sentence
judges an area, such as the services as a whole; other words between the sentences and the table are left out.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import TITLE
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.phrases import phrasebook_of
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

__all__ = ["FrontMatter", "find_front_matter", "labels_of"]

# The first label is within this number of lines, and the table within so many below it.
_TITLE_LINES = 40
_TABLE_WITHIN = 80
# The sentences below the table are within this number of lines.
_SENTENCES_WITHIN = 6
_LABEL_END = ": {"


class FrontMatter(NamedTuple):
    """What is above the text of a report.

    Attributes:
        title: The lines of the title.
        fields: The lines of each labelled field.
        header: The lines of the table's header.
        table: The table of judgements.
        above: The judgements of the sentences above the table.
        below: Those of the sentences below it.
        rest: The spans of those sentences, of the words between them, and of the numbers of rows.
        end: The index of the first line below it.
    """

    title: Sequence[Line]
    fields: Sequence[Sequence[Line]]
    header: Sequence[Line]
    table: JudgementTable | None
    above: Sequence[Row]
    below: Sequence[Row]
    rest: Sequence[tuple[int, int]]
    end: int


def find_front_matter(layout: Layout, framework: Framework) -> FrontMatter | None:
    """Return the front matter of a report, or ``None`` if the text is not a report of a framework.

    A report has a title of the framework above a label of the framework.

    Args:
        layout: The layout of the text.
        framework: The framework.
    """
    lines, labels = layout.lines, labels_of(framework)
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
        if is_grade_header(whole(lines[last - 1 : last]), framework):
            last, header = last - 1, lines[last - 1 : last]
    above = find_sentences(lines[first:last], framework) if table is not None else []
    below = find_sentences(lines[end : end + _SENTENCES_WITHIN], framework) if table is not None else []
    if above:
        last = first + above[0].first
    if below:
        end += below[-1].end
    starts = [index for index in starts if index < last]
    fields = [lines[start:stop] for start, stop in zip(starts, (*starts[1:], last), strict=True)]
    in_table = range(0) if table is None else range(table.first - len(header), table.end)
    rest = [(line.start, line.end) for i, line in enumerate(lines[last:end], last) if i not in in_table]
    rest += row_numbers(lines[slice(in_table.start, in_table.stop)])
    return FrontMatter(
        lines[:first],
        fields,
        header,
        table,
        [each.row for each in above],
        [each.row for each in below],
        rest,
        end,
    )


@functools.lru_cache(maxsize=32)
def labels_of(framework: Framework) -> tuple[str, ...]:
    """Return the labels of the fields with their colons, folded."""
    texts = (phrase.text for fact in framework.facts for phrase in fact.phrases)
    return tuple({fold_words(text.partition("{")[0].rstrip()) for text in texts if _LABEL_END in text})
