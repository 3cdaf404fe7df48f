"""Checks: inconsistencies in a record lead to remarks, and nothing else does."""

from __future__ import annotations

import datetime

import attrs
import pytest

from inspection_model.checking import check
from inspection_model.frameworks import Framework
from inspection_model.frameworks.framework import Dates
from inspection_model.model.authority import Authority
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.person import Person
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Period, Visit
from inspection_model.vocabulary import Category, DeclarationState, EvidenceMethod, RemarkCode


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _visit(*periods: str) -> Visit:
    ends = [(period.split("..")[0], period.split("..")[-1]) for period in periods]
    return Visit(periods=[Period(start=_day(start), end=_day(end)) for start, end in ends])


def _findings(category: Category, number: int) -> list[Finding]:
    return [Finding(category=category, text=f"Item {index}.") for index in range(number)]


def _declared(category: Category, state: DeclarationState, count: int | None = None) -> Declaration:
    return Declaration(category=category, state=state, count=count)


# A consistent record; the days on site are a Tuesday and a Wednesday.
_PLAIN = Inspection(
    framework="ofsted-ucra",
    authority=Authority(name="Northmere"),
    legal_basis=LegalBasis(
        act="Education and Inspections Act 2006", section="138", identifier="ukpga/2006/40/section/138"
    ),
    visit=_visit("2009-10-13", "2009-10-14"),
    findings=_findings(Category.STRENGTH, 2),
    publication=Publication(
        date=_day("2009-11-09"), recipients=[Person(name="Ada Quill")], signatories=[Person(name="Otto Penn")]
    ),
)


def _codes(inspection: Inspection) -> list[str]:
    return [remark.code.value for remark in check(inspection)]


def test_a_consistent_record_has_no_remarks() -> None:
    assert check(_PLAIN) == ()


def test_an_empty_record_has_nothing_to_compare() -> None:
    assert check(Inspection()) == ()
    assert check(Inspection(framework="another-one")) == ()


@pytest.mark.parametrize(
    ("state", "count", "listed", "message"),
    [
        (DeclarationState.SPECIFIED, 2, 2, None),
        (DeclarationState.SPECIFIED, 4, 3, "4 declared in category strength, 3 listed"),
        (DeclarationState.SPECIFIED, 1, 0, "1 declared in category strength, 0 listed"),
        (DeclarationState.UNSPECIFIED, None, 1, None),
        (DeclarationState.UNSPECIFIED, None, 0, "some declared in category strength, 0 listed"),
        (DeclarationState.NONE, None, 0, None),
        (DeclarationState.NONE, None, 2, "0 declared in category strength, 2 listed"),
        (DeclarationState.CARRIED_OVER, None, 0, None),
        (DeclarationState.CARRIED_OVER, None, 2, None),
    ],
)
def test_declared_and_listed_are_compared(
    state: DeclarationState, count: int | None, listed: int, message: str | None
) -> None:
    inspection = attrs.evolve(
        _PLAIN,
        declared=[_declared(Category.STRENGTH, state, count)],
        findings=[*_findings(Category.OVERVIEW, 1), *_findings(Category.STRENGTH, listed)],
    )
    remarks = check(inspection)
    assert [remark.message for remark in remarks] == ([message] if message else [])
    for remark in remarks:
        assert remark.code is RemarkCode.COUNT_MISMATCH
        assert remark.pointer == "/declared/0"
        assert remark.related == tuple(f"/findings/{index}" for index in range(1, listed + 1))


def test_a_remark_on_a_count_quotes_the_letter() -> None:
    declared = Declaration(
        category=Category.STRENGTH, state=DeclarationState.SPECIFIED, count=4, as_printed="four strengths"
    )
    (remark,) = check(attrs.evolve(_PLAIN, declared=[declared]))
    assert remark.message == '4 declared in category strength ("four strengths"), 2 listed'


def test_counts_of_one_category_share_a_remark_and_each_category_has_its_own() -> None:
    declared = [
        _declared(Category.STRENGTH, DeclarationState.SPECIFIED, 4),
        _declared(Category.IMPROVEMENT, DeclarationState.SPECIFIED, 1),
        _declared(Category.STRENGTH, DeclarationState.SPECIFIED, 2),
        _declared(Category.STRENGTH, DeclarationState.SPECIFIED, 5),
    ]
    remarks = check(attrs.evolve(_PLAIN, declared=declared))
    assert [(remark.pointer, remark.related) for remark in remarks] == [
        ("/declared/0", ("/declared/3", "/findings/0", "/findings/1")),
        ("/declared/1", ()),
    ]


