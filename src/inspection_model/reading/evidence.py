"""The evidence that a letter names: a list in a sentence, taken apart.

    list   := source { separator source }
    source := words in which a word of an evidence method stands

A list with semicolons is parted at them. Otherwise commas and "and" part it, but only where what
follows has a word of a method of its own: "discussions with social workers and managers" is one
source.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from inspection_model.frameworks.phrase import Phrase, fold_words, strip_span
from inspection_model.frameworks.wording import shared_wording
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["method_and_people", "opens_with_method", "people_in", "source_spans"]

_SEMICOLON = re.compile(r"; (?:and )?(?:also )?")
_COMMA = re.compile(r",? as well as |,? along with |, and |, | and ")
_PREPOSITION = re.compile(r"(?:^| )(?:for|of|to|in|on|that|which|when|who|how|whether|at|about) ")
# An "and" before a capital stands in a name: "the Court Advisory and Support Service".
_PEOPLE = re.compile(r",? as well as |, and |, | and (?![A-Z])")


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Make one pattern of all the words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _places()))})\b")


@functools.cache
def _places() -> dict[str, int]:
    """Give for each word the place of its method in the order in which they are tried."""
    return {word: place for place, entry in enumerate(shared_wording().evidence) for word in entry.words}


@functools.cache
def _people_lead_ins() -> tuple[str, ...]:
    return tuple(sorted((f"{words} " for words in shared_wording().people_lead_ins), key=len, reverse=True))


@functools.cache
def _people_tails() -> tuple[str, ...]:
    return tuple(sorted((f" {words}" for words in shared_wording().people_tails), key=len, reverse=True))


def opens_with_method(folded: str) -> bool:
    """Whether words begin with a kind of evidence: "case records of …", not "the quality of records"."""
    preposition = _PREPOSITION.search(folded)
    return _has_method(folded[: preposition.start()] if preposition else folded)


def source_spans(text: str) -> list[tuple[int, int]]:
    """Find the sources of a list of evidence; each as start and end in the text."""
    spans = list(_parted(text, _SEMICOLON)) if ";" in text else _joined(text)
    stripped = (strip_span(text, first, last) for first, last in spans)
    return [(first, last) for first, last in stripped if first < last]


def _parted(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Give what stands between separators."""
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _joined(text: str) -> list[tuple[int, int]]:
    """Part a list at commas, and join what has no word of a method to what stands before it."""
    spans: list[tuple[int, int]] = []
    is_source = False  # whether the last span has a word of a method
    for start, end in _parted(text, _COMMA):
        opens = _has_method(text[start:end])
        if spans and not (is_source and opens):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        is_source = is_source or opens
    return spans


def _has_method(text: str) -> bool:
    return _pattern().search(fold_words(text)) is not None


def method_and_people(text: str) -> tuple[EvidenceMethod, tuple[str, ...]]:
    """Say how a source was used, and who took part in it."""
    folded = fold_words(text)
    # Of several words that of the method tried first counts, wherever it stands.
    words = _pattern().findall(folded)
    if not words:
        return EvidenceMethod.OTHER, ()
    entry = shared_wording().evidence[min(map(_places().__getitem__, words))]
    return entry.method, _participants(text, folded, entry.people)


def _participants(text: str, folded: str, phrases: tuple[Phrase, ...]) -> tuple[str, ...]:
    for phrase in phrases:
        found = phrase.find(folded, {})
        if found is not None:
            start, end = found["people"]
            return people_in(text[start:end])
    return ()


def people_in(text: str) -> tuple[str, ...]:
    """Take apart the words for the people spoken to: the groups, without what opens or closes the list."""
    folded = fold_words(text)
    for tail in filter(folded.endswith, _people_tails()):
        text = text[: -len(tail)]
        break
    for lead_in in filter(folded.startswith, _people_lead_ins()):
        if "includ" in lead_in or not _PEOPLE.search(text):
            text = text[len(lead_in) :]
            break
    groups = (group.strip().removeprefix("including ") for group in _PEOPLE.split(text))
    return tuple(group for group in groups if group)
