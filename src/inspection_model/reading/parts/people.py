"""Blocks of people before and after the text: addressees and signatories.

    block  := person { [ "and" ] person }
    person := name [ role ] [ post ] [ body ] { address line }

Each part is on a separate line, or all of it is on one line ("Ms A Bee Director of Services Anytown
Council 1 High Street Anytown"). A post continues on a second line if the first is plainly unfinished,
or if the second is a post and does not name the next person ("Mr B Cee, Director"). A comma at a
line's end shows that only if the line of the name has none.

What follows the last of several names ("A and B", or names one a line above "Joint Directors") belongs
to all of them. A role in brackets after a name is the post of a person who has no other.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words, strip_span
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder, Stated
from inspection_model.reading.grammar.bodies import organisation_span, post_and_organisation
from inspection_model.reading.grammar.names import JOINTS, is_plural_post, is_post, opens_post, without_stop
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.named_people import names_at
from inspection_model.reading.parts.people_list import read_people_list
from inspection_model.reading.parts.person_rows import Row, rows_of
from inspection_model.reading.passages import BOILERPLATE, FURNITURE

__all__ = ["greeted_words", "read_people"]

# Everything that precedes the second line of an address: name, post, organisation, its first line.
_FIRST_FIELDS = 4
# The most names that share what follows the last.
_MOST_SHARING = 12
# A line that is wrapped is longer.
_SHORT_LINE = 40


class _Field(NamedTuple):
    """One field of a person: name, post, organisation, or a line of the address."""

    name: str
    excerpt: Excerpt


class _Fields(NamedTuple):
    """What a block says about a person.

    Attributes:
        fields: The fields in the order of the block.
        role: What is in brackets after the name.
        is_joined: Whether an "and" precedes the name, or the person is printed beside the previous one.
    """

    fields: list[_Field]
    role: Excerpt | None
    is_joined: bool

    @property
    def is_name_only(self) -> bool:
        """Whether nothing but the name is known."""
        return len(self.fields) == 1

    def get(self, name: str) -> Excerpt | None:
        """Return the first field of a name."""
        return next((field.excerpt for field in self.fields[:_FIRST_FIELDS] if field.name == name), None)


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
    if read_people_list(builder, pointer, lines, authority=authority):
        return
    known = names_at(builder, "/inspectors")
    rows = rows_of(builder, lines, known=known, greeted=greeted_words(builder))
    for fields, role, _ in _shared(_people(builder, rows, authority, known)):
        stated: dict[str, Stated] = {field.name: field.excerpt for field in fields}
        if role is not None and "post" not in stated and is_post(role.words):
            stated["post"] = role
        stated["address"] = [field.excerpt for field in fields if field.name == "address"]
        builder.add(pointer, Person, stated)


def greeted_words(builder: InspectionBuilder) -> frozenset[str]:
    """Return the words of the names in the salutation, folded."""
    names = lexicon().names
    words = fold_words(builder.get("/publication/salutation") or "").replace("/", " ").split()
    return frozenset(word.strip(",.:;") for word in words[1:]) - names.titles - names.greetings


def _excerpt(rows: Sequence[Row]) -> Excerpt:
    """Return the text of rows, without what follows the last word of the last."""
    if len(rows) == 1:
        return rows[0].excerpt
    return whole([row.line for row in rows])


def _end(rows: Sequence[Row], excerpt: Excerpt) -> int:
    """Return where the text of rows ends without a footnote mark and a role in brackets."""
    return len(excerpt.words) - len(rows[-1].excerpt.words) + len(rows[-1].kind.text)


def _trimmed(name: str, excerpt: Excerpt, start: int, end: int) -> _Field:
    """Return a field without the spaces, commas and the full stop around it."""
    start, end = strip_span(excerpt.words, start, end)
    return _Field(name, excerpt[start : start + len(without_stop(excerpt.words[start:end]))])


def _people(
    builder: InspectionBuilder, rows: list[Row], authority: str | None, known: Container[str]
) -> list[_Fields]:
    people: list[_Fields] = []
    above_plural = _above_plural(rows)
    index = 0
    while index < len(rows):
        row = rows[index]
        is_named = (index in above_plural or row.kind.text in known) and row.kind.is_person
        if not people or row.is_joined or is_named or _starts_person(people[-1].fields, rows, index):
            fields, taken = _first_line(rows, index, authority)
            role = row.excerpt[slice(*row.kind.role)] if row.kind.role else None
            if role is not None:
                builder.claim(role, BOILERPLATE)
            people.append(_Fields(fields, role and role[1:-1], row.is_joined))
        elif row.kind.is_in_brackets and people[-1].is_name_only and people[-1].role is None:
            builder.claim(row.excerpt, BOILERPLATE)
            people[-1] = people[-1]._replace(role=row.excerpt[1 : len(row.kind.text) - 1])
            taken = 1
        else:
            given = {field.name for field in people[-1].fields[:_FIRST_FIELDS]}
            below = rows[index + 1].kind if index + 1 < len(rows) else None
            name = _field_name(given, row.kind, below, authority)
            taken = _post_length(rows, index, together=False) if name == "post" else 1
            people[-1].fields.extend(_fields(name, rows, index, taken, authority))
        _claim_marks(builder, rows[index : index + taken], people[-1].fields[-1])
        index += taken
    return people


def _claim_marks(builder: InspectionBuilder, rows: Sequence[Row], field: _Field) -> None:
    """Claim the footnote marks after a name, a post or a body; an address is as printed."""
    for row in (*rows[:1], *rows[1:][-1:]):
        for start, end in row.kind.marks:
            is_last = row is rows[-1] and field.name != "address"
            if is_last or (row.kind.name_end >= 0 and start < len(row.kind.text)):
                builder.claim(row.excerpt[start:end], FURNITURE)


def _above_plural(rows: Sequence[Row]) -> set[int]:
    """Return the indices of names, one a line, above a post of several people."""
    found: set[int] = set()
    is_above = False
    for index in range(len(rows) - 1, -1, -1):
        kind = rows[index].kind
        if is_plural_post(kind.text) and kind.begins_post:
            is_above = True
        elif is_above:
            is_above = kind.is_person and not kind.begins_post
        if is_above and kind.is_person:
            found.add(index)
    return found


def _shared(people: list[_Fields]) -> list[_Fields]:
    """Return the people, those of whom only the name is known with what the next one shares with them."""
    sharing = 0
    for index in range(len(people) - 2, -1, -1):
        person, following = people[index], people[index + 1]
        post = following.get("post")
        shares = following.is_joined or (post is not None and is_plural_post(post.words))
        sharing = sharing + 1 if shares and person.is_name_only else 0
        if 0 < sharing < _MOST_SHARING:
            person.fields.extend(following.fields[1:])
    return people


def _fields(name: str, rows: list[Row], index: int, taken: int, authority: str | None) -> list[_Field]:
    """Return the field of some rows; a post may have the body on its last line."""
    own = rows[index : index + taken]
    excerpt = _excerpt(own)
    if name == "address":
        return [_Field(name, excerpt)]
    field = _trimmed(name, excerpt, 0, _end(own, excerpt))
    return (
        _split_post(field, rows[index + taken : index + taken + 1], authority) if name == "post" else [field]
    )


def _first_line(rows: list[Row], index: int, authority: str | None) -> tuple[list[_Field], int]:
    """Return the fields on the line with the name, and how many lines they extend over."""
    row = rows[index]
    text, end = row.kind.text, row.kind.name_end
    if end < 0:
        return [_trimmed("name", row.excerpt, 0, len(text))], 1
    name = _trimmed("name", row.excerpt, 0, end)
    start = end + len(text[end:]) - len(text[end:].lstrip(JOINTS))
    split = organisation_span(text, start, authority)
    if split is None:
        taken = _post_length(rows, index, together=True)
        excerpt = _excerpt(rows[index : index + taken])
        post = _trimmed("post", excerpt, start, _end(rows[index : index + taken], excerpt))
        return [name, *_split_post(post, rows[index + taken : index + taken + 1], authority)], taken
    taken = _wrapped(rows, index) if text[split[1] :].strip(JOINTS) else 1
    excerpt = _excerpt(rows[index : index + taken])
    first, last = split
    fields = [name, _trimmed("post", excerpt, start, first), _trimmed("organisation", excerpt, first, last)]
    words = excerpt.words
    rest = len(words) - len(words[last:].lstrip(" ,"))
    if rest < len(words):
        fields.append(_Field("address", excerpt[rest:]))
    return fields, taken


def _split_post(post: _Field, below: Sequence[Row], authority: str | None) -> list[_Field]:
    """Return a post and the body on its last line.

    If another body follows, on the next line or in the post, the post is that of one person in two
    bodies, and is left as printed.
    """
    split = post_and_organisation(post.excerpt.words, authority)
    if split is None or any(row.kind.names_body and row.kind.is_body(authority) for row in below):
        return [post]
    end, first, last = split
    if PersonLine(post.excerpt.words[:end]).names_body:
        return [post]
    excerpt = post.excerpt
    return [_trimmed("post", excerpt, 0, end), _trimmed("organisation", excerpt, first, last)]


def _wrapped(rows: Sequence[Row], index: int) -> int:
    """Return how many lines a line with name, post, body and address extends over.

    The lines that follow directly are its continuation, unless one of those in between is short: then
    each is a line of the address.
    """
    last = index + 1
    while last < len(rows) and rows[last].line.breaks_before == 1 and rows[last].kind.name_end < 0:
        if len(rows[last - 1].line.text) <= _SHORT_LINE:
            return 1
        last += 1
    return last - index


def _starts_person(fields: list[_Field], rows: list[Row], index: int) -> bool:
    """Return whether a line starts the next person: a name after a complete one, with a post or a title."""
    line, _, kind, _ = rows[index]
    if len(fields) == 1 and not kind.is_titled:
        return False
    has_post = kind.name_end >= 0
    if not kind.is_name and not has_post:
        return False
    if kind.is_titled:
        return True
    following = rows[index + 1] if index + 1 < len(rows) else None
    gaps = (1, line.breaks_before)  # directly below, or all lines are as far apart
    above_post = following is not None and following.line.breaks_before in gaps and following.kind.is_post
    together = fields[0].excerpt.text is fields[1].excerpt.text
    return above_post or (has_post and (line.breaks_before > 1 or kind.names_next(together=together)))


def _field_name(given: set[str], kind: PersonLine, below: PersonLine | None, authority: str | None) -> str:
    """Return which field of a person a line is, after those that are given."""
    # "Social Care" / "Inspector": the words before a post on the next line.
    if given.isdisjoint(("post", "address")) and (
        kind.begins_post or (opens_post(kind.text) and below is not None and below.is_post)
    ):
        return "post"
    if not given.isdisjoint(("organisation", "address")):
        return "address"
    return "organisation" if kind.is_body(authority) else "address"


def _post_length(rows: list[Row], index: int, *, together: bool) -> int:
    """Return over how many lines a post extends that starts on a line, after a name or alone."""
    # Below a name with a comma every line has one, and it shows nothing.
    listed = not together and rows[index - 1].line.text.endswith(",")
    for last in range(index + 1, len(rows)):
        (line, _, kind, _), before = rows[last], rows[last - 1].kind.text
        if line.breaks_before != 1 or "@" in line.text:
            return last - index
        following = rows[last + 1] if last + 1 < len(rows) else None
        below = following.kind if following is not None and following.line.breaks_before == 1 else None
        continues = kind.continues_post(before.rstrip(",") if listed else before, together=together)
        if not (continues or kind.completes_post(before, below)):
            return last - index
    return len(rows) - index
