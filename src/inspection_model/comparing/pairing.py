"""Pairs of findings of two inspections.

Findings with the same text are paired first, because that is certain. The others are paired by their
words: of all one-to-one assignments of pairs that are alike enough, the one with the greatest sum of
similarities.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from inspection_model.comparing.assignment import assign
from inspection_model.comparing.words import PERCENT, Words, percent, words_of
from inspection_model.model.finding import Finding

__all__ = ["Pair", "paired"]

# Only the most similar findings of each are possible partners, so that a thousand findings that are all
# alike do not make a table of a million pairs.
_MOST_CANDIDATES = 16
_FINE = 1_000_000  # the steps of a similarity when assignments are compared


class Pair(NamedTuple):
    """The indices of two findings that are paired, and their similarity in percent."""

    earlier: int
    later: int
    similarity: int


_Places: TypeAlias = dict[tuple[object, ...], list[int]]


def paired(earlier: Sequence[Finding], later: Sequence[Finding], threshold: int) -> list[Pair]:
    """Pair the findings of two inspections, each with at most one.

    Args:
        earlier: The findings of one inspection.
        later: The findings of the other.
        threshold: The least similarity of a pair, in percent.

    Returns:
        The pairs, in the order of the earlier findings. With the arguments exchanged, the same pairs.
    """
    pairs = _same(earlier, later)
    ones = _without(earlier, {pair.earlier for pair in pairs})
    others = _without(later, {pair.later for pair in pairs})
    if [*map(_content, ones.values())] <= [*map(_content, others.values())]:
        pairs += (Pair(a, b, similarity) for a, b, similarity in _alike(ones, others, threshold))
    else:
        pairs += (Pair(a, b, similarity) for b, a, similarity in _alike(others, ones, threshold))
    return sorted(pairs)


def _without(findings: Sequence[Finding], indices: set[int]) -> dict[int, Finding]:
    return {index: finding for index, finding in enumerate(findings) if index not in indices}


def _content(finding: Finding) -> tuple[str, tuple[str, ...], str, str]:
    return finding.text, finding.parts, finding.category, finding.area or ""


def _same(earlier: Sequence[Finding], later: Sequence[Finding]) -> list[Pair]:
    """Pair findings with the same text, first those in the same place."""
    ones, others = dict(enumerate(earlier)), dict(enumerate(later))
    pairs: list[Pair] = []
    for length in (4, 3, 2):  # text, parts, category and area; without the area; without both
        places: _Places = defaultdict(list)
        for index in sorted(others, reverse=True):
            places[_content(others[index])[:length]].append(index)
        for index in [*ones]:
            if found := places.get(_content(ones[index])[:length]):
                pairs.append(Pair(index, found.pop(), PERCENT))
                del ones[index], others[pairs[-1].later]
    return pairs


def _alike(
    ones: Mapping[int, Finding], others: Mapping[int, Finding], threshold: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the best pairs of findings with different texts: both keys, and the similarity."""
    first, second = [*ones.items()], [*others.items()]
    words = words_of(finding for _, finding in (*first, *second))
    one_words, other_words = words[: len(first)], words[len(first) :]
    rows = _strongest(_similarities(one_words, other_words, threshold), len(first), len(second))
    weights = [
        {index: 4 * similarity + _nearness(finding, second[index][1]) for index, similarity in row.items()}
        for (_, finding), row in zip(first, rows, strict=True)
    ]
    for one, other in enumerate(assign(weights)):
        if other is not None:
            yield first[one][0], second[other][0], percent(one_words[one], other_words[other])


def _nearness(one: Finding, other: Finding) -> int:
    """Return what decides between pairs that are equally similar: the category, then the area."""
    return 2 * (one.category is other.category) + (one.area == other.area)


def _similarities(
    ones: Sequence[Words], others: Sequence[Words], threshold: int
) -> Iterator[Iterable[tuple[int, int]]]:
    """Yield, for each of the first texts, those of the second that are alike enough, with the similarities.

    Two texts that are alike enough share enough words for at least one to be among the rarest words of the
    first. Only texts that share one of these are compared, each pair once.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for index, words in enumerate(others):
        for word in words:
            holders[word].append(index)
    for words in ones:
        fewest = max(1, -(-threshold * len(words) // (2 * PERCENT - threshold)))
        known = [word for word in words if word in holders]
        rarest = heapq.nsmallest(
            len(words) - fewest + 1 - (len(words) - len(known)),
            known,
            key=lambda word: (len(holders[word]), word),
        )
        candidates = set[int]().union(*(holders[word] for word in rarest))
        yield _compared(words, others, candidates, threshold)


def _compared(
    words: Words, others: Sequence[Words], candidates: Iterable[int], threshold: int
) -> Iterator[tuple[int, int]]:
    for index in candidates:
        other = others[index]
        shared = 2 * len(words & other)
        total = len(words) + len(other)
        if PERCENT * shared >= threshold * total:
            yield index, _FINE * shared // total


def _strongest(lines: Iterable[Iterable[tuple[int, int]]], height: int, width: int) -> list[dict[int, int]]:
    """Keep the greatest similarities of each line and of each column.

    Of equal similarities, those of the nearest places are kept. Otherwise many findings that are all alike
    would have the same few possible partners.
    """
    # An entry is one number, because numbers are compared faster than tuples: the similarity, then the
    # distance of the places, then their sum, which also identifies the place.
    span = height + width
    rows: list[dict[int, int]] = []
    columns = [[-1] * _MOST_CANDIDATES for _ in range(width)]
    for row, line in enumerate(lines):
        entries: list[int] = []
        for column, similarity in line:
            entry = ((similarity + 1) * span - abs(row - column)) * span - row - column
            entries.append(entry)
            least = columns[column]
            if entry > least[0]:
                heapq.heapreplace(least, entry)
        strongest = heapq.nlargest(_MOST_CANDIDATES, entries)
        rows.append({-entry % span - row: _similarity(entry, span) for entry in strongest})
    for column, entries in enumerate(columns):
        for entry in entries:
            if entry >= 0:
                rows[-entry % span - column][column] = _similarity(entry, span)
    return rows


def _similarity(entry: int, span: int) -> int:
    """Return the similarity of an entry of `_strongest()`."""
    return (entry - 1) // span**2
