"""Checks of judgements: unknown grades and areas, missing judgements, grades in headings."""

from __future__ import annotations

import datetime

import attrs
import pytest

from inspection_model.checking import check
from inspection_model.frameworks import Framework
from inspection_model.frameworks.framework import Area, Grade
from inspection_model.frameworks.grading import form_of, grade_of_heading
from inspection_model.model import (
    Authority,
    Finding,
    Inspection,
    Judgement,
    Period,
    Person,
    Publication,
    Remark,
    Visit,
)
from inspection_model.vocabulary import Category, PublicationForm

GRADES = (
    Grade(id="excellent", rank=1, printed=("Excellent",)),
    Grade(id="fair", rank=2, printed=("Fair",)),
    Grade(id="nearly-fair", rank=3, printed=("Nearly to be fair", "Nearly")),
)
AREAS = (
    Area(id="front-door", printed=("The front door",)),
    Area(id="care", printed=("Children in care", "Care")),
)
FRAMEWORK = Framework(
    id="harbour-review",
    title="Harbour review",
    inspectorate="Tidewatch",
    form=PublicationForm.REPORT,
    grades=GRADES,
    areas=AREAS,
    names_inspectors=True,
)
_DAY = datetime.date(2020, 3, 3)


def finding(area: str | None, heading: str | None) -> Finding:
    return Finding(category=Category.MAIN_FINDING, text="Plans are clear.", area=area, heading=heading)


# A consistent report.
PLAIN = Inspection(
    framework="harbour-review",
    authority=Authority(name="Northmere"),
    visit=Visit(periods=[Period(start=_DAY, end=_DAY)]),
    inspectors=[Person(name="Ada Quill")],
    judgements=[
        Judgement(area="front-door", grade="fair", rank=2),
        Judgement(area="care", grade="nearly-fair", grade_as_printed="Nearly to be fair", rank=3),
    ],
    findings=[
        finding(None, "What is going well: fair"),
        finding("front-door", "The front door: fair"),
        finding("care", "Children in care is nearly to be fair."),
    ],
    publication=Publication(form=PublicationForm.REPORT, title="Harbour review of Northmere"),
)


def remarks(framework: Framework = FRAMEWORK, **changes: object) -> list[Remark]:
    inspection: Inspection = attrs.evolve(PLAIN, **changes)  # type: ignore[arg-type]  # any field
    return [*check(inspection, frameworks=[framework])]


def codes(framework: Framework = FRAMEWORK, **changes: object) -> list[str]:
    return [remark.code.value for remark in remarks(framework, **changes)]


def test_a_report_is_not_asked_for_the_parts_of_a_letter() -> None:
    assert codes() == []
    assert codes(publication=Publication(form=PublicationForm.REPORT)) == []
    assert codes(publication=None) == []  # the framework has reports


def test_a_letter_is_asked_for_its_parts_whatever_its_framework() -> None:
    parts = ["letter-date-missing", "recipient-missing", "signatory-missing"]
    assert codes(publication=Publication()) == parts
    letters = attrs.evolve(FRAMEWORK, form=PublicationForm.LETTER)
    assert codes(letters, publication=None) == parts
    assert codes(letters) == []


def test_a_report_is_asked_for_what_every_document_has() -> None:
    assert codes(authority=None, visit=None, findings=(), inspectors=(), judgements=()) == [
        "authority-missing",
        "visit-missing",
        "findings-missing",
        "inspectors-missing",
        "judgements-missing",
    ]


def test_a_report_that_is_older_than_the_visit_is_called_a_report() -> None:
    early = Publication(form=PublicationForm.REPORT, date=datetime.date(2020, 3, 2))
    (remark,) = remarks(publication=early)
    assert remark.message == "the report is dated 2020-03-02, before the visit ended on 2020-03-03"
    assert remark.pointer == "/publication/date"


def test_a_grade_in_a_heading_is_compared_with_the_judgement_of_its_area() -> None:
    found = [finding("front-door", "The front door: excellent"), finding("care", "Children in care: nearly")]
    (remark,) = remarks(findings=[found[0], found[0], found[1]])
    assert remark.code == "grade-mismatch"
    assert remark.message == "the heading gives the grade excellent, the judgement fair"
    assert remark.pointer == "/findings/0/heading"
    assert remark.related == ("/judgements/0/grade",)


