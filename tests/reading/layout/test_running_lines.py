"""Running heads and feet, and lines of the text that only look like them."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.reading.layout.furniture import find_furniture
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import split_lines, unusual_characters

_WORDS = ("one", "two", "three", "four")


def _furniture(*pages: str) -> list[str]:
    source = "\n\f".join(pages)
    lines = split_lines(source, unusual_characters(source))
    found = find_furniture(lines, headings_of(focused_framework()))
    return [lines[index].text for index in sorted(found.lines)]


def _pages(page: str, count: int = 3, first: str | None = None) -> list[str]:
    """Return pages with their number and a word of their own; the first may be another."""
    pages = [page.format(n=number, word=word) for number, word in enumerate(_WORDS[:count], 1)]
    return pages if first is None else [first, *pages[1:]]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Head\nof two\n\nTeam {word} met.", ["Head", "of two"] * 3),
        ("Team {word} met.\n\nFoot\nof\nthree", ["Foot", "of", "three"] * 3),
        ("Team {word} met.\n\nFoot\nand more", ["Foot", "and more"] * 3),
        # The space before the number differs.
        ("Team {word} met.\n\nFoot" + "{n:>9}", ["Foot        1", "Foot        2", "Foot        3"]),
        ("Team {word} met.\nFoot", ["Foot"] * 3),
        # A number that rises from page to page shows a foot directly below the text.
        ("Team {word} met and\nFoot {n}", ["Foot 1", "Foot 2", "Foot 3"]),
        # Not more than five lines.
        ("A\nB\nC\nD\nE\nF\n\nTeam {word} met.", ["A", "B", "C", "D", "E"] * 3),
    ],
)
def test_lines_that_recur_at_the_ends_of_three_pages_are_running_ones(page: str, found: list[str]) -> None:
    first = page.format(n=1, word="one")
    assert _furniture(*_pages(page, first=first)) == found


@pytest.mark.parametrize(
    "page",
    [
        # The end of a paragraph, its beginning, a paragraph.
        "Team {word} has the plans\nthat it needs.",
        "Team {word} has the plans\nthat it needs",
        "Team {word} is led by\nOtterford Council",
        "Staff say\nthat team {word} met.",
        "Team {word} met.\n\nPlans are kept.",
        "Plans are kept.\n\nTeam {word} met.",
        "Plans\nare kept.\n\nTeam {word} met.",
        "Team {word} met\non {n} May 2019",
        # Part of a sentence, an item, a heading of the framework.
        "Team {word} met,\n\nas planned,",
        "- Plans\n\nTeam {word} met.",
        "Findings\n\nTeam {word} met.",
    ],
)
def test_lines_of_the_text_that_recur_at_the_ends_of_three_pages_are_not_running_ones(page: str) -> None:
    assert _furniture(*_pages(page)) == []


def test_the_end_of_a_paragraph_at_the_top_of_three_pages_is_not_a_running_head() -> None:
    pages = [f"that it needs.\n\nTeam {word} has the plan" for word in _WORDS]
    assert _furniture(*pages) == []
    assert _furniture(*[page.replace("needs.", "needs") for page in pages]) == []


def test_a_head_may_be_directly_above_a_sentence_that_continues_from_the_page_before() -> None:
    heads = ["Head\nand team two met", "Head\nand team three met", "Head\nand team four met."]
    assert _furniture("Team one met", *heads) == ["Head", "Head", "Head"]
    assert _furniture("Team one met.", *heads) == []


def test_a_foot_directly_below_the_text_is_found_by_the_sentences_that_continue_below_it() -> None:
    pages = ["Team one\nFoot", "met. Team two\nFoot", "met. Team three\nFoot", "met."]
    assert _furniture(*pages) == ["Foot", "Foot", "Foot"]
    assert _furniture("Team one\n         Foot", "Team two\n         Foot", "Team three\n         Foot") == [
        "Foot", "Foot", "Foot",
    ]  # fmt: skip
    assert _furniture("Team one\nfoot", "met. Team two\nfoot", "met. Team three\nfoot", "met.") == []


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        # Pages 2 and 3 of a letter whose first page has no head.
        (("Team one met.", "Head\n\nTeam two met.", "Head\n\nTeam three met."), ["Head", "Head"]),
        (
            ("Team one met.", "Head\nof two\n\nTeam two.", "Head\nof two\n\nTeam three."),
            ["Head", "of two"] * 2,
        ),
        (("Team one met.", "Head 2\n\nTeam two met.", "Head 3\n\nTeam three met."), ["Head 2", "Head 3"]),
        (("Team one met.\n\nFoot", "Team two met.\n\nFoot"), ["Foot", "Foot"]),
        (("Head\n\nTeam one met.", "Head\n\nTeam two met."), ["Head", "Head"]),
        # The first page has a head of its own.
        (("Head 1\n\nTeam one met.", "Head 2\n\nTeam two met."), []),
        # Not set apart; not half of the pages; numbers that fall; nothing but the head.
        (("Team one met.", "Head\nTeam two met.", "Head\nTeam three met."), []),
        (("Team one.", "Head\n\nTwo.", "Head\n\nThree.", "Team four.", "Team five."), []),
        (("Team one met.", "Head 3\n\nTeam two met.", "Head 2\n\nTeam three met."), []),
        (("Team one met.", "Head", "Head"), []),
        (("Team one met.", "A\nB\nC\nD\nE\nF\n\nTwo.", "A\nB\nC\nD\nE\nF\n\nThree."), []),
        (("Team one has", "that head\n\nTeam two has", "that head\n\nTeam three met."), []),
    ],
)
def test_lines_that_recur_at_the_ends_of_two_pages_have_to_be_set_apart(
    pages: tuple[str, ...], found: list[str]
) -> None:
    assert _furniture(*pages) == found


def test_without_form_feeds_page_numbers_divide_the_pages() -> None:
    assert _furniture("One met.\n\nFoot\n\n1\n\nTwo met.\n\nFoot\n\n2\n\nThree met.\n\nFoot\n\n3") == [
        "Foot", "1", "Foot", "2", "Foot", "3",
    ]  # fmt: skip


def test_a_page_with_one_line_alone_may_be_the_last_with_that_line() -> None:
    assert _furniture("Title", "Made in Otterford\nOne thing", "Made in Otterford") == []
