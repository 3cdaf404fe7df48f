"""What stands above the text of a report: its title, labelled fields, and the table of judgements.

    front matter := title { label ":" value } [ table ]

The title is what stands above the first label; it may be broken over several lines and paragraphs.
The labels are the words before the colon in the framework's phrases: "Inspection dates: {visit}".
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.layout import Layout
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.judgement_table import JudgementTable, find_table

__all__ = ["FrontMatter", "front_matter"]

# The first label is within this number of lines, and the table within so many below it.
_TITLE_LINES = 40
_TABLE_WITHIN = 80
_LABEL_END = ": {"


class FrontMatter(NamedTuple):
    """What stands above the text of a report.

    Attributes:
        title: The lines of the title.
        fields: The lines of each labelled field.
        table: The table of judgements.
        end: The index of the first line below it.
    """

    title: Sequence[Line]
    fields: Sequence[Sequence[Line]]
    table: JudgementTable | None
    end: int


def front_matter(layout: Layout, framework: Framework) -> FrontMatter | None:
    """Return the front matter of a report, or ``None`` if no label of the framework is near the top.

    Args:
        layout: The layout of the text.
        framework: The framework whose labels and areas are looked for.
    """
    lines, labels = layout.lines, _labels(framework)
    starts = [index for index, line in enumerate(lines[:_TITLE_LINES]) if fold_words(line.text).startswith(labels)]
    if not labels or not starts:
        return None
    first = starts[0]
    table = find_table(lines[first : first + _TABLE_WITHIN], framework, offset=first)
    if table is None:
        end = _end_of_block(layout.blocks, starts[-1])
        last = end
    else:
        end, last = table.end, table.first
    starts = [index for index in starts if index < last]
    fields = [lines[start:stop] for start, stop in zip(starts, (*starts[1:], last), strict=True)]
    return FrontMatter(lines[:first], fields, table, end)


@functools.lru_cache(maxsize=32)
def _labels(framework: Framework) -> tuple[str, ...]:
    """Return the labels of the fields with their colons, folded."""
    texts = (phrase.text for fact in framework.facts for phrase in fact.phrases)
    return tuple({fold_words(text.partition("{")[0].rstrip()) for text in texts if _LABEL_END in text})


def _end_of_block(blocks: Sequence[Block], index: int) -> int:
    """Return the index of the first line below the block that contains a line."""
    return next(
        end for block in blocks if (end := block.first + len(block.lines)) > index
    )
