"""Lists of inspectors in a sentence.

    inspectors := [ lead-in ] person { joint person }
    joint      := "," | ";" | "and" | "&" | "with" | the end of a line, if every line is a person
    person     := [ lead-in ] name [ mark ] [ "(" words ")" ] { [","] post [ field ] [ "(" words ")" ] }
    mark       := the mark of a footnote
    field      := the field of work: "Social Care"

A post after several names belongs to all of them: "A and B, Her Majesty's Inspectors". One that
precedes the list belongs to those without a post: "His Majesty's Inspectors were A and B".
After a name and a post the next name may follow without a joint: "A HMI B HMI".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, find_words, fold_words, strip_span
from inspection_model.reading.grammar.names import JOINTS, is_bare_name, is_name, name_end

__all__ = ["InspectorSpan", "inspector_spans", "is_inspector"]

_BRACKET = re.compile(r" \([^()]{1,60}\)\Z")
# A lead-in, a name of six words and a post together.
_LONGEST_PERSON = 200

_WORD = re.compile(r"[a-z']+")
# More people than any letter lists one a line.
_MOST_LINES = 40
# The mark of a footnote after a name or a post.
_MARK = re.compile(
    r"(?: ?[*\u2020\u2021\u00a7]| ?[\[(][0-9]{1,2}[\])]|(?<=[^\W0-9])[0-9]{1,2}|[\u00b2\u00b3\u00b9])\Z"
)


class InspectorSpan(NamedTuple):
    """An inspector in a sentence.

    Attributes:
        name: Start and end of the name.
        post: Start and end of the post, if one is printed.
    """

    name: tuple[int, int]
    post: tuple[int, int] | None


@functools.cache
def _separator() -> re.Pattern[str]:
    words = alternatives(lexicon().names.separators)
    return re.compile(rf"(?: and | & |, & |,? (?:{words}) |, (?:and )?|; (?:and )?)")


@functools.cache
def _posts() -> frozenset[str]:
    return frozenset(map(fold_words, lexicon().posts.inspectors))


@functools.cache
def _closing_posts() -> tuple[str, ...]:
    """Return the posts as they follow a name: after a space, or in brackets."""
    posts = sorted(_posts(), key=lambda post: (-len(post), post))
    return tuple(closing for post in posts for closing in (f" {post}", f" ({post})"))


@functools.cache
def _plural_posts() -> tuple[str, ...]:
    """Return the posts of several inspectors, the longest first."""
    return tuple(sorted(filter(_is_plural, _posts()), key=lambda post: (-len(post), post)))


@functools.cache
def _lead_ins() -> tuple[str, ...]:
    words = (f"{fold_words(words)} " for words in lexicon().posts.inspector_lead_ins)
    return tuple(sorted(words, key=len, reverse=True))


def _is_plural(post: str) -> bool:
    return not lexicon().posts.plural_words.isdisjoint(_WORD.findall(post))


@functools.cache
def _clause() -> re.Pattern[str]:
    """Return the pattern of the words between names and the post of all of them: "all of whom are"."""
    return re.compile(rf"(?:{alternatives(lexicon().posts.shared_by)}) ")


@functools.cache
def _post_within() -> re.Pattern[str]:
    """Return the pattern of the post of one inspector between two names."""
    posts = alternatives(post for post in _posts() if not _is_plural(post))
    return re.compile(rf" \(?(?:{posts})\)?(?: \([^()]{{1,60}}\))?(?= )")


@functools.cache
def _field() -> re.Pattern[str]:
    """Return the pattern of a field of work at the beginning of a text."""
    word = rf"(?:{alternatives(lexicon().posts.fields)})(?![a-z'])"
    return re.compile(rf"(?:(?:of|for|in) )?{word}(?:(?: and| &|,)? {word}){{0,5}}:?")


def inspector_spans(
    sentence: str, folded: str, start: int, end: int, lines: Sequence[int] = ()
) -> list[InspectorSpan]:
    """Return the inspectors of a list, up to the first member that is not a person.

    Args:
        sentence: The sentence, white space folded.
        folded: The same, folded by `fold_words`.
        start: Where the list starts.
        end: Where it ends.
        lines: Where the lines of the sentence start.
    """
    people: list[InspectorSpan] = []
    since_post = 0  # the first person who has no post yet
    holders = range(0)  # those who have the post that was just read
    for first, last in _members(sentence, start, end, lines):
        if last - first > _LONGEST_PERSON:
            break
        name_start, name_stop, post = _member(sentence, first, last)
        if name_start < name_stop:
            if not is_name(sentence[name_start:name_stop]):
                break
            people.append(InspectorSpan((name_start, name_stop), post))
            shared = post is not None and _is_plural(folded[post[0] : post[1]])
            holders = range(since_post if shared else len(people) - (post is not None), len(people))
            if post is not None:
                _give(people, holders, post)  # "A and B (HMIs)"
        elif post is not None and _is_another(folded[post[0] : post[1]]):
            break
        elif post is not None:
            # A post alone closes the list of those before it.
            shared = _is_plural(folded[post[0] : post[1]])
            holders = range(since_post if shared else max(len(people) - 1, since_post), len(people))
            _give(people, holders, post)
        elif holders and (held := people[-1].post) is not None and first < last:
            _give(people, holders, (held[0], last))  # a field of work belongs to the post before it
            holders = range(0)
        since_post = since_post if post is None else len(people)
    before = _post_before(folded, people[0].name[0]) if people else None
    return [person._replace(post=person.post or before) for person in people]


def _is_another(folded: str) -> bool:
    """Return whether the words of a post mean somebody who is not named: "a third inspector"."""
    return folded.partition(" ")[0] in lexicon().posts.unnamed and " " in folded


def _give(people: list[InspectorSpan], holders: range, post: tuple[int, int]) -> None:
    for index in holders:
        people[index] = people[index]._replace(post=post)


def _post_before(folded: str, end: int) -> tuple[int, int] | None:
    """Return the post that precedes the names: "His Majesty's Inspectors were …"."""
    before = folded[:end]
    for post in _plural_posts():
        if (at := find_words(before, post)) >= 0:
            return at, at + len(post)
    return None


def _members(text: str, start: int, end: int, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    listed = [line for line in lines if start < line < end]
    is_list = start in lines and len(listed) < _MOST_LINES
    if not (is_list and all(map(is_inspector, _pieces(text, [start, *listed, end])))):
        listed = []
    for first, last in _between(start, end, [(line, line) for line in listed]):
        for span in _between(first, last, _joints(text, first, last)):
            yield from _people_of(text, *strip_span(text, *span))


def _joints(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the joints of a list, except those in brackets: "(HMI, Social Care)"."""
    joints: list[tuple[int, int]] = []
    checked, depth = start, 0
    last = text.rfind(")", start, end)
    for match in _separator().finditer(text, start, end):
        depth += text.count("(", checked, match.start()) - text.count(")", checked, match.start())
        checked = match.start()
        if depth <= 0 or checked > last:
            joints.append(match.span())
    return joints


