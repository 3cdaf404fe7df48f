"""References in the prose to earlier inspections: "the last focused visit, in May 2021".

    reference := { order | date | qualifier } kind [ "," ] [ opener words ] { preposition date }
               | preposition date [ "," ] who kind            "in 2020, Ofsted conducted a focused visit"
    order     := "last" | "previous" | …
    kind      := a mention of a framework | "inspection" | "inspected" | …
    date      := [ "early" | … ] [ day ] [ month ] year

A reference has an order or a date: without either, "the inspection" may be the present one. Words are
looked for on both sides of a kind, within a limited distance, so that the cost is linear in the text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.frameworks.words import alternatives, stems
from inspection_model.vocabulary import MONTHS

__all__ = ["EarlierSpan", "earlier_spans", "earlier_stems"]

# Further back, or further on, words belong to something else.
_BEFORE, _NEAR, _MOST_QUALIFIERS, _MOST_WORDS = 80, 150, 9, 10
_MONTH = "|".join(month.lower() for month in MONTHS)
# Years of this century; a range of years, such as 2014-15, is not a date.
_DATE = rf"(?:(?:[0-9]{{1,2}} )?(?P<month>{_MONTH}),? )?(?P<year>20[0-9]{{2}})(?![0-9]|[-/][0-9])"
_PLAIN_DATE = re.sub(r"\?P<[a-z]+>", "?:", _DATE)
_NOT_IN_WORD = r"(?<![a-z0-9'-])"


class EarlierSpan(NamedTuple):
    """The words that refer to an earlier inspection.

    Attributes:
        start: Where they start in the text.
        end: Where they end.
        framework: The id of the framework of the kind that they name, if they name one.
        year: The year that they print.
        month: The month that they print, from 1 to 12.
        is_ordered: Whether they have a word such as "last".
    """

    start: int
    end: int
    framework: str | None
    year: int | None
    month: int | None
    is_ordered: bool


class _Date(NamedTuple):
    end: int
    year: int | None
    month: int | None


def earlier_spans(framework: Framework, folded: str) -> Iterator[EarlierSpan]:
    """Yield the references to earlier inspections, in order.

    Args:
        framework: The framework of the document, whose kind may be named besides those of the package.
        folded: The words, folded by `fold_words`.
    """
    if not _has_sign(folded):
        return
    kinds = _kinds(framework)
    end = 0
    for at in _places(folded, kinds.stems):
        # Words are found faster than a pattern; few of these have a date or an order near them.
        if at < end or not _has_sign(folded[max(0, at - _NEAR) : at + _NEAR]):
            continue
        kind = kinds.pattern.search(folded, max(end, at - kinds.longest), at + kinds.longest)
        if kind is not None:
            for span in _around(folded, kind, kinds.known.get(kind[1]), end):
                yield span
                end = span.end
            end = max(end, kind.end())


def earlier_stems(framework: Framework) -> tuple[str, ...]:
    """Return words of which every text with a reference has at least one."""
    return _kinds(framework).stems


def _places(folded: str, words: Iterable[str]) -> list[int]:
    """Return where words occur in a text, in order."""
    places: list[int] = []
    for each in words:
        at = folded.find(each)
        while at >= 0:
            places.append(at)
            at = folded.find(each, at + 1)
    return sorted(places)


def _has_sign(folded: str) -> bool:
    """Return whether words have the beginning of a year, or say that an inspection is an earlier one."""
    return any(map(folded.__contains__, _signs()))


def _around(folded: str, kind: re.Match[str], framework: str | None, after: int) -> Iterator[EarlierSpan]:
    """Yield the reference whose kind was found, and one more for each further date."""
    first = max(after, kind.start() - _BEFORE)
    dates = [*_dates(folded, kind.end())]
    if not dates and not _has_sign(folded[first : kind.start()]):
        return  # most kinds
    before = _before().search(folded, first, kind.start())
    start, words = (before.start(1), before[1]) if before else (kind.start(), "")
    is_ordered = _order().search(words) is not None
    if not dates and (printed := re.search(_DATE, words)) is not None:
        dates = [_date(printed)._replace(end=kind.end())]
    if not dates and not (is_ordered and _names(kind)):
        return
    if _others().search(folded, max(0, start - _BEFORE), start):
        return
    if _bodies().search(folded, start, dates[0].end if dates else kind.end()):
        return
    for date in dates or [_Date(kind.end(), None, None)]:
        yield EarlierSpan(start, date.end, framework, date.year, date.month, is_ordered)
        joint = _joint().match(folded, date.end)
        start = joint.end() if joint else date.end


def _names(kind: re.Match[str]) -> bool:
    """Return whether a kind is a noun: a verb says nothing without a date."""
    return kind[1] not in lexicon().earlier.verbs


def _dates(folded: str, position: int) -> Iterator[_Date]:
    """Yield the dates after a kind."""
    found = _after().match(folded, position)
    while found is not None:
        yield _date(found)
        found = _further().match(folded, found.end())


def _date(found: re.Match[str]) -> _Date:
    month = found["month"] and [*map(str.lower, MONTHS)].index(found["month"]) + 1
    return _Date(found.end(), int(found["year"]), month or None)


class _Kinds(NamedTuple):
    """The words for kinds of inspections.

    Attributes:
        pattern: Matches one of them.
        known: The framework of each mention.
        stems: Words of which each has at least one.
        longest: The length of the longest.
    """

    pattern: re.Pattern[str]
    known: dict[str, str]
    stems: tuple[str, ...]
    longest: int


@functools.lru_cache(maxsize=32)
def _kinds(framework: Framework) -> _Kinds:
    known = {words: each.id for each in (*shipped_frameworks(), framework) for words in each.mentions}
    words = [*known, *lexicon().earlier.nouns, *lexicon().earlier.verbs]
    pattern = re.compile(rf"{_NOT_IN_WORD}({alternatives(words)})(?![a-z0-9-])")
    return _Kinds(pattern, known, stems(words), max(map(len, words)))


@functools.cache
def _signs() -> tuple[str, ...]:
    return ("20", *lexicon().earlier.orders)


@functools.cache
def _before() -> re.Pattern[str]:
    """Return the pattern of the words before a kind, with those of a date further left."""
    words = lexicon().earlier
    word = rf"(?:{alternatives((*words.orders, *words.qualifiers))}|{_PLAIN_DATE})"
    first = rf"(?:{_PLAIN_DATE},? (?:{alternatives(words.date_first)}) )?"
    first += rf"(?!(?:{alternatives(words.links)}) )"
    return re.compile(
        rf"{_NOT_IN_WORD}({first}(?:{word}(?: \([a-z]{{2,8}}\))?,? ){{0,{_MOST_QUALIFIERS}}})\Z"
    )


@functools.cache
def _others() -> re.Pattern[str]:
    words = lexicon().earlier
    return re.compile(rf"{_NOT_IN_WORD}(?:{alternatives((*words.others, *words.bodies))}) \Z")


@functools.cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"{_NOT_IN_WORD}(?:{alternatives(lexicon().earlier.bodies)})(?![a-z0-9-])")


@functools.cache
def _order() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon().earlier.orders)})\b")


@functools.cache
def _after() -> re.Pattern[str]:
    """Return the pattern of the words between a kind and a date, and of the date."""
    words = lexicon().earlier
    filler = rf"(?:,? (?:{alternatives(words.openers)})(?: [a-z0-9'&/-]+){{0,{_MOST_WORDS}}}?)?"
    before = rf"(?: (?:{alternatives(words.before_dates)}))?(?: (?:{alternatives(words.about_dates)}))?"
    return re.compile(rf"(?: \([a-z]{{2,8}}\))?{filler},?{before} {_DATE}")


@functools.cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf",? (?:{alternatives(lexicon().earlier.date_joints)}) ")


@functools.cache
def _further() -> re.Pattern[str]:
    return re.compile(rf",? (?:{alternatives(lexicon().earlier.date_joints)}) {_DATE}")
