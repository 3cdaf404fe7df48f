"""The word-level difference of two texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from inspection_model.comparing.comparison import WordChange

__all__ = ["wording"]

# Longer texts are compared only by their beginnings and ends: the time of the whole comparison grows with
# the product of their lengths, and more where words are repeated. The longest finding that was seen in a
# published document has about 400 words.
_MOST_WORDS = 1000


def wording(earlier: str, later: str) -> tuple[WordChange, ...]:
    """Return the runs of words that both texts share and those that differ, in order.

    Args:
        earlier: The earlier text.
        later: The later text. With the texts exchanged, the result is the same with the sides exchanged.
    """
    # The algorithm depends on the order of its arguments, so that it always gets the same one.
    one, other = sorted((earlier, later))
    runs = _runs(one.split(" "), other.split(" "))
    if (one, other) == (earlier, later):
        return tuple(WordChange(earlier=a or None, later=b or None) for a, b in runs)
    return tuple(WordChange(earlier=b or None, later=a or None) for a, b in runs)


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    start = _shared_beginning(one, other)
    end = _shared_beginning(one[start:][::-1], other[start:][::-1])
    if start:
        yield " ".join(one[:start]), " ".join(one[:start])
    inner, others = one[start : len(one) - end], other[start : len(other) - end]
    if max(len(inner), len(others)) > _MOST_WORDS:
        yield " ".join(inner), " ".join(others)
    else:
        for _, a, b, c, d in SequenceMatcher(None, inner, others, autojunk=False).get_opcodes():
            yield " ".join(inner[a:b]), " ".join(others[c:d])
    if end:
        yield " ".join(one[len(one) - end :]), " ".join(one[len(one) - end :])


def _shared_beginning(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
