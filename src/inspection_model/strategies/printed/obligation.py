"""Obligations of printed inspections, in the phrases of the framework."""

from __future__ import annotations

import datetime
import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.model import Obligation
from inspection_model.rendering.labels import written_day
from inspection_model.strategies.arguments import several
from inspection_model.vocabulary import DueUnit

__all__ = ["obligations"]


@functools.cache
def obligations(framework: Framework) -> S[tuple[Obligation, ...]]:
    """Draw up to two obligations, each in the first phrase of its rule."""
    if not framework.obligations:
        return st.just(())
    rules = st.sampled_from(framework.obligations)
    dates = st.dates(datetime.date(2009, 1, 1), datetime.date(2030, 1, 1))
    obligations = st.tuples(rules, st.integers(1, 99), dates).map(lambda drawn: _obligation(*drawn))
    return several(obligations, most=2)


def _obligation(rule: ObligationRule, count: int, date: datetime.date) -> Obligation:
    words_ = rule.phrases[0].fill({"count": str(count), "date": written_day(date), "": "for these findings"})
    return Obligation(
        text=f"Please note: {words_}.",
        category=rule.category,
        to=rule.to,
        due=rule.due(count=count, date=date if rule.unit is DueUnit.DATE else None),
    )
