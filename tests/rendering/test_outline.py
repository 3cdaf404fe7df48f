"""The content of a report, independent of its format."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

from inspection_model.frameworks import load_framework
from inspection_model.model import (
    Contact,
    Declaration,
    Due,
    Finding,
    Inspection,
    Inspectorate,
    LegalBasis,
    Obligation,
    Person,
    Publication,
    Visit,
)
from inspection_model.model.visit import Period
from inspection_model.rendering import render_html, render_markdown
from inspection_model.rendering.labels import category_counts, labels, written_day
from inspection_model.rendering.outline import outline
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    PersonRole,
    PreviousState,
    PublicationForm,
)


def test_every_code_has_a_label() -> None:
    known = labels()
    assert set(known.categories) == set(Category)
    assert set(known.due) == set(DueUnit) - {DueUnit.DATE}
    assert set(known.roles) == set(PersonRole)
    assert set(known.previous) == set(PreviousState)
    assert {form.value for form in PublicationForm} <= set(known.titles)
    assert {f"{form}_date" for form in PublicationForm} <= set(known.facts)


def test_a_day_is_written_in_english_in_every_locale() -> None:
    assert written_day(date(2009, 10, 6)) == "6 October 2009"
    assert written_day(date(981, 1, 12)) == "12 January 0981"


def test_empty_sections_are_omitted() -> None:
    assert [section.name for section in outline(Inspection()).sections] == ["inspection"]
    report = outline(Inspection(publication=Publication(signatories=(Person(name="Sam Signer"),))))
    assert [section.name for section in report.sections] == ["inspection", "signatories"]


def test_counts_are_in_rank_order_with_singular_or_plural_labels() -> None:
    findings = [
        Finding(category=category, text="A finding.")
        for category in (Category.STRENGTH, Category.PRIORITY_ACTION, Category.STRENGTH)
    ]
    counts = category_counts(Inspection(findings=findings))
    assert counts == (("Area for priority action", 1), ("Strengths", 2))


def test_a_category_is_explained_as_on_the_first_day_of_the_visit() -> None:
    finding = Finding(
        category=Category.PRIORITY_ACTION, text="A finding.", heading="Areas for priority action"
    )
    pages = [
        render_markdown(
            Inspection(
                framework="ofsted-ucra",
                visit=Visit(periods=(Period(start=day, end=day),)),
                findings=(finding,),
            )
        )
        for day in (date(2009, 10, 6), date(2011, 10, 6))
    ]
    assert "used broadly in the first months" in pages[0]
    assert "at risk of not being protected" in pages[1]


def test_the_title_of_a_custom_framework_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('id = "own-kind"\ntitle = "Check of moon bases"\ninspectorate = "Moon Office"\n')
    inspection = Inspection(framework="own-kind")
    assert "Check of moon bases" in render_html(inspection, framework=load_framework(file))
    assert "Check of moon bases" in render_markdown(inspection, framework=load_framework(file))
    assert "own-kind" in render_markdown(inspection)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(unit=DueUnit.WORKING_DAYS, count=70), "within 70 working days"),
        (Due(unit=DueUnit.MONTHS, count=1), "within 1 month"),
        (Due(unit=DueUnit.NEXT_INSPECTION), "at the next inspection"),
        (Due(unit=DueUnit.DATE, date=date(2010, 1, 4)), "4 January 2010"),
    ],
)
def test_a_due_rule_is_written_in_words(due: Due, words: str) -> None:
    inspection = Inspection(obligations=(Obligation(text="Act.", due=due),))
    assert f"**Due:** {words}\n" in render_markdown(inspection)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DeclarationState.UNSPECIFIED, "some stated, without a number; 0 listed"),
        (DeclarationState.NONE, "stated as none; 0 listed"),
        (DeclarationState.CARRIED_OVER, "carried over from an earlier document; 0 listed"),
    ],
)
def test_a_declaration_is_shown_with_the_number_of_listed_findings(
    state: DeclarationState, words: str
) -> None:
    inspection = Inspection(declared=(Declaration(category=Category.IMPROVEMENT, state=state),))
    assert f"**Areas for improvement:** {words}\n" in render_markdown(inspection)


TEXT_FIELDS = [name for name, kind in get_type_hints(Inspection).items() if kind == str | None]


@pytest.mark.parametrize("name", [name for name in TEXT_FIELDS if name != "framework"])
def test_every_optional_text_of_an_inspection_is_rendered_under_its_label(name: str) -> None:
    inspection = Inspection(**{name: "the annual review"})  # type: ignore[arg-type]  # each is a text
    assert f"**{labels().facts[name]}:** the annual review\\\n" in render_markdown(inspection)


def test_a_legal_basis_without_section_or_identifier_is_its_act() -> None:
    inspection = Inspection(legal_basis=LegalBasis(act="Moon Act 2044"))
    assert "**Legal basis:** Moon Act 2044\n" in render_markdown(inspection).replace("\\\n", "\n")


def test_contacts_are_not_linked_in_markdown() -> None:
    contact = Contact(kind=ContactKind.EMAIL, value="a@sample.gov.uk")
    inspection = Inspection(inspectorates=(Inspectorate(name="Ofsted", contacts=(contact,)),))
    assert "**Email:** `a@sample.gov.uk`\n" in render_markdown(inspection)


def test_a_declared_count_is_shown_with_the_number_of_listed_findings() -> None:
    declaration = Declaration(category=Category.STRENGTH, state=DeclarationState.SPECIFIED, count=4)
    findings = (Finding(category=Category.STRENGTH, text="Staff stay."),)
    rendered = render_markdown(Inspection(declared=(declaration,), findings=findings))
    assert "## Counts stated in the document\n\n**Strengths:** 4 stated; 1 listed\n" in rendered
