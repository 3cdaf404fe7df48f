"""What the prose declares: "four areas for priority action and a number of areas for development".

    declared := { words | [ count ] term }
    count    := number | number word | "a number of" | "several" | … | "no"
    term     := what the framework calls the findings of a category

A term without a count declares nothing: "the following areas for priority action".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import fold_words
from inspection_model.frameworks.wording import shared_wording
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["DeclaredSpan", "declared_spans", "number_end", "number_value"]

_DIGITS = re.compile(r"[0-9]{1,4}(?![0-9])")


class DeclaredSpan(NamedTuple):
    """A count with its term.

    Attributes:
        start: Where the count starts in the text.
        end: Where the term ends.
        category: The term's category.
        state: What is declared.
        number: The number, when there is one.
    """

    start: int
    end: int
    category: Category
    state: DeclarationState
    number: int | None


def number_end(folded: str, position: int) -> int:
    """Say where the number ends that starts at a position, in digits or words; -1 when none does."""
    if match := _DIGITS.match(folded, position):
        return match.end()
    match = _number_words().match(folded, position)
    return match.end() if match else -1


def number_value(folded: str) -> int:
    """Give the value of a number that `number_end` accepted."""
    return int(folded) if folded.isdigit() else shared_wording().counts[folded]


@functools.cache
def _number_words() -> re.Pattern[str]:
    words = sorted(shared_wording().counts, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\b")


@functools.lru_cache(maxsize=32)
def _pattern(framework: Framework) -> tuple[re.Pattern[str], dict[str, Category]]:
    """Make the pattern of a count before a term; each word list stands in it once."""
    terms = {fold_words(term): section.category for section in framework.sections for term in section.terms}
    wording = shared_wording()
    counts = [*wording.counts, *(word for words in wording.count_words.values() for word in words)]
    count = "|".join(map(re.escape, sorted(counts, key=len, reverse=True)))
    term = "|".join(map(re.escape, sorted(terms, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?P<count>{count}|[0-9]{{1,4}}) (?P<term>{term})\b"), terms


def declared_spans(framework: Framework, folded: str) -> Iterator[DeclaredSpan]:
    """Find every count with its term.

    Args:
        framework: Whose terms they are.
        folded: The words, folded by `fold_words`.
    """
    pattern, terms = _pattern(framework)
    for match in pattern.finditer(folded):
        state, count = _state(match["count"])
        yield DeclaredSpan(match.start(), match.end(), terms[match["term"]], state, count)


def _state(words: str) -> tuple[DeclarationState, int | None]:
    for state, listed in shared_wording().count_words.items():
        if words in listed:
            return state, None
    count = number_value(words)
    return (DeclarationState.SPECIFIED, count) if count else (DeclarationState.NONE, None)
