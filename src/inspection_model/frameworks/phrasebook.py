"""The phrases of a framework, by what they tell, ready to be looked for in many sentences.

A framework has hundreds of phrases, and a sentence has one or two of them. The phrases of a kind
are kept in groups that share a word, its stem: in a sentence without it none of the group stands.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias, final

from inspection_model.frameworks.phrase import Gaps, Grammars, Phrase

__all__ = ["Phrasebook"]

_Group: TypeAlias = "tuple[str, list[tuple[int, Phrase]]]"
"""A stem and the phrases that have it, each with its place among those of its kind."""


@final
class Phrasebook:
    """The phrases of several kinds.

    Args:
        kinds: The phrases of each kind, in the order in which they are tried.
        grammars: The gaps that have a grammar.
    """

    __slots__ = ("_grammars", "_groups")

    def __init__(self, kinds: Mapping[str, Sequence[Phrase]], grammars: Grammars) -> None:
        # A word that phrases of many kinds have is one that most sentences have.
        usual = Counter(
            word
            for phrases in kinds.values()
            for word in {word for phrase in phrases for word in _stems(phrase)}
        )
        self._groups = {kind: _grouped(phrases, usual) for kind, phrases in kinds.items()}
        self._grammars = grammars

    def stems(self, kind: str) -> tuple[str, ...]:
        """Give a few words, one of which stands in every sentence in which a phrase of a kind does."""
        return tuple(stem for stem, _ in self._groups[kind])

    def find(self, kind: str, folded: str) -> Gaps | None:
        """Find the first phrase of a kind that stands in a sentence; give its gaps.

        Args:
            kind: The kind.
            folded: The sentence, folded by `fold_words`.
        """
        found: Gaps | None = None
        before = sys.maxsize  # the place of the phrase that was found, which those before it would win over
        for stem, group in self._groups[kind]:
            if stem not in folded:
                continue
            for place, phrase in group:
                if place > before:
                    break
                if phrase.longest in folded and (gaps := phrase.find(folded, self._grammars)) is not None:
                    found, before = gaps, place
                    break
        return found


def _stems(phrase: Phrase) -> Sequence[str]:
    """Give the words by which a phrase can be told."""
    return phrase.longest.split() or (phrase.longest,)


def _grouped(phrases: Sequence[Phrase], usual: Mapping[str, int]) -> tuple[_Group, ...]:
    """Group phrases by stems, found greedily: a long, unusual word of many, then one of the others."""
    groups: list[_Group] = []
    left: list[tuple[int, Phrase]] = list(enumerate(phrases))
    while left:
        words = sorted({word for _, phrase in left for word in _stems(phrase)})
        having = {word: sum(word in phrase.longest for _, phrase in left) for word in words}
        stem = max(words, key=lambda word: len(word) * having[word] / usual[word])
        groups.append((stem, [entry for entry in left if stem in entry[1].longest]))
        left = [entry for entry in left if stem not in entry[1].longest]
    return tuple(groups)
