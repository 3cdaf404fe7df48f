"""The judgements of areas over time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import final

import attrs

from inspection_model.comparing.compare import area_of, change_of_judgements
from inspection_model.comparing.dates import day_of
from inspection_model.model.inspection import Inspection
from inspection_model.model.judgement import Judgement
from inspection_model.vocabulary import JudgementChangeKind

__all__ = ["DatedJudgement", "judgements_over_time"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class DatedJudgement:
    """A judgement in a history.

    Attributes:
        inspection: The id of the inspection.
        day: Its first day on site, else the date of the document; ``None`` if neither is known.
        judgement: The judgement.
        change: How it changed since the judgement of the area before; ``None`` for the first one, and if
            a day is not known.
    """

    inspection: str
    day: datetime.date | None
    judgement: Judgement
    change: JudgementChangeKind | None = None


def judgements_over_time(inspections: Sequence[Inspection]) -> tuple[DatedJudgement, ...]:
    """Return the judgements of each area, in the order in which the areas are first judged."""
    areas: dict[object, list[tuple[Inspection, Judgement]]] = {}
    for inspection in inspections:
        for judgement in inspection.judgements:
            areas.setdefault(_area(inspection, judgement), []).append((inspection, judgement))
    return tuple(dated for entries in areas.values() for dated in _dated(entries))


def _area(inspection: Inspection, judgement: Judgement) -> object:
    area = area_of(judgement)
    # The outcome of an inspection as a whole is compared within its kind only.
    return (area, inspection.framework) if area == (False, "") else area


def _dated(entries: Sequence[tuple[Inspection, Judgement]]) -> Iterator[DatedJudgement]:
    # Two judgements of one day, as of two documents, are not an earlier and a later one.
    before: Judgement | None = None
    last: tuple[datetime.date, Judgement] | None = None
    for inspection, judgement in entries:
        day = day_of(inspection)
        if last is not None and day is not None and last[0] < day:
            before = last[1]
        known = before if day is not None else None
        change = change_of_judgements(known, judgement) if known is not None else None
        yield DatedJudgement(inspection=inspection.id, day=day, judgement=judgement, change=change)
        last = (day, judgement) if day is not None else last
