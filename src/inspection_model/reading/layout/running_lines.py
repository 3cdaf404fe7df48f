"""Running heads and feet: lines that recur at the ends of pages.

running line := a line at an end of several pages, the same apart from digits and white space,
                that is neither an item, a heading of a framework, a sentence, nor part of a paragraph

At an end of three pages or more it need not be set apart from the text. At an end of two pages it has to
be, and they have to be half of the pages. A running head or foot has up to five lines; they are found from
the ends of the pages inwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from inspection_model.reading.grammar.names import is_post
from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.landmarks import find_salutations
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.pages import Page, edges_of
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["DIGITS", "find_running_lines", "pattern_of"]

DIGITS = re.compile(r"[0-9]{1,9}")
# No line of a running head ends with one of these.
_UNFINISHED = ",;-"
# The most lines of a running head or foot.
_MOST_LINES = 5
# On fewer pages a line has to be set apart from the text.
_OFTEN = 3
_TWICE = 2
# The direction from an end of a page to its text.
_HEAD, _FOOT = 1, -1
# A line whose indent differs by more from that of its neighbour is not of its paragraph.
_SHIFT = 5


def find_running_lines(
    lines: Sequence[Line],
    pages: Sequence[Page],
    furniture: Collection[int],
    is_heading: Callable[[int], bool],
) -> set[int]:
    """Return the running heads and feet.

    Args:
        lines: The lines.
        pages: The pages.
        furniture: The lines that are known to be page furniture.
        is_heading: Returns whether a heading of a framework starts at a line.
    """
    found = set(furniture)
    salutations = frozenset(find_salutations(lines))
    greeting = {page for page in pages if not salutations.isdisjoint(range(*page))}
    # Of several letters in a text each has a letterhead on its first page, and no running head.
    first_pages = greeting if len(greeting) > 1 else ()
    for _ in range(_MOST_LINES):
        search = _Search(lines, pages, found, is_heading, first_pages)
        recurring = set(search.running())
        if not recurring:
            break
        found |= recurring
    return found - set(furniture)


class _Search:
    """The search among the lines at the ends of pages, past the furniture that is known."""

    def __init__(
        self,
        lines: Sequence[Line],
        pages: Sequence[Page],
        furniture: set[int],
        is_heading: Callable[[int], bool],
        first_pages: Collection[Page],
    ) -> None:
        self._lines = lines
        self._is_heading = is_heading
        # Pages that have only furniture are left out.
        self._pages = [(page, edges) for page in pages if (edges := edges_of(page, furniture)) is not None]
        self._first_pages = first_pages

    def running(self) -> Iterator[int]:
        """Yield the lines that are running heads or feet."""
        for group in self._alike(_HEAD):
            if self._are_counted(group, _HEAD) or self._are_heads(group):
                yield from (self._edge(page, _HEAD) for page in group)
        for group in self._alike(_FOOT):
            is_foot = self._are_apart(group, _FOOT) or (len(group) >= _OFTEN and self._are_feet(group))
            if is_foot or self._are_counted(group, _FOOT):
                yield from (self._edge(page, _FOOT) for page in group)

    def _edge(self, page: int, step: int) -> int:
        edges = self._pages[page][1]
        return edges.first if step > 0 else edges.last

    def _alike(self, step: int) -> Iterator[list[int]]:
        """Yield the groups of pages whose lines at one end are alike and may be running ones."""
        groups: dict[str, list[int]] = {}
        for page in range(len(self._pages)):
            if step == _HEAD and self._pages[page][0] in self._first_pages:
                continue
            groups.setdefault(pattern_of(self._lines[self._edge(page, step)].text), []).append(page)
        for group in groups.values():
            if len(group) >= _TWICE and self._may_run([self._edge(page, step) for page in group]):
                yield group

    def _may_run(self, group: Sequence[int]) -> bool:
        """Return whether lines that are alike are neither items nor headings nor sentences of the text."""
        texts = [self._lines[index].text for index in group]
        if is_marked(texts[0]) or texts[0][-1] in _UNFINISHED or any(map(self._is_heading, group)):
            return False
        if is_post(texts[0]):
            return False  # several letters are signed
        counted = [list(map(int, DIGITS.findall(text))) for text in texts]
        rises = all(before <= after for before, after in pairwise(counted))
        is_often = len(group) >= _OFTEN or (rises and len(group) >= len(self._pages) / 2)
        return is_unfinished(texts[0]) and is_often

    def _are_counted(self, group: Sequence[int], step: int) -> bool:
        """Return whether lines that are alike end with numbers that rise from page to page."""
        texts = [self._lines[self._edge(page, step)].text for page in group]
        if len(group) < _OFTEN or not texts[0][-1].isdecimal():
            return False
        last = [int(DIGITS.findall(text)[-1]) for text in texts]
        return all(before < after for before, after in pairwise(last))

    def _are_heads(self, group: Sequence[int]) -> bool:
        """Return whether the first lines neither begin a paragraph nor continue that of the page before."""
        if any(self._continues_paragraph(page) for page in group):
            return False
        is_apart = self._are_apart(group, _HEAD)
        if len(group) >= _OFTEN:
            return is_apart or not any(self._begins_paragraph(page) for page in group)
        texts = {" ".join(self._lines[self._edge(page, _HEAD)].text.split()) for page in group}
        return is_apart and (group[0] > 0 or len(texts) == 1)  # the first page has a different head

    def _continues_paragraph(self, page: int) -> bool:
        first = self._lines[self._edge(page, _HEAD)].text[0]
        return first.islower() and self._follows_unfinished(page)

    def _begins_paragraph(self, page: int) -> bool:
        index = self._edge(page, _HEAD)
        gap = self._gap(page, index, _HEAD)
        below_follows = gap is not None and gap <= 1 and self._lines[index + 1].text[0].islower()
        return below_follows and not self._follows_unfinished(page)

    def _follows_unfinished(self, page: int) -> bool:
        """Return whether the page before a page ends in mid-sentence."""
        return page > 0 and is_unfinished(self._lines[self._edge(page - 1, _FOOT)].text)

    def _are_feet(self, group: Sequence[int]) -> bool:
        """Return whether last lines that no gap sets apart are not the ends of paragraphs.

        If they were, every one of them would follow an unfinished line directly, and no sentence would
        go on below it on the next page.
        """
        first = self._lines[self._edge(group[0], _FOOT)].text[0]
        return not first.islower() and sum(map(self._interrupts, group)) >= _TWICE

    def _interrupts(self, page: int) -> bool:
        """Return whether the last line of a page is not the end of the paragraph above it."""
        lines, index = self._lines, self._edge(page, _FOOT)
        gap = self._gap(page, index, _FOOT)
        if gap is None or gap > 1 or not is_unfinished(lines[index - 1].text):
            return True
        if abs(lines[index].indent - lines[index - 1].indent) > _SHIFT:
            return True
        return page + 1 < len(self._pages) and lines[self._edge(page + 1, _HEAD)].text[0].islower()

    def _are_apart(self, group: Sequence[int], step: int) -> bool:
        """Return whether there is a gap between the lines at an end of pages and the text.

        Below a first line of a head there may be more of it, alike on all of them.
        """
        indices = [self._edge(page, step) for page in group]
        for _ in range(_MOST_LINES):
            gaps = [self._gap(page, index, step) for page, index in zip(group, indices, strict=True)]
            if all(gap is None or gap > 1 for gap in gaps):
                return len(group) >= _OFTEN or None not in gaps
            if None in gaps:
                return False
            indices = [index + step for index in indices]
            texts = [self._lines[index].text for index in indices]
            if not is_unfinished(texts[0]) or len(set(map(pattern_of, texts))) > 1:
                return False
        return False

    def _gap(self, page: int, index: int, step: int) -> int | None:
        """Return the line ends between a line and its neighbour; ``None`` if it is the last of the page."""
        edges = self._pages[page][1]
        if not edges.first <= index + step <= edges.last:
            return None
        return self._lines[max(index, index + step)].breaks_before


def pattern_of(text: str) -> str:
    """Return a text without what differs from page to page: its digits and the width of its gaps."""
    return DIGITS.sub("0", " ".join(text.split()))
