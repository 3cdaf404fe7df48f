"""Page furniture: page numbers, running lines and footnotes are found; numbers of the letter are not."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.furniture import find_furniture
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters


def _lines(source: str) -> list[Line]:
    return split_lines(source, unusual_characters(source))


def _furniture(source: str) -> list[str]:
    lines = _lines(source)
    return [lines[index].text for index in sorted(find_furniture(lines, headings_of()).lines)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", []),
        ("a\n\n2\n\nb", ["2"]),
        ("a\n\nPage 2 of 10\nb", ["Page 2 of 10"]),
        ("a\n\nPage 2 of 100\nb", ["Page 2 of 100"]),
        ("a\npage 3\nb", ["page 3"]),
        ("a\n2/10\nb", ["2/10"]),
        ("a\n- 2 -\nb", ["- 2 -"]),
        ("a\n\u20132\u2013\nb", ["\u20132\u2013"]),
        ("a\n" + " " * 20 + "7\nb", ["7"]),
        ("a\n" + " " * 19 + "7\nb", []),
        ("a\n7\n\fb", ["7"]),
        ("a\n\f7\nb", ["7"]),
        ("a\n7", ["7"]),
        ("a\n7\n- b", ["7"]),
        ("a\n7\n1. b", ["7"]),
        # A number within a paragraph belongs to the letter.
        ("a\n7\nb", []),
        ("a\n\n7\nb", []),
        ("a\n7\n\nb", []),
        ("a\n2009\nb", []),
        ("a\n\n1234\n\nb", []),
        ("a\n7 workers\nb", []),
        ("a\nPage two of ten\nb", []),
    ],
)
def test_a_number_alone_on_a_line_is_a_page_number_only_in_the_position_of_one(
    source: str, found: list[str]
) -> None:
    assert _furniture(source) == found


def test_a_line_that_recurs_at_an_end_of_three_pages_is_a_running_line_whatever_its_digits() -> None:
    pages = [f"Visit report {n}\n\ntext {'abc'[n]}\n\nmore {'xyz'[n]}" for n in range(3)]
    assert _furniture("\n\f".join(pages)) == ["Visit report 0", "Visit report 1", "Visit report 2"]
    assert _furniture("\n\f".join(pages[:2])) == []
    assert _furniture("\n\f".join(f"text {'abc'[n]}\n\nThe foot {n}" for n in range(3))) == [
        "The foot 0", "The foot 1", "The foot 2",
    ]  # fmt: skip


def test_a_line_that_recurs_next_to_the_ends_of_pages_belongs_to_the_letter() -> None:
    assert _furniture("\n\f".join(f"{a} one\nThe same\n{a} two\nThe end\n{a} three" for a in "abc")) == []


def test_an_item_that_recurs_at_the_ends_of_pages_belongs_to_the_letter() -> None:
    assert _furniture("\n\f".join(f"- Good\n\ntext {a}" for a in "abc")) == []


def test_a_running_foot_above_the_page_number_is_found() -> None:
    pages = [f"text {'abc'[n]}\n\nThe foot\n{n + 1}" for n in range(3)]
    found = _furniture("\n\f".join(pages))
    assert found.count("The foot") == 3
    assert set(found) == {"The foot", "1", "2", "3"}


def test_a_line_after_pages_that_have_only_numbers_is_not_a_running_line() -> None:
    assert _furniture("1\n\f2\n\f3\n\fSome text") == ["1", "2", "3"]


def test_a_footnote_extends_to_the_end_of_its_page() -> None:
    source = "A heading?1\ntext\n1\n  A note on it,\n  which continues.\n2\n\fnext page"
    assert _furniture(source) == ["1", "A note on it,", "which continues.", "2"]


@pytest.mark.parametrize(
    "source",
    [
        "text\n1\nA note.\n\nA paragraph.\n\fnext",
        "text\n1\nA note.\nand no page's end",
        "text\n123\nA note.\n\fnext",
    ],
)
def test_digits_without_a_note_that_ends_the_page_belong_to_the_letter(source: str) -> None:
    assert _furniture(source) == []


@pytest.mark.parametrize(("lines", "is_note"), [(10, True), (11, False)])
def test_a_footnote_has_at_most_ten_lines(lines: int, is_note: bool) -> None:
    source = "text\n1\n" + "A note.\n" * lines + "\n\fnext"
    assert _furniture(source) == (["1", *["A note."] * lines] if is_note else [])


@pytest.mark.parametrize(
    ("above", "note", "is_note"),
    [
        ("A heading?1", "\n1 A note on it\nwhich continues.\n\f", True),
        ("A heading?1\nMore", "\n1 A note.\n\n2\n\f", True),
        ("A heading?12", "\n12 A note.\n\f", True),
        ("Note:1", "\n1 A note.\n\f", True),
        ("He said (it)1", "\n1 A note.\n\f", True),
        ("A word\u20191", "\n1 A note.\n\f", True),
        ("\u201cA word\u201d1", "\n1 A note.\n\f", True),
        ("A heading?1", "\n1  A note.\n\f", False),
        ("Some persons1 are here", "\n1A note.\n\f", True),
        ("Some persons12 are here", "\n1 A note.\n\f", False),
        ("Some 2b1b are here", "\n1 A note.\n\f", False),
        # It needs a gap above, a capital after the digits, the end of the page, and digits glued to a word.
        ("A heading?1", "1 A note.\n\f", False),
        ("A heading?1", "\n1 a note.\n\f", False),
        ("A heading?1", "\n1 A note.\n\nMore.\n\f", False),
        ("In the year 1", "\n1 A note.\n\f", False),
        ("In May 2021", "\n1 A note.\n\f", False),
        ("A heading?1\n\fNext", "\n1 A note.\n\f", False),
        ("A heading?1\n" + "More\n" * 80, "\n1 A note.\n\f", False),
        ("A heading?2", "\n1 A note.\n\f", False),
    ],
)
def test_the_text_of_a_footnote_may_follow_its_digits_on_their_line(
    above: str, note: str, is_note: bool
) -> None:
    found = _furniture(f"{above}\n{note}The next page")
    assert any("note" in line.lower() for line in found) == is_note


def test_a_footnote_is_found_after_digits_that_start_none() -> None:
    source = "text\n1\nx\n2\ny\n\nz\n3\nA note.\n\fnext"
    assert _furniture(source) == ["3", "A note."]
    assert _furniture("text\n1\n\nx\n\ny\n2\n\nA note.\n\fnext") == ["2", "A note."]


def test_a_page_may_have_several_footnotes() -> None:
    assert _furniture("text\n1\nA note.\n\n2\n  More.\n\fnext") == ["1", "A note.", "2", "More."]
    source = "A word1 and another2\n\n1 A note.\n\n2 More.\n\fnext"
    assert _furniture(source) == ["1 A note.", "2 More."]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("text\n1\nA note of\n2\nwords.\n\fnext", ["1", "A note of", "2", "words."]),
        ("text\n1\n\nA note.\n\fnext", ["1", "A note."]),
        ("text\n\fmore\n1\nA note.\n\fnext", ["1", "A note."]),
        (f"text\n1\n{' ' * 30}7\nnext\n\nlast", ["1", "7"]),
    ],
)
def test_a_footnote_may_contain_digits_or_follow_a_blank_line_or_be_next_to_a_page_break(
    source: str, found: list[str]
) -> None:
    assert _furniture(source) == found


@pytest.mark.parametrize(
    ("source", "indices"),
    [
        ("a\n\f1\nHead\nb\n\f2\nHead\nc\n\f3\nHead\nd", {1, 2, 4, 5, 7, 8}),
        ("Head\n1\n\fHead\n2\n\fHead\n3", {0, 1, 2, 3, 4, 5}),
        ("1\n\fOnly this\n\f3", {0, 2}),
    ],
)
def test_a_running_line_may_be_next_to_a_page_number(source: str, indices: set[int]) -> None:
    assert find_furniture(_lines(source), headings_of()).lines == indices
