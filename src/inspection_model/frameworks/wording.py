"""The words that letters of every framework share, as data: titles, posts, counts, contacts."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import final

import attrs

from inspection_model.frameworks.phrase import Phrase
from inspection_model.vocabulary import ContactKind, DeclarationState, EvidenceMethod

__all__ = ["EvidenceWords", "Wording", "shared_wording"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class EvidenceWords:
    """How an evidence source shows its method.

    Attributes:
        method: The method.
        words: Words of which one stands in the source.
        people: Phrases with the gap ``people`` for the participants.
    """

    method: EvidenceMethod
    words: tuple[str, ...]
    people: tuple[Phrase, ...]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Wording:
    """The words of ``wording.toml``, which says what each list is for.

    Attributes:
        titles: Words that open a name, folded.
        posts: Words that make a line a post, folded.
        post_openers: Words that may open a post before one of those, folded.
        bodies: Words that mark a line as the name of a body, folded.
        buildings: Words that end the name of a building, folded.
        body_openers: Words before the name of a body that are none by themselves, folded.
        streets: Words of streets, folded.
        markings: What may stand above the name of an addressee, folded.
        attentions: What may open the name's line, folded.
        copies: What opens the list of those who get a copy, folded.
        inspector_posts: What follows an inspector's name, as written.
        inspector_lead_ins: What stands before a list of inspectors, as written.
        activities: What inspectors did besides looking at things and speaking to people, folded.
        visit_ways: How inspectors worked on some days of a visit, folded.
        nothing: What stands below a heading in the place of findings when there are none, folded.
        salutations: What opens a salutation; the first is the one written.
        opening_verbs: What an opening sentence says that the letter does, folded.
        opening_nouns: What it says that the letter tells, folded.
        opening_accounts: What it says that the letter does, when no noun follows, folded.
        sign_offs: What stands before the signature; the first is the one written.
        contacts: For each numbered kind the labels before it; the first is the one written.
        contact_labels: Words before the label that say more, such as ``Direct``.
        counts: Number words and what they count.
        count_words: For two states the words that say it instead of a number.
        evidence: The evidence methods in the order in which they are tried.
        people_lead_ins: What stands before a list of the people spoken to.
        people_tails: What stands after such a list, and tells how they were spoken to.
        phrases: For each fact how the project itself writes it.
        lists: For each fact that is written as a list, the sentence that opens it.
    """

    titles: frozenset[str]
    posts: frozenset[str]
    post_openers: frozenset[str]
    bodies: frozenset[str]
    buildings: frozenset[str]
    body_openers: frozenset[str]
    streets: frozenset[str]
    markings: frozenset[str]
    attentions: tuple[str, ...]
    copies: tuple[str, ...]
    inspector_posts: tuple[str, ...]
    inspector_lead_ins: tuple[str, ...]
    activities: frozenset[str]
    visit_ways: frozenset[str]
    nothing: frozenset[str]
    salutations: tuple[str, ...]
    opening_verbs: frozenset[str]
    opening_nouns: frozenset[str]
    opening_accounts: frozenset[str]
    sign_offs: tuple[str, ...]
    contacts: Mapping[ContactKind, tuple[str, ...]] = attrs.field(hash=False)
    contact_labels: tuple[str, ...]
    counts: Mapping[str, int] = attrs.field(hash=False)
    count_words: Mapping[DeclarationState, tuple[str, ...]] = attrs.field(hash=False)
    evidence: tuple[EvidenceWords, ...]
    people_lead_ins: tuple[str, ...]
    people_tails: tuple[str, ...]
    phrases: Mapping[str, tuple[Phrase, ...]] = attrs.field(hash=False)
    lists: Mapping[str, str] = attrs.field(hash=False)


@functools.cache
def shared_wording() -> Wording:
    """Give the words of the package's own file."""
    import tomllib
    from importlib.resources import files

    toml = files("inspection_model.frameworks").joinpath("wording.toml").read_text(encoding="utf-8")
    data = tomllib.loads(toml)
    contacts = data["contacts"]
    return Wording(
        titles=_folded(data["titles"]),
        posts=_folded(data["posts"]),
        post_openers=_folded(data["post_openers"]),
        bodies=_folded(data["bodies"]),
        buildings=_folded(data["buildings"]),
        body_openers=_folded(data["body_openers"]),
        streets=_folded(data["streets"]),
        markings=_folded(data["markings"]),
        attentions=tuple(sorted(_folded(data["attentions"]))),
        copies=tuple(sorted(_folded(data["copies"]))),
        inspector_posts=tuple(data["inspector_posts"]),
        inspector_lead_ins=tuple(data["inspector_lead_ins"]),
        activities=_folded(data["activities"]),
        visit_ways=_folded(data["visit_ways"]),
        nothing=_folded(data["nothing"]),
        salutations=tuple(data["salutations"]),
        opening_verbs=_folded(data["opening_verbs"]),
        opening_nouns=_folded(data["opening_nouns"]),
        opening_accounts=_folded(data["opening_accounts"]),
        sign_offs=tuple(data["sign_offs"]),
        contacts={kind: tuple(contacts[kind]) for kind in ContactKind if kind in contacts},
        contact_labels=tuple(contacts["labels"]),
        counts=dict(data["counts"]),
        count_words={DeclarationState(state): tuple(words) for state, words in data["count_words"].items()},
        evidence=tuple(
            EvidenceWords(
                method=EvidenceMethod(entry["method"]),
                words=tuple(entry["words"]),
                people=tuple(Phrase(text) for text in entry["people"]),
            )
            for entry in data["evidence"]
        ),
        people_lead_ins=tuple(data["people"]["lead_ins"]),
        people_tails=tuple(data["people"]["tails"]),
        phrases={fact: tuple(map(Phrase, texts)) for fact, texts in data["phrases"].items()},
        lists=data["lists"],
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
