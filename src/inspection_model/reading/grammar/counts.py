"""Declared counts: "two areas for priority action and several areas for development".

    declared := { words | [ count ] term }
    count    := number | "a number of" | "several" | … | "no"
    term     := what the framework calls the findings of a category

A term without a count declares nothing: "the following areas for priority action".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, fold_words
from inspection_model.reading.grammar.numbers import number_value, number_words
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["DeclaredSpan", "declared_spans"]


class DeclaredSpan(NamedTuple):
    """A count with its term.

    Attributes:
        start: Where the count starts in the text.
        end: Where the term ends.
        category: The term's category.
        state: What is declared.
        number: The number, if there is one.
    """

    start: int
    end: int
    category: Category
    state: DeclarationState
    number: int | None


@functools.lru_cache(maxsize=32)
def _pattern(framework: Framework) -> tuple[re.Pattern[str], dict[str, Category]]:
    """Return the pattern of a count before a term; each word list occurs in it once."""
    terms = {fold_words(term): section.category for section in framework.sections for term in section.terms}
    words = [re.escape(word) for words in lexicon().counts.values() for word in words]
    count = "|".join([*sorted(words, key=len, reverse=True), number_words()])
    term = alternatives(terms)
    return re.compile(rf"(?<![\w-])(?P<count>{count}|[0-9]{{1,4}}) (?P<term>{term})\b"), terms


def declared_spans(framework: Framework, folded: str) -> Iterator[DeclaredSpan]:
    """Yield every count with its term.

    Args:
        framework: The framework whose terms are meant.
        folded: The words, folded by `fold_words`.
    """
    pattern, terms = _pattern(framework)
    if not any(term in folded for term in terms):
        return  # most texts; words are found faster than the pattern
    for match in pattern.finditer(folded):
        state, count = _state(match["count"])
        yield DeclaredSpan(match.start(), match.end(), terms[match["term"]], state, count)


def _state(words: str) -> tuple[DeclarationState, int | None]:
    for state, listed in lexicon().counts.items():
        if words in listed:
            return state, None
    count = number_value(words)
    return (DeclarationState.SPECIFIED, count) if count else (DeclarationState.NONE, None)
