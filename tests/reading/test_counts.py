"""Counts: numbers in digits and words, and what the prose declares."""

from __future__ import annotations

import pytest
from inspection_model.reading.counts import declared_spans, number_end, number_value
from reading_samples import ucra_framework

from inspection_model.frameworks.framework import Framework
from inspection_model.vocabulary import Category, DeclarationState


@pytest.mark.parametrize(
    ("text", "end", "value"),
    [("70 working", 2, 70), ("twenty working", 6, 20), ("a day", 1, 1), ("0 days", 1, 0), ("sixteen", 7, 16)],
)
def test_a_number_is_taken_in_digits_or_words(text: str, end: int, value: int) -> None:
    assert number_end(text, 0) == end
    assert number_value(text[:end]) == value


@pytest.mark.parametrize("text", ["", "12345", "seventyfold", "twentyone", "and", "\u0661", "-1"])
def test_what_only_nearly_is_a_number_is_none(text: str) -> None:
    assert number_end(text, 0) == -1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("four areas for priority action", [("priority-action", "specified", 4)]),
        ("4 areas for priority action", [("priority-action", "specified", 4)]),
        ("one area for development", [("improvement", "specified", 1)]),
        ("an area for development", [("improvement", "specified", 1)]),
        ("a number of areas for development", [("improvement", "unspecified", None)]),
        ("several strengths", [("strength", "unspecified", None)]),
        ("no strengths", [("strength", "none", None)]),
        ("0 strengths", [("strength", "none", None)]),
        ("not any strengths", [("strength", "none", None)]),
        (
            "two strengths and a number of areas for development, but no areas for priority action",
            [
                ("strength", "specified", 2),
                ("improvement", "unspecified", None),
                ("priority-action", "none", None),
            ],
        ),
        # A term without a count declares nothing, nor does a count without a term.
        ("the following areas for priority action", []),
        ("four areas of the town", []),
        # The last part of a number word is no number.
        ("twenty-four strengths", []),
        ("12345 strengths", []),
        ("four strengthsx", []),
        ("", []),
    ],
)
def test_the_prose_declares(words: str, found: list[tuple[str, str, int | None]]) -> None:
    spans = list(declared_spans(ucra_framework(), words))
    assert [(span.category, span.state, span.number) for span in spans] == [
        (Category(category), DeclarationState(state), number) for category, state, number in found
    ]
    for span in spans:
        assert not words[span.start : span.end].startswith(" ")


def test_a_framework_without_terms_declares_nothing() -> None:
    framework = Framework(id="x", title="X", inspectorate="Y")
    assert list(declared_spans(framework, "four strengths")) == []
