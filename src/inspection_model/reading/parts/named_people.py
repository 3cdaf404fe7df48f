"""The people whom a sentence names."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from inspection_model.frameworks.fact import Slot
from inspection_model.frameworks.words import strip_span
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.inspectors import inspector_spans
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.passages import UNREAD

__all__ = ["names_at", "take_people"]


def take_people(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    """Take the people of a list in a sentence, with their posts.

    Args:
        builder: The facts so far.
        sentence: The sentence.
        span: Where the list is.
        slot: Where the people go.

    Returns:
        Whether there are any.
    """
    start, end = span
    known = names_at(builder, slot.to)  # from an earlier sentence
    people = inspector_spans(sentence.words, sentence.folded, start, end, _line_starts(sentence))
    for name, post in people:
        start = max(start, name[1], post[1] if post else 0)
        if sentence.words[slice(*name)] not in known:
            stated = {"name": sentence[slice(*name)], "post": sentence[slice(*post)] if post else None}
            builder.add(slot.to, Person, stated, role=slot.role)
    rest = strip_span(sentence.folded, start, end)
    if people and any(map(str.isalpha, sentence.folded[slice(*rest)])):
        # The rest of the list is not a person: reported as unread instead of dropped.
        builder.claim(sentence[slice(*rest)], UNREAD)
    return bool(people)


def names_at(builder: InspectionBuilder, path: str) -> set[str]:
    """Return the names of the people who are already at a place of the record."""
    return {person.name for person in builder.get(path) or ()}


def _line_starts(sentence: Excerpt) -> list[int]:
    """Return where the lines of a sentence start; pieces of lines count as lines."""
    text = sentence.text
    if not text.starts:  # one space separates the lines
        text.starts = list(accumulate((len(line.text) + 1 for line in text.pieces[:-1]), initial=0))
    first, last = bisect_left(text.starts, sentence.start), bisect_left(text.starts, sentence.end)
    return [start - sentence.start for start in text.starts[first:last]]
