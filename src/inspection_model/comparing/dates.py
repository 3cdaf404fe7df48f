"""The day that decides the place of an inspection in a history."""

from __future__ import annotations

import datetime

from inspection_model.model.inspection import Inspection

__all__ = ["day_of"]


def day_of(inspection: Inspection) -> datetime.date | None:
    """Return the first day on site, else the date of the document, else ``None``."""
    first = inspection.visit.first_day if inspection.visit else None
    if first is None and inspection.publication:
        return inspection.publication.date
    return first
