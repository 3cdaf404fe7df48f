"""Which findings are paired: those with the greatest sum of similarities, none below the threshold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import IMPROVEMENT, PRIORITY, finding

import inspection_model as im
from inspection_model.comparing.pairing import paired
from inspection_model.comparing.words import words_of

HALF = Fraction(1, 2)


def similarity(one: im.Finding, other: im.Finding) -> Fraction:
    first, second = words_of([one, other])
    return Fraction(2 * len(first & second), len(first) + len(second))


def total(
    earlier: Sequence[im.Finding], later: Sequence[im.Finding], pairs: Sequence[tuple[int, int]]
) -> Fraction:
    """Return the sum of the similarities of those pairs that reach the threshold."""
    found = (similarity(earlier[a], later[b]) for a, b in pairs)
    return sum((each for each in found if each >= HALF), Fraction(0))


def sides(earlier: Sequence[im.Finding], later: Sequence[im.Finding]) -> list[tuple[int, int]]:
    return [(pair.earlier, pair.later) for pair in paired(earlier, later, 50)]


def findings_of(words: str, *, most: int, longest: int = 8) -> st.SearchStrategy[list[im.Finding]]:
    """Draw findings whose texts have one-letter words."""
    texts = st.lists(st.sampled_from(words), min_size=1, max_size=longest).map(" ".join)
    return st.lists(texts.map(finding), max_size=most)


@settings(deadline=None)
@given(findings_of("abcdef", most=5), findings_of("abcdef", most=5))
def test_the_sum_of_the_similarities_is_the_greatest_possible(
    earlier: list[im.Finding], later: list[im.Finding]
) -> None:
    found = sides(earlier, later)
    # Findings with the same text are paired first, because that is certain.
    same = [(a, b) for a, b in found if earlier[a].text == later[b].text]
    ones = [a for a in range(len(earlier)) if a not in {a for a, _ in same}]
    others = [b for b in range(len(later)) if b not in {b for _, b in same}]
    padded = [*others, *(-1 for _ in ones)]
    best = max(
        total(earlier, later, [(a, b) for a, b in zip(ones, order, strict=True) if b >= 0])
        for order in set(permutations(padded, len(ones)))
    )
    rest = [pair for pair in found if pair not in same]
    assert abs(total(earlier, later, rest) - best) < Fraction(1, 10_000)
    assert all(similarity(earlier[a], later[b]) >= HALF for a, b in found)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[im.Finding], list[im.Finding], set[tuple[int, int]]]:
    """Draw 1 to 40 findings, the same with less than half of the words of each replaced, and the right pairs.

    Half of the words are such that other findings have them too.
    """
    texts = [
        draw(st.lists(st.sampled_from(["the", "of", f"own{n}", f"more{n}"]), min_size=1, max_size=12))
        for n in range(draw(st.integers(1, 40)))
    ]
    order = draw(st.permutations(range(len(texts))))
    later: list[im.Finding] = []
    for n in order:
        places = draw(st.sets(st.sampled_from(range(len(texts[n])))))
        replaced = sorted(places)[: (len(texts[n]) - 1) // 2]
        words = [f"new{n}" if place in replaced else word for place, word in enumerate(texts[n])]
        later.append(finding(" ".join(words)))
    earlier = [finding(" ".join(words)) for words in texts]
    return earlier, later, {(n, place) for place, n in enumerate(order)}


@settings(deadline=None)
@given(edited())
def test_every_finding_that_keeps_more_than_half_of_its_words_is_paired(
    drawn: tuple[list[im.Finding], list[im.Finding], set[tuple[int, int]]],
) -> None:
    """A wrong pair needs a similarity that reaches the threshold, and the sum is never less for it."""
    earlier, later, right = drawn
    found = sides(earlier, later)
    different = {(a, b) for a, b in [*found, *right] if earlier[a].text != later[b].text}
    made, true = [p for p in found if p in different], [p for p in right if p in different]
    if not set(found) - right:
        assert set(found) == right
    same = len(found) - len(made)
    assert same >= len(right) - len(true)
    assert (
        same + total(earlier, later, made)
        > len(right) - len(true) + total(earlier, later, true) - HALF / 10_000
    )
    alike = any(
        similarity(one, other) >= HALF
        for a, one in enumerate(earlier)
        for b, other in enumerate(later)
        if (a, b) not in right
    )
    assert alike or set(found) == right


def test_a_finding_takes_its_second_choice_if_another_needs_the_first() -> None:
    """Every finding is most alike to the first later one, and every later one to the first."""
    earlier = [finding(text) for text in ("a b c d e f", "a b c d x x", "a b c e y y")]
    later = [finding(text) for text in ("a b c d e g", "a b d f e x h", "a b c f y z")]
    assert len(sides(earlier, later)) == 3


def test_a_finding_that_only_one_other_is_like_is_paired_with_it() -> None:
    """The one has more than sixteen others that it is more like, but these have partners of their own."""
    shared = "the quality of plans for the care of"
    earlier = [finding(f"{shared} area"), *(finding(f"{shared} place p{n}") for n in range(17))]
    later = [*(finding(f"{shared} q{n}") for n in range(17)), finding("care area the of plans r s t")]
    found = dict(sides(earlier, later))
    assert len(found) == 18
    assert found[0] == 17


def test_of_equally_similar_findings_that_in_the_same_area_is_chosen() -> None:
    earlier = [finding("a b c d", area="help")]
    for place in (0, 1):
        later = [finding("a b c e"), finding("a b c f")]
        later[place] = finding("a b c g", area="help")
        assert sides(earlier, later) == [(0, place)]


def test_the_category_decides_before_the_area() -> None:
    earlier = [finding("a b c d", IMPROVEMENT, area="help")]
    for place in (0, 1):
        later = [finding("a b c e", PRIORITY, area="help")]
        later.insert(place, finding("a b c f", IMPROVEMENT))
        assert sides(earlier, later) == [(0, place)]


def test_the_similarity_decides_before_the_category() -> None:
    earlier = [finding("a b c d e", IMPROVEMENT)]
    later = [finding("a b c x y", IMPROVEMENT), finding("a b c d x", PRIORITY)]
    assert sides(earlier, later) == [(0, 1)]


def test_many_findings_that_are_all_alike_are_paired_in_order() -> None:
    earlier = [finding(f"the quality of plans for area {n}a") for n in range(60)]
    later = [finding(f"the quality of plans for area {n}b") for n in range(70)]
    found = sides(earlier, later)
    assert len(found) == 60
    assert max(abs(a - b) for a, b in found) <= 16
