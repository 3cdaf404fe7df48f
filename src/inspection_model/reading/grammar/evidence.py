"""Lists of evidence sources, and the people who took part in a source.

    list   := source { separator source }
    source := words in which a word of an evidence method occurs

A list with semicolons is split at them. Otherwise it is split at commas and "and", but only where
the next member has a word of a method itself: "discussions with social workers and managers" is one
source.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import fold_words, strip_span
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["begins_with_method", "method_and_people", "participants", "source_spans"]

_SEMICOLON = re.compile(r"; (?:and )?(?:also )?")


@functools.cache
def _joiners() -> str:
    return "|".join(f",? {re.escape(words)} " for words in lexicon().evidence.joiners)


@functools.cache
def _comma() -> re.Pattern[str]:
    return re.compile(rf"{_joiners()}|, and |, | and ")


@functools.cache
def _people_separator() -> re.Pattern[str]:
    # An "and" before a capital is part of a name: "the Court Advisory and Support Service".
    return re.compile(rf"{_joiners()}|, and |, | and (?![A-Z])")


@functools.cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"(?:^| )(?:{'|'.join(lexicon().evidence.prepositions)}) ")


@functools.cache
def _ranks() -> dict[str, int]:
    """Return for each word the position of its method in the order in which they are tried."""
    methods = lexicon().evidence.methods
    return {word: rank for rank, method in enumerate(methods) for word in method.words}


@functools.cache
def _method_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _ranks()))})\b")


@functools.cache
def _people_phrases(rank: int) -> tuple[Phrase, ...]:
    return tuple(map(Phrase, lexicon().evidence.methods[rank].people))


@functools.cache
def _lead_ins() -> tuple[str, ...]:
    return tuple(sorted((f"{words} " for words in lexicon().people.lead_ins), key=len, reverse=True))


@functools.cache
def _tails() -> tuple[str, ...]:
    return tuple(sorted((f" {words}" for words in lexicon().people.tails), key=len, reverse=True))


def begins_with_method(folded: str) -> bool:
    """Return whether words begin with a kind of evidence: "records of …", not "the quality of records"."""
    preposition = _preposition().search(folded)
    return _has_method(folded[: preposition.start()] if preposition else folded)


def _has_method(folded: str) -> bool:
    return _method_word().search(folded) is not None


def source_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each source of a list of evidence."""
    spans = list(_split(text, _SEMICOLON)) if ";" in text else _joined(text)
    stripped = (strip_span(text, first, last) for first, last in spans)
    return [(first, last) for first, last in stripped if first < last]


def _split(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans between separators."""
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _joined(text: str) -> list[tuple[int, int]]:
    """Split a list at commas, and join a member without a word of a method to the one before it."""
    spans: list[tuple[int, int]] = []
    is_source = False  # whether the last span has a word of a method
    for start, end in _split(text, _comma()):
        opens = _has_method(fold_words(text[start:end]))
        if spans and not (is_source and opens):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        is_source = is_source or opens
    return spans


def method_and_people(text: str) -> tuple[EvidenceMethod, tuple[str, ...]]:
    """Return the method of a source, and the people who took part in it."""
    folded = fold_words(text)
    # Of several words, that of the method tried first decides, wherever it occurs.
    words = _method_word().findall(folded)
    if not words:
        return EvidenceMethod.OTHER, ()
    rank = min(map(_ranks().__getitem__, words))
    people: tuple[str, ...] = ()
    for phrase in _people_phrases(rank):
        if (found := phrase.find(folded, {})) is not None:
            people = participants(text[slice(*found["people"])])
            break
    return lexicon().evidence.methods[rank].method, people


def participants(text: str) -> tuple[str, ...]:
    """Split the words for the people spoken to into groups, without what opens or closes the list."""
    folded = fold_words(text)
    including = lexicon().people.including
    for tail in filter(folded.endswith, _tails()):
        text = text[: -len(tail)]
        break
    for lead_in in filter(folded.startswith, _lead_ins()):
        if including in lead_in or not _people_separator().search(text):
            text = text[len(lead_in) :]
            break
    groups = (group.strip().removeprefix(f"{including} ") for group in _people_separator().split(text))
    return tuple(group for group in groups if group)
