"""Names and posts of people, each on a line or in a list.

name := [ title ] two to six words with a capital, particles between them in lower case
post := words of which one is a word of posts ("Director of Children's Services")
"""

from __future__ import annotations

import functools
import re
import unicodedata
from itertools import islice

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words

__all__ = [
    "JOINTS",
    "has_no_opener",
    "is_bare_name",
    "is_name",
    "is_plural_post",
    "is_post",
    "is_post_opener",
    "is_titled",
    "name_end",
    "opens_post",
    "without_stop",
]

_MOST_NAME_WORDS = 6
# What may occur between the letters of a name: hyphens, apostrophes, a full stop, and the accents of
# letters that are printed in two characters (decomposed Unicode).
_MARKS = dict.fromkeys((*map(ord, "-\u2010\u2011'\u2018\u2019\u00b4`."), *range(0x300, 0x370)))
JOINTS = " ,-\u2013\u2014"
"""The characters between a name and a post on its line."""

_WORDS = re.compile(r"\S+")
_WORD = re.compile(r"[a-z']+")


@functools.cache
def _post_openers() -> frozenset[str]:
    """Return the words that a post may start with."""
    return lexicon().posts.words | lexicon().posts.openers


@functools.cache
def _long_openers() -> tuple[str, ...]:
    """Return the openers of several words: "her majesty's"."""
    return tuple(opener for opener in _post_openers() if " " in opener)


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(opener.partition(" ")[0] for opener in _long_openers())


@functools.cache
def _long_posts() -> tuple[str, ...]:
    """Return the words of posts that are several words: "head of"."""
    return tuple(post for post in lexicon().posts.words if " " in post)


def is_name(text: str) -> bool:
    """Return whether a text can be a person's name: capitals, no digits, no word of a body or post."""
    words = text.replace(",", " ").split()
    if len(words) > _MOST_NAME_WORDS:
        words = _without_decorations(words)
    if words and words[0].lower() in _first_words() and _opens_long(text):
        return False  # "Her Majesty's"
    if words and words[0].rstrip(".").lower() in lexicon().names.titles:
        words = words[1:]
        return 0 < len(words) <= _MOST_NAME_WORDS and all(map(_is_name_word, words))
    if not 2 <= len(words) <= _MOST_NAME_WORDS or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    if not all(map(_is_name_word, words)):
        return False
    folded = [word.lower() for word in words]
    return lexicon().posts.words.isdisjoint(folded) and lexicon().bodies.words.isdisjoint(folded)


def _without_decorations(words: list[str]) -> list[str]:
    """Return the words of a name without the decorations at its end."""
    end = len(words)
    while end and words[end - 1].lower() in lexicon().names.decorations:
        end -= 1
    return words[:end]


def _is_name_word(word: str) -> bool:
    if word in lexicon().names.particles:
        return True
    return word[0].isupper() and (word.isalpha() or _letters(word.translate(_MARKS)).isalpha())


def _letters(word: str) -> str:
    """Return a word without accents that are separate characters (decomposed Unicode)."""
    return word if word.isascii() else "".join(c for c in word if not unicodedata.combining(c))


def _opens_long(text: str) -> bool:
    """Return whether a text starts with an opener of several words."""
    return fold_words(text).startswith(_long_openers())


def is_bare_name(text: str) -> bool:
    """Return whether a text is a name without a word that may open a post, such as "Social Care"."""
    return is_name(text) and has_no_opener(text)


def has_no_opener(text: str) -> bool:
    """Return whether no word of a text may open a post."""
    return lexicon().posts.openers.isdisjoint(text.lower().split())


def is_titled(text: str) -> bool:
    """Return whether a text begins with a person's title."""
    return text.split(maxsplit=1)[0].rstrip(".").lower() in lexicon().names.titles


def is_post(text: str) -> bool:
    """Return whether a text is a post: a word of posts occurs in it."""
    folded = fold_words(text)
    words = _WORD.findall(folded)
    return not lexicon().posts.words.isdisjoint(words) or any(post in folded for post in _long_posts())


def opens_post(text: str) -> bool:
    """Return whether the first word of a text may open a post: "Social Care" / "Inspector"."""
    return fold_words(text).partition(" ")[0] in _post_openers()


def is_plural_post(text: str) -> bool:
    """Return whether a post names several people: "Joint Directors of Children's Services"."""
    return not lexicon().posts.plural_words.isdisjoint(_WORD.findall(fold_words(text)))


def is_post_opener(text: str) -> bool:
    """Return whether every word of a text may open a post: "Interim", "Her Majesty's"."""
    folded = fold_words(text)
    for opener in filter(folded.startswith, _long_openers()):
        folded = folded.removeprefix(opener).lstrip()
    return lexicon().posts.openers.issuperset(folded.split()) and bool(text)


def name_end(text: str) -> int:
    """Return where the name ends at the beginning of a line that continues with the person's post.

    Returns:
        The offset of the space, comma or dash after the name; -1 if the line is not of this form.
    """
    openers, first_words = _post_openers(), _first_words()
    for count, printed in enumerate(text.split(None, _MOST_NAME_WORDS + 2)[2 : _MOST_NAME_WORDS + 2], 2):
        word = printed.strip(",(.").lower()
        if word in openers or word in first_words:
            before, opening = list(islice(_WORDS.finditer(text), count - 1, count + 1))
            if word in openers or _opens_long(text[opening.start() :]):
                name = text[: before.end()].rstrip(JOINTS)
                return len(name) if is_bare_name(name) and is_post(text[before.end() :]) else -1
    return -1


def without_stop(text: str) -> str:
    """Return a name or a post without the full stop after it; that of an initial or of "Jr." stays."""
    last = text.rpartition(" ")[2].rstrip(".")
    is_short = len(last) == 1 or "." in last or last.lower() in lexicon().names.suffixes
    return text if is_short else text.rstrip(" .")
