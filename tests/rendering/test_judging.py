"""Judgements, partnerships and previous inspections in every rendering."""

from __future__ import annotations

import datetime

import attrs
import pytest

from inspection_model.frameworks import Framework
from inspection_model.frameworks.framework import Area, Dates, Grade, Meaning, Section
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model import (
    Authority,
    Body,
    Finding,
    Inspection,
    Inspectorate,
    Judgement,
    Partnership,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Visit,
)
from inspection_model.rendering import render_html, render_markdown, render_text
from inspection_model.rendering.judging import judgement_rows, person_words, previous_words
from inspection_model.rendering.outline import outline
from inspection_model.rendering.report import Details, Note, ReportSection
from inspection_model.vocabulary import Category, PersonRole, PreviousState, PublicationForm

FRAMEWORK = Framework(
    id="harbour-review",
    title="Harbour review",
    inspectorate="Tidewatch",
    form=PublicationForm.REPORT,
    grades=(Grade(id="fair", rank=1, printed=("Fair enough",)),),
    areas=(Area(id="pier", printed=("The pier", "Pier")), Area(id="quay", printed=("The quay",))),
    sections=(
        Section(category=Category.MAIN_FINDING, headings=("The pier",), area="pier"),
        Section(category=Category.MAIN_FINDING, lead_ins=(Phrase("at the quay we saw"),), area="quay"),
    ),
)
_DAY = datetime.date(2020, 3, 3)
REPORT = Inspection(
    framework="harbour-review",
    authority=Authority(name="Northmere"),
    partnership=Partnership(
        name="Northmere Harbour Partnership",
        bodies=[Body(name="Northmere Council", kind="local-authority", person="Ada Quill", post="Director")],
    ),
    inspectorates=[Inspectorate(name="Tidewatch")],
    visit=Visit(periods=[Period(start=_DAY, end=_DAY + datetime.timedelta(days=2))]),
    previous=PreviousInspection(state=PreviousState.NOT_INSPECTED),
    inspectors=[Person(name="Otto Penn", role=PersonRole.LEAD)],
    judgements=[Judgement(area="pier", grade="fair"), Judgement(grade="fair", grade_as_printed="Fair")],
    findings=[
        Finding(category=Category.MAIN_FINDING, text="Ropes are new.", area="pier"),
        Finding(category=Category.MAIN_FINDING, text="Lamps are lit.", area="quay"),
    ],
    publication=Publication(form=PublicationForm.REPORT, title="Harbour review of Northmere", date=_DAY),
)


def test_a_report_is_written_without_the_parts_of_a_letter() -> None:
    assert (
        render_text(REPORT, framework=FRAMEWORK)
        == """\
Harbour review of Northmere

Area                        Grade
The pier                    Fair enough
The inspection as a whole   Fair

Partnership: Northmere Harbour Partnership
Local authority: Northmere Council, Ada Quill, Director
On site: 3 March 2020 to 5 March 2020
Previous inspection: not previously inspected
Inspectors: Otto Penn, Lead inspector
Date: 3 March 2020

The pier

- Ropes are new.

at the quay we saw:

- Lamps are lit.
"""
    )


def test_an_empty_report_has_a_title() -> None:
    assert render_text(Inspection(), framework=FRAMEWORK) == "Unknown authority\n"
    named = Inspection(authority=Authority(name="Northmere"))
    assert render_text(named, framework=FRAMEWORK) == "Northmere\n"


def test_a_body_without_a_kind_is_a_body() -> None:
    partnership = Partnership(name="Quay Partnership", bodies=[Body(name="The academies")])
    assert "\nBody: The academies\n" in render_text(Inspection(partnership=partnership), framework=FRAMEWORK)


def test_a_letter_shows_judgements_below_its_opening() -> None:
    letter = attrs.evolve(REPORT, publication=Publication(title="Harbour review"))
    blocks = render_text(letter, framework=FRAMEWORK).split("\n\n")
    assert blocks[0] == "Tidewatch"
    assert blocks.index("Harbour review") < blocks.index(
        "Area                        Grade\n"
        "The pier                    Fair enough\n"
        "The inspection as a whole   Fair"
    )
    assert blocks[-1] == "Yours sincerely\n"


@pytest.mark.parametrize(
    ("judgement", "row"),
    [
        (Judgement(area="pier", area_as_printed="Piers", grade="fair"), ("Piers", "Fair enough")),
        (Judgement(area="pier", grade="fair", grade_as_printed="Fair"), ("The pier", "Fair")),
        (Judgement(area="far-side", grade="not-so-good"), ("Far side", "Not so good")),
        (Judgement(grade="fair"), ("The inspection as a whole", "Fair enough")),
        (
            Judgement(area="quay", grade="fair", part_of="pier"),
            ("The quay (part of The pier)", "Fair enough"),
        ),
    ],
)
def test_a_row_has_the_printed_words_or_those_of_the_framework(
    judgement: Judgement, row: tuple[str, str]
) -> None:
    assert list(judgement_rows([judgement], FRAMEWORK)) == [row]


