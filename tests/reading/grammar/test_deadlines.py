"""Deadlines in a sentence."""

from __future__ import annotations

import datetime

import pytest

from inspection_model.model.obligation import Due
from inspection_model.reading.grammar.deadlines import deadline_parts, deadlines, unread_deadline
from inspection_model.vocabulary import DueUnit


def _days(count: int) -> Due:
    return Due(unit=DueUnit.WORKING_DAYS, count=count)


_MAY = Due(unit=DueUnit.DATE, date=datetime.date(2021, 5, 3))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("reply within 30 working days of today", _days(30)),
        ("reply no later than 30 (thirty) working days from today", _days(30)),
        ("reply in one working day", _days(1)),
        ("reply within six weeks", Due(unit=DueUnit.WEEKS, count=6)),
        ("reply within 14 calendar days", Due(unit=DueUnit.DAYS, count=14)),
        ("reply within three months", Due(unit=DueUnit.MONTHS, count=3)),
        ("reply within five years", Due(unit=DueUnit.YEARS, count=5)),
        ("reply by 3 may 2021", _MAY),
        ("reply no later than 3 may 2021", _MAY),
        ("reply before 3 may 2021", _MAY),
        ("reply by noon on monday 3 may 2021", _MAY),
        ("reply by no later than the end of 3 may 2021", _MAY),
        ("reply by 3 may", None),
        ("reply by 3 to 5 may 2021", None),
        ("reply by 3 may 2021 until 5 may 2021", None),
        ("reply within 0 days", None),
    ],
)
def test_a_deadline_is_a_number_of_days_or_a_date(words: str, due: Due | None) -> None:
    (deadline,) = deadlines(words)
    assert deadline.due == due
    assert words[: deadline.start] == "reply "


@pytest.mark.parametrize(
    "words", ["", "reply soon", "reply by us", "in 5 rooms", "within ten", "reply thereby 3 may 2021"]
)
def test_a_limit_without_a_time_is_no_deadline(words: str) -> None:
    assert deadlines(words) == []


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("reply soon", ["reply soon"]),
        ("reply within 5 days", ["reply within 5 days"]),
        ("reply within 5 days and call by 3 may 2021", ["reply within 5 days", "call by 3 may 2021"]),
        (
            "write and reply within 5 days, and also call and visit within 2 weeks; stop by 3 may 2021",
            ["write and reply within 5 days, and also call", "visit within 2 weeks", "stop by 3 may 2021"],
        ),
        ("reply within 5 days or by 3 may 2021", ["reply within 5 days or by 3 may 2021"]),
    ],
)
def test_a_sentence_is_split_between_two_deadlines(words: str, parts: list[str]) -> None:
    assert [words[start:end] for start, end in deadline_parts(words)] == parts


@pytest.mark.parametrize(
    ("words", "due", "reason"),
    [
        ("reply within 5 working days", _days(5), None),
        ("reply soon", None, None),
        ("you may reply", None, None),
        ("reply at the next inspection", Due(unit=DueUnit.NEXT_INSPECTION), None),
        ("reply within 5 working days or by 3 may 2021", _days(5), "a second deadline is printed"),
        ("reply within a hundred and ten days", None, "the deadline is not understood"),
        ("reply by the end of may", None, "the deadline is not understood"),
        ("reply by late june", None, "the deadline is not understood"),
        ("reply before friday", None, "the deadline is not understood"),
        ("reply by easter", None, "the deadline is not understood"),
        ("reply by 3 may", None, "the deadline is not understood"),
        ("reply by 3/5/21", None, "the deadline is not understood"),
        ("reply by next friday", None, "the deadline is not understood"),
        ("reply in due course", None, "the deadline is not understood"),
    ],
)
def test_a_deadline_that_is_not_understood_gives_the_reason(
    words: str, due: Due | None, reason: str | None
) -> None:
    assert unread_deadline(words, due) == reason
