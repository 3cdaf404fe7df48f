"""Plain words with named gaps, the notation in which a framework's data says how a fact is put.

One notation serves both directions: the reader finds a phrase in a sentence and takes what stands
in the gaps; the renderers fill the gaps.

    phrase := words ( gap words )* [ gap ]
    gap    := "{" name "}"        the text of a fact
            | "{}"                any words

Words are matched after folding letter case, white space, quotes and dashes (`fold_words`). A gap
takes the words up to the next words of the phrase, or the rest of the sentence; a gap whose name
has a grammar (a date, a number) takes what the grammar accepts. There are no regular expressions,
and matching never goes back over a gap it has filled, so it is linear in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias, final

import attrs

__all__ = ["Gaps", "Grammars", "Phrase", "find_words", "fold_words", "strip_span"]

Gaps: TypeAlias = "Mapping[str, tuple[int, int]]"
"""Start and end of what stands in each named gap of a phrase."""

Grammars: TypeAlias = "Mapping[str, Callable[[str, int], int]]"
"""For a gap's name, a function from the folded sentence and a position to the end of what it
accepts there, or -1."""

_GAP = re.compile(r"\{([a-z_]*)\}")
# One by one these are quicker than one table: nearly all of them are not there. The usual ones first.
_FOLDED = (
    *zip("\u2019\u2013\u2018", "'-'", strict=True),
    *((quote, '"') for quote in "\u201c\u201d\u201e"),
    *((quote, "'") for quote in "\u201a\u201b\u02bc"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2014\u2212"),
)


def fold_words(text: str) -> str:
    """Fold letter case, quotes and dashes, one character for one, so that positions stay.

    Args:
        text: A text with its white space folded already.
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
    # A few letters grow when lowered (U+0130); those stay as they are.
    if len(folded) != len(text):
        folded = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return folded


@final
@attrs.frozen(weakref_slot=False)
class Phrase:
    """A phrase of a framework's data.

    Attributes:
        text: The phrase as the data has it.
        gaps: The names of its gaps in order; ``""`` for words that give no fact.
        opening: The words before its first gap, folded.
        words: The words before, between and after its gaps, folded.
        longest: The longest of those: without them the phrase is not there, and of all its words they
            are there most seldom.
    """

    text: str
    opening: str = attrs.field(init=False, repr=False, eq=False)
    longest: str = attrs.field(init=False, repr=False, eq=False)
    gaps: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)
    words: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        pieces = _GAP.split(self.text)
        object.__setattr__(self, "gaps", tuple(pieces[1::2]))
        object.__setattr__(self, "opening", fold_words(pieces[0]))
        words = tuple(fold_words(words) for words in pieces[0::2])
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "longest", max(words, key=len))

    def fill(self, values: Mapping[str, str]) -> str:
        """Write the phrase with its gaps filled.

        Args:
            values: A text for the name of every gap.

        Raises:
            KeyError: If a gap has no value.
        """
        return _GAP.sub(lambda gap: values[gap[1]], self.text)

    def find(self, folded: str, grammars: Grammars) -> Gaps | None:
        """Find the phrase in a sentence.

        Args:
            folded: The sentence, folded by `fold_words`.
            grammars: The gaps that have a grammar.

        Returns:
            Start and end of what stands in each named gap; ``None`` when the phrase is not there.
        """
        first = self.opening
        if not self.gaps:
            return {} if find_words(folded, first) >= 0 else None
        at = folded.find(first)
        ends: list[int] | None = None  # for each gap where the words after it were found last
        while at >= 0:
            end = at + len(first)
            if _is_word_edge(folded, at):
                ends = ends or [-1] * len(self.gaps)
                gaps, retry = self._take(folded, end, grammars, ends)
                if gaps is not None or not retry:
                    return gaps
            at = folded.find(first, at + 1)
        return None

    def _take(
        self, folded: str, position: int, grammars: Grammars, ends: list[int]
    ) -> tuple[Gaps | None, bool]:
        """Fill the gaps from a position on; say also whether a later start may do better."""
        found: dict[str, tuple[int, int]] = {}
        for index, name in enumerate(self.gaps):
            words = self.words[index + 1]
            if (grammar := grammars.get(name)) is not None:
                end = grammar(folded, position)
                if end < 0 or not folded.startswith(words, end):
                    return None, True
            elif not words:
                end = len(folded.rstrip(" .,;:"))
            else:
                end = self._search(folded, position, index, grammars, ends)
            # Words that are not found after this position are not found after a later one.
            if end <= position:
                return None, False
            if name:
                if _is_layout(folded, position, end):
                    return None, True
                found[name] = (position, end)
            position = end + len(words)
        if not _is_word_edge(folded, position):
            return None, True
        return {name: strip_span(folded, *span) for name, span in found.items()}, False

    def _search(self, folded: str, position: int, index: int, grammars: Grammars, ends: list[int]) -> int:
        """Find the words after a gap, and with them the grammar's gap that follows, if any."""
        # What was found after an earlier position is still the first after this one, or lies before
        # it: so no part of the sentence is searched twice.
        if ends[index] > position:
            return ends[index]
        words = self.words[index + 1]
        following = self.gaps[index + 1] if index + 1 < len(self.gaps) else ""
        grammar = grammars.get(following)
        end = folded.find(words, position + 1)
        while end >= 0 and grammar is not None and grammar(folded, end + len(words)) < 0:
            end = folded.find(words, end + 1)
        ends[index] = end
        return end


def find_words(folded: str, words: str, start: int = 0) -> int:
    """Find whole words in a folded text.

    Returns:
        Where they first stand with no other word running into them; -1 when nowhere.
    """
    at = folded.find(words, start)
    while at >= 0 and not (_is_word_edge(folded, at) and _is_word_edge(folded, at + len(words))):
        at = folded.find(words, at + 1)
    return at


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the spaces and commas at both ends of a part of a text; what is empty starts at its end."""
    if start < end and text[start] not in " ,;" and text[end - 1] not in " ,;":
        return start, end
    words = text[start:end]
    start += len(words) - len(words.lstrip(" ,;"))
    return start, max(start, start + len(text[start:end].rstrip(" ,;")))


def _is_layout(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is nothing but spaces and commas."""
    while start < end and text[start] in " ,;":
        start += 1
    return start == end


def _is_word_edge(folded: str, position: int) -> bool:
    """Whether no word runs across a position."""
    if position == 0 or position >= len(folded):
        return True
    return not (folded[position - 1].isalnum() and folded[position].isalnum())
