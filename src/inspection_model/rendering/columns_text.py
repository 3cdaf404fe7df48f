"""Rows of cells as lines in which each column has one width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["columns"]

# The reader takes three spaces or more for the gap between two cells.
_GAP = " " * 3


def columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a line for each row.

    Args:
        rows: The cells of each row; all rows have the same number of them.
    """
    rows = list(rows)
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    padded = (map(str.ljust, row, widths) for row in rows)
    return [_GAP.join(row).rstrip() for row in padded]
