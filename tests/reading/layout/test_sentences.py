"""Excerpts of a folded text; where sentences end, and where a full stop does not end one."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.layout.sentences import (
    Excerpt,
    first_sentence,
    is_one_sentence,
    is_unfinished,
    split_sentences,
    whole,
)


def _excerpt(source: str) -> Excerpt:
    return whole(split_lines(source, unusual_characters(source)))


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
        ("One. \u2018Two.\u2019 [Three.]", ["One.", "\u2018Two.\u2019", "[Three.]"]),
    ],
)
def test_an_excerpt_is_split_into_its_sentences(text: str, sentences: list[str]) -> None:
    excerpt = _excerpt(text)
    found = split_sentences(excerpt)
    assert [sentence.words for sentence in found] == sentences
    assert first_sentence(excerpt).words == (sentences[0] if sentences else "")
    assert is_one_sentence(text) == (len(sentences) < 2)
    assert [sentence.folded for sentence in found] == [
        s.lower().translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}) for s in sentences
    ]
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.words
        assert sentence.reaches_end == (sentence is found[-1])


def test_the_whole_text_of_lines_is_one_excerpt() -> None:
    excerpt = _excerpt("One.  Two.")
    assert (excerpt.start, excerpt.end, excerpt.words, excerpt.folded) == (0, 9, "One. Two.", "one. two.")
    assert excerpt.reaches_end


def test_a_slice_of_an_excerpt_is_an_excerpt_of_the_same_text() -> None:
    source = "See  One\n Two"
    excerpt = _excerpt(source)[4:]
    assert (excerpt.words, excerpt.start, excerpt.end) == ("One Two", 4, 11)
    part = excerpt[1:5]
    assert (part.words, part.folded, part.start, part.reaches_end) == ("ne T", "ne t", 5, False)
    assert part.text is excerpt.text
    ((start, end),) = part.sources()
    assert source[start:end] == "ne\n T"
    assert excerpt[:].words == excerpt.words


@pytest.mark.parametrize("text", ["the end", "the end,", "the end -", "x", "(the end)", "Ms A Bee, HMI"])
def test_these_lines_end_in_mid_sentence(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "the end.",
        "the end?\u2019",
        'the end!")',
        "as follows:",
        "one;",
        ".",
        "the end.]",
        "the end.)\u2019\u201d",
    ],
)
def test_these_lines_end_a_sentence(text: str) -> None:
    assert not is_unfinished(text)
