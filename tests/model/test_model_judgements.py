"""Judgements, partnerships and previous inspections: what is allowed in them, and what is not."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from inspection_model import (
    Inspection,
    Judgement,
    Obligation,
    Partnership,
    Period,
    PreviousInspection,
    PreviousState,
    Publication,
    PublicationForm,
)
from inspection_model.errors import InvalidTypeError, InvalidValueError


def period(first: int, last: int) -> Period:
    return Period(start=datetime.date(2019, 3, first), end=datetime.date(2019, 3, last))


@pytest.mark.parametrize(
    "fields", [{"grade": "good"}, {"grade_as_printed": "Good"}, {"grade": "good", "grade_as_printed": "Fine"}]
)
def test_a_judgement_needs_a_grade_or_its_printed_form(fields: dict[str, Any]) -> None:
    assert Judgement(**fields).area is None
    with pytest.raises(InvalidValueError, match=r"Judgement.grade: expected a grade, or its words"):
        Judgement(area="front-door", rank=1)


@pytest.mark.parametrize("rank", [0, -1, 100])
def test_a_rank_is_a_whole_number_from_1(rank: int) -> None:
    assert Judgement(grade="good", rank=1).rank == 1
    assert Judgement(grade="good", rank=99).rank == 99
    with pytest.raises(InvalidValueError, match=r"Judgement.rank: expected a whole number from 1 to 99"):
        Judgement(grade="good", rank=rank)


def test_an_area_is_not_a_part_of_itself() -> None:
    assert Judgement(grade="good", part_of="care").part_of == "care"
    assert Judgement(grade="good", area="leaving-care", part_of="care").part_of == "care"
    with pytest.raises(InvalidValueError, match=r"Judgement.part_of: expected the id of another area"):
        Judgement(grade="good", area="care", part_of="care")


def test_a_partnership_may_have_no_body_but_has_a_name() -> None:
    assert Partnership(name="Tarn Valley Partnership").bodies == ()
    with pytest.raises(InvalidValueError):
        Partnership(name="")


@pytest.mark.parametrize(
    "fields",
    [
        {"as_printed": "Not inspected before"},
        {"periods": [period(4, 8)]},
        {"state": PreviousState.NOT_INSPECTED},
        {"as_printed": "Not inspected before", "state": PreviousState.NOT_INSPECTED},
    ],
)
def test_a_previous_inspection_says_something(fields: dict[str, Any]) -> None:
    assert PreviousInspection(**fields) == PreviousInspection(**fields)
    expected = "PreviousInspection.periods: expected a period, a state, or the words as printed"
    with pytest.raises(InvalidValueError, match=expected):
        PreviousInspection()


def test_a_previous_inspection_that_did_not_take_place_has_no_days() -> None:
    with pytest.raises(InvalidValueError, match="expected no period with the state not-inspected"):
        PreviousInspection(periods=[period(4, 8)], state=PreviousState.NOT_INSPECTED)


def test_the_periods_of_a_previous_inspection_are_in_order() -> None:
    previous = PreviousInspection(periods=[period(4, 8), period(11, 15)])
    assert previous.first_day == datetime.date(2019, 3, 4)
    assert previous.last_day == datetime.date(2019, 3, 15)
    with pytest.raises(InvalidValueError, match=r"PreviousInspection.periods: expected periods in chrono"):
        PreviousInspection(periods=[period(11, 15), period(4, 8)])


def test_the_days_of_a_previous_inspection_may_be_unknown() -> None:
    previous = PreviousInspection(as_printed="In the spring")
    assert (previous.first_day, previous.last_day) == (None, None)


def test_a_publication_is_a_letter_unless_it_says_otherwise() -> None:
    assert Publication().form is PublicationForm.LETTER
    assert Publication(form=PublicationForm.REPORT) != Publication()
    with pytest.raises(InvalidTypeError, match=r"use PublicationForm.REPORT"):
        Publication(form="report")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_an_obligation_may_bind_on_the_whole_document() -> None:
    (obligation,) = Inspection(obligations=[Obligation(text="A statement is due.")]).obligations
    assert obligation.category is None
