"""Strategies for visits and their periods."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Period, PreviousInspection, Visit
from inspection_model.strategies.arguments import build, optional
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import days
from inspection_model.vocabulary import PreviousState

__all__ = ["periods", "previous_inspections", "visits"]


@published()
def periods(*, start: S[datetime.date] | None = None, end: S[datetime.date] | None = None) -> S[Period]:
    """Draw periods; by default one day to four weeks long."""
    build(Period, {"start": start, "end": end}, {})
    if start is not None and end is not None:
        return st.builds(Period, start=start, end=end)
    length = st.integers(0, 27).map(lambda days: datetime.timedelta(days=days))
    if end is not None:
        return st.tuples(end, length).map(lambda drawn: Period(start=drawn[0] - drawn[1], end=drawn[0]))
    starts = days() if start is None else start
    return st.tuples(starts, length).map(lambda drawn: Period(start=drawn[0], end=drawn[0] + drawn[1]))


@published()
def visits(
    *, periods: S[tuple[Period, ...]] | None = None, as_printed: S[str | None] | None = None
) -> S[Visit]:
    """Draw visits; by default with one to three periods in order, with or without a printed form."""
    default = {"periods": _several_periods(), "as_printed": optional(texts())}
    return build(Visit, {"periods": periods, "as_printed": as_printed}, default)


@published()
def previous_inspections(
    *,
    as_printed: S[str | None] | None = None,
    periods: S[tuple[Period, ...]] | None = None,
    state: S[PreviousState | None] | None = None,
) -> S[PreviousInspection]:
    """Draw previous inspections; by default with days, with a state in their place, or only as printed."""
    given = {"as_printed": as_printed, "periods": periods, "state": state}
    printed = {"as_printed": texts()}
    build(PreviousInspection, given, printed)  # rejects invalid arguments at once, not when drawing
    if periods is not None or state is not None:
        return build(PreviousInspection, given, printed)
    dated = {"as_printed": optional(texts()), "periods": _several_periods()}
    never = {"as_printed": optional(texts()), "state": st.sampled_from(PreviousState)}
    shapes = (dated, never, printed) if as_printed is None else (dated, never)
    return st.one_of(*(build(PreviousInspection, given, default) for default in shapes))


def _several_periods() -> S[tuple[Period, ...]]:
    lengths = st.lists(st.integers(0, 4), min_size=1, max_size=6)
    return st.tuples(days(), lengths).map(lambda drawn: _periods_from(*drawn))


def _periods_from(first: datetime.date, lengths: list[int]) -> tuple[Period, ...]:
    """Return consecutive periods from a first day on; the lengths alternate between periods and gaps."""
    marks = [first]
    for length in lengths:
        marks.append(marks[-1] + datetime.timedelta(days=length + len(marks) % 2))
    ends = [(start, end - datetime.timedelta(days=1)) for start, end in pairwise(marks)][::2]
    return tuple(Period(start=start, end=max(start, end)) for start, end in ends)
