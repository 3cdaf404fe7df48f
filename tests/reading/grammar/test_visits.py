"""Visits: several parts are one visit, and a visit that is not understood completely has no days."""

from __future__ import annotations

import pytest
from reading_samples import focused_letter, reading_of

from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.visits import visit_at
from inspection_model.vocabulary import RemarkCode


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("5 and 6 May 2020", ["5", "6"]),
        ("5 May (remotely) and 7 May 2020", ["5", "7"]),
        ("5 and 6 May 2020 (remotely), and on site on 12 May 2020", ["5", "6", "12"]),
        ("5 May 2020 and, on 6 June 2020", ["5"]),
        ("5 May 2020 and remotely by telephone on 6 May 2020", ["5"]),
        ("5 May 2020 (online) and 12 workers", ["5"]),
        (" and on ".join(f"{day} May 2020" for day in range(1, 9)), ["1", "2", "3", "4", "5", "6"]),
    ],
)
def test_the_parts_of_a_visit_are_one_visit(printed: str, days: list[str]) -> None:
    visit = visit_at(fold_words(f"on {printed}"), 3)
    assert visit is not None
    assert visit.start == 3
    assert [str(period.start.day) for period in visit.phrase.periods] == days


def test_the_words_of_a_visit_include_all_its_parts() -> None:
    printed = "5 May (remotely) and on site on 6 May 2020"
    reading = reading_of(focused_letter(opening=f"on {printed}."))
    assert reading.inspection.visit is not None
    assert reading.inspection.visit.as_printed == printed
    assert reading.quote("/visit/as_printed") == printed
    assert [day.day for day in reading.inspection.visit.days] == [5, 6]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("5 an 6 May 2020", "5 an 6 May 2020"),
        ("5 6 May 2020", "5 6 May 2020"),
        ("5th 6 May 2020", "5th 6 May 2020"),
        ("5 & 6th an 7 May 2020", "6th an 7 May 2020"),
    ],
)
def test_a_visit_with_a_loose_number_before_it_has_its_words_and_no_days(printed: str, words: str) -> None:
    reading = reading_of(focused_letter(opening=f"which was {printed}."))
    visit = reading.inspection.visit
    assert visit is not None
    assert visit.as_printed == words
    assert visit.periods == ()
    assert RemarkCode.DATE_IMPOSSIBLE in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize("before", ["", "in 2019 and ", "at gate 12: ", "of 123 and "])
def test_other_numbers_before_a_visit_do_not_belong_to_it(before: str) -> None:
    folded = f"{before}5 may 2020"
    visit = visit_at(folded, len(before))
    assert visit is not None
    assert visit.start == len(before)
    assert visit.phrase.single is not None


def test_where_no_date_starts_there_is_no_visit() -> None:
    assert visit_at("on a day in may", 3) is None
