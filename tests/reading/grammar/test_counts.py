"""Counts: the numbers of findings that the prose declares."""

from __future__ import annotations

import pytest
from reading_samples import ucra_framework

from inspection_model.frameworks.framework import Framework
from inspection_model.reading.grammar.counts import declared_spans
from inspection_model.vocabulary import Category, DeclarationState


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
        ("twenty-four strengths", [("strength", "specified", 24)]),
        ("twenty four strengths", [("strength", "specified", 24)]),
        ("seventy strengths", [("strength", "specified", 70)]),
        # The last part of a number, or of another word, is not a count.
        ("hundred-four strengths", []),
        ("twenty-eleven strengths", []),
        ("12345 strengths", []),
        ("four strengthsx", []),
        ("", []),
    ],
)
def test_a_count_before_a_term_is_declared(words: str, found: list[tuple[str, str, int | None]]) -> None:
    spans = list(declared_spans(ucra_framework(), words))
    assert [(span.category, span.state, span.number) for span in spans] == [
        (Category(category), DeclarationState(state), number) for category, state, number in found
    ]
    for span in spans:
        assert not words[span.start : span.end].startswith(" ")


def test_a_framework_without_terms_declares_nothing() -> None:
    framework = Framework(id="x", title="X", inspectorate="Y")
    assert list(declared_spans(framework, "four strengths")) == []
