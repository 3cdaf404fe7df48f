"""Where paragraphs end in a text that has lost its blank lines, as most extractors of PDFs lose them.

The opening sentence opens a paragraph always. Any other line does when its first word would have had
room on the line before:

    end     := a finished sentence, short of the width, before a capital
    heading := a line without a stop, shorter still, before a capital and a full line

That holds only in a text with more plain ends than blank lines below finished sentences: elsewhere
a short line may be an author's.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from inspection_model.reading.bullets import is_marked
from inspection_model.reading.lines import Line
from inspection_model.reading.recognition import is_opening
from inspection_model.reading.sentences import is_unfinished

__all__ = ["part_paragraphs", "usual_width"]

# Of the usual width, with the next word: what the last line of a paragraph stays below. Characters
# differ in width, so a full line may have a tenth fewer of them than another.
_PLAINLY_SHORT = 0.85
_SHORT = 0.95
# What a heading stays below, and the line below it does not.
_HEADING = 0.75
_BLANK = 2


def usual_width(lines: Sequence[Line]) -> int:
    """Give the width to which most lines of a page are filled: the ninth decile."""
    widths = sorted([line.indent + len(line.text) for line in lines])
    return widths[len(widths) * 9 // 10] if widths else 0


def part_paragraphs(lines: Sequence[Line], skipped: Set[int], first: int) -> bool:
    """Set a gap before every line that opens a paragraph without one.

    Args:
        lines: The lines of a letter.
        skipped: The indices of those that are the page's.
        first: The first line of the body.

    Returns:
        Whether the letter has no blank lines between its paragraphs, so that short lines alone tell
        where they end.
    """
    if all(line.gap > 1 for line in lines[first : first + 2]):
        return False  # below the salutation and below the subject: nearly every letter
    body = [line for index, line in enumerate(lines[first:], first) if index not in skipped]
    width = usual_width(body)
    opening: list[Line] = []
    blanks = ends = 0
    for before, line in pairwise(body):
        if line.page or not line.text[0].isupper():
            continue
        room = before.indent + len(before.text) + 1 + line.text.find(" ")
        if not is_unfinished(before.text):
            blanks += line.gap > 1
            ends += line.gap == 1 and room < width * _PLAINLY_SHORT
            opens = room < width * _SHORT
        elif is_opening(line.text):
            line.gap = _BLANK
            continue
        else:
            opens = room < width * _HEADING <= len(line.text) and not is_marked(before.text)
        if opens and line.gap == 1:
            opening.append(line)
    if ends <= blanks:
        return False
    for line in opening:
        line.gap = _BLANK
    return True
