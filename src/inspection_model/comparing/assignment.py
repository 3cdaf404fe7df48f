"""The best one-to-one assignment in a sparse table of weights.

Left nodes are assigned one after the other. Each is added along the shortest augmenting path, by
Dijkstra's algorithm with prices that keep the costs from being negative (Jonker and Volgenant 1987, in the
form of Crouse 2016). The result has the greatest possible sum of weights. A left node may remain without a
partner: each has a private right node of weight 0.

`scipy.optimize` has the same for dense and sparse tables, but it and NumPy take more than 100 MB. The
libraries without them either take a dense table and cubic time in Python, or are not maintained.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

__all__ = ["assign"]


def assign(weights: Sequence[dict[int, int]]) -> list[int | None]:
    """Return the partner of each left node, so that the sum of the weights is the greatest possible.

    Args:
        weights: For each left node, the weights of its possible partners, all positive. The nodes of both
            sides are numbered from 0.

    Returns:
        For each left node the right node, or ``None``. It is the same for the same arguments, also if
        several assignments have the greatest sum.
    """
    table = _Table(weights)
    for left in range(len(weights)):
        table.add(left)
    return [right if right >= 0 else None for right in table.right_of]


class _Table:
    """An optimal assignment of the left nodes so far; the costs are the negated weights."""

    def __init__(self, weights: Sequence[dict[int, int]]) -> None:
        # The right nodes from -1 downwards are private: "-1 - left" means no partner.
        self.costs = [
            {-1 - left: 0, **{right: -weight for right, weight in row.items()}}
            for left, row in enumerate(weights)
        ]
        self.right_of = [0] * len(weights)
        self.left_of: dict[int, int] = {}
        self.left_price = [0] * len(weights)
        self.right_price: dict[int, int] = {}

    def add(self, left: int) -> None:
        """Assign one more left node."""
        distances: dict[int, int] = {}
        origins: dict[int, int] = {}
        done: dict[int, None] = {}
        queue: list[tuple[int, bool, int]] = []
        current, at = left, 0
        while True:
            base = at - self.left_price[current]
            for right, cost in self.costs[current].items():
                distance = base + cost - self.right_price.get(right, 0)
                if right not in done and distance < distances.get(right, distance + 1):
                    distances[right], origins[right] = distance, current
                    heapq.heappush(queue, (distance, right in self.left_of, right))
            at, taken, right = heapq.heappop(queue)
            while right in done:
                at, taken, right = heapq.heappop(queue)
            if not taken:
                break
            done[right] = None
            current = self.left_of[right]
        self._update_prices(left, at, {right: distances[right] for right in done})
        self._augment(left, right, origins)

    def _update_prices(self, left: int, shortest: int, distances: dict[int, int]) -> None:
        self.left_price[left] += shortest
        for right, distance in distances.items():
            self.left_price[self.left_of[right]] += shortest - distance
            self.right_price[right] = self.right_price.get(right, 0) - (shortest - distance)

    def _augment(self, left: int, right: int, origins: dict[int, int]) -> None:
        """Assign along the path that ends at a free right node."""
        current = -1
        while current != left:
            current = origins[right]
            before = self.right_of[current]
            self.left_of[right], self.right_of[current] = current, right
            right = before
