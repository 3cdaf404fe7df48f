"""Page numbers alone on their lines.

page number := [ label ] number [ ( "of" | "/" ) number ]           "Page 2 of 5", "p. 2", "2/5", "2"
             | sign page number sign                                "- 2 -", "[2]"
             | number "|" label                                     "2 | Page"
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.lines import Line

__all__ = ["PageNumber", "find_page_numbers", "number_in"]

# The first characters of page numbers besides those of labels.
_OPENERS = frozenset("0123456789-\u2013\u2014~*|[(<")
_LONGEST = len("Page: | 999 from 999 pages")
# A page number set to the right has at least this indent, where no text begins.
_FAR = 20


class PageNumber(NamedTuple):
    """A page number alone on its line.

    Attributes:
        number: The number of the page.
        total: The number of pages, if it is printed.
        is_certain: Whether it has more than digits or brackets, which only a page number has.
    """

    number: int
    total: int | None
    is_certain: bool


@functools.cache
def _pattern() -> re.Pattern[str]:
    labels, totals = (
        "|".join(map(re.escape, words)) for words in (lexicon().pages.labels, lexicon().pages.totals)
    )
    count = rf"([0-9]{{1,3}})(?: ?(?:{totals}|/) ?([0-9]{{1,3}}))?"
    sign = "[-\u2013\u2014~*|]"
    return re.compile(
        rf"(?:(?:{labels})(?:\.|:| ?\|)? ?)?{count}(?: ?\| ?(?:{labels}))?"
        rf"|{sign} ?(?:(?:{labels})\.? ?)?{count} ?{sign}|[\[(<] ?(?:(?:{labels})\.? ?)?{count} ?[\])>]"
    )


@functools.cache
def _openers() -> frozenset[str]:
    """Return the first characters of page numbers."""
    initials = {label[0] for label in lexicon().pages.labels}
    return _OPENERS | initials | {initial.upper() for initial in initials}


def number_in(text: str) -> PageNumber | None:
    """Return the page number that a line consists of, or ``None``."""
    if text[0] not in _openers() or len(text) > _LONGEST:
        return None
    match = _pattern().fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    number, total = next(
        (int(n), t) for n, t in zip(match.groups()[::2], match.groups()[1::2], strict=True) if n
    )
    return PageNumber(number, int(total) if total else None, not text.strip("[](<>) ").isdigit())


def find_page_numbers(lines: Sequence[Line]) -> tuple[dict[int, PageNumber], list[int]]:
    """Find the page numbers among lines.

    Returns:
        The page numbers by the index of their line, and the lines of digits that are not in the position
        of one: they may belong to the letter, or be the marks of footnotes.
    """
    openers = _openers()
    numbers: dict[int, PageNumber] = {}
    others: list[int] = []
    for index, line in enumerate(lines):
        if (
            len(line.text) <= _LONGEST
            and line.text[0] in openers
            and (number := number_in(line.text)) is not None
        ):
            if number.is_certain or _is_in_position(lines, index):
                numbers[index] = number
            else:
                others.append(index)
    return numbers, others


def _is_in_position(lines: Sequence[Line], index: int) -> bool:
    """Return whether digits alone on their line are in the position of a page number."""
    line = lines[index]
    if line.indent >= _FAR or line.starts_page:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.starts_page:
        return True
    # Alone between blank lines, or directly before the next item of a list.
    return (line.breaks_before > 1 and following.breaks_before > 1) or is_marked(following.text)
