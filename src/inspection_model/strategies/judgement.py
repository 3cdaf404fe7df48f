"""Strategies for judgements."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Judgement
from inspection_model.model.judgement import LOWEST_RANK
from inspection_model.strategies.arguments import build, optional
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import ids, words

__all__ = ["judgements"]

_WHOLE = "whole-service"


@published()
def judgements(
    *,
    area: S[str | None] | None = None,
    area_as_printed: S[str | None] | None = None,
    grade: S[str | None] | None = None,
    grade_as_printed: S[str | None] | None = None,
    rank: S[int | None] | None = None,
    part_of: S[str | None] | None = None,
) -> S[Judgement]:
    """Draw judgements; by default with a grade, its printed form, or both."""
    given: dict[str, S[Any] | None] = {
        "area": area, "area_as_printed": area_as_printed, "grade": grade,
        "grade_as_printed": grade_as_printed, "rank": rank, "part_of": part_of,
    }  # fmt: skip
    printed = words("grade_names") | texts()
    default: dict[str, S[Any]] = {
        "area": optional(ids("areas").filter(lambda drawn: drawn != _WHOLE)),
        "area_as_printed": optional(words("area_names") | texts()),
        "rank": optional(st.integers(1, LOWEST_RANK)),
        "part_of": optional(st.just(_WHOLE)) if area is None else st.none(),
    }
    understood = {**default, "grade": ids("grades"), "grade_as_printed": optional(printed)}
    unknown = {**default, "grade": st.none(), "grade_as_printed": printed}
    with_grade, as_printed = build(Judgement, given, understood), build(Judgement, given, unknown)
    if grade is not None:
        return as_printed
    return with_grade if grade_as_printed is not None else with_grade | as_printed
