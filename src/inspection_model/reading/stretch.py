"""A folded text that remembers where each of its characters stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import final

import msgspec

from inspection_model.frameworks.phrase import fold_words
from inspection_model.reading.lines import Line

__all__ = ["Stretch", "fold_lines", "stretch_of"]

# What is no text: control characters and lone surrogates, and the soft hyphen, which is a hint
# for a typesetter. None of them reaches a record.
DROPPED = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ud800-\udfff"
_WORD = re.compile(f"[^\\s{DROPPED}]+")
_DROPPED = re.compile(f"[{DROPPED}]")

_HYPHENS = frozenset("-\u2010\u2011")

# After one of these a hyphen at a line end is a hanging one: "short-" / "and long-term".
_HANGING = ("and ", "or ", "to ", "nor ")


@final
class Stretch(msgspec.Struct, gc=False):
    """Part of a letter as one folded text: white space folded, what is no text left out.

    Attributes:
        text: The folded text. It is made of pieces, each of which stands in the source as it is.
        pieces: The pieces, in order.
        breaks: The indices of the pieces before which more than white space stands in the source.
        starts: Where each piece starts in the text; when left out, one space parts them.
        offset: Where the text starts in the source, if all of it stands there with each space of one
            character, a line end too; otherwise -1.
    """

    text: str
    pieces: Sequence[Line]
    breaks: Sequence[int]
    starts: Sequence[int] = ()
    offset: int = -1
    _folded: str | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Start and end of all of it in the source, when that is one stretch."""
        pieces = self.pieces
        if self.breaks or not pieces:
            return None
        last = pieces[-1]
        return pieces[0].start, last.start + len(last.text)

    @property
    def folded(self) -> str:
        """The text folded by `fold_words`, character for character."""
        if self._folded is None:
            self._folded = fold_words(self.text)
        return self._folded

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the stretches of the source that a part of the text stands in.

        Where furniture stands in between there are several; white space alone does not part them.
        """
        text, pieces = self.text, self.pieces
        if start >= end:
            return []
        # Spaces stand alone in a folded text.
        start += text[start] == " "
        end -= text[end - 1] == " "
        if start >= end:
            return []
        if self.offset >= 0:
            return [(self.offset + start, self.offset + end)]
        starts = self.starts = self.starts or _joined_by_spaces(pieces)
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1, first) - 1
        spans: list[tuple[int, int]] = []
        opening = pieces[first].start + start - starts[first]
        breaks = self.breaks
        for piece in breaks[bisect_right(breaks, first) : bisect_right(breaks, last)] if breaks else ():
            # The piece before ends at the space between the two, if there is one.
            stop = starts[piece] - (text[starts[piece] - 1] == " ")
            spans.append((opening, pieces[piece - 1].start + stop - starts[piece - 1]))
            opening = pieces[piece].start
        spans.append((opening, pieces[last].start + end - starts[last]))
        return spans


def _joined_by_spaces(pieces: Sequence[Line]) -> list[int]:
    return list(accumulate([len(piece.text) + 1 for piece in pieces[:-1]], initial=0))


def stretch_of(lines: Sequence[Line], parted: Sequence[int] = (), *, printable: bool = False) -> Stretch:
    """Fold lines into one stretch.

    Args:
        lines: The lines, in order.
        parted: The indices of the lines before which more than white space stands, from 1, in order.
        printable: Whether all their characters are known to be.
    """
    if len(lines) == 1:
        text, hyphens = lines[0].text, False
    else:
        texts = [line.text for line in lines]
        text = " ".join(texts)
        hyphens = "-" in text or (not text.isascii() and ("\u2010" in text or "\u2011" in text))
        hyphens = hyphens and not _HYPHENS.isdisjoint([line[-1] for line in texts[:-1]])
    if "  " in text or not (printable or text.isprintable()):
        return fold_lines(lines, parted)
    if hyphens:
        return _join_words(lines, parted)
    offset = lines[0].start if lines else -1
    # Lines that fill their stretch of the source have one character between each other.
    if len(lines) > 1 and lines[-1].start + len(lines[-1].text) - offset != len(text):
        offset = -1
    return Stretch(text, lines, parted, offset=offset)


def _join_words(lines: Sequence[Line], parted: Sequence[int]) -> Stretch:
    """Join lines of which some end within a word: "decision-" / "making"."""
    parts = [lines[0].text]
    starts, breaks = [0], list(parted)
    length = len(lines[0].text)
    for index in range(1, len(lines)):
        before, after = lines[index - 1].text, lines[index].text
        if not _breaks_at_hyphen(before, after):
            parts.append(" ")
            length += 1
        elif index not in parted:
            breaks.append(index)
        starts.append(length)
        parts.append(after)
        length += len(after)
    return Stretch("".join(parts), lines, sorted(breaks), starts)


def fold_lines(lines: Sequence[Line], parted: Sequence[int]) -> Stretch:
    """Fold lines of which one has white space to fold, or what is no text."""
    starts: list[int] = []
    pieces: list[Line] = []
    breaks: list[int] = []
    parts: list[str] = []
    length = 0
    last = ""
    apart = frozenset(parted)
    ends_clean = True  # whether the line before ends with text
    for index, line in enumerate(lines):
        joined = ends_clean and index not in apart
        ends_clean = not _DROPPED.match(line.text[-1])
        for offset, word, glued, dirty in _pieces(line.text):
            if last:
                hyphen = not glued and offset == 0 and _breaks_at_hyphen(last, word)
                if not (glued or hyphen):
                    parts.append(" ")
                    length += 1
                if glued or hyphen or dirty or not joined:
                    breaks.append(len(starts))
            starts.append(length)
            pieces.append(Line(line.start + offset, word, 0, 0, False))
            parts.append(word)
            length += len(word)
            last = word
            joined = True
    return Stretch("".join(parts), pieces, breaks, starts)


def _pieces(text: str) -> list[tuple[int, str, bool, bool]]:
    """Cut a line into pieces; a line of printable characters and single spaces is one.

    Each is given as offset, text, whether it hangs on the piece before, and whether what is no text
    stands before it.
    """
    if "  " not in text and text.isprintable():
        return [(0, text, False, False)]
    pieces: list[tuple[int, str, bool, bool]] = []
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        between = text[end:start]
        parted = _DROPPED.search(between) is not None
        glued = bool(pieces) and parted and not _DROPPED.sub("", between)
        pieces.append((start, word.group(), glued, parted))
        end = word.end()
    return pieces


def _breaks_at_hyphen(before: str, after: str) -> bool:
    """Whether a line ends in a hyphen that belongs to a word: "decision-" / "making"."""
    return (
        before[-1] in _HYPHENS
        and len(before) > 1
        and before[-2].isalnum()
        and after[0].isalnum()
        and not after.startswith(_HANGING)
    )
