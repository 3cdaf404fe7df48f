"""Measure precision and recall of `compare()` on generated pairs of findings with edits of known size.

Run ``python benchmarks/comparing.py -o benchmarks/comparing.md``. The findings are invented. Their words are
drawn from a small vocabulary with frequent words, so that findings that do not belong together share some
words.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import inspection_model as im

_FREQUENT = ("the", "of", "and", "to", "in", "that", "for", "is", "with", "are", "by", "their", "children")
_VOCABULARY = [f"word{number}" for number in range(600)]
_PAIRS = 150
_MOST_FINDINGS = 40
_HALF, _ROUNDING = 0.5, 0.001


def _text(source: random.Random) -> list[str]:
    count = source.randint(6, 30)
    return [source.choice(_FREQUENT if source.random() < 0.45 else _VOCABULARY) for _ in range(count)]


def _edited(words: list[str], share: int, source: random.Random) -> list[str]:
    places = source.sample(range(len(words)), len(words) * share // 100)
    return [source.choice(_VOCABULARY) if place in places else word for place, word in enumerate(words)]


def _inspection(texts: list[list[str]]) -> im.Inspection:
    findings = [im.Finding(category=im.Category.IMPROVEMENT, text=" ".join(words)) for words in texts]
    return im.Inspection(findings=tuple(findings))


class Measured(NamedTuple):
    """How good the pairs are.

    Attributes:
        right: The number of pairs of findings that belong together.
        made: The number of pairs that were made.
        found: The number of right pairs that were made.
        most_alike: The number of wrong pairs of which neither finding is more like its own partner.
        worse: The number of inspection pairs whose similarities have a smaller sum than the right pairs.
    """

    right: int = 0
    made: int = 0
    found: int = 0
    most_alike: int = 0
    worse: int = 0


def measure(share: int) -> Measured:
    """Return how good the pairs are, if a share of the words of each finding is replaced.

    Args:
        share: The share, in percent.
    """
    source = random.Random(share)  # noqa: S311  # reproducible, and not a secret
    results = [_measure_one(share, source) for _ in range(_PAIRS)]
    return Measured(*map(sum, zip(*results, strict=True)))


def _measure_one(share: int, source: random.Random) -> Measured:
    texts = [_text(source) for _ in range(source.randint(1, _MOST_FINDINGS))]
    order = source.sample(range(len(texts)), len(texts))
    # A fifth of the earlier findings is gone, and as many are new.
    stays = [source.random() >= 0.2 for _ in order]
    later = [
        _edited(texts[at], share, source) if stay else _text(source)
        for at, stay in zip(order, stays, strict=True)
    ]
    partners = {at: place for place, (at, stay) in enumerate(zip(order, stays, strict=True)) if stay}
    changes = im.compare(_inspection(texts), _inspection(later)).findings
    pairs = {
        (each.earlier.place - 1, each.later.place - 1) for each in changes if each.earlier and each.later
    }
    likeness = {(a, b): _likeness(texts[a], later[b]) for a in range(len(texts)) for b in range(len(later))}
    right = set(partners.items())
    origins = {b: a for a, b in right}
    most_alike = sum(
        likeness[a, b] >= likeness.get((a, partners.get(a, -1)), 0)
        and likeness[a, b] >= likeness.get((origins.get(b, -1), b), 0)
        for a, b in pairs - right
    )
    best = sum(likeness[pair] for pair in right if likeness[pair] >= _HALF)
    worse = sum(likeness[pair] for pair in pairs) < best - _ROUNDING
    return Measured(len(right), len(pairs), len(pairs & right), most_alike, worse)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))


def report() -> str:
    """Return a table in Markdown."""
    lines = [
        "| words replaced | right pairs | precision | recall | wrong pairs | the most alike | smaller sums |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for share in (0, 10, 20, 30, 40, 45, 50, 60):
        found = measure(share)
        precision, recall = found.found / max(found.made, 1), found.found / max(found.right, 1)
        figures = (found.made - found.found, found.most_alike, found.worse)
        lines.append(
            f"| {share} % | {found.right:,} | {precision:.3f} | {recall:.3f} | "
            f"{' | '.join(f'{figure:,}' for figure in figures)} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the report to this file")
    options = parser.parse_args()
    text = report()
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
