"""The rule of an obligation: how letters announce it, and when it is due."""

from __future__ import annotations

import datetime
from typing import final

import attrs

from inspection_model.frameworks.phrase import Phrase
from inspection_model.model.obligation import Due
from inspection_model.vocabulary import Category, DueUnit

__all__ = ["ObligationRule"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class ObligationRule:
    """An obligation that the framework attaches to the findings of a category, or to the inspection.

    Attributes:
        category: The category whose findings cause it; ``None`` if it binds on the whole document.
        to: Who is responsible.
        phrases: How letters announce it; the slots ``count`` and ``date`` give the time.
        unit: The unit of the time; ``None`` where no time is set.
    """

    category: Category | None
    to: str | None
    phrases: tuple[Phrase, ...]
    unit: DueUnit | None = None

    def due(self, *, count: int | None = None, date: datetime.date | None = None) -> Due | None:
        """Return the due rule for what a letter prints; ``None`` if it prints too little."""
        if self.unit is None or (self.unit is DueUnit.DATE and date is None):
            return None
        if self.unit in (DueUnit.DATE, DueUnit.NEXT_INSPECTION):
            return Due(unit=self.unit, date=date)
        return Due(unit=self.unit, count=count) if count else None
