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
        ("5 May 2020 and remotely by telephone on 6 May 2020", ["5", "6"]),
        ("5 May 2020 and published on 6 June 2020", ["5"]),
        ("5 May 2020 (see page 12)", ["5"]),
        ("5 May 2020 (2 days in all)", ["5"]),
        ("5 May 2020 (online) and 12 workers", ["5"]),
        ("5 May 2020 (and online on 7 May 2020)", ["5", "7"]),
        ("5 May (on site) and 7 May 2020 (online)", ["5", "7"]),
        ("5 and 6 May 2020, and again on 12 May 2020", ["5", "6", "12"]),
        ("5 and 6 May and, remotely, on 12 May 2020", ["5", "6", "12"]),
        ("5 May 2020; 7 May 2020", ["5", "7"]),
        ("5 May 2020 plus Fri 8 May 2020", ["5", "8"]),
        ("5 May 2020, online on 7 May 2020", ["5", "7"]),
        (" and on ".join(f"{day} May 2020" for day in range(1, 7)), ["1", "2", "3", "4", "5", "6"]),
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
        ("5 or 6 May 2020", "5 or 6 May 2020"),
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


@pytest.mark.parametrize(
    ("printed", "words", "code"),
    [
        ("5 and 6 May 2020 (and 8)", "5 and 6 May 2020 (and 8)", RemarkCode.DATE_IMPOSSIBLE),
        ("5 and 6 May 2020 (and Fridy 8)", "5 and 6 May 2020 (and Fridy 8)", RemarkCode.DATE_IMPOSSIBLE),
        ("5 May 2020 and on Friday 8", "5 May 2020 and on Friday 8", RemarkCode.DATE_IMPOSSIBLE),
        ("5 and 6 May 2020 (and 8/5)", "5 and 6 May 2020 (and 8/5)", RemarkCode.DATE_IMPOSSIBLE),
        ("5 May 2020 to 8", "5 May 2020 to 8", RemarkCode.DATE_IMPOSSIBLE),
        (
            "5 May 2020 and, in small part, 8 May 2020",
            "5 May 2020 and, in small part, 8 May 2020",
            RemarkCode.DATE_IMPOSSIBLE,
        ),
        (
            "5 May 2020 (with one more day at the harbour on 8 May 2020)",
            "5 May 2020 (with one more day at the harbour on 8 May 2020",
            RemarkCode.DATE_IMPOSSIBLE,
        ),
        ("5 and 6 May 2020 (and 8 May)", "5 and 6 May 2020 (and 8 May)", RemarkCode.DATE_INCOMPLETE),
        (
            "5 May 2020 and the evening of 8 May 2020",
            "5 May 2020 and the evening of 8 May 2020",
            RemarkCode.DATE_IMPOSSIBLE,
        ),
        ("Tuseday 5 and Wendesday 6 May 2020", "5 and Wendesday 6 May 2020", RemarkCode.DATE_IMPOSSIBLE),
        ("in the week beginning 4 May 2020", "in the week beginning 4 May 2020", RemarkCode.DATE_INCOMPLETE),
        ("over two days from 4 May 2020", "from 4 May 2020", RemarkCode.DATE_INCOMPLETE),
        (
            "starting on 4 May 2020",
            "starting on 4 May 2020",
            RemarkCode.DATE_INCOMPLETE,
        ),
        (
            " and on ".join(f"{day} May 2020" for day in range(1, 9)),
            " and on ".join(f"{day} May 2020" for day in range(1, 8)),
            RemarkCode.DATE_IMPOSSIBLE,
        ),
    ],
)
def test_a_visit_of_which_a_part_is_not_understood_has_its_words_and_no_days(
    printed: str, words: str, code: RemarkCode
) -> None:
    reading = reading_of(focused_letter(opening=f"on {printed}."))
    visit = reading.inspection.visit
    assert visit is not None
    assert (visit.as_printed, visit.periods) == (words, ())
    assert reading.quote("/visit/as_printed") == words
    (remark,) = [remark for remark in reading.remarks if remark.code is code]
    assert remark.pointer == "/visit/as_printed"


def test_the_words_of_a_framework_may_open_a_period() -> None:
    visit = visit_at("the survey took place between 5 and 8 may 2020", len("the survey took place between "))
    assert visit is not None
    assert visit.start == len("the survey took place ")
    ((start, end),) = [(period.start.day, period.end.day) for period in visit.phrase.periods]
    assert (start, end) == (5, 8)


@pytest.mark.parametrize("before", ["", "in 2019 and ", "at gate 12: ", "of 123 and ", "of 1 and 2 on "])
def test_other_numbers_before_a_visit_do_not_belong_to_it(before: str) -> None:
    folded = f"{before}5 may 2020"
    visit = visit_at(folded, len(before))
    assert visit is not None
    assert visit.start == len(before)
    assert visit.phrase.single is not None


def test_where_no_date_starts_there_is_no_visit() -> None:
    assert visit_at("on a day in may", 3) is None


@pytest.mark.parametrize(
    "more", [" and the following day", ", and on two later days", " plus 3 further days"]
)
def test_days_without_a_date_after_a_visit_leave_it_without_days(more: str) -> None:
    visit = visit_at(fold_words(f"5 May 2020{more}"), 0)
    assert visit is not None
    assert visit.end == len("5 May 2020") + len(more)
    assert visit.phrase.periods == ()


@pytest.mark.parametrize(
    "more", [" and reported the next day", " and the day was wet today", " and holidays"]
)
def test_other_words_with_days_are_not_part_of_a_visit(more: str) -> None:
    visit = visit_at(fold_words(f"5 May 2020{more}"), 0)
    assert visit is not None
    assert len(visit.phrase.periods) == 1
