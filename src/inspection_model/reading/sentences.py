"""From a paragraph to its sentences."""

from __future__ import annotations

import re
from typing import final

import msgspec

from inspection_model.frameworks.phrase import fold_words
from inspection_model.reading.stretch import Stretch

__all__ = [
    "Sentence",
    "first_sentence",
    "is_one_sentence",
    "is_unfinished",
    "split_sentences",
    "whole",
]

# After one of these a full stop ends no sentence; those of one length stand together, as a pattern that
# looks behind has to know its length.
_ABBREVIATIONS = ("[A-Z]|s", "Mr|Ms|Dr|St|No", r"Mrs|Rev|e\.g|i\.e", "Prof|Cllr")
_NO_END = "".join(rf"(?<![ (](?:{words})\.)(?<!\A(?:{words})\.)" for words in _ABBREVIATIONS)
_END = re.compile(rf"[.?!]{_NO_END}[\"'\u2019\u201d)\]]{{0,3}} (?=[\"'\u2018\u201c(\[]{{0,3}}[A-Z0-9])")

_FINISHED = re.compile(r"[.?!:;][\"'\u2019\u201d)\]]{0,3}\Z")


@final
class Sentence(msgspec.Struct, gc=False):
    """A sentence of a stretch.

    Attributes:
        stretch: The stretch.
        start: Where the sentence starts in the stretch's text.
        end: Where it ends, with its full stop.
        folded: Its words, folded by `fold_words`, character for character.
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
    text, folded = stretch.text, stretch.folded
    sentences: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end() - 1
        sentences.append(Sentence(stretch, start, end, folded[start:end]))
        start = match.end()
    if start < len(text):
        sentences.append(Sentence(stretch, start, len(text), folded[start:]))
    return sentences


def first_sentence(stretch: Stretch) -> Sentence:
    """Give the first sentence of a stretch; no more than that is folded."""
    match = _END.search(stretch.text)
    if match is None:
        return whole(stretch)
    end = match.end() - 1
    return Sentence(stretch, 0, end, fold_words(stretch.text[:end]))


def is_one_sentence(text: str) -> bool:
    """Whether a folded text is no more than a sentence."""
    return _END.search(text) is None


def whole(stretch: Stretch) -> Sentence:
    """Give a whole stretch as if it were one sentence."""
    return Sentence(stretch, 0, len(stretch.text), stretch.folded)
