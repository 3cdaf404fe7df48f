"""The judgement of an inspection as a whole, stated in a sentence."""

from __future__ import annotations

from inspection_model.frameworks.grading import grade_in
from inspection_model.frameworks.words import fold_heading
from inspection_model.model.judgement import Judgement
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.sentences import Excerpt

__all__ = ["read_outcome"]


def read_outcome(builder: InspectionBuilder, heading: str, words: Excerpt) -> None:
    """Take the judgement that a paragraph of the outcome states by the words of a grade.

    Args:
        builder: The facts so far.
        heading: The heading above the paragraph.
        words: The paragraph.
    """
    headings = builder.framework.outcome_headings
    if not headings or fold_heading(heading) not in headings or builder.get("/judgements"):
        return
    stated = grade_in(words.folded, builder.framework)
    if stated is not None:
        grade, start, end = stated
        printed = {"grade_as_printed": words[start:end]}
        builder.add("/judgements", Judgement, printed, grade=grade.id, rank=grade.rank)
