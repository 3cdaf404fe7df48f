"""The salutation and the sign-off of a letter, each alone on its line."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words

__all__ = ["is_salutation", "is_sign_off", "salutation_initials", "sign_off_initials"]

_LONGEST_SALUTATION = 100
_MOST_WORDS = 3
# The first letters of a sign-off, which every misspelling in the published letters has kept.
_PREFIX = 4


def is_salutation(text: str) -> bool:
    """Return whether a line is a salutation: "Dear Ms Bee"."""
    prefixes = _salutations()
    return text[: len(prefixes[0])].lower().startswith(prefixes) and len(text) <= _LONGEST_SALUTATION


def is_sign_off(text: str) -> bool:
    """Return whether a line is a sign-off, misspelt or not: "Your sincerley,"."""
    if not text[:_PREFIX].lower().startswith(_beginnings()):
        return False
    words, prefixes = fold_words(text).split(), _sign_offs()
    return 1 < len(words) <= _MOST_WORDS and words[1].startswith(prefixes[words[0][:_PREFIX]])


@functools.cache
def salutation_initials() -> frozenset[str]:
    """Return the letters that a salutation may begin with."""
    return _initials(_salutations())


@functools.cache
def sign_off_initials() -> frozenset[str]:
    """Return the letters that a sign-off may begin with."""
    return _initials(_sign_offs())


def _initials(words: Iterable[str]) -> frozenset[str]:
    return frozenset(initial for word in words for initial in (word[0], word[0].upper()))


@functools.cache
def _salutations() -> tuple[str, ...]:
    """Return the first words of salutations with the space after them, the longest first."""
    words = sorted(lexicon().letters.salutations, key=len, reverse=True)
    return tuple(f"{word.lower()}{space}" for word in words for space in " \t")


@functools.cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_sign_offs())


@functools.cache
def _sign_offs() -> dict[str, tuple[str, ...]]:
    """Return the prefixes of the first words of sign-offs, each with those of its second words."""
    prefixes: dict[str, tuple[str, ...]] = {}
    for known in lexicon().letters.sign_offs:
        first, _, second = known.lower().partition(" ")
        others = prefixes.get(first[:_PREFIX], ())
        prefixes[first[:_PREFIX]] = (*others, second[:2])
    return prefixes
