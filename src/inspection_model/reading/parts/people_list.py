"""People in a list: each on a line, with post and body.

    list   := { person }                     three people or more
    person := name { "," decoration } [ "," ] [ post ] [ "," body ] { line }
            | rank name "," body { line }

A line that does not begin with a name continues the one above. The body may also precede the post.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder, Stated
from inspection_model.reading.grammar.names import JOINTS, is_bare_name, is_post, opens_post, without_stop
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import whole
from inspection_model.reading.passages import FURNITURE

__all__ = ["read_people_list"]

# Fewer people are not a list: each has an address below.
_FEWEST = 3
_NAME_WORDS = 2

_Span = tuple[int, int]


class _Named(NamedTuple):
    """Where a line has the name of a person, and where a rank before it is."""

    name: _Span
    rank: _Span | None = None


def read_people_list(
    builder: InspectionBuilder, pointer: str, lines: Sequence[Line], *, authority: str | None
) -> bool:
    """Take the people of a list.

    Args:
        builder: The facts so far.
        pointer: The pointer of the list of people.
        lines: The lines of the block.
        authority: The name of the authority, which may be the body.

    Returns:
        Whether the lines are a list.
    """
    found = [(index, _named(PersonLine(whole([line]).words))) for index, line in enumerate(lines)]
    people = [(index, named) for index, named in found if named is not None]
    commas = sum("," in line.text for line in lines)
    if len(people) < _FEWEST or people[0][0] > 0 or 2 * min(len(people), commas) < len(lines):
        return False
    ends = (*(index for index, _ in people[1:]), len(lines))
    for (start, named), end in zip(people, ends, strict=True):
        _add(builder, pointer, named, lines[start:end], authority)
    return True


def _named(line: PersonLine) -> _Named | None:
    """Return where the name of a person is at the beginning of a line."""
    text = line.text
    comma = text.find(",")
    first = text[:comma].rstrip() if comma >= 0 else ""
    if is_bare_name(first):
        return _Named((0, len(first)))
    if line.name_end >= 0:
        return _Named((0, line.name_end))
    words = first.rsplit(" ", _NAME_WORDS)
    if len(words) > _NAME_WORDS and opens_post(first) and is_bare_name(name := " ".join(words[1:])):
        return _Named((len(words[0]) + 1, len(words[0]) + 1 + len(name)), (0, len(words[0])))
    return None


def _add(
    builder: InspectionBuilder, pointer: str, named: _Named, lines: Sequence[Line], authority: str | None
) -> None:
    """Add the person whose name is on the first of some lines."""
    excerpt = whole(lines)
    line = PersonLine(excerpt.words)
    name, rank = named
    parts = _parts(line.text, name[1])
    while parts and _is_decoration(line.text[slice(*parts[0])]):
        name = (name[0], parts.pop(0)[1])
    post, body = _post_and_body(line.text, parts, authority)
    spans = {"name": name, "post": post or rank, "organisation": body}
    stated: dict[str, Stated] = {
        field: excerpt[slice(*span)] for field, span in spans.items() if span is not None
    }
    builder.add(pointer, Person, stated)
    for start, end in line.marks:
        builder.claim(excerpt[start:end], FURNITURE)


def _post_and_body(
    text: str, parts: Sequence[_Span], authority: str | None
) -> tuple[_Span | None, _Span | None]:
    """Return the spans of the post and of the body, which is last, or first before a post."""
    is_body = [_is_body(text[slice(*part)], authority) for part in parts]
    if len(parts) > 1 and is_body[0] and not is_body[-1]:
        return (parts[1][0], parts[-1][1]), parts[0]
    first = len(parts) - (bool(parts) and is_body[-1])
    # "Anytown, Otherton and Thirdham Trust", "Anyplace Trust, Otherplace Trust".
    while 1 < first < len(parts) and (is_body[first - 1] or _is_word(text[slice(*parts[first - 1])])):
        first -= 1
    post, body = parts[:first], parts[first:]
    return (
        (post[0][0], post[-1][1]) if post else None,
        (body[0][0], body[-1][1]) if body else None,
    )


def _is_word(text: str) -> bool:
    return " " not in text and not is_post(text)


def _parts(text: str, start: int) -> list[_Span]:
    """Return the spans of the words between the commas after a name."""
    parts: list[_Span] = []
    for part in text[start:].split(","):
        words = part.strip(JOINTS)
        if any(map(str.isalpha, words)):
            begin = start + part.index(words)
            parts.append((begin, begin + len(without_stop(words))))
        start += len(part) + 1
    return parts


def _is_decoration(text: str) -> bool:
    return lexicon().names.decorations.issuperset(fold_words(text).split())


def _is_body(text: str, authority: str | None) -> bool:
    """Return whether words are the name of a body and no post."""
    words = fold_words(text).split()
    if len(words) < 2 or not lexicon().bodies.outside.isdisjoint(words) or is_post(text):
        return authority is not None and words == fold_words(authority).split()
    listed = not lexicon().bodies.listed.isdisjoint((words[0], words[-1].strip("().")))
    return listed or PersonLine(text).is_body(authority)
