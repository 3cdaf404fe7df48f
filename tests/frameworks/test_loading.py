"""Loading: the package's own files load, and an error names the key of every mistake in a file."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import cast

import attrs
import pytest

from inspection_model.errors import FrameworkError, InvalidTypeError
from inspection_model.frameworks import load_framework, loading, shipped_frameworks
from inspection_model.frameworks.fact import Fact, FactType, Slot
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.frameworks.loading import parse_framework
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model.inspection import Inspection
from inspection_model.reading.grammar.phrases import phrasebook_of
from inspection_model.vocabulary import Category, DueUnit, PublicationForm

_BASE = 'id = "x-y"\ntitle = "X"\ninspectorate = "Y"\n'


def letter_frameworks() -> list[Framework]:
    return [each for each in shipped_frameworks() if each.form is PublicationForm.LETTER]


def test_the_package_ships_frameworks_oldest_first() -> None:
    assert [framework.id for framework in shipped_frameworks()] == [
        "ofsted-ucra",
        "ofsted-sif",
        "ofsted-jtai",
        "ofsted-focused-visit",
        "ofsted-ilacs",
        "ofsted-area-send",
    ]
    assert shipped_frameworks() is shipped_frameworks()


def test_every_shipped_framework_has_what_its_readers_and_renderers_need() -> None:
    for framework in letter_frameworks():
        without_phrases = ["further_inspectors", "lead_inspectors", "previous"]
        if framework.joint_inspectorates:  # its letters do not tell of the evidence
            without_phrases += ["evidence", "looked_at"]
        assert framework.subjects
        assert framework.provisions
        assert framework.section(Category.PRIORITY_ACTION) is not None
        assert framework.obligations
        for fact, shared in zip(framework.facts, shared_facts(), strict=True):
            assert (fact.name, fact.slots) == (shared.name, shared.slots)
            assert fact.phrases or fact.name in without_phrases
            assert fact.phrases[: len(shared.phrases)] == shared.phrases


def test_the_smallest_framework_has_a_name_and_the_shared_facts() -> None:
    framework = parse_framework(_BASE, name="x.toml")
    assert (framework.id, framework.title, framework.inspectorate) == ("x-y", "X", "Y")
    assert (framework.sections, framework.obligations, framework.provisions) == ((), (), ())
    assert framework.dates.since is None
    assert framework.facts == shared_facts()


def test_a_framework_is_loaded_from_a_path_of_either_kind() -> None:
    path = Path(__file__).with_name("harbour-survey.toml")
    framework = load_framework(path)
    assert framework.id == load_framework(str(path)).id == "tidewatch-harbour-survey"
    assert framework.dates.since == datetime.date(2020, 1, 1)
    assert [rule.unit for rule in framework.obligations] == [DueUnit.WEEKS, DueUnit.NEXT_INSPECTION]


@pytest.mark.parametrize(
    ("toml", "reason", "hint"),
    [
        ("id = ", "is not TOML", "examples"),
        (f"{_BASE}x = {'9' * 5000}", "is not TOML: Exceeds the limit", "examples"),
        ("x = " + "[" * 5000, "is not TOML", "examples"),
        ('title = "X"', "id: missing", "id"),
        ('id = "X Y"\ntitle = "X"\ninspectorate = "Y"', "id: 'X Y' is not a valid id", "hyphen"),
        ('id = "a b"\ntitle = "X"\ninspectorate = "Y"', "id: 'a b' is not a valid id", "hyphen"),
        ('id = "ab!"\ntitle = "X"\ninspectorate = "Y"', "id: 'ab!' is not a valid id", "hyphen"),
        (
            'id = 5\ntitle = "X"\ninspectorate = "Y"',
            "id: expected str, found 5",
            'write the text in quotes: id = "…"',
        ),
        ('id = "x"\ntitle = ""\ninspectorate = "Y"', "title: '' is not one line of text", "omit"),
        ('id = "x"\ntitle = "a\\nb"\ninspectorate = "Y"', "title: 'a\\nb' is not one line of text", "fold"),
        ('id = "x"\ntitle = "X"', "inspectorate: missing", None),
        (f'{_BASE}subject = ["x"]', "subject: unknown key", "did you mean subjects?"),
        (f"{_BASE}quite_other = 1", "quite_other: unknown key", "known keys: above_title, area, aside"),
        (f'{_BASE}subjects = "x"', "subjects: expected array, found 'x'", "write subjects = ["),
        (
            f'{_BASE}subjects = ["x", 5]',
            "subjects[1]: expected str, found 5",
            'write the text in quotes: subjects = "…"',
        ),
        (f'{_BASE}since = "2019"', "since: expected date, found '2019'", "write since = 2009-06-01"),
        (
            f"{_BASE}since = 2019-01-01T00:00:00",
            "since: expected date, found datetime.datetime(2019, 1, 1",
            "or a time",
        ),
        (
            f"{_BASE}since = 2019-01-02\nuntil = 2019-01-01",
            "until: 2019-01-01 is before since = 2019-01-02",
            "omit it for an open end",
        ),
        (f'{_BASE}phrases = "x"', "phrases: expected object, found 'x'", "in brackets on a separate line"),
        (f'{_BASE}[phrases]\nopenings = ["x"]', "phrases.openings: unknown key", "did you mean opening?"),
        (
            f'{_BASE}[phrases]\nopening = ["visit to {{town}}"]',
            "phrases.opening[0]: unknown slot {town}",
            "{authority}, {visit}",
        ),
        (
            f'{_BASE}[phrases]\nopening = ["x {{}}", "{{visit}} x"]',
            "phrases.opening[1]: a phrase starts with words",
            "precede the slot",
        ),
        (
            f'{_BASE}names_inspectors = "yes"',
            "names_inspectors: expected bool, found 'yes'",
            "write names_inspectors = true",
        ),
        (
            f'{_BASE}boilerplate = ["thank {{you}}"]',
            "boilerplate[0]: unknown slot {you}",
            "the slots here are: none",
        ),
        (
            f'{_BASE}boilerplate = ["thank {{You}}"]',
            "boilerplate[0]: 'thank {You}' has an unmatched brace",
            "lower case",
        ),
        (
            f'{_BASE}closing = ["x", "thank {{you"]',
            "closing[1]: 'thank {you' has an unmatched brace",
            "lower case",
        ),
        (
            f'{_BASE}boilerplate = ["thank you}}"]',
            "boilerplate[0]: 'thank you}' has an unmatched brace",
            "lower case",
        ),
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
        (f'{_BASE}section = "x"', "section: expected array, found 'x'", "[[section]] for tables"),
        (f"{_BASE}section = [5]", "section[0]: expected object, found 5", "on a separate line"),
        (f"{_BASE}[[section]]", "section[0].category: missing", "add category ="),
        (
            f'{_BASE}[[section]]\ncategory = "weakness"',
            "section[0].category: 'weakness' is not one of priority-action",
            "choose one of the values listed",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strengths"',
            "section[0].category: 'strengths' is not one of",
            "did you mean strength?",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"',
            "section[0].headings: a section needs a heading or a lead-in",
            "add headings =",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\n'
            '[[section]]\ncategory = "strength"\nheadings = ["B"]',
            "section[1].category: a second section for strength",
            "into one",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\nlead_in = ["B"]',
            "section[0].lead_in: unknown key",
            "lead_ins",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\n[[section.meaning]]\n',
            "section[0].meaning[0].text: missing",
            "add text =",
        ),
        (
            f'{_BASE}[[legal_basis]]\nact = "A"\nidentifier = "a/b"',
            "legal_basis[0].printed: missing",
            "add printed =",
        ),
        (
            f'{_BASE}[[legal_basis]]\nact = "A"\nprinted = ["a"]',
            "legal_basis[0].identifier: missing",
            "add identifier =",
        ),
        (
            f'{_BASE}[[legal_basis]]\nact = "A"\nidentifier = "http://x"\nprinted = ["a"]',
            "legal_basis[0].identifier: LegalBasis.identifier: expected a path on legislation.gov.uk",
            "copy it",
        ),
        (f'{_BASE}[[obligation]]\ncategory = "strength"', "obligation[0].phrases: missing", "add phrases ="),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\ndue = "soon"\nphrases = ["x"]',
            "obligation[0].due: 'soon' is not one of",
            "choose one of the values listed",
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\ndue = "weeks"\n'
            'phrases = ["in {count} weeks", "soon"]',
            "obligation[0].phrases[1]: due in weeks needs the slot {count}",
            "omit the key due",
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\ndue = "date"\nphrases = ["in {{count}} weeks"]',
            "obligation[0].phrases[0]: due in date needs the slot {date}",
            "omit the key due",
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\nphrases = ["by {{day}}"]',
            "obligation[0].phrases[0]: unknown slot {day}",
            "{count}, {date}",
        ),
        # Empty lists, dates within tables, and lists of the wrong type in [phrases].
        (
            f'{_BASE}[[legal_basis]]\nact = "A"\nidentifier = "a/b"\nprinted = []',
            "legal_basis[0].printed: expected at least one text, found []",
            'write at least one text: printed = ["…"]',
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\n[[section.meaning]]\ntext = "x"\n'
            "since = 2019-01-02\nuntil = 2019-01-01",
            "section[0].meaning[0].until: 2019-01-01 is before since = 2019-01-02",
            "correct one of them",
        ),
        (
            f'{_BASE}[phrases]\nopening = "x"',
            "phrases.opening: expected array, found 'x'",
            'write opening = ["…"] for texts',
        ),
        (
            f'{_BASE}[phrases]\nopening = ["x", 5]',
            "phrases.opening[1]: expected str, found 5",
            'write the text in quotes: opening = "…"',
        ),
        (
            f'{_BASE}[phrases]\nquite_other = ["x"]',
            "phrases.quite_other: unknown key",
            "known keys: contributes_to, declared,",
        ),
        (
            f'{_BASE}[phrases]\nopening = ["a\\nb"]',
            "phrases.opening[0]: 'a\\nb' is not one line of text",
            "fold",
        ),
        (
            f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\n[[section.meaning]]\ntxt = "x"',
            "section[0].meaning[0].txt: unknown key",
            "did you mean text?",
        ),
        (
            f'{_BASE}[[obligation]]\ncategory = "strength"\nphrases = "x"',
            "obligation[0].phrases: expected array, found 'x'",
            'write phrases = ["…"]',
        ),
        # Facts of the framework itself.
        (f"{_BASE}[[fact]]", "fact[0].name: missing", "add name ="),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "text"\nto = "/scope"',
            "fact[0].phrases: missing",
            "add phrases =",
        ),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "text"\nto = "/contributes_to"\nphrases = []',
            "fact[0].phrases: expected at least one text, found []",
            "write at least one text",
        ),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "txt"\nto = "/scope"\nphrases = ["x {{size}}"]',
            "fact[0].type: 'txt' is not one of text, name, days,",
            "did you mean text?",
        ),
        (
            f'{_BASE}[[fact]]\nname = "opening"\ntype = "text"\nto = "/contributes_to"\n'
            'phrases = ["x {opening}"]',
            "fact[0].name: 'opening' is the name of another fact",
            "add the phrases to [phrases], key opening",
        ),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "text"\nto = "/size"\nphrases = ["x {{size}}"]',
            "fact[0].to: '/size' is not a field for a fact of type text",
            "choose one of /contributes_to",
        ),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "text"\nto = "/framework"\nphrases = ["x {{size}}"]',
            "fact[0].to: '/framework' is not a field for a fact of type text",
            "choose one of /contributes_to",
        ),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "days"\nto = "/scope"\nphrases = ["x {{size}}"]',
            "fact[0].to: '/scope' is not a field for a fact of type days",
            "choose one of /visit",
        ),
        (
            f'{_BASE}[[fact]]\nname = "size"\ntype = "days"\nto = "/visit"\nphrases = ["x {{width}}"]',
            "fact[0].phrases[0]: unknown slot {width}",
            "the slots here are: {size}",
        ),
    ],
)
def test_an_error_names_the_key_of_a_mistake(toml: str, reason: str, hint: str | None) -> None:
    with pytest.raises(FrameworkError) as caught:
        parse_framework(toml, name="mine.toml")
    assert caught.value.path == "mine.toml"
    assert caught.value.reason.startswith(reason)
    assert caught.value.hint
    assert (hint or "") in caught.value.hint


@pytest.mark.parametrize("due", ["next-inspection", None])
def test_a_rule_without_a_time_needs_no_slot(due: str | None) -> None:
    line = f'due = "{due}"\n' if due else ""
    toml = f'{_BASE}[[obligation]]\ncategory = "strength"\n{line}phrases = ["soon"]'
    assert len(parse_framework(toml, name="x").obligations) == 1
    assert parse_framework(toml, name="x").obligations[0].to is None


def test_a_period_may_be_one_day() -> None:
    dates = parse_framework(f"{_BASE}since = 2019-01-01\nuntil = 2019-01-01", name="x").dates
    assert dates.since == dates.until == datetime.date(2019, 1, 1)


@pytest.mark.parametrize("name", ["main_theme", "closing", "none", "own_interviews"])
def test_the_name_of_a_fact_may_be_that_of_a_key(name: str) -> None:
    fact = f'[[fact]]\nname = "{name}"\ntype = "text"\nto = "/contributes_to"\nphrases = ["in {{{name}}}"]'
    framework = parse_framework(f"{_BASE}{fact}", name="x")
    assert framework.facts[-1].name == name
    match = phrasebook_of(framework).find(name, "it was held in may")
    assert match is not None
    assert match.owner is framework.facts[-1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_or_a_device_is_an_error_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path, kind in ((pipe, "a pipe"), (Path("/dev/zero"), "a device")):
        with pytest.raises(FrameworkError, match=f"cannot be read: .*this is {kind}, not a regular file"):
            load_framework(path)


def test_a_file_that_is_too_large_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * 101)
    monkeypatch.setattr(loading, "_MAX_BYTES", 100)
    with pytest.raises(FrameworkError, match="larger than the limit of 100 bytes"):
        load_framework(path)


def test_a_number_of_thousands_of_digits_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "digits.toml"
    path.write_text(f"size = {'7' * 5_000}\n", encoding="utf-8")
    with pytest.raises(FrameworkError, match="is not TOML"):
        load_framework(path)


def test_what_is_no_path_is_an_error() -> None:
    with pytest.raises(InvalidTypeError) as caught:
        load_framework(cast("str", 5))
    assert str(caught.value) == "load_framework(path): expected a path, found int"


def test_line_ends_of_other_systems_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(_BASE.replace("\n", "\r\n").encode())
    assert load_framework(path).id == parse_framework(_BASE, name="x").id


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'id = "\xe9"')
    for path in (tmp_path, tmp_path / "missing.toml", latin, Path("a\x00b")):
        with pytest.raises(FrameworkError, match="cannot be read") as caught:
            load_framework(path)
        assert caught.value.hint


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        ("text", "/contributes_to"),
        ("days", "/visit"),
        ("people", "/inspectors"),
        ("provision", "/legal_basis"),
        ("counts", "/declared"),
        ("sources", "/evidence"),
    ],
)
def test_a_framework_may_add_facts(kind: str, to: str) -> None:
    toml = f'{_BASE}[[fact]]\nname = "size"\ntype = "{kind}"\nto = "{to}"\nphrases = ["the size {{size}}"]'
    fact = parse_framework(toml, name="x").facts[-1]
    assert fact == Fact(
        name="size",
        slots={"size": Slot(type=FactType(kind), to=to)},
        phrases=(Phrase("the size {size}"),),
    )
    assert (fact.in_opening, fact.in_closing, fact.repeats, fact.exclusive) == (True, False, False, False)


def test_a_fact_of_a_framework_may_repeat_and_may_be_in_the_closing() -> None:
    toml = (
        f'{_BASE}[[fact]]\nname = "size"\ntype = "people"\nto = "/inspectors"\nphrases = ["by {{size}}"]\n'
        "in_closing = true\nrepeats = true"
    )
    fact = parse_framework(toml, name="x").facts[-1]
    assert (fact.in_closing, fact.repeats) == (True, True)


def test_the_phrases_of_a_file_follow_the_shared_ones() -> None:
    framework = parse_framework(f'{_BASE}[phrases]\ninspectors = ["led by {{inspectors}}"]', name="x")
    shared = next(fact for fact in shared_facts() if fact.name == "inspectors")
    fact = next(fact for fact in framework.facts if fact.name == "inspectors")
    assert fact.phrases == (*shared.phrases, Phrase("led by {inspectors}"))


@pytest.mark.parametrize("line", ["since = 2019-01-01", "until = 2019-01-01"])
def test_a_period_may_have_an_open_end(line: str) -> None:
    dates = parse_framework(f"{_BASE}{line}", name="x").dates
    assert [dates.since, dates.until].count(datetime.date(2019, 1, 1)) == 1
    assert [dates.since, dates.until].count(None) == 1


def test_the_fields_for_facts_are_known_after_other_libraries_have_resolved_the_types() -> None:
    toml = f'{_BASE}[[fact]]\nname = "x"\ntype = "text"\nto = "/contributes_to"\nphrases = ["in {{x}}"]'
    attrs.resolve_types(Inspection)  # as cattrs does
    assert parse_framework(toml, name="x").facts[-1].name == "x"


@pytest.mark.parametrize(
    ("name", "kind", "to", "reason", "hint"),
    [
        (
            "Lights",
            "text",
            "/contributes_to",
            "fact[1].name: 'Lights' is not a name for a fact",
            "lower-case",
        ),
        (
            "count",
            "text",
            "/contributes_to",
            "fact[1].name: 'count' is not a name for a fact",
            "reserved",
        ),
        ("date", "text", "/contributes_to", "fact[1].name: 'date' is not a name for a fact", "reserved"),
        ("size2", "text", "/contributes_to", "fact[1].name: 'size2' is not a name for a fact", "letters"),
        ("x", "text", "/contributes_to", "fact[1].name: 'x' is the name of another fact", "key x"),
        ("y", "subjects", "/scope", "fact[1].type: only shared facts have the type subjects", "looked_at"),
        ("y", "participants", "/evidence", "fact[1].type: only shared facts", "interviews"),
    ],
)
def test_a_second_fact_with_a_mistake_is_an_error(
    name: str, kind: str, to: str, reason: str, hint: str
) -> None:
    fact = '[[fact]]\nname = "{0}"\ntype = "{1}"\nto = "{2}"\nphrases = ["in {{{0}}}"]\n'
    toml = _BASE + fact.format("x", "text", "/contributes_to") + fact.format(name, kind, to)
    with pytest.raises(FrameworkError) as caught:
        parse_framework(toml, name="x")
    assert caught.value.reason.startswith(reason)
    assert hint in (caught.value.hint or "")


_JUDGED = """
form = "report"

