"""The rows of a block of people: its lines, each with what it can be.

Before a block is split into people,

- markings such as "By email" and the list of those who receive a copy are taken out,
- people who are printed side by side are put one below the other,
- a list of names ("Ada Bee and Cy Dee") is split, so that each name is a row,
- a post or a body above the name of the first person changes places with it,
- what an address that is printed twice repeats is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.person_lines import PersonLine, is_and
from inspection_model.reading.grammar.repeats import repeated_lines
from inspection_model.reading.layout.lines import Line, part_of_line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.people_columns import one_below_the_other
from inspection_model.reading.passages import BOILERPLATE

__all__ = ["Row", "rows_of"]

_AND = re.compile(r",? (?:and|&) (?=[^ ])|, (?=[^ ])| ?/ ?|; ?")
_SIGNS = frozenset(",&/;")
_OPENING_AND = re.compile(r"(?:and|&) ", re.IGNORECASE)
_CLOSING_AND = re.compile(r",? (?:and|&)\Z", re.IGNORECASE)
# Only a short line is a list of names.
_LONGEST_LIST = 300


class Row(NamedTuple):
    """A line of a block of people.

    Attributes:
        line: The line, or the part of it.
        excerpt: Its text.
        kind: What it can be.
        is_joined: Whether it follows an "and", or is printed beside the previous person.
    """

    line: Line
    excerpt: Excerpt
    kind: PersonLine
    is_joined: bool


def rows_of(
    builder: InspectionBuilder, lines: Iterable[Line], *, known: Container[str], greeted: Container[str]
) -> list[Row]:
    """Return the rows of a block of people; claim the rest.

    Args:
        builder: The facts so far.
        lines: The lines of the block.
        known: The names of people who are named elsewhere in the letter.
        greeted: The words of the salutation, by which a name below a post is known.
    """
    below = one_below_the_other([*_addressed(builder, lines)], known)
    rows = [_row(line, is_joined) for line, is_joined in _separated(builder, below)]
    rows = _name_first([row for row in rows if row.kind.has_words and not row.kind.is_stray], greeted)
    repeated = repeated_lines([row.kind for row in rows])
    for index, row in enumerate(rows):
        if index in repeated:
            builder.claim(row.excerpt, BOILERPLATE)
    kept = [row for index, row in enumerate(rows) if index not in repeated]
    if repeated:  # line over line, the post may be anywhere
        kept[1:] = sorted(kept[1:], key=lambda row: not row.kind.is_post)
    return kept


def _row(line: Line, is_joined: bool) -> Row:
    excerpt = whole([line])
    return Row(line, excerpt, PersonLine(excerpt.words), is_joined)


def _addressed(builder: InspectionBuilder, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of the address block, without markings such as "By email" and without the cc list."""
    above, copies = True, lexicon().letters.copies
    for line in lines:
        if _prefix(line.text.lower(), copies):
            return  # the copies are not claimed: they are unread
        length = _marking(fold_words(line.text), above=above)
        if length:
            builder.claim_span((line.start, line.start + length), BOILERPLATE)
        if length < len(line.text):
            yield part_of_line(line, length) if length else line
            above = False


def _marking(folded: str, *, above: bool) -> int:
    """Return how much of a line is a marking: all, its beginning before a name, or 0.

    Args:
        folded: The line, folded by `fold_words`.
        above: Whether no other line of the block is above it.
    """
    letters = lexicon().letters
    if folded.partition(":")[0].rstrip(". ") in letters.markings:
        return len(folded)
    if not above:
        return 0
    if folded in letters.raised_endings:
        return len(folded)
    prefix = _prefix(folded, letters.attentions)
    return len(folded) - len(folded[len(prefix) :].lstrip(" :")) if prefix else 0


def _prefix(folded: str, prefixes: tuple[str, ...]) -> str:
    """Return which of some words a line begins with, or an empty text."""
    if not folded.startswith(prefixes):
        return ""  # most lines
    found = (words for words in prefixes if folded.startswith(words))
    return next((words for words in found if not folded[len(words) : len(words) + 1].isalnum()), "")


