"""The title, the labelled fields and the judgements of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from inspection_model.frameworks.words import fold_words
from inspection_model.model.judgement import Judgement
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.front_matter import FrontMatter, labels_of
from inspection_model.reading.judgement_table import JudgementTable, Row
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.prose import read_field
from inspection_model.reading.passages import ASIDE, BOILERPLATE
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_aside", "read_front_matter", "read_judgements"]

# The label of a field, and its colon.
_LABEL = re.compile("[A-Z][A-Za-z ()]{2,60}:")


def read_front_matter(builder: InspectionBuilder, front_matter: FrontMatter) -> Excerpt:
    """Take the title, the fields and the judgements; return the title."""
    title = whole(front_matter.title)
    builder.put("/publication/title", title)
    for lines in front_matter.fields:
        read_field(builder, whole(lines))
    for line in front_matter.header:
        builder.claim(whole([line]), BOILERPLATE)
    read_judgements(builder, front_matter.above)
    if front_matter.table is not None:
        _read_table(builder, front_matter.table, front_matter.header)
    read_judgements(builder, front_matter.below)
    for span in front_matter.rest:
        builder.claim_span(span, BOILERPLATE)
    return title


def read_aside(builder: InspectionBuilder, block: Block) -> None:
    """Take the labelled fields of a paragraph of an aside: "Team inspectors: …"."""
    labels = labels_of(builder.framework)
    starts = [index for index, line in enumerate(block.lines) if _LABEL.match(line.text)]
    for start, stop in pairwise((*starts, len(block.lines))):
        if labels and fold_words(block.lines[start].text).startswith(labels):
            read_field(builder, whole(block.lines[start:stop]))
    builder.claim_span((block.mark[0], block.lines[-1].end), ASIDE)


def _read_table(builder: InspectionBuilder, table: JudgementTable, header: Sequence[Line]) -> None:
    if not table.rows:
        message = "the areas and the grades of the table of judgements do not pair"
        at = whole(header) if header else None
        builder.remark(RemarkCode.JUDGEMENTS_MISSING, message, at=at)
    read_judgements(builder, table.rows)


def read_judgements(builder: InspectionBuilder, rows: Iterable[Row]) -> None:
    """Take judgements."""
    for row in rows:
        area, grade = row.area, row.grade
        builder.add(
            "/judgements",
            Judgement,
            {"area_as_printed": row.area_words, "grade_as_printed": row.grade_words},
            area=area.id,
            grade=grade.id,
            rank=grade.rank,
            part_of=area.part_of,
        )
