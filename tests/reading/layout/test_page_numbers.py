"""Page numbers in all their forms."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.layout.page_numbers import PageNumber, find_page_numbers, number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", (7, None, False)),
        ("Page 7", (7, None, True)),
        ("PAGE 7", (7, None, True)),
        ("Page: 7", (7, None, True)),
        ("Page | 7", (7, None, True)),
        ("Page  7   of 12", (7, 12, True)),
        ("page 7/12", (7, 12, True)),
        ("7 of 12", (7, 12, True)),
        ("7 from 12", (7, 12, True)),
        ("7/12", (7, 12, True)),
        ("p. 7", (7, None, True)),
        ("p7", (7, None, True)),
        ("Pg 7 of 12", (7, 12, True)),
        ("7 | Page", (7, None, True)),
        ("- 7 -", (7, None, True)),
        ("\u20137\u2013", (7, None, True)),
        ("\u2014 7 of 12 \u2014", (7, 12, True)),
        ("~ page 7 ~", (7, None, True)),
        ("* 7 *", (7, None, True)),
        ("| 7 |", (7, None, True)),
        ("[7]", (7, None, False)),
        ("(7)", (7, None, False)),
        ("[ 7 of 12 ]", (7, 12, True)),
    ],
)
def test_a_page_number_is_found_in_its_forms(text: str, number: PageNumber) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "1234",
        "7 workers",
        "Page two",
        "7 of",
        "7 -",
        "pages 7",
        "- 7",
        "7.",
        "7th",
        "Page 7 of 12 of 20",
        "x7",
    ],
)
def test_other_texts_are_no_page_numbers(text: str) -> None:
    assert number_in(text) is None


def test_digits_that_are_not_in_the_position_of_a_page_number_are_told_apart() -> None:
    source = "a\n7\nb\n[8]\nc\n\n9\n\nd\n(10)\n\fe"
    numbers, others = find_page_numbers(split_lines(source, unusual_characters(source)))
    assert {index: number.number for index, number in numbers.items()} == {5: 9, 7: 10}
    assert others == [1, 3]
