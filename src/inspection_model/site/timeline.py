"""The timeline of an authority as a picture: a lane for each kind of inspection, a mark for each document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.rendering.labels import labels, written_day
from inspection_model.rendering.pages.pictures import Graded
from inspection_model.site.listed import Listed
from inspection_model.vocabulary import Category

__all__ = ["Lane", "Mark", "Timeline", "Year", "timeline"]

_MOST_YEARS = 6  # labels that a phone has room for
# Marks and labels are not cut off at the ends, in percent of the width.
_MARGIN = 6.0


@final
@attrs.frozen
class Mark:
    """A document in a lane.

    Attributes:
        x: Its place, in percent of the width.
        overall: The judgement of the inspection as a whole, if the document states one.
        actions: The number of areas for priority action that it lists.
        words: What the mark shows, in words.
    """

    x: float
    overall: Graded | None
    actions: int
    words: str


@final
@attrs.frozen
class Lane:
    """The documents of one kind."""

    title: str
    marks: tuple[Mark, ...]

    @property
    def actions(self) -> int:
        """The number of areas for priority action of all its documents."""
        return sum(mark.actions for mark in self.marks)

    @property
    def words(self) -> str:
        """The text alternative of the lane."""
        return f"{self.title}: {'; '.join(mark.words for mark in self.marks)}"


@final
@attrs.frozen
class Year:
    """The first day of a year on the axis below the lanes."""

    x: float
    number: int


@final
@attrs.frozen
class Timeline:
    """The lanes and the axis below them."""

    lanes: tuple[Lane, ...]
    years: tuple[Year, ...]


def timeline(documents: Iterable[Listed]) -> Timeline | None:
    """Return the timeline of the documents that have a date; ``None`` if none has."""
    dated = [(day, each) for each in documents if (day := each.day) is not None]
    if not dated:
        return None
    first, last = min(day for day, _ in dated).year, max(day for day, _ in dated).year + 1
    start, end = _new_year(first), _new_year(last)

    def place(ordinal: int) -> float:
        return round(_MARGIN + (100 - 2 * _MARGIN) * (ordinal - start) / (end - start), 2)

    lanes: dict[str, list[Mark]] = {}
    for day, each in dated:
        lanes.setdefault(each.kind.title, []).append(_mark(place(day.toordinal()), day, each))
    step = -(-(last - first) // (_MOST_YEARS - 1))
    return Timeline(
        lanes=tuple(Lane(title, tuple(marks)) for title, marks in lanes.items()),
        years=tuple(Year(place(_new_year(year)), year) for year in range(first, last + 1, step)),
    )


def _new_year(year: int) -> int:
    # A date has at most the year 9999.
    return (
        datetime.date.max.toordinal() + 1
        if year > datetime.MAXYEAR
        else datetime.date(year, 1, 1).toordinal()
    )


def _mark(x: float, day: datetime.date, listed: Listed) -> Mark:
    actions = listed.actions
    numbers = f"{actions} {labels().categories[Category.PRIORITY_ACTION][actions != 1].lower()}"
    words = ", ".join(
        filter(
            None, (written_day(day), listed.overall and listed.overall.grade, numbers if actions else None)
        )
    )
    return Mark(x, listed.overall, actions, words)
