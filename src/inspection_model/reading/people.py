"""People in letters: lists of inspectors in a sentence, names and posts in an address block.

    inspectors := [ lead-in ] person { ("," | ";" | "and" | "&" | "with") person }
    person     := [ lead-in ] name [ "(" words ")" ] { [","] post [ "(" words ")" ] }
    name       := two to six words with a capital, particles between them in lower case

A post after several names belongs to all of them: "A and B, Her Majesty's Inspectors". One that stands
before the list belongs to those who have none of their own: "His Majesty's Inspectors were A and B".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from inspection_model.frameworks.phrase import find_words, fold_words, strip_span
from inspection_model.frameworks.wording import shared_wording

__all__ = [
    "JOINTS",
    "Span",
    "inspector_spans",
    "is_name",
    "is_post",
    "is_titled",
    "name_end",
    "opens_post",
    "post_before",
]

_SEPARATOR = re.compile(
    r"(?: and | & |, & |,? (?:with|accompanied by|assisted by|joined by|supported by) "
    r"|, (?:and )?|; (?:and )?)"
)
_BRACKET = re.compile(r" \([^()]{1,60}\)\Z")
_PARTICLES = frozenset(
    {"de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "al", "ap", "el", "of"}
)
_MOST_NAME_WORDS = 6
# What may stand between the letters of a name.
_MARKS = dict.fromkeys(map(ord, "-'\u2019."))
# A lead-in, a name of six words and a post together.
_LONGEST_PERSON = 200
JOINTS = " ,-\u2013\u2014"
"""What parts a name from a post on its line."""

_WORDS = re.compile(r"\S+")
_WORD = re.compile(r"[a-z']+")
# A post in a clause of its own, after the names of those who have it.
_CLAUSE = re.compile(r"(?:all|both) of whom (?:are|were) |who (?:are|were) (?:all |both )?")
_INSPECTOR = frozenset({"inspector", "inspectors", "hmi", "hmis"})
_PLURAL = frozenset({"inspectors", "hmis"})


class Span(NamedTuple):
    """A person in a sentence.

    Attributes:
        name: Start and end of the name.
        post: Start and end of the post, if one is printed.
    """

    name: tuple[int, int]
    post: tuple[int, int] | None


@functools.cache
def _inspector_posts() -> frozenset[str]:
    return frozenset(map(fold_words, shared_wording().inspector_posts))


@functools.cache
def _closing_posts() -> tuple[str, ...]:
    """Give the posts of inspectors as they stand behind a name: after a space, or in brackets."""
    posts = sorted(_inspector_posts(), key=lambda post: (-len(post), post))
    return tuple(closing for post in posts for closing in (f" {post}", f" ({post})"))


@functools.cache
def _plural_posts() -> tuple[str, ...]:
    """Give the posts of several inspectors, the longest first."""
    posts = (post for post in _inspector_posts() if not _PLURAL.isdisjoint(_WORD.findall(post)))
    return tuple(sorted(posts, key=lambda post: (-len(post), post)))


@functools.cache
def _post_openers() -> frozenset[str]:
    """Give the words that a post may start with."""
    return shared_wording().posts | shared_wording().post_openers


@functools.cache
def _long_openers() -> tuple[str, ...]:
    """Give the words of several that a post may start with: "her majesty's"."""
    return tuple(opener for opener in _post_openers() if " " in opener)


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(opener.partition(" ")[0] for opener in _long_openers())


def _opens_long(text: str) -> bool:
    """Whether a text starts with several words that a post may start with."""
    return fold_words(text).startswith(_long_openers())


@functools.cache
def _long_posts() -> tuple[str, ...]:
    """Give the posts of several words."""
    return tuple(post for post in shared_wording().posts if " " in post)


@functools.cache
def _inspector_lead_ins() -> tuple[str, ...]:
    words = (f"{fold_words(words)} " for words in (*shared_wording().inspector_lead_ins, "two of"))
    return tuple(sorted(words, key=len, reverse=True))


# A line is asked for itself, as the one below another and as the one above: its answers are kept that long.
_remembered = functools.lru_cache(maxsize=64)


@_remembered
def is_name(text: str) -> bool:
    """Whether a text can be a person's name: words with capitals, no digits, no word of a body or post."""
    words = text.replace(",", " ").split()
    wording = shared_wording()
    if words and words[0].lower() in _first_words() and _opens_long(text):
        return False  # "Her Majesty's"
    if words and words[0].rstrip(".").lower() in wording.titles:
        words = words[1:]
        if words and len(words) <= _MOST_NAME_WORDS:
            return all(_is_name_word(word) for word in words)
        return False
    if not 2 <= len(words) <= _MOST_NAME_WORDS or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    if not all(map(_is_name_word, words)):
        return False
    folded = [word.lower() for word in words]
    return wording.posts.isdisjoint(folded) and wording.bodies.isdisjoint(folded)


