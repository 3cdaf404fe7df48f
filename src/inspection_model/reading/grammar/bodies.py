"""Names of bodies, such as councils and trusts, in a line or a sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words, strip_span
from inspection_model.reading.grammar.names import JOINTS, is_post

__all__ = ["authority_span", "body_words", "organisation_span", "post_and_organisation"]

_WORD = re.compile(r"[^ ]+")
# What separates a post from a body on its line.
_JOINT = re.compile(r"(?:,| [-\u2013\u2014]) +")


@functools.cache
def body_words() -> frozenset[str]:
    """Return the words of bodies that are not words of posts: "Children's Services" is part of many."""
    return lexicon().bodies.words - lexicon().bodies.post_words


@functools.cache
def _before_body() -> tuple[str, ...]:
    return tuple(f" {word}" for word in lexicon().posts.before_body)


def authority_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of an authority's name within the words that a phrase takes for it.

    A name has capitals. Left out are an article, "local authority", a possessive, and whatever is
    around the name: "the fostering service of Anyplace", "Anyplace, which took place".

    Args:
        text: The sentence as printed.
        start: Where the words start.
        end: Where they end.

    Returns:
        Start and end of the name; an empty span without a name.
    """
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    words = [fold_words(text[slice(*span)]) for span in spans]
    first = last = next((i for i, (at, _) in enumerate(spans) if text[at].isupper()), len(words))
    while last < len(words) and (text[spans[last][0]].isupper() or _may_continue_name(words[last])):
        last += 1
        is_capital = last < len(words) and text[spans[last][0]].isupper()
        if (words[last - 1].endswith(",") and not is_capital) or _is_possessive(words[last - 1]):
            break
    while first and words[first - 1] in _before_name():
        first -= 1
    bodies = lexicon().bodies
    while first < last and words[first] in bodies.links:
        first += 1
    while first < last and words[last - 1] in bodies.name_links:
        last -= 1
    if first >= last:
        return start, start
    start, end = spans[first][0], spans[last - 1][1]
    name = fold_words(text[start:end]).rstrip(" ,;.")
    for ending in bodies.endings:
        name = name.removesuffix(ending)
    return strip_span(text, start, start + len(name))


@functools.cache
def _before_name() -> frozenset[str]:
    """Return the words without a capital that may open an authority's name: "borough of"."""
    bodies = lexicon().bodies
    return (bodies.words | bodies.openers | bodies.links) - bodies.general


def _may_continue_name(word: str) -> bool:
    bodies = lexicon().bodies
    word = word.rstrip(",")
    return word in bodies.name_links or word.removesuffix("'s") in bodies.words


def _is_possessive(word: str) -> bool:
    return word.endswith("'s") and word not in lexicon().bodies.possessives


def _occurrences(folded: str, name: str, start: int) -> Iterator[int]:
    """Yield where a name occurs, except in that of a street or a building: "Anyplace House"."""
    bodies = lexicon().bodies
    places = bodies.streets | bodies.buildings if bodies.words.isdisjoint(name.split()) else frozenset[str]()
    while (at := find_words(folded, name, start)) >= 0:
        following = _WORD.match(folded, at + len(name) + 1)
        if following is None or following.group().rstrip(",") not in places:
            yield at
        start = at + len(name)


def _body_end(folded: str, start: int) -> int:
    """Return where a body's name ends that begins with the authority's, which ends at an offset."""
    bodies = lexicon().bodies
    found = end = start
    while folded[end - 1] != "," and (following := _WORD.match(folded, end + 1)):
        word, end = following.group().rstrip(","), following.end()
        if word in bodies.words or folded.endswith(bodies.companies, start, following.start() + len(word)):
            found = following.start() + len(word)
        elif found > start or word not in bodies.inner:
            break
    return found


def organisation_span(text: str, start: int, authority: str | None) -> tuple[int, int] | None:
    """Return the span of the authority's name, with the words of a body around it, after a post.

    Args:
        text: The line.
        start: Where the post starts.
        authority: The name of the authority, if it is known.
    """
    if authority is None:
        return None
    folded, name = fold_words(text), fold_words(authority)
    at = next(_occurrences(folded, name, start + 1), -1)
    if at < 0:
        return None
    end = _body_end(folded, at + len(name))
    bodies = lexicon().bodies
    # "London Borough of …": the words before the name, if a word of a body is among them.
    opening = at
    for word in reversed(folded[start:at].split()):
        if word not in body_words() and word not in bodies.openers and word not in bodies.links:
            break
        opening -= len(word) + 1
        if word not in bodies.links:
            at = opening
    # "Director of Services for …" is a post.
    before = folded[start:at].rstrip().removesuffix(" the")
    return None if before.endswith(_before_body()) else (at, end)


def post_and_organisation(text: str, authority: str | None) -> tuple[int, int, int] | None:
    """Return the end of a post, and start and end of the body that follows it at the end of a line.

    The body is the authority, or whatever follows the last comma or dash and ends like the name of a
    body: "Chief Executive, Anyplace Children's Trust".
    """
    span = organisation_span(text, 0, authority)
    if span is None or text[span[1] :].strip(JOINTS):
        span = _last_body(text)
    if span is None:
        return None
    end = len(text[: span[0]].rstrip(JOINTS))
    return (end, *span) if is_post(text[:end]) else None


def _last_body(text: str) -> tuple[int, int] | None:
    """Return the span of what follows the last comma or dash, if it ends like the name of a body."""
    stop = len(text.rstrip(JOINTS))
    joints = [match.end() for match in _JOINT.finditer(text, 0, stop)]
    words = fold_words(text[joints[-1] : stop]).split() if joints else []
    while words and words[-1] in lexicon().bodies.company_words and len(words) > 1:
        words.pop()
    if not words or is_post(" ".join(words)) or not text[joints[-1]].isupper():
        return None
    is_body = words[-1] in lexicon().bodies.closing or " ".join(words).endswith(lexicon().bodies.companies)
    return (joints[-1], stop) if is_body else None
