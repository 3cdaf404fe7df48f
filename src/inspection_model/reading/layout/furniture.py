"""Page furniture: page numbers, running heads and feet, footnotes.

page numbers -> running heads and feet -> footnotes -> feet of one page

Each is found among the lines that the ones before left: a running foot may be above a page number, and a
footnote above both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from inspection_model.reading.layout.footnotes import find_feet, find_footnotes
from inspection_model.reading.layout.headings import Headings
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.page_numbers import PageNumber, find_page_numbers
from inspection_model.reading.layout.pages import Page, split_pages
from inspection_model.reading.layout.rules import find_rules
from inspection_model.reading.layout.running_lines import find_running_lines

__all__ = ["Furniture", "find_furniture"]


class Furniture(NamedTuple):
    """The page furniture among the lines of a text.

    Attributes:
        lines: The indices of its lines.
        numbers: The page numbers among them that are alone on their line.
        pages: The pages.
        rules: The lines of signs, which belong to no page in particular.
    """

    lines: Set[int]
    numbers: Mapping[int, PageNumber]
    pages: Sequence[Page]
    rules: Set[int]


def find_furniture(lines: Sequence[Line], headings: Headings) -> Furniture:
    """Find the page furniture.

    Args:
        lines: The lines of a text.
        headings: The headings of the known frameworks, which are never furniture.
    """
    numbers, digits = find_page_numbers(lines)
    pages = split_pages(lines, numbers)

    def is_heading(index: int) -> bool:
        return headings.lines_at(lines, index) > 0

    rules = find_rules(lines) - numbers.keys()
    found = set(numbers)
    found |= find_running_lines(lines, pages, found | rules, is_heading)
    found |= find_footnotes(lines, pages, digits, found)
    found |= find_feet(lines, pages, found | rules, is_heading)
    return Furniture(found, numbers, pages, rules)
