"""The title, the labelled fields and the judgements of a report."""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.model.judgement import Judgement
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.front_matter import FrontMatter
from inspection_model.reading.judgement_table import JudgementTable
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.prose import read_sentence
from inspection_model.reading.passages import BOILERPLATE
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_front_matter"]


def read_front_matter(builder: InspectionBuilder, front_matter: FrontMatter) -> Excerpt:
    """Take the title, the fields and the judgements; return the title."""
    title = whole(front_matter.title)
    for line in front_matter.above:
        builder.claim(whole([line]), BOILERPLATE)
    builder.put("/publication/title", title)
    for lines in front_matter.fields:
        read_sentence(builder, whole(lines))
    for line in front_matter.header:
        builder.claim(whole([line]), BOILERPLATE)
    if front_matter.table is not None:
        _read_table(builder, front_matter.table, front_matter.header)
    return title


def _read_table(builder: InspectionBuilder, table: JudgementTable, header: Sequence[Line]) -> None:
    if not table.rows:
        message = "the areas and the grades of the table of judgements do not pair"
        at = whole(header) if header else None
        builder.remark(RemarkCode.JUDGEMENTS_MISSING, message, at=at)
    for row in table.rows:
        area, grade = row.area, row.grade
        builder.add(
            "/judgements",
            Judgement,
            {"area_as_printed": whole(row.area_lines), "grade_as_printed": whole(row.grade_lines)},
            area=area.id,
            grade=grade.id,
            rank=grade.rank,
            part_of=area.part_of,
        )
