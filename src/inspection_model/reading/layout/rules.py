"""Rules: lines of signs that divide a text or underline a heading ("=====", "* * *")."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from inspection_model.reading.layout.lines import Line

__all__ = ["find_rules"]

_FEWEST = 3  # signs
# Punctuation and symbols. The characters of symbol fonts and lost ones may be words.
_SIGNS = frozenset("PS")
_LOST = "\ufffd"


def find_rules(lines: Sequence[Line]) -> set[int]:
    """Return the indices of the lines that are rules."""
    return {index for index, line in enumerate(lines) if not line.text[0].isalnum() and _is_rule(line.text)}


def _is_rule(text: str) -> bool:
    """Return whether a text consists of signs: several together, or one several times with spaces."""
    if text[_FEWEST - 1 : _FEWEST].isalnum():
        return False  # the word behind a bullet
    signs = text.split()
    together = len(signs) == 1 and len(text) >= _FEWEST
    apart = len(signs) >= _FEWEST and len(signs[0]) == 1 and len(set(signs)) == 1
    return (together or apart) and all(
        unicodedata.category(sign)[0] in _SIGNS and sign != _LOST for sign in set("".join(signs))
    )
