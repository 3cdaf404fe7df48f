"""The lexicon: what its data must contain for the readers and the renderers that use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from inspection_model.frameworks import lexicon
from inspection_model.frameworks.fact import Fact, FactType
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import fold_words
from inspection_model.vocabulary import ContactKind, DeclarationState, DueUnit, EvidenceMethod

_LEXICON = lexicon()


def test_the_file_is_read_once() -> None:
    assert lexicon() is _LEXICON
    assert shared_facts() is shared_facts()


def test_every_list_has_something_to_write() -> None:
    assert _LEXICON.letters.salutations
    assert _LEXICON.letters.sign_offs
    assert _LEXICON.lists.scope.endswith(":")
    assert _LEXICON.lists.evidence.endswith(":")
    with_phrases = {fact.name for fact in shared_facts() if fact.phrases}
    assert {
        "opening",
        "inspectors",
        "legal_basis",
        "contributes_to",
        "interviews",
        "declared",
    } <= with_phrases


def test_every_numbered_contact_has_a_label_and_no_label_is_of_two_kinds() -> None:
    contacts = _LEXICON.letters.contacts
    assert set(contacts) == {ContactKind.TELEPHONE, ContactKind.TEXTPHONE, ContactKind.FAX}
    labels = [label.lower() for listed in contacts.values() for label in listed]
    assert len(labels) == len(set(labels))


def test_every_method_with_words_is_listed_once() -> None:
    listed = _LEXICON.evidence.methods
    methods = [each.method for each in listed]
    assert len(methods) == len(set(methods))
    assert set(methods) == set(EvidenceMethod) - {EvidenceMethod.OTHER}
    phrases = [Phrase(text) for each in listed for text in (*each.people, *each.verbs)]
    assert phrases
    assert all(phrase.slots == ("people",) for phrase in phrases)


def test_no_word_of_evidence_has_two_methods() -> None:
    words = [word for each in _LEXICON.evidence.methods for word in each.words]
    assert len(words) == len(set(words))


def test_the_words_in_the_place_of_a_count_are_not_numbers() -> None:
    counts = _LEXICON.counts
    assert set(counts) == {DeclarationState.UNSPECIFIED, DeclarationState.NONE}
    assert not {word for words in counts.values() for word in words} & set(_LEXICON.numbers)


def test_the_words_for_what_became_of_findings_are_complete() -> None:
    written = _LEXICON.outcomes.written
    assert {*written} == {state for state in DeclarationState if state.is_outcome}
    assert all("{term}" in words for words in written.values())
    assert {*_LEXICON.earlier.links} <= {*_LEXICON.earlier.qualifiers}


def test_the_numbers_in_words_reach_ninety_nine() -> None:
    values = set(_LEXICON.numbers.values())
    assert values == {*range(1, 20), *range(20, 100, 10)}


# The lists whose words are compared with folded text as they are: their readers do not fold them.
_COMPARED: dict[str, Iterable[str]] = {
    "hanging_hyphen": _LEXICON.hanging_hyphen,
    "reference_schemes": _LEXICON.reference_schemes,
    "names.titles": _LEXICON.names.titles,
    "names.particles": _LEXICON.names.particles,
    "names.greetings": _LEXICON.names.greetings,
    "names.suffixes": _LEXICON.names.suffixes,
    "names.decorations": _LEXICON.names.decorations,
    "names.separators": _LEXICON.names.separators,
    "posts.words": _LEXICON.posts.words,
    "posts.openers": _LEXICON.posts.openers,
    "posts.unfinished": _LEXICON.posts.unfinished,
    "posts.continuing": _LEXICON.posts.continuing,
    "posts.before_body": _LEXICON.posts.before_body,
    "posts.inspector_words": _LEXICON.posts.inspector_words,
    "posts.plural_words": _LEXICON.posts.plural_words,
    "pages.labels": _LEXICON.pages.labels,
    "pages.totals": _LEXICON.pages.totals,
    "pages.unfinished": _LEXICON.pages.unfinished,
    "pages.openers": _LEXICON.pages.openers,
    "posts.fields": _LEXICON.posts.fields,
    "posts.shared_by": _LEXICON.posts.shared_by,
    "bodies.words": _LEXICON.bodies.words,
    "bodies.post_words": _LEXICON.bodies.post_words,
    "bodies.openers": _LEXICON.bodies.openers,
    "bodies.links": _LEXICON.bodies.links,
    "bodies.endings": _LEXICON.bodies.endings,
    "bodies.buildings": _LEXICON.bodies.buildings,
    "bodies.streets": _LEXICON.bodies.streets,
    "bodies.surnames": _LEXICON.bodies.surnames,
    "bodies.closing": _LEXICON.bodies.closing,
    "bodies.listed": _LEXICON.bodies.listed,
    "bodies.company_words": _LEXICON.bodies.company_words,
    "bodies.inner": _LEXICON.bodies.inner,
    "bodies.possessives": _LEXICON.bodies.possessives,
    "bodies.companies": _LEXICON.bodies.companies,
    "bodies.name_links": _LEXICON.bodies.name_links,
    "bodies.general": _LEXICON.bodies.general,
    "letters.markings": _LEXICON.letters.markings,
    "letters.attentions": _LEXICON.letters.attentions,
    "letters.copies": _LEXICON.letters.copies,
    "letters.raised_endings": _LEXICON.letters.raised_endings,
    "letters.date_label": [_LEXICON.letters.date_label],
    "openings.determiner": [_LEXICON.openings.determiner],
    "openings.document": [_LEXICON.openings.document],
    "openings.verbs": _LEXICON.openings.verbs,
    "openings.nouns": _LEXICON.openings.nouns,
    "openings.accounts": _LEXICON.openings.accounts,
    "openings.any_kind": _LEXICON.openings.any_kind,
    "openings.qualifiers": _LEXICON.openings.qualifiers,
    "openings.kinds": _LEXICON.openings.kinds,
    "dates.weekdays": _LEXICON.dates.weekdays,
    "dates.vague": _LEXICON.dates.vague,
    "dates.further": _LEXICON.dates.further,
    "dates.again": _LEXICON.dates.again,
    "dates.not_inspected": _LEXICON.dates.not_inspected,
    "posts.list_words": _LEXICON.posts.list_words,
    "posts.columns": _LEXICON.posts.columns,
    "posts.before_list": _LEXICON.posts.before_list,
    "posts.lead": (_LEXICON.posts.lead,),
    "deadlines.limits": _LEXICON.deadlines.limits,
    "deadlines.hours": _LEXICON.deadlines.hours,
    "deadlines.signs": _LEXICON.deadlines.signs,
    "deadlines.units": [word for words in _LEXICON.deadlines.units.values() for word in words],
    "headings.continuations": _LEXICON.headings.continuations,
    "headings.continued": _LEXICON.headings.continued,
    "headings.numbered": _LEXICON.headings.numbered,
    "absence.words": _LEXICON.absence.words,
    "absence.kinds": _LEXICON.absence.kinds,
    "absence.statements": _LEXICON.absence.statements,
    "absence.at_visit": _LEXICON.absence.at_visit,
    "headings.further": _LEXICON.headings.further,
    "headings.earlier": _LEXICON.headings.earlier,
    "letters.speakers": _LEXICON.letters.speakers,
    "letters.announcing": _LEXICON.letters.announcing,
    "letters.addressing": _LEXICON.letters.addressing,
    "letters.mail_fields": _LEXICON.letters.mail_fields,
    "headings.list_words": _LEXICON.headings.list_words,
    "activities.verbs": _LEXICON.activities.verbs,
    "activities.light_verbs": _LEXICON.activities.light_verbs,
    "activities.subjects": _LEXICON.activities.subjects,
    "activities.pronouns": _LEXICON.activities.pronouns,
    "activities.adverbials": _LEXICON.activities.adverbials,
    "activities.adverbs": _LEXICON.activities.adverbs,
    "activities.conjunctions": _LEXICON.activities.conjunctions,
    "activities.after_participles": _LEXICON.activities.after_participles,
    "activities.after_verbs": _LEXICON.activities.after_verbs,
    "activities.accordance": _LEXICON.activities.accordance,
    "activities.inspection_words": _LEXICON.activities.inspection_words,
    "activities.visit_ways": _LEXICON.activities.visit_ways,
    "activities.judging": _LEXICON.activities.judging,
    "activities.adjuncts": _LEXICON.activities.adjuncts,
    "activities.list_lead_ins": _LEXICON.activities.list_lead_ins,
    "activities.announcements": _LEXICON.activities.announcements,
    "activities.evidence_in_general": [_LEXICON.activities.evidence_in_general],
    "activities.evidence_word": [_LEXICON.activities.evidence_word],
    "people.lead_ins": _LEXICON.people.lead_ins,
    "people.tails": _LEXICON.people.tails,
    "people.before_groups": _LEXICON.people.before_groups,
    "people.where": _LEXICON.people.where,
    "people.places": _LEXICON.people.places,
    "people.work": _LEXICON.people.work,
    "people.relative": _LEXICON.people.relative,
    "people.finite": _LEXICON.people.finite,
    "people.own_prepositions": _LEXICON.people.own_prepositions,
    "people.purpose": _LEXICON.people.purpose,
    "people.nouns": _LEXICON.people.nouns,
    "people.including": [_LEXICON.people.including],
    "numbers": _LEXICON.numbers,
    "counts": [word for words in _LEXICON.counts.values() for word in words],
    "evidence.times": _LEXICON.evidence.times,
    "people.small_words": _LEXICON.people.small_words,
    "people.articles": _LEXICON.people.articles,
    "posts.unnamed": _LEXICON.posts.unnamed,
    "bodies.outside": _LEXICON.bodies.outside,
    "names.joints": _LEXICON.names.joints,
    "activities.joints": _LEXICON.activities.joints,
    "absence.negation": [_LEXICON.absence.negation],
    "absence.contrast": [_LEXICON.absence.contrast],
    "evidence.joiners": _LEXICON.evidence.joiners,
    "evidence.fillers": _LEXICON.evidence.fillers,
    "evidence.kind_words": _LEXICON.evidence.kind_words,
    "evidence.prepositions": _LEXICON.evidence.prepositions,
    "earlier.nouns": _LEXICON.earlier.nouns,
    "earlier.verbs": _LEXICON.earlier.verbs,
    "earlier.orders": _LEXICON.earlier.orders,
    "earlier.others": _LEXICON.earlier.others,
    "earlier.bodies": _LEXICON.earlier.bodies,
    "earlier.qualifiers": _LEXICON.earlier.qualifiers,
    "earlier.links": _LEXICON.earlier.links,
    "earlier.openers": _LEXICON.earlier.openers,
    "earlier.before_dates": _LEXICON.earlier.before_dates,
    "earlier.about_dates": _LEXICON.earlier.about_dates,
    "earlier.date_joints": _LEXICON.earlier.date_joints,
    "earlier.date_first": _LEXICON.earlier.date_first,
    "outcomes.earlier": _LEXICON.outcomes.earlier,
    "outcomes.doubtful": _LEXICON.outcomes.doubtful,
    "outcomes.done": _LEXICON.outcomes.done,
    "outcomes.not_wholly": _LEXICON.outcomes.not_wholly,
    "outcomes.partly": _LEXICON.outcomes.partly,
    "outcomes.some": _LEXICON.outcomes.some,
    "outcomes.still_open": _LEXICON.outcomes.still_open,
    "outcomes.small": _LEXICON.outcomes.small,
    "outcomes.progress": [_LEXICON.outcomes.progress],
    "outcomes.terms": [word for words in _LEXICON.outcomes.terms.values() for word in words],
    "evidence.method.words": [word for each in _LEXICON.evidence.methods for word in each.words],
}
# The lists whose words are folded by their readers, or are written or compared as printed.
_AS_PRINTED = {
    "abbreviations",
    "posts.inspectors",
    "posts.inspector_lead_ins",
    "letters.salutations",
    "letters.sign_offs",
    "letters.contact_qualifiers",
    "letters.contacts",
    "evidence.methods",
    "lists.scope",
    "lists.evidence",
    "lists.earlier",
    "outcomes.written",
    "facts",
}


@pytest.mark.parametrize("key", _COMPARED)
def test_words_that_are_compared_with_folded_text_are_folded(key: str) -> None:
    words = list(_COMPARED[key])
    assert words
    assert [fold_words(word) for word in words] == words


def _keys(table: object, before: str = "") -> Iterator[str]:
    """Yield the keys of the lexicon's lists."""
    for name in getattr(table, "__struct_fields__", ()):
        value = getattr(table, name)
        if hasattr(value, "__struct_fields__"):
            yield from _keys(value, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def test_no_list_of_the_lexicon_is_forgotten_here() -> None:
    assert {*_keys(_LEXICON)} == ({*_COMPARED} | _AS_PRINTED) - {"evidence.method.words"}


@pytest.mark.parametrize("fact", shared_facts(), ids=lambda fact: fact.name)
def test_a_phrase_of_a_fact_has_only_slots_of_the_fact(fact: Fact) -> None:
    assert fact.slots
    for phrase in fact.phrases:
        assert phrase.slots
        assert {*phrase.slots} <= {*fact.slots}


def test_the_slots_with_a_grammar_have_the_type_that_the_grammar_is_for() -> None:
    types = {name: slot.type for fact in shared_facts() for name, slot in fact.slots.items()}
    assert types["visit"] is FactType.DAYS


def test_the_verbs_that_say_nothing_are_verbs_and_each_unit_of_time_has_its_words() -> None:
    assert {*_LEXICON.activities.light_verbs} <= {*_LEXICON.activities.verbs}
    units = _LEXICON.deadlines.units
    assert {*units} == {*DueUnit} - {DueUnit.DATE, DueUnit.NEXT_INSPECTION}
    words = [word for listed in units.values() for word in listed]
    assert len(words) == len(set(words))
