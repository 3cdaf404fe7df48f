"""Phrasebooks: the first phrase of a kind is found, with its slots and its owner."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_samples import ucra_framework

from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.frameworks.fact import Fact
from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.phrases import (
    BOILERPLATE,
    CARRIED_OVER,
    CLOSING,
    LEAD_INS,
    NONE,
    OBLIGATIONS,
    OWN_INTERVIEWS,
    Phrasebook,
    phrasebook_of,
)
from inspection_model.vocabulary import Category


def _fact(*texts: str) -> Fact:
    return Fact(name="kind", slots={}, phrases=tuple(map(Phrase, texts)))


def _book(*texts: str) -> Phrasebook:
    return Phrasebook(_framework(facts=(*shared_facts(), _fact(*texts))))


def _framework(
    *,
    facts: tuple[Fact, ...] = shared_facts(),
    sections: tuple[Section, ...] = (),
    obligations: tuple[ObligationRule, ...] = (),
) -> Framework:
    return Framework(
        id="x",
        title="X",
        inspectorate="Y",
        facts=facts,
        sections=sections,
        obligations=obligations,
        boilerplate=(Phrase("thank you"),),
        closing=(Phrase("copy of this letter"),),
    )


@pytest.mark.parametrize(
    ("texts", "slot"),
    [
        (["saw {a}", "met with {b}", "with {c}"], "b"),
        (["with {c}", "met with {b}", "saw {a}"], "c"),
        (["saw {a}", "spoke {a}"], None),
        ([], None),
    ],
)
def test_the_first_phrase_of_the_kind_is_found(texts: list[str], slot: str | None) -> None:
    match = _book(*texts).find("kind", "they met with otters")
    assert (None if match is None else [*match.slots]) == (None if slot is None else [slot])


_WORDS = st.lists(st.sampled_from(["otter", "otters", "swim", "by", "the river"]), min_size=1, max_size=3)
_PHRASES = st.builds(
    lambda words, slot: " ".join(words) + slot, _WORDS, st.sampled_from(["", " {a}", " {b}"])
)


@given(st.lists(_PHRASES, max_size=6), st.lists(_WORDS, max_size=4))
def test_a_book_finds_the_phrase_that_a_search_in_order_finds(
    texts: list[str], words: list[list[str]]
) -> None:
    sentence = " ".join(word for each in words for word in each)
    in_order = (Phrase(text).find(sentence, {}) for text in texts)
    expected = next((slots for slots in in_order if slots is not None), None)
    match = _book(*texts).find("kind", sentence)
    assert (None if match is None else match.slots) == expected


def test_every_phrase_of_the_package_is_found_in_its_own_words() -> None:
    values = {"visit": "6 may 2009", "date": "6 may 2009", "count": "70"}
    for framework in shipped_frameworks():
        book = phrasebook_of(framework)
        phrases = [(fact.name, phrase) for fact in framework.facts for phrase in fact.phrases]
        assert phrases
        for name, phrase in phrases:
            sentence = phrase.fill({slot: values.get(slot, "the otters") for slot in phrase.slots})
            match = book.find(name, fold_words(sentence))
            assert match is not None
            assert isinstance(match.owner, Fact)
            assert match.owner.name == name


def test_a_match_has_the_owner_of_the_phrase() -> None:
    first = Section(
        category=Category.STRENGTH, lead_ins=(Phrase("done well"),), none=(Phrase("none at all"),)
    )
    second = Section(
        category=Category.IMPROVEMENT,
        lead_ins=(Phrase("done badly"),),
        none=(Phrase("none"),),
        carried_over=(Phrase("as before"),),
    )
    rule = ObligationRule(category=Category.IMPROVEMENT, to=None, phrases=(Phrase("in {count} days"),))
    book = Phrasebook(_framework(sections=(first, second), obligations=(rule,)))
    found = [
        book.find(LEAD_INS, "this was done badly"),
        book.find(NONE, "none at all"),
        book.find(NONE, "none at all", second),
        book.find(CARRIED_OVER, "as before", second),
        book.find(OBLIGATIONS, "in seventy days"),
    ]
    owners = [match.owner if match else None for match in found]
    assert all(
        owner is each for owner, each in zip(owners, [second, first, second, second, rule], strict=True)
    )
    assert book.find(NONE, "none", first) is None
    assert book.find(OBLIGATIONS, "in many days") is None


def test_boilerplate_has_no_owner_and_includes_the_closing() -> None:
    book = Phrasebook(_framework())
    thanks, copy = book.find(BOILERPLATE, "we thank you"), book.find(BOILERPLATE, "a copy of this letter")
    assert thanks is not None
    assert thanks.owner is None
    assert copy is not None
    assert book.find(CLOSING, "we thank you") is None
    assert book.find(CLOSING, "a copy of this letter") == copy


def test_the_projects_own_interviews_do_not_include_those_of_a_framework() -> None:
    book = phrasebook_of(ucra_framework())
    own, other = "inspectors spoke to cooks", "inspectors met with cooks"
    assert book.find(OWN_INTERVIEWS, own) is not None
    assert book.find(OWN_INTERVIEWS, other) is None
    assert book.find("interviews", other) is not None


def test_dates_and_numbers_in_slots_are_read_by_their_grammars() -> None:
    book = phrasebook_of(ucra_framework())
    words = "children's services in otterford on 6 and 7 may 2009 and more"
    match = book.find("opening", words)
    assert match is not None
    assert words[slice(*match.slots["visit"])] == "6 and 7 may 2009"


def test_a_framework_without_facts_states_none() -> None:
    book = Phrasebook(_framework(facts=()))
    assert all(book.find(fact.name, "the inspectors were a bee") is None for fact in shared_facts())


def test_the_phrases_of_a_framework_are_prepared_once() -> None:
    framework = ucra_framework()
    assert phrasebook_of(framework) is phrasebook_of(framework)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("they met with cooks who spoke to clerks", "cooks who spoke to clerks"),
        ("they spoke to cooks who met with clerks", "cooks who met with clerks"),
        ("they met cooks", "cooks"),
        ("they asked cooks about the weather in may", "cooks"),
        ("they saw cooks", None),
    ],
)
def test_of_several_phrases_the_one_whose_slot_comes_first_is_found(
    sentence: str, people: str | None
) -> None:
    interviews = next(fact for fact in shared_facts() if fact.name == "interviews")
    texts = ("spoke to {people}", "met {people}", "met with {people}", "asked {people} about {}")
    fact = attrs.evolve(interviews, phrases=tuple(map(Phrase, texts)))
    book = phrasebook_of(Framework(id="x", title="X", inspectorate="Y", facts=(fact,)))
    match = book.find_first("interviews", sentence)
    assert (match and sentence[slice(*match.slots["people"])]) == people
    assert match is None or match.owner is fact
