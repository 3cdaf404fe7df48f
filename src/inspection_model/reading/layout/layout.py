"""The layout of a source: its lines, page furniture and blocks, decided once.

source -> lines -> page furniture -> extent of the letter -> spacing -> run-in headings -> landmarks
-> paragraph starts -> blocks
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import final

import msgspec
from msgspec.structs import replace

from inspection_model.frameworks.framework import Framework
from inspection_model.model.reading import Remark
from inspection_model.reading.layout.blocks import Block, split_blocks
from inspection_model.reading.layout.extent import letter_extent
from inspection_model.reading.layout.furniture import Furniture, find_furniture
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.landmarks import Landmarks, find_landmarks, find_opening
from inspection_model.reading.layout.lines import BYTE_ORDER_MARK, Line, split_lines, unusual_characters
from inspection_model.reading.layout.page_order import page_remarks
from inspection_model.reading.layout.paragraphs import paragraph_starts
from inspection_model.reading.layout.run_in_headings import split_run_in_headings
from inspection_model.reading.layout.spacing import without_double_spacing
from inspection_model.reading.layout.undecoded import undecoded_remarks

__all__ = ["Layout", "lay_out"]

_BLANK = 2


@final
class Layout(msgspec.Struct, frozen=True):
    """The layout of a source. Later passes read it and never change it.

    Attributes:
        source: The source, untouched.
        lines: The lines of the letter that have text, without page furniture.
        furniture: The spans of the page furniture in the source.
        others: The spans of other documents above and below the letter: notes, replies, letters.
        landmarks: Where the body of a letter begins and ends.
        blocks: The lines from the salutation on as headings, items and paragraphs.
        has_blank_lines: Whether blank lines separate paragraphs; otherwise their ends were inferred.
        unusual: The characters that are neither printable ASCII nor the end of a line or page.
        problems: Remarks on the text as a whole: missing pages, characters that were not decoded.
    """

    source: str
    lines: Sequence[Line]
    furniture: Sequence[tuple[int, int]]
    others: Sequence[tuple[int, int]]
    landmarks: Landmarks
    blocks: Sequence[Block]
    has_blank_lines: bool
    unusual: Set[str]
    problems: Sequence[Remark]


def lay_out(source: str, frameworks: Sequence[Framework]) -> Layout:
    """Return the layout of a source.

    Args:
        source: The text of a letter.
        frameworks: The known frameworks: a line that is a heading of one of them is a block.
    """
    unusual = unusual_characters(source)
    headings = headings_of(*frameworks)
    printed = split_lines(source, unusual)
    found = find_furniture(printed, headings)
    lines, others = _letter(_without_furniture(printed, found))
    lines = split_run_in_headings(without_double_spacing(lines), headings)
    landmarks = find_landmarks(lines)
    has_blank_lines = True
    if landmarks.salutation is not None:
        starts, inferred = paragraph_starts(lines, landmarks.salutation + 1)
        has_blank_lines = not inferred
        opening = find_opening(lines, landmarks.salutation + 1)  # the subject may be glued to it
        for index in {*starts, *([] if opening is None else [opening])}:
            lines[index] = replace(lines[index], breaks_before=_BLANK)
    printable = "".join(unusual).isprintable()
    furniture = [(printed[index].start, printed[index].end) for index in found.lines | found.rules]
    if source.startswith(BYTE_ORDER_MARK):
        furniture.append((0, len(BYTE_ORDER_MARK)))
    blocks = split_blocks(lines, landmarks, headings, printable=printable)
    return Layout(
        source=source,
        lines=tuple(lines),
        furniture=tuple(furniture),
        others=others,
        landmarks=landmarks,
        blocks=blocks,
        has_blank_lines=has_blank_lines,
        unusual=unusual,
        problems=(*page_remarks(printed, found, headings), *undecoded_remarks(source, unusual)),
    )


def _letter(lines: list[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """Return the lines of the letter, and the spans of the documents above and below it."""
    extent = letter_extent(lines)
    if len(extent) == len(lines):
        return lines, []
    others = (lines[: extent.start], lines[extent.stop :])
    return lines[extent.start : extent.stop], [(part[0].start, part[-1].end) for part in others if part]


def _without_furniture(printed: Sequence[Line], furniture: Furniture) -> list[Line]:
    """Return the lines without page furniture and rules.

    A line after furniture starts a page, and has the widest of the gaps that surround the furniture. A
    rule is a gap. After a form feed without a line end, a line follows the one before directly.
    """
    lines: list[Line] = []
    between: list[Line] = []  # the furniture and the rules since the last line of the text
    has_furniture = False
    left_out = furniture.lines | furniture.rules
    for index, line in enumerate(printed):
        if index in left_out:
            between.append(line)
            has_furniture = has_furniture or index in furniture.lines
        elif not between and not line.starts_page:
            lines.append(line)  # most lines
        elif between and not has_furniture:
            lines.append(_after_rules(line, between))
            between = []
        else:
            lines.append(_after_page(line, between, is_first=not lines))
            between, has_furniture = [], False
    return lines


def _after_rules(line: Line, rules: Sequence[Line]) -> Line:
    """Return a line with the gap that rules are."""
    gap = max(_BLANK, line.breaks_before, *(rule.breaks_before for rule in rules))
    starts_page = line.starts_page or any(rule.starts_page for rule in rules)
    return replace(line, breaks_before=gap, starts_page=starts_page, after_furniture=True)


def _after_page(line: Line, furniture: Sequence[Line], *, is_first: bool) -> Line:
    """Return the first line of a page with the widest of the gaps around the furniture before it."""
    gap = max([each.breaks_before for each in furniture], default=0)
    if line.starts_page and line.breaks_before == 0 and gap <= 1 and not is_first:
        return replace(line, breaks_before=1, starts_page=False, after_furniture=bool(furniture))
    if not furniture:
        return line
    gap = max(gap, line.breaks_before)
    return replace(line, breaks_before=gap, starts_page=True, after_furniture=True)
