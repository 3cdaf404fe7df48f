"""The title, the labelled fields and the judgements of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspection_model.frameworks.framework import Section
from inspection_model.model.judgement import Judgement
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.front_matter import FrontMatter, Judgements
from inspection_model.reading.judgement_sentences import judgement_in
from inspection_model.reading.judgement_table import JudgementTable, Row
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.prose import read_field
from inspection_model.reading.passages import BOILERPLATE
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_front_matter", "read_judgement_of_heading", "read_judgements"]


def read_front_matter(builder: InspectionBuilder, front_matter: FrontMatter) -> Excerpt:
    """Take the title, the fields and the judgements; return the title."""
    title = whole(front_matter.title)
    for line in front_matter.above:
        builder.claim(whole([line]), BOILERPLATE)
    builder.put("/publication/title", title)
    for lines in front_matter.fields:
        read_field(builder, whole(lines))
    _read_all(builder, front_matter.judgements)
    return title


def _read_all(builder: InspectionBuilder, judgements: Judgements) -> None:
    for line in judgements.header:
        builder.claim(whole([line]), BOILERPLATE)
    read_judgements(builder, judgements.above)
    if judgements.table is not None:
        _read_table(builder, judgements.table, judgements.header)
    read_judgements(builder, judgements.below)
    for span in judgements.rest:
        builder.claim_span(span, BOILERPLATE)


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


def read_judgement_of_heading(builder: InspectionBuilder, section: Section, block: Block) -> None:
    """Take the judgement that the heading of a section states, if nothing above it judges the area."""
    row = judgement_in(block.excerpt, builder.framework)
    if row is None or row.area.id != section.area:
        return
    if all(judgement.area != section.area for judgement in builder.get("/judgements") or ()):
        read_judgements(builder, [row])
