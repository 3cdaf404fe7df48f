"""Where a paragraph of a PDF ends: on a page, and between two pages.

Within a page a paragraph ends before a line

    gap     := farther below the line above it than the lines of a sentence are from each other
    room    := whose first word would have fitted on the line above, which ends a sentence
    indent  := indented, unlike the lines around it, below the end of a sentence

The distance of lines within a sentence is measured where a line continues in lower case, so that it is known
for any font, size and spacing. The gap between two pages cannot be seen. A paragraph continues

    | if its sentence does
    | if it has no room for the next word, and no sign of its end: word processors write the end of a
      paragraph as a separate run, a lone space

If the file has no such signs, a full line that ends a sentence at the foot of a page leaves a doubt.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from inspection_model.reading.files.pdf_lines import MARGIN, Page
from inspection_model.reading.files.pdf_row import Row
from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["Paragraphs", "Turn", "paragraphs"]

# Proportions: a gap is a distance a tenth wider than within a sentence, or half wider than the next ones;
# lines that are not set apart have 1.2 to 1.3 times their height; an indent is up to four heights wide.
_GAP = 1.1
_WIDE_GAP = 1.25
_LOCAL_GAP = 1.5
_SINGLE = 1.6
_INDENT = 0.8
_WIDEST_INDENT = 4.0
# So many pitches within sentences show what is usual on a page; a full line has this share of the widest.
_SHOWING = 3
_FULL = 0.6
# How many lines above a line may be beside it, and from which share of its height on they are above it.
_BESIDE = 4
_BELOW = 0.95


class Turn(NamedTuple):
    """A turn of the page.

    Attributes:
        continues: Whether a paragraph continues on the next page.
        uncertain: Whether nothing shows if it does.
    """

    continues: bool
    uncertain: bool = False


class Paragraphs(NamedTuple):
    """The paragraphs of pages.

    Attributes:
        starts: Which lines of each page start a paragraph after a line above.
        turns: The turns of the pages.
        inferred: Whether most sentences that end a paragraph are shown by the room on their line, not by
            a gap: a paragraph with a full last line then looks as if it continued.
    """

    starts: list[list[bool]]
    turns: list[Turn]
    inferred: bool


def paragraphs(pages: Sequence[Page]) -> Paragraphs:
    """Find the paragraphs of pages."""
    edge = _edge([line for page in pages for line in page.body])
    spacings = [_spacing(page.body) for page in pages]
    flowing = [pitch for spacing in spacings for pitch in spacing.flowing]
    single = [pitch for spacing in spacings for pitch in spacing.single]
    gaps = [_gaps(page.body, spacing, flowing, single) for page, spacing in zip(pages, spacings, strict=True)]
    edges = [
        _edges(page.body, gap, spacing.flows, edge)
        for page, gap, spacing in zip(pages, gaps, spacings, strict=True)
    ]
    starts = [_starts(page.body, gap, of_page) for page, gap, of_page in zip(pages, gaps, edges, strict=True)]
    marked = _are_ends_marked(pages, gaps)
    turns = [
        _turn(page.body, [edge, *of_page][-1], following.body, marked=marked)
        for (page, following), of_page in zip(pairwise(pages), edges, strict=False)
    ]
    below = [
        (gap, start)
        for page, of_gaps, of_starts in zip(pages, gaps, starts, strict=True)
        for above, gap, start in zip(page.body, of_gaps[1:], of_starts[1:], strict=False)
        if not is_unfinished(above.text)
    ]
    inferred = sum(start and not gap for gap, start in below) > sum(gap for gap, _ in below)
    return Paragraphs(starts, turns, inferred)


def _height(line: Row) -> float:
    return line.top - line.bottom


# Gaps.


class _Spacing(NamedTuple):
    """The pitches of a page: how far each line but the first is below the one above it in its column.

    Attributes:
        pitches: All of them.
        flows: Whether each is within a sentence.
        flowing: Those that are.
        single: Those of lines that are not set apart.
    """

    pitches: list[float]
    flows: list[bool]
    flowing: list[float]
    single: list[float]


def _spacing(lines: Sequence[Row]) -> _Spacing:
    pitches = [_above(lines, index).base - lines[index].base for index in range(1, len(lines))]
    flows = [_flows(above, line) for above, line in pairwise(lines)]
    single = [
        pitch for line, pitch in zip(lines[1:], pitches, strict=True) if pitch <= _SINGLE * _height(line)
    ]
    return _Spacing(pitches, flows, list(compress(pitches, flows)), single)


def _above(lines: Sequence[Row], index: int) -> Row:
    """Return the line above a line in its column: the last one, unless that is beside it."""
    line = lines[index]
    above = lines[index - 1]
    if above.base - line.base > _BELOW * _height(line):
        return above  # most lines
    for above in reversed(lines[max(0, index - _BESIDE) : index]):
        if above.base - line.base > _BELOW * _height(line) or _is_over(above, line):
            return above
    return lines[index - 1]


def _is_over(above: Row, line: Row) -> bool:
    return above.left < line.right and line.left < above.right


def _flows(above: Row, line: Row) -> bool:
    """Return whether a sentence continues from one line on the next."""
    return line.text[0].islower() and is_unfinished(above.text) and not is_marked(line.text)


def _gaps(
    lines: Sequence[Row], spacing: _Spacing, flowing: Sequence[float], single: Sequence[float]
) -> list[bool]:
    """Return before which lines there is a gap.

    Args:
        lines: The lines of a page.
        spacing: Their pitches.
        flowing: The pitches within the sentences of all pages.
        single: The pitches of all pages that are not set apart.
    """
    pitches = spacing.pitches
    own = spacing.flowing if len(spacing.flowing) >= _SHOWING else flowing
    usual = statistics.median_low(own or spacing.single or single or pitches or [0.0])
    gaps = [False]
    for index, (pitch, flows) in enumerate(zip(pitches, spacing.flows, strict=True)):
        if flows or pitch > usual * _GAP:
            gaps.append(pitch > usual * _WIDE_GAP if flows else True)
        else:
            least = _height(lines[index])
            near = [each for each in pitches[max(0, index - 1) : index + 2] if each >= least]
            gaps.append(bool(near) and pitch > min(near) * _LOCAL_GAP)
    return gaps[: len(lines)]


# The ends of columns.


def _edge(lines: Sequence[Row]) -> float:
    """Return where full lines end: the ninth decile of those that are nearly as long as the longest."""
    left = min((line.left for line in lines), default=0.0)
    longest = max((line.right for line in lines), default=0.0)
    rights = sorted(line.right for line in lines if line.right - left >= _FULL * (longest - left))
    return rights[len(rights) * 9 // 10] if rights else longest


def _edges(lines: Sequence[Row], gaps: Sequence[bool], flows: Sequence[bool], usual: float) -> list[float]:
    """Return where the column of each line ends: with the longest line between two gaps.

    If no sentence continues on a next line there, all lines may be short: then the usual end counts.
    """
    starts = [0, *(index for index, gap in enumerate(gaps) if gap), len(lines)]
    edges: list[float] = []
    for start, end in pairwise(starts):
        run = lines[start:end]
        is_known = any(flows[start : end - 1])
        edges += [max(line.right for line in run) if is_known else usual] * len(run)
    return edges


def _has_room(above: Row, line: Row, edge: float) -> bool:
    """Return whether the first word of a line would have fitted on the line above it."""
    word, *_ = line.text.split()
    width = (line.right - line.left) * (len(word) + 1) / len(line.text)
    # Widths are estimates: a line's height to spare, about two letters, makes it certain.
    return above.right + width + _height(above) < edge


# The starts of paragraphs.


def _starts(lines: Sequence[Row], gaps: Sequence[bool], edges: Sequence[float]) -> list[bool]:
    """Return before which lines of a page a paragraph ends."""
    return [
        gap or (index > 0 and _starts_without_gap(lines, index, edges[index - 1]))
        for index, gap in enumerate(gaps)
    ]


def _starts_without_gap(lines: Sequence[Row], index: int, edge: float) -> bool:
    above, line = lines[index - 1], lines[index]
    if is_unfinished(above.text) or is_marked(line.text) or not line.text[0].isupper():
        return False
    if not _is_over(above, line):
        return False
    if _has_room(above, line, edge) and _is_prose(line, edge):
        return True
    indent = line.left - above.left
    is_indented = _INDENT * _height(line) < indent < _WIDEST_INDENT * _height(line)
    return is_indented and not is_marked(above.text) and _is_back(lines, index)


def _is_prose(line: Row, edge: float) -> bool:
    """Return whether a line belongs to a text, not to an address: it ends a sentence, or is full."""
    return not is_unfinished(line.text) or line.right - line.left > _FULL * (edge - line.left)


def _is_back(lines: Sequence[Row], index: int) -> bool:
    """Return whether the line below an indented one has the left margin of the line above it."""
    below = lines[index + 1 : index + 2]
    return bool(below) and abs(below[0].left - lines[index - 1].left) < MARGIN


# The turns of pages.


def _are_ends_marked(pages: Sequence[Page], gaps: Sequence[Sequence[bool]]) -> bool:
    """Return whether lone spaces follow the paragraphs of a file, as far as gaps show where they end."""
    ends = [
        above.ends
        for page, gap in zip(pages, gaps, strict=True)
        for above, after in zip(page.body, gap[1:], strict=False)
        if after
    ]
    return 2 * sum(ends) > len(ends)


def _turn(body: Sequence[Row], edge: float, following: Sequence[Row], *, marked: bool) -> Turn:
    """Return whether a paragraph continues from the end of a page on the next page."""
    if not body or not following or is_marked(following[0].text):
        return Turn(continues=False)
    last, first = body[-1], following[0]
    if is_unfinished(last.text) and first.text[0].islower():
        return Turn(continues=True)
    if not (is_marked(last.text) or abs(first.left - last.left) < MARGIN):
        return Turn(continues=False)
    is_finished = not is_unfinished(last.text)
    if marked and (last.ends or not is_finished):
        return Turn(continues=not last.ends)  # also between the lines of an address
    if marked or not is_finished or _has_room(last, first, edge):
        return Turn(continues=not _has_room(last, first, edge))
    return Turn(continues=False, uncertain=True)