def test_without_a_framework_the_ids_are_written_as_words() -> None:
    assert list(judgement_rows(REPORT.judgements, None)) == [
        ("Pier", "Fair"),
        ("The inspection as a whole", "Fair"),
    ]


@pytest.mark.parametrize(
    ("previous", "words"),
    [
        (PreviousInspection(as_printed="None", state=PreviousState.NOT_INSPECTED), "None"),
        (PreviousInspection(state=PreviousState.NOT_INSPECTED), "not previously inspected"),
        (PreviousInspection(periods=[Period(start=_DAY, end=_DAY)]), "3 March 2020"),
    ],
)
def test_a_previous_inspection_is_in_the_printed_words_if_there_are_any(
    previous: PreviousInspection, words: str
) -> None:
    assert previous_words(previous) == words


def test_a_person_is_written_with_post_and_role() -> None:
    assert person_words(Person(name="Otto Penn")) == "Otto Penn"
    lead = Person(name="Otto Penn", post="Inspector", role=PersonRole.LEAD)
    assert person_words(lead) == "Otto Penn, Inspector, Lead inspector"


def test_every_rendering_shows_judgements_first() -> None:
    assert [section.name for section in outline(REPORT, FRAMEWORK).sections] == [
        "judgements",
        "main-finding",
        "inspection",
        "publication",
        "partnership",
        "inspectors",
        "inspectorate",
    ]
    assert "| The pier | Fair enough |\n" in render_markdown(REPORT, framework=FRAMEWORK)
    assert "<tr><td>The pier</td>" in render_html(REPORT, framework=FRAMEWORK)
    assert "<span>Fair enough</span>" in render_html(REPORT, framework=FRAMEWORK)


def test_a_report_is_named_after_its_partnership_only_without_an_authority() -> None:
    assert outline(REPORT, FRAMEWORK).title == "Northmere"
    assert outline(attrs.evolve(REPORT, authority=None)).title == "Northmere Harbour Partnership"
    assert outline(Inspection()).title == "Unknown authority"


@pytest.mark.parametrize(
    ("form", "title", "label"), [("letter", "Letter", "Subject"), ("report", "Report", "Title")]
)
def test_the_section_of_the_publication_is_named_after_its_form(form: str, title: str, label: str) -> None:
    publication = Publication(form=PublicationForm(form), title="Harbour review")
    (section,) = outline(Inspection(publication=publication)).sections[1:]
    assert (section.name, section.title) == ("publication", title)
    (details,) = section.blocks
    assert isinstance(details, Details)
    assert [detail.label for detail in details.details] == [label]


def groups_of(findings: list[Finding]) -> list[tuple[str | None, list[str]]]:
    """Return the heading and the areas of each group of main findings."""
    report = outline(attrs.evolve(REPORT, findings=findings), FRAMEWORK)
    (section,) = [section for section in report.sections if section.name == "main-finding"]
    groups: list[tuple[str | None, list[str]]] = []
    for group in section.blocks:
        blocks = group.blocks if isinstance(group, ReportSection) else (group,)
        details = [block for block in blocks if isinstance(block, Details)]
        areas = [str(detail.values[0]) for block in details for detail in block.details]
        groups.append((group.title if isinstance(group, ReportSection) else None, areas))
    return groups


def test_findings_of_two_areas_are_apart_and_name_their_area() -> None:
    same = [attrs.evolve(finding, heading="Findings") for finding in REPORT.findings]
    assert groups_of([*same, attrs.evolve(same[0], area=None)]) == [
        ("Findings", ["The pier"]),
        ("Findings", ["The quay"]),
        ("Findings", []),
    ]


@pytest.mark.parametrize("heading", ["The pier", "The Pier: fair enough", "Pier"])
def test_the_area_is_not_repeated_below_a_heading_that_names_it(heading: str) -> None:
    assert groups_of([attrs.evolve(REPORT.findings[0], heading=heading)]) == [(heading, [])]


def test_findings_without_a_heading_stand_under_their_area() -> None:
    assert groups_of([*REPORT.findings]) == [("The pier", []), ("The quay", [])]
    assert groups_of([attrs.evolve(REPORT.findings[0], area=None)]) == [(None, [])]


def test_a_heading_that_only_names_the_category_is_not_repeated() -> None:
    assert groups_of([attrs.evolve(REPORT.findings[0], heading="Main Findings", area="far")])[0] == (
        None,
        ["Far"],
    )


def test_a_meaning_stands_once_above_the_groups_to_which_it_applies() -> None:
    section = FRAMEWORK.sections[0]
    told = attrs.evolve(section, area=None, meanings=(Meaning(text="What was seen.", dates=Dates()),))
    inspection = attrs.evolve(
        REPORT, findings=[attrs.evolve(REPORT.findings[0], area=None, heading=h) for h in ("One", "Two")]
    )
    report = outline(inspection, attrs.evolve(FRAMEWORK, sections=(told,)))
    blocks = report.sections[1].blocks
    assert [type(block) for block in blocks] == [Note, ReportSection, ReportSection]
