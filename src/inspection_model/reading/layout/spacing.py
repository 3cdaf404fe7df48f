"""Double spacing: a text in which a blank line follows every line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["without_double_spacing"]

_DOUBLE = 2
# So many sentences that go on after a blank line show how a text is set.
_SEVERAL = 3


def without_double_spacing(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the line ends before them as in a text with single spacing.

    Sentences that go on from one line to the next show the spacing. In a text with double spacing two line
    ends before a line count as one, and one is taken from more.
    """
    double = 0
    for before, line in pairwise(lines):
        if line.breaks_before <= _DOUBLE and line.text[0].islower() and not line.starts_page:
            if line.breaks_before < _DOUBLE:
                return list(lines)
            double += is_unfinished(before.text)
    if double < _SEVERAL:
        return list(lines)
    return [
        replace(line, breaks_before=line.breaks_before - 1) if line.breaks_before >= _DOUBLE else line
        for line in lines
    ]
