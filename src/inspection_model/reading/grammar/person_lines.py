"""A line in a block of people: a name, a post, a body or an address."""

from __future__ import annotations

import functools
from typing import final

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.bodies import body_words
from inspection_model.reading.grammar.names import (
    is_name,
    is_post,
    is_post_opener,
    is_titled,
    name_end,
)

__all__ = ["PersonLine"]


@functools.cache
def _unfinished() -> tuple[str, ...]:
    return (*(f" {word}" for word in lexicon().posts.unfinished), "/")


@functools.cache
def _continuing() -> tuple[str, ...]:
    return (*(f"{word} " for word in lexicon().posts.continuing), "(")


@final
class PersonLine:
    """What a line in a block of people can be.

    Attributes:
        text: The line.
        folded: The line, folded by `fold_words`.
    """

    __slots__ = ("folded", "text")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.folded: str = fold_words(text)

    @property
    def words(self) -> list[str]:
        """The folded words, without commas."""
        return self.folded.replace(",", " ").split()

    @property
    def name_end(self) -> int:
        """Where the name ends on a line with name and post, otherwise -1 (`names.name_end`)."""
        return name_end(self.text)

    @property
    def is_name(self) -> bool:
        """Whether it can be a person's name."""
        return is_name(self.text)

    @property
    def is_post(self) -> bool:
        """Whether it is a post."""
        return is_post(self.text)

    @property
    def is_titled(self) -> bool:
        """Whether it begins with a person's title."""
        return is_titled(self.text)

    @property
    def is_and(self) -> bool:
        """Whether it is an "and" between two people."""
        return self.folded in ("and", "&")

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

    def is_body(self, authority: str | None) -> bool:
        """Return whether it is the name of a body, such as the authority."""
        bodies = lexicon().bodies
        is_body = not bodies.words.isdisjoint(self.words) and self.words[-1] not in bodies.buildings
        return is_body or (authority is not None and self.folded.rstrip(", ") in fold_words(authority))

    def names_next(self, *, together: bool) -> bool:
        """Return whether it names the next person with a post, directly below: "Mr A Bee, Director".

        Args:
            together: Whether the previous person is on one line, too; otherwise a title or a comma is
                needed, because a post may look like both ("Public Health Director").
        """
        end = self.name_end
        return end >= 0 and (together or self.text[end] == "," or self.is_titled)

    def continues_post(self, before: str, *, together: bool) -> bool:
        """Return whether it continues the post on the line before: unfinished, or by another post."""
        before = fold_words(before)
        if before.endswith(","):
            return not self.names_body and not self.names_next(together=False)
        if before.endswith(_unfinished()) or self.folded.startswith(_continuing()) or self.text[0].islower():
            return True
        return self.is_post and not self.names_body and not self.names_next(together=together)

    def completes_post(self, before: str, following: PersonLine | None) -> bool:
        """Return whether it can only be the rest of a post: after words that open one, or above the body.

        An address does not precede the body's name, except a building or a street.
        """
        lexicon_ = lexicon()
        if self.names_body or self.is_titled or any(map(str.isdigit, self.text)):
            return False
        is_named = self.is_name and following is not None and following.is_post
        if is_named or self.name_end >= 0:
            return False  # the next person
        if not (lexicon_.bodies.buildings | lexicon_.bodies.streets).isdisjoint(self.words):
            return False
        # "Her Majesty's Inspector" is complete; "Executive Director" is not.
        openers = fold_words(before).split()[:-1]
        is_bare = is_post_opener(before) or (bool(openers) and lexicon_.posts.openers.issuperset(openers))
        return is_bare or (following is not None and following.is_body(None))
