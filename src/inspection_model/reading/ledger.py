"""The book in which every fact's place in the source is entered, until it is a partition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from inspection_model.model.reading import Passage
from inspection_model.model.trusted import open_class
from inspection_model.reading.stretch import DROPPED, Stretch
from inspection_model.vocabulary import PassageRole

__all__ = ["BOILERPLATE", "FURNITURE", "UNREAD", "Entry", "Ledger"]

Entry: TypeAlias = tuple[int, int, str]
"""Start, end and role of something that stands in a text: in a sentence, or in the source."""

# White space, what is no text, and punctuation between facts.
_LAYOUT = re.compile(f"[\\s{DROPPED}.,:;|]*")
# What is no text is remarked on, but for the soft hyphen.
_NO_TEXT = re.compile(f"[{DROPPED}]".replace("\u00ad", ""))

FURNITURE = PassageRole.FURNITURE.value
BOILERPLATE = PassageRole.BOILERPLATE.value
UNREAD = PassageRole.UNREAD.value

_OpenPassage = open_class(Passage)


class Ledger:
    """Entries of the form "from here to there stands this". An earlier entry wins over a later.

    Attributes:
        dropped: Once there are passages, where characters stand that are no text.
        has_unread: Once there are passages, whether one of them is unread.
    """

    __slots__ = ("_entries", "_source", "dropped", "has_unread")

    def __init__(self, source: str) -> None:
        self._source = source
        self._entries: list[Entry] = []
        self.dropped: list[int] = []
        self.has_unread: bool = False

    def enter_span(self, start: int, end: int, role: str) -> None:
        """Enter a stretch of the source."""
        self._entries.append((start, end, role))

    def enter(self, stretch: Stretch, start: int, end: int, role: str) -> None:
        """Enter a part of a folded text, in all the places of the source that it stands in."""
        offset, text = stretch.offset, stretch.text
        if offset >= 0 and start < end and text[start] != " " != text[end - 1]:
            self._entries.append((offset + start, offset + end, role))  # nearly every part of a PDF's text
            return
        for first, last in stretch.spans(start, end):
            self._entries.append((first, last, role))

    def enter_all(self, stretch: Stretch, role: str) -> None:
        """Enter a whole folded text."""
        if (span := stretch.span) is not None:
            self._entries.append((*span, role))
        else:
            self.enter(stretch, 0, len(stretch.text), role)

    def enter_facts(self, stretch: Stretch, start: int, end: int, facts: Sequence[Entry], rest: str) -> None:
        """Enter the facts of a sentence, and the rest of it under one role."""
        position = start
        for first, last, role in sorted(facts) if facts else ():
            if first < position:
                continue  # two facts share words: the first keeps them
            if position < first:
                self.enter(stretch, position, first, rest)
            self.enter(stretch, first, last, role)
            position = last
        if position < end:
            self.enter(stretch, position, end, rest)

    def passages(self) -> tuple[Passage, ...]:
        """Give the partition: the entries in order, what is between them as furniture or unread."""
        source = self._source
        self.has_unread = UNREAD in map(itemgetter(2), self._entries)
        passages: list[Any] = []
        position, last = 0, ""
        # Of entries with one start, the first entered stays the first.
        for start, end, role in sorted(self._entries, key=itemgetter(0)):
            if start > position:
                if last != FURNITURE and source[position:start].isspace():
                    passage = _OpenPassage()
                    passage.start, passage.end, passage.role = position, start, FURNITURE
                    passages.append(passage)
                    last = FURNITURE
                else:
                    last = self._fill(passages, position, start)
                position = start
            if end > position:
                # Neighbours of one role that give no fact are one passage.
                if role == last and role[0] != "/":
                    passages[-1].end = end
                else:
                    passage = _OpenPassage()
                    passage.start, passage.end, passage.role = position, end, role
                    passages.append(passage)
                position, last = end, role
        if position < len(source):
            self._fill(passages, position, len(source))
        for passage in passages:
            passage.__class__ = Passage
        return tuple(passages)

    def _fill(self, passages: list[Any], start: int, end: int) -> str:
        """Add what nobody has entered: white space and lone punctuation, or what was not read.

        Returns:
            The role of the last passage.
        """
        text = self._source[start:end]
        if text.isspace():
            return _add(passages, start, end, FURNITURE)
        self.dropped += (start + match.start() for match in _NO_TEXT.finditer(text))
        if _LAYOUT.fullmatch(text):
            return _add(passages, start, end, FURNITURE)
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip())
        self.has_unread = True
        _add(passages, start, first, FURNITURE)
        role = _add(passages, first, last, UNREAD)
        return _add(passages, last, end, FURNITURE) if last < end else role


def _add(passages: list[Any], start: int, end: int, role: str) -> str:
    """Add a passage that gives no fact, unless it is empty; give its role."""
    if passages and passages[-1].role == role:
        passages[-1].end = end
    elif start < end:
        passage = _OpenPassage()
        passage.start, passage.end, passage.role = start, end, role
        passages.append(passage)
    return role
