"""Phrases: found in a sentence as whole words, and filled by a renderer."""

from __future__ import annotations

import pytest

from inspection_model.frameworks.phrase import Grammars, Phrase
from inspection_model.frameworks.words import fold_words


def _digits(folded: str, position: int) -> int:
    end = position
    while end < len(folded) and folded[end] in "0123456789":
        end += 1
    return end if end > position else -1


_GRAMMARS: Grammars = {"n": _digits}


def _found(phrase: str, sentence: str) -> dict[str, str] | None:
    slots = Phrase(phrase).find(fold_words(sentence), _GRAMMARS)
    return None if slots is None else {name: sentence[start:end] for name, (start, end) in slots.items()}


@pytest.mark.parametrize(
    ("phrase", "sentence", "slots"),
    [
        ("thank you", "We thank you.", {}),
        ("thank you", "We Thank You", {}),
        (
            "we met {people}",
            "Then we met cooks, clerks and drivers.",
            {"people": "cooks, clerks and drivers"},
        ),
        ("we met {people} on", "We met , cooks , on Monday.", {"people": "cooks"}),
        ("visit to {a} on {n}", "A visit to Otter on Sea on 12.", {"a": "Otter on Sea", "n": "12"}),
        ("visit {} on {n}", "A visit of some kind on 12.", {"n": "12"}),
        ("within {n} days", "within a week or within 70 days.", {"n": "70"}),
        ("draft {} within {n} days", "A draft of it, within reason, within 7 days.", {"n": "7"}),
        ("of {a} in {b}", "of one in two in three", {"a": "one", "b": "two in three"}),
        ("it's \u201cso\u201d", 'It\u2019s "so" \u2013 yes', {}),
        # It does not occur, or only nearly.
        ("thank you", "We thank your staff", None),
        ("thank you", "We rethank you", None),
        ("we met {people}", "We met.", None),
        ("we met {people} on", "We met cooks.", None),
        ("we met {people} on", "We met ,, on Monday.", None),
        ("visit to {a}", "A trip to Otter", None),
        ("visit to {a}", "A revisit to Otter", None),
        ("within {n} days", "within seven days", None),
        ("within {n} days", "within 70 daysrest", None),
        ("within {n} days", "within 70 weeks", None),
        ("visit to {a} on {n}", "visit to Otter on Sea", None),
        ("of {n}", "of 12x", None),
        ("", "", {}),
    ],
)
def test_a_phrase_is_found_with_the_text_of_its_slots(
    phrase: str, sentence: str, slots: dict[str, str] | None
) -> None:
    assert _found(phrase, sentence) == slots


def test_a_later_start_is_tried_when_an_earlier_one_fails() -> None:
    assert _found("of {n} days", "of cooks, of 12 weeks, of 7 days") == {"n": "7"}
    assert _found("to {a} on {n}", "to ,, on 5x, to Otter on 6") == {"a": "Otter", "n": "6"}
    assert _found("on {a} at {n}", "on x at 5x on y at 6") == {"a": "y", "n": "6"}


def test_no_part_of_a_sentence_is_searched_twice_for_the_words_after_a_slot() -> None:
    sentence = "visit " * 2_000 + "on 5x"
    assert _found("visit {} on {n}", sentence) is None
    assert _found("visit {} on {n}", sentence[:-1]) == {"n": "5"}


def test_a_phrase_is_filled() -> None:
    phrase = Phrase("A visit to {a} on {n}")
    assert phrase.slots == ("a", "n")
    assert phrase.words == ("a visit to ", " on ", "")
    assert phrase.prefix == phrase.longest == "a visit to "
    assert phrase.fill({"a": "Otter", "n": "12", "unused": "x"}) == "A visit to Otter on 12"
    with pytest.raises(KeyError, match="n"):
        phrase.fill({"a": "Otter"})


def test_a_filled_phrase_is_found_again() -> None:
    phrase = Phrase("A visit to {a} on {n}")
    assert _found(phrase.text, phrase.fill({"a": "Otter", "n": "12"})) == {"a": "Otter", "n": "12"}
