"""The words of findings, and how alike two findings are by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from inspection_model.model.finding import Finding

__all__ = ["PERCENT", "Words", "full_text", "percent", "words_of"]

PERCENT = 100
"""The similarity of two findings with the same words."""

Words: TypeAlias = frozenset[int]
"""The words of a finding as numbers; the occurrences of a repeated word have different numbers."""

_WORD = re.compile("[^\\W_]+")


def full_text(finding: Finding) -> str:
    """Return the text of a finding with its sub-items."""
    return " ".join((finding.text, *finding.parts))


def words_of(findings: Iterable[Finding]) -> list[Words]:
    """Return the words of each finding without letter case and punctuation."""
    # Numbers, because the intersection of sets of them is several times faster than that of texts.
    numbers: dict[tuple[str, int], int] = {}
    found: list[Words] = []
    for finding in findings:
        seen: Counter[str] = Counter()
        words: set[int] = set()
        for word in _WORD.findall(full_text(finding).casefold()):
            seen[word] += 1
            words.add(numbers.setdefault((word, seen[word]), len(numbers)))
        found.append(frozenset(words))
    return found


def percent(one: Words, other: Words) -> int:
    """Return the similarity of two findings: their shared words per mean number of words (Dice).

    Returns:
        A percentage from 0 to 100, rounded down; 100 if neither has words.
    """
    total = len(one) + len(other)
    return 2 * PERCENT * len(one & other) // total if total else PERCENT
