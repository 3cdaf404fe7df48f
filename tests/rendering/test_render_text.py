"""Rendering as a letter: its standard sentences, and reading it back."""

from __future__ import annotations

import itertools
from typing import Any

import attrs
import pytest
from letter_records import FULL_LETTER, LETTER, SUBJECT, day, finding

from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.person import Person
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Period, Visit
from inspection_model.reading import read_letter
from inspection_model.rendering.text import render_text
from inspection_model.vocabulary import Category, DeclarationState, EvidenceMethod, PublicationForm

_BASIS = "section 138 of the Education and Inspections Act 2006"
_WRITTEN = f"""\
Ofsted
Larch House
Northmere
T 01632 960001
Direct F 01632 960002
a@b.example

9 November 2009

Mrs Ada Quill
Director of Services
Northmere Council
Bell Street

Dear Mrs Quill

Unannounced inspection of contact, referral and assessment in Northmere

This letter gives the findings of the inspection of Northmere Council; \
the days of the visit: 13 to 14 October 2009. \
The inspectors were Otto Penn, HMI and Una Hart. \
The legal basis is {_BASIS}. \
The inspection contributes to the yearly review of Northmere.

The inspection looked at the following:

- the gate
- how calls are answered

The evidence was as follows:

- case records
- Inspectors spoke to cooks and clerks.
- discussions with drivers
- the weather

The letter declares two areas for priority action.

The letter declares a number of areas for development.

In these areas the arrangements were delivered satisfactorily in accordance with national guidance:

- Calls are written down.

Strengths

- Clerks stay. They like it.

Areas for priority action

1. Thresholds:
  o a
  o b

2. Notes.

The areas will be specifically considered in any future inspection.

Yours sincerely

Otto Penn
Divisional Manager
"""


def test_a_full_record_is_written_in_standard_sentences() -> None:
    assert render_text(FULL_LETTER) == _WRITTEN


def test_a_full_record_is_read_back() -> None:
    reading = read_letter(render_text(FULL_LETTER))
    assert reading.inspection == FULL_LETTER
    assert reading.coverage == 1.0


def test_an_empty_record_is_a_letter_with_a_sign_off() -> None:
    assert render_text(Inspection()) == "Yours sincerely\n"


_LESS: dict[str, dict[str, Any]] = {
    "no authority": {"authority": None, "publication": attrs.evolve(LETTER, title=SUBJECT)},
    "no visit": {"visit": None},
    "no inspectors": {"inspectors": ()},
    "one inspector": {"inspectors": (Person(name="Otto Penn", post="Senior HMI"),)},
    "no legal basis": {"legal_basis": None},
    "another legal basis": {"legal_basis": LegalBasis(act="Harbours Act 1999", section="12A")},
    "no scope": {"scope": ()},
    "no evidence": {"evidence": ()},
    "no declarations": {"declared": ()},
    "no findings": {"findings": ()},
    "no obligations": {"obligations": ()},
    "no assessment": {"contributes_to": None},
}


@pytest.mark.parametrize("kind", _LESS)
def test_a_record_without_a_field_is_read_back(kind: str) -> None:
    inspection = attrs.evolve(FULL_LETTER, **_LESS[kind])
    assert read_letter(render_text(inspection)).inspection == inspection


@pytest.mark.parametrize("field", ["recipients", "signatories", "date"])
def test_a_letter_without_a_field_is_read_back(field: str) -> None:
    changes: dict[str, Any] = {field: None, "date_as_printed": None} if field == "date" else {field: ()}
    inspection = attrs.evolve(FULL_LETTER, publication=attrs.evolve(LETTER, **changes))
    assert read_letter(render_text(inspection)).inspection == inspection


def test_values_without_a_printed_form_are_written_in_standard_form() -> None:
    visit = Visit(
        periods=[
            Period(start=day("2009-10-05"), end=day("2009-10-05")),
            Period(start=day("2009-10-07"), end=day("2009-10-09")),
            Period(start=day("2009-12-01"), end=day("2009-12-01")),
        ]
    )
    bare = Inspection(framework="ofsted-ucra", visit=visit, publication=Publication(date=day("0999-01-02")))
    written = render_text(bare)
    assert "5 October 2009, 7 October 2009 to 9 October 2009 and 1 December 2009." in written
    assert written.startswith("2 January 0999\n")
    again = read_letter(
        f"Dear Ada\n\nUnannounced inspection of contact, referral and assessment\n\n{written}"
    )
    assert again.inspection.visit is not None
    assert again.inspection.visit.days == visit.days


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (LegalBasis(act="Harbours Act 1999", section="12"), "section 12 of the Harbours Act 1999"),
        (LegalBasis(act="Harbours Act 1999"), "the Harbours Act 1999"),
    ],
)
@pytest.mark.parametrize("framework", ["ofsted-ucra", None])
def test_a_legal_basis_of_another_kind_is_named_by_its_act(
    basis: LegalBasis, words: str, framework: str | None
) -> None:
    assert f"The legal basis is {words}." in render_text(Inspection(framework=framework, legal_basis=basis))


