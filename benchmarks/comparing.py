"""Measure precision and recall of `compare()` on generated pairs of findings with edits of known size.

Run ``python benchmarks/comparing.py``. The findings are invented. Their words are drawn from a small
vocabulary with frequent words, so that findings that do not belong together share some words.
"""

from __future__ import annotations

import random

import inspection_model as im

_FREQUENT = ("the", "of", "and", "to", "in", "that", "for", "is", "with", "are", "by", "their", "children")
_VOCABULARY = [f"word{number}" for number in range(600)]
_PAIRS = 150
_MOST_FINDINGS = 40


def _text(source: random.Random) -> list[str]:
    count = source.randint(6, 30)
    return [source.choice(_FREQUENT if source.random() < 0.45 else _VOCABULARY) for _ in range(count)]


def _edited(words: list[str], share: int, source: random.Random) -> list[str]:
    places = source.sample(range(len(words)), len(words) * share // 100)
    return [source.choice(_VOCABULARY) if place in places else word for place, word in enumerate(words)]


def _inspection(texts: list[list[str]]) -> im.Inspection:
    findings = [im.Finding(category=im.Category.IMPROVEMENT, text=" ".join(words)) for words in texts]
    return im.Inspection(findings=tuple(findings))


def measure(share: int) -> tuple[float, float]:
    """Return precision and recall of the pairs, if a share of the words of each finding is replaced.

    Args:
        share: The share, in percent.
    """
    source = random.Random(share)  # noqa: S311  # reproducible, and not a secret
    right = made = true = 0
    for _ in range(_PAIRS):
        texts = [_text(source) for _ in range(source.randint(1, _MOST_FINDINGS))]
        order = source.sample(range(len(texts)), len(texts))
        # A fifth of the earlier findings is gone, and as many are new.
        stays = [source.random() >= 0.2 for _ in order]
        later = [
            _edited(texts[at], share, source) if stay else _text(source)
            for at, stay in zip(order, stays, strict=True)
        ]
        kept = {
            (at + 1, place)
            for place, (at, stay) in enumerate(zip(order, stays, strict=True), start=1)
            if stay
        }
        changes = im.compare(_inspection(texts), _inspection(later)).findings
        pairs = {(each.earlier.place, each.later.place) for each in changes if each.earlier and each.later}
        right += len(pairs & kept)
        made += len(pairs)
        true += len(kept)
    return right / max(made, 1), right / max(true, 1)


def main() -> None:
    """Print a table."""
    print("words replaced  precision  recall")
    for share in (0, 10, 20, 30, 40, 45, 50, 60):
        precision, recall = measure(share)
        print(f"{share:>12} %  {precision:9.3f}  {recall:6.3f}")


if __name__ == "__main__":
    main()
