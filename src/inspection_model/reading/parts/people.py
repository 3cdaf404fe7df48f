"""Blocks of people before and after the text: addressees and signatories.

    block  := person { person }
    person := name [ post ] [ body ] { address line }

Each part is on a line of its own, or all of it is on one line ("Ms A Bee Director of Services Anytown
Council 1 High Street Anytown"). A post continues on a second line if the first is plainly unfinished,
or if the second is a post and does not name the next person ("Mr B Cee, Director"). A comma at a
line's end shows that only if the line of the name has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words, strip_span
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder, Stated
from inspection_model.reading.grammar.bodies import organisation_span, post_and_organisation
from inspection_model.reading.grammar.names import JOINTS
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.passages import BOILERPLATE

__all__ = ["read_people"]


class _Row(NamedTuple):
    """A line, with its text and with what it can be."""

    line: Line
    excerpt: Excerpt
    kind: PersonLine


class _Field(NamedTuple):
    """One field of a person: name, post, organisation, or a line of the address."""

    name: str
    excerpt: Excerpt


def read_people(
    builder: InspectionBuilder, pointer: str, lines: Sequence[Line], *, authority: str | None
) -> None:
    """Take the people of a block of lines.

    Args:
        builder: The facts so far.
        pointer: The pointer of the list of people, such as ``/publication/recipients``.
        lines: The lines of the block.
        authority: The name of the authority, by which a line with all the parts of a person is split.
    """
    rows = [row for row in map(_row, _addressed(builder, lines)) if row.kind.has_words or row.kind.is_and]
    for row in rows:
        if row.kind.is_and:
            builder.claim(row.excerpt, BOILERPLATE)
    for fields in _people(rows, authority):
        stated: dict[str, Stated] = {field.name: field.excerpt for field in fields}
        stated["address"] = [field.excerpt for field in fields if field.name == "address"]
        builder.add(pointer, Person, stated)


def _row(line: Line) -> _Row:
    excerpt = whole([line])
    return _Row(line, excerpt, PersonLine(excerpt.words))


def _excerpt(rows: Sequence[_Row]) -> Excerpt:
    return rows[0].excerpt if len(rows) == 1 else whole([row.line for row in rows])


def _trimmed(name: str, excerpt: Excerpt, start: int, end: int) -> _Field:
    """Return a field without the spaces and commas around it."""
    return _Field(name, excerpt[slice(*strip_span(excerpt.words, start, end))])


def _addressed(builder: InspectionBuilder, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of the address block, without markings such as "By email" and without the cc list."""
    above, copies = True, lexicon().letters.copies
    for line in lines:
        if _prefix(line.text.lower(), copies):
            return  # the copies are not claimed: they are unread
        length = _marking(fold_words(line.text)) if above else 0
        if length:
            builder.claim_span((line.start, line.start + length), BOILERPLATE)
        if length < len(line.text):
            yield _without_prefix(line, length) if length else line
            above = False


def _without_prefix(line: Line, length: int) -> Line:
    text = line.text[length:]
    return Line(line.start + length, text, line.indent, line.breaks_before, line.starts_page)


def _marking(folded: str) -> int:
    """Return how much of a line is a marking above a name or before it: all, its beginning, or 0."""
    letters = lexicon().letters
    if folded.partition(":")[0].rstrip(". ") in letters.markings or folded in letters.raised_endings:
        return len(folded)
    prefix = _prefix(folded, letters.attentions)
    return len(folded) - len(folded[len(prefix) :].lstrip(" :")) if prefix else 0


def _prefix(folded: str, prefixes: tuple[str, ...]) -> str:
    """Return which of some words a line begins with, or an empty text."""
    if not folded.startswith(prefixes):
        return ""  # most lines
    found = (words for words in prefixes if folded.startswith(words))
    return next((words for words in found if not folded[len(words) : len(words) + 1].isalnum()), "")


