"""Footnotes that have lost their mark, and feet that only one page has."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.furniture import find_furniture
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import split_lines, unusual_characters


def _furniture(source: str) -> list[str]:
    lines = split_lines(source, unusual_characters(source))
    return [lines[index].text for index in sorted(find_furniture(lines, headings_of()).lines)]


_ABOVE = "A topic?1\n\nTeam one met."


@pytest.mark.parametrize(
    ("page", "is_note"),
    [
        (f"{_ABOVE}\n\n\nThe note has\ntwo lines.", True),
        ("A topic1\n\nTeam one met.\n\n\nThe note.", True),
        ("Team one met.1 It sat.\n\nMore.\n\n\nThe note.", True),
        ("A topic (old).1 It sat.\n\nMore.\n\n\nThe note.", True),
        # Not without a mark, a wider gap than below it, a capital, or with more than ten lines.
        ("A topic?\n\nTeam one met.\n\n\nThe note.", False),
        (f"{_ABOVE}\n\nThe note.", False),
        (f"{_ABOVE}\n\n\n\nMore.\n\n\nThe note.", False),
        (f"{_ABOVE}\n\n\nthe note.", False),
        (f"{_ABOVE}\n\n\nThe note." + "\nMore." * 9, True),
        (f"{_ABOVE}\n\n\nThe note." + "\nMore." * 10, False),
        ("In May 2019\n\nTeam one met.\n\n\nThe note.", False),
        ("A topic?1\n\nTeam one met.\n\nYours sincerely\n\n\nThe note.", False),
        # The note with the mark is the footnote.
        (f"{_ABOVE}\n\n\nMore.\n1\nA note.", False),
    ],
)
def test_a_footnote_without_its_mark_is_below_the_widest_gap_of_its_page(page: str, is_note: bool) -> None:
    found = _furniture(f"{page}\n{' ' * 40}2\n\fThe next page.")
    assert found[-1] == "2"
    assert any("The note" in line for line in found) == is_note
    assert "Team one met." not in found


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("\n\n\n\nMade in Otterford", ["Made in Otterford"]),
        ("\n\n\n\nwww.otterford.example", ["www.otterford.example"]),
        ("\n\n\n\nMade in Otterford\nby hand", ["Made in Otterford", "by hand"]),
        ("\n\n\n\nMade in Otterford\n1", ["Made in Otterford", "1"]),
        # Too near, too many lines, a sentence, an item, a signature.
        ("\n\n\nMade in Otterford", []),
        ("\n\n\n\nMade in\nOtterford\nby\nhand", []),
        ("\n\n\n\nTeam two met.", []),
        ("\n\n\n\n- Team two", []),
        ("\n\nYours sincerely\n\n\n\nMona Lisle", []),
    ],
)
def test_a_foot_of_one_page_is_far_below_its_text(end: str, found: list[str]) -> None:
    assert _furniture(f"A topic\n\nTeam one met.{end}\n\fTeam three met.") == found


def test_the_last_page_and_a_page_with_wide_gaps_have_no_foot_of_their_own() -> None:
    assert _furniture("Team one met.\n\fTeam two met.\n\n\n\nMona Lisle") == []
    assert _furniture("A\n\n\nB\n\n\nTeam one met.\n\n\n\nMade in Otterford\n\fTeam two met.") == []
    assert _furniture("\n\fTeam two met.") == []


def test_the_beginning_of_a_paragraph_that_a_page_breaks_is_not_a_foot() -> None:
    assert _furniture("Team one met.\n\n\n\nIn Otterford the second team\n\fdid not meet.") == []
    below = "Team one met.\n\n\n\nIn Otterford the second team\n\n\n\n3\n\n\fdid not meet."
    assert _furniture(below) == ["3"]


def test_the_gaps_around_page_numbers_are_not_those_of_the_text() -> None:
    gaps = "A\n\n\n\nB\n\n\n\nTeam one met."
    numbers = "\n\n1\n\n\fC\n\n2\n\n\fD\n\n3\n\n\fE"
    assert _furniture(f"{gaps}\n\n\n\nMade in Otterford{numbers}") == ["1", "2", "3"]
