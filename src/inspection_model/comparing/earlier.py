"""To which inspection of a history a reference to an earlier one refers."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from inspection_model.comparing.dates import day_of
from inspection_model.model.earlier_inspection import EarlierInspection
from inspection_model.model.inspection import Inspection

__all__ = ["references_to"]


def references_to(
    earlier: Inspection, inspections: Sequence[Inspection], later: Inspection
) -> tuple[EarlierInspection, ...]:
    """Return the references of a document to an earlier inspection.

    A reference with a date, and perhaps a kind, refers to the only inspection before the document that
    has both. A reference without a date, and one that several inspections match, refers to none: which
    one is meant is not inferred.

    Args:
        earlier: The earlier inspection.
        inspections: All inspections of the history.
        later: The later inspection, whose document refers to others.
    """
    dated = [each for each in later.earlier_inspections if _matches(each, earlier)]
    on = day_of(later)
    before = [other for other in inspections if (day := day_of(other)) and on and day < on] if dated else []
    return tuple(each for each in dated if sum(_matches(each, other) for other in before) == 1)


def _matches(reference: EarlierInspection, inspection: Inspection) -> bool:
    """Return whether the date and the kind of a reference are those of an inspection."""
    if reference.framework not in (None, inspection.framework) or reference.year is None:
        return False
    return any(
        reference.year == day.year and reference.month in (None, day.month) for day in _days(inspection)
    )


def _days(inspection: Inspection) -> tuple[datetime.date, ...]:
    """Return the first and the last day on site, and the date of the document, by which some name it."""
    visit, document = inspection.visit, inspection.publication
    days = (visit and visit.first_day, visit and visit.last_day, document and document.date)
    return tuple(day for day in days if day is not None)
