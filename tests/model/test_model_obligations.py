"""Due dates are computed only from a rule, a start and the caller's holidays."""

from __future__ import annotations

import datetime
from collections.abc import Collection

import pytest

from inspection_model import Due, DueUnit, Obligation
from inspection_model.errors import InvalidTypeError, InvalidValueError

NONE: frozenset[datetime.date] = frozenset()
_NOT_COUNTED = {DueUnit.DATE, DueUnit.NEXT_INSPECTION}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def due(unit: DueUnit, count: int, start: str, holidays: Collection[datetime.date] = NONE) -> str:
    return str(Due(unit=unit, count=count).on(start=day(start), holidays=holidays))


@pytest.mark.parametrize("unit", [unit for unit in DueUnit if unit not in _NOT_COUNTED])
def test_a_unit_that_is_counted_needs_a_count_and_no_date(unit: DueUnit) -> None:
    units = "days, months, weeks, working-days, years"
    expected = f"Due.count: expected a count if and only if the unit is one of {units}, found "
    with pytest.raises(InvalidValueError, match=expected):
        Due(unit=unit)
    with pytest.raises(
        InvalidValueError, match=r"Due.date: expected a date if and only if the unit is date, found "
    ):
        Due(unit=unit, count=1, date=day("2009-10-06"))


@pytest.mark.parametrize("unit", [DueUnit.DATE, DueUnit.NEXT_INSPECTION])
def test_the_other_units_have_no_count(unit: DueUnit) -> None:
    with pytest.raises(InvalidValueError, match=r"Due.count: .*, found 1$"):
        Due(unit=unit, count=1, date=day("2009-10-06") if unit is DueUnit.DATE else None)


def test_the_unit_date_needs_a_date_and_the_next_inspection_has_none() -> None:
    with pytest.raises(InvalidValueError, match=r"Due.date: "):
        Due(unit=DueUnit.DATE)
    with pytest.raises(InvalidValueError, match=r"Due.date: .*, found datetime.date\(2009, 10, 6\)$"):
        Due(unit=DueUnit.NEXT_INSPECTION, date=day("2009-10-06"))


def test_a_printed_date_is_a_day_and_no_moment() -> None:
    with pytest.raises(
        InvalidTypeError, match=r"Due.date: expected a date, found datetime .*; use its date\(\)"
    ):
        Due(unit=DueUnit.DATE, date=datetime.datetime(2009, 10, 6, 12, 0))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2009-10-05", 1, "2009-10-06"),  # Monday
        ("2009-10-09", 1, "2009-10-12"),  # Friday: includes a weekend
        ("2009-10-10", 1, "2009-10-12"),  # Saturday
        ("2009-10-11", 1, "2009-10-12"),  # Sunday
        ("2009-10-05", 5, "2009-10-12"),
        ("2009-10-05", 20, "2009-11-02"),
        ("2009-10-05", 70, "2010-01-11"),
    ],
)
def test_working_days_leave_out_weekends(start: str, count: int, expected: str) -> None:
    assert due(DueUnit.WORKING_DAYS, count, start) == expected


def test_working_days_leave_out_the_holidays_of_the_caller() -> None:
    holidays = [day("2009-12-25"), day("2009-12-28"), day("2010-01-01")]
    assert due(DueUnit.WORKING_DAYS, 1, "2009-12-24", holidays) == "2009-12-29"
    assert due(DueUnit.WORKING_DAYS, 4, "2009-12-24", holidays) == "2010-01-04"
    assert due(DueUnit.WORKING_DAYS, 70, "2009-10-05", holidays) == "2010-01-14"


def test_a_holiday_on_a_weekend_is_counted_once() -> None:
    saturday = {day("2009-12-26")}
    assert due(DueUnit.WORKING_DAYS, 2, "2009-12-24", saturday) == "2009-12-28"


@pytest.mark.parametrize(
    ("unit", "count", "start", "expected"),
    [
        (DueUnit.DAYS, 1, "2009-12-31", "2010-01-01"),
        (DueUnit.DAYS, 30, "2009-10-10", "2009-11-09"),
        (DueUnit.WEEKS, 6, "2009-10-28", "2009-12-09"),
        (DueUnit.MONTHS, 3, "2009-10-28", "2010-01-28"),
        (DueUnit.MONTHS, 1, "2010-01-31", "2010-02-28"),
        (DueUnit.MONTHS, 1, "2012-01-31", "2012-02-29"),
        (DueUnit.MONTHS, 12, "2012-02-29", "2013-02-28"),
        (DueUnit.MONTHS, 6, "2009-08-31", "2010-02-28"),
        (DueUnit.MONTHS, 1, "2010-02-28", "2010-03-28"),
        (DueUnit.YEARS, 3, "2009-10-28", "2012-10-28"),
        (DueUnit.YEARS, 1, "2012-02-29", "2013-02-28"),
    ],
)
def test_calendar_units_end_on_the_day_or_at_the_end_of_a_shorter_month(
    unit: DueUnit, count: int, start: str, expected: str
) -> None:
    every_day_off = {day(expected)}
    assert due(unit, count, start, every_day_off) == expected


def test_a_printed_date_is_due_on_that_date_and_the_next_inspection_on_none() -> None:
    printed = Due(unit=DueUnit.DATE, date=day("2010-03-31"))
    assert printed.on(start=day("2009-10-28"), holidays=NONE) == day("2010-03-31")
    assert Due(unit=DueUnit.NEXT_INSPECTION).on(start=day("2009-10-28"), holidays=NONE) is None


@pytest.mark.parametrize("unit", [DueUnit.WORKING_DAYS, DueUnit.DAYS, DueUnit.WEEKS, DueUnit.MONTHS])
@pytest.mark.parametrize("start", ["9999-12-31", "9999-12-01"])
def test_a_day_beyond_the_calendar_is_an_overflow_and_says_so(unit: DueUnit, start: str) -> None:
    counted = unit.value.replace("-", " ")
    message = rf"\A40 {counted} after {start} is after the year 9999\Z"
    with pytest.raises(OverflowError, match=message):
        due(unit, 40, start)


def test_the_last_day_of_the_calendar_can_be_due() -> None:
    assert due(DueUnit.DAYS, 1, "9999-12-30") == "9999-12-31"
    assert due(DueUnit.WORKING_DAYS, 1, "9999-12-30") == "9999-12-31"  # a Friday


def test_an_obligation_asks_its_rule_and_has_no_day_without_one() -> None:
    rule = Due(unit=DueUnit.WORKING_DAYS, count=2)
    start = day("2009-10-09")
    assert Obligation(text="A plan is due.", due=rule).due_date(start=start, holidays=NONE) == day(
        "2009-10-13"
    )
    assert Obligation(text="A plan is due.").due_date(start=start, holidays=NONE) is None
