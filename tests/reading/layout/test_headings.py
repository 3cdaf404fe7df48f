"""Headings: found as whole lines, over several lines, and not in the run of a sentence."""

from __future__ import annotations

from collections.abc import Set

import pytest
from reading_samples import focused_framework

from inspection_model.frameworks.framework import Section, fold_heading
from inspection_model.reading.layout.headings import Headings, KnownHeading, headings_of
from inspection_model.reading.layout.lines import split_lines
from inspection_model.vocabulary import Category


def _found(source: str, skipped: Set[int] = frozenset()) -> KnownHeading | None:
    sections = [
        Section(category=Category.IMPROVEMENT, headings=("What must change", "What must change in the town")),
        Section(category=Category.STRENGTH, headings=("Good things", "What must change")),
    ]
    return Headings(sections).at(split_lines(source), 0, skipped)


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
    found = _found(source)
    assert found is not None
    assert found.lines == lines
    assert found.section.category is Category.IMPROVEMENT


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
def test_a_line_that_only_nearly_is_a_heading_is_none(source: str) -> None:
    assert _found(source) is None


def test_a_heading_does_not_go_on_over_a_line_of_the_page() -> None:
    found = _found("What must change\n2\nin the town", {1})
    assert found is not None
    assert found.lines == 1


def test_a_framework_without_sections_has_no_headings() -> None:
    assert Headings([]).at(split_lines("Anything"), 0, set()) is None


def test_the_headings_of_a_framework_are_worked_out_once() -> None:
    framework = focused_framework()
    assert headings_of(framework) is headings_of(framework)


def test_every_heading_of_the_package_is_found_alone_on_its_line() -> None:
    framework = focused_framework()
    for section in framework.sections:
        for heading in section.headings:
            found = headings_of(framework).at(split_lines(heading), 0, set())
            assert found is not None
            assert found.section is section
            assert fold_heading(f"{heading}?1") == fold_heading(heading)
