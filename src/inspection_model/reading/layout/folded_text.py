"""A folded text with the position of each of its characters in the source."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import final

import msgspec

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.layout.lines import Line

__all__ = ["DROPPED", "FoldedText", "fold_lines", "quoted"]

DROPPED = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ud800-\udfff\ufffe\uffff"
"""Characters that are not text: control characters, lone surrogates, U+FFFE and U+FFFF, and the soft
hyphen, a hint for the typesetter. None of them reaches a record."""
_WORD = re.compile(f"[^\\s{DROPPED}]+")
_DROPPED = re.compile(f"[{DROPPED}]")

# Words are quoted in a remark up to this length.
_LONGEST_QUOTE = 80

_HYPHENS = frozenset("-\u2010\u2011")
_SOFT_HYPHEN = "\u00ad"


@final
class FoldedText(msgspec.Struct, gc=False):
    """Part of a letter as one text: white space folded, characters that are not text left out.

    Attributes:
        text: The text. It consists of pieces, each of which occurs in the source unchanged.
        pieces: The pieces, in order.
        breaks: The indices of the pieces that more than white space precedes in the source.
        starts: Where each piece starts in the text; empty if one space separates them.
        offset: Where the text starts in the source, if all of it occurs there with each space as
            one character (a space or a line end); otherwise -1.
    """

    text: str
    pieces: Sequence[Line]
    breaks: Sequence[int]
    starts: Sequence[int] = ()
    offset: int = -1

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the spans of the source that contain a part of the text.

        There are several where furniture lies in between; white space alone does not split them.
        """
        text, pieces = self.text, self.pieces
        if start < end:
            # A space is always a single one in a folded text.
            start += text[start] == " "
            end -= text[end - 1] == " "
        if start >= end:
            return []
        if self.offset >= 0:
            return [(self.offset + start, self.offset + end)]
        if end - start == len(text) and not self.breaks:
            return [(pieces[0].start, pieces[-1].end)]
        starts = self.starts = self.starts or _joined_by_spaces(pieces)
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1, first) - 1
        spans: list[tuple[int, int]] = []
        opening = pieces[first].start + start - starts[first]
        breaks = self.breaks
        for piece in breaks[bisect_right(breaks, first) : bisect_right(breaks, last)] if breaks else ():
            # The previous piece ends at the space between the two, if there is one.
            stop = starts[piece] - (text[starts[piece] - 1] == " ")
            spans.append((opening, pieces[piece - 1].start + stop - starts[piece - 1]))
            opening = pieces[piece].start
        spans.append((opening, pieces[last].start + end - starts[last]))
        return spans


def _joined_by_spaces(pieces: Sequence[Line]) -> list[int]:
    return list(accumulate([len(piece.text) + 1 for piece in pieces[:-1]], initial=0))


def fold_lines(lines: Sequence[Line], *, printable: bool = False) -> FoldedText:
    """Fold lines into one text.

    Args:
        lines: The lines, in order.
        printable: Whether all their characters are known to be printable.
    """
    texts = [line.text for line in lines] if len(lines) > 1 else ()
    text = " ".join(texts) if texts else lines[0].text if lines else ""
    if "  " in text or not (printable or text.isprintable()):
        return _fold_pieces(lines)
    if not texts:
        return FoldedText(text, lines, (), offset=lines[0].start if lines else -1)
    breaks = [index for index, line in enumerate(lines) if line.after_furniture and index]
    hyphens = "-" in text or (not text.isascii() and ("\u2010" in text or "\u2011" in text))
    if hyphens and not _HYPHENS.isdisjoint([line[-1] for line in texts[:-1]]):
        return _join_words(lines, breaks)
    # Lines that fill their span of the source have one character between each other, if they are in order.
    fills = lines[-1].end - lines[0].start == len(text)
    fills = fills and (not breaks or all(after.start > line.end for line, after in pairwise(lines)))
    return FoldedText(text, lines, breaks, offset=lines[0].start if fills else -1)


def _join_words(lines: Sequence[Line], breaks: list[int]) -> FoldedText:
    """Join lines of which some end within a word: "decision-" / "making"."""
    parts = [lines[0].text]
    starts = [0]
    length = len(lines[0].text)
    for index in range(1, len(lines)):
        before, after = lines[index - 1].text, lines[index].text
        if not _breaks_at_hyphen(before, after):
            parts.append(" ")
            length += 1
        elif index not in breaks:
            breaks.append(index)
        starts.append(length)
        parts.append(after)
        length += len(after)
    return FoldedText("".join(parts), lines, sorted(breaks), starts)


def _fold_pieces(lines: Sequence[Line]) -> FoldedText:
    """Fold lines of which at least one contains redundant white space or characters that are not text."""
    starts: list[int] = []
    pieces: list[Line] = []
    breaks: list[int] = []
    parts: list[str] = []
    length = 0
    last = ""
    ends_clean = True  # whether the previous line ends with text
    hyphenated = False  # whether the previous line ends with a soft hyphen
    for line in lines:
        joined = ends_clean and not line.after_furniture
        ends_clean = not _DROPPED.match(line.text[-1])
        for offset, word, glued, dirty in _pieces(line.text):
            if last:
                hyphen = offset == 0 and (
                    _breaks_at_hyphen(last, word) or (hyphenated and last[-1].isalpha() and word[0].isalpha())
                )
                if not (glued or hyphen):
                    parts.append(" ")
                    length += 1
                if glued or hyphen or dirty or not joined:
                    breaks.append(len(starts))
            starts.append(length)
            pieces.append(Line(line.start + offset, word, 0, 0, starts_page=False))
            parts.append(word)
            length += len(word)
            last = word
            joined = True
        hyphenated = line.text[-1] == _SOFT_HYPHEN
    return FoldedText("".join(parts), pieces, breaks, starts)


def _pieces(text: str) -> list[tuple[int, str, bool, bool]]:
    """Split a line into pieces; a line of printable characters and single spaces is one.

    Each is given as offset, text, whether it follows the previous piece without a space, and
    whether characters that are not text precede it.
    """
    if "  " not in text and text.isprintable():
        return [(0, text, False, False)]
    pieces: list[tuple[int, str, bool, bool]] = []
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        between = text[end:start]
        dirty = _DROPPED.search(between) is not None
        glued = bool(pieces) and dirty and not _DROPPED.sub("", between)
        pieces.append((start, word.group(), glued, dirty))
        end = word.end()
    return pieces


@functools.cache
def _hanging() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon().hanging_hyphen)


def _breaks_at_hyphen(before: str, after: str) -> bool:
    """Return whether a line ends in a hyphen that belongs to a word: "decision-" / "making"."""
    return (
        before[-1] in _HYPHENS
        and len(before) > 1
        and before[-2].isalnum()
        and after[0].isalnum()
        and not after.startswith(_hanging())
    )


def quoted(text: str) -> str:
    """Return words for the message of a remark: folded, without characters that are not text, shortened."""
    words = " ".join(_DROPPED.sub("", text).split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"
