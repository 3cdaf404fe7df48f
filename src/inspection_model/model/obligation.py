"""Obligations that follow from an inspection, and when they are due."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.days import as_optional_day
from inspection_model.vocabulary import Category, DueUnit

__all__ = ["Due", "Obligation"]

_COUNTED = frozenset({DueUnit.WORKING_DAYS, DueUnit.DAYS, DueUnit.WEEKS, DueUnit.MONTHS, DueUnit.YEARS})


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Due:
    """The rule for when an obligation is due.

    Attributes:
        unit: The unit of time, or ``date``, or ``next-inspection``.
        count: The number of units after the start (1 to 9,999); only for units of time.
        date: The day; only for the unit ``date``.

    Raises:
        InvalidValueError: If ``count`` or ``date`` is missing or does not fit the unit.
    """

    unit: DueUnit = attrs.field(validator=fields.instance(DueUnit))
    count: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=9999))
    )
    date: datetime.date | None = attrs.field(
        default=None, converter=as_optional_day, validator=fields.optional(fields.day)
    )

    def __attrs_post_init__(self) -> None:
        if (self.count is not None) != (self.unit in _COUNTED):
            expected = f"a count if and only if the unit is one of {_names(_COUNTED)}"
            raise fields.refuse(self, "count", expected, self.count)
        if (self.date is not None) != (self.unit is DueUnit.DATE):
            raise fields.refuse(self, "date", "a date if and only if the unit is date", self.date)

    def on(self, *, start: datetime.date, holidays: Collection[datetime.date]) -> datetime.date | None:
        """Return the day on which the obligation is due.

        Counting starts on the day after ``start``. A number of months or years ends on the same day
        of the month as ``start``, or on the last day of a shorter month.

        Args:
            start: The day from which the rule counts, such as the day on which the document arrived.
            holidays: The days besides Saturdays and Sundays that are not working days. There is no
                default, because this library does not include a list of bank holidays.

        Returns:
            The day, or ``None`` for the next inspection, which has no date yet.

        Raises:
            OverflowError: If the day is after the year 9999.
        """
        if self.unit is DueUnit.WORKING_DAYS:
            return _working_day(start, self.count or 1, frozenset(holidays))
        if self.unit is DueUnit.DATE:
            return self.date
        if self.unit is DueUnit.NEXT_INSPECTION:
            return None
        from dateutil.relativedelta import relativedelta  # imported here to keep the package light

        name = self.unit.value
        shift = relativedelta(**{name: self.count})  # type: ignore[arg-type]  # days, weeks, months, years
        try:
            return start + shift
        except (OverflowError, ValueError) as error:  # days and months fail in different ways
            raise OverflowError(f"{self.count} {name} after {start} is after the year 9999") from error


def _names(units: frozenset[DueUnit]) -> str:
    return ", ".join(sorted(unit.value for unit in units))


def _working_day(start: datetime.date, count: int, holidays: frozenset[datetime.date]) -> datetime.date:
    """Return the n-th working day after the start, where n is ``count``."""
    from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule  # imported here to keep the package light

    remaining = count
    try:
        first = start + datetime.timedelta(days=1)
    except OverflowError as error:
        raise OverflowError(f"{count} working days after {start} is after the year 9999") from error
    for moment in rrule(DAILY, dtstart=first, byweekday=(MO, TU, WE, TH, FR)):
        day = moment.date()
        if day not in holidays:
            remaining -= 1
            if remaining == 0:
                return day
    raise OverflowError(f"{count} working days after {start} is after the year 9999")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Obligation:
    """An action that must follow from the findings of a category, or from the inspection as a whole.

    Attributes:
        text: The obligation as printed.
        category: The category whose findings lead to it; ``None`` if it binds on the whole document.
        to: The body responsible for it, according to the framework (the authority or the inspectorate).
        due: The rule for when it is due; ``None`` if the document sets no time.
    """

    text: str = attrs.field(validator=fields.text)
    category: Category | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Category))
    )
    to: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    due: Due | None = attrs.field(default=None, validator=fields.optional(fields.instance(Due)))

    def due_date(self, *, start: datetime.date, holidays: Collection[datetime.date]) -> datetime.date | None:
        """Return the day on which it is due, or ``None`` if it has no rule; see `Due.on()`."""
        return self.due.on(start=start, holidays=holidays) if self.due else None
