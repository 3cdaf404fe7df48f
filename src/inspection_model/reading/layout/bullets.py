"""The marks that open a list item.

bullet := a sign that is always one
        | ( dash | arrow | symbol | "*" | "o" | … ) before white space or alone
        | any sign, or a letter beyond ASCII, before white space, if several lines open with it
        | "a)", "(ii)", "B." …, if the first and the second of them open lines
number := [ "(" ] digits ( "." | ")" ) before white space or a capital
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence, Set

from inspection_model.reading.layout.lines import Line

__all__ = ["LETTER_BULLETS", "NUMBER", "bullet_length", "common_marks", "is_marked"]

# Bullets that need nothing after them, and signs that are a bullet only before a space.
_SIGNS = frozenset(
    "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25ba\u25b8\u25c6\u25c7\u25ca\u25cb\u25cf"
    "\u25d8\u25e6\u25fb\u25fc\u25fd\u25fe\u2666\u2756\u27a2\u2b1b\u2b24\u00a7\u00b7\u23af\u0192\u2605\u2713\u2714"
    "\uf020\uf02d\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8\uf0fc\uf0be"
)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014*o+>")
# Arrows, boxes and pictures; mathematical signs; the characters of symbol fonts.
_SYMBOLS = frozenset({"So", "Sm", "Co"})
_CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793]")
# Symbols that belong to the word after them, and the sign of a character that was lost.
_NO_BULLETS = frozenset("\u00a9\u00ae\u2122\u2117\u00b0\ufffd")
# Signs that a wrapped line may begin with, or that open a heading.
_IN_SENTENCES = frozenset("&/%#\u00a3$\u20ac.,;:!?)]}(['\"\u2018\u201c\u2019\u201d\u2026")
# A symbol may be followed by the sign that selects its form, in colour or not.
_SELECTORS = "\ufe0e\ufe0f"
# Arrows, dashes and boxes as typed.
_TYPED = re.compile(r"(?:[-=]{1,2}>|>>|--|\[[ xX]?\])(?=\s)")
_ASCII = _DASHES | {"=", "["}
# Letters and roman digits, and by which two of each a list begins.
_LETTERED = re.compile(r"(\(?)([a-z]|[ivx]{1,4}|[A-Z]|[IVX]{1,4})([.)])(?=\s)")
_BEGINNINGS = ({"a", "b"}, {"i", "ii"}, {"A", "B"}, {"I", "II"})
_LETTER_ENDS = frozenset(".)")
_LONGEST_LETTERED = len("(viii)")
# So many lines that open alike are a list.
_SEVERAL = 2
NUMBER = re.compile(r"\(?([0-9]{1,4})[.)](?:\s+|(?=[A-Z]))")

LETTER_BULLETS = "o\u0192"
"""The bullets that are letters."""


def bullet_length(text: str, common: Set[str] = frozenset()) -> int:
    """Return the length of the bullet with which a line begins; 0 if it begins with none.

    Args:
        text: The text of the line.
        common: The `common_marks` of the lines around it.
    """
    sign = text[0]
    if sign in _SIGNS:
        return _sign_length(text)
    if common and (lettered := _LETTERED.match(text)) is not None:
        return lettered.end() if lettered.group() in common else 0
    if sign.isascii() and sign not in _ASCII and sign not in common:
        return 0  # most lines begin with a letter
    if (typed := _TYPED.match(text)) is not None:
        return typed.end()
    is_bullet = sign in _DASHES or sign in common or _is_symbol(sign)
    return _sign_length(text) if is_bullet and _stands_alone(text) else 0


def is_marked(text: str, common: Set[str] = frozenset()) -> bool:
    """Return whether a line begins with a bullet or a number; the arguments are those of `bullet_length`."""
    return bullet_length(text, common) > 0 or NUMBER.match(text) is not None


def common_marks(lines: Sequence[Line]) -> frozenset[str]:
    """Return the marks that are bullets in a text because several of its lines open with them.

    These are signs before white space, such as those of a symbol font that was lost (an arrow that became
    a letter beyond ASCII, a tick that became a bar), and the letters and roman digits of lists.
    """
    return _common_signs(lines) | _letters_of_lists(lines)


def _common_signs(lines: Sequence[Line]) -> frozenset[str]:
    signs = Counter(
        [
            sign
            for line in lines
            if not ((sign := line.text[0]).isascii() and sign.isalnum()) and _stands_alone(line.text)
        ]
    )
    common = frozenset(sign for sign, count in signs.items() if count >= _SEVERAL)
    return common - _IN_SENTENCES - _NO_BULLETS


def _letters_of_lists(lines: Sequence[Line]) -> frozenset[str]:
    """Return the marks with a letter or with roman digits of the lists that begin with the first two."""
    found: dict[tuple[str, str, bool], set[str]] = {}
    for line in lines:
        if not _LETTER_ENDS.isdisjoint(line.text[1:_LONGEST_LETTERED]):  # few lines
            match = _LETTERED.match(line.text)
            if match is not None:
                found.setdefault((match[1], match[3], match[2].islower()), set()).add(match[2])
    return frozenset(
        f"{opening}{letter}{end}"
        for (opening, end, _), letters in found.items()
        if any(beginning <= letters for beginning in _BEGINNINGS)
        for letter in letters
    )


def _sign_length(text: str) -> int:
    return 2 if text[1:2] and text[1] in _SELECTORS else 1


def _stands_alone(text: str) -> bool:
    """Return whether white space, or nothing, follows the first sign of a line."""
    length = _sign_length(text)
    return len(text) == length or text[length].isspace()


def _is_symbol(sign: str) -> bool:
    if sign.isascii() or sign in _NO_BULLETS:
        return False
    return unicodedata.category(sign) in _SYMBOLS or _CIRCLED.match(sign) is not None
