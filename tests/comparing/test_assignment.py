from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from inspection_model.comparing.assignment import assign


def total(weights: list[dict[int, int]], partners: list[int | None]) -> int:
    pairs = zip(weights, partners, strict=True)
    return sum(row[partner] for row, partner in pairs if partner is not None)


def best(weights: list[dict[int, int]]) -> int:
    """Return the greatest sum, by trying every assignment."""
    rights: list[int] = [0, 1, 2, 3, 4, *(-1 - left for left in range(len(weights)))]
    return max(
        sum(row.get(right, 0) for row, right in zip(weights, order, strict=False))
        for order in permutations(rights, len(weights))
    )


@given(st.lists(st.dictionaries(st.integers(0, 3), st.integers(1, 9), max_size=4), max_size=4))
def test_the_sum_of_the_weights_is_the_greatest_possible(weights: list[dict[int, int]]) -> None:
    partners = assign(weights)
    taken = [partner for partner in partners if partner is not None]
    assert len(set(taken)) == len(taken)
    assert total(weights, partners) == best(weights)


def test_the_best_pair_is_given_up_for_a_better_whole() -> None:
    assert assign([{0: 10, 1: 9}, {0: 9}]) == [1, 0]


def test_a_node_without_a_good_partner_has_none() -> None:
    assert assign([{0: 10}, {0: 9}, {}]) == [0, None, None]


def test_a_distance_that_was_found_twice_counts_once() -> None:
    weights = [{0: 8}, {0: 7, 3: 4}, {0: 8, 3: 8}]
    assert total(weights, assign(weights)) == 16
    weights = [{0: 5, 1: 7}, {0: 8, 1: 9}, {0: 6, 1: 4}]
    assert total(weights, assign(weights)) == 15
