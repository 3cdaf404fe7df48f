"""The grammar of date phrases, from "6 and 7 October 2009" to "30 November to 3 December 2009".

    phrase  := [ opening ] item { joint item }
    opening := "between" | "from" | words for days that are not printed: "week beginning"
    item    := [ "the" ] [ weekday ] day [ [ "of" ] month [ year ] ] | numeric
    numeric := day "/" month "/" year          (also with dots or hyphens; British order)
    day     := 1 to 2 digits [ "st" | "nd" | "rd" | "th" ]
    month   := a month's name, or its first letters with or without a full stop
    year    := 4 digits
    joint   := "and" | "&" | "," [ "and" ] | "/"     two items
             | "to" | "until" | "-"            the two ends of a period, as is "and" after "between"

Words are folded (`fold_words`), so every dash is a hyphen. An item without a month or a year has
those of the next item that has them. Spaces that extraction has lost or added beside a number are
accepted. A misspelt month before a year and a year of five digits belong to a phrase, but make no
date. The grammar decides where a phrase ends; its meaning is computed afterwards, and an impossible
day makes no date: nothing is repaired.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives
from inspection_model.model.visit import Period
from inspection_model.vocabulary import MONTHS

__all__ = [
    "DatePhrase",
    "DateProblem",
    "date_end",
    "line_date",
    "opening_start",
    "parse_date_phrase",
    "weekday_words",
]

_SHORT = 3  # letters of an abbreviated month

_NUMBERS = {
    name: number for number, month in enumerate(MONTHS, 1) for name in (month.lower(), month.lower()[:_SHORT])
} | {"sept": 9}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTH_PREFIX = "|".join(month[:_SHORT].lower() for month in MONTHS)

# Each pattern is anchored (match), has no nested repetition without a bound, and takes ASCII digits
# only: a line that nearly matches costs its length once.
_NUMERIC = r"(?P<d>[0-9]{1,2})(?P<by>[/.-])(?P<m>[0-9]{1,2})(?P=by)(?P<y>[0-9]{4})(?![0-9])"
_DAY = "[0-9]{1,2}(?: ?(?:st|nd|rd|th)(?![a-z]))?"
_DATED = (
    rf" ?(?:of )?(?:(?P<month>{_MONTH})(?![a-z])(?:\.(?=,? ))?(?:,? ?(?P<year>[0-9]{{4,5}})(?![0-9]))?"
    rf"|(?P<odd>(?:{_MONTH_PREFIX})[a-z]{{1,9}}),? ?(?P<odd_year>[0-9]{{4}})(?![0-9]))"
)
_NEARLY = re.compile(
    rf"(?P<month>{_MONTH})[.,]? ?[0-9]{{4}}|[0-9]{{1,2}}(?P<by>[/.-])[0-9]{{1,2}}(?P=by)[0-9]{{2}}"
)
_JOINT = re.compile(
    r"(?P<two>,? (?:and|&) |,? and(?=[0-9])|, |/(?=[0-9]))|(?P<range> ?- ?| to | until | through )"
)
_JOINTS = ",? (?:and|&) |,? and(?=[0-9])|, |/(?=[0-9])| ?- ?| to | until | through "
_IN_BRACKETS = re.compile(r" ?\([^()]{1,40}\)\Z")
_BETWEEN = "between "
# The longest words before the first item are shorter.
_LONGEST_OPENING = 40

# The month is printed with one of the first days: more days without one are a list of numbers.
_MOST_BARE = 14
# More days than any visit of the published letters lists one by one.
_MOST_ITEMS = 40


class DateProblem(NamedTuple):
    """Why a phrase gives no dates.

    Attributes:
        impossible: Whether it names a day that does not exist, or ends before it starts; otherwise
            it lacks a month or a year.
        reason: The reason, for a person.
    """

    impossible: bool
    reason: str


class _Item(NamedTuple):
    day: int
    month: int | None  # 0 for a word that is not the name of a month
    year: int | None
    to: bool  # whether a period runs from the item before to this one


class DatePhrase(NamedTuple):
    """What a phrase means.

    Attributes:
        end: Where the phrase ends in the text it was found in.
        periods: Its periods in order; empty if there is a problem.
        problem: Why it has no period.
    """

    end: int
    periods: tuple[Period, ...]
    problem: DateProblem | None

    @property
    def single(self) -> datetime.date | None:
        """The day, if the phrase means a single one."""
        if len(self.periods) == 1 and self.periods[0].start == self.periods[0].end:
            return self.periods[0].start
        return None


@functools.cache
def weekday_words() -> str:
    """Return the alternatives of a weekday's name, in full or short, for a pattern."""
    return alternatives(lexicon().dates.weekdays)


@functools.cache
def _openings() -> str:
    vague = alternatives(lexicon().dates.vague)
    return rf"(?:{_BETWEEN}|from |(?:in )?(?:the )?(?P<vague>{vague})(?: on)? )"


