"""Names of bodies, such as councils and trusts, in a line or a sentence."""

from __future__ import annotations

import functools
import re

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words, strip_span
from inspection_model.reading.grammar.names import JOINTS, is_post

__all__ = ["authority_span", "body_words", "organisation_span", "post_and_organisation"]

_WORD = re.compile(r"[^ ]+")


@functools.cache
def body_words() -> frozenset[str]:
    """Return the words of bodies that are not words of posts: "Children's Services" is part of many."""
    return lexicon().bodies.words - lexicon().bodies.post_words


@functools.cache
def _before_body() -> tuple[str, ...]:
    return tuple(f" {word}" for word in lexicon().posts.before_body)


def authority_span(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of an authority's name without an article, "local authority" or a possessive."""
    for article in lexicon().bodies.articles:
        if folded.startswith(article, start):
            start = min(start + len(article), end)
    words = folded[start:end]
    for ending in lexicon().bodies.endings:
        words = words.removesuffix(ending)
    return strip_span(folded, start, start + len(words))


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
    at = find_words(folded, name, start + 1)
    if at < 0:
        return None
    end = at + len(name)
    bodies = lexicon().bodies
    while (following := _WORD.match(folded, end + 1)) and following.group().rstrip(",") in bodies.words:
        end += 1 + len(following.group().rstrip(","))
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
    """Return the end of a post, and start and end of the body that follows it at the end of a line."""
    span = organisation_span(text, 0, authority)
    if span is None:
        return None
    end = len(text[: span[0]].rstrip(JOINTS))
    if not is_post(text[:end]) or text[span[1] :].strip(JOINTS):
        return None
    return end, *span
