"""Text comparison: folding of letter case, quotes and dashes, and search for whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = [
    "alternatives",
    "find_words",
    "fold_heading",
    "fold_headings",
    "fold_texts",
    "fold_words",
    "is_word_edge",
    "stems",
    "strip_span",
]

# One by one these are faster than one table: nearly all of them are absent. The most frequent first.
_FOLDED = (
    *zip("\u2019\u2013\u2018", "'-'", strict=True),
    *((quote, '"') for quote in "\u201c\u201d\u201e"),
    *((quote, "'") for quote in "\u201a\u201b\u02bc"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2014\u2212"),
)

_EDGES = " ,;"


def fold_words(text: str) -> str:
    """Fold letter case, quotes and dashes, one character for one, so that offsets stay valid.

    Args:
        text: A text whose white space is already folded.
    """
    if "`" in text:
        text = text.replace("`", "'")
    if text.isascii():
        return text.lower()
    for printed, plain in _FOLDED:
        text = text.replace(printed, plain)
        if text.isascii():
            return text.lower()
    folded = text.lower()
    # A few letters grow when lowered (U+0130); those are kept as they are.
    if len(folded) != len(text):
        folded = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return folded


def fold_heading(text: str) -> str:
    """Fold a heading for comparison: case, white space, quotes, final punctuation, footnote digit.

    A soft hyphen is a hint for the typesetter and not part of a word.

    "What needs to improve in this area of practice?1" and "What needs to improve in this area of
    practice:" are one heading.
    """
    folded = fold_words(" ".join(text.replace("\u00ad", "").split())).rstrip(" .:;?!*-")
    # A footnote's digit is glued to the last word or to its punctuation.
    return folded.rstrip("0123456789\u00b9\u00b2\u00b3").rstrip(" .:;?!*-") or folded


def fold_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts in the form in which they are compared with those of a document."""
    return tuple(map(fold_words, texts))


def fold_headings(headings: Iterable[str]) -> tuple[str, ...]:
    """Return headings in the form in which they are compared with those of a document."""
    return tuple(map(fold_heading, headings))


def alternatives(words: Iterable[str]) -> str:
    """Return the alternatives of words for a pattern, the longest first; of none, what never matches."""
    ordered = sorted({word.strip() for word in words}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered)) or "(?!)"


def find_words(folded: str, words: str, start: int = 0) -> int:
    """Return the offset of the first occurrence of whole words in a folded text, or -1."""
    at = folded.find(words, start)
    while at >= 0 and not (is_word_edge(folded, at) and is_word_edge(folded, at + len(words))):
        at = folded.find(words, at + 1)
    return at


def is_word_edge(folded: str, position: int) -> bool:
    """Return whether no word spans an offset of a folded text."""
    if position == 0 or position >= len(folded):
        return True
    return not (folded[position - 1].isalnum() and folded[position].isalnum())


def stems(texts: Iterable[str]) -> tuple[str, ...]:
    """Return a few words of which everything that contains one of the texts has at least one.

    They are a quick test: a sentence without any of them does not have any of the texts.
    """
    found: list[str] = []
    left = [*texts]
    while left:
        words = {word for text in left for word in text.split() or [text]}
        # A long word is rare in other sentences; one that many texts have makes the others needless.
        stem = max(sorted(words), key=lambda word: len(word) * sum(word in text for text in left))
        found.append(stem)
        left = [text for text in left if stem not in text]
    return tuple(found)


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the spaces, commas and semicolons at its ends.

    An empty result starts and ends where the stripped text would begin.
    """
    if start < end and text[start] not in _EDGES and text[end - 1] not in _EDGES:
        return start, end
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    return start, max(start, start + len(text[start:end].rstrip(_EDGES)))
