"""The book in which every fact's place in the source is entered, until it is a partition."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspection_model.model.reading import Passage
from inspection_model.reading.stretch import DROPPED, Stretch
from inspection_model.vocabulary import PassageRole

__all__ = ["Ledger"]

# White space, what is no text, and punctuation between facts.
_LAYOUT = re.compile(f"[\\s{DROPPED}.,:;|]*")
# What is no text is remarked on, but for the soft hyphen.
_NO_TEXT = re.compile(f"[{DROPPED}]".replace("\u00ad", ""))

FURNITURE = PassageRole.FURNITURE.value
BOILERPLATE = PassageRole.BOILERPLATE.value
UNREAD = PassageRole.UNREAD.value


class Ledger:
    """Entries of the form "from here to there stands this". An earlier entry wins over a later.

    Attributes:
        dropped: Once there are passages, where characters stand that are no text.
    """

    __slots__ = ("_entries", "_source", "dropped")

    def __init__(self, source: str) -> None:
        self._source = source
        self._entries: list[tuple[int, int, int, str]] = []  # start, order, end, role
        self.dropped: list[int] = []  # where a character stands that is no text

    def enter_span(self, start: int, end: int, role: str) -> None:
        """Enter a stretch of the source."""
        self._entries.append((start, len(self._entries), end, role))

    def enter(self, stretch: Stretch, start: int, end: int, role: str) -> None:
        """Enter a part of a folded text, in all the places of the source that it stands in."""
        for first, last in stretch.spans(start, end):
            self.enter_span(first, last, role)

    def enter_facts(
        self, stretch: Stretch, start: int, end: int, facts: Iterable[tuple[int, int, str]], rest: str
    ) -> None:
        """Enter the facts of a sentence, and the rest of it under one role."""
        position = start
        for first, last, role in sorted(facts):
            if first < position:
                continue  # two facts share words: the first keeps them
            self.enter(stretch, position, first, rest)
            self.enter(stretch, first, last, role)
            position = last
        self.enter(stretch, position, end, rest)

    def passages(self) -> tuple[Passage, ...]:
        """Give the partition: the entries in order, what is between them as furniture or unread."""
        passages: list[Passage] = []
        position = 0
        for entry, _, end, role in sorted(self._entries):
            start = max(entry, position)
            if start >= end:
                continue
            if start > position:
                self._fill(passages, position, start)
            _add(passages, start, end, role)
            position = end
        if position < len(self._source):
            self._fill(passages, position, len(self._source))
        return tuple(passages)

    def _fill(self, passages: list[Passage], start: int, end: int) -> None:
        """Enter what nobody has entered: white space and lone punctuation, or what was not read."""
        text = self._source[start:end]
        if text.isspace():
            _add(passages, start, end, FURNITURE)
            return
        self.dropped += (start + match.start() for match in _NO_TEXT.finditer(text))
        if _LAYOUT.fullmatch(text):
            _add(passages, start, end, FURNITURE)
            return
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip())
        if start < first:
            _add(passages, start, first, FURNITURE)
        _add(passages, first, last, UNREAD)
        if last < end:
            _add(passages, last, end, FURNITURE)


def _add(passages: list[Passage], start: int, end: int, role: str) -> None:
    """Add a passage, or lengthen the last one when it plays the same part without giving a fact."""
    if passages and role[0] != "/" and passages[-1].role == role:
        start = passages.pop().start
    passages.append(Passage(start=start, end=end, role=role))
