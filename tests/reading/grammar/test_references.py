"""References of a finding to an outside list."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.references import references_in

_SCHEME = "national framework"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Plans are kept (enabler 2, national framework).", ["enabler 2"]),
        ("Plans are kept (enabler 2 national framework).", ["enabler 2"]),
        (
            "Plans are kept (enablers 1 and 2, outcome 3, national framework).",
            ["enabler 1", "enabler 2", "outcome 3"],
        ),
        ("(outcomes 1, 2, and 13, national framework)", ["outcome 1", "outcome 2", "outcome 13"]),
        ("(Outcome 1 and enabler 2, National Framework)", ["outcome 1", "enabler 2"]),
        (
            "One (outcome 1, national framework) and one (outcome 2, national framework)",
            ["outcome 1", "outcome 2"],
        ),
    ],
)
def test_a_reference_has_a_scheme_and_the_places_in_it(text: str, values: list[str]) -> None:
    assert [(each.scheme, each.value) for each in references_in(text)] == [(_SCHEME, v) for v in values]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("(outcome 1, framework)", "framework"),
        ("(outcome 1, the new national framework)", "the new national framework"),
    ],
)
def test_the_scheme_is_the_words_before_the_bracket_closes(text: str, scheme: str) -> None:
    assert [each.scheme for each in references_in(text)] == [scheme]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plans are kept.",
        "Plans (most of them) are kept.",
        "(outcome 1, national framework",
        "outcome 1, national framework)",
        "(outcome, national framework)",
        "(1, national framework)",
        "(outcome 1, national frameworks)",
        "(outcome 1, the very new national framework)",
        "(outcome 123, national framework)",
        f"(outcome 1{', 2' * 30}, national framework)",
    ],
)
def test_other_words_in_brackets_are_not_a_reference(text: str) -> None:
    assert references_in(text) == ()
