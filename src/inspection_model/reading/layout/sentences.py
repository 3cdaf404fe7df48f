"""Excerpts of a folded text, and its sentences."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import groupby
from typing import final

import msgspec

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.layout.folded_text import FoldedText, fold_lines
from inspection_model.reading.layout.lines import Line

__all__ = ["Excerpt", "first_sentence", "is_one_sentence", "is_unfinished", "split_sentences", "whole"]

_FINISHED = re.compile(r"[.?!:;][\"'\u2019\u201d)\]]{0,3}\Z")


@final
class Excerpt(msgspec.Struct, gc=False):
    """Part of a folded text: a sentence, a name, a whole paragraph.

    Attributes:
        text: The folded text.
        start: Where the excerpt starts in the text.
        words: The words as printed.
    """

    text: FoldedText
    start: int
    words: str
    _folded: str | None = None

    @property
    def end(self) -> int:
        """Where the excerpt ends in the text."""
        return self.start + len(self.words)

    @property
    def folded(self) -> str:
        """The words folded by `fold_words`, character for character."""
        if self._folded is None:
            self._folded = fold_words(self.words)
        return self._folded

    @property
    def reaches_end(self) -> bool:
        """Whether it ends where the text ends."""
        return self.end == len(self.text.text)

    def __getitem__(self, part: slice) -> Excerpt:
        """Return a part of the excerpt, ``sentence[2:5]``; its ends are offsets from the start."""
        folded = None if self._folded is None else self._folded[part]
        return Excerpt(self.text, self.start + (part.start or 0), self.words[part], folded)

    def trimmed(self) -> Excerpt:
        """Return the excerpt without the spaces at its ends."""
        words = self.words
        if words[:1] != " " != words[-1:]:
            return self
        start = len(words) - len(words.lstrip(" "))
        return self[start : max(start, len(words.rstrip(" ")))]

    def sources(self) -> list[tuple[int, int]]:
        """Return the spans of the source that contain the excerpt."""
        return self.text.spans(self.start, self.end)


def whole(lines: Sequence[Line], *, printable: bool = False) -> Excerpt:
    """Return the whole text of lines, folded, as one excerpt."""
    text = fold_lines(lines, printable=printable)
    return Excerpt(text, 0, text.text)


@functools.cache
def _end() -> re.Pattern[str]:
    """Return the pattern of the end of a sentence."""
    words = sorted(lexicon().abbreviations, key=len)
    # A pattern that looks behind has a fixed length: abbreviations of one length are tried together.
    groups = ["[A-Z]|s", *("|".join(map(re.escape, group)) for _, group in groupby(words, key=len))]
    no_end = "".join(rf"(?<![ (](?:{group})\.)(?<!\A(?:{group})\.)" for group in groups)
    return re.compile(rf"[.?!]{no_end}[\"'\u2019\u201d)\]]{{0,3}} (?=[\"'\u2018\u201c(\[]{{0,3}}[A-Z0-9])")


def is_unfinished(text: str) -> bool:
    """Return whether a line ends in mid-sentence: without a stop, apart from quotes and brackets."""
    if text[-1:].isalnum():
        return True  # most lines
    return _FINISHED.search(text, max(0, len(text) - 4)) is None


def split_sentences(excerpt: Excerpt) -> list[Excerpt]:
    """Split an excerpt into its sentences."""
    text, _ = excerpt.words, excerpt.folded  # folded once, for all sentences
    sentences: list[Excerpt] = []
    start = 0
    for match in _end().finditer(text):
        sentences.append(excerpt[start : match.end() - 1])
        start = match.end()
    if start < len(text):
        sentences.append(excerpt[start:])
    return sentences


def first_sentence(excerpt: Excerpt) -> Excerpt:
    """Return the first sentence of an excerpt."""
    match = _end().search(excerpt.words)
    return excerpt if match is None else excerpt[: match.end() - 1]


def is_one_sentence(text: str) -> bool:
    """Return whether a folded text is not more than one sentence."""
    return _end().search(text) is None
