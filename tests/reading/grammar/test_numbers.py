"""Numbers in digits and in words."""

from __future__ import annotations

import re

import pytest

from inspection_model.reading.grammar.numbers import number_end, number_value, number_words


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("70 working", "70", 70),
        ("twenty working", "twenty", 20),
        ("seventy", "seventy", 70),
        ("twenty-one", "twenty-one", 21),
        ("twenty-one days", "twenty-one", 21),
        ("ninety nine", "ninety nine", 99),
        ("thirty-five weeks", "thirty-five", 35),
        # Only a unit belongs to the tens before it.
        ("twenty a day", "twenty", 20),
        ("twenty eleven", "twenty", 20),
        ("twenty sixteen", "twenty", 20),
        ("twenty sixths", "twenty", 20),
        ("eleven one", "eleven", 11),
        ("sixteen", "sixteen", 16),
        ("six", "six", 6),
        ("a day", "a", 1),
        ("an hour", "an", 1),
        ("0 days", "0", 0),
        ("70x", "70", 70),
        ("9999", "9999", 9999),
        # In digits and in words, one of them in brackets.
        ("30 (thirty) days", "30 (thirty)", 30),
        ("twenty-one (21)", "twenty-one (21)", 21),
        ("30 (about) days", "30", 30),
        ("30 (thirty days)", "30", 30),
    ],
)
def test_a_number_is_read_in_digits_or_words(text: str, number: str, value: int) -> None:
    assert number_end(text, 0) == len(number)
    assert text.startswith(number)
    assert number_value(number) == value


@pytest.mark.parametrize(
    "text", ["", "12345", "seventyfold", "twentyone", "and", "\u0661", "-1", "-one", "30 (forty)"]
)
def test_a_text_that_nearly_begins_with_a_number_does_not(text: str) -> None:
    assert number_end(text, 0) == -1


def test_a_number_is_matched_at_the_offset_only() -> None:
    assert number_end("within seven days", 7) == 12
    assert number_end("within seven days", 0) == -1


@pytest.mark.parametrize("words", ["seventy", "seven", "twenty-one", "ninety nine", "an", "a"])
def test_the_pattern_of_words_prefers_the_longest(words: str) -> None:
    match = re.match(number_words(), words)
    assert match is not None
    assert match.group() == words
