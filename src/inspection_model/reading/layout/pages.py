"""The pages of a text, and the lines at their ends that are not yet known to be page furniture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from inspection_model.reading.layout.lines import Line

__all__ = ["Edges", "Page", "edges_of", "split_pages"]


class Page(NamedTuple):
    """The lines of a page: the index of the first, and the index after the last."""

    start: int
    end: int


class Edges(NamedTuple):
    """The first and the last line of a page without the furniture at its ends."""

    first: int
    last: int


def split_pages(lines: Sequence[Line], numbers: Collection[int]) -> list[Page]:
    """Split lines into pages.

    Form feeds divide them. In a text without any, a page ends with its page number.

    Args:
        lines: The lines.
        numbers: The indices of the page numbers.
    """
    starts = [index for index, line in enumerate(lines) if line.starts_page and index]
    if not starts:
        starts = sorted(index + 1 for index in numbers if index + 1 < len(lines))
    return [Page(start, end) for start, end in pairwise((0, *starts, len(lines)))]


def edges_of(page: Page, furniture: Collection[int]) -> Edges | None:
    """Return the edges of a page, or ``None`` if it has only furniture."""
    first, last = page.start, page.end - 1
    while first <= last and first in furniture:
        first += 1
    while first <= last and last in furniture:
        last -= 1
    return Edges(first, last) if first <= last else None
