"""The layout of a source: its lines, page furniture and blocks, decided once.

source -> lines -> page furniture -> extent of the letter -> landmarks -> paragraph starts -> blocks
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import final

import msgspec
from msgspec.structs import replace

from inspection_model.frameworks.framework import Framework
from inspection_model.reading.layout.blocks import Block, split_blocks
from inspection_model.reading.layout.extent import letter_extent
from inspection_model.reading.layout.furniture import furniture_lines
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.landmarks import Landmarks, find_landmarks, find_opening
from inspection_model.reading.layout.lines import BYTE_ORDER_MARK, Line, split_lines, unusual_characters
from inspection_model.reading.layout.paragraphs import paragraph_starts

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
    """

    source: str
    lines: Sequence[Line]
    furniture: Sequence[tuple[int, int]]
    others: Sequence[tuple[int, int]]
    landmarks: Landmarks
    blocks: Sequence[Block]
    has_blank_lines: bool
    unusual: Set[str]


def lay_out(source: str, frameworks: Sequence[Framework]) -> Layout:
    """Return the layout of a source.

    Args:
        source: The text of a letter.
        frameworks: The known frameworks: a line that is a heading of one of them is a block.
    """
    unusual = unusual_characters(source)
    printed = split_lines(source, unusual)
    indices = furniture_lines(printed)
    lines, others = _letter(_without_furniture(printed, indices))
    landmarks = find_landmarks(lines)
    has_blank_lines = True
    if landmarks.salutation is not None:
        starts, inferred = paragraph_starts(lines, landmarks.salutation + 1)
        has_blank_lines = not inferred
        opening = find_opening(lines, landmarks.salutation + 1)  # the subject may be glued to it
        for index in {*starts, *([] if opening is None else [opening])}:
            lines[index] = replace(lines[index], breaks_before=_BLANK)
    printable = "".join(unusual).isprintable()
    furniture = [(printed[index].start, printed[index].end) for index in indices]
    if source.startswith(BYTE_ORDER_MARK):
        furniture.append((0, len(BYTE_ORDER_MARK)))
    blocks = split_blocks(lines, landmarks, headings_of(*frameworks), printable=printable)
    return Layout(source, tuple(lines), tuple(furniture), others, landmarks, blocks, has_blank_lines, unusual)


def _letter(lines: list[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """Return the lines of the letter, and the spans of the documents above and below it."""
    extent = letter_extent(lines)
    if len(extent) == len(lines):
        return lines, []
    others = (lines[: extent.start], lines[extent.stop :])
    return lines[extent.start : extent.stop], [(part[0].start, part[-1].end) for part in others if part]


def _without_furniture(printed: Sequence[Line], furniture: Set[int]) -> list[Line]:
    """Return the lines without page furniture.

    A line after furniture starts a page, and has the widest of the gaps that surround the furniture.
    After a form feed without a line end, a line follows the one before directly.
    """
    lines: list[Line] = []
    after, breaks = False, 0
    for index, line in enumerate(printed):
        if index in furniture:
            after, breaks = True, max(breaks, line.breaks_before)
            continue
        if line.starts_page and line.breaks_before == 0 and lines:
            lines.append(replace(line, breaks_before=1, starts_page=False, after_furniture=after))
        elif after:
            breaks = max(breaks, line.breaks_before)
            lines.append(replace(line, breaks_before=breaks, starts_page=True, after_furniture=True))
        else:
            lines.append(line)
        after, breaks = False, 0
    return lines
