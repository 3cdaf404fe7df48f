"""Grades in headings, and the form of an inspection's document."""

from __future__ import annotations

from inspection_model.frameworks.framework import Framework, Grade
from inspection_model.frameworks.words import find_words, fold_heading, fold_words, is_word_edge
from inspection_model.model.inspection import Inspection
from inspection_model.vocabulary import PublicationForm

__all__ = ["form_of", "grade_in", "grade_of_heading"]


def grade_of_heading(heading: str, framework: Framework) -> Grade | None:
    """Return the grade with which a heading ends, or ``None`` if it has none that the framework lists.

    Of several the longest counts: "requires improvement to be good" ends with "good", too.
    """
    folded = fold_heading(heading)
    ends = [
        (len(words), grade)
        for grade in framework.grades
        for words in map(fold_heading, grade.printed)
        if folded.endswith(words) and is_word_edge(folded, len(folded) - len(words))
    ]
    return max(ends, key=lambda end: end[0])[1] if ends else None


def grade_in(folded: str, framework: Framework) -> tuple[Grade, int, int] | None:
    """Return the grade that a sentence states first, with start and end of its words; ``None`` without one.

    Args:
        folded: The sentence, folded by `fold_words`.
        framework: The framework with the grades.
    """
    found = [
        (start, -len(words), grade)
        for grade in framework.grades
        for words in map(fold_words, grade.printed)
        if (start := find_words(folded, words)) >= 0
    ]
    if not found:
        return None
    start, length, grade = min(found, key=lambda each: each[:2])
    return grade, start, start - length


def form_of(inspection: Inspection, framework: Framework | None) -> PublicationForm:
    """Return the form of an inspection's document: that of the record, or else that of the framework."""
    if inspection.publication is not None:
        return inspection.publication.form
    return framework.form if framework is not None else PublicationForm.LETTER
