"""Characters that a text may hold and that a reader cannot see.

A record keeps them, because it keeps what was printed. Whoever shows a text to a person makes
them visible, because they can make a text look like another one.
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
"""One character that changes the direction of text or cannot be seen: Unicode's property
Default_Ignorable_Code_Point, with the annotation characters and without the variation selectors,
which choose the form of the character before them and hide nothing."""


def show_invisible(text: str) -> str:
    """Write each invisible character by its code point, such as ``⟨U+202E⟩``.

    The brackets are mathematical ones, which no format that we write gives a meaning to.
    """
    return INVISIBLE.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"
