"""The previous inspection, as a report refers to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.visit import Period, check_order
from inspection_model.vocabulary import PreviousState

__all__ = ["PreviousInspection"]


def _periods(value: Iterable[Period]) -> tuple[Period, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class PreviousInspection:
    """What a document states about the previous inspection.

    Attributes:
        as_printed: The statement as printed: days, or words in their place.
        periods: The days on site of the previous inspection, in chronological order, without overlap;
            empty if the document does not print them, or if they are impossible or incomplete.
        state: What the document states in the place of days, such as that there was no previous
            inspection; ``None`` if it prints days, or if its words are not understood.

    Raises:
        InvalidValueError: If there is nothing, if there are days of an inspection that did not take
            place, or if the periods overlap or are not in chronological order.
    """

    as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    periods: tuple[Period, ...] = attrs.field(
        default=(), converter=_periods, validator=fields.instances(Period)
    )
    state: PreviousState | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(PreviousState))
    )

    def __attrs_post_init__(self) -> None:
        if self.as_printed is None and not self.periods and self.state is None:
            raise fields.refuse(self, "periods", "a period, a state, or the words as printed", self.periods)
        if self.periods and self.state is PreviousState.NOT_INSPECTED:
            raise fields.refuse(self, "periods", f"no period with the state {self.state}", self.periods)
        check_order(self, self.periods)

    @property
    def first_day(self) -> datetime.date | None:
        """The first day on site, or ``None`` if the days are not known."""
        return self.periods[0].start if self.periods else None

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on site, or ``None`` if the days are not known."""
        return self.periods[-1].end if self.periods else None
