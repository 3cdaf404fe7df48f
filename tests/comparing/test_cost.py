"""What comparing costs: the number of steps grows at most with the square of the number of findings."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import pytest
from counting import steps
from samples import finding, inspection

import inspection_model as im

_COMMON = ("the", "of", "and", "to", "in", "that", "for", "is", "with", "are", "by", "their", "children")


def _alike(count: int, mark: str) -> Iterator[str]:
    """Yield texts that all have the same words but one."""
    return (f"the quality of plans for area {n}{mark}" for n in range(count))


def _with_rare_words(count: int, mark: str) -> Iterator[str]:
    """Yield texts that share rare words with one another."""
    return (f"w{n} x{n % 97} y{n % 89} the of and z{n} v{n} {mark}{n}" for n in range(count))


def _in_a_chain(count: int, mark: str) -> Iterator[str]:
    """Yield texts each of which is a little less alike to its own partner than to the next one."""
    start = 1 if mark == "b" else 0
    return (" ".join(f"w{word}" for word in range(3 * n + start, 3 * n + 12)) for n in range(count))


def _like_documents(count: int, mark: str) -> Iterator[str]:
    """Yield texts of 6 to 30 words of which nearly half are common; a third of the others is replaced."""
    source, other = random.Random(count), random.Random(mark)  # noqa: S311  # reproducible
    for _ in range(count):
        words = [
            source.choice(_COMMON) if source.random() < 0.45 else f"w{source.randrange(600)}"
            for _ in range(source.randint(6, 30))
        ]
        yield " ".join(word if other.random() < 0.7 else f"w{other.randrange(600)}" for word in words)


def _count(texts: Callable[[int, str], Iterator[str]], count: int) -> int:
    earlier, later = (inspection(*map(finding, texts(count, mark))) for mark in "ab")
    return steps(lambda: im.compare(earlier, later))


@pytest.mark.parametrize("texts", [_alike, _with_rare_words, _in_a_chain, _like_documents])
def test_twice_the_findings_take_at_most_four_times_the_steps(
    texts: Callable[[int, str], Iterator[str]],
) -> None:
    counts: Sequence[int] = [_count(texts, count) for count in (30, 60, 120)]
    assert counts[1] <= 4 * counts[0]
    assert counts[2] <= 4 * counts[1]
    # A step counts: each text has several.
    assert counts[0] > 30 * 100
