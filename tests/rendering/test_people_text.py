"""Addressees, signatories and headings of letters in plain text, and that they are read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.model.person import Person
from inspection_model.reading import read_letter
from inspection_model.rendering.text import render_text
from inspection_model.vocabulary import Category

ADA = Person(name="Ada Quill", post="Director of Children's Services", organisation="Wexcombe Council")
TOM = Person(name="Tom Fenn", post="Chief Constable", organisation="Wexcombe Police")
MAE = Person(name="Mae Hollis", organisation="Youth Justice Service")
AT_HOME = attrs.evolve(TOM, address=("1 Quay Street", "Wexcombe"))
SAMPLE = Path(__file__).parents[1] / "reading" / "reports" / "wexcombe-2018.txt"
JOINT = attrs.evolve(read_letter(SAMPLE.read_text(encoding="utf-8")).inspection, findings=(), obligations=())
SALUTATION = "Dear local partnership"


def _letter(**people: Any) -> Inspection:
    assert JOINT.publication is not None
    return attrs.evolve(JOINT, publication=attrs.evolve(JOINT.publication, **people))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            (ADA, TOM, MAE),
            f"{ADA.name}, {ADA.post}, {ADA.organisation}\n{TOM.name}, {TOM.post}, {TOM.organisation}\n"
            f"{MAE.name}, {MAE.organisation}\n",
        ),
        (
            (ADA, TOM),
            f"{ADA.name}\n{ADA.post}\n{ADA.organisation}\n\n{TOM.name}\n{TOM.post}\n{TOM.organisation}\n",
        ),
        (
            (ADA, MAE, AT_HOME),
            f"{ADA.name}\n{ADA.post}\n{ADA.organisation}\n\n{MAE.name}\n{MAE.organisation}\n\n"
            f"{TOM.name}\n{TOM.post}\n{TOM.organisation}\n1 Quay Street\nWexcombe\n",
        ),
        (
            (MAE, ADA, Person(name="Rosa Finch")),
            f"{MAE.name}\n{MAE.organisation}\n\n{ADA.name}\n{ADA.post}\n{ADA.organisation}\n\nRosa Finch\n",
        ),
        (
            (MAE, MAE, attrs.evolve(ADA, post="Director, People")),
            f"{MAE.name}\n{MAE.organisation}\n\n{MAE.name}\n{MAE.organisation}\n\n"
            f"{ADA.name}\nDirector, People\n{ADA.organisation}\n",
        ),
        (
            (MAE, MAE, attrs.evolve(MAE, post="Director, People", organisation=None)),
            f"{MAE.name}, {MAE.organisation}\n{MAE.name}, {MAE.organisation}\n{MAE.name}, Director, People\n",
        ),
    ],
    ids=["three", "two", "an address", "a name alone", "a comma", "a comma without a body"],
)
def test_several_addressees_without_an_address_have_a_line_each(
    people: tuple[Person, ...], expected: str
) -> None:
    assert f"\n\n{expected}\n{SALUTATION}\n" in f"\n\n{render_text(_letter(recipients=people))}"


def test_addressees_are_read_back() -> None:
    inspection = read_letter(render_text(_letter(recipients=(ADA, TOM, MAE)))).inspection
    assert inspection.publication is not None
    assert inspection.publication.recipients == (ADA, TOM, MAE)


OFSTED = Person(name="Ida Fenn", post="National Director", organisation="Ofsted")
HEALTH = Person(name="Nora Quill", post="Deputy Chief Inspector", organisation="Care Quality Commission")


def test_those_who_sign_for_several_inspectorates_are_in_columns_and_are_read_back() -> None:
    text = render_text(_letter(signatories=(OFSTED, HEALTH)))
    assert text.endswith(
        "Yours sincerely\n\n"
        "Ofsted              Care Quality Commission\n"
        "Ida Fenn            Nora Quill\n"
        "National Director   Deputy Chief Inspector\n"
    )
    inspection = read_letter(text).inspection
    assert inspection.publication is not None
    assert inspection.publication.signatories == (OFSTED, HEALTH)


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(HEALTH, organisation="Wexcombe Council"),
        attrs.evolve(HEALTH, organisation=None),
        attrs.evolve(HEALTH, post=None),
        attrs.evolve(HEALTH, address=("1 Quay Street",)),
    ],
    ids=["another body", "no body", "no post", "an address"],
)
def test_other_people_who_sign_are_below_each_other(other: Person) -> None:
    text = render_text(_letter(signatories=(OFSTED, other)))
    assert "\n\nIda Fenn\nNational Director\nOfsted\n\nNora Quill\n" in text


def test_the_letter_of_one_inspectorate_has_no_columns() -> None:
    letter = attrs.evolve(_letter(signatories=(OFSTED,)), framework="ofsted-focused-visit")
    assert render_text(letter).endswith("\n\nIda Fenn\nNational Director\nOfsted\n")


def _finding(category: Category, heading: str | None, text: str, parts: tuple[str, ...] = ()) -> Finding:
    return Finding(category=category, heading=heading, text=text, parts=parts)


OVERVIEW = _finding(Category.OVERVIEW, None, "Partners plan well.")
STRENGTH = _finding(Category.STRENGTH, "Key strengths", "The team is stable.")
INSIDE = _finding(Category.IMPROVEMENT, "The harbour board", "Minutes are late.")
ITSELF = _finding(Category.IMPROVEMENT, "Areas for improvement", "Plans are old.")


def test_the_summary_of_a_joint_letter_is_in_paragraphs_without_a_heading() -> None:
    text = render_text(attrs.evolve(JOINT, findings=(OVERVIEW, STRENGTH)))
    assert "\n\nPartners plan well.\n\nKey strengths\n" in text
    assert read_letter(text).inspection.findings == (OVERVIEW, STRENGTH)


@pytest.mark.parametrize(
    "change", [{"number": 1}, {"parts": ("They meet.",)}, {"text": "Partners plan well:"}], ids=str
)
def test_an_item_of_the_summary_is_below_a_heading(change: dict[str, Any]) -> None:
    overview = attrs.evolve(OVERVIEW, **change)
    text = render_text(attrs.evolve(JOINT, findings=(overview, STRENGTH)))
    assert "\n\nHeadline findings\n\n" in text
    below = attrs.evolve(overview, heading="Headline findings")
    assert read_letter(text).inspection.findings == (below, STRENGTH)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((STRENGTH, INSIDE), ["Key strengths", "What needs to improve?", "The harbour board"]),
        ((STRENGTH, ITSELF, INSIDE), ["Key strengths", "Areas for improvement", "The harbour board"]),
    ],
)
def test_a_heading_inside_a_section_is_below_that_of_the_section(
    findings: tuple[Finding, ...], expected: list[str]
) -> None:
    text = render_text(attrs.evolve(JOINT, findings=(OVERVIEW, *findings)))
    headings = {"Key strengths", "What needs to improve?", "Areas for improvement", "The harbour board"}
    assert [line for line in text.splitlines() if line in headings] == expected
    assert read_letter(text).inspection.findings[1:] == findings
