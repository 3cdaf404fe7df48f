"""A custom framework: letters of an invented inspectorate are read and rendered from its data alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs

from inspection_model.checking import check
from inspection_model.frameworks import Framework, load_framework
from inspection_model.frameworks.loading import parse_framework
from inspection_model.model.declaration import Declaration
from inspection_model.model.inspection import Inspection
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due
from inspection_model.model.person import Person
from inspection_model.reading import read_letter
from inspection_model.rendering.text import render_text
from inspection_model.vocabulary import Category, DeclarationState, DueUnit, EvidenceMethod, RemarkCode

_LETTER = """Tidewatch
Low Quay
T 01632 960 004

7 July 2024

Captain Finn Gale
Harbour Director
Port Brine Council

Dear Captain Gale

Harbour survey of Port Brine

We surveyed the harbour of Port Brine on 1 to 3 July 2024. The surveyors were Nell Spar and Ike Mast.
Acting under s12 of the 1999 Act, we went from door to door. It
counts towards the yearly list of harbours, which
is kept.

We walked along the north mole. We went by minutes of meetings, logs and observation of divers. We
asked pilots and cooks. We thank the crew for the soup. In short there are two broken things
and several worn things.

Mend at once!

* The lamp on the mole
is out.

Mend this year:

1. The rope.
2. The gate:
     - its hinge
     - its lock

The rest is good. The following is shipshape:

* The tide table.

Tell us what you did within six weeks. We look again next time.

Yours truly

Nell Spar
Surveyor and Chief Officer
"""


def _framework() -> Framework:
    return load_framework(Path(__file__).with_name("harbour-survey.toml"))


def _inspection() -> Inspection:
    return read_letter(_LETTER, frameworks=[_framework()]).inspection


def test_a_letter_of_a_custom_framework_is_recognised_only_with_it() -> None:
    assert read_letter(_LETTER).inspection.framework is None
    inspection = _inspection()
    assert inspection.framework == "tidewatch-harbour-survey"
    assert inspection.id == "tidewatch-harbour-survey/port-brine/2024-07-01"
    assert inspection.inspectorates[0].name == "Tidewatch"


def test_its_facts_are_read_with_its_phrases() -> None:
    inspection = _inspection()
    assert inspection.authority is not None
    assert inspection.authority.name == "Port Brine"
    assert inspection.visit is not None
    assert (inspection.visit.first_day, inspection.visit.last_day) == (
        datetime.date(2024, 7, 1),
        datetime.date(2024, 7, 3),
    )
    assert [person.name for person in inspection.inspectors] == ["Nell Spar", "Ike Mast"]
    assert inspection.legal_basis == LegalBasis(
        act="Harbours Act 1999", section="12", identifier="ukpga/1999/77/section/12"
    )
    assert inspection.contributes_to is not None
    assert inspection.contributes_to.startswith("the yearly list of harbours")
    assert inspection.scope == ("the north mole",)
    assert [source.method for source in inspection.evidence] == [
        EvidenceMethod.INTERVIEW,
        EvidenceMethod.OBSERVATION,
        EvidenceMethod.INTERVIEW,
    ]
    assert inspection.declared == (
        Declaration(
            category=Category.PRIORITY_ACTION,
            state=DeclarationState.SPECIFIED,
            count=2,
            as_printed="two broken things",
        ),
        Declaration(
            category=Category.IMPROVEMENT,
            state=DeclarationState.UNSPECIFIED,
            as_printed="several worn things",
        ),
    )


def test_its_findings_are_in_its_sections() -> None:
    assert [(f.category, f.heading, f.number, f.text, f.parts) for f in _inspection().findings] == [
        (Category.PRIORITY_ACTION, "Mend at once!", None, "The lamp on the mole is out.", ()),
        (Category.IMPROVEMENT, "Mend this year:", 1, "The rope.", ()),
        (Category.IMPROVEMENT, "Mend this year:", 2, "The gate:", ("its hinge", "its lock")),
        (Category.STRENGTH, None, None, "The tide table.", ()),
    ]


def test_its_obligations_follow_its_rules() -> None:
    assert [(o.category, o.to, o.due) for o in _inspection().obligations] == [
        (Category.PRIORITY_ACTION, "authority", Due(unit=DueUnit.WEEKS, count=6)),
        (Category.IMPROVEMENT, "inspectorate", Due(unit=DueUnit.NEXT_INSPECTION)),
    ]


def test_its_letter_is_understood_completely_and_signed() -> None:
    reading = read_letter(_LETTER, frameworks=[_framework()])
    assert reading.coverage == 1.0
    assert reading.inspection.letter is not None
    assert reading.inspection.letter.recipients == (
        Person(name="Captain Finn Gale", post="Harbour Director", organisation="Port Brine Council"),
    )
    assert reading.inspection.letter.signatories == (
        Person(name="Nell Spar", post="Surveyor and Chief Officer"),
    )


def test_it_is_rendered_and_read_back() -> None:
    framework = _framework()
    inspection = _inspection()
    written = render_text(inspection, framework=framework)
    assert read_letter(written, frameworks=[framework]).inspection == inspection
    bare = attrs.evolve(inspection, findings=[attrs.evolve(f, heading=None) for f in inspection.findings])
    assert "\nMend at once\n" in render_text(bare, framework=framework)


def test_it_is_checked_with_its_dates() -> None:
    inspection = _inspection()
    assert [remark.code for remark in check(inspection, frameworks=[_framework()])] == [
        RemarkCode.COUNT_MISMATCH
    ]
    early = attrs.evolve(
        inspection,
        visit=read_letter(_LETTER.replace("2024", "1999"), frameworks=[_framework()]).inspection.visit,
    )
    codes = {remark.code for remark in check(early, frameworks=[_framework()])}
    assert {RemarkCode.LEGAL_BASIS_NOT_IN_FORCE, RemarkCode.FRAMEWORK_NOT_IN_USE} <= codes


def test_a_fact_that_a_framework_adds_is_read_by_its_type() -> None:
    toml = Path(__file__).with_name("harbour-survey.toml").read_text(encoding="utf-8")
    fact = (
        '[[fact]]\nname = "rowers"\ntype = "people"\nto = "/inspectors"\nrepeats = true\n'
        'phrases = ["we were rowed by {rowers}"]\n\n'
    )
    framework = parse_framework(toml.replace("[[section]]", f"{fact}[[section]]", 1), name="harbour.toml")
    letter = _LETTER.replace("We thank the crew", "We were rowed by Ola Reed. We thank the crew")
    reading = read_letter(letter, frameworks=[framework])
    assert [person.name for person in reading.inspection.inspectors] == ["Nell Spar", "Ike Mast", "Ola Reed"]
    assert reading.quote("/inspectors/2/name") == "Ola Reed"
    assert reading.coverage == 1.0
