"""Text comparison: folding, search for whole words, and spans without separators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_model.frameworks.words import (
    find_words,
    fold_heading,
    fold_words,
    is_word_edge,
    strip_span,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("It\u2019s \u201cSo\u201d \u2014 YES", 'it\'s "so" - yes'),
        ("\u0130stanbul \u00c9lan", "\u0130stanbul \u00e9lan"),
        ("", ""),
        ("`SO`", "'so'"),
        ("\u2018\u2019\u201a\u201b\u02bc`", "''''''"),
        ("\u201c\u201d\u201e", '"""'),
        ("\u2010\u2011\u2012\u2013\u2014\u2212", "------"),
        ("\u00df\ufb01", "\u00df\ufb01"),
    ],
)
def test_folding_keeps_every_offset(text: str, folded: str) -> None:
    assert fold_words(text) == folded
    assert len(fold_words(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "span"), [("ab", (0, 2)), (" ,a,; ", (2, 3)), (" ,; ", (4, 4)), ("", (0, 0))]
)
def test_separators_at_the_ends_of_a_span_are_stripped(text: str, span: tuple[int, int]) -> None:
    assert strip_span(text, 0, len(text)) == span


@pytest.mark.parametrize(
    ("words", "start", "at"),
    [
        ("otter", 0, 7),  # not in "potter" and "otters"
        ("otter", 8, 14),
        ("otter", 15, -1),
        ("potter", 0, 0),
        ("otters", 0, 21),
        ("bay", 0, -1),
    ],
)
def test_words_are_found_whole(words: str, start: int, at: int) -> None:
    assert find_words("potter otter, otter, otters", words, start) == at


@given(st.text())
def test_folding_keeps_the_length_of_any_text_and_changes_nothing_more_when_repeated(text: str) -> None:
    folded = fold_words(text)
    assert len(folded) == len(text)
    assert fold_words(folded) == folded


@pytest.mark.parametrize(
    ("position", "edge"), [(0, True), (1, False), (2, True), (3, True), (4, False), (5, True), (9, True)]
)
def test_no_word_spans_an_edge(position: int, edge: bool) -> None:
    assert is_word_edge("ab cd", position) == edge


@pytest.mark.parametrize(
    ("start", "end", "span"), [(2, 4, (3, 4)), (0, 0, (0, 0)), (1, 2, (2, 2)), (5, 2, (5, 5))]
)
def test_only_the_ends_of_the_given_span_are_stripped(start: int, end: int, span: tuple[int, int]) -> None:
    assert strip_span("a, b, c", start, end) == span


@pytest.mark.parametrize(
    "text",
    [
        "What must change",
        "WHAT MUST CHANGE?",
        "What  must\u00a0change:",
        "What must change?1",
        "What must change \u00b2",
        "What must change * ",
        "What must change 12.",
    ],
)
def test_the_spellings_of_a_heading_are_folded_to_one(text: str) -> None:
    assert fold_heading(text) == "what must change"


@pytest.mark.parametrize(("text", "folded"), [("2019", "2019"), ("", ""), ("?!", ""), ("It\u2019s", "it's")])
def test_a_heading_of_digits_or_punctuation_is_folded(text: str, folded: str) -> None:
    assert fold_heading(text) == folded


def test_a_soft_hyphen_is_not_part_of_a_heading() -> None:
    assert fold_heading("What must\u00ad ch\u00adange") == "what must change"
