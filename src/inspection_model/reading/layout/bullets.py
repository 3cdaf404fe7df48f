"""The marks that open a list item.

bullet := a sign that is always one | ( dash | "*" | "o" | … ) before white space or alone
number := [ "(" ] digits ( "." | ")" ) before white space
"""

from __future__ import annotations

import re

__all__ = ["LETTER_BULLETS", "NUMBER", "has_bullet", "is_marked"]

# Bullets that need nothing after them, and signs that are a bullet only before a space.
_SIGNS = frozenset(
    "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25ba\u25b8\u25c6\u25c7\u25ca\u25cb\u25cf"
    "\u25d8\u25e6\u25fb\u25fc\u25fd\u25fe\u2666\u2756\u27a2\u2b1b\u2b24\u00a7\u00b7\u23af\u0192\u2605\u2713\u2714"
    "\uf020\uf02d\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8\uf0fc\uf0be"
)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014*o+>")
NUMBER = re.compile(r"\(?([0-9]{1,4})[.)]\s+")

LETTER_BULLETS = "o\u0192"
"""The bullets that are letters."""


def has_bullet(text: str) -> bool:
    """Return whether a line begins with a bullet."""
    sign = text[0]
    if sign.isalpha() and sign not in LETTER_BULLETS:
        return False  # most lines begin with a letter
    return sign in _SIGNS or (sign in _DASHES and (len(text) == 1 or text[1].isspace()))


def is_marked(text: str) -> bool:
    """Return whether a line begins with a bullet or a number."""
    return has_bullet(text) or NUMBER.match(text) is not None
