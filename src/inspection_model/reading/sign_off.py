"""The sign-off of a letter: "Yours sincerely", misspelt or not."""

from __future__ import annotations

import functools
from collections.abc import Sequence, Set

from inspection_model.frameworks.phrase import fold_words
from inspection_model.frameworks.wording import shared_wording
from inspection_model.reading.lines import Line
from inspection_model.reading.people import is_name, is_post, name_end

__all__ = ["is_sign_off", "sign_off_line"]

_MOST_WORDS = 3
_BEGINNING = 4


def sign_off_line(lines: Sequence[Line], skipped: Set[int], first: int) -> int:
    """Find the line of the sign-off, or the signatory's where there is none.

    Args:
        lines: The lines of the letter.
        skipped: The indices of those that are the page's.
        first: The first line of the body.

    Returns:
        The index of the line; the number of lines when the letter just ends.
    """
    for index in range(len(lines) - 1, first, -1):
        if is_sign_off(lines[index].text):
            return index
    rest = [index for index in range(first, len(lines)) if index not in skipped]
    if len(rest) > 1 and is_name(lines[rest[-2]].text) and is_post(lines[rest[-1]].text):
        return rest[-2]
    if rest and lines[rest[-1]].gap > 1 and name_end(lines[rest[-1]].text) >= 0:
        return rest[-1]  # name and post on one line
    return len(lines)


def is_sign_off(text: str) -> bool:
    """Whether a line is a sign-off, misspelt or not: "Your sincerley,"."""
    beginnings = _sign_offs()
    if not text[:_BEGINNING].lower().startswith(tuple(beginnings)):
        return False
    words = fold_words(text).split()
    return 1 < len(words) <= _MOST_WORDS and words[1].startswith(beginnings[words[0][:_BEGINNING]])


@functools.cache
def _sign_offs() -> dict[str, tuple[str, ...]]:
    """Give how the sign-offs begin, and how their second words do.

    The beginnings have survived every misspelling of the published letters.
    """
    beginnings: dict[str, tuple[str, ...]] = {}
    for known in shared_wording().sign_offs:
        first, _, second = known.lower().partition(" ")
        others = beginnings.get(first[:_BEGINNING], ())
        beginnings[first[:_BEGINNING]] = (*others, second[:2])
    return beginnings
