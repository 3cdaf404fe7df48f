"""Strategies for references to earlier inspections."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import shipped_frameworks
from inspection_model.model import EarlierInspection
from inspection_model.strategies.arguments import build, optional
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts

__all__ = ["earlier_inspections"]


@published()
def earlier_inspections(
    *,
    as_printed: S[str] | None = None,
    framework: S[str | None] | None = None,
    year: S[int | None] | None = None,
    month: S[int | None] | None = None,
) -> S[EarlierInspection]:
    """Draw references to earlier inspections; by default with a month only if there is a year."""
    given = {"as_printed": as_printed, "framework": framework, "year": year, "month": month}
    kinds = [each.id for each in shipped_frameworks()]
    default = {"as_printed": texts(), "framework": optional(st.sampled_from(kinds))}
    dated = {**default, "year": st.integers(1990, 2040), "month": optional(st.integers(1, 12))}
    if month is not None or year is not None:
        return build(EarlierInspection, given, dated if year is None else default)
    return build(EarlierInspection, given, default) | build(EarlierInspection, given, dated)
