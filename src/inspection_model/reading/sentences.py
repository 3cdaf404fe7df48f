"""From a paragraph to its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from inspection_model.frameworks.phrase import fold_words
from inspection_model.reading.stretch import Stretch

__all__ = ["Sentence", "first_sentence", "is_unfinished", "split_sentences", "whole"]

_END = re.compile(r"[.?!][\"'\u2019\u201d)\]]{0,3} (?=[\"'\u2018\u201c(\[]{0,3}[A-Z0-9])")
# After one of these a full stop ends no sentence.
_ABBREVIATION = re.compile(r"(?:^|[ (])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|St|No|e\.g|i\.e|s|[A-Z])\.\Z")
_LONGEST_ABBREVIATION = 6

_FINISHED = re.compile(r"[.?!:;][\"'\u2019\u201d)\]]{0,3}\Z")


class Sentence(NamedTuple):
    """A sentence of a stretch.

    Attributes:
        stretch: The stretch.
        start: Where the sentence starts in the stretch's text.
        end: Where it ends, with its full stop.
        folded: Its words, folded by `fold_words`.
    """

    stretch: Stretch
    start: int
    end: int
    folded: str

    def words(self, start: int, end: int) -> str:
        """Give the words between two offsets of the sentence, as printed."""
        return self.stretch.text[self.start + start : self.start + end]


def is_unfinished(text: str) -> bool:
    """Whether a line ends in mid-sentence: without a stop, quotes and brackets aside."""
    return _FINISHED.search(text, max(0, len(text) - 4)) is None


def split_sentences(stretch: Stretch) -> list[Sentence]:
    """Split a stretch into sentences."""
    return list(_sentences(stretch))


def first_sentence(stretch: Stretch) -> Sentence:
    """Give the first sentence of a stretch."""
    return next(_sentences(stretch), whole(stretch))


def _sentences(stretch: Stretch) -> Iterator[Sentence]:
    text = stretch.text
    start = 0
    for match in _END.finditer(text):
        stop = match.start() + 1
        if _ABBREVIATION.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop):
            continue
        end = match.end() - 1
        yield Sentence(stretch, start, end, fold_words(text[start:end]))
        start = match.end()
    if start < len(text):
        yield Sentence(stretch, start, len(text), fold_words(text[start:]))


def whole(stretch: Stretch) -> Sentence:
    """Give a whole stretch as if it were one sentence."""
    return Sentence(stretch, 0, len(stretch.text), fold_words(stretch.text))