def _between(start: int, end: int, joints: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in joints:
        yield start, first
        start = last
    yield start, end


def _pieces(text: str, ends: Sequence[int]) -> Iterator[str]:
    return (text[first:last].strip() for first, last in pairwise(ends))


def is_inspector(line: str) -> bool:
    """Return whether a line is an inspector: a name, alone or with a post."""
    name = line.partition(",")[0]
    start, end, _ = _member(name, 0, len(name))
    return start < end and is_bare_name(name[start:end])


def _people_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the people in a member of a list who follow each other without a joint."""
    if end - start <= _LONGEST_PERSON:
        folded = fold_words(text[start:end])
        first = start
        for post in _post_within().finditer(folded):
            following = text[start + post.end() + 1 : end].split(maxsplit=2)[:2]
            names = (text[first : start + post.start()], " ".join(following))
            if all(map(is_bare_name, names)) and _field().match(fold_words(names[1])) is None:
                yield first, start + post.end()
                first = start + post.end() + 1
        start = first
    yield start, end


def _unmarked(folded: str) -> str:
    """Return the words of a member without a full stop and the mark of a footnote at the end."""
    words = folded.rstrip(" .")
    return words if words[-1:].isalpha() else _MARK.sub("", words).rstrip(" .")


def _member(text: str, start: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
    """Return start and end of the name, and the span of the post, of one member of a list."""
    folded = _unmarked(fold_words(text[start:end]))
    posts, opening = _posts(), start
    clause = _clause().match(folded)
    if clause and _is_plural(folded[clause.end() :]):
        return start, start, (start + clause.end(), start + len(folded))
    while folded not in posts and (lead_in := _lead_in(folded, text, start)):
        start += len(lead_in)
        folded = folded[len(lead_in) :]
    bare = _BRACKET.sub("", folded)  # "Her Majesty's Inspector (schools)"
    field = _field().match(bare)
    if field and field.end() == len(bare):
        return start, start, (opening, start + len(folded)) if opening < start else None
    if folded in posts or bare in posts:
        return start, start, (start, start + len(folded))
    for words in dict.fromkeys((folded, bare)):
        if closing := _closing_post(text, start, words):
            at, first, last = closing
            return start, at, (first, last + len(folded) - len(words))
    return _other_member(text, start, folded, bare)


def _other_member(text: str, start: int, folded: str, bare: str) -> tuple[int, int, tuple[int, int] | None]:
    """Return the same for a member whose post is not one of the list."""
    part = text[start : start + len(folded)]
    at = name_end(part)
    if at > 0:  # a post in other words: "A Bee (HMI designate)"
        first = len(part) - len(part[at:].lstrip(f"{JOINTS}("))
        last = len(part.removesuffix(")")) if part[first - 1] == "(" else len(part)
        return start, start + at, (start + first, start + last)
    if not lexicon().posts.inspector_words.isdisjoint(_WORD.findall(folded)[-2:]):
        return start, start, (start, start + len(folded))  # a post alone: "Ofsted Inspector (OI)"
    return start, start + len(_unmarked(bare)), None  # "Ada Bee (education)"


def _closing_post(text: str, start: int, folded: str) -> tuple[int, int, int] | None:
    """Return the end of the name, and start and end of the inspector's post that follows it."""
    if folded.endswith(_closing_posts()):
        for closing in filter(folded.endswith, _closing_posts()):
            at = start + len(folded) - len(closing)
            stop = start + len(_unmarked(folded[: at - start]))
            if is_bare_name(text[start:stop]):
                post = closing.strip(" ()")
                first = at + closing.index(post)
                return stop, first, first + len(post)
    return None


def _lead_in(folded: str, text: str, start: int) -> str:
    """Return the words before a name that a member of a list begins with: a post, a field of work."""
    field = _field().match(folded)
    if field and is_bare_name(text[start + field.end() : start + len(folded)].strip()):
        return folded[: field.end() + 1]
    if not folded.startswith(_lead_ins()):
        return ""
    lead_in = next(filter(folded.startswith, _lead_ins()))
    after = folded[len(lead_in) :]
    return lead_in if text[start + len(lead_in)].isupper() or _field().match(after) else ""
