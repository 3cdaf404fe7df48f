"""The lines above the salutation: the letterhead, the date, the addressees.

    head := { cell }                cells of one line are separated by three spaces or more
    date := a cell that is a date phrase

The cells of the letterhead that are not contacts are the address of the inspectorate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from inspection_model.frameworks.words import fold_words
from inspection_model.model.inspectorate import Contact
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.contacts import ContactSpan, contact_spans
from inspection_model.reading.grammar.dates import line_date
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.people import greeted_words, read_people
from inspection_model.reading.passages import BOILERPLATE
from inspection_model.vocabulary import RemarkCode

__all__ = ["Cell", "letterhead_cells", "names_person", "read_head", "read_letterhead"]

_DIGIT = re.compile("[0-9]")
_EDGES = " ,;:|"
# The most names that a remark lists.
_MOST_NAMES = 3
_INSPECTORATE = "/inspectorates/0"


class Cell(NamedTuple):
    """A cell of a line, with the contacts in it."""

    excerpt: Excerpt
    contacts: Sequence[ContactSpan]


def letterhead_cells(line: Line) -> list[Cell]:
    """Return the cells of a line."""
    excerpts = (whole([cell]) for cell in cells_of(line))
    return [Cell(excerpt, contact_spans(excerpt.words)) for excerpt in excerpts]


def read_head(builder: InspectionBuilder, lines: Sequence[Line], authority: str | None) -> None:
    """Take the letterhead, the date and the addressees.

    Args:
        builder: The facts so far.
        lines: The lines of the head.
        authority: The name of the authority, by which the line of an addressee is split.
    """
    rows = list(map(letterhead_cells, lines))
    dates = ((index, _read_date(builder, row)) for index, row in enumerate(rows))
    date, dated = next(((index, cell) for index, cell in dates if cell is not None), (None, None))
    with_contacts = [index for index, row in enumerate(rows) if any(cell.contacts for cell in row)]
    letterhead_end = with_contacts[-1] + 1 if with_contacts else 0
    undated = [index for index in range(len(lines)) if index != date]
    people = [index for index in undated if index >= max(letterhead_end, 0 if date is None else date + 1)]
    again: list[int] = []  # lines below the date that only repeat those above it
    if date is None:
        # Without a date, the addressee starts after the next blank line.
        starts = (n for n, index in enumerate(people) if lines[index].breaks_before > 1 or index == 0)
        people = people[next(starts, len(people)) :]
    elif date + 1 < letterhead_end and names_person(lines, date + 1):
        # The last contacts are those of the addressee, not of the letterhead.
        letterhead_end = max((index + 1 for index in with_contacts if index <= date), default=0)
        people = [index for index in undated if index > date]
    else:
        people, again = _around_date(lines, range(letterhead_end, date), people, greeted_words(builder))
    # What is beside the date belongs to the letterhead, too, if the date is within it.
    taken = {*people, *again}
    head = [row for i, row in enumerate(rows) if i not in taken and (i != date or i < letterhead_end)]
    read_letterhead(builder, [cell for row in head for cell in row if cell is not dated])
    for index in again:
        builder.claim_span((lines[index].start, lines[index].end), BOILERPLATE)
    read_people(builder, "/publication/recipients", [lines[index] for index in people], authority=authority)
    _remark_on_recipients(builder)


def _around_date(
    lines: Sequence[Line], above: Sequence[int], below: list[int], greeted: Set[str]
) -> tuple[list[int], list[int]]:
    """Return which lines above and below the date are those of the addressee, and which only repeat them.

    They are below, unless a person is named above and no other below. Extraction may leave a part of
    the address below, or a copy.
    """
    if not below:
        return [*above], []
    named = next((index for index in above if _names_addressee(lines, index, greeted)), None)
    if named is None:
        return below, []
    is_below_post = named > above[0] and PersonLine(lines[named - 1].text).begins_post
    people = [*range(named - is_below_post, above[-1] + 1)]
    name = PersonLine(lines[named].text)
    below_named = next((index for index in below if _names_addressee(lines, index, greeted)), None)
    other = name if below_named is None else PersonLine(lines[below_named].text)
    if other.key != name.key:
        # Both are addressed only if the salutation is to the one above.
        is_greeted = not greeted.isdisjoint(name.words) and greeted.isdisjoint(other.words)
        return ([*people, *below] if is_greeted else below), []
    kinds = [PersonLine(lines[index].text) for index in people]
    keys = {kind.key for kind in kinds}
    words = {word for kind in kinds if not kind.names_body for word in kind.words}
    again = {index: _repeats(PersonLine(lines[index].text), keys, words) for index in below}
    people += [index for index in below if not again[index]]
    return people, [index for index in below if again[index]]


def _repeats(line: PersonLine, keys: set[str], words: set[str]) -> bool:
    """Return whether a line is a copy of another, or all of its words occur in others."""
    return line.key in keys or words.issuperset(line.words)


def _names_addressee(lines: Sequence[Line], index: int, greeted: Set[str]) -> bool:
    kind = PersonLine(lines[index].text)
    return _is_person_with_post(kind, lines[index + 1 : index + 2]) or (
        kind.is_person and not greeted.isdisjoint(kind.words)
    )


def _remark_on_recipients(builder: InspectionBuilder) -> None:
    """Add a remark if the salutation greets no addressee, or the name of one is a post or has other words."""
    recipients, greeted = builder.get("/publication/recipients") or (), greeted_words(builder)
    names = [PersonLine(person.name) for person in recipients]
    if names and greeted and all(greeted.isdisjoint(name.words) for name in names):
        reason = f'"{builder.get("/publication/salutation")}" does not greet'
    elif any(name.begins_post and not name.is_name for name in names):
        reason = "a post, not the name of a person, was found for"
    elif not all(name.is_name for name in names):
        reason = "other words were found in the name of"
    else:
        return
    listed = " or ".join(f'"{person.name}"' for person in recipients[:_MOST_NAMES])
    message = f"{reason} {listed}"
    builder.remark(RemarkCode.RECIPIENT_UNCERTAIN, message, pointer="/publication/recipients")


def names_person(lines: Sequence[Line], index: int) -> bool:
    """Return whether a person with a post is named on a line, or on it and the next."""
    return _is_person_with_post(PersonLine(lines[index].text), lines[index + 1 : index + 2])


def _is_person_with_post(kind: PersonLine, below: Sequence[Line]) -> bool:
    is_above_post = kind.is_name and any(
        line.breaks_before == 1 and PersonLine(line.text).is_post for line in below
    )
    return is_above_post or kind.name_end >= 0


def _read_date(builder: InspectionBuilder, cells: Sequence[Cell]) -> Cell | None:
    """Take the letter's date, if one of the cells of a line is one; return that cell."""
    for cell in cells:
        printed = cell.excerpt
        phrase = line_date(printed.folded) if _DIGIT.search(printed.words) else None
        if phrase is not None:
            pointer = "/publication/date_as_printed"
            builder.put(pointer, printed, date=phrase.single)
            builder.remark_on_date(phrase, printed.words, pointer=pointer)
            return cell
    return None


