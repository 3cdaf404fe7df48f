"""The class of the model's days, also in a test whose clock is frozen.

A library that freezes the clock, such as freezegun, replaces `datetime.date` in all modules by a
subclass while a test runs. Records contain plain dates only, and what is stored for later must not
depend on whether it was computed in such a test. Other libraries, such as pendulum, have subclasses
of `datetime.date` as well.
"""

from __future__ import annotations

import datetime
from typing import cast

__all__ = ["as_day", "as_optional_day", "date_class"]


def date_class() -> type[datetime.date]:
    """Return the class `date` of the standard library, even if another class has replaced it."""
    # The last classes of every subclass are `date` and `object`.
    return cast("type[datetime.date]", datetime.date.__mro__[-2])


def as_day(value: datetime.date) -> datetime.date:
    """Convert an instance of a subclass of `date` to a date; return anything else unchanged.

    A datetime is not converted, because its time would be lost. The rule for days rejects it.
    """
    given = cast(object, value)
    if type(given) is date_class() or isinstance(given, datetime.datetime):
        return value
    if isinstance(given, datetime.date):
        return date_class()(given.year, given.month, given.day)
    return value


def as_optional_day(value: datetime.date | None) -> datetime.date | None:
    """Convert a day that may be missing; see `as_day()`."""
    return None if value is None else as_day(value)
