"""Phrasebooks: the first phrase of a kind is found, whichever group it is kept in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_model.frameworks import shipped_frameworks
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.phrasebook import Phrasebook
from inspection_model.reading.phrases import phrasebook_of


def _book(*texts: str) -> Phrasebook:
    return Phrasebook({"kind": [Phrase(text) for text in texts]}, {})


@pytest.mark.parametrize(
    ("texts", "stems"),
    [
        ([], ()),
        (["on {visit}"], ("on",)),
        (["range of evidence, {a}", "evidence was {a}", "of the evidence"], ("evidence",)),
        # The longest words of a phrase are those that count, wherever its gaps are.
        (["for {a} children", "at {a} children", "to walk"], ("children", "walk")),
        (["- {a}"], ("-",)),
        (["  {a}"], ("  ",)),
    ],
)
def test_a_few_words_stand_wherever_one_of_some_phrases_does(
    texts: list[str], stems: tuple[str, ...]
) -> None:
    assert _book(*texts).stems("kind") == stems


def test_every_phrase_of_the_package_has_one_of_its_kinds_stems() -> None:
    for framework in shipped_frameworks():
        book = phrasebook_of(framework)
        for kind, phrases in framework.phrases.items():
            assert all(any(stem in phrase.longest for stem in book.stems(kind)) for phrase in phrases)


@pytest.mark.parametrize(
    ("texts", "gap"),
    [
        (["saw {a}", "met with {b}", "with {c}"], "b"),
        (["with {c}", "met with {b}", "saw {a}"], "c"),
        (["saw {a}", "spoke {a}"], None),
    ],
)
def test_the_first_phrase_of_the_kind_is_found(texts: list[str], gap: str | None) -> None:
    found = _book(*texts).find("kind", "they met with otters")
    assert (None if found is None else [*found]) == (None if gap is None else [gap])


_WORDS = st.lists(st.sampled_from(["otter", "otters", "swim", "by", "the river"]), min_size=1, max_size=3)
_PHRASES = st.builds(lambda words, gap: " ".join(words) + gap, _WORDS, st.sampled_from(["", " {a}", " {b}"]))


@given(st.lists(_PHRASES, max_size=6), st.lists(_WORDS, max_size=4))
def test_a_book_finds_what_one_phrase_after_the_other_finds(texts: list[str], words: list[list[str]]) -> None:
    sentence = " ".join(word for each in words for word in each)
    one_by_one = (Phrase(text).find(sentence, {}) for text in texts)
    expected = next((gaps for gaps in one_by_one if gaps is not None), None)
    assert _book(*texts).find("kind", sentence) == expected
