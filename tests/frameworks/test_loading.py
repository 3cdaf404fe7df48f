"""Loading: the package's own files load, and every mistake in a file is named with its key."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from inspection_model.errors import FrameworkError
from inspection_model.frameworks import load_framework, shared_wording, shipped_frameworks
from inspection_model.frameworks.framework import FACTS
from inspection_model.frameworks.loading import parse_framework
from inspection_model.vocabulary import Category, DueUnit

_BASE = 'id = "x-y"\ntitle = "X"\ninspectorate = "Y"\n'


def test_the_package_ships_two_frameworks_oldest_first() -> None:
    assert [framework.id for framework in shipped_frameworks()] == ["ofsted-ucra", "ofsted-focused-visit"]
    assert shipped_frameworks() is shipped_frameworks()


def test_every_shipped_framework_has_what_its_readers_and_renderers_need() -> None:
    for framework in shipped_frameworks():
        assert framework.subjects
        assert framework.provisions
        assert set(framework.phrases) == set(FACTS)
        assert framework.section(Category.PRIORITY_ACTION) is not None
        assert framework.obligations
        for fact, phrases in shared_wording().phrases.items():
            assert framework.phrases[fact][: len(phrases)] == phrases


def test_the_least_framework_has_a_name_and_nothing_else() -> None:
    framework = parse_framework(_BASE, name="x.toml")
    assert (framework.id, framework.title, framework.inspectorate) == ("x-y", "X", "Y")
    assert (framework.sections, framework.obligations, framework.provisions) == ((), (), ())
    assert framework.dates.since is None


def test_a_framework_is_loaded_from_a_path_of_either_kind() -> None:
    path = Path(__file__).with_name("harbour-survey.toml")
    framework = load_framework(path)
    assert framework.id == load_framework(str(path)).id == "tidewatch-harbour-survey"
    assert framework.dates.since == datetime.date(2020, 1, 1)
    assert [rule.unit for rule in framework.obligations] == [DueUnit.WEEKS, DueUnit.NEXT_INSPECTION]


@pytest.mark.parametrize(
    ("toml", "reason", "hint"),
    [
        ("id = ", "is no TOML", None),
        ("x = " + "[" * 5000, "is no TOML", None),
        ('title = "X"', "id: missing", "id"),
        ('id = "X Y"\ntitle = "X"\ninspectorate = "Y"', "id: 'X Y' is no id", "hyphen"),
        ('id = 5\ntitle = "X"\ninspectorate = "Y"', "id: expected a text, found 5", None),
        ('id = "x"\ntitle = ""\ninspectorate = "Y"', "title: '' is not one line of text", "leave it out"),
        ('id = "x"\ntitle = "a\\nb"\ninspectorate = "Y"', "title: 'a\\nb' is not one line of text", "fold"),
        ('id = "x"\ntitle = "X"', "inspectorate: missing", None),
        (f'{_BASE}subject = ["x"]', "subject: unknown key", "did you mean subjects?"),
        (f"{_BASE}quite_other = 1", "quite_other: unknown key", "known are"),
        (f'{_BASE}subjects = "x"', "subjects: expected a list of texts, found 'x'", "write subjects = ["),
        (f'{_BASE}subjects = ["x", 5]', "subjects[1]: expected a text, found 5", None),
        (f'{_BASE}since = "2019"', "since: expected a date, found '2019'", None),
        (f"{_BASE}since = 2019-01-01T00:00:00", "since: expected a date", None),
        (
            f"{_BASE}since = 2019-01-02\nuntil = 2019-01-01",
            "until: 2019-01-01 lies before since = 2019-01-02",
            None,
        ),
        (f'{_BASE}phrases = "x"', "phrases: expected a table, found 'x'", None),
        (f'{_BASE}[phrases]\nopenings = ["x"]', "phrases.openings: unknown key", "did you mean opening?"),
        (
            f'{_BASE}[phrases]\nopening = ["visit to {{town}}"]',
            "phrases.opening[0]: unknown gap {town}",
            "{authority}, {visit}",
        ),
        (
            f'{_BASE}[phrases]\nopening = ["x {{}}", "{{visit}} x"]',
            "phrases.opening[1]: a phrase starts with words",
            None,
        ),
        (
            f'{_BASE}names_inspectors = "yes"',
            "names_inspectors: expected true or false, found 'yes'",
            "quotes",
        ),
        (f'{_BASE}boilerplate = ["thank {{you}}"]', "boilerplate[0]: unknown gap {you}", "none"),
        (
            f'{_BASE}boilerplate = ["thank {{You}}"]',
            "boilerplate[0]: 'thank {You}' has a brace that is no gap",
            "lower case",
        ),
        (f'{_BASE}boilerplate = ["thank you}}"]', "boilerplate[0]: 'thank you}' has a brace", "lower case"),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A", "?"]',
            "section[0].headings[1]: '?' does not start",
            "bullet",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["1. A"]',
            "section[0].headings[0]: '1. A' does not start",
            "number",
        ),
        (f'{_BASE}section = "x"', "section: expected a list of tables, found 'x'", "write [[section]]"),
        (f"{_BASE}section = [5]", "section[0]: expected a table, found 5", None),
        (f"{_BASE}[[section]]", "section[0].category: missing", None),
        (
            f'{_BASE}[[section]]\ncategory = "weakness"',
            "section[0].category: 'weakness' is none of priority-action",
            "closed",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strengths"',
            "section[0].category: 'strengths' is none of",
            "did you mean strength?",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"',
            "section[0].headings: a section needs a heading or a lead-in",
            None,
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\n'
            '[[section]]\ncategory = "strength"\nheadings = ["B"]',
            "section[1].category: a second section for strength",
            None,
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\nlead_in = ["B"]',
            "section[0].lead_in: unknown key",
            "lead_ins",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\n[[section.meaning]]\n',
            "section[0].meaning[0].text: missing",
            None,
        ),
        (f'{_BASE}[[legal_basis]]\nact = "A"\nidentifier = "a/b"', "legal_basis[0].printed: missing", None),
        (f'{_BASE}[[legal_basis]]\nact = "A"\nprinted = ["a"]', "legal_basis[0].identifier: missing", None),
        (
            f'{_BASE}[[legal_basis]]\nact = "A"\nidentifier = "http://x"\nprinted = ["a"]',
            "legal_basis[0].identifier: LegalBasis.identifier: expected a path on legislation.gov.uk",
            None,
        ),
        (f'{_BASE}[[obligation]]\ncategory = "strength"', "obligation[0].phrases: missing", None),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\ndue = "soon"\nphrases = ["x"]',
            "obligation[0].due: 'soon' is none of",
            None,
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\ndue = "weeks"\n'
            'phrases = ["in {count} weeks", "soon"]',
            "obligation[0].phrases[1]: due in weeks needs the gap {count}",
            None,
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\ndue = "date"\nphrases = ["in {{count}} weeks"]',
            "obligation[0].phrases[0]: due in date needs the gap {date}",
            None,
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\nphrases = ["by {{day}}"]',
            "obligation[0].phrases[0]: unknown gap {day}",
            "{count}, {date}",
        ),
    ],
)
def test_a_mistake_is_named_with_its_key(toml: str, reason: str, hint: str | None) -> None:
    with pytest.raises(FrameworkError) as caught:
        parse_framework(toml, name="mine.toml")
    assert caught.value.path == "mine.toml"
    assert caught.value.reason.startswith(reason)
    assert caught.value.hint
    assert (hint or "") in caught.value.hint


@pytest.mark.parametrize("due", ["next-inspection", None])
def test_a_rule_without_a_time_needs_no_gap(due: str | None) -> None:
    line = f'due = "{due}"\n' if due else ""
    toml = f'{_BASE}[[obligation]]\ncategory = "strength"\n{line}phrases = ["soon"]'
    assert len(parse_framework(toml, name="x").obligations) == 1


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'id = "\xe9"')
    for path in (tmp_path, tmp_path / "missing.toml", latin, Path("a\x00b")):
        with pytest.raises(FrameworkError, match="cannot be read") as caught:
            load_framework(path)
        assert caught.value.hint
