"""Reports in plain text: what is written with the words of the framework, and what without them."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs
import pytest

from inspection_model.frameworks.loading import find_framework, load_framework, parse_framework
from inspection_model.model import (
    Authority,
    Body,
    Declaration,
    Finding,
    Inspection,
    Inspectorate,
    Judgement,
    LegalBasis,
    Partnership,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Visit,
)
from inspection_model.reading import read_letter
from inspection_model.rendering import render_text
from inspection_model.vocabulary import Category, DeclarationState, PersonRole, PublicationForm

FRAMEWORK = load_framework(Path(__file__).parents[1] / "frameworks" / "lighthouse-review.toml")
_DAY = datetime.date(2023, 5, 4)
BASIS = LegalBasis(act="Lighthouses Act 1998", section="4", identifier="ukpga/1998/99/section/4")
REPORT = Inspection(
    framework=FRAMEWORK.id,
    authority=Authority(name="Saltby"),
    partnership=Partnership(name="Saltby Lights Partnership"),
    inspectorates=[Inspectorate(name="Coast Office"), Inspectorate(name="Fog Signal Board")],
    legal_basis=BASIS,
    visit=Visit(periods=[Period(start=_DAY, end=_DAY)], as_printed="4 May 2023"),
    previous=PreviousInspection(as_printed="Before the records begin"),
    inspectors=[
        Person(name="Ann Reed", post="HMI", role=PersonRole.LEAD),
        Person(name="Ewan Gale", post="Coast Office inspector"),
        Person(name="Ike Mast"),
        Person(name="Hana Spar", post="FSB inspector"),
    ],
    judgements=[
        Judgement(
            area="lamps", area_as_printed="The lamp", grade="bright", grade_as_printed="Bright", rank=2
        ),
        Judgement(
            area="spare-lamps",
            area_as_printed="The spare lamps",
            grade="dark",
            grade_as_printed="Dark",
            rank=6,
            part_of="lamps",
        ),
    ],
    findings=[
        Finding(category=Category.OVERVIEW, text="The light is seen far away."),
        Finding(
            category=Category.MAIN_FINDING,
            area="lamps",
            heading="The lamps – bright",
            text="It turns.",
            number=1,
        ),
        Finding(
            category=Category.PRIORITY_ACTION,
            heading="To do at once",
            text="Mend the bell.",
            parts=["The rope.", "The clapper."],
            responsible=["Saltby Council"],
        ),
    ],
    contributes_to="the yearly list of lights",
    publication=Publication(form=PublicationForm.REPORT, title="Review of the Saltby Lights Partnership"),
)
TEXT = """\
Review of the Saltby Lights Partnership

Seen on: 4 May 2023
Led by: Ann Reed, HMI
Seen before: Before the records begin
Part of: the yearly list of lights

What we judged    Our grade
The lamp          Bright
The spare lamps   Dark

- The light is seen far away.

The lamps – bright

1. It turns.

Who              To do at once

Saltby Council   Mend the bell.
                 o The rope.
                 o The clapper.

How we came to our view

The legal basis is section 4 of the Lighthouses Act 1998.

Who came

