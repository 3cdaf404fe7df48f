"""Comparing two inspections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from inspection_model.comparing.comparison import (
    Comparison,
    DeclarationChange,
    FindingChange,
    JudgementChange,
    PlacedFinding,
)
from inspection_model.comparing.pairing import paired
from inspection_model.comparing.wording import wording
from inspection_model.comparing.words import full_text
from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model.arguments import check_inspection
from inspection_model.model.declaration import Declaration
from inspection_model.model.inspection import Inspection
from inspection_model.model.judgement import Judgement
from inspection_model.vocabulary import Category, FindingChangeKind, JudgementChangeKind, SimilarityMeasure

__all__ = ["DEFAULT_THRESHOLD", "change_of_judgements", "compare"]

DEFAULT_THRESHOLD = 50
"""The least similarity of two findings that are paired, in percent: they share half of their words."""

T = TypeVar("T")
Sides: TypeAlias = tuple[int | None, int | None]
"""The index of an item in the earlier and in the later inspection, ``None`` if it is not there."""


def compare(earlier: Inspection, later: Inspection, *, threshold: int = DEFAULT_THRESHOLD) -> Comparison:
    """Compare two inspections by the words of their documents.

    Findings with the same text are paired. The others are paired by likeness, each with at most one, so
    that the sum of the similarities is the greatest possible. Such pairs are suggestions. A finding that
    is gone may have been addressed or not: only a document can say so.

    The number of steps grows at most with the square of the number of findings.

    Args:
        earlier: The earlier inspection.
        later: The later inspection; their dates are not checked.
        threshold: The least similarity of findings with different texts that are paired, in percent.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
        InvalidValueError: If the threshold is not from 1 to 100.
    """
    check_inspection(earlier, where="compare(earlier)")
    check_inspection(later, where="compare(later)")
    _check_threshold(threshold)
    return Comparison(
        earlier=earlier.id,
        later=later.id,
        measure=SimilarityMeasure.SHARED_WORDS,
        threshold=threshold,
        findings=_findings(earlier, later, threshold),
        judgements=_judgements(earlier.judgements, later.judgements),
        declared=_declared(earlier.declared, later.declared),
    )


def _check_threshold(threshold: object) -> None:
    where, expected = "compare(threshold)", "a percentage from 1 to 100"
    if type(threshold) is not int:
        raise InvalidTypeError(where, expected, f"a value of type {type(threshold).__name__}")
    if not 1 <= threshold <= 100:
        raise InvalidValueError(where, expected, str(threshold))


def _findings(earlier: Inspection, later: Inspection, threshold: int) -> Iterator[FindingChange]:
    ones, others = [*_placed(earlier)], [*_placed(later)]
    similarities: dict[Sides, int] = {
        (a, b): similarity for a, b, similarity in paired(earlier.findings, later.findings, threshold)
    }
    texts = [[full_text(each.finding) for each in side] for side in (ones, others)]
    for a, b in _in_order(similarities, *texts):
        one = None if a is None else ones[a]
        other = None if b is None else others[b]
        if one is not None and other is not None:
            yield _finding_change(one, other, similarities[a, b])
        else:
            kind = FindingChangeKind.NEW if one is None else FindingChangeKind.GONE
            yield FindingChange(kind=kind, earlier=one, later=other)


def _placed(inspection: Inspection) -> Iterator[PlacedFinding]:
    numbered = enumerate(zip(inspection.finding_ids, inspection.findings, strict=True), start=1)
    return (PlacedFinding(id=name, place=place, finding=finding) for place, (name, finding) in numbered)


def _finding_change(earlier: PlacedFinding, later: PlacedFinding, similarity: int) -> FindingChange:
    one, other = earlier.finding, later.finding
    differs = (one.text, one.parts) != (other.text, other.parts)
    if (one.category, one.area) != (other.category, other.area):
        kind = FindingChangeKind.MOVED
    else:
        kind = FindingChangeKind.REWORDED if differs else FindingChangeKind.KEPT
    words = wording(full_text(one), full_text(other)) if differs else ()
    return FindingChange(kind=kind, earlier=earlier, later=later, similarity=similarity, wording=words)


def _in_order(pairs: Iterable[Sides], ones: Sequence[str], others: Sequence[str]) -> list[Sides]:
    """Return the pairs and what is not paired, by the smaller of their indices.

    The order is the same, with the sides exchanged, when the arguments are exchanged.

    Args:
        pairs: The indices of the pairs.
        ones: The texts of the items of the earlier inspection, which decide between equal indices.
        others: The texts of the items of the later inspection.
    """
    sides = [*pairs]
    first, second = {a for a, _ in sides}, {b for _, b in sides}
    sides += [(a, None) for a in range(len(ones)) if a not in first]
    sides += [(None, b) for b in range(len(others)) if b not in second]
    last = len(ones) + len(others)

    def place(side: Sides) -> tuple[int, int, str]:
        a, b = (last if index is None else index for index in side)
        return min(a, b), max(a, b), ones[a] if a <= b else others[b]

    return sorted(sides, key=place)


def change_of_judgements(earlier: Judgement, later: Judgement) -> JudgementChangeKind:
    """Return how a judgement changed: by the ranks, or by what is printed if a rank is not known."""
    if earlier.rank is not None and later.rank is not None:
        if earlier.rank == later.rank:
            return JudgementChangeKind.SAME
        return JudgementChangeKind.BETTER if later.rank < earlier.rank else JudgementChangeKind.WORSE
    same = _grade(earlier) == _grade(later)
    return JudgementChangeKind.SAME if same else JudgementChangeKind.DIFFERENT


def _grade(judgement: Judgement) -> str:
    return judgement.grade or (judgement.grade_as_printed or "").casefold()


def area_of(judgement: Judgement) -> tuple[bool, str]:
    """Return what two judgements of one area have in common: the id of the area, or its printed name."""
    if judgement.area is not None:
        return True, judgement.area
    return False, (judgement.area_as_printed or "").casefold()


def _judgements(earlier: Sequence[Judgement], later: Sequence[Judgement]) -> Iterator[JudgementChange]:
    pairs = _with_equal_keys([*map(area_of, earlier)], [*map(area_of, later)])
    for a, b in _in_order(pairs, [*map(repr, earlier)], [*map(repr, later)]):
        one = None if a is None else earlier[a]
        other = None if b is None else later[b]
        if one is not None and other is not None:
            kind = change_of_judgements(one, other)
        else:
            kind = JudgementChangeKind.NEW if one is None else JudgementChangeKind.GONE
        yield JudgementChange(kind=kind, earlier=one, later=other)


def _with_equal_keys(ones: Sequence[T], others: Sequence[T]) -> list[Sides]:
    """Pair the indices of equal keys, the first with the first and so on."""
    numbered = {key: index for index, key in enumerate(_numbered(others))}
    keys = enumerate(_numbered(ones))
    return [(index, numbered[key]) for index, key in keys if key in numbered]


def _numbered(keys: Iterable[T]) -> Iterator[tuple[T, int]]:
    seen: Counter[T] = Counter()
    for key in keys:
        seen[key] += 1
        yield key, seen[key]


def _declared(earlier: Sequence[Declaration], later: Sequence[Declaration]) -> Iterator[DeclarationChange]:
    ones = dict(zip(_numbered(map(_subject, earlier)), earlier, strict=True))
    others = dict(zip(_numbered(map(_subject, later)), later, strict=True))
    for key in sorted(ones.keys() | others.keys()):
        yield DeclarationChange(earlier=ones.get(key), later=others.get(key))


def _subject(declaration: Declaration) -> tuple[int, bool]:
    """Return what two statements have in common: what became of findings is not compared with a number."""
    return [*Category].index(declaration.category), declaration.state.is_outcome
