"""What the heaviest findings oblige somebody to do, and by when."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import Category, DueUnit

__all__ = ["Due", "Obligation"]

_COUNTED = frozenset({DueUnit.WORKING_DAYS, DueUnit.DAYS, DueUnit.WEEKS, DueUnit.MONTHS})


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Due:
    """When something is due, as a rule.

    Attributes:
        unit: What the rule counts in, or ``date``, or ``next-inspection``.
        count: How many of the unit after the start (1 to 9,999); none for the two others.
        date: The day, for the unit ``date`` only.

    Raises:
        InvalidValueError: If count or date does not go with the unit.
    """

    unit: DueUnit = attrs.field(validator=fields.instance(DueUnit))
    count: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=9999))
    )
    date: datetime.date | None = attrs.field(default=None, validator=fields.optional(fields.day))

    def __attrs_post_init__(self) -> None:
        if (self.count is not None) != (self.unit in _COUNTED):
            raise fields.refuse(self, "count", f"a count for {_names(_COUNTED)}, and only there", self.count)
        if (self.date is not None) != (self.unit is DueUnit.DATE):
            raise fields.refuse(self, "date", "a date for the unit date, and only there", self.date)

    def on(self, *, start: datetime.date, holidays: Collection[datetime.date]) -> datetime.date | None:
        """Compute the day on which it is due.

        The day after the start is the first day that counts. Months end on the day with the
        start's number, or on the last day of a shorter month.

        Args:
            start: The day that the rule counts from, such as the day on which the letter arrived.
            holidays: The days that are no working days besides Saturdays and Sundays. There is no
                default: England's bank holidays are not this library's to know.

        Returns:
            The day, or ``None`` for the next inspection, which has no date yet.

        Raises:
            OverflowError: If the day lies after the year 9999.
        """
        if self.unit is DueUnit.WORKING_DAYS:
            return _working_day(start, self.count or 1, frozenset(holidays))
        if self.unit is DueUnit.DATE:
            return self.date
        if self.unit is DueUnit.NEXT_INSPECTION:
            return None
        from dateutil.relativedelta import relativedelta  # where used: the package stays light

        name = self.unit.value
        shift = relativedelta(**{name: self.count})  # type: ignore[arg-type]  # days, weeks, months
        try:
            return start + shift
        except (OverflowError, ValueError) as error:  # days and months fail in different ways
            raise OverflowError(f"{self.count} {name} after {start} is beyond the calendar") from error


def _names(units: frozenset[DueUnit]) -> str:
    return ", ".join(sorted(unit.value for unit in units))


def _working_day(start: datetime.date, count: int, holidays: frozenset[datetime.date]) -> datetime.date:
    """Give the count-th working day after the start."""
    from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule  # where used

    try:
        first = start + datetime.timedelta(days=1)
    except OverflowError as error:
        raise OverflowError(f"{count} working days after {start} is beyond the calendar") from error
    for moment in rrule(DAILY, dtstart=first, byweekday=(MO, TU, WE, TH, FR)):
        day = moment.date()
        if day not in holidays:
            count -= 1
            if count == 0:
                return day
    raise OverflowError(f"{count} more working days after {start} are beyond the calendar")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Obligation:
    """Something that has to follow from the findings of a category.

    Attributes:
        text: The letter's words.
        category: The category whose findings bring it.
        to: Whom it binds, as the framework says: the authority, or the inspectorate.
        due: When, as a rule; ``None`` where the letter sets no time.
    """

    text: str = attrs.field(validator=fields.text)
    category: Category | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Category))
    )
    to: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    due: Due | None = attrs.field(default=None, validator=fields.optional(fields.instance(Due)))

    def due_date(self, *, start: datetime.date, holidays: Collection[datetime.date]) -> datetime.date | None:
        """Compute the day on which it is due; see `Due.on()`. ``None`` without a rule."""
        return self.due.on(start=start, holidays=holidays) if self.due else None
