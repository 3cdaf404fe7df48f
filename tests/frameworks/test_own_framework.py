"""Custom frameworks: the letters of an invented inspectorate are read and rendered from data alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs
import pytest

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


def test_a_letter_is_recognised_only_with_its_framework() -> None:
    assert read_letter(_LETTER).inspection.framework is None
    inspection = _inspection()
    assert inspection.framework == "tidewatch-harbour-survey"
    assert inspection.id == "tidewatch-harbour-survey/port-brine/2024-07-01"
    assert inspection.inspectorates[0].name == "Tidewatch"


def test_its_facts_are_read_with_the_phrases_of_the_framework() -> None:
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


def test_its_findings_are_in_the_sections_of_the_framework() -> None:
    assert [(f.category, f.heading, f.number, f.text, f.parts) for f in _inspection().findings] == [
        (Category.PRIORITY_ACTION, "Mend at once!", None, "The lamp on the mole is out.", ()),
        (Category.IMPROVEMENT, "Mend this year:", 1, "The rope.", ()),
        (Category.IMPROVEMENT, "Mend this year:", 2, "The gate:", ("its hinge", "its lock")),
        (Category.STRENGTH, None, None, "The tide table.", ()),
    ]


def test_its_obligations_follow_the_rules_of_the_framework() -> None:
    assert [(o.category, o.to, o.due) for o in _inspection().obligations] == [
        (Category.PRIORITY_ACTION, "authority", Due(unit=DueUnit.WEEKS, count=6)),
        (Category.IMPROVEMENT, "inspectorate", Due(unit=DueUnit.NEXT_INSPECTION)),
    ]


def test_its_letter_is_read_completely_with_recipient_and_signatory() -> None:
    reading = read_letter(_LETTER, frameworks=[_framework()])
    assert reading.coverage == 1.0
    assert reading.inspection.publication is not None
    assert reading.inspection.publication.recipients == (
        Person(name="Captain Finn Gale", post="Harbour Director", organisation="Port Brine Council"),
    )
    assert reading.inspection.publication.signatories == (
        Person(name="Nell Spar", post="Surveyor and Chief Officer"),
    )


def test_a_rendered_letter_is_read_back_as_the_same_record() -> None:
    framework = _framework()
    inspection = _inspection()
    written = render_text(inspection, framework=framework)
    assert read_letter(written, frameworks=[framework]).inspection == inspection
    bare = attrs.evolve(inspection, findings=[attrs.evolve(f, heading=None) for f in inspection.findings])
    assert "\nMend at once\n" in render_text(bare, framework=framework)


def test_a_record_is_checked_with_the_dates_of_the_framework() -> None:
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


def _with_fact(kind: str, to: str, phrase: str, *more: str) -> Framework:
    """Return the framework with a fact named ``extra``."""
    lines = (
        "[[fact]]",
        'name = "extra"',
        f'type = "{kind}"',
        f'to = "{to}"',
        f'phrases = ["{phrase}"]',
        *more,
    )
    toml = Path(__file__).with_name("harbour-survey.toml").read_text(encoding="utf-8")
    return parse_framework("\n".join([toml, *lines]), name="harbour-survey.toml")


def _letter_with(sentence: str) -> str:
    """Return the letter with another sentence of the opening, after those that state facts."""
    return _LETTER.replace("We thank the crew for the soup.", f"We thank the crew for the soup. {sentence}")


@pytest.mark.parametrize(
    ("kind", "to", "phrase", "sentence", "added"),
    [
        ("people", "/inspectors", "the divers were {extra}", "The divers were Ann Reed.", "Ann Reed"),
        ("sources", "/evidence", "we leafed through {extra}", "We leafed through tide logs.", "tide logs"),
        ("counts", "/declared", "we noted {extra}", "We noted three worn things.", "three worn things"),
    ],
)
def test_a_fact_that_repeats_adds_to_its_field(
    kind: str, to: str, phrase: str, sentence: str, added: str
) -> None:
    framework = _with_fact(kind, to, phrase, "repeats = true")
    reading = read_letter(_letter_with(sentence), frameworks=[framework])
    values = getattr(reading.inspection, to[1:])
    before = getattr(_inspection(), to[1:])
    assert len(values) == len(before) + 1
    (value,) = [value for value in values if value not in before]
    assert added in (value, *(getattr(value, name, None) for name in ("name", "text", "as_printed")))
    assert reading.coverage == 1.0


@pytest.mark.parametrize(
    ("kind", "to", "old", "phrase", "sentence"),
    [
        ("days", "/visit", " on 1 to 3 July 2024", "we came on {extra}", "We came on 1 to 3 July 2024."),
        (
            "provision",
            "/legal_basis",
            "Acting under s12 of the 1999 Act, we",
            "by {extra}",
            "We did so by s12 of the 1999 Act.",
        ),
        (
            "text",
            "/contributes_to",
            "It\ncounts towards the yearly list of harbours, which\nis kept.",
            "it feeds {extra}",
            "It feeds the almanac.",
        ),
    ],
)
def test_a_fact_gives_the_value_that_no_shared_fact_gives(
    kind: str, to: str, old: str, phrase: str, sentence: str
) -> None:
    letter = _letter_with(sentence)
    assert old in letter
    letter = letter.replace(old, "We" if old.endswith("we") else "", 1)
    without = read_letter(letter, frameworks=[_framework()]).inspection
    read = read_letter(letter, frameworks=[_with_fact(kind, to, phrase)]).inspection
    assert getattr(without, to[1:]) is None
    assert getattr(read, to[1:]) is not None


def test_a_fact_of_the_closing_is_read_below_the_findings() -> None:
    letter = _LETTER.replace("We look again next time.", "We look again next time. The divers were Ann Reed.")
    expected = {True: ["Nell Spar", "Ike Mast", "Ann Reed"], False: ["Nell Spar", "Ike Mast"]}
    for in_closing, names in expected.items():
        more = ("repeats = true", f"in_closing = {str(in_closing).lower()}")
        framework = _with_fact("people", "/inspectors", "the divers were {extra}", *more)
        inspection = read_letter(letter, frameworks=[framework]).inspection
        assert [person.name for person in inspection.inspectors] == names


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        ("text", "/contributes_to"),
        ("days", "/visit"),
        ("people", "/inspectors"),
        ("provision", "/legal_basis"),
        ("sources", "/evidence"),
        ("counts", "/declared"),
    ],
)
@pytest.mark.parametrize("repeats", ["true", "false"])
def test_a_letter_is_rendered_and_read_back_whatever_facts_the_framework_has(
    kind: str, to: str, repeats: str
) -> None:
    framework = _with_fact(kind, to, "in short {extra}", f"repeats = {repeats}")
    inspection = _inspection()
    written = render_text(inspection, framework=framework)
    assert read_letter(written, frameworks=[framework]).inspection == inspection
