"""Lists of inspectors in a sentence.

    inspectors := [ lead-in ] person { ("," | ";" | "and" | "&" | "with") person }
    person     := [ lead-in ] name [ "(" words ")" ] { [","] post [ "(" words ")" ] }

A post after several names belongs to all of them: "A and B, Her Majesty's Inspectors". One that
precedes the list belongs to those who have none of their own: "His Majesty's Inspectors were A and B".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words, strip_span
from inspection_model.reading.grammar.names import is_bare_name, is_name, name_end

__all__ = ["InspectorSpan", "inspector_spans"]

_BRACKET = re.compile(r" \([^()]{1,60}\)\Z")
# A lead-in, a name of six words and a post together.
_LONGEST_PERSON = 200

_WORD = re.compile(r"[a-z']+")
# A post in a clause of its own, after the names of those who have it.
_CLAUSE = re.compile(r"(?:all|both) of whom (?:are|were) |who (?:are|were) (?:all |both )?")


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
    words = "|".join(map(re.escape, lexicon().names.separators))
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


def inspector_spans(sentence: str, folded: str, start: int, end: int) -> list[InspectorSpan]:
    """Return the inspectors of a list, up to the first member that is not a person.

    Args:
        sentence: The sentence, white space folded.
        folded: The same, folded by `fold_words`.
        start: Where the list starts.
        end: Where it ends.
    """
    people: list[InspectorSpan] = []
    since_post = 0  # the first person who has no post yet
    for first, last in _members(sentence, start, end):
        if last - first > _LONGEST_PERSON:
            break
        name_start, name_stop, post = _member(sentence, first, last)
        if name_start < name_stop:
            if not is_name(sentence[name_start:name_stop]):
                break
            people.append(InspectorSpan((name_start, name_stop), post))
            if post is not None:
                since_post = len(people)
        elif post is not None:
            # A post alone closes the list of those before it.
            shared = _is_plural(folded[post[0] : post[1]])
            for index in range(since_post if shared else max(len(people) - 1, since_post), len(people)):
                people[index] = people[index]._replace(post=post)
            since_post = len(people)
    before = _post_before(folded, people[0].name[0]) if people else None
    return [person._replace(post=person.post or before) for person in people]


def _post_before(folded: str, end: int) -> tuple[int, int] | None:
    """Return the post that precedes the names: "His Majesty's Inspectors were …"."""
    before = folded[:end]
    for post in _plural_posts():
        if (at := find_words(before, post)) >= 0:
            return at, at + len(post)
    return None


def _members(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _separator().finditer(text, start, end):
        yield strip_span(text, start, match.start())
        start = match.end()
    yield strip_span(text, start, end)


def _member(text: str, start: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
    """Return start and end of the name, and the span of the post, of one member of a list."""
    folded = fold_words(text[start:end]).rstrip(" .")
    posts = _posts()
    clause = _CLAUSE.match(folded)
    if clause and _is_plural(folded[clause.end() :]):
        return start, start, (start + clause.end(), start + len(folded))
    while folded not in posts and (lead_in := _lead_in(folded)) and text[start + len(lead_in)].isupper():
        start += len(lead_in)
        folded = folded[len(lead_in) :]
    bare = _BRACKET.sub("", folded)  # "Her Majesty's Inspector (schools)"
    if folded in posts or bare in posts:
        return start, start, (start, start + len(folded))
    for words in dict.fromkeys((folded, bare)):
        if closing := _closing_post(text, start, words):
            at, first, last = closing
            return start, at, (first, last + len(folded) - len(words))
    part = text[start : start + len(folded)]
    at = name_end(part)
    if at > 0:  # a post in other words: "A Bee (HMI designate)"
        first = len(part) - len(part[at:].lstrip(" ,("))
        last = len(part.removesuffix(")")) if part[first - 1] == "(" else len(part)
        return start, start + at, (start + first, start + last)
    if not lexicon().posts.inspector_words.isdisjoint(_WORD.findall(folded)[-2:]):
        return start, start, (start, start + len(folded))  # a post alone: "Ofsted Inspector (OI)"
    return start, start + len(bare) if bare != folded else end, None  # "Ada Bee (education)"


def _closing_post(text: str, start: int, folded: str) -> tuple[int, int, int] | None:
    """Return the end of the name, and start and end of the inspector's post that follows it."""
    if folded.endswith(_closing_posts()):
        for closing in filter(folded.endswith, _closing_posts()):
            at = start + len(folded) - len(closing)
            if is_bare_name(text[start:at]):
                post = closing.strip(" ()")
                first = at + closing.index(post)
                return at, first, first + len(post)
    return None


def _lead_in(folded: str) -> str:
    """Return the words before a name that a member of a list begins with."""
    lead_ins = _lead_ins()
    return next(filter(folded.startswith, lead_ins)) if folded.startswith(lead_ins) else ""
