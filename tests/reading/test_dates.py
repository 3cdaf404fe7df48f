"""Dates: the grammar, one table of phrases, and back again."""

from __future__ import annotations

import datetime

import pytest
from inspection_model.reading.dates import date_end, nearly_date, parse_date_phrase

from inspection_model.frameworks.phrase import fold_words

_PHRASES = [
    ("6 October 2009", "2009-10-06"),
    ("06 Oct 2009", "2009-10-06"),
    ("6th October 2009", "2009-10-06"),
    ("the 6th of October 2009", "2009-10-06"),
    ("6 of October 2009", "2009-10-06"),
    ("6 Oct., 2009", "2009-10-06"),
    ("6 October, 2009", "2009-10-06"),
    ("6 Sept 2009", "2009-09-06"),
    ("6 May 2009", "2009-05-06"),
    ("Tuesday 6 October 2009", "2009-10-06"),
    ("Tue, 6 October 2009", "2009-10-06"),
    ("6/10/2009", "2009-10-06"),
    ("06.10.2009", "2009-10-06"),
    ("29 February 2020", "2020-02-29"),
    ("1 January 0001", "0001-01-01"),
    ("31 December 9999", "9999-12-31"),
    # Spaces that are missing, or too many.
    ("6October2009", "2009-10-06"),
    ("6 th October 2009", "2009-10-06"),
    ("6 and7 October 2009", "2009-10-06 2009-10-07"),
    ("6-10-2009", "2009-10-06"),
    # Two days, and more.
    ("6/7 October 2009", "2009-10-06 2009-10-07"),
    ("6 and 7 October 2009", "2009-10-06 2009-10-07"),
    ("6 & 7 October 2009", "2009-10-06 2009-10-07"),
    ("6, 7 and 8 October 2009", "2009-10-06 2009-10-07 2009-10-08"),
    ("6, 7, and 8 October 2009", "2009-10-06 2009-10-07 2009-10-08"),
    ("31 January and 1 February 2019", "2019-01-31 2019-02-01"),
    ("31 December 2019 and 1 January 2020", "2019-12-31 2020-01-01"),
    ("Tuesday 6 and Wednesday 7 October 2009", "2009-10-06 2009-10-07"),
    ("6/10/2009 and 7/10/2009", "2009-10-06 2009-10-07"),
    # Periods.
    ("12 to 23 March 2018", "2018-03-12..2018-03-23"),
    ("12\u201323 March 2018", "2018-03-12..2018-03-23"),
    ("12 \u2014 23 March 2018", "2018-03-12..2018-03-23"),
    ("12- 23 March 2018", "2018-03-12..2018-03-23"),
    ("12 until 23 March 2018", "2018-03-12..2018-03-23"),
    ("12 through 23 March 2018", "2018-03-12..2018-03-23"),
    ("from 12 to 23 March 2018", "2018-03-12..2018-03-23"),
    ("between 12 and 23 March 2018", "2018-03-12..2018-03-23"),
    ("between 12 March and 3 April 2018", "2018-03-12..2018-04-03"),
    ("30 November to 3 December 2009", "2009-11-30..2009-12-03"),
    ("30 December 2009 to 3 January 2010", "2009-12-30..2010-01-03"),
    ("6/10/2009 - 8/10/2009", "2009-10-06..2009-10-08"),
    ("12 to 14 and 20 to 21 March 2018", "2018-03-12..2018-03-14 2018-03-20..2018-03-21"),
    ("between 12 and 14 and 20 March 2018", "2018-03-12..2018-03-14 2018-03-20"),
    ("12 March and 20 to 21 March 2018", "2018-03-12 2018-03-20..2018-03-21"),
]


def _spelt(folded: str) -> str | None:
    phrase = parse_date_phrase(folded)
    if phrase is None:
        return None
    return " ".join(
        f"{period.start}" if period.start == period.end else f"{period.start}..{period.end}"
        for period in phrase.periods
    )


@pytest.mark.parametrize(("printed", "meaning"), _PHRASES)
def test_a_phrase_means_its_days(printed: str, meaning: str | None) -> None:
    folded = fold_words(printed)
    assert _spelt(folded) == meaning
    assert date_end(folded, 0) == (len(folded) if meaning else -1)