def _separated(builder: InspectionBuilder, lines: Iterable[tuple[Line, bool]]) -> Iterator[tuple[Line, bool]]:
    """Yield the lines, each name of a list as a separate line, and whether an "and" precedes it."""
    joint: Line | None = None  # a line above with "and" alone
    is_joined = False  # whether the line above ends with "and"
    above: list[str] = []  # the members of the line above
    for line, beside in lines:
        text = line.text
        if is_and(text):
            joint = line
            continue
        if joint is not None and (_are_people(above) or _names_person(text)):
            is_joined = True
            builder.claim_span((joint.start, joint.end), BOILERPLATE)
        elif joint is not None:
            yield joint, False  # within a post
        joint = None
        if len(text) > _LONGEST_LIST or not _may_be_list(text):
            yield line, is_joined or beside  # most lines
            is_joined, above = False, [text]
            continue
        starts = is_joined or beside or line.breaks_before > 1 or _are_people(above)
        spans = _name_spans(text, starts=starts)
        is_joined |= beside or spans[0][0] > 0
        for number, span in enumerate(spans):
            yield line if span == (0, len(text)) else part_of_line(line, *span), is_joined or number > 0
        edges = (0, *(edge for span in spans for edge in span), len(text))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if start < end:
                builder.claim_span((line.start + start, line.start + end), BOILERPLATE)
        is_joined = spans[-1][1] < len(text)
        above = [text[slice(*span)] for span in spans]
    if joint is not None:
        builder.claim_span((joint.start, joint.end), BOILERPLATE)


def _are_people(members: Iterable[str]) -> bool:
    """Return whether the members of a line are people, and nothing else is."""
    return all(PersonLine(member).is_person for member in members)


def _may_be_list(text: str) -> bool:
    """Return whether a line has the sign of a list: most lines have none."""
    return not _SIGNS.isdisjoint(text) or "and" in text.lower()


def _name_spans(text: str, *, starts: bool) -> list[tuple[int, int]]:
    """Return the spans of the members of a list of people; of any other line the whole span.

    Args:
        text: The line.
        starts: Whether people may be named there who have no title. After a post it may go on: "Director
            of Schools" / "and Early Help".
    """
    opening = _OPENING_AND.match(text)
    start, end = opening.end() if opening else 0, len(text)
    closing = _CLOSING_AND.search(text)
    if closing and closing.start() > start and PersonLine(text[start : closing.start()]).is_person:
        end = closing.start()
    if not (starts or PersonLine(text[start:end]).is_titled):
        return [(0, len(text))]
    spans = _members(text, start, end)
    if opening and not _names_person(text[slice(*spans[0])]):
        return [(0, len(text))]
    return spans


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a list of people: "A and B", "A, B and C, Joint Directors", "A, HMI, and B, HMI"."""
    spans: list[tuple[int, int]] = []
    is_list = False  # a comma alone shows it only before a title
    joints = [*_AND.finditer(text, start, end)]
    edges = [*(joint.start() for joint in joints[1:]), end]
    first = start
    for joint, edge in zip(joints, edges, strict=False):
        member = PersonLine(text[first : joint.start()])
        if joint.group() == ", ":
            following = PersonLine(text[joint.end() : edge]) if member.is_person else None
            is_member = following is not None and following.is_person
            is_list |= following is not None and is_member and following.is_titled
        else:
            is_member = member.is_person or member.has_post_before(PersonLine(text[joint.end() : end]))
            is_list |= is_member
        if is_member:
            spans.append((first, joint.start()))
            first = joint.end()
    if not is_list or not _names_person(text[first:end]):
        return [(start, end)]
    return [*spans, (first, end)]


def _names_person(text: str) -> bool:
    line = PersonLine(text)
    return line.is_person or line.name_end >= 0


def _name_first(rows: list[Row], greeted: Container[str]) -> list[Row]:
    """Return the rows with the name of the first person before the post or the body above it."""
    if len(rows) < 2 or rows[0].kind.is_name or rows[0].kind.name_end >= 0:
        return rows
    above, name, *others = rows
    is_greeted = any(word in greeted for word in name.kind.words)
    if is_greeted and name.kind.is_name and (above.kind.begins_post or above.kind.is_body(None)):
        return [name, above, *others]
    return rows
