"""Dates: the grammar, one table of phrases, and the phrases written again from their meaning."""

from __future__ import annotations

import ast
import datetime
import locale
import subprocess
import sys
from pathlib import Path

import pytest

import inspection_model
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.dates import date_end, line_date, opening_start, parse_date_phrase
from inspection_model.vocabulary import MONTHS

_PHRASES = [
    ("6 October 2009", "2009-10-06"),
    ("06 Oct 2009", "2009-10-06"),
    ("6th October 2009", "2009-10-06"),
    ("1st October 2009", "2009-10-01"),
    ("2nd October 2009", "2009-10-02"),
    ("3rd October 2009", "2009-10-03"),
    ("Tue. 6 October 2009", "2009-10-06"),
    ("the Tuesday 6 October 2009", "2009-10-06"),
    *((f"{day} 6 October 2009", "2009-10-06") for day in ("Mon", "Wed", "Thu", "Fri", "Sat", "Sunday")),
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
    *((f"{day} 6 October 2009", "2009-10-06") for day in ("Tues", "Weds", "Wednes.", "Thur", "Thurs.")),
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
    ("Tues 6 and Weds 7 October 2009", "2009-10-06 2009-10-07"),
    (
        ", ".join(map(str, range(1, 14))) + " and 14 May 2009",
        " ".join(f"2009-05-{d:02}" for d in range(1, 15)),
    ),
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
def test_a_phrase_means_its_days(printed: str, meaning: str) -> None:
    folded = fold_words(printed)
    assert _spelt(folded) == meaning
    assert date_end(folded, 0) == len(folded)


@pytest.mark.parametrize("meaning", [meaning for _, meaning in _PHRASES])
def test_the_days_written_plainly_mean_the_same(meaning: str) -> None:
    def written(day: str) -> str:
        date = datetime.date.fromisoformat(day)
        return f"{date.day} {MONTHS[date.month - 1]} {date.year:04}"

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
        ("5 Junne 2018", True, "the month name is not recognised"),
        ("5 Junne, 2018", True, "the month name is not recognised"),
        ("5 Septemberre 2018", True, "the month name is not recognised"),
        ("5 Junne2018", True, "the month name is not recognised"),
        ("5 and 6 Octobre 2018", True, "the month name is not recognised"),
        ("5 June 20188", True, "there is no day 5/6/20188"),
        ("5 and 6 June", False, "the year is not printed"),
        ("5 June", False, "the year is not printed"),
        ("from 5 June 2018", False, "the end of the period is not printed"),
        ("between 5 June 2018", False, "the end of the period is not printed"),
        ("week beginning 4 June 2018", False, '"week beginning" does not give the days'),
        ("in the week of Monday 4 June 2018", False, '"week of" does not give the days'),
        ("w/c 4 June 2018", False, '"w/c" does not give the days'),
        ("starting on 4 and 5 June 2018", False, '"starting" does not give the days'),
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
     "6x may 2009", "tuesday", "6/10-2009", "6, 7 and 8", "week beginning", "week beginning may",
     ", ".join(map(str, range(1, 16))) + " may 2009"],
)  # fmt: skip
def test_a_text_that_nearly_is_a_date_is_not_one(text: str) -> None:
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


def test_a_phrase_of_one_day_has_a_single_day_and_a_period_does_not() -> None:
    one, two = parse_date_phrase("6 may 2009"), parse_date_phrase("6 to 7 may 2009")
    assert one is not None
    assert two is not None
    assert one.single == datetime.date(2009, 5, 6)
    assert two.single is None


def test_a_phrase_is_matched_at_the_offset_only() -> None:
    assert date_end("on 6 may 2009", 3) == 13
    assert date_end("on 6 may 2009", 0) == -1
    assert date_end("on between 6 and 7 may 2009", 3) == 27


