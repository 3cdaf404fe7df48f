"""Invisible characters that a text may contain.

A record keeps them, because it keeps what was printed. The renderers make them visible, because
they can make one text look like another.
"""

from __future__ import annotations

import re

__all__ = ["INVISIBLE", "show_invisible"]

INVISIBLE = re.compile(
    "["
    "\u00ad\u034f"  # soft hyphen, grapheme joiner
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides, isolates of direction
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # fillers of Hangul, inherent vowels of Khmer
    "\u180b-\u180f"  # Mongolian selectors and separator
    "\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # zero-width spaces and joiners, operators
    "\ufff9-\ufffb"  # interlinear annotation
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls of shorthand and of music
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags
    "]"
)
"""Matches one character that is invisible or changes the direction of text.

These are the characters with the Unicode property Default_Ignorable_Code_Point and the annotation
characters, except the variation selectors, which select a form of the preceding character."""


def show_invisible(text: str) -> str:
    """Replace each invisible character by its code point, such as ``⟨U+202E⟩``.

    The mathematical brackets have no special meaning in any output format of this library.
    """
    return INVISIBLE.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"
