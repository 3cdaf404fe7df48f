"""Phrases: plain words with named slots, the notation of a framework's data.

One notation serves both directions: the reader finds a phrase in a sentence and takes the text of
its slots; the renderers fill the slots.

    phrase := words { slot words } [ slot ]
    slot   := "{" name "}"        the text of a fact
            | "{}"                any words

Words are matched after folding letter case, white space, quotes and dashes (`fold_words`). A slot
takes the text up to the next words of the phrase, or the remainder of the sentence; a slot with a
grammar (a date, a number) takes what the grammar accepts. There are no regular expressions, and
matching never reconsiders a filled slot, so it is linear in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias, final

import attrs

from inspection_model.frameworks.words import find_words, fold_words, is_word_edge, strip_span

__all__ = ["Grammars", "Phrase", "Slots"]

Slots: TypeAlias = "Mapping[str, tuple[int, int]]"
"""Start and end of the text of each named slot of a phrase that was found."""

Grammars: TypeAlias = "Mapping[str, Callable[[str, int], int]]"
"""For a slot's name, a function from the folded sentence and an offset to the end of what it
accepts there, or -1."""

_SLOT = re.compile(r"\{([a-z_]*)\}")


@final
@attrs.frozen(weakref_slot=False)
class Phrase:
    """A phrase of a framework's data.

    Attributes:
        text: The phrase as written in the data.
        slots: The names of its slots in order; ``""`` for any words.
        words: The words before, between and after its slots, folded.
        prefix: The words before its first slot, folded.
        longest: The longest of its words: a quick test, because a sentence without them does not
            contain the phrase.
    """

    text: str
    prefix: str = attrs.field(init=False, repr=False, eq=False)
    longest: str = attrs.field(init=False, repr=False, eq=False)
    slots: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)
    words: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        pieces = _SLOT.split(self.text)
        words = tuple(map(fold_words, pieces[0::2]))
        object.__setattr__(self, "slots", tuple(pieces[1::2]))
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "prefix", words[0])
        object.__setattr__(self, "longest", max(words, key=len))

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the phrase with its slots filled.

        Args:
            values: A text for the name of every slot.

        Raises:
            KeyError: If a slot has no value.
        """
        return _SLOT.sub(lambda slot: values[slot[1]], self.text)

    def find(self, folded: str, grammars: Grammars) -> Slots | None:
        """Find the phrase in a sentence.

        Args:
            folded: The sentence, folded by `fold_words`.
            grammars: The slots that have a grammar.

        Returns:
            Start and end of the text of each named slot; ``None`` if the phrase does not occur.
        """
        first = self.prefix
        if not first:  # it begins with a slot: only where the text begins
            return self._take(folded, 0, grammars, [-1] * len(self.slots))[0]
        if not self.slots:
            return {} if find_words(folded, first) >= 0 else None
        at = folded.find(first)
        ends: list[int] | None = None  # for each slot, where the words after it were last found
        while at >= 0:
            end = at + len(first)
            if is_word_edge(folded, at):
                ends = ends or [-1] * len(self.slots)
                slots, retry = self._take(folded, end, grammars, ends)
                if slots is not None or not retry:
                    return slots
            at = folded.find(first, at + 1)
        return None

    def _take(
        self, folded: str, position: int, grammars: Grammars, ends: list[int]
    ) -> tuple[Slots | None, bool]:
        """Fill the slots from an offset on; return also whether a later start may succeed."""
        found: dict[str, tuple[int, int]] = {}
        for index, name in enumerate(self.slots):
            words = self.words[index + 1]
            if (grammar := grammars.get(name)) is not None:
                end = grammar(folded, position)
                if end < 0 or not folded.startswith(words, end):
                    return None, True
            elif not words:
                end = len(folded.rstrip(" .,;:"))
            else:
                end = self._search(folded, position, index, grammars, ends)
            # Words that do not occur after this offset do not occur after a later one.
            if end <= position:
                return None, False
            if name:
                span = strip_span(folded, position, end)
                if span[0] >= span[1]:
                    return None, True
                found[name] = span
            position = end + len(words)
        if not is_word_edge(folded, position):
            return None, True
        return found, False

    def _search(self, folded: str, position: int, index: int, grammars: Grammars, ends: list[int]) -> int:
        """Find the words after a slot, followed by what the grammar of the next slot accepts, if any."""
        # The first occurrence after an earlier offset is still the first one, unless it lies before this
        # offset: so no part of the sentence is searched twice.
        if ends[index] > position:
            return ends[index]
        words = self.words[index + 1]
        following = self.slots[index + 1] if index + 1 < len(self.slots) else ""
        grammar = grammars.get(following)
        end = folded.find(words, position + 1)
        while end >= 0 and grammar is not None and grammar(folded, end + len(words)) < 0:
            end = folded.find(words, end + 1)
        ends[index] = end
        return end