[[grade]]
id = "poor"
rank = 3
printed = ["Poor"]

[[grade]]
id = "fair"
rank = 1
printed = ["Fair", "Fair enough"]

[[area]]
id = "harbour"
printed = ["The harbour"]

[[area]]
id = "pier"
printed = ["The pier"]
part_of = "harbour"
since = 2020-01-01

[[section]]
category = "main-finding"
area = "harbour"
headings = ["The harbour"]

[[section]]
category = "main-finding"
area = "pier"
headings = ["The pier"]

[[obligation]]
due = "years"
phrases = ["return within {count} years"]
"""


def test_a_framework_has_a_form_grades_and_areas() -> None:
    framework = parse_framework(_BASE + _JUDGED, name="x.toml")
    assert framework.form is PublicationForm.REPORT
    assert [(grade.id, grade.rank, grade.printed) for grade in framework.grades] == [
        ("fair", 1, ("Fair", "Fair enough")),
        ("poor", 3, ("Poor",)),
    ]
    harbour, pier = framework.areas
    assert (harbour.id, harbour.printed, harbour.part_of) == ("harbour", ("The harbour",), None)
    assert (pier.part_of, pier.dates.since) == ("harbour", datetime.date(2020, 1, 1))
    assert [section.area for section in framework.sections] == ["harbour", "pier"]
    (rule,) = framework.obligations
    assert (rule.category, rule.unit) == (None, DueUnit.YEARS)


def test_a_section_is_found_by_category_and_area() -> None:
    framework = parse_framework(_BASE + _JUDGED, name="x.toml")
    first, second = framework.sections
    assert framework.section(Category.MAIN_FINDING, "pier") is second
    assert framework.section(Category.MAIN_FINDING, "harbour") is first
    assert framework.section(Category.MAIN_FINDING) is framework.section(Category.MAIN_FINDING, "x") is first
    assert framework.section(Category.STRENGTH, "pier") is None


def test_the_shipped_frameworks_have_letters_without_grades() -> None:
    for framework in letter_frameworks():
        assert (framework.grades, framework.areas) == ((), ())


def test_the_shipped_frameworks_of_reports_have_fields_grades_and_areas() -> None:
    reports = [each for each in shipped_frameworks() if each.form is PublicationForm.REPORT]
    assert reports
    for framework in reports:
        phrases = [phrase.text for fact in framework.facts for phrase in fact.phrases]
        assert any(": {visit}" in text for text in phrases)
        assert [grade.rank for grade in framework.grades] == [*range(1, len(framework.grades) + 1)]
        judged = {section.area for section in framework.sections if section.area is not None}
        assert judged <= {area.id for area in framework.areas}
        assert judged or framework.outcome_headings
        assert all(framework.section(each.category, each.area) is each for each in framework.sections)


@pytest.mark.parametrize(
    ("old", "new", "reason", "hint"),
    [
        ('form = "report"', 'form = "reports"', "form: 'reports' is not one of letter, report", "report?"),
        ('id = "poor"', 'id = "Poor"', "grade[0].id: 'Poor' is not a valid id", "joined by hyphens"),
        ('id = "poor"', 'id = "fair"', "grade[1].id: 'fair' is the id of another grade", "another id"),
        ("rank = 3", "rank = 0", "grade[0].rank: expected int, found 0", "write rank = 1"),
        ("rank = 3", 'rank = "3"', "grade[0].rank: expected int, found '3'", "without quotes"),
        ('["Poor"]', "[]", "grade[0].printed: expected at least one text", "at least one"),
        ('["Poor"]', '["FAIR."]', "grade[1].printed[0]: 'Fair' is also a form of poor", "list it once"),
        ('part_of = "harbour"', 'part_of = "quay"', "area[1].part_of: 'quay' is not another", "harbour"),
        ('part_of = "harbour"', 'part_of = "pier"', "area[1].part_of: 'pier' is not another", "harbour"),
        ("since = 2020-01-01", "since = 2020-01-01\nuntil = 2019-01-01", "area[1].until: 2019", "open end"),
        ('area = "pier"', 'area = "quay"', "section[1].area: 'quay' is not another area", "harbour, pier"),
        (
            'area = "pier"',
            'area = "harbour"',
            "section[1].category: a second section for main-finding and harbour",
            "into one",
        ),
    ],
)
def test_a_mistake_in_grades_and_areas_names_its_key(old: str, new: str, reason: str, hint: str) -> None:
    assert _JUDGED.count(old) == 1
    with pytest.raises(FrameworkError) as caught:
        parse_framework(_BASE + _JUDGED.replace(old, new), name="mine.toml")
    assert reason in str(caught.value.reason)
    assert hint in str(caught.value.hint)


def test_two_areas_have_two_ids() -> None:
    table = '[[area]]\nid = "pier"\nprinted = ["The pier"]\n'
    with pytest.raises(FrameworkError, match=r"area\[1\]\.id: 'pier' is the id of another area"):
        parse_framework(f"{_BASE}{table}{table}", name="mine.toml")


def test_an_area_of_a_section_needs_a_table_of_areas() -> None:
    toml = f'{_BASE}[[section]]\ncategory = "strength"\nheadings = ["A"]\narea = "pier"'
    with pytest.raises(FrameworkError, match="'pier' is not another area of this file") as caught:
        parse_framework(toml, name="mine.toml")
    assert caught.value.hint == "choose one of the areas that [[area]] lists"
