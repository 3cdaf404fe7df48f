"""What may surround the words of a heading."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.heading_marks import (
    before_words,
    without_closing_marks,
    words_of_heading,
)


@pytest.mark.parametrize(
    "text",
    [
        "What must change",
        "3. What must change",
        "3 What must change",
        "3) What must change",
        "(3) What must change",
        "3.1 What must change",
        "3.1. What must change",
        "3.What must change",
        "3 \u2013 What must change",
        "C. What must change",
        "(c) What must change",
        "iv) What must change",
        "Section 3: What must change",
        "PART 3 \u2013 What must change",
        "\u201cWhat must change\u201d",
        "'What must change'",
        "[What must change]",
        "## What must change",
        "# What must change #",
        "**What must change**",
        "**3. What must change**",
        "3. **What must change**",
        "__What must change__",
        "== What must change ==",
        "What must change (continued)",
        "What must change (cont.)",
        "What must change [cont\u2019d]",
        "What must change, continued",
        "What must change \u2013 CONTINUED",
        "3. What must change (continued):",
        "W\u02b0at must change".replace("\u02b0", "h"),
        "\uff37hat must change",
    ],
)
def test_the_words_of_a_heading_are_found(text: str) -> None:
    assert words_of_heading(text) == "What must change"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Main \ufb01ndings", "Main findings"),
        ("Discontinued", "Discontinued"),
        ("Findings 3.", "Findings 3"),
        ("1What", "1What"),
        ("Ab. What", "Ab. What"),
    ],
)
def test_other_words_are_kept(text: str, words: str) -> None:
    assert words_of_heading(text) == words


def test_the_words_begin_after_the_marks() -> None:
    assert before_words("3. **What") == 5
    assert before_words("What") == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Calls at the \u2018front door\u2019", "Calls at the \u2018front door"),
        ('Calls at the "front door"', 'Calls at the "front door'),
        ("Anyplace Trust (AT)", "Anyplace Trust (AT"),
        ("What was said (outcome 3, national framework)", "What was said (outcome 3, national framework)"),
        ("Boats", "Boats"),
        ("''", ""),
    ],
)
def test_closing_marks_are_quotes_and_the_bracket_of_a_short_form(text: str, words: str) -> None:
    assert without_closing_marks(text) == words