def read_letterhead(builder: InspectionBuilder, cells: Iterable[Cell]) -> None:
    """Take the inspectorate's name, address and contacts from cells."""
    for excerpt, contacts in cells:
        position = 0
        for contact in contacts:
            if contact.start < position:
                continue
            if position < contact.start:
                _read_address(builder, excerpt[position : contact.start])
            value = {"value": excerpt[slice(*contact.value)]}
            at = f"{_INSPECTORATE}/contacts"
            builder.add(at, Contact, value, kind=contact.kind, label=contact.qualifier)
            builder.claim(excerpt[contact.start : contact.end], BOILERPLATE)
            position = contact.end
        if position < len(excerpt.words):
            _read_address(builder, excerpt[position:])


def _read_address(builder: InspectionBuilder, words: Excerpt) -> None:
    """Take what is beside the contacts of a cell: the name of the inspectorate, or its address."""
    start = len(words.words) - len(words.words.lstrip(_EDGES))
    excerpt = words[start : len(words.words.rstrip(_EDGES))]
    if not excerpt.words:
        return
    if excerpt.folded == fold_words(builder.framework.inspectorate):
        builder.put(f"{_INSPECTORATE}/name", excerpt)
    else:
        builder.add_text(f"{_INSPECTORATE}/address", excerpt)
