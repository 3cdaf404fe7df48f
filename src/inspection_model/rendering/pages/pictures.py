"""The pictures at the top of a page: the scale of a judgement and the bar of the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import final

import attrs

from inspection_model.frameworks.framework import Framework
from inspection_model.model.inspection import Inspection
from inspection_model.model.judgement import Judgement
from inspection_model.rendering.judging import judgement_rows
from inspection_model.rendering.labels import labels
from inspection_model.vocabulary import Category

__all__ = ["Count", "Graded", "counts", "graded"]


@final
@attrs.frozen
class Graded:
    """A judgement on its scale.

    Attributes:
        area: The area.
        grade: The grade.
        rank: The rank of the grade, 1 is the best; ``None`` if it is not known.
        steps: The number of grades of the scale.
        area_printed: Whether the area is in the words of the document.
        grade_printed: Whether the grade is.
    """

    area: str
    grade: str
    rank: int | None
    steps: int
    area_printed: bool
    grade_printed: bool

    @property
    def colour(self) -> int:
        """The number of the colour, from 1 for the best grade of any scale to 4 for the worst."""
        return 1 + round(3 * ((self.rank or 1) - 1) / max(self.steps - 1, 1))


def graded(judgements: Iterable[Judgement], framework: Framework | None) -> Iterator[Graded]:
    """Yield each judgement on the scale of the framework; without one, without a rank."""
    steps = max((grade.rank for grade in framework.grades), default=0) if framework else 0
    for judgement in judgements:
        ((area, grade),) = judgement_rows([judgement], framework)
        known = framework.grade(judgement.grade) if framework else None
        yield Graded(
            area,
            grade,
            known.rank if known else None,
            steps,
            area_printed=judgement.area_as_printed is not None,
            grade_printed=judgement.grade_as_printed is not None,
        )


@final
@attrs.frozen
class Count:
    """The number of findings of a category, and the place of its part in a bar of all findings.

    Attributes:
        category: The category.
        number: The number of its findings.
        start: The number of findings of the categories before it.
    """

    category: Category
    number: int
    start: int

    @property
    def label(self) -> str:
        """The name of the category, in the singular for one finding."""
        return labels().categories[self.category][self.number != 1]


def counts(inspection: Inspection, framework: Framework | None) -> tuple[Count, ...]:
    """Return the count of each category that has findings, in the order of the ranks.

    If the framework has areas for priority action, their count is included even if it is zero, because it
    is what a reader looks for first.
    """
    numbers = Counter(finding.category for finding in inspection.findings)
    expected = {section.category for section in framework.sections} if framework else set[Category]()
    start, counted = 0, list[Count]()
    for category in Category:
        if numbers[category] or (category is Category.PRIORITY_ACTION and category in expected):
            counted.append(Count(category, numbers[category], start))
            start += numbers[category]
    return tuple(counted)
