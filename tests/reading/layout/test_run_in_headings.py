"""Run-in headings: the heading and the text of its section on one line."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.frameworks.loading import find_framework
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters
from inspection_model.reading.layout.run_in_headings import split_run_in_headings


def _split(source: str) -> list[str]:
    lines = split_lines(source, unusual_characters(source))
    return [line.text for line in split_run_in_headings(lines, headings_of(focused_framework()))]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Findings: Staff are good.", ["Findings:", "Staff are good."]),
        ("FINDINGS: staff are good.", ["FINDINGS:", "staff are good."]),
        ("Findings. Staff are good.", ["Findings.", "Staff are good."]),
        ("Findings \u2013 Staff are good.", ["Findings \u2013", "Staff are good."]),
        ("Findings - \u2018Staff\u2019 are good.", ["Findings -", "\u2018Staff\u2019 are good."]),
        ("Findings (continued): Staff are good.", ["Findings (continued):", "Staff are good."]),
        ("3. Findings: Staff are good.", ["3. Findings:", "Staff are good."]),
        ("\u2022 Findings: Staff are good.", ["\u2022 Findings:", "Staff are good."]),
        ("**Findings:** Staff are good.", ["**Findings:**", "Staff are good."]),
        ("It is over.\nFindings: Staff are good.", ["It is over.", "Findings:", "Staff are good."]),
        ("Overview\nFindings: Staff are good.", ["Overview", "Findings:", "Staff are good."]),
        ("It is\n\nFindings: Staff are good.", ["It is", "Findings:", "Staff are good."]),
    ],
)
def test_a_heading_before_text_becomes_a_line(source: str, lines: list[str]) -> None:
    assert _split(source) == lines


@pytest.mark.parametrize(
    "source",
    [
        "Findings",
        "Findings:",
        "findings: Staff are good.",
        "Findings. staff are good.",
        "Findings \u2013 as seen \u2013 are good.",
        "Findings are: good",
        "These are the\nFindings: Staff are good.",
        "Staff: Findings are good.",
        "\u2022 Findings: Staff are good.\n\u2022 One thing more.",
        "\u2022 One thing.\n\u2022 Findings: Staff are good.",
        "1. One thing.\n2. Findings: Staff are good.",
        "Something else: Staff are good.",
        "3. ",
    ],
)
def test_other_lines_are_kept(source: str) -> None:
    assert _split(source) == [line for line in (each.strip() for each in source.split("\n")) if line]


def test_the_text_begins_below_a_gap_and_both_keep_their_position() -> None:
    source = "  Findings:  Staff"
    (line,) = split_lines(source, frozenset())
    assert split_run_in_headings([line], headings_of(focused_framework())) == [
        Line(start=2, text="Findings:", indent=2, breaks_before=0, starts_page=False),
        Line(start=13, text="Staff", indent=2, breaks_before=2, starts_page=False),
    ]


def test_a_longer_heading_is_no_heading_before_text() -> None:
    framework = find_framework("ofsted-sif")
    assert framework is not None
    source = "Inspection findings \u2013 the Local Safeguarding Children Board"
    lines = split_lines(source, unusual_characters(source))
    assert [line.text for line in split_run_in_headings(lines, headings_of(framework))] == [source]


def test_without_headings_no_line_is_split() -> None:
    lines = split_lines("Findings: Staff are good.", frozenset())
    assert split_run_in_headings(lines, headings_of()) == lines
