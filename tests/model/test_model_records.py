"""The rules of individual classes: codes, declarations, legal bases, visits, ids."""

from __future__ import annotations

import datetime

import attrs
import pytest
from model_samples import AUTHORITY, DECLARATION, IDENTIFIER, INSPECTION, LEGAL_BASIS, PERIOD

import inspection_model as im
from inspection_model.errors import InvalidValueError
from inspection_model.vocabulary import Category, DeclarationState, IdentifierScheme

DAY = datetime.date(2009, 10, 6)


# Authorities.


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        (IdentifierScheme.DFE, "879"),
        (IdentifierScheme.DFE, "000"),
        (IdentifierScheme.GSS, "E06000026"),
        (IdentifierScheme.OFSTED_URN, "80538"),
        (IdentifierScheme.OFSTED_URN, "1234567"),
    ],
)
def test_a_code_of_the_form_of_its_scheme_is_kept(scheme: IdentifierScheme, value: str) -> None:
    assert im.Identifier(scheme=scheme, value=value).value == value


@pytest.mark.parametrize(
    ("scheme", "value", "form"),
    [
        (IdentifierScheme.DFE, "87", "three digits, such as 879"),
        (IdentifierScheme.DFE, "8790", "three digits, such as 879"),
        (IdentifierScheme.DFE, "x", "three digits, such as 879"),
        (IdentifierScheme.DFE, "８７９", "three digits, such as 879"),
        (IdentifierScheme.GSS, "e06000026", "a capital letter and eight digits, such as E06000026"),
        (IdentifierScheme.GSS, "E0600002", "a capital letter and eight digits, such as E06000026"),
        (IdentifierScheme.GSS, "E06000026/E06000027", "a capital letter and eight digits, such as E06000026"),
        (IdentifierScheme.OFSTED_URN, "1234", "five to seven digits, such as 80538"),
        (IdentifierScheme.OFSTED_URN, "12345678", "five to seven digits, such as 80538"),
    ],
)
def test_a_code_of_another_form_is_refused_with_the_form(
    scheme: IdentifierScheme, value: str, form: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        im.Identifier(scheme=scheme, value=value)
    assert str(caught.value) == f"Identifier.value: expected {form} (scheme {scheme}), found {value!r}"


def test_two_codes_of_one_scheme_are_refused() -> None:
    other = attrs.evolve(IDENTIFIER, value="998")
    with pytest.raises(
        InvalidValueError,
        match=r"Authority.identifiers: expected at most one identifier per scheme, found \(Identifier\(",
    ):
        im.Authority(name="Northmere", identifiers=(IDENTIFIER, other))


def test_an_authority_returns_its_code_in_a_scheme() -> None:
    assert AUTHORITY.identifier(IdentifierScheme.DFE) == "999"
    assert AUTHORITY.identifier(IdentifierScheme.GSS) == "E99000001"
    assert AUTHORITY.identifier(IdentifierScheme.OFSTED_URN) is None


# Declarations.

_COUNTED = "^Declaration.count: expected a count if and only if the state is specified, found"


@pytest.mark.parametrize("state", [state for state in DeclarationState if state != "specified"])
def test_a_count_is_allowed_only_with_the_state_specified(state: DeclarationState) -> None:
    assert attrs.evolve(DECLARATION, state=state, count=None).count is None
    with pytest.raises(InvalidValueError, match=f"{_COUNTED} 4$"):
        attrs.evolve(DECLARATION, state=state)


def test_the_state_specified_needs_a_count() -> None:
    with pytest.raises(InvalidValueError, match=f"{_COUNTED} None$"):
        attrs.evolve(DECLARATION, count=None)


# Legal bases.


def test_a_legal_basis_has_an_address_and_a_dated_one() -> None:
    address = "https://www.legislation.gov.uk/ukpga/2006/40/section/138"
    assert LEGAL_BASIS.uri() == address
    assert LEGAL_BASIS.uri(on=DAY) == f"{address}/2009-10-06"


def test_a_legal_basis_without_an_identifier_has_no_address() -> None:
    basis = im.LegalBasis(act="Some Act 1999")
    assert basis.uri() is None
    assert basis.uri(on=DAY) is None


@pytest.mark.parametrize(
    "identifier",
    [
        "ukpga",
        "/ukpga/2006",
        "ukpga/2006/",
        "ukpga//2006",
        "UKPGA/2006",
        "a/../b",
        "http://x/y",
        "a/b?c",
        "a/b#c",
    ],
)
def test_a_path_that_could_be_another_address_is_refused(identifier: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(LEGAL_BASIS, identifier=identifier)
    assert str(caught.value) == (
        "LegalBasis.identifier: expected a path on legislation.gov.uk, such as ukpga/2006/40/section/138, "
        f"found {identifier!r}"
    )


# Visits.


def test_a_period_ends_on_or_after_its_first_day() -> None:
    assert im.Period(start=DAY, end=DAY).days == (DAY,)
    with pytest.raises(InvalidValueError) as caught:
        im.Period(start=DAY, end=DAY - datetime.timedelta(days=1))
    assert str(caught.value) == (
        "Period.end: expected a day not before the start (2009-10-06), found datetime.date(2009, 10, 5)"
    )


def test_a_period_counts_both_its_ends() -> None:
    assert PERIOD.length == 2
    assert PERIOD.days == (DAY, datetime.date(2009, 10, 7))
    last = im.Period(start=datetime.date(9999, 12, 30), end=datetime.date.max)
    assert last.days[-1] == datetime.date.max


def _single(day: int) -> im.Period:
    return im.Period(start=datetime.date(2009, 10, day), end=datetime.date(2009, 10, day))


def test_a_visit_is_a_set_of_days() -> None:
    visit = im.Visit(periods=(_single(6), _single(9)))
    assert visit.days == (DAY, datetime.date(2009, 10, 9))
    assert (visit.first_day, visit.last_day) == (DAY, datetime.date(2009, 10, 9))


def test_a_visit_may_have_printed_words_only() -> None:
    visit = im.Visit(as_printed="31 and 32 October")
    assert visit.days == ()
    assert visit.first_day is None
    assert visit.last_day is None


def test_a_visit_of_nothing_is_refused() -> None:
    with pytest.raises(
        InvalidValueError, match=r"^Visit.periods: expected a period, or the words as printed, found \(\)$"
    ):
        im.Visit()


@pytest.mark.parametrize(
    "periods", [(_single(7), _single(6)), (_single(6), _single(6)), (PERIOD, _single(7))]
)
def test_periods_stand_in_order_and_apart(periods: tuple[im.Period, ...]) -> None:
    expected = r"^Visit.periods: expected periods in chronological order, without overlap, found \(Period\("
    with pytest.raises(InvalidValueError, match=expected):
        im.Visit(periods=periods)


# Inspections.


@pytest.mark.parametrize(
    "framework", ["Ofsted", "ofsted ucra", "ofsted--ucra", "-ucra", "ucra-", "a/b", "a_b"]
)
def test_the_id_of_a_framework_can_stand_in_a_file_name(framework: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        im.Inspection(framework=framework)
    assert str(caught.value) == (
        "Inspection.framework: expected lower-case words and digits joined by hyphens, "
        f"such as ofsted-ucra, found {framework!r}"
    )


def test_an_inspection_of_nothing_is_one() -> None:
    inspection = im.Inspection()
    assert inspection.id == "unknown/unknown/unknown"
    assert inspection.finding_ids == ()


def test_the_id_of_an_inspection_is_readable() -> None:
    assert INSPECTION.id == "ofsted-ucra/999/2009-10-06"


@pytest.mark.parametrize(
    ("authority", "key"),
    [
        (im.Authority(name="Northmere", identifiers=AUTHORITY.identifiers), "999"),
        (im.Authority(name="Northmere", identifiers=AUTHORITY.identifiers[::-1]), "999"),
        (im.Authority(name="Northmere", identifiers=AUTHORITY.identifiers[1:]), "E99000001"),
        (im.Authority(name="St. Agnes & Tarn, City of"), "st-agnes-tarn-city-of"),
        (im.Authority(name="—"), "unknown"),
        (None, "unknown"),
    ],
)
def test_the_authority_of_an_id_is_its_best_code_or_its_name(
    authority: im.Authority | None, key: str
) -> None:
    assert im.Inspection(framework="mine", authority=authority).id == f"mine/{key}/unknown"


def test_the_day_of_an_id_is_that_of_the_visit_else_that_of_the_letter() -> None:
    letter = im.Publication(date=datetime.date(2009, 10, 28))
    printed = im.Visit(as_printed="in October")
    assert im.Inspection(visit=im.Visit(periods=[PERIOD]), publication=letter).id.endswith("/2009-10-06")
    assert im.Inspection(visit=printed, publication=letter).id.endswith("/2009-10-28")
    assert im.Inspection(visit=printed, publication=im.Publication()).id.endswith("/unknown")


def test_the_id_of_a_finding_counts_in_its_category() -> None:
    categories = (Category.STRENGTH, Category.IMPROVEMENT, Category.STRENGTH)
    findings = [im.Finding(category=category, text="Words.") for category in categories]
    assert im.Inspection(findings=findings).finding_ids == (
        "unknown/unknown/unknown/strength/1",
        "unknown/unknown/unknown/improvement/1",
        "unknown/unknown/unknown/strength/2",
    )
