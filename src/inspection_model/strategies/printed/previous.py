"""Previous inspections of printed reports."""

from __future__ import annotations

import datetime
import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import lexicon
from inspection_model.model import Period, PreviousInspection
from inspection_model.rendering.labels import written_days
from inspection_model.strategies.words import days, words
from inspection_model.vocabulary import PreviousState

__all__ = ["previous_inspections"]


@functools.cache
def previous_inspections() -> S[PreviousInspection]:
    """Draw previous inspections with days, with a statement that there was none, or without either."""
    dated = st.tuples(days(), st.integers(0, 12)).map(lambda drawn: _dated(*drawn))
    never = st.sampled_from(lexicon().dates.not_inspected).map(
        lambda printed: PreviousInspection(as_printed=printed, state=PreviousState.NOT_INSPECTED)
    )
    return dated | never | words("previous").map(lambda printed: PreviousInspection(as_printed=printed))


def _dated(first: datetime.date, length: int) -> PreviousInspection:
    last = first + datetime.timedelta(days=length)
    return PreviousInspection(as_printed=written_days(first, last), periods=(Period(start=first, end=last),))
