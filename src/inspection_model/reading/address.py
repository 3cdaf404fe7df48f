"""The blocks of people before and after the text: addressees and signatories.

    block  := person { person }
    person := name [ post ] [ body ] { address line }

Each part has a line of its own, or all of it is run together on one line ("Ms A Bee Director of
Services Anytown Council 1 High Street Anytown"). A post goes on over a second line when the first
is plainly unfinished, or when the second is a post and names no next person ("Mr B Cee, Director").
A comma at a line's end is no sign of that where the name's line has one, too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection_model.frameworks.phrase import find_words, fold_words, strip_span
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.person import Person
from inspection_model.reading.ledger import BOILERPLATE, Ledger
from inspection_model.reading.lines import Line
from inspection_model.reading.people import JOINTS, is_name, is_post, is_titled, name_end, opens_post
from inspection_model.reading.stretch import Stretch, stretch_of

__all__ = ["read_people"]

_UNFINISHED = (" and", " &", " of", " for", " the", " -", "/")
_CONTINUING = ("and ", "& ", "of ", "for ", "(")
# Before a name these belong to a post: "Director of Services for …".
_LEADING_TO_NAME = (" of", " for", " in", " at", " to", " and", " &")
_LINKS = frozenset({"of", "the"})
# What extraction leaves of a raised ending of a date.
_SUPERSCRIPTS = frozenset({"st", "nd", "rd", "th"})
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
    named = [line for line in _addressed(lines, ledger) if _is_and(line) or _has_words(line.text)]
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


def _addressed(lines: Sequence[Line], ledger: Ledger) -> Iterator[Line]:
    """Give the lines of people: without marks above the first, and up to those who get a copy."""
    wording = shared_wording()
    above = True
    for line in lines:
        if line.text.lower().startswith(wording.copies) and _opening(fold_words(line.text), wording.copies):
            return  # what nobody enters is unread
        start = _mark(fold_words(line.text)) if above else 0
        if start:
            ledger.enter_span(line.start, line.start + start, BOILERPLATE)
        if start < len(line.text):
            whole = (line.start + start, line.text[start:], line.indent, line.gap, line.page)
            yield Line(*whole) if start else line
            above = False


def _mark(folded: str) -> int:
    """Say how much of a line above a name, or before it, is a mark: all of it, what opens it, or nothing."""
    wording = shared_wording()
    if folded.partition(":")[0].rstrip(". ") in wording.markings or folded in _SUPERSCRIPTS:
        return len(folded)
    opening = _opening(folded, wording.attentions)
    return len(folded) - len(folded[len(opening) :].lstrip(" :")) if opening else 0


def _opening(folded: str, openings: Sequence[str]) -> str:
    """Give which of some words a line opens with, if any."""
    found = (words for words in openings if folded.startswith(words))
    return next((words for words in found if not folded[len(words) : len(words) + 1].isalnum()), "")


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
            parts = _post(lines[index : index + taken], authority) if field == "post" else []
            parts = parts or [_part(field, lines[index : index + taken])]
            people[-1] += parts
            fields |= {part.field for part in parts}
        parted, index = False, index + taken
    return people


def _has_words(text: str) -> bool:
    return text[0].isalnum() or any(map(str.isalnum, text))


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
    start = end + len(stretch.text[end:]) - len(stretch.text[end:].lstrip(JOINTS))
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


def _post(lines: Sequence[Line], authority: str | None) -> list[_Part]:
    """Take apart a post that the body stands behind on its last line; nothing when none does."""
    stretch = stretch_of(lines)
    split = _organisation(stretch.text, 0, authority)
    if split is None:
        return []
    first, last = split
    before = len(stretch.text[:first].rstrip(JOINTS))
    if not is_post(stretch.text[:before]) or stretch.text[last:].strip(JOINTS):
        return []
    return [_trimmed("post", stretch, 0, before), _trimmed("organisation", stretch, first, last)]


def _organisation(text: str, start: int, authority: str | None) -> tuple[int, int] | None:
    """Find the authority's name, with the words of a body around it, behind a post."""
    if authority is None:
        return None
    folded, name = fold_words(text), fold_words(authority)
    at = find_words(folded, name, start + 1)
    if at < 0:
        return None
    end = at + len(name)
    wording = shared_wording()
    while (following := _WORD.match(folded, end + 1)) and following.group().rstrip(",") in wording.bodies:
        end += 1 + len(following.group().rstrip(","))
    # "London Borough of …": what stands before the name, when a word of a body is among it.
    opening = at
    bodies = _bodies()
    for word in reversed(folded[start:at].split()):
        if word not in bodies and word not in wording.body_openers and word not in _LINKS:
            break
        opening -= len(word) + 1
        if word not in _LINKS:
            at = opening
    # "Director of Services for …" is a post.
    before = folded[start:at].rstrip().removesuffix(" the")
    return None if before.endswith(_LEADING_TO_NAME) else (at, end)


