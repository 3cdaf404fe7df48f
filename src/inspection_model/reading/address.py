"""The blocks of people before and after the text: addressees and signatories.

    block  := person { person }
    person := name [ post ] [ body ] { address line }

Each part has a line of its own, or all of it is run together on one line ("Ms A Bee Director of
Services Anytown Council 1 High Street Anytown"). A post goes on over a second line when the first
is plainly unfinished, or when the second is a post and names no next person ("Mr B Cee, Director").
A comma at a line's end is no sign of that where the name's line has one, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.phrase import find_words, fold_words, strip_span
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.person import Person
from inspection_model.reading.ledger import BOILERPLATE, Ledger
from inspection_model.reading.lines import Line
from inspection_model.reading.people import is_name, is_post, name_end
from inspection_model.reading.stretch import Stretch, stretch_of

__all__ = ["read_people"]

_UNFINISHED = (" and", " &", " of", " for", " the", " -", "/")
_CONTINUING = ("and ", "& ", "of ", "for ")
_WORD = re.compile(r"[^ ]+")


class _Part(NamedTuple):
    """A stretch of text that is one part of a person: name, post, organisation, address."""

    field: str
    stretch: Stretch
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.stretch.text[self.start : self.end]


def read_people(
    lines: Sequence[Line], *, pointer: str, ledger: Ledger, authority: str | None
) -> list[Person]:
    """Read the people of a block of lines and enter where their parts stand.

    Args:
        lines: The lines of the block.
        pointer: The pointer of the list of people, such as ``/letter/recipients``.
        ledger: Where everything stands.
        authority: The name of the authority, by which a line that runs everything together is split.
    """
    people: list[Person] = []
    named = [line for line in lines if _is_and(line) or any(map(str.isalnum, line.text))]
    for line in filter(_is_and, named):
        ledger.enter_span(line.start, line.end, BOILERPLATE)
    for parts in _people(named, authority):
        at = f"{pointer}/{len(people)}"
        address: list[str] = []
        values: dict[str, str] = {}
        for part in parts:
            role = f"{at}/{part.field}"
            if part.field == "address":
                role = f"{role}/{len(address)}"
                address.append(part.text)
            else:
                values[part.field] = part.text
            ledger.enter(part.stretch, part.start, part.end, role)
        people.append(
            Person(
                name=values["name"],
                post=values.get("post"),
                organisation=values.get("organisation"),
                address=tuple(address),
            )
        )
    return people


def _people(lines: list[Line], authority: str | None) -> list[list[_Part]]:
    people: list[list[_Part]] = []
    fields: set[str] = set()  # of the last person
    parted = False  # whether an "and" stands before the line
    index = 0
    while index < len(lines):
        line = lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if _is_and(line):
            parted, index = True, index + 1
            continue
        if not people or parted or _opens_person(people[-1], line, following):
            parts, taken = _first_line(lines, index, authority)
            people.append(parts)
            fields = {part.field for part in parts}
        else:
            field = _field(fields, line, authority)
            taken = _post_lines(lines, index, together=False) if field == "post" else 1
            people[-1].append(_part(field, lines[index : index + taken]))
            fields.add(field)
        parted, index = False, index + taken
    return people


def _is_and(line: Line) -> bool:
    return len(line.text) <= len("and") and line.text.lower() in ("and", "&")


def _part(field: str, lines: Sequence[Line]) -> _Part:
    stretch = stretch_of(lines)
    if field == "address":
        return _Part(field, stretch, 0, len(stretch.text))
    return _trimmed(field, stretch, 0, len(stretch.text))


def _trimmed(field: str, stretch: Stretch, start: int, end: int) -> _Part:
    """Make a part without the spaces and commas around it."""
    return _Part(field, stretch, *strip_span(stretch.text, start, end))


def _first_line(lines: list[Line], index: int, authority: str | None) -> tuple[list[_Part], int]:
    """Take the line with the name, and with it what is run together there."""
    stretch = stretch_of([lines[index]])
    end = name_end(stretch.text)
    if end < 0:
        return [_part("name", [lines[index]])], 1
    start = end + len(stretch.text[end:]) - len(stretch.text[end:].lstrip(" ,"))
    split = _organisation(stretch.text, start, authority)
    if split is None:
        taken = _post_lines(lines, index, together=True)
        if taken > 1:
            stretch = stretch_of(lines[index : index + taken])
        return [_trimmed("name", stretch, 0, end), _trimmed("post", stretch, start, len(stretch.text))], taken
    # Name, post and body on one line: all that follows directly is the same line, wrapped.
    taken = 1
    while index + taken < len(lines) and lines[index + taken].gap == 1:
        taken += 1
    stretch = stretch_of(lines[index : index + taken])
    first, last = split
    parts = [
        _trimmed("name", stretch, 0, end),
        _trimmed("post", stretch, start, first),
        _trimmed("organisation", stretch, first, last),
    ]
    rest = len(stretch.text) - len(stretch.text[last:].lstrip(" ,"))
    if rest < len(stretch.text):
        parts.append(_Part("address", stretch, rest, len(stretch.text)))
    return parts, taken


def _organisation(text: str, start: int, authority: str | None) -> tuple[int, int] | None:
    """Find the authority's name, with the words of a body after it, behind a post."""
    if authority is None:
        return None
    folded, name = fold_words(text), fold_words(authority)
    at = find_words(folded, name, start + 1)
    if at < 0:
        return None
    end = at + len(name)
    bodies = shared_wording().bodies
    while (following := _WORD.match(folded, end + 1)) and following.group().rstrip(",") in bodies:
        end += 1 + len(following.group().rstrip(","))
    return at, end