@pytest.mark.parametrize(
    ("before", "opening"),
    [
        ("the days: between ", "between "),
        ("from ", "from "),
        ("in the week beginning ", "in the week beginning "),
        ("we came on week commencing on ", "week commencing on "),
        ("in between\u00a0", ""),
        ("goers/between ", "between "),
        ("xbetween ", ""),
        ("", ""),
    ],
)
def test_the_words_that_open_a_phrase_may_precede_it(before: str, opening: str) -> None:
    assert opening_start(before + "6 may 2009", len(before)) == len(before) - len(opening)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("6 may 2009", "2009-05-06"),
        ("6 may 2009.", "2009-05-06"),
        ("6 may 2009 (amended 7 may)", "2009-05-06"),
        ("6 may 2009(amended)", "2009-05-06"),
        ("6 may 2009 (first) .", None),
        ("6 may 2009 (first) and more", None),
        (f"6 may 2009 ({'x' * 41})", None),
        ("date: 6 may 2009", "2009-05-06"),
        ("date 6/5/2009", "2009-05-06"),
        ("date:6 may 2009", "2009-05-06"),
        ("date:  : 6 may 2009", "2009-05-06"),
        (": 6 may 2009", "2009-05-06"),
        ("dated 6 may 2009", None),
        ("on 6 may 2009", None),
        ("6 may 2009 at noon", None),
    ],
)
def test_a_line_is_a_date_after_a_label_and_before_a_note(line: str, day: str | None) -> None:
    phrase = line_date(line)
    assert (phrase is not None) == (day is not None)
    if phrase is not None:
        assert phrase.single == datetime.date.fromisoformat(str(day))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("may 2018", "the day is not printed"),
        ("date: may 2018", "the day is not printed"),
        ("sept. 2018", "the day is not printed"),
        ("may2018", "the day is not printed"),
        ("5.5.18", "the year has two digits"),
        ("5/5/18", "the year has two digits"),
        ("05-05-18", "the year has two digits"),
        ("5 may", "the year is not printed"),
    ],
)
def test_a_line_that_lacks_a_part_of_a_date_gives_the_reason(text: str, reason: str) -> None:
    phrase = line_date(text)
    assert phrase is not None
    assert (phrase.end, phrase.periods) == (len(text), ())
    assert phrase.problem == (False, reason)


@pytest.mark.parametrize(
    "text", ["may", "mayor 2018", "in may 2018", "may 2018 again", "5/5-18", "18", "", "date", "date:"]
)
def test_a_line_that_lacks_more_is_not_a_date(text: str) -> None:
    assert line_date(text) is None


# Prints the day and the year of a letter's date, and the days of its visit.
_READ = """
from reading_samples import focused_letter
from inspection_model.reading import read_letter
inspection = read_letter(focused_letter(opening="on 5 and 6 December 2018.")).inspection
print(inspection.publication.date, *inspection.visit.days)
"""
_EXPECTED = "2019-03-01 2018-12-05 2018-12-06"


def _read_after(before: str) -> str:
    """Run a statement in a new process before the package is imported; return the dates it reads."""
    samples = Path(__file__).parents[1]
    source = Path(inspection_model.__file__).parents[1]
    command = f"import sys\nsys.path[:0] = [{str(source)!r}, {str(samples)!r}]\n{before}\n{_READ}"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_dates_are_read_whatever_month_names_the_locale_has() -> None:
    names = [
        f"calendar.{name} = ['Monat'] * {length}"
        for name, length in (("month_name", 13), ("month_abbr", 13), ("day_name", 7), ("day_abbr", 7))
    ]
    assert _read_after("\n".join(["import calendar", *names])) == _EXPECTED


@pytest.mark.parametrize("name", ["de_DE.UTF-8", "fr_FR.UTF-8"])
def test_dates_are_read_under_another_locale(name: str) -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        pytest.skip(f"the locale {name} is not installed")
    finally:
        locale.setlocale(locale.LC_ALL, before)
    assert _read_after(f"import locale; locale.setlocale(locale.LC_ALL, {name!r})") == _EXPECTED


def _locale_names(module: Path) -> list[str]:
    """Return the names and formats in a module's code whose text depends on the locale."""
    found: list[str] = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in _CALENDAR_NAMES:
            found.append(node.attr)
        elif isinstance(node, ast.alias) and node.name in _CALENDAR_NAMES:
            found.append(node.name)
        elif isinstance(node, ast.Constant) and node.value in ("%B", "%b", "%A", "%a"):
            found.append(node.value)
    return found


_CALENDAR_NAMES = ("month_name", "month_abbr", "day_name", "day_abbr")


def test_no_module_takes_the_names_of_months_or_weekdays_from_the_locale() -> None:
    modules = list(Path(inspection_model.__file__).parent.rglob("*.py"))
    assert modules
    assert not [(module.name, names) for module in modules if (names := _locale_names(module))]


def test_names_that_depend_on_the_locale_are_noticed(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("from calendar import day_abbr\nx = calendar.month_name\ny = day.strftime('%B')\n")
    assert sorted(_locale_names(module)) == ["%B", "day_abbr", "month_name"]
