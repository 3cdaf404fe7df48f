"""Deadlines in a sentence: "within 70 working days", "no later than 3 September 2018".

deadline := limit ( number unit | [ hour ] date )
limit    := "within" | "by" | "no later than" | …
unit     := "working days" | "weeks" | …
hour     := a part of the day: "noon on", "the end of"
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives
from inspection_model.model.obligation import Due
from inspection_model.reading.grammar.dates import parse_date_phrase, weekday_words
from inspection_model.reading.grammar.numbers import number_end, number_value
from inspection_model.vocabulary import MONTHS, DueUnit

__all__ = ["Deadline", "deadline_parts", "deadlines", "unread_deadline"]

_JOINT = re.compile(r"(?:,|;)? (?:and|&) (?:also )?|; ")
_NO_DEADLINE = "the deadline is not understood"
_SECOND_DEADLINE = "a second deadline is printed"


class Deadline(NamedTuple):
    """A deadline in a sentence.

    Attributes:
        start: Where its words start.
        end: Where they end.
        due: The rule; ``None`` if the number is 0, or the date is not a single day.
    """

    start: int
    end: int
    due: Due | None


@functools.cache
def _limit() -> re.Pattern[str]:
    times = lexicon().deadlines
    return re.compile(rf"\b(?:{alternatives(times.limits)}) (?:(?:{alternatives(times.hours)}) )?")


@functools.cache
def _units() -> dict[str, DueUnit]:
    return {words: unit for unit, listed in lexicon().deadlines.units.items() for words in listed}


@functools.cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf" (?P<unit>{alternatives(tuple(_units()))})\b")


@functools.cache
def _sign() -> re.Pattern[str]:
    """Return the pattern of words that occur in a deadline only: "within", "weeks", "by the summer"."""
    times = lexicon().deadlines
    months = alternatives(tuple(month.lower() for month in MONTHS))
    before = f"(?:{alternatives((*times.limits, *times.hours))}) (?:early |late |mid-|the |next )?"
    # After a limit: "may" is a verb, too.
    day = rf"{before}(?:{months}|{weekday_words()}|[0-9]{{1,4}}[/.-][0-9]{{1,2}})"
    return re.compile(rf"\b(?:{alternatives(times.signs)}|{alternatives(tuple(_units()))}|{day})\b")


def deadlines(folded: str) -> list[Deadline]:
    """Return the deadlines of a sentence in order.

    Args:
        folded: The sentence, folded by `fold_words`.
    """
    found: list[Deadline] = []
    for limit in _limit().finditer(folded):
        if found and limit.start() < found[-1].end:
            continue
        deadline = _counted(folded, *limit.span()) or _dated(folded, *limit.span())
        if deadline is not None:
            found.append(deadline)
    return found


def _counted(folded: str, start: int, position: int) -> Deadline | None:
    end = number_end(folded, position)
    unit = _unit().match(folded, end) if end >= 0 else None
    if unit is None:
        return None
    count = number_value(folded[position:end])
    due = Due(unit=_units()[unit["unit"]], count=count) if count else None
    return Deadline(start, unit.end(), due)


def _dated(folded: str, start: int, position: int) -> Deadline | None:
    phrase = parse_date_phrase(folded, position)
    if phrase is None:
        return None
    due = Due(unit=DueUnit.DATE, date=phrase.single) if phrase.single else None
    return Deadline(start, phrase.end, due)


def deadline_parts(folded: str) -> list[tuple[int, int]]:
    """Split a sentence into parts with one deadline each, at the last "and" between two deadlines."""
    parts: list[tuple[int, int]] = []
    start = end = 0
    for deadline in deadlines(folded):
        joints = list(_JOINT.finditer(folded, end, deadline.start)) if end else []
        if joints:
            parts.append((start, joints[-1].start()))
            start = joints[-1].end()
        end = deadline.end
    return [*parts, (start, len(folded))]


def unread_deadline(folded: str, due: Due | None) -> str | None:
    """Return why the deadline that a sentence prints is not understood completely.

    Args:
        folded: The sentence, folded by `fold_words`.
        due: The rule that was read from it.

    Returns:
        The reason, for a person; ``None`` if it prints no deadline, or the one that was read.
    """
    found = deadlines(folded)
    if len(found) > 1:
        return _SECOND_DEADLINE
    if due is not None or (not found and _sign().search(folded) is None):
        return None
    return _NO_DEADLINE
