"""Pairs of inspections with a known set of changes."""

from __future__ import annotations

from typing import final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Finding, Inspection
from inspection_model.strategies.inspection import inspections
from inspection_model.strategies.published import published
from inspection_model.vocabulary import Category, FindingChangeKind

__all__ = ["InspectionPair", "inspection_pairs"]

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
# Unrelated findings share at most the common words, which are a third of the words of each.
_COMMON = ("the", "of", "and", "to", "in", "that", "is", "for")
_FEWEST_WORDS, _MOST_WORDS = 9, 24
_CATEGORIES = (Category.PRIORITY_ACTION, Category.IMPROVEMENT, Category.STRENGTH)


@final
@attrs.frozen(kw_only=True)
class InspectionPair:
    """Two inspections and what is different between their findings.

    Attributes:
        earlier: The earlier inspection.
        later: The later inspection.
        changes: The kind of each change, with the position of the finding in both, from 1, or ``None``.
    """

    earlier: Inspection
    later: Inspection
    changes: frozenset[tuple[FindingChangeKind, int | None, int | None]]


def _word(number: int) -> str:
    """Return an invented word; different numbers have different words."""
    digits = f"{number:03}"
    return "".join(_SYLLABLES[int(digit)] for digit in digits)


@st.composite
def _texts(draw: st.DrawFn, number: int) -> tuple[str, ...]:
    """Draw the words of a finding; no other number has its own words."""
    count = draw(st.integers(_FEWEST_WORDS, _MOST_WORDS))
    own = [_word(number * 2 * _MOST_WORDS + index) for index in range(count - count // 3)]
    common = draw(st.permutations(_COMMON))[: count // 3]
    return tuple(draw(st.permutations([*own, *common])))


@st.composite
def _edited(draw: st.DrawFn, text: tuple[str, ...], number: int, share: int) -> tuple[str, ...]:
    """Replace a number of words, so that more than half of them stay the same."""
    most = min(len(text) * share // 100, (len(text) - 1) // 2)
    count = draw(st.integers(1, max(1, most)))
    places = draw(st.permutations(range(len(text))))[:count]
    edited = list(text)
    for index, place in enumerate(places):
        edited[place] = _word(number * 2 * _MOST_WORDS + _MOST_WORDS + index)
    return tuple(edited)


@published("most", "share")
def inspection_pairs(*, most: int = 40, share: int = 49) -> S[InspectionPair]:
    """Draw pairs of inspections with a known set of changes of their findings.

    The findings are kept, reworded, moved to another category, new or gone, and in another order. Findings
    that do not belong together share at most a third of their words.

    Args:
        most: The greatest number of findings that are drawn.
        share: The greatest share of the words of a finding that are replaced, in percent.
    """
    return _pairs(most, share)


@st.composite
def _pairs(draw: st.DrawFn, most: int, share: int) -> InspectionPair:
    earlier: list[Finding] = []
    later: list[tuple[FindingChangeKind, int | None, Finding]] = []
    gone: list[int] = []
    for number in range(draw(st.integers(1, most))):
        kind, category = draw(st.sampled_from(FindingChangeKind)), draw(st.sampled_from(_CATEGORIES))
        text = draw(_texts(number))
        finding = Finding(category=category, text=" ".join(text))
        if kind is not FindingChangeKind.NEW:
            earlier.append(finding)
        if kind is FindingChangeKind.GONE:
            gone.append(len(earlier))
            continue
        if kind is FindingChangeKind.REWORDED or (kind is FindingChangeKind.MOVED and draw(st.booleans())):
            finding = attrs.evolve(finding, text=" ".join(draw(_edited(text, number, share))))
        if kind is FindingChangeKind.MOVED:
            others = [each for each in _CATEGORIES if each is not category]
            finding = attrs.evolve(finding, category=draw(st.sampled_from(others)))
        later.append((kind, None if kind is FindingChangeKind.NEW else len(earlier), finding))
    later = draw(st.permutations(later))
    changes: set[tuple[FindingChangeKind, int | None, int | None]] = {
        (kind, place, index) for index, (kind, place, _) in enumerate(later, start=1)
    }
    changes |= {(FindingChangeKind.GONE, place, None) for place in gone}
    base = draw(inspections(findings=st.just(())))
    return InspectionPair(
        earlier=attrs.evolve(base, findings=earlier),
        later=attrs.evolve(draw(inspections(findings=st.just(()))), findings=[each for *_, each in later]),
        changes=frozenset(changes),
    )
