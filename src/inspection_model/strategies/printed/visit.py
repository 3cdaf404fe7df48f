"""Visits of printed inspections, in the forms in which letters print days."""

from __future__ import annotations

import datetime
import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework
from inspection_model.model import Period, Visit
from inspection_model.rendering.labels import written_day
from inspection_model.vocabulary import MONTHS

__all__ = ["visits"]


@functools.cache
def visits(framework: Framework) -> S[Visit]:
    """Draw visits within the years in which the framework was used."""
    first = framework.dates.since or datetime.date(2009, 1, 1)
    last = framework.dates.until or datetime.date(2030, 1, 1)
    latest = last - datetime.timedelta(days=40)
    return st.tuples(st.dates(first, latest), st.integers(1, 12), st.sampled_from(_SHAPES)).map(
        lambda drawn: drawn[2](drawn[0], drawn[0] + datetime.timedelta(days=drawn[1]))
    )


def _one_day(first: datetime.date, _: datetime.date) -> Visit:
    return Visit(periods=(Period(start=first, end=first),), as_printed=written_day(first))


def _two_days(first: datetime.date, last: datetime.date) -> Visit:
    periods = (Period(start=first, end=first), Period(start=last, end=last))
    alike = (first.month, first.year) == (last.month, last.year)
    return Visit(
        periods=periods, as_printed=f"{first.day if alike else written_day(first)} and {written_day(last)}"
    )


def _range(first: datetime.date, last: datetime.date) -> Visit:
    return Visit(
        periods=(Period(start=first, end=last),), as_printed=f"{written_day(first)} to {written_day(last)}"
    )


def _between(first: datetime.date, last: datetime.date) -> Visit:
    printed = f"between {written_day(first)} and {written_day(last)}"
    return Visit(periods=(Period(start=first, end=last),), as_printed=printed)


def _impossible(first: datetime.date, _: datetime.date) -> Visit:
    return Visit(as_printed=f"31 and 32 {MONTHS[first.month - 1]} {first.year}")


_SHAPES = (_two_days, _one_day, _range, _between, _impossible)
