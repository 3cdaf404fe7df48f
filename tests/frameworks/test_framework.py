"""Frameworks: their dates, meanings and rules."""

from __future__ import annotations

import datetime

import pytest

from inspection_model.frameworks import shipped_frameworks
from inspection_model.frameworks.framework import (
    Dates,
    Framework,
    Section,
)
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due
from inspection_model.vocabulary import Category, DueUnit


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_a_period_includes_both_its_ends() -> None:
    dates = Dates(since=_day("2009-06-01"), until=_day("2012-07-17"))
    assert dates.hold_on(_day("2009-06-01"))
    assert dates.hold_on(_day("2012-07-17"))
    assert not dates.hold_on(_day("2009-05-31"))
    assert not dates.hold_on(_day("2012-07-18"))
    assert Dates().hold_on(datetime.date.min)
    assert Dates().hold_on(datetime.date.max)


def test_the_meaning_of_priority_action_depends_on_the_day() -> None:
    ucra = next(f for f in shipped_frameworks() if f.id == "ofsted-ucra")
    section = ucra.section(Category.PRIORITY_ACTION)
    assert section is not None
    early, late = section.meaning_on(_day("2010-03-31")), section.meaning_on(_day("2010-04-01"))
    assert early
    assert late
    assert early != late
    assert Section(category=Category.STRENGTH).meaning_on(_day("2010-01-01")) is None


def test_a_framework_returns_its_sections_and_provisions() -> None:
    ucra = next(f for f in shipped_frameworks() if f.id == "ofsted-ucra")
    assert ucra.section(Category.MAIN_FINDING) is None
    (known,) = ucra.provisions
    assert ucra.provision(known.basis) is known
    assert ucra.provision(LegalBasis(act="Another Act")) is None
    assert not known.dates.hold_on(_day("2012-07-18"))


def test_frameworks_are_compared_by_identity() -> None:
    one = Framework(id="x", title="X", inspectorate="Y")
    assert one != Framework(id="x", title="X", inspectorate="Y")
    assert len({one, one}) == 1


@pytest.mark.parametrize(
    ("unit", "count", "date", "due"),
    [
        (None, 5, None, None),
        (DueUnit.WEEKS, 5, None, Due(unit=DueUnit.WEEKS, count=5)),
        (DueUnit.WEEKS, None, None, None),
        (DueUnit.WEEKS, 0, None, None),
        (DueUnit.DATE, None, "2019-05-01", Due(unit=DueUnit.DATE, date=_day("2019-05-01"))),
        (DueUnit.DATE, None, None, None),
        (DueUnit.NEXT_INSPECTION, None, None, Due(unit=DueUnit.NEXT_INSPECTION)),
    ],
)
def test_a_rule_returns_the_due_rule_for_what_a_letter_prints(
    unit: DueUnit | None, count: int | None, date: str | None, due: Due | None
) -> None:
    rule = ObligationRule(category=Category.PRIORITY_ACTION, to=None, phrases=(Phrase("x"),), unit=unit)
    assert rule.due(count=count, date=_day(date) if date else None) == due
