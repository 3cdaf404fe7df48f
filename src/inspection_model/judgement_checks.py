"""Consistency checks on the judgements of a record."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import grade_of_heading
from inspection_model.model.inspection import Inspection
from inspection_model.model.judgement import Judgement
from inspection_model.model.reading import Remark
from inspection_model.vocabulary import RemarkCode

__all__ = ["judgement_remarks"]


def judgement_remarks(inspection: Inspection, framework: Framework) -> Iterator[Remark]:
    """Compare the judgements with the framework's areas and grades, and with the headings of findings."""
    if not framework.grades:
        return
    if not inspection.judgements:
        yield Remark(code=RemarkCode.JUDGEMENTS_MISSING, message="no judgement is given")
    for index, judgement in enumerate(inspection.judgements):
        yield from _unknown(judgement, f"/judgements/{index}", framework)
    yield from _headings(inspection, framework)


def _unknown(judgement: Judgement, pointer: str, framework: Framework) -> Iterator[Remark]:
    """Yield a remark for an area or a grade that the framework does not have."""
    expected = (
        ("grade", judgement.grade, judgement.grade_as_printed, framework.grade(judgement.grade)),
        ("area", judgement.area, judgement.area_as_printed, framework.area(judgement.area)),
    )
    for name, value, printed, known in expected:
        # A framework without areas has one judgement, about the inspection as a whole.
        is_expected = name == "grade" or (framework.areas and (value or printed))
        if known is None and is_expected:
            yield Remark(
                code=RemarkCode.JUDGEMENT_UNKNOWN,
                message=f'the framework {framework.id} has no {name} "{value or printed}"',
                pointer=f"{pointer}/{name if value else f'{name}_as_printed'}",
            )


def _headings(inspection: Inspection, framework: Framework) -> Iterator[Remark]:
    """Compare the grade in each heading with the judgements of the area of its findings."""
    judged: dict[str | None, list[tuple[int, Judgement]]] = {}
    for index, judgement in enumerate(inspection.judgements):
        judged.setdefault(judgement.area, []).append((index, judgement))
    seen: set[tuple[str, str | None]] = set()
    for index, finding in enumerate(inspection.findings):
        area, heading = finding.area, finding.heading
        if area is None or (area, heading) in seen:
            continue
        seen.add((area, heading))
        if inspection.judgements and area not in judged:
            yield Remark(
                code=RemarkCode.JUDGEMENTS_MISSING,
                message=f"the area {area} has findings, but no judgement",
                pointer=f"/findings/{index}/area",
            )
        grade = grade_of_heading(heading, framework) if heading else None
        for place, judgement in judged.get(area, ()):
            if grade is not None and judgement.grade not in (None, grade.id):
                yield Remark(
                    code=RemarkCode.GRADE_MISMATCH,
                    message=f"the heading gives the grade {grade.id}, the judgement {judgement.grade}",
                    pointer=f"/findings/{index}/heading",
                    related=(f"/judgements/{place}/grade",),
                )
