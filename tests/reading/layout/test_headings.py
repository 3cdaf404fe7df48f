"""Headings: found as whole lines and over several lines, and not within a sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from reading_samples import focused_framework, ucra_framework

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.words import fold_heading
from inspection_model.reading.layout.headings import Headings, headings_of
from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters
from inspection_model.vocabulary import Category


def _framework(*sections: Section) -> Framework:
    return Framework(id="x", title="X", inspectorate="Y", sections=sections)


_IMPROVEMENT = Section(
    category=Category.IMPROVEMENT, headings=("What must change", "What must change in the town")
)
_STRENGTH = Section(category=Category.STRENGTH, headings=("Good things", "What must change"))
_HEADINGS = Headings([_framework(_IMPROVEMENT, _STRENGTH)])


def _lines(source: str) -> list[Line]:
    return split_lines(source, unusual_characters(source))


def _found(source: str) -> int:
    return _HEADINGS.lines_at(_lines(source), 0)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("What must change", 1),
        ("WHAT MUST CHANGE?", 1),
        ("What must change:1", 1),
        ("What must change?\u00b2", 1),
        ("What must change 2 :", 1),
        ("What  must\u00a0change", 1),
        ("What must change\nin the town", 2),
        ("What must\nchange in\nthe town?", 3),
        ("What\nmust change", 2),
        ("What must change in the\ntown", 2),
        ("What must change\nin another town", 1),
        ("What must change\n\nin the town", 1),
        # Not over four lines.
        ("What must\nchange\nin the\ntown", 2),
        # With up to twelve characters beyond the words of the longest.
        ("What must change in the town????????????", 1),
        ("What must change\nin the town????????????", 2),
        ("What must change\nin the town?????????????", 1),
    ],
)
def test_a_heading_is_found_in_all_its_spellings(source: str, lines: int) -> None:
    assert _found(source) == lines
    assert _HEADINGS.section(" ".join(source.split("\n")[:lines])) is _IMPROVEMENT


@pytest.mark.parametrize(
    "source",
    [
        "what must change",
        "What must change now",
        "What must",
        "What must\nnot change",
        "What\nmust\nchange in\nthe town but not here",
        "Something else",
        "1What must change",
        "What must change" + " " * 3 + "x" * 40,
        "\u01c5 What must change",
        "What must change in the town?????????????",
    ],
)
def test_a_line_that_nearly_is_a_heading_is_not_one(source: str) -> None:
    assert _found(source) == 0


@pytest.mark.parametrize(
    "heading",
    [
        "3. What must change",
        "(3) What must change",
        "III. What must change",
        "Section 3: What must change",
        "\u201cWhat must change\u201d",
        "## What must change",
        "**What must change?**",
        "What must change (continued)",
        "What must change in the town, continued",
        "\u2022 What must change",
        "What mu\ufb06 change",
        "W\u0068at mus\u00adt change",
    ],
)
def test_a_heading_is_found_with_what_surrounds_it(heading: str) -> None:
    assert _found(heading) == 1
    assert _HEADINGS.section(heading) is _IMPROVEMENT


@pytest.mark.parametrize(
    "text",
    [
        "3. What must not change",
        "3. what must change",
        "\u201cWhat must change now\u201d",
        "What must change (or not)",
        "3. " + "What must change in the town" * 2,
        "**",
        "3.",
    ],
)
def test_other_lines_with_such_marks_are_not_headings(text: str) -> None:
    assert _found(text) == 0
    assert _HEADINGS.section(text) is None


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("What", True),
        ("WHAT", True),
        ("Good", True),
        ("Gone", False),
        ("Section", True),
        ("3", False),
        ("3 Good", True),
        ("\u201cGood", True),
        ("\u201cGone", False),
        ("\u2022 Team met", False),
        ("[a] Team", True),
        ("\u24bc ood", True),
        ("\ufb01", True),
        ("Wh\u00e9n", True),
        ("Gone. It", True),
        ("A. It", True),
        ("a) it", True),
        ("Team met", False),
        ("team", False),
        ("I met", False),
    ],
)
def test_a_line_may_start_a_heading_by_its_first_characters(text: str, may: bool) -> None:
    assert _HEADINGS.may_start(text) == may


def test_a_heading_is_looked_for_at_the_given_line() -> None:
    lines = _lines("Text\nWhat must change\nin the town\nText")
    assert [_HEADINGS.lines_at(lines, index) for index in range(len(lines))] == [0, 2, 0, 0]


def test_a_heading_does_not_continue_after_page_furniture() -> None:
    before, _, after = _lines("What must change\n2\nin the town")
    assert _HEADINGS.lines_at([before, after], 0) == 2
    assert _HEADINGS.lines_at([before, replace(after, after_furniture=True)], 0) == 1


def test_a_page_may_break_a_heading_whose_words_are_none_yet() -> None:
    before, after = _lines("What must\n\nchange in the town")
    assert _HEADINGS.lines_at([before, after], 0) == 0
    assert _HEADINGS.lines_at([before, replace(after, starts_page=True)], 0) == 2
    upper = replace(after, text="Change in the town", starts_page=True)
    assert _HEADINGS.lines_at([before, upper], 0) == 0


def test_of_two_sections_with_one_heading_the_first_has_it() -> None:
    assert _HEADINGS.section("Good things") is _STRENGTH
    other = Section(category=Category.OVERVIEW, headings=("Good things", "Other things"))
    several = Headings([_framework(_IMPROVEMENT, _STRENGTH), _framework(other)])
    assert several.section("Good things") is _STRENGTH
    assert several.section("Other things") is other
    assert several.section("No such things") is None


def test_the_initials_are_those_of_all_headings() -> None:
    assert _HEADINGS.initials == {"W", "G"}
    assert headings_of().initials == frozenset()


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("What must change at once", _IMPROVEMENT),
        ("What must change at the gate:", _IMPROVEMENT),
        ("WHAT MUST CHANGE IN RELATION TO GATES?1", _IMPROVEMENT),
        ("What must change in the town of Otterford", _IMPROVEMENT),
        ("Good things identified", _STRENGTH),
        ("3. Good things in town", _STRENGTH),
        ("Good things were seen", None),
        ("Good thingsin town", None),
        ("What must change", None),
        ("The good things in town", None),
    ],
)
def test_a_longer_heading_continues_after_a_known_one(text: str, section: Section | None) -> None:
    assert _HEADINGS.section_of_longer(text) is section


def test_a_framework_without_sections_has_no_headings() -> None:
    headings = Headings([_framework()])
    assert headings.lines_at(_lines("Anything"), 0) == 0
    assert headings.section("Anything") is None
    assert headings.section_of_longer("Anything in town") is None
    assert headings.run_in("Anything: it is") == 0


def test_the_headings_of_frameworks_are_computed_once() -> None:
    frameworks = (focused_framework(), ucra_framework())
    assert headings_of(*frameworks) is headings_of(*frameworks)


@pytest.mark.parametrize("framework", [focused_framework(), ucra_framework()], ids=lambda each: each.id)
def test_every_heading_of_the_package_is_found_alone_on_its_line(framework: Framework) -> None:
    headings = headings_of(framework)
    found = [(section, heading) for section in framework.sections for heading in section.headings]
    assert found
    for section, heading in found:
        assert headings.lines_at(_lines(heading), 0) == 1
        assert headings.section(heading) is section
        assert fold_heading(f"{heading}?1") == fold_heading(heading)