@pytest.mark.parametrize("meaning", [meaning for _, meaning in _PHRASES if meaning])
def test_the_days_written_plainly_mean_the_same(meaning: str) -> None:
    months = [datetime.date(2000, month, 1).strftime("%B") for month in range(1, 13)]

    def written(day: str) -> str:
        date = datetime.date.fromisoformat(day)
        return f"{date.day} {months[date.month - 1]} {date.year:04}"

    phrase = " and ".join(" to ".join(map(written, period.split(".."))) for period in meaning.split())
    assert _spelt(fold_words(phrase)) == meaning


@pytest.mark.parametrize(
    ("printed", "impossible", "reason"),
    [
        ("31 June 2018", True, "there is no day 31/6/2018"),
        ("29 February 2019", True, "there is no day 29/2/2019"),
        ("0 May 2019", True, "there is no day 0/5/2019"),
        ("5 May 0000", True, "there is no day 5/5/0"),
        ("5/13/2019", True, "there is no day 5/13/2019"),
        ("5 and 4 June 2018", True, "2018-06-04 does not come after 2018-06-05"),
        ("5 and 5 June 2018", True, "2018-06-05 does not come after 2018-06-05"),
        ("5 to 4 June 2018", True, "the period ends on 2018-06-04 before it starts on 2018-06-05"),
        ("5 to 8 and 7 June 2018", True, "2018-06-07 does not come after 2018-06-08"),
        ("5 Junne 2018", True, "its month is none"),
        ("5 and 6 Octobre 2018", True, "its month is none"),
        ("5 June 20188", True, "there is no day 5/6/20188"),
        ("5 and 6 June", False, "the year is not printed"),
        ("5 June", False, "the year is not printed"),
    ],
)
def test_an_impossible_or_incomplete_phrase_gives_the_reason_and_no_day(
    printed: str, impossible: bool, reason: str
) -> None:
    phrase = parse_date_phrase(fold_words(printed))
    assert phrase is not None
    assert phrase.periods == ()
    assert phrase.single is None
    assert phrase.problem is not None
    assert (phrase.problem.impossible, phrase.problem.reason) == (impossible, reason)
    assert phrase.end == len(printed)


@pytest.mark.parametrize(
    "text",
    ["", "6", "6 and 7", "october 2009", "6 octobers", "6 marked", "12 thousand 2009",
     "123 may 2009", "6th7 may 2009", "\u0666 may 2009", "1/2/20190", "between ", "from may 2009",
     "6x may 2009", "tuesday"],
)  # fmt: skip
def test_what_only_nearly_is_a_date_is_none(text: str) -> None:
    assert parse_date_phrase(text) is None
    assert date_end(text, 0) == -1


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("6 october 2009 and 12 workers", "6 october 2009"),
        ("6 october 2009, 12", "6 october 2009"),
        ("6 october 2009 to", "6 october 2009"),
        ("6 october 200911", "6 october"),
        ("6 octobers 20091", None),
        ("6 thousand", None),
        ("6 october 2009.", "6 october 2009"),
        ("6 mayor", None),
        (", ".join(["1 may 2009"] * 60), ", ".join(["1 may 2009"] * 40)),
    ],
)
def test_a_phrase_ends_where_its_last_whole_date_ends(text: str, taken: str | None) -> None:
    assert date_end(text, 0) == (len(taken) if taken else -1)


def test_a_phrase_of_one_day_is_that_day_and_a_period_is_none() -> None:
    one, two = parse_date_phrase("6 may 2009"), parse_date_phrase("6 to 7 may 2009")
    assert one is not None
    assert two is not None
    assert one.single == datetime.date(2009, 5, 6)
    assert two.single is None


def test_a_phrase_is_tried_where_it_is_asked_for() -> None:
    assert date_end("on 6 may 2009", 3) == 13
    assert date_end("on 6 may 2009", 0) == -1
    assert date_end("on between 6 and 7 may 2009", 3) == 27


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("may 2018", "the day is not printed"),
        ("sept. 2018", "the day is not printed"),
        ("5/5/18", "the year has two digits"),
        ("05-05-18", "the year has two digits"),
    ],
)
def test_a_text_that_lacks_a_part_of_a_date_gives_the_reason(text: str, reason: str) -> None:
    phrase = nearly_date(text)
    assert phrase is not None
    assert (phrase.end, phrase.periods) == (len(text), ())
    assert phrase.problem == (False, reason)


@pytest.mark.parametrize(
    "text", ["may", "mayor 2018", "in may 2018", "may 2018 again", "5/5-18", "5/5/2018", "18", ""]
)
def test_other_texts_lack_more(text: str) -> None:
    assert nearly_date(text) is None