@pytest.mark.parametrize(
    ("letter", "codes"),
    [("2009-10-13", ["letter-before-visit"]), ("2009-10-14", []), (None, ["letter-date-missing"])],
)
def test_the_letter_is_dated_after_the_visit(letter: str | None, codes: list[str]) -> None:
    assert _PLAIN.publication is not None
    dated = attrs.evolve(_PLAIN.publication, date=_day(letter) if letter else None)
    assert _codes(attrs.evolve(_PLAIN, publication=dated)) == codes


def test_a_date_that_is_printed_and_impossible_is_not_missing() -> None:
    assert _PLAIN.publication is not None
    printed = attrs.evolve(_PLAIN.publication, date=None, date_as_printed="31 June 2009")
    assert _codes(attrs.evolve(_PLAIN, publication=printed)) == []


@pytest.mark.parametrize(
    ("visit", "messages"),
    [
        (_visit("2009-10-17"), ["2009-10-17 is a Saturday"]),
        (_visit("2009-10-16", "2009-10-18"), ["2009-10-18 is a Sunday"]),
        # A visit of two weeks includes a weekend.
        (_visit("2009-10-05..2009-10-16"), []),
        (_visit("2009-09-05..2009-11-03"), []),
        (_visit("2009-09-05..2009-11-04"), ["the visit spans 61 days"]),
        (_visit("2009-08-01", "2009-11-01"), ["the visit spans 93 days"]),
        (Visit(as_printed="31 June 2009"), []),
    ],
)
def test_the_days_on_site_are_compared_with_the_week(visit: Visit, messages: list[str]) -> None:
    remarks = check(attrs.evolve(_PLAIN, visit=visit))
    assert [remark.message for remark in remarks] == messages
    assert {remark.pointer for remark in remarks} <= {"/visit"}


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        (("2012-07-17",), []),
        (("2012-07-17", "2012-07-18"), ["legal-basis-not-in-force", "framework-not-in-use"]),
        (("2009-05-29",), ["framework-not-in-use"]),
        (("2007-03-30",), ["legal-basis-not-in-force", "framework-not-in-use"]),
    ],
)
def test_the_visit_lies_in_the_years_of_its_legal_basis_and_framework(
    days: tuple[str, ...], codes: list[str]
) -> None:
    assert _PLAIN.publication is not None
    late = attrs.evolve(_PLAIN.publication, date=_day("2012-08-01"))
    assert _codes(attrs.evolve(_PLAIN, visit=_visit(*days), publication=late)) == codes


def test_a_legal_basis_that_the_framework_does_not_know_is_not_compared() -> None:
    other = attrs.evolve(_PLAIN, legal_basis=LegalBasis(act="Harbours Act 1999"))
    assert _codes(other) == []
    assert _codes(attrs.evolve(_PLAIN, legal_basis=None)) == []


def test_what_every_letter_has_is_missed() -> None:
    assert _codes(Inspection(framework="ofsted-ucra")) == [
        "authority-missing",
        "visit-missing",
        "findings-missing",
        "letter-date-missing",
        "recipient-missing",
        "signatory-missing",
    ]
    assert _codes(attrs.evolve(_PLAIN, publication=Publication())) == [
        "letter-date-missing",
        "recipient-missing",
        "signatory-missing",
    ]


def test_inspectors_are_missed_where_letters_of_the_kind_name_them() -> None:
    assert "inspectors-missing" in _codes(Inspection(framework="ofsted-focused-visit"))
    named = Inspection(framework="ofsted-focused-visit", inspectors=(Person(name="Ada Quill"),))
    assert "inspectors-missing" not in _codes(named)


def test_invisible_characters_are_found_wherever_they_stand() -> None:
    assert _PLAIN.publication is not None
    inspection = attrs.evolve(
        _PLAIN,
        evidence=[EvidenceSource(method=EvidenceMethod.OTHER, text="x", participants=("plain", "\u202ea"))],
        publication=attrs.evolve(_PLAIN.publication, title="a\u200bb", salutation="\u00e9lan"),
    )
    remarks = check(inspection)
    assert [(remark.pointer, remark.message) for remark in remarks] == [
        ("/evidence/0/participants/1", "contains the invisible character U+202E"),
        ("/publication/title", "contains the invisible character U+200B"),
    ]
    assert {remark.code for remark in remarks} == {RemarkCode.INVISIBLE_CHARACTER}


def test_the_frameworks_that_are_passed_are_the_ones_that_count() -> None:
    own = Framework(id="ofsted-ucra", title="X", inspectorate="Y", dates=Dates(until=_day("2000-01-01")))
    assert [remark.code for remark in check(_PLAIN, frameworks=iter([own]))] == [
        RemarkCode.FRAMEWORK_NOT_IN_USE
    ]
    assert check(Inspection(framework="ofsted-ucra"), frameworks=()) == ()