Coast Office                        Fog Signal Board
Ewan Gale, Coast Office inspector   Hana Spar, FSB inspector
Ike Mast
"""


def test_a_report_is_written_with_the_words_of_its_framework_and_read_back() -> None:
    assert render_text(REPORT, framework=FRAMEWORK) == TEXT
    assert read_letter(TEXT, frameworks=[FRAMEWORK]).inspection == REPORT


def test_a_title_and_headings_that_the_record_does_not_have_are_those_of_the_framework() -> None:
    bare = attrs.evolve(
        REPORT,
        publication=None,
        findings=[attrs.evolve(finding, heading=None) for finding in REPORT.findings],
        judgements=[
            attrs.evolve(each, area_as_printed=None, grade_as_printed=None) for each in REPORT.judgements
        ],
    )
    written = render_text(bare, framework=FRAMEWORK)
    assert written.startswith("Review of the Saltby Lights Partnership\n")
    assert "\nThe lamps         Bright\n" in written
    assert "\n\nThe lamps – Bright\n\n1." in written
    assert "\nWho              To do at once\n" in written


def test_a_heading_has_no_grade_that_the_area_does_not_have() -> None:
    finding = Finding(category=Category.MAIN_FINDING, area="stairs", text="They are steep.")
    other = attrs.evolve(finding, area="lamps")
    inspection = attrs.evolve(REPORT, judgements=(), findings=[finding, other])
    written = render_text(inspection, framework=FRAMEWORK)
    assert "\nThe stairs and the rails\n\n- They are steep.\n\nThe lamps – Brilliant\n" in written


def test_facts_for_which_a_framework_has_no_words_are_written_with_other_labels() -> None:
    ilacs = find_framework("ofsted-ilacs")
    inspection = attrs.evolve(
        REPORT,
        framework="ofsted-ilacs",
        authority=Authority(name="Wexcombe"),
        findings=(),
        judgements=(),
        inspectors=REPORT.inspectors[1:2],
        previous=None,
    )
    assert render_text(inspection, framework=ilacs).split("\n\n")[1:] == [
        "Inspection dates: 4 May 2023",
        "Authority: Wexcombe\n"
        "Inspected by: Coast Office\n"
        "Inspected by: Fog Signal Board\n"
        "Contributes to: the yearly list of lights\n"
        "Legal basis: section 4 of the Lighthouses Act 1998\n"
        "Inspectors: Ewan Gale, Coast Office inspector\n",
    ]


def test_a_report_of_no_known_framework_has_labels_and_a_table() -> None:
    written = render_text(attrs.evolve(REPORT, framework=None))
    assert "\nArea                              Grade\n" in written
    assert "\nThe spare lamps (part of Lamps)   Dark\n" in written
    assert written.endswith("\n- Mend the bell.\n  o The rope.\n  o The clapper.\n")


def test_an_inspector_of_a_labelled_field_is_not_written_again() -> None:
    ilacs = find_framework("ofsted-ilacs")
    lead = Inspection(framework="ofsted-ilacs", inspectors=REPORT.inspectors[:1])
    assert render_text(lead, framework=ilacs) == "Unknown authority\n\nLead inspector: Ann Reed, HMI\n"
    own = attrs.evolve(lead, framework=FRAMEWORK.id)
    assert render_text(own, framework=FRAMEWORK) == "Unknown authority\n\nLed by: Ann Reed, HMI\n"


SENTENCES = parse_framework(
    """
    id = "harbour-users"
    title = "Review by harbour users"
    form = "report"
    inspectorate = "Harbour Office"
    outcome_headings = ["In short"]
    phrases.subject = ["The harbour of {authority}"]
    phrases.opening = ["Days: {visit}"]
    grade = [{ id = "calm", rank = 1, printed = ["all is calm"] }]
    [[section]]
    category = "overview"
    headings = ["In short", "What we saw"]
    """,
    name="harbour-users.toml",
)


def test_an_outcome_that_no_finding_states_is_below_its_heading() -> None:
    record = Inspection(
        framework="harbour-users",
        judgements=[Judgement(grade="calm", rank=1)],
        findings=[
            Finding(category=Category.OVERVIEW, heading="What we saw", text="Today all is calm."),
            Finding(category=Category.OVERVIEW, heading="In short", text="It rained."),
        ],
    )
    written = render_text(record, framework=SENTENCES)
    assert written.startswith("Unknown authority\n\nIn short\n\n- all is calm\n\nWhat we saw\n")
    stated = Finding(category=Category.OVERVIEW, heading="In short", text="Today all is calm.")
    again = attrs.evolve(record, findings=[stated, Finding(category=Category.OVERVIEW, text="It rained.")])
    assert render_text(again, framework=SENTENCES) == (
        "Unknown authority\n\nIn short\n\n- Today all is calm.\n\nIn short\n\n- It rained.\n"
    )


_SAMPLES = Path(__file__).parents[1] / "reading" / "reports"


@pytest.mark.parametrize("name", ["tarnmouth-2016.txt", "wenmouth-2024.txt"])
def test_a_report_with_areas_of_sections_and_bodies_is_read_back(name: str) -> None:
    inspection = read_letter((_SAMPLES / name).read_text(encoding="utf-8")).inspection
    assert read_letter(render_text(inspection)).inspection == inspection


def test_that_there_is_no_finding_is_written_below_the_heading_for_them() -> None:
    declared = Declaration(category=Category.PRIORITY_ACTION, state=DeclarationState.NONE)
    written = render_text(Inspection(framework="ofsted-sif", declared=[declared]))
    assert "\n\nPriority and immediate action\n\n" in written


def test_a_body_of_a_kind_without_a_column_is_written_with_a_label() -> None:
    known = Body(name="Saltby Council", kind="local-authority", person="Ann Reed", post="Director")
    partnership = Partnership(name="Saltby Partnership", bodies=[known, Body(name="Saltby Trust")])
    written = render_text(Inspection(framework="ofsted-area-send", partnership=partnership))
    assert "\nLocal authority: Saltby Council, Ann Reed, Director\nBody: Saltby Trust\n" in written
    only = attrs.evolve(partnership, bodies=[known])
    written = render_text(Inspection(framework="ofsted-area-send", partnership=only))
    assert written.endswith("\n\nLocal authority\nSaltby Council\nAnn Reed, Director\n")


def test_an_inspector_whose_post_names_no_inspectorate_is_below_the_first_one() -> None:
    people = [Person(name="Ann Reed", post="HMI"), Person(name="Hana Spar", post="FSB inspector")]
    written = render_text(attrs.evolve(REPORT, inspectors=people), framework=FRAMEWORK)
    assert written.endswith("\nCoast Office    Fog Signal Board\nAnn Reed, HMI   Hana Spar, FSB inspector\n")
