"""A line in a block of people: a name, a post, a body or an address.

    name line := name [ footnote mark ] [ "(" role ")" ] [ footnote mark ] [ joint post ]

A footnote mark and a role in brackets do not belong to a name. They are replaced by spaces, so that the
offsets of everything else stay valid.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import final

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words
from inspection_model.reading.grammar.bodies import body_words
from inspection_model.reading.grammar.names import (
    JOINTS,
    has_no_opener,
    is_bare_name,
    is_name,
    is_post,
    is_post_opener,
    is_titled,
    name_end,
)

__all__ = ["PersonLine", "is_and"]

# A raised digit or another mark, a digit in brackets, or a digit that is glued to a word in lower case.
_FOOTNOTE = re.compile(
    r" ?[*\u2020\u2021\u00a7\u00b2\u00b3\u00b9\u2070-\u2079]{1,3}(?=[ ,;.]|\Z)"
    r"| ?(?:\[[0-9]{1,2}\]|\([0-9]{1,2}\))(?=[ ,;.]|\Z)"
    r"|(?<=[^\W\d_A-Z]{2})[0-9]{1,2}(?=[ ,;.]|\Z)"
)
# A sign that each of these has.
_MARKS = frozenset("0123456789*\u2020\u2021\u00a7\u00b2\u00b3\u00b9") | set(map(chr, range(0x2070, 0x207A)))
_BRACKETS = re.compile(r"\([^()\[\]]{1,60}\)|\[[^()\[\]]{1,60}\]")


# A line that is wrapped is longer.
_LONG_LINE = 60


@functools.cache
def _unfinished() -> tuple[str, ...]:
    return (*(f" {word}" for word in lexicon().posts.unfinished), "/")


@functools.cache
def _places() -> frozenset[str]:
    """Return the words of buildings and streets that are not surnames."""
    bodies = lexicon().bodies
    return (bodies.buildings | bodies.streets) - bodies.surnames


@functools.cache
def _continuing() -> tuple[str, ...]:
    return (*(f"{word} " for word in lexicon().posts.continuing), "(")


@final
class PersonLine:
    """What a line in a block of people can be.

    Attributes:
        text: The line, with spaces over footnote marks and over a role in brackets after a name.
        folded: This text, folded by `fold_words`.
        marks: Start and end of each footnote mark.
        role: Start and end of the brackets with a role after a name: "Ada Bee (Lead Inspector)".
    """

    __slots__ = ("_is_name", "_is_post", "_name_end", "_words", "folded", "marks", "role", "text")

    def __init__(self, text: str) -> None:
        marks = [match.span() for match in _FOOTNOTE.finditer(text)] if not _MARKS.isdisjoint(text) else []
        plain = _FOOTNOTE.sub(_spaces, text) if marks else text
        role = _role_span(plain)
        spans = marks if role is None else [*marks, role]
        if spans:
            plain = _without(plain, spans)
            end = name_end(plain)
            start = end + len(plain[end:]) - len(plain[end:].lstrip(JOINTS)) if end >= 0 else end
            # Only what follows a name or the line is left out, not what is within.
            spans = [span for span in spans if span[0] >= len(plain) or end <= span[0] < start]
        self.marks: list[tuple[int, int]] = [span for span in spans if span != role]
        self.role: tuple[int, int] | None = role if role in spans else None
        self.text: str = _without(text, spans)
        self.folded: str = fold_words(self.text)
        # Asked for several times: found once.
        self._words: list[str] | None = None
        self._name_end: int | None = None
        self._is_name: bool | None = None
        self._is_post: bool | None = None

    @property
    def words(self) -> list[str]:
        """The folded words, without commas and without the full stop at the end."""
        if self._words is None:
            self._words = self.folded.rstrip(" .;:").replace(",", " ").split()
        return self._words

    @property
    def key(self) -> str:
        """The words by which two lines are the same, whatever the commas and stops at their ends."""
        return " ".join(self.words)

    @property
    def name_end(self) -> int:
        """Where the name ends on a line with name and post, otherwise -1 (`names.name_end`)."""
        if self._name_end is None:
            self._name_end = name_end(self.text)
        return self._name_end

    @property
    def is_name(self) -> bool:
        """Whether it can be a person's name."""
        if self._is_name is None:
            self._is_name = is_name(self.text)
        return self._is_name

    @property
    def is_post(self) -> bool:
        """Whether it is a post."""
        if self._is_post is None:
            self._is_post = is_post(self.text)
        return self._is_post

    @property
    def is_titled(self) -> bool:
        """Whether it begins with a person's title."""
        return is_titled(self.text)

    @property
    def is_person(self) -> bool:
        """Whether it is a name and cannot be that of a street: "Ann Hill", but not "Hill Street"."""
        return self.is_name and (
            self.is_titled or (has_no_opener(self.text) and _places().isdisjoint(self.words))
        )

    @property
    def is_place(self) -> bool:
        """Whether it has the word of a building or a street."""
        bodies = lexicon().bodies
        return not (bodies.buildings | bodies.streets).isdisjoint(self.words)

    @property
    def is_stray(self) -> bool:
        """Whether it has single letters only, which extraction has left of something else; no initials."""
        if self.text[:1].isalpha() and self.text[1:2].isalpha():
            return False  # most lines
        words = self.text.split()
        are_letters = all(len(word) == 1 and word.isalpha() for word in words)
        return are_letters and (len(words) == 1 or not self.text.isupper())

    @property
    def is_in_brackets(self) -> bool:
        """Whether all of it is in brackets."""
        return _BRACKETS.fullmatch(self.text) is not None

    @property
    def is_and(self) -> bool:
        """Whether it is an "and" between two people."""
        return self.folded in lexicon().names.joints

    @property
    def has_words(self) -> bool:
        """Whether it has a letter or a digit."""
        return self.text[:1].isalnum() or any(map(str.isalnum, self.text))

    @property
    def begins_post(self) -> bool:
        """Whether it is a post, or the first words of one."""
        return self.is_post or is_post_opener(self.text)

    @property
    def names_body(self) -> bool:
        """Whether a word of a body occurs in it."""
        return not body_words().isdisjoint(self.words)

    @property
    def _opens_with_post(self) -> bool:
        """Whether it is a post, perhaps of a body: "Leader of Anyplace Trust", but not "Executive Board"."""
        words = self.words
        body = next((index for index, word in enumerate(words) if word in body_words()), len(words))
        return is_post(" ".join(words[:body]))

    def is_body(self, authority: str | None) -> bool:
        """Return whether it is the name of a body, such as the authority."""
        bodies = lexicon().bodies
        is_body = not bodies.words.isdisjoint(self.words) and self.words[-1] not in bodies.buildings
        is_body = is_body or " ".join(self.words).endswith(bodies.companies)
        words = self.folded.rstrip(",. ")
        return is_body or (authority is not None and find_words(fold_words(authority), words) >= 0)

    def names_next(self, *, together: bool) -> bool:
        """Return whether it names the next person with a post, directly below: "Mr A Bee, Director".

        Args:
            together: Whether the previous person is on one line, too; otherwise a title or a comma is
                needed, because a post may look like both ("Public Health Director").
        """
        end = self.name_end
        return end >= 0 and (together or self.text[end:].lstrip().startswith(",") or self.is_titled)

    def has_post_before(self, following: PersonLine) -> bool:
        """Return whether it is a name with a post, and what follows an "and" is the next one.

        Without a title, that is certain of inspectors only: "Ada Bee, Director and Public Health Lead".
        """
        if self.name_end < 0 or following.name_end < 0:
            return False
        return following.is_titled or not lexicon().posts.inspector_words.isdisjoint(self.words)

    def continues_post(self, before: str, *, together: bool) -> bool:
        """Return whether it continues the post on the line before: unfinished, or by another post."""
        if len(before) > _LONG_LINE and not self.names_body and self.is_body(None):
            return True  # a wrapped line with words that posts and bodies have: "Medical Services"
        before = fold_words(before)
        is_continuing = self.folded.startswith(_continuing()) or self.is_and
        if before.endswith(",") and not is_continuing:
            return not self.names_body and not self.names_next(together=False)
        if f" {before}".endswith(_unfinished()) or is_continuing or self.text[0].islower():
            return True
        return self._opens_with_post and not self.names_next(together=together)

    def completes_post(self, before: str, following: PersonLine | None) -> bool:
        """Return whether it can only be the rest of a post: after words that open one, or above the body.

        An address does not precede the body's name, except a building or a street.
        """
        lexicon_ = lexicon()
        if self.names_body or self.is_titled or self.is_place or any(map(str.isdigit, self.text)):
            return False
        is_named = self.is_name and following is not None and following.is_post
        if is_named or self.name_end >= 0:
            return False  # the next person
        # "Her Majesty's Inspector" is complete; "Executive Director" is not.
        openers = fold_words(before).split()[:-1]
        is_bare = is_post_opener(before) or (bool(openers) and lexicon_.posts.openers.issuperset(openers))
        return is_bare or (following is not None and following.is_body(None))


def is_and(text: str) -> bool:
    """Return whether a line is an "and" between two people."""
    return text[:3].lower().startswith(lexicon().names.joints) and PersonLine(text).is_and


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with spaces in the place of some spans, and without those at its end."""
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        parts += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*parts, text[position:]]).rstrip() if spans else text


def _spaces(match: re.Match[str]) -> str:
    """Return as many spaces as a match has characters."""
    return " " * len(match.group())


def _role_span(text: str) -> tuple[int, int] | None:
    """Return start and end of the brackets with a role after the name at the beginning of a line."""
    match = _BRACKETS.search(text)
    if match is None or not is_bare_name(text[: match.start()].rstrip(JOINTS)):
        return None
    inside = match.group()[1:-1].rstrip(".").lower()
    return None if inside in lexicon().names.titles else match.span()
