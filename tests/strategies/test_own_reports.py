"""Reports of invented inspectorates: what is drawn for their frameworks is written and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from searching import find

import inspection_model as im
from inspection_model import strategies
from inspection_model.frameworks.loading import parse_framework

FOLDER = Path(__file__).parents[1] / "frameworks"
LIGHTHOUSES = im.load_framework(FOLDER / "lighthouse-review.toml")
# Reports without a table: the outcome is a sentence, and all inspectors are in labelled fields.
HARBOURS = parse_framework(
    """
    id = "harbour-users"
    title = "Review by harbour users"
    form = "report"
    inspectorate = "Harbour Office"
    outcome_headings = ["In short"]
    phrases.subject = ["The harbour of {authority}, reviewed by its users"]
    phrases.opening = ["Place: {authority}", "Days: {visit}"]
    phrases.lead_inspectors = ["Chair: {lead_inspectors}"]
    phrases.further_inspectors = ["Members: {inspectors}"]
    phrases.legal_basis = ["Basis: {legal_basis}"]
    legal_basis = [{ act = "Harbours Act 1999", identifier = "ukpga/1999/77", printed = ["the 1999 Act"] }]
    grade = [
      { id = "calm", rank = 1, printed = ["all is calm"] },
      { id = "rough", rank = 2, printed = ["it is rough", "the sea is rough"] },
    ]
    [[section]]
    category = "overview"
    headings = ["In short", "What we saw"]
    [[section]]
    category = "strength"
    headings = ["What is good"]
    """,
    name="harbour-users.toml",
)
OWN = pytest.mark.parametrize("own", [LIGHTHOUSES, HARBOURS], ids=lambda own: own.id)


@OWN
@given(data=st.data())
def test_what_is_rendered_is_read_back(own: im.Framework, data: st.DataObject) -> None:
    inspection = data.draw(strategies.printed_inspections(framework=own))
    text = im.render_text(inspection, framework=own)
    reading = im.read_letter(text, frameworks=[*im.shipped_frameworks(), own])
    assert reading.inspection == inspection
    assert reading.coverage == 1


@OWN
@given(data=st.data())
def test_a_damaged_report_is_read_back(own: im.Framework, data: st.DataObject) -> None:
    drawn = data.draw(strategies.report_texts(framework=own))
    reading = im.read_letter(drawn.text, frameworks=[*im.shipped_frameworks(), own])
    assert reading.inspection == drawn.inspection
    assert reading.coverage == 1


PARTS: dict[str, Callable[[im.Inspection], bool]] = {
    "the lowest of six grades": lambda each: any(judgement.rank == 6 for judgement in each.judgements),
    "a part of an area": lambda each: any(judgement.part_of == "lamps" for judgement in each.judgements),
    "a responsible body": lambda each: any(finding.responsible for finding in each.findings),
    "a finding above all headings": lambda each: any(f.category == "overview" for f in each.findings),
    "a partnership": lambda each: each.partnership is not None,
    "an authority alone": lambda each: each.partnership is None,
    "a lead inspector and a team": lambda each: {person.role for person in each.inspectors} == {"lead", None},
    "a previous inspection": lambda each: each.previous is not None and bool(each.previous.periods),
    "a legal basis": lambda each: each.legal_basis is not None,
    "what it is part of": lambda each: each.contributes_to is not None,
}


@pytest.mark.nightly
def test_every_part_of_a_report_is_drawn() -> None:
    left = set(PARTS)

    @settings(max_examples=300, database=None, phases=[Phase.generate])
    @given(strategies.printed_inspections(framework=LIGHTHOUSES, items=strategies.paragraphs()))
    def draw(inspection: im.Inspection) -> None:
        left.difference_update([name for name in left if PARTS[name](inspection)])

    draw()
    assert not left


@pytest.mark.parametrize(
    "missing",
    [
        'phrases.subject = ["A review"]\nphrases.opening = ["Days: {visit}"]',  # the title names no authority
        'phrases.subject = ["Review of {authority}"]\nphrases.inspectors = ["By: {inspectors}"]',
    ],
)
def test_a_framework_whose_reports_cannot_be_recognised_is_rejected(missing: str) -> None:
    own = parse_framework(
        f'id = "own"\ntitle = "Own"\ninspectorate = "Own Office"\nform = "report"\n{missing}', name="own.toml"
    )
    with pytest.raises(im.InvalidValueError, match=r"a title with \{authority\} and a labelled field"):
        find(strategies.printed_inspections(framework=own), lambda _: True)
    other = im.shipped_frameworks()[0]
    assert find(strategies.printed_inspections(framework=other), lambda _: True).framework == other.id


def test_a_framework_without_sections_has_reports_without_findings() -> None:
    own = parse_framework(
        'id = "own"\ntitle = "Own"\ninspectorate = "Own Office"\nform = "report"\n'
        'phrases.subject = ["Review of {authority}"]\nphrases.opening = ["Days: {visit}"]',
        name="own.toml",
    )
    inspection = find(strategies.printed_inspections(framework=own), lambda _: True)
    assert inspection.findings == ()
    assert (
        im.read_letter(im.render_text(inspection, framework=own), frameworks=[own]).inspection == inspection
    )
