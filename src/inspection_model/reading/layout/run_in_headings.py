"""Run-in headings: a heading on the line on which the text of its section begins ("Findings: Staff are …").

Such a line becomes two, the heading and the text below a gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from inspection_model.reading.layout.bullets import bullet_length, is_marked
from inspection_model.reading.layout.headings import Headings
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["split_run_in_headings"]

_BLANK = 2
# Within this number of lines an item with the same mark shows that a line is an item, too.
_NEARBY = 12


def split_run_in_headings(lines: Sequence[Line], headings: Headings) -> list[Line]:
    """Return lines of which none has a heading and the text of its section.

    Args:
        lines: The lines of a text without page furniture.
        headings: The headings of the known frameworks.
    """
    split: list[Line] = []
    for index, line in enumerate(lines):
        if line.text[0].islower() and line.breaks_before == 1:
            split.append(line)  # most lines
            continue
        length = headings.run_in(line.text) if _starts_paragraph(lines, index, headings) else 0
        if not length or (is_marked(line.text) and _is_listed(lines, index)):
            split.append(line)
            continue
        split.append(replace(line, text=line.text[:length].rstrip()))
        rest = line.text[length:]
        text = Line(line.start + length, rest, line.indent, _BLANK, starts_page=False)
        split.append(text)
    return split


def _starts_paragraph(lines: Sequence[Line], index: int, headings: Headings) -> bool:
    line = lines[index]
    if line.breaks_before != 1 or line.starts_page:
        return True
    return not is_unfinished(lines[index - 1].text) or headings.lines_at(lines, index - 1) > 0


def _is_listed(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line nearby begins with the same kind of mark."""
    text = lines[index].text
    nearby = [*lines[max(0, index - _NEARBY) : index], *lines[index + 1 : index + 1 + _NEARBY]]
    if bullet_length(text):
        return any(line.text[0] == text[0] for line in nearby)
    return any(is_marked(line.text) and not bullet_length(line.text) for line in nearby)
