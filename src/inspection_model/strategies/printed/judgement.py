"""Judgements of printed reports: by area in a table, or of the inspection as a whole in a sentence."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework
from inspection_model.frameworks.framework import Area, Grade
from inspection_model.model import Judgement

__all__ = ["areas_on", "judgements", "outcomes"]


def areas_on(framework: Framework, day: datetime.date | None) -> list[Area]:
    """Return the areas that inspections judge which begin on a day; all if it is not known."""
    return [area for area in framework.areas if day is None or area.dates.hold_on(day)]


def judgements(framework: Framework, day: datetime.date | None) -> S[tuple[Judgement, ...]]:
    """Draw a judgement for each area that is judged on a day."""
    areas = areas_on(framework, day) if framework.grades else []
    return st.tuples(*(_rows(framework, area) for area in areas))


def _rows(framework: Framework, area: Area) -> S[Judgement]:
    return st.sampled_from(framework.grades).flatmap(lambda grade: _row(area, grade))


def _row(area: Area, grade: Grade) -> S[Judgement]:
    return st.builds(
        Judgement,
        area=st.just(area.id),
        area_as_printed=st.sampled_from(area.printed),
        grade=st.just(grade.id),
        grade_as_printed=st.sampled_from(grade.printed),
        rank=st.just(grade.rank),
        part_of=st.just(area.part_of),
    )


def outcomes(framework: Framework) -> S[Judgement]:
    """Draw judgements of the inspection as a whole."""
    return st.sampled_from(framework.grades).flatmap(
        lambda grade: st.builds(
            Judgement,
            grade=st.just(grade.id),
            grade_as_printed=st.sampled_from(grade.printed),
            rank=st.just(grade.rank),
        )
    )
