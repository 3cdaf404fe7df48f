"""Strategies for obligations and when they are due."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Due, Obligation
from inspection_model.strategies.arguments import build, optional
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import days
from inspection_model.vocabulary import Category, DueUnit

__all__ = ["dues", "obligations"]

_COUNTED = (DueUnit.WORKING_DAYS, DueUnit.DAYS, DueUnit.WEEKS, DueUnit.MONTHS, DueUnit.YEARS)


@published()
def dues(
    *,
    unit: S[DueUnit] | None = None,
    count: S[int | None] | None = None,
    date: S[datetime.date | None] | None = None,
) -> S[Due]:
    """Draw due rules; by default with a count or a date if the unit requires one."""
    build(Due, {"unit": unit, "count": count, "date": date}, {})
    units = st.sampled_from(DueUnit) if unit is None else unit
    return units.flatmap(
        lambda drawn: build(
            Due,
            {"count": count, "date": date},
            {
                "unit": st.just(drawn),
                "count": st.integers(1, 100) if drawn in _COUNTED else st.none(),
                "date": days() if drawn is DueUnit.DATE else st.none(),
            },
        )
    )


@published()
def obligations(
    *,
    text: S[str] | None = None,
    category: S[Category | None] | None = None,
    to: S[str | None] | None = None,
    due: S[Due | None] | None = None,
) -> S[Obligation]:
    """Draw obligations."""
    default = {
        "text": texts(),
        "category": optional(st.sampled_from(Category)),
        "to": optional(st.sampled_from(["authority", "inspectorate"]) | texts()),
        "due": optional(dues()),
    }
    return build(Obligation, {"text": text, "category": category, "to": to, "due": due}, default)