def _opens_person(parts: list[_Part], line: Line, following: Line | None) -> bool:
    """Whether a line starts the next person: a name after a finished one, with a post or a title."""
    text = line.text
    has_title = is_titled(text)
    if len(parts) == 1 and not has_title:
        return False
    has_post = name_end(text) >= 0
    if not is_name(text) and not has_post:
        return False
    if has_title:
        return True
    followed_by_post = following is not None and following.gap == 1 and is_post(following.text)
    told_apart = line.gap > 1 or _names_person(text, together=_runs_together(parts))
    return followed_by_post or (has_post and told_apart)


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
    return end >= 0 and (together or text[end] == "," or is_titled(text))


def _field(fields: set[str], line: Line, authority: str | None) -> str:
    """Say which part of a person a line is, who has parts of those fields already."""
    if fields.isdisjoint(("post", "address")) and (is_post(line.text) or opens_post(line.text)):
        return "post"
    if not fields.isdisjoint(("organisation", "address")):
        return "address"
    return "organisation" if _is_body(line.text, authority) else "address"


def _is_body(text: str, authority: str | None) -> bool:
    """Whether a line is the name of a body."""
    folded = fold_words(text)
    words = folded.replace(",", " ").split()
    is_body = not shared_wording().bodies.isdisjoint(words) and words[-1] not in shared_wording().buildings
    return is_body or (authority is not None and folded.rstrip(", ") in fold_words(authority))


def _post_lines(lines: list[Line], index: int, *, together: bool) -> int:
    """Say over how many lines a post goes that starts on one of them, behind a name or alone."""
    # Below a name with a comma every line has one, and it tells nothing.
    listed = not together and lines[index - 1].text.endswith(",")
    for last in range(index + 1, len(lines)):
        line, before = lines[last], lines[last - 1].text
        if line.gap != 1 or _is_and(line) or "@" in line.text:
            return last - index
        following = lines[last + 1] if last + 1 < len(lines) and lines[last + 1].gap == 1 else None
        if not (
            _goes_on(before.rstrip(",") if listed else before, line.text, together)
            or _is_rest_of_post(before, line.text, following)
        ):
            return last - index
    return len(lines) - index


def _goes_on(before: str, text: str, together: bool) -> bool:
    """Whether a post goes on from one line to the next: unfinished, or by another post."""
    before, folded = fold_words(before), fold_words(text)
    is_body = _names_body(folded)
    if before.endswith(","):
        return not is_body and not _names_person(text, together=False)
    if before.endswith(_UNFINISHED) or folded.startswith(_CONTINUING) or text[0].islower():
        return True
    return is_post(text) and not is_body and not _names_person(text, together=together)


def _names_body(folded: str) -> bool:
    """Whether a word of a body stands in a line."""
    return not _bodies().isdisjoint(folded.replace(",", " ").split())


@functools.cache
def _bodies() -> frozenset[str]:
    """Give the words of bodies that are no words of posts: "Children's Services" is part of many."""
    return shared_wording().bodies - {"services"}


def _is_rest_of_post(before: str, text: str, following: Line | None) -> bool:
    """Whether a line can only be the rest of a post: behind a director of nothing, or above the body.

    An address does not stand above the body's name, but for a building or a street.
    """
    wording = shared_wording()
    folded = fold_words(text)
    words = folded.replace(",", " ").split()
    if _names_body(folded) or is_titled(text) or any(map(str.isdigit, text)):
        return False
    is_named = is_name(text) and following is not None and is_post(following.text)
    if is_named or name_end(text) >= 0:
        return False  # the next person
    if not (wording.buildings | wording.streets).isdisjoint(words):
        return False
    # "Her Majesty's Inspector" is whole; "Executive Director" is not.
    openers = fold_words(before).split()[:-1]
    is_bare = opens_post(before) or (bool(openers) and wording.post_openers.issuperset(openers))
    return is_bare or (following is not None and _is_body(following.text, None))
