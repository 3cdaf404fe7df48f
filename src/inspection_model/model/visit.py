"""The days on site."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.days import as_day

__all__ = ["Period", "Visit", "check_order"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Period:
    """A period of consecutive days, both ends inclusive.

    Attributes:
        start: The first day.
        end: The last day; equal to ``start`` for a single day.

    Raises:
        InvalidValueError: If it ends before it starts.
    """

    start: datetime.date = attrs.field(converter=as_day, validator=fields.day)
    end: datetime.date = attrs.field(converter=as_day, validator=fields.day)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise fields.refuse(self, "end", f"a day not before the start ({self.start})", self.end)

    @property
    def length(self) -> int:
        """The number of days, both ends inclusive."""
        return (self.end - self.start).days + 1

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """All days of the period, in order."""
        return tuple(self.start + datetime.timedelta(days=offset) for offset in range(self.length))


def check_order(owner: object, periods: tuple[Period, ...]) -> None:
    """Check the field ``periods`` of a record.

    Sorted and disjoint periods represent a set of days in only one way, so that equal sets of days
    compare equal.

    Raises:
        InvalidValueError: If they overlap or are not in chronological order.
    """
    for earlier, later in pairwise(periods):
        if later.start <= earlier.end:
            raise fields.refuse(owner, "periods", "periods in chronological order, without overlap", periods)


def _periods(value: Iterable[Period]) -> tuple[Period, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Visit:
    """The days on which inspectors were on site.

    A visit is a set of days, not always a range: "6 and 7 October 2009" is two periods of one day,
    "12 to 23 March 2018" is one period of twelve.

    Attributes:
        periods: The periods as printed, in chronological order, without overlap; empty if the printed
            days are impossible or incomplete.
        as_printed: The days as printed.

    Raises:
        InvalidValueError: If there is neither a period nor a printed form, or if the periods overlap
            or are not in chronological order.
    """

    periods: tuple[Period, ...] = attrs.field(
        default=(), converter=_periods, validator=fields.instances(Period)
    )
    as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if not self.periods and self.as_printed is None:
            raise fields.refuse(self, "periods", "a period, or the words as printed", self.periods)
        check_order(self, self.periods)

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """All days on site, in order."""
        return tuple(day for period in self.periods for day in period.days)

    @property
    def first_day(self) -> datetime.date | None:
        """The first day on site, or ``None`` if the days are not known."""
        return self.periods[0].start if self.periods else None

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on site, or ``None`` if the days are not known."""
        return self.periods[-1].end if self.periods else None
