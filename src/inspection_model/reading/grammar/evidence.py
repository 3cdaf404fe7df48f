"""Lists of evidence sources, and the method and the people of a source.

    list   := source { separator source }
    source := { filler } words in which a word of an evidence method occurs

A list with semicolons is split at them. Otherwise it is split at commas and "and", but only where
the next member has a word of a method itself: "discussions with social workers and managers" is one
source. A member that names people ("performance managers") belongs to the source before it, and kinds
of one method that share their people are one source: "talks and discussions with managers".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import alternatives, find_words, fold_words, strip_span
from inspection_model.reading.grammar.participants import People, joiners, names_people, people_in
from inspection_model.vocabulary import EvidenceMethod

__all__ = [
    "begins_with_method",
    "is_method",
    "may_be_several",
    "method_and_people",
    "shows_method",
    "source_spans",
]

# "The rounds, observed by …" is not an observation.
_PARTICIPLE = re.compile(r", [a-z]{2,20}ed\Z")
_SEMICOLON = re.compile(r"; (?:and )?(?:also )?")


@functools.cache
def _comma() -> re.Pattern[str]:
    return re.compile(rf"{joiners()}|, and |, | and ")


@functools.cache
def _fillers() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternatives(lexicon().evidence.fillers)}) )+")


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
    return re.compile(rf"\b(?:{alternatives(_ranks())})\b")


@functools.cache
def _rank(method: EvidenceMethod) -> int:
    return next(rank for rank, each in enumerate(lexicon().evidence.methods) if each.method is method)


@functools.cache
def _people_phrases(rank: int) -> tuple[Phrase, ...]:
    method = lexicon().evidence.methods[rank]
    return tuple(map(Phrase, (*method.people, *method.verbs)))


def begins_with_method(folded: str) -> bool:
    """Return whether words begin with a kind of evidence: "records of …", not "the quality of records"."""
    preposition = _preposition().search(folded)
    words = folded[: preposition.start()] if preposition else folded
    return _has_method(_PARTICIPLE.sub("", words))


def _has_method(folded: str) -> bool:
    return _method_word().search(folded) is not None


def shows_method(folded: str) -> bool:
    """Return whether a kind of evidence occurs in a text that is not only a way of speaking to people."""
    interview = _rank(EvidenceMethod.INTERVIEW)
    return any(_ranks()[word] != interview for word in _method_word().findall(folded))


def is_method(word: str) -> bool:
    """Return whether a word alone shows a method."""
    return word in _ranks()


def may_be_several(folded: str) -> bool:
    """Return whether a source may be two: "case files before meetings with carers"."""
    words = list(_method_word().finditer(folded))
    return any(
        _ranks()[first.group()] != _ranks()[second.group()]
        and any(
            find_words(folded[first.end() : second.start()], time) >= 0 for time in lexicon().evidence.times
        )
        for first, second in pairwise(words)
    )


def source_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each source of a list of evidence, without the fillers before it."""
    spans = list(_split(text, _SEMICOLON)) if ";" in text else _joined(text)
    stripped = (strip_span(text, first, last) for first, last in spans)
    return [_without_fillers(text, first, last) for first, last in stripped if first < last]


def _without_fillers(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a source without the words before it, unless nothing else shows its method."""
    folded = fold_words(text[start:end])
    fillers = _fillers().match(folded)
    if fillers is not None and _has_method(folded[fillers.end() :]):
        return start + fillers.end(), end
    return start, end


def _split(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans between separators."""
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _joined(text: str) -> list[tuple[int, int]]:
    """Split a list at commas, and join a member that is not a source to the one before it."""
    spans: list[tuple[int, int]] = []
    is_source = False  # whether the last span has a word of a method
    bare = 0  # how many spans at the end are kinds of interview without their people
    for start, end in _split(text, _comma()):
        folded = fold_words(text[start:end])
        opens = _opens(folded)
        has_people = _first_people(folded, _rank(EvidenceMethod.INTERVIEW)) is not None
        if bare and has_people:
            spans[-bare:] = [(spans[-bare][0], end)]
        elif spans and not (opens and (is_source or _fillers().match(folded))):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        is_source = is_source or opens
        bare = bare + 1 if opens and not has_people and _ends_with_interview(folded) else 0
    return spans


def _opens(folded: str) -> bool:
    """Return whether a member of a list is a separate source."""
    words = _method_word().findall(folded)
    if not words:
        return False
    rank = min(map(_ranks().__getitem__, words))
    # "Performance managers" are people; "meeting managers" and "observed managers" are not.
    is_observed = rank == _rank(EvidenceMethod.OBSERVATION)
    return is_observed or not names_people(folded) or _first_people(folded, rank) is not None


def _ends_with_interview(folded: str) -> bool:
    words = _method_word().findall(folded)
    return folded.endswith(words[-1]) and _ranks()[words[-1]] == _rank(EvidenceMethod.INTERVIEW)


def method_and_people(text: str) -> tuple[EvidenceMethod, People]:
    """Return the method of a source, and the people who took part in it."""
    folded = fold_words(text)
    # Of several words, that of the method tried first decides, wherever it occurs.
    words = _method_word().findall(folded)
    if not words:
        return EvidenceMethod.OTHER, People(())
    rank = min(map(_ranks().__getitem__, words))
    span = _first_people(folded, rank)
    return lexicon().evidence.methods[rank].method, people_in(text[slice(*span)]) if span else People(())


def _first_people(folded: str, rank: int) -> tuple[int, int] | None:
    """Return the span of the people after the first phrase that names some; of two, after the longer."""
    found: list[tuple[int, int, tuple[int, int]]] = []
    for phrase in _people_phrases(rank):
        if phrase.longest in folded and (slots := phrase.find(folded, {})) is not None:
            span = slots["people"]
            found.append((span[0] - len(phrase.prefix), -span[0], span))
    return min(found)[2] if found else None