def _people(rows: list[_Row], authority: str | None) -> list[list[_Field]]:
    people: list[list[_Field]] = []
    separated = False  # whether an "and" precedes the line
    index = 0
    while index < len(rows):
        if rows[index].kind.is_and:
            separated, index = True, index + 1
            continue
        if not people or separated or _starts_person(people[-1], rows, index):
            fields, taken = _first_line(rows, index, authority)
            people.append(fields)
        else:
            name = _field_name({field.name for field in people[-1]}, rows[index].kind, authority)
            taken = _post_length(rows, index, together=False) if name == "post" else 1
            people[-1] += _fields(name, _excerpt(rows[index : index + taken]), authority)
        separated, index = False, index + taken
    return people


def _fields(name: str, excerpt: Excerpt, authority: str | None) -> list[_Field]:
    """Return the field of an excerpt; a post may have the body on its last line."""
    if name == "address":
        return [_Field(name, excerpt)]
    split = post_and_organisation(excerpt.words, authority) if name == "post" else None
    if split is None:
        return [_trimmed(name, excerpt, 0, len(excerpt.words))]
    end, first, last = split
    return [_trimmed("post", excerpt, 0, end), _trimmed("organisation", excerpt, first, last)]


def _first_line(rows: list[_Row], index: int, authority: str | None) -> tuple[list[_Field], int]:
    """Return the fields on the line with the name, and how many lines they extend over."""
    excerpt, end = rows[index].excerpt, rows[index].kind.name_end
    if end < 0:
        return [_trimmed("name", excerpt, 0, len(excerpt.words))], 1
    start = end + len(excerpt.words[end:]) - len(excerpt.words[end:].lstrip(JOINTS))
    split = organisation_span(excerpt.words, start, authority)
    if split is None:
        taken = _post_length(rows, index, together=True)
        excerpt = _excerpt(rows[index : index + taken])
        post = _trimmed("post", excerpt, start, len(excerpt.words))
        return [_trimmed("name", excerpt, 0, end), post], taken
    # Name, post and body on one line: every line that follows directly is the same line, wrapped.
    taken = 1
    while index + taken < len(rows) and rows[index + taken].line.breaks_before == 1:
        taken += 1
    excerpt = _excerpt(rows[index : index + taken])
    first, last = split
    fields = [
        _trimmed("name", excerpt, 0, end),
        _trimmed("post", excerpt, start, first),
        _trimmed("organisation", excerpt, first, last),
    ]
    words = excerpt.words
    rest = len(words) - len(words[last:].lstrip(" ,"))
    if rest < len(words):
        fields.append(_Field("address", excerpt[rest:]))
    return fields, taken


def _starts_person(fields: list[_Field], rows: list[_Row], index: int) -> bool:
    """Return whether a line starts the next person: a name after a complete one, with a post or a title."""
    line, _, kind = rows[index]
    if len(fields) == 1 and not kind.is_titled:
        return False
    has_post = kind.name_end >= 0
    if not kind.is_name and not has_post:
        return False
    if kind.is_titled:
        return True
    following = rows[index + 1] if index + 1 < len(rows) else None
    above_post = following is not None and following.line.breaks_before == 1 and following.kind.is_post
    together = fields[0].excerpt.text is fields[1].excerpt.text
    return above_post or (has_post and (line.breaks_before > 1 or kind.names_next(together=together)))


def _field_name(given: set[str], kind: PersonLine, authority: str | None) -> str:
    """Return which field of a person a line is, after those that are given."""
    if given.isdisjoint(("post", "address")) and kind.begins_post:
        return "post"
    if not given.isdisjoint(("organisation", "address")):
        return "address"
    return "organisation" if kind.is_body(authority) else "address"


def _post_length(rows: list[_Row], index: int, *, together: bool) -> int:
    """Return over how many lines a post extends that starts on a line, after a name or alone."""
    # Below a name with a comma every line has one, and it shows nothing.
    listed = not together and rows[index - 1].line.text.endswith(",")
    for last in range(index + 1, len(rows)):
        (line, _, kind), before = rows[last], rows[last - 1].line.text
        if line.breaks_before != 1 or kind.is_and or "@" in line.text:
            return last - index
        following = rows[last + 1] if last + 1 < len(rows) else None
        below = following.kind if following is not None and following.line.breaks_before == 1 else None
        continues = kind.continues_post(before.rstrip(",") if listed else before, together=together)
        if not (continues or kind.completes_post(before, below)):
            return last - index
    return len(rows) - index
