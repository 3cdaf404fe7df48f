"""A folded text that remembers where each of its characters stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from inspection_model.reading.lines import Line

__all__ = ["Stretch", "stretch_of"]

# What is no text: control characters and lone surrogates, and the soft hyphen, which is a hint
# for a typesetter. None of them reaches a record.
DROPPED = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ud800-\udfff"
_WORD = re.compile(f"[^\\s{DROPPED}]+")
_DROPPED = re.compile(f"[{DROPPED}]")

_HYPHEN_BREAK = "- "

# After one of these a hyphen at a line end is a hanging one: "short-" / "and long-term".
_HANGING = ("and ", "or ", "to ", "nor ")


class Stretch:
    """Part of a letter as one folded text: white space folded, what is no text left out.

    Attributes:
        text: The folded text. It is made of pieces, each of which stands in the source as it is.
    """

    __slots__ = ("_breaks", "_origins", "_starts", "text")

    def __init__(self, text: str, starts: list[int], origins: list[int], breaks: list[int]) -> None:
        self.text: str = text
        self._starts = starts  # where each piece starts in the text
        self._origins = origins  # where it starts in the source
        self._breaks = breaks  # the pieces before which more than white space stands in the source

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the stretches of the source that a part of the text stands in.

        Where furniture stands in between there are several; white space alone does not part them.
        """
        text, starts, origins = self.text, self._starts, self._origins
        while start < end and text[end - 1] == " ":
            end -= 1
        while start < end and text[start] == " ":
            start += 1
        if start >= end:
            return []
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        spans: list[tuple[int, int]] = []
        opening = origins[first] + start - starts[first]
        for piece in self._breaks:
            if first < piece <= last:
                # The piece before ends at the space between the two, if there is one.
                stop = starts[piece] - (text[starts[piece] - 1] == " ")
                spans.append((opening, origins[piece - 1] + stop - starts[piece - 1]))
                opening = origins[piece]
        spans.append((opening, origins[last] + end - starts[last]))
        return spans


def stretch_of(lines: Sequence[Line], follows: Sequence[bool] = ()) -> Stretch:
    """Fold lines into one stretch.

    Args:
        lines: The lines, in order.
        follows: For each line whether nothing but white space stands between the one before it
            and itself; when left out, it is so for all of them.
    """
    text = " ".join([line.text for line in lines])
    if "  " in text or not text.isprintable() or _HYPHEN_BREAK in text or _ends_in_rare_hyphen(text):
        return _fold(lines, follows)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    breaks = [] if all(follows) else [i for i, joined in enumerate(follows) if i and not joined]
    return Stretch(text, starts[:-1], [line.start for line in lines], breaks)


def _ends_in_rare_hyphen(text: str) -> bool:
    return not text.isascii() and ("\u2010 " in text or "\u2011 " in text)


def _fold(lines: Sequence[Line], follows: Sequence[bool]) -> Stretch:
    """Fold lines of which one has white space to fold, what is no text, or a hyphen at its end."""
    starts: list[int] = []
    origins: list[int] = []
    breaks: list[int] = []
    parts: list[str] = []
    length = 0
    last = ""
    ends_clean = True  # whether the line before ends with text
    for index, line in enumerate(lines):
        joined = ends_clean and (not follows or follows[index])
        ends_clean = not _DROPPED.match(line.text[-1])
        for offset, word, glued, parted in _pieces(line.text):
            if last:
                hyphen = not glued and offset == 0 and _breaks_at_hyphen(last, word)
                if not (glued or hyphen):
                    parts.append(" ")
                    length += 1
                if glued or hyphen or parted or not joined:
                    breaks.append(len(starts))
            starts.append(length)
            origins.append(line.start + offset)
            parts.append(word)
            length += len(word)
            last = word
            joined = True
    return Stretch("".join(parts), starts, origins, breaks)


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
        before[-1] in "-\u2010\u2011"
        and len(before) > 1
        and before[-2].isalnum()
        and after[0].isalnum()
        and not after.startswith(_HANGING)
    )
