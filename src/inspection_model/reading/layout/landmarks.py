"""The lines at which the body of a letter begins and ends: the salutation, and the sign-off."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.grammar.courtesies import (
    is_salutation,
    is_sign_off,
    salutation_initials,
    sign_off_initials,
)
from inspection_model.reading.grammar.names import is_name, is_post, name_end
from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.lines import Line

__all__ = [
    "HEAD_LINES",
    "Landmarks",
    "find_landmarks",
    "find_opening",
    "find_salutations",
    "find_sign_offs",
    "opening_words",
    "salutation_of_letter",
]

HEAD_LINES = 200
"""The opening sentence is within this number of lines of the beginning, or of the salutation."""


class Landmarks(NamedTuple):
    """The lines between the head of a letter, its body and its signatures, as indices.

    Attributes:
        salutation: The salutation: of several the last one above the opening sentence, because a
            covering note may precede the letter.
        sign_off: The last sign-off; the number of lines without one.
        signature: The sign-off, or the signatory of a letter without one; the number of lines if the
            letter just ends.
    """

    salutation: int | None
    sign_off: int
    signature: int


@functools.cache
def opening_words() -> str:
    """Return how the opening sentence of a letter begins, folded: "this letter"."""
    openings = lexicon().openings
    return f"{openings.determiner} {openings.document}"


@functools.cache
def _openings() -> tuple[str, ...]:
    """Return the first words of opening sentences, with the verb: "this letter summarises"."""
    openings = lexicon().openings
    return tuple(f"{opening_words()} {verb} " for verb in (*openings.verbs, *openings.accounts))


def find_opening(lines: Sequence[Line], first: int) -> int | None:
    """Return the line from a given one on that begins with the opening sentence."""
    length = len(opening_words())
    for index, line in enumerate(lines[first : first + HEAD_LINES], first):
        if line.text[:length].lower() == opening_words() and f"{line.text} ".lower().startswith(_openings()):
            return index
    return None


def find_landmarks(lines: Sequence[Line]) -> Landmarks:
    """Find the salutation and the sign-off among the lines without page furniture."""
    salutation = salutation_of_letter(lines, find_salutations(lines[:HEAD_LINES]))
    first = 0 if salutation is None else salutation + 1
    initials = sign_off_initials()
    found = (
        index
        for index in range(len(lines) - 1, first - 1, -1)
        if lines[index].text[0] in initials and is_sign_off(lines[index].text)
    )
    sign_off = next(found, len(lines))
    signature = sign_off if sign_off < len(lines) else _signature(lines, first)
    return Landmarks(salutation, sign_off, signature)


def salutation_of_letter(lines: Sequence[Line], salutations: Sequence[int]) -> int | None:
    """Return which salutation is the letter's: the last one above the opening sentence, or else the first."""
    found = [index for index in salutations if index < HEAD_LINES]
    if len(found) < 2:
        return found[0] if found else None
    opening, length = opening_words(), len(opening_words())
    for index in range(found[0], min(len(lines), HEAD_LINES)):
        if lines[index].text[:length].lower() == opening:
            return max(salutation for salutation in found if salutation < index)
    return found[0]


def find_salutations(lines: Sequence[Line]) -> list[int]:
    """Return the indices of the salutations."""
    initials = salutation_initials()  # most lines begin with another letter
    return [i for i, line in enumerate(lines) if line.text[0] in initials and is_salutation(line.text)]


def find_sign_offs(lines: Sequence[Line], first: int) -> list[int]:
    """Return the indices of the sign-offs from a line on."""
    initials = sign_off_initials()
    return [
        index
        for index, line in enumerate(lines[first:], first)
        if line.text[0] in initials and is_sign_off(line.text)
    ]


def _signature(lines: Sequence[Line], first: int) -> int:
    """Return the line of a signatory at the end of a letter without a sign-off."""
    if lines and is_marked(lines[-1].text):
        return len(lines)  # an item, whose words may be those of a post: "- Managers check decisions"
    if len(lines) - first > 1 and is_name(lines[-2].text) and is_post(lines[-1].text):
        return len(lines) - 2
    if len(lines) > first and lines[-1].breaks_before > 1 and name_end(lines[-1].text) >= 0:
        return len(lines) - 1  # name and post on one line
    return len(lines)