def _is_name_word(word: str) -> bool:
    if word in _PARTICLES:
        return True
    return word[0].isupper() and (word.isalpha() or word.translate(_MARKS).isalpha())


@_remembered
def is_post(text: str) -> bool:
    """Whether a text is a post: a word of posts stands in it."""
    folded = fold_words(text)
    words = _WORD.findall(folded)
    return not shared_wording().posts.isdisjoint(words) or any(post in folded for post in _long_posts())


def opens_post(text: str) -> bool:
    """Whether a text is nothing but words that a post may open with: "Interim", "Her Majesty's"."""
    folded = fold_words(text)
    for opener in filter(folded.startswith, _long_openers()):
        folded = folded.removeprefix(opener).lstrip()
    return shared_wording().post_openers.issuperset(folded.split()) and bool(text)


def is_titled(text: str) -> bool:
    """Whether a text opens with a person's title."""
    return text.split(maxsplit=1)[0].rstrip(".").lower() in shared_wording().titles


@_remembered
def name_end(text: str) -> int:
    """Say where the name ends that a line opens with, when its post follows on the same line.

    Returns:
        The offset of the space, comma or dash after the name; -1 when the line is not of this form.
    """
    openers, first_words = _post_openers(), _first_words()
    for count, printed in enumerate(text.split(None, _MOST_NAME_WORDS + 2)[2 : _MOST_NAME_WORDS + 2], 2):
        word = printed.strip(",(").lower()
        if word in openers or word in first_words:
            before, opening = list(islice(_WORDS.finditer(text), count - 1, count + 1))
            if word in openers or _opens_long(text[opening.start() :]):
                name = text[: before.end()].rstrip(JOINTS)
                return len(name) if _is_bare_name(name) and is_post(text[before.end() :]) else -1
    return -1


def inspector_spans(text: str) -> list[Span]:
    """Find the people of a list of inspectors.

    Args:
        text: The words of the list, white space folded.
    """
    people: list[Span] = []
    since_post = 0  # the first person who has no post yet
    for start, end in _tokens(text):
        if end - start > _LONGEST_PERSON:
            break
        name_start, name_stop, post = _person(text, start, end)
        if name_start < name_stop:
            if not is_name(text[name_start:name_stop]):
                break
            people.append(Span((name_start, name_stop), post))
            if post is not None:
                since_post = len(people)
        elif post is not None:
            # One post closes the list of those before it.
            shared = not _PLURAL.isdisjoint(_WORD.findall(text[post[0] : post[1]].lower()))
            first = since_post if shared else max(len(people) - 1, since_post)
            for index in range(first, len(people)):
                people[index] = people[index]._replace(post=post)
            since_post = len(people)
    return people


def post_before(folded: str, end: int) -> tuple[int, int] | None:
    """Find the inspectors' post that stands before their names: "His Majesty's Inspectors were …".

    Args:
        folded: The sentence, folded by `fold_words`.
        end: Where the first name starts.
    """
    before = folded[:end]
    for post in _plural_posts():
        if (at := find_words(before, post)) >= 0:
            return at, at + len(post)
    return None


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SEPARATOR.finditer(text):
        yield strip_span(text, start, match.start())
        start = match.end()
    yield strip_span(text, start, len(text))


def _person(text: str, start: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
    """Give start and end of the name and the post of one member of a list."""
    folded = fold_words(text[start:end]).rstrip(" .")
    posts = _inspector_posts()
    clause = _CLAUSE.match(folded)
    if clause and not _PLURAL.isdisjoint(_WORD.findall(folded, clause.end())):
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
    if at > 0:  # a post of other words: "A Bee (HMI designate)"
        first = len(part) - len(part[at:].lstrip(" ,("))
        last = len(part.removesuffix(")")) if part[first - 1] == "(" else len(part)
        return start, start + at, (start + first, start + last)
    if not _INSPECTOR.isdisjoint(_WORD.findall(folded)[-2:]):
        return start, start, (start, start + len(folded))  # a post alone: "Ofsted Inspector (OI)"
    return start, start + len(bare) if bare != folded else end, None  # "Ada Bee (education)"


def _closing_post(text: str, start: int, folded: str) -> tuple[int, int, int] | None:
    """Find the inspectors' post behind a name; give the name's end and the post's start and end."""
    if folded.endswith(_closing_posts()):
        for closing in filter(folded.endswith, _closing_posts()):
            at = start + len(folded) - len(closing)
            if _is_bare_name(text[start:at]):
                post = closing.strip(" ()")
                first = at + closing.index(post)
                return at, first, first + len(post)
    return None


def _is_bare_name(text: str) -> bool:
    """Whether a text is a name, and not the first words of a post: "Social Care"."""
    return is_name(text) and shared_wording().post_openers.isdisjoint(text.lower().split())


def _lead_in(folded: str) -> str:
    """Give the words before a name that a member of a list opens with."""
    lead_ins = _inspector_lead_ins()
    return next(filter(folded.startswith, lead_ins)) if folded.startswith(lead_ins) else ""
