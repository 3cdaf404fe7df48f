"""Phrases: found in a sentence, filled by a renderer, never in the middle of a word."""

from __future__ import annotations

import pytest

from inspection_model.frameworks.phrase import Grammars, Phrase, find_words, fold_words, strip_span


def _digits(folded: str, position: int) -> int:
    end = position
    while end < len(folded) and folded[end] in "0123456789":
        end += 1
    return end if end > position else -1


_GRAMMARS: Grammars = {"n": _digits}


def _found(phrase: str, sentence: str) -> dict[str, str] | None:
    gaps = Phrase(phrase).find(fold_words(sentence), _GRAMMARS)
    return None if gaps is None else {name: sentence[start:end] for name, (start, end) in gaps.items()}


@pytest.mark.parametrize(
    ("phrase", "sentence", "gaps"),
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
        # Not there, or only nearly.
        ("thank you", "We thank your staff", None),
        ("thank you", "We rethank you", None),
        ("we met {people}", "We met.", None),
        ("we met {people} on", "We met cooks.", None),
        ("we met {people} on", "We met ,, on Monday.", None),
        ("within {n} days", "within seven days", None),
        ("within {n} days", "within 70 daysrest", None),
        ("within {n} days", "within 70 weeks", None),
        ("visit to {a} on {n}", "visit to Otter on Sea", None),
        ("of {n}", "of 12x", None),
        ("", "", {}),
    ],
)
def test_a_phrase_is_found_with_what_stands_in_its_gaps(
    phrase: str, sentence: str, gaps: dict[str, str] | None
) -> None:
    assert _found(phrase, sentence) == gaps


def test_a_later_place_is_tried_when_an_earlier_one_fails() -> None:
    assert _found("of {n} days", "of cooks, of 12 weeks, of 7 days") == {"n": "7"}
    assert _found("to {a} on {n}", "to ,, on 5x, to Otter on 6") == {"a": "Otter", "n": "6"}
    assert _found("on {a} at {n}", "on x at 5x on y at 6") == {"a": "y", "n": "6"}


def test_what_was_searched_for_one_place_serves_the_next() -> None:
    sentence = "visit " * 2_000 + "on 5x"
    assert _found("visit {} on {n}", sentence) is None
    assert _found("visit {} on {n}", sentence[:-1]) == {"n": "5"}


def test_a_phrase_is_filled() -> None:
    phrase = Phrase("A visit to {a} on {n}")
    assert phrase.gaps == ("a", "n")
    assert phrase.opening == "a visit to "
    assert phrase.fill({"a": "Otter", "n": "12", "unused": "x"}) == "A visit to Otter on 12"
    with pytest.raises(KeyError, match="n"):
        phrase.fill({"a": "Otter"})


def test_what_is_filled_is_found_again() -> None:
    phrase = Phrase("A visit to {a} on {n}")
    assert _found(phrase.text, phrase.fill({"a": "Otter", "n": "12"})) == {"a": "Otter", "n": "12"}


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
def test_folding_keeps_every_position(text: str, folded: str) -> None:
    assert fold_words(text) == folded
    assert len(fold_words(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "span"), [("ab", (0, 2)), (" ,a,; ", (2, 3)), (" ,; ", (4, 4)), ("", (0, 0))]
)
def test_layout_at_the_ends_is_left_out(text: str, span: tuple[int, int]) -> None:
    assert strip_span(text, 0, len(text)) == span


@pytest.mark.parametrize(
    ("words", "start", "at"),
    [
        ("otter", 0, 7),  # neither in "potter" nor in "otters"
        ("otter", 8, 14),
        ("otter", 15, -1),
        ("potter", 0, 0),
        ("otters", 0, 21),
        ("bay", 0, -1),
    ],
)
def test_words_are_found_whole(words: str, start: int, at: int) -> None:
    assert find_words("potter otter, otter, otters", words, start) == at
