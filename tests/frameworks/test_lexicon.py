"""The shared wording: what its data must keep for the readers and the renderers that use it."""

from __future__ import annotations

from inspection_model.frameworks import shared_wording
from inspection_model.vocabulary import ContactKind, DeclarationState, EvidenceMethod


def test_every_list_has_something_to_write() -> None:
    wording = shared_wording()
    assert wording.salutations
    assert wording.sign_offs
    assert {"scope", "evidence"} == set(wording.lists)
    assert {"opening", "inspectors", "legal_basis", "contributes_to", "interviews", "declared"} <= set(
        wording.phrases
    )


def test_every_numbered_contact_has_a_label_and_no_label_names_two_kinds() -> None:
    contacts = shared_wording().contacts
    assert set(contacts) == {ContactKind.TELEPHONE, ContactKind.TEXTPHONE, ContactKind.FAX}
    labels = [label.lower() for listed in contacts.values() for label in listed]
    assert len(labels) == len(set(labels))


def test_every_method_with_words_stands_once() -> None:
    methods = [entry.method for entry in shared_wording().evidence]
    assert len(methods) == len(set(methods))
    assert set(methods) == set(EvidenceMethod) - {EvidenceMethod.OTHER}
    assert all(phrase.gaps == ("people",) for entry in shared_wording().evidence for phrase in entry.people)


def test_count_words_are_those_of_two_states_and_no_number_words() -> None:
    wording = shared_wording()
    assert set(wording.count_words) == {DeclarationState.UNSPECIFIED, DeclarationState.NONE}
    assert not {word for words in wording.count_words.values() for word in words} & set(wording.counts)


def test_the_words_that_are_compared_are_folded() -> None:
    wording = shared_wording()
    for words in (wording.titles, wording.posts, wording.post_openers, wording.bodies):
        assert {word.lower() for word in words} == words
