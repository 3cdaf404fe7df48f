"""A folded text that remembers where each of its characters stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from inspection_model.reading.lines import Line

__all__ = ["Stretch", "stretch_of"]

# What is no text: control characters and lone surrogates, and the soft hyphen, which is a hint
# for a typesetter. None of them reaches a record.
DROPPED = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ud800-\udfff"
_WORD = re.compile(f"[^\\s{DROPPED}]+")
_DROPPED = re.compile(f"[{DROPPED}]")

# After one of these a hyphen at a line end is a hanging one: "short-" / "and long-term".
_HANGING = ("and ", "or ", "to ", "nor ")


class Stretch:
    """Part of a letter as one folded text: white space folded, what is no text left out.

    Attributes:
        text: The folded text.
    """

    __slots__ = ("_joins", "_origins", "_starts", "text")

    def __init__(self, text: str, starts: list[int], origins: list[int], joins: list[bool]) -> None:
        self.text = text
        self._starts = starts  # where each piece starts in the text
        self._origins = origins  # where it starts in the source
        self._joins = joins  # whether nothing but white space stands before it since the last piece

    def origin(self, position: int) -> int:
        """Give the source's offset of a character of the text."""
        piece = bisect_right(self._starts, position) - 1
        return self._origins[piece] + position - self._starts[piece]

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the stretches of the source that a part of the text stands in.

        Where furniture stands in between there are several; white space alone does not part them.
        """
        if end <= start or not self._starts:
            return []
        if len(self._starts) == 1:
            return [(self._origins[0] + start, self._origins[0] + end)]
        spans: list[tuple[int, int]] = []
        piece = bisect_right(self._starts, start) - 1
        while piece < len(self._starts) and self._starts[piece] < end:
            first = max(start - self._starts[piece], 0)
            following = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
            last = min(end, following) - self._starts[piece]
            # The space between two pieces belongs to neither.
            if self.text[self._starts[piece] + last - 1] == " ":
                last -= 1
            if last > first:
                origin = self._origins[piece]
                if spans and self._joins[piece]:
                    spans[-1] = (spans[-1][0], origin + last)
                else:
                    spans.append((origin + first, origin + last))
            piece += 1
        return spans


def stretch_of(lines: Iterable[Line], follows: Iterable[bool] = ()) -> Stretch:
    """Fold lines into one stretch.

    Args:
        lines: The lines, in order.
        follows: For each line whether nothing but white space stands between the one before it
            and itself; a line beyond the end of this is taken to follow.
    """
    lines = list(lines)
    if len(lines) == 1 and _is_one_piece(lines[0].text):
        return Stretch(lines[0].text, [0], [lines[0].start], [True])
    starts: list[int] = []
    origins: list[int] = []
    joins: list[bool] = []
    parts: list[str] = []
    length = 0
    last = ""
    following = iter(follows)
    ends_clean = True  # whether the line before ends with text
    for line in lines:
        joined = next(following, True) and ends_clean
        ends_clean = not _DROPPED.match(line.text[-1])
        for offset, word, glued, parted in _pieces(line.text):
            if last:
                hyphen = not glued and offset == 0 and _breaks_at_hyphen(last, word)
                if not (glued or hyphen):
                    parts.append(" ")
                    length += 1
                joined = joined and not (glued or hyphen or parted)
            starts.append(length)
            origins.append(line.start + offset)
            joins.append(joined)
            parts.append(word)
            length += len(word)
            last = word
            joined = True
    return Stretch("".join(parts), starts, origins, joins)


def _is_one_piece(text: str) -> bool:
    return "  " not in text and text.isprintable()


def _pieces(text: str) -> list[tuple[int, str, bool, bool]]:
    """Cut a line into pieces: offset, text, whether it hangs on the piece before, whether what is no
    text stands before it.

    A line of printable characters and single spaces is one piece.
    """
    if _is_one_piece(text):
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
