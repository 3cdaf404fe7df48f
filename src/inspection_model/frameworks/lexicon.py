"""The lexicon: words and phrases that letters of every framework share, as data."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeAlias, final

import msgspec

from inspection_model.frameworks.fact import Fact, Slot
from inspection_model.frameworks.phrase import Phrase
from inspection_model.vocabulary import Category, ContactKind, DeclarationState, DueUnit, EvidenceMethod

__all__ = ["TITLE", "Lexicon", "lexicon", "shared_facts"]

TITLE = "subject"
"""The name of the fact that the subject of a letter or the title of a report states."""

_Words: TypeAlias = frozenset[str]
_List: TypeAlias = tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of ``lexicon.toml``; the file's comments say what each list is for."""


@final
class _Names(_Table, frozen=True):
    titles: _Words
    particles: _Words
    greetings: _Words
    suffixes: _Words
    decorations: _Words
    joints: _List
    separators: _List


@final
class _Posts(_Table, frozen=True):
    words: _Words
    openers: _Words
    unfinished: _List
    continuing: _List
    before_body: _List
    inspectors: _List
    list_words: _Words
    before_list: _Words
    columns: _Words
    inspector_words: _Words
    unnamed: _List
    plural_words: _Words
    fields: _Words
    shared_by: _List
    inspector_lead_ins: _List
    lead: str


@final
class _Pages(_Table, frozen=True):
    labels: _List
    totals: _List
    unfinished: _Words
    openers: _Words


@final
class _Bodies(_Table, frozen=True):
    words: _Words
    post_words: _Words
    openers: _Words
    links: _Words
    surnames: _Words
    closing: _Words
    listed: _Words
    outside: _Words
    company_words: _Words
    inner: _Words
    possessives: _Words
    companies: _List
    endings: _List
    name_links: _Words
    general: _Words
    buildings: _Words
    streets: _Words


@final
class _Letters(_Table, frozen=True):
    salutations: _List
    sign_offs: _List
    markings: _Words
    attentions: _List
    copies: _List
    raised_endings: _Words
    date_label: str
    speakers: _List
    announcing: _List
    addressing: _List
    mail_fields: _List
    contact_qualifiers: _List
    contacts: Mapping[ContactKind, _List]


@final
class _Openings(_Table, frozen=True):
    determiner: str
    document: str
    verbs: _List
    nouns: _List
    accounts: _List
    any_kind: _List
    qualifiers: _List
    kinds: _List


@final
class _Dates(_Table, frozen=True):
    weekdays: _Words
    vague: _List
    further: _List
    again: _List
    not_inspected: _List


@final
class _Deadlines(_Table, frozen=True):
    limits: _List
    hours: _List
    signs: _List
    units: Mapping[DueUnit, _List]


@final
class _Headings(_Table, frozen=True):
    continuations: _Words
    continued: _List
    numbered: _List
    further: _List
    earlier: _List
    list_words: _List


@final
class _Absence(_Table, frozen=True):
    negation: str
    contrast: str
    words: _List
    kinds: _List
    statements: _List
    at_visit: _List


@final
class _Earlier(_Table, frozen=True):
    nouns: _List
    verbs: _List
    orders: _List
    others: _List
    bodies: _List
    qualifiers: _List
    links: _List
    openers: _List
    before_dates: _List
    about_dates: _List
    date_joints: _List
    date_first: _List


@final
class _Outcomes(_Table, frozen=True):
    earlier: _List
    doubtful: _List
    done: _List
    not_wholly: _List
    partly: _List
    some: _List
    still_open: _List
    progress: str
    small: _List
    terms: Mapping[Category, _List]
    written: Mapping[DeclarationState, str]


@final
class _Activities(_Table, frozen=True):
    verbs: _List
    light_verbs: _List
    subjects: _List
    pronouns: _List
    adverbials: _List
    adverbs: _List
    conjunctions: _List
    after_participles: _List
    after_verbs: _List
    accordance: _List
    inspection_words: _List
    visit_ways: _List
    judging: _List
    joints: _List
    adjuncts: _List
    list_lead_ins: _List
    announcements: _List
    evidence_in_general: str
    evidence_word: str


@final
class _People(_Table, frozen=True):
    lead_ins: _List
    tails: _List
    including: str
    before_groups: _List
    where: _List
    places: _Words
    articles: _List
    work: _List
    relative: _List
    finite: _List
    own_prepositions: _List
    purpose: _List
    small_words: _List
    nouns: _Words


@final
class _Method(_Table, frozen=True):
    method: EvidenceMethod
    words: _List
    people: _List = ()
    verbs: _List = ()


@final
class _Evidence(_Table, frozen=True):
    joiners: _List
    times: _List
    fillers: _List
    kind_words: _List
    prepositions: _List
    methods: tuple[_Method, ...] = msgspec.field(name="method")


@final
class _Lists(_Table, frozen=True):
    scope: str
    evidence: str
    earlier: str


@final
class _Fact(_Table, frozen=True):
    name: str
    slots: Mapping[str, Slot]
    phrases: _List = ()
    in_opening: bool = True
    in_closing: bool = False
    repeats: bool = False
    exclusive: bool = False


@final
class Lexicon(_Table, frozen=True):
    """The words of ``lexicon.toml``, whose comments say what each list is for.

    Attributes:
        abbreviations: Words before a full stop that does not end a sentence.
        hanging_hyphen: Words before which a hyphen at a line end is not part of a word.
        reference_schemes: Last words of the outside lists that findings refer to.
        names: Words in and around people's names.
        posts: Words of posts.
        pages: Words of page numbers, and at the ends of pages.
        bodies: Words of councils, trusts and their addresses.
        letters: Words at the beginning and at the end of a letter.
        openings: Words of the opening sentence.
        dates: Words in and around dates.
        deadlines: Words of the time by which something is to be done.
        headings: Words of headings, and of statements in the place of findings.
        earlier: Words of references to earlier inspections.
        outcomes: Words of statements about what became of earlier findings.
        activities: What inspectors did.
        people: Words around a list of the people spoken to.
        numbers: Number words and their values.
        counts: For two states the words in the place of a number.
        evidence: Evidence methods with their words, in the order in which they are tried.
        lists: The sentences with which the project opens a list, or names an earlier inspection.
        facts: The facts that a letter of any framework may state.
    """

    abbreviations: _List
    hanging_hyphen: _List
    reference_schemes: _List
    names: _Names
    posts: _Posts
    pages: _Pages
    bodies: _Bodies
    letters: _Letters
    openings: _Openings
    dates: _Dates
    deadlines: _Deadlines
    headings: _Headings
    absence: _Absence
    earlier: _Earlier
    outcomes: _Outcomes
    activities: _Activities
    people: _People
    numbers: Mapping[str, int]
    counts: Mapping[DeclarationState, _List]
    evidence: _Evidence
    lists: _Lists
    facts: tuple[_Fact, ...] = msgspec.field(name="fact")


@functools.cache
def lexicon() -> Lexicon:
    """Return the words of the package's own file."""
    import tomllib
    from importlib.resources import files

    toml = files("inspection_model.frameworks").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(toml), Lexicon)


@functools.cache
def shared_facts() -> tuple[Fact, ...]:
    """Return the facts that a letter of any framework may state, with the project's own phrases."""
    return tuple(map(_fact, lexicon().facts))


def _fact(written: _Fact) -> Fact:
    fields: dict[str, Any] = msgspec.structs.asdict(written)
    fields["phrases"] = tuple(map(Phrase, written.phrases))
    return Fact(**fields)
