"""Pages that are missing, repeated or out of order.

Two things show it: page numbers that do not rise as the pages do, and a sentence that a page break cuts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from inspection_model.model.reading import Remark
from inspection_model.reading.layout.furniture import Furniture
from inspection_model.reading.layout.headings import Headings
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.page_cuts import page_cuts
from inspection_model.reading.layout.running_lines import DIGITS, pattern_of
from inspection_model.vocabulary import RemarkCode

__all__ = ["page_remarks"]

# One jump is certain. With more of them, and no number that is the next one, the numbers count no pages.
_SEVERAL = 2


class _Printed(NamedTuple):
    """A page number as printed: the page, counted from 0; its line, its number, the number of pages."""

    page: int
    line: int
    number: int
    total: int | None


def page_remarks(lines: Sequence[Line], furniture: Furniture, headings: Headings) -> list[Remark]:
    """Return remarks on pages that are missing, repeated or out of order: at most one of each kind.

    Args:
        lines: The lines of a text.
        furniture: Its page furniture.
        headings: The headings of the known frameworks.
    """
    printed = _printed_numbers(lines, furniture)
    faults = list(_faults(printed, len(furniture.pages)))
    if printed and (printed[0].total or any(line.starts_page for line in lines)):
        faults += _before_first(printed[0])
    if len(faults) >= _SEVERAL and all(_is_jump(*pair) for pair in pairwise(printed)):
        faults = []  # no number is the next one: they do not count the pages
    cuts = list(page_cuts(lines, furniture, headings))
    if not faults and cuts:
        faults = [(cuts[0], "a sentence breaks off at the end of a page; a page may be missing")]
    if not faults:
        return []
    index, message = faults[0]
    others = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
    line = lines[index]
    return [
        Remark(code=RemarkCode.PAGE_MISSING, message=f"{message}{others}", start=line.start, end=line.end)
    ]


def _printed_numbers(lines: Sequence[Line], furniture: Furniture) -> list[_Printed]:
    """Return the printed number of each page that has one."""
    running = _running_numbers(lines, furniture)
    printed: list[_Printed] = []
    for page, (start, end) in enumerate(furniture.pages):
        alone = [index for index in range(start, end) if index in furniture.numbers]
        numbers = {index: furniture.numbers[index][:2] for index in alone}
        if not numbers:
            numbers = {index: (running[index], None) for index in range(start, end) if index in running}
        if len(set(numbers.values())) == 1:  # of several numbers it is not certain which one is the page's
            index, (number, total) = numbers.popitem()
            printed.append(_Printed(page, index, number, total))
    return printed


def _running_numbers(lines: Sequence[Line], furniture: Furniture) -> dict[int, int]:
    """Return the page numbers in running lines: the only number of each that differs from page to page."""
    groups: dict[str, list[int]] = {}
    for index in sorted(furniture.lines - furniture.numbers.keys()):
        groups.setdefault(pattern_of(lines[index].text), []).append(index)
    numbers: dict[int, int] = {}
    for group in groups.values():
        columns = list(zip(*(map(int, DIGITS.findall(lines[index].text)) for index in group), strict=True))
        varying = [column for column in columns if len(set(column)) > 1]
        if len(varying) == 1:
            numbers.update(zip(group, varying[0], strict=True))
    return numbers


def _faults(printed: Sequence[_Printed], pages: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of page numbers that are not the next ones, and what is wrong."""
    for before, after in pairwise(printed):
        if after.number == before.number:
            yield after.line, f"page {after.number} is there twice"
        elif after.number < before.number:
            yield after.line, f"page {after.number} follows page {before.number}"
        elif _is_jump(before, after):
            yield after.line, f"page {after.number} follows page {before.number}; pages are missing"
    if printed:
        last = printed[-1]
        if last.total and last.number < last.total and last.page == pages - 1:
            yield last.line, f"the last page is page {last.number} of {last.total}; pages are missing"


def _before_first(first: _Printed) -> Iterator[tuple[int, str]]:
    """Yield a fault if the first page with a number has fewer pages before it, and is not the first."""
    if first.number - 1 > first.page > 0:
        yield first.line, f"page {first.number} is page {first.page + 1} of the text; pages are missing"


def _is_jump(before: _Printed, after: _Printed) -> bool:
    """Return whether a page number is higher than that of the next page."""
    return after.number - before.number > after.page - before.page