def _opens_person(parts: list[_Part], line: Line, following: Line | None) -> bool:
    """Whether a line starts the next person: a name after a finished one, with a post or a title."""
    text = line.text
    is_titled = _is_titled(text)
    if len(parts) == 1 and not is_titled:
        return False
    has_post = name_end(text) >= 0
    if not is_name(text) and not has_post:
        return False
    if is_titled:
        return True
    followed_by_post = following is not None and following.gap == 1 and is_post(following.text)
    told_apart = line.gap > 1 or _names_person(text, together=_runs_together(parts))
    return followed_by_post or (has_post and told_apart)


def _is_titled(text: str) -> bool:
    return text.split(maxsplit=1)[0].rstrip(".").lower() in shared_wording().titles


def _runs_together(parts: list[_Part]) -> bool:
    """Whether the first two parts of a person stand on one line."""
    return parts[0].stretch is parts[1].stretch


def _names_person(text: str, *, together: bool) -> bool:
    """Whether a line that follows directly names the next person with a post: "Mr A Bee, Director".

    Args:
        text: The line.
        together: Whether the person before stands on one line, too; otherwise a title or a comma
            must tell, for a post may look like both ("Public Health Director").
    """
    end = name_end(text)
    return end >= 0 and (together or text[end] == "," or _is_titled(text))


def _field(fields: set[str], line: Line, authority: str | None) -> str:
    """Say which part of a person a line is, who has parts of those fields already."""
    if fields.isdisjoint(("post", "address")) and is_post(line.text):
        return "post"
    if not fields.isdisjoint(("organisation", "address")):
        return "address"
    folded = fold_words(line.text)
    words = folded.replace(",", " ").split()
    is_body = not shared_wording().bodies.isdisjoint(words) and words[-1] not in shared_wording().buildings
    is_authority = authority is not None and folded.rstrip(", ") in fold_words(authority)
    return "organisation" if is_body or is_authority else "address"


def _post_lines(lines: list[Line], index: int, *, together: bool) -> int:
    """Say over how many lines a post goes that starts on one of them, behind a name or alone."""
    # Below a name with a comma every line has one, and it tells nothing.
    listed = not together and lines[index - 1].text.endswith(",")
    for last in range(index + 1, len(lines)):
        line, before = lines[last], lines[last - 1].text
        if line.gap != 1 or _is_and(line):
            return last - index
        if not _goes_on(before.rstrip(",") if listed else before, line.text, together):
            return last - index
    return len(lines) - index


def _goes_on(before: str, text: str, together: bool) -> bool:
    """Whether a post goes on from one line to the next: unfinished, or by another post."""
    before, folded = fold_words(before), fold_words(text)
    # "Children's Services" is part of many posts; the other words of bodies are of none.
    is_body = not (shared_wording().bodies - {"services"}).isdisjoint(folded.replace(",", " ").split())
    if before.endswith(","):
        return not is_body and not _names_person(text, together=False)
    if before.endswith(_UNFINISHED) or folded.startswith(_CONTINUING) or text[0].islower():
        return True
    return is_post(text) and not is_body and not _names_person(text, together=together)
