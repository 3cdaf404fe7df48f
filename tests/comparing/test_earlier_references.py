"""What a history says of references to the inspection that raised a priority action."""

from __future__ import annotations

import datetime

import attrs
import pytest
from samples import PRIORITY, day, finding, inspection

import inspection_model as im
from inspection_model.comparing.earlier import references_to

WAIT = finding("Families wait for weeks, and nobody tells them why.", PRIORITY)
VISIT = "ofsted-focused-visit"


def reference(
    year: int | None = 2019, month: int | None = None, kind: str | None = None
) -> im.EarlierInspection:
    return im.EarlierInspection(
        as_printed=f"{kind} of {month} {year}", framework=kind, year=year, month=month
    )


def later(*references: im.EarlierInspection, declared: tuple[im.Declaration, ...] = ()) -> im.Inspection:
    return attrs.evolve(
        inspection(on=day(2022)), earlier_inspections=references, declared=declared, framework="ofsted-ilacs"
    )


def raised(**fields: object) -> im.Inspection:
    return attrs.evolve(inspection(WAIT, on=day(2019, 5)), **{"framework": VISIT, **fields})  # type: ignore[arg-type]


def mention(document: im.Inspection, *others: im.Inspection) -> im.LaterDocument:
    return im.History([raised(), document, *others]).priority_actions[0].later[-1]


@pytest.mark.parametrize("named", [reference(), reference(month=5), reference(kind=VISIT)])
def test_a_document_that_names_the_inspection_refers_to_it(named: im.EarlierInspection) -> None:
    said = mention(later(named))
    assert (said.mention, said.as_printed) == (im.Mention.REFERS, named.as_printed)


@pytest.mark.parametrize(
    "named", [reference(None), reference(2018), reference(month=6), reference(kind="ofsted-jtai")]
)
def test_another_date_or_kind_is_silent(named: im.EarlierInspection) -> None:
    assert mention(later(named)).mention is im.Mention.SILENT


def test_a_reference_that_two_inspections_match_is_to_none() -> None:
    other = inspection(on=day(2019, 11))
    assert mention(later(reference()), other).mention is im.Mention.SILENT
    assert mention(later(reference(month=5)), other).mention is im.Mention.REFERS
    # What is not before the document cannot be meant.
    assert mention(later(reference()), inspection(on=day(2023))).mention is im.Mention.SILENT
    history = im.History([raised(), later(reference()), inspection(on=day(2023))])
    assert history.priority_actions[0].later[0].mention is im.Mention.REFERS


def test_an_inspection_may_be_named_by_the_date_of_its_letter() -> None:
    letter = im.Publication(date=datetime.date(2019, 7, 1))
    one = raised(publication=letter)
    assert references_to(one, [one], later(reference(month=7))) == (reference(month=7),)
    undated = raised(visit=None)
    assert references_to(undated, [undated], later(reference())) == ()


@pytest.mark.parametrize("state", ["addressed", "partly-addressed", "not-addressed", "carried-over"])
def test_what_a_document_states_of_earlier_actions(state: str) -> None:
    statement = im.Declaration(category=PRIORITY, state=im.DeclarationState(state), as_printed="words")
    said = mention(later(reference(), declared=(statement,)))
    assert (said.mention, said.as_printed) == (im.Mention(state), "words")


def test_a_statement_that_names_another_inspection_is_about_that_one() -> None:
    one, other = reference(month=5), reference(2017)
    statement = im.Declaration(
        category=PRIORITY, state=im.DeclarationState.ADDRESSED, as_printed=f"those of the {other.as_printed}"
    )
    assert mention(later(one, other, declared=(statement,))).mention is im.Mention.REFERS
    about = attrs.evolve(statement, as_printed=f"those of the {one.as_printed}")
    assert mention(later(one, other, declared=(statement, about))).mention is im.Mention.ADDRESSED


def test_a_statement_about_another_category_says_nothing_of_the_actions() -> None:
    statement = im.Declaration(category=im.Category.IMPROVEMENT, state=im.DeclarationState.ADDRESSED)
    assert mention(later(declared=(statement,))).mention is im.Mention.SILENT


def test_a_statement_about_earlier_findings_is_not_compared_with_a_number() -> None:
    four = im.Declaration(category=PRIORITY, state=im.DeclarationState.SPECIFIED, count=4)
    outcome = im.Declaration(category=PRIORITY, state=im.DeclarationState.ADDRESSED)
    changes = im.compare(later(declared=(outcome, four)), later(declared=(four,))).declared
    assert [(each.earlier, each.later) for each in changes] == [(four, four), (outcome, None)]
