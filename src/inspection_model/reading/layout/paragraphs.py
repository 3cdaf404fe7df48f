"""Paragraph ends in a text without blank lines, as most text extractors of PDFs produce it.

The opening sentence always starts a paragraph. Any other line does if its first word would have fitted
on the previous line:

    end     := a finished sentence, short of the width, before a capital
    heading := a line without a stop, shorter still, before a capital and a full line

This is inferred only in a text with more such ends than blank lines below finished sentences: in
any other text a short line may be the author's choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.landmarks import opening_words
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["paragraph_starts", "usual_width"]

# The last line of a paragraph stays below this share of the usual width, together with the next
# word. Characters differ in width, so a full line may have a tenth fewer of them than another.
_PLAINLY_SHORT = 0.85
_SHORT = 0.95
# A heading stays below this share, and the line below it does not.
_HEADING = 0.75


def usual_width(lines: Sequence[Line]) -> int:
    """Return the width to which most lines of a page are filled: the ninth decile."""
    widths = sorted([line.indent + len(line.text) for line in lines])
    return widths[len(widths) * 9 // 10] if widths else 0


def paragraph_starts(lines: Sequence[Line], first: int) -> tuple[set[int], bool]:
    """Infer which lines start a paragraph although no blank line precedes them.

    Args:
        lines: The lines of a letter without page furniture.
        first: The first line of the body.

    Returns:
        Their indices, and whether the letter has no blank lines between its paragraphs, so that
        only short lines show where they end.
    """
    if all(line.breaks_before > 1 for line in lines[first : first + 2]):
        return set(), False  # below the salutation and below the subject: most letters
    width = usual_width(lines[first:])
    openings: set[int] = set()
    inferred: set[int] = set()
    blanks = ends = 0
    for index, (before, line) in enumerate(pairwise(lines[first:]), first + 1):
        if line.starts_page or not line.text[0].isupper():
            continue
        room = before.indent + len(before.text) + 1 + line.text.find(" ")
        if not is_unfinished(before.text):
            blanks += line.breaks_before > 1
            ends += line.breaks_before == 1 and room < width * _PLAINLY_SHORT
            starts = room < width * _SHORT
        elif line.text.lower().startswith(opening_words()):
            openings.add(index)
            continue
        else:
            starts = room < width * _HEADING <= len(line.text) and not is_marked(before.text)
        if starts and line.breaks_before == 1:
            inferred.add(index)
    return (openings | inferred, True) if ends > blanks else (openings, False)
