"""Sentences: where they end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import split_lines
from inspection_model.reading.layout.sentences import first_sentence, is_unfinished, split_sentences, whole
from inspection_model.reading.stretch import stretch_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One", ["One"]),
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("One.", ["One."]),
        ("\u201cOne.\u201d \u201cTwo.\u201d", ["\u201cOne.\u201d", "\u201cTwo.\u201d"]),
        ("One (it is). (Two.) 3 men.", ["One (it is).", "(Two.)", "3 men."]),
        (
            "Mr. Rook and Dr. Penn met Prof. Quill. They ate.",
            ["Mr. Rook and Dr. Penn met Prof. Quill.", "They ate."],
        ),
        (
            "St. Anne (St. John) is e.g. A. Bee. No. 5 is i.e. C. Dee.",
            ["St. Anne (St. John) is e.g. A. Bee.", "No. 5 is i.e. C. Dee."],
        ),
        ("Under s. 138 it was done. It was.", ["Under s. 138 it was done.", "It was."]),
        ("It costs 7.5 million. it was. \u00c9lan", ["It costs 7.5 million. it was. \u00c9lan"]),
        ("A. B. C.", ["A. B. C."]),
        ("I saw K A. Bee ((A. Bee) too). It was.", ["I saw K A. Bee ((A. Bee) too).", "It was."]),
        ("Stop... Now", ["Stop...", "Now"]),
    ],
)
def test_a_stretch_is_split_into_its_sentences(text: str, sentences: list[str]) -> None:
    stretch = stretch_of(split_lines(text))
    found = split_sentences(stretch)
    assert [sentence.words(0, sentence.end - sentence.start) for sentence in found] == sentences
    assert first_sentence(stretch) == (found[0] if found else whole(stretch))
    assert [sentence.folded for sentence in found] == [
        s.lower().translate({0x201C: '"', 0x201D: '"'}) for s in sentences
    ]


def test_a_whole_stretch_can_be_taken_as_one_sentence() -> None:
    sentence = whole(stretch_of(split_lines("One. Two.")))
    assert (sentence.start, sentence.end, sentence.folded) == (0, 9, "one. two.")


@pytest.mark.parametrize("text", ["the end", "the end,", "the end -", "x", "(the end)", "Ms A Bee, HMI"])
def test_these_lines_end_in_mid_sentence(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize("text", ["the end.", "the end?\u2019", 'the end!")', "as follows:", "one;", "."])
def test_these_lines_end_a_sentence(text: str) -> None:
    assert not is_unfinished(text)