@pytest.mark.parametrize(
    ("declaration", "lines"),
    [
        (
            (Category.PRIORITY_ACTION, "specified", 3, None),
            ["The letter declares 3 areas for priority action."],
        ),
        (
            (Category.IMPROVEMENT, "unspecified", None, None),
            ["The letter declares a number of areas for development."],
        ),
        ((Category.STRENGTH, "none", None, None), ["The letter declares no strengths."]),
        (
            (Category.STRENGTH, "none", None, "No strengths were seen"),
            ["The letter declares No strengths were seen."],
        ),
        (
            (Category.PRIORITY_ACTION, "none", None, "There were no areas for priority action"),
            ["There were no areas for priority action."],
        ),
        (
            (Category.PRIORITY_ACTION, "carried-over", None, None),
            ["Areas for priority action", "The areas for priority action are carried over."],
        ),
        (
            (Category.PRIORITY_ACTION, "carried-over", None, "Those of the last visit still apply"),
            ["Areas for priority action", "Those of the last visit still apply."],
        ),
        # A category for which the framework has no terms.
        ((Category.OVERVIEW, "specified", 1, None), ["The letter declares 1 findings of category overview."]),
        ((Category.MAIN_FINDING, "carried-over", None, "Still so"), ["Main finding", "Still so."]),
    ],
)
def test_a_declaration_is_written_where_the_reader_expects_it(
    declaration: tuple[Category, str, int | None, str | None], lines: list[str]
) -> None:
    category, state, count, printed = declaration
    record = Declaration(category=category, state=DeclarationState(state), count=count, as_printed=printed)
    written = render_text(Inspection(framework="ofsted-ucra", declared=[record]))
    assert written.split("\n\n")[:-1] == lines
    without = render_text(Inspection(declared=[record]))
    assert without.count("\n\n") == len(lines)


def test_declarations_in_all_states_are_read_back() -> None:
    states = [
        ("none", None, "no areas for priority action"),
        ("unspecified", None, "several strengths"),
        ("specified", 12, "twelve areas for development"),
    ]
    categories = [Category.PRIORITY_ACTION, Category.STRENGTH, Category.IMPROVEMENT]
    declared = [
        Declaration(category=category, state=DeclarationState(state), count=count, as_printed=printed)
        for category, (state, count, printed) in zip(categories, states, strict=True)
    ]
    inspection = attrs.evolve(FULL_LETTER, declared=declared)
    assert read_letter(render_text(inspection)).inspection == inspection


LETTERS = [each for each in shipped_frameworks() if each.form is PublicationForm.LETTER]


@pytest.mark.parametrize("framework", LETTERS, ids=lambda framework: framework.id)
def test_findings_of_every_category_and_heading_are_read_back(framework: Framework) -> None:
    subject = f"{framework.subjects[0].capitalize()} Northmere"
    findings = [
        Finding(category=section.category, text=f"This is item {number} of it.", heading=heading)
        for section in framework.sections
        for heading, number in itertools.product(section.headings, (1, 2))
    ]
    inspection = attrs.evolve(
        FULL_LETTER,
        framework=framework.id,
        findings=findings,
        declared=(),
        obligations=(),
        legal_basis=None,
        publication=attrs.evolve(LETTER, title=subject),
    )
    assert read_letter(render_text(inspection)).inspection == inspection


def test_a_finding_without_a_heading_gets_a_heading_or_lead_in_of_its_framework() -> None:
    findings = [finding(category, "Something.", None) for category in Category]
    written = render_text(Inspection(framework="ofsted-ucra", findings=findings))
    for opener in (
        "Areas for priority action",
        "Areas for development",
        "Strengths",
        "Overview",
        "Main finding",
    ):
        assert f"\n{opener}\n" in f"\n{written}"
    assert "in accordance with national guidance:\n" in written
    assert "\nPriority action\n" in f"\n{render_text(Inspection(findings=findings))}"


def test_only_adjacent_findings_share_a_heading() -> None:
    findings = [
        finding(Category.STRENGTH, "One.", "Strengths"),
        finding(Category.STRENGTH, "Two.", "Strengths"),
        finding(Category.STRENGTH, "Three.", "Strength"),
        finding(Category.IMPROVEMENT, "Four.", "Areas for development"),
        finding(Category.STRENGTH, "Five.", "Strengths"),
    ]
    written = render_text(Inspection(framework="ofsted-ucra", findings=findings))
    assert written.count("Strengths\n") == 2
    assert written.count("Strength\n") == 1
    assert read_letter(
        render_text(attrs.evolve(FULL_LETTER, findings=findings))
    ).inspection.findings == tuple(findings)


def test_an_inspector_with_a_post_in_the_plural_stays_single() -> None:
    inspectors = [Person(name="Ada Quill"), Person(name="Otto Penn", post="Her Majesty\u2019s Inspector")]
    inspection = attrs.evolve(FULL_LETTER, inspectors=inspectors)
    assert read_letter(render_text(inspection)).inspection.inspectors == tuple(inspectors)


@pytest.mark.parametrize("method", EvidenceMethod)
def test_evidence_of_every_method_is_read_back(method: EvidenceMethod) -> None:
    texts = {
        EvidenceMethod.RECORDS: "case records",
        EvidenceMethod.OBSERVATION: "observed panels",
        EvidenceMethod.INTERVIEW: "cooks",
        EvidenceMethod.INFORMATION_PROVIDED: "information provided",
        EvidenceMethod.PERFORMANCE_DATA: "performance data",
        EvidenceMethod.AUDIT: "audits",
        EvidenceMethod.OTHER: "the weather",
    }
    people = ("cooks",) if method is EvidenceMethod.INTERVIEW else ()
    source = EvidenceSource(method=method, text=texts[method], participants=people)
    inspection = attrs.evolve(FULL_LETTER, evidence=[source])
    assert read_letter(render_text(inspection)).inspection == inspection
