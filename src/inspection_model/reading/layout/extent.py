"""The lines of one letter, in a source that may hold several documents.

    source   := { document } letter { document }
    document := a covering note, a reply, a forwarded message, another letter

A reader that took all of it for one letter would put the findings of one authority under the name
of another.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.dates import line_date
from inspection_model.reading.grammar.names import is_name, is_post, name_end
from inspection_model.reading.layout.landmarks import (
    find_salutations,
    find_sign_offs,
    opening_words,
    salutation_of_letter,
)
from inspection_model.reading.layout.lines import Line

__all__ = ["letter_extent"]

# The marks before each line of a message that another one quotes.
_QUOTE_MARKS = "> "
_MOST_FIELD = 12


def letter_extent(lines: Sequence[Line]) -> range:
    """Return the lines of the letter: all of them, unless other documents are above or below.

    Another document is recognised by its salutation, if a sign-off or an opening sentence separates
    it from the letter's own, or by the fields of a mail ("From:", "Sent:").

    Args:
        lines: The lines of the source without page furniture.
    """
    salutations = find_salutations(lines)
    salutation = salutation_of_letter(lines, salutations)
    if salutation is None:
        return range(len(lines))
    marks = _Marks(lines, find_sign_offs(lines, 0), _openings(lines))
    above = (marks.boundary(index, salutation) for index in salutations if index < salutation)
    below = (marks.boundary(salutation, index) for index in salutations if index > salutation)
    first = max((index for index in above if index is not None), default=0)
    last = next((index for index in below if index is not None), len(lines))
    last = min(last, marks.second_sign_off(salutation))
    for index in _mails(lines):
        if index < salutation:
            first = max(first, _end_of_mail_fields(lines, index))
        else:
            last = min(last, index)
    return range(first, last)


class _Marks(NamedTuple):
    """What shows that a document begins or ends.

    Attributes:
        lines: The lines.
        sign_offs: The indices of the sign-offs, in order.
        openings: The indices of the lines that begin like an opening sentence, in order.
    """

    lines: Sequence[Line]
    sign_offs: Sequence[int]
    openings: Sequence[int]

    def boundary(self, upper: int, lower: int) -> int | None:
        """Return the first line of the document whose salutation is the lower one of two.

        Returns:
            ``None`` if both salutations belong to one document.
        """
        signed = _next(self.sign_offs, upper)
        if signed is not None and signed < lower:
            return _after_signature(self.lines, signed + 1, lower)
        opening = _next(self.openings, upper)
        if opening is None or opening >= lower or _next(self.openings, lower) is None:
            return None
        starts = (i for i in range(lower, upper, -1) if self.lines[i].starts_page or _is_date(self.lines[i]))
        return next(starts, lower)

    def second_sign_off(self, salutation: int) -> int:
        """Return where a document begins that has a sign-off but no salutation, or the end of the lines."""
        below = self.sign_offs[bisect_right(self.sign_offs, salutation) :]
        for upper, lower in pairwise(below):
            start = _after_signature(self.lines, upper + 1, lower)
            if start < lower:  # otherwise only a second signatory is between the two
                return start
        return len(self.lines)


def _next(indices: Sequence[int], after: int) -> int | None:
    """Return the first of some indices that is greater than another one."""
    at = bisect_right(indices, after)
    return indices[at] if at < len(indices) else None


def _openings(lines: Sequence[Line]) -> list[int]:
    words = opening_words()
    return [index for index, line in enumerate(lines) if line.text[: len(words)].lower() == words]


def _after_signature(lines: Sequence[Line], first: int, last: int) -> int:
    """Return where the signatures end, of which the first line is given: at ``last`` at the latest."""
    dated = any(map(_is_date, lines[first:last]))
    for index in range(first + 1, last):
        line, above = lines[index].text, lines[index - 1].text
        if lines[index].starts_page or _is_date(lines[index]):
            return index
        # A post may be followed by another post, or by a second signatory; an addressee follows a date.
        if (is_post(above) or name_end(above) >= 0) and not (is_post(line) or (dated and is_name(line))):
            return index
    return last


def _is_date(line: Line) -> bool:
    return any(map(str.isdigit, line.text)) and line_date(fold_words(line.text)) is not None


def _mails(lines: Sequence[Line]) -> list[int]:
    """Return the lines at which the fields of a mail begin: "From: …" above "Sent: …"."""
    fields = _mail_fields()
    openers = {*_QUOTE_MARKS, fields[0][0], fields[0][0].upper()}  # most lines begin with another letter
    return [
        index
        for index, line in enumerate(lines[:-1])
        if line.text[0] in openers and _field(line) == fields[0] and _field(lines[index + 1]) in fields
    ]


def _end_of_mail_fields(lines: Sequence[Line], index: int) -> int:
    while _field(lines[index]) in _mail_fields():
        index += 1
    return index


def _field(line: Line) -> str:
    """Return the name of the field of a mail that a line may be, folded."""
    return line.text[:_MOST_FIELD].lstrip(_QUOTE_MARKS).lower().partition(":")[0]


@functools.cache
def _mail_fields() -> tuple[str, ...]:
    return lexicon().letters.mail_fields