@functools.cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of the words before the first item of a phrase."""
    return re.compile(_openings())


@functools.cache
def _opening_before() -> re.Pattern[str]:
    """Return the pattern of these words at the end of a text."""
    return re.compile(rf"(?<![0-9a-z]){_openings()}\Z")


@functools.cache
def _next_item() -> re.Pattern[str]:
    before = rf"(?:the )?(?:(?:{weekday_words()})\.?,? )?"
    day = _DAY.replace("[0-9]{1,2}", "(?P<day>[0-9]{1,2})")
    return re.compile(rf"{before}(?:{_NUMERIC}|{day}(?:{_DATED}|(?![0-9a-z])))")


@functools.cache
def _beginning() -> re.Pattern[str]:
    """Return the pattern of the items of a phrase up to the first one with a month.

    Numbers are frequent and dates are not: this one match refuses what has no month.
    """
    before = rf"(?:the )?(?:(?:{weekday_words()})\.?,? )?"
    numeric = "[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?![0-9])"
    bare = rf"{before}(?!{numeric}){_DAY}(?![0-9a-z])(?:{_JOINTS})"
    first = rf"{before}(?:{_NUMERIC}|{_DAY}{_DATED})"
    return re.compile(rf"(?:{bare}){{0,{_MOST_BARE - 1}}}+{first}")


def opening_start(folded: str, position: int) -> int:
    """Return where the words start that open the phrase at an offset, if they precede it.

    The words of a framework may end with them: "Between {visit}".
    """
    opening = _opening_before().search(folded, max(0, position - _LONGEST_OPENING), position)
    return opening.start() if opening else position


def date_end(folded: str, position: int) -> int:
    """Return the end of the date phrase that starts at an offset, or -1 without one."""
    return _items(folded, position)[1]


def parse_date_phrase(folded: str, position: int = 0) -> DatePhrase | None:
    """Parse the date phrase that starts at an offset.

    Args:
        folded: The text, folded by `fold_words`.
        position: Where the phrase starts.

    Returns:
        What it means; ``None`` if no date phrase starts there.
    """
    items, end = _items(folded, position)
    if not items:
        return None
    opening = _opening().match(folded, position)
    if opening is not None and opening["vague"]:
        problem = DateProblem(False, f'"{opening["vague"]}" does not give the days')
        return DatePhrase(end, (), problem)
    filled = _fill(items)
    periods = filled if isinstance(filled, DateProblem) else _periods(filled)
    if isinstance(periods, DateProblem):
        return DatePhrase(end, (), periods)
    if len(items) == 1 and opening is not None:
        return DatePhrase(end, (), DateProblem(False, "the end of the period is not printed"))
    return DatePhrase(end, periods, None)


def line_date(folded: str) -> DatePhrase | None:
    """Parse a line that is a date, after an optional "Date:" and before a note in brackets.

    A line that is meant as a date but lacks a part ("October 2018", "5/5/18") gives a phrase with
    the problem.
    """
    label = lexicon().letters.date_label
    start = len(label) if folded.startswith((f"{label}:", f"{label} ")) else 0
    start += len(folded[start:]) - len(folded[start:].lstrip(": "))
    phrase = parse_date_phrase(folded, start)
    if phrase is not None and not _IN_BRACKETS.sub("", folded[phrase.end :]).strip(" ."):
        return phrase
    match = _NEARLY.fullmatch(folded, start)
    if match is None:
        return None
    lacking = "the day is not printed" if match["month"] else "the year has two digits"
    return DatePhrase(len(folded), (), DateProblem(False, lacking))


def _items(folded: str, position: int) -> tuple[tuple[_Item, ...], int]:
    """Return the items from an offset on, and the end of the last of them."""
    opening = _opening().match(folded, position)
    between = opening is not None and opening.group() == _BETWEEN
    position = opening.end() if opening else position
    if _beginning().match(folded, position) is None:
        return (), -1
    items: list[_Item] = []
    ends: list[int] = []
    to = False
    while len(items) < _MOST_ITEMS and (match := _next_item().match(folded, position)):
        items.append(_item(match, to))
        ends.append(match.end())
        joint = _JOINT.match(folded, match.end())
        if joint is None:
            break
        to = joint["range"] is not None or (between and len(items) == 1)
        position = joint.end()
    # "6 October 2009 and 12 social workers": a number at the end without a month is not a date.
    while items[-1].month is None:
        items.pop()
        ends.pop()
    return tuple(items), ends[-1]


def _item(match: re.Match[str], to: bool) -> _Item:
    if match["d"]:
        return _Item(int(match["d"]), int(match["m"]), int(match["y"]), to)
    if match["odd"]:
        return _Item(int(match["day"]), 0, int(match["odd_year"]), to)
    month = _NUMBERS[match["month"]] if match["month"] else None
    year = int(match["year"]) if match["year"] else None
    return _Item(int(match["day"]), month, year, to)


def _fill(items: Sequence[_Item]) -> list[tuple[int, int, int, bool]] | DateProblem:
    """Return the items, each with the month and the year of the next item that has them."""
    filled: list[tuple[int, int, int, bool]] = []
    month: int | None = None
    year: int | None = None
    for item in reversed(items):
        year = item.year if item.year is not None else year
        month = item.month if item.month is not None else month
        if month is None or year is None:
            return DateProblem(False, "the year is not printed")
        filled.append((item.day, month, year, item.to))
    return filled[::-1]


def _periods(filled: list[tuple[int, int, int, bool]]) -> tuple[Period, ...] | DateProblem:
    periods: list[Period] = []
    for day, month, year, to in filled:
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            reason = f"there is no day {day}/{month}/{year}" if month else "the month name is not recognised"
            return DateProblem(True, reason)
        start = periods.pop().start if to else date
        if date < start:
            return DateProblem(True, f"the period ends on {date} before it starts on {start}")
        periods.append(Period(start=start, end=date))
    for earlier, later in pairwise(periods):
        if later.start <= earlier.end:
            return DateProblem(True, f"{later.start} does not come after {earlier.end}")
    return tuple(periods)