@pytest.mark.parametrize("heading", ["The front door", "Fair treatment at the front door", "Unfair", None])
def test_a_heading_without_a_grade_is_not_compared(heading: str | None) -> None:
    assert codes(findings=[finding("front-door", heading)]) == []


def test_every_judgement_of_an_area_is_compared() -> None:
    twice = [*PLAIN.judgements, Judgement(area="front-door", grade="excellent", rank=1)]
    (remark,) = remarks(judgements=twice)
    assert (remark.code, remark.related) == ("grade-mismatch", ("/judgements/2/grade",))


def test_an_area_with_findings_and_no_judgement_is_missed_once() -> None:
    found = [finding("care", "Care"), finding("care", "Care")]
    (remark,) = remarks(judgements=PLAIN.judgements[:1], findings=found)
    assert (remark.code, remark.pointer) == ("judgements-missing", "/findings/0/area")
    assert remark.message == "the area care has findings, but no judgement"


def test_a_report_without_judgements_is_missed_once() -> None:
    (remark,) = remarks(judgements=())
    assert (remark.code, remark.pointer) == ("judgements-missing", None)


@pytest.mark.parametrize(
    ("judgement", "pointer", "words"),
    [
        (Judgement(area="care", grade="poor"), "/judgements/0/grade", 'grade "poor"'),
        (
            Judgement(area="care", grade_as_printed="Not so fair"),
            "/judgements/0/grade_as_printed",
            'grade "Not so fair"',
        ),
        (Judgement(area="harbour", grade="fair"), "/judgements/0/area", 'area "harbour"'),
        (
            Judgement(area_as_printed="The harbour", grade="fair"),
            "/judgements/0/area_as_printed",
            'area "The harbour"',
        ),
    ],
)
def test_an_area_or_a_grade_that_the_framework_lacks_is_a_remark(
    judgement: Judgement, pointer: str, words: str
) -> None:
    (remark,) = remarks(judgements=[judgement], findings=[finding(None, None)])
    assert (remark.code, remark.pointer) == ("judgement-unknown", pointer)
    assert remark.message == f"the framework harbour-review has no {words}"


def test_a_judgement_about_the_whole_inspection_needs_no_area() -> None:
    whole = [Judgement(grade="fair", grade_as_printed="Fair")]
    no_areas = attrs.evolve(FRAMEWORK, areas=())
    found = [finding(None, None)]
    assert codes(judgements=whole, findings=found) == []
    assert codes(no_areas, judgements=whole, findings=found) == []
    named = [Judgement(grade="fair", area_as_printed="Experiences")]
    assert codes(no_areas, judgements=named, findings=found) == []


def test_a_framework_without_grades_compares_nothing() -> None:
    assert codes(attrs.evolve(FRAMEWORK, grades=())) == []
    assert codes(attrs.evolve(FRAMEWORK, grades=()), judgements=()) == []


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        ("The front door: fair", "fair"),
        ("The front door is FAIR.", "fair"),
        ("Fair", "fair"),
        ("The front door: nearly to be fair", "nearly-fair"),
        ("The front door: nearly", "nearly-fair"),
        ("The front door: unfair", None),
        ("The front door: fair and open", None),
        ("", None),
    ],
)
def test_the_grade_of_a_heading_is_at_its_end(heading: str, grade: str | None) -> None:
    found = grade_of_heading(heading, FRAMEWORK)
    assert (found.id if found else None) == grade


def test_the_form_is_that_of_the_record_or_else_of_the_framework() -> None:
    letter = Inspection(publication=Publication())
    assert form_of(letter, FRAMEWORK) is PublicationForm.LETTER
    assert form_of(PLAIN, None) is PublicationForm.REPORT
    assert form_of(Inspection(), FRAMEWORK) is PublicationForm.REPORT
    assert form_of(Inspection(), None) is PublicationForm.LETTER


def test_grades_and_areas_are_found_by_their_ids() -> None:
    assert FRAMEWORK.grade("fair") is GRADES[1]
    assert FRAMEWORK.area("care") is AREAS[1]
    assert [FRAMEWORK.grade("care"), FRAMEWORK.area("fair"), FRAMEWORK.area(None)] == [None] * 3
