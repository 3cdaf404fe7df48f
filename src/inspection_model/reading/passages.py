"""From claims on a source to a partition of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter
from typing import TypeAlias

from inspection_model.reading.layout.folded_text import DROPPED
from inspection_model.vocabulary import PassageRole

__all__ = ["ASIDE", "BOILERPLATE", "FURNITURE", "UNREAD", "Claim", "dropped_characters", "partition"]

Claim: TypeAlias = tuple[int, int, str]
"""Start, end and role of a span of the source."""

ASIDE = PassageRole.ASIDE.value
BOILERPLATE = PassageRole.BOILERPLATE.value
FURNITURE = PassageRole.FURNITURE.value
UNREAD = PassageRole.UNREAD.value

# White space, characters that are not text, and punctuation between facts.
_LAYOUT = re.compile(f"[\\s{DROPPED}.,:;|]*")
# The soft hyphen is left out without a remark.
_NOT_TEXT = re.compile(f"[{DROPPED}]".replace("\u00ad", ""))

_BY_START = itemgetter(0)
_BY_END = itemgetter(1)


def partition(source: str, claims: Iterable[Claim]) -> list[Claim]:
    """Return claims that cover the source without overlap.

    Where claims overlap, the one that starts last wins, so that a fact inside a sentence or inside
    another fact keeps its span; of equal spans the first claim wins. What is not claimed is
    furniture (white space and punctuation) or unread.
    """
    parts: list[Claim] = []
    open_claims: list[Claim] = []  # each inside the one before
    position = 0
    ordered = sorted(claims, key=_BY_END, reverse=True)  # outer before inner; sorts are stable
    ordered.sort(key=_BY_START)
    ordered.append((len(source), len(source), ""))
    for claim in ordered:
        start = claim[0]
        while open_claims:
            _, end, role = open_claims[-1]
            if position < start and position < end:
                until = min(end, start)
                if role[0] == "/":
                    parts.append((position, until, role))
                elif role == UNREAD:
                    _fill(parts, source, position, until)  # without the white space around a fact
                else:
                    _add(parts, position, until, role)
                position = until
            if end > start:
                break
            open_claims.pop()
        else:
            if position < start:
                _fill(parts, source, position, start)
                position = start
        if not open_claims or open_claims[-1][:2] != claim[:2]:
            open_claims.append(claim)
    return parts


def dropped_characters(source: str, parts: Iterable[Claim]) -> list[int]:
    """Return the offsets of the characters in furniture and unread parts that are not text."""
    return [
        start + match.start()
        for start, end, role in parts
        if role in (FURNITURE, UNREAD)
        for match in _NOT_TEXT.finditer(source[start:end])
    ]


def _fill(parts: list[Claim], source: str, start: int, end: int) -> None:
    """Add a span that is not claimed, as furniture or as unread."""
    text = source[start:end]
    if text.isspace() or _LAYOUT.fullmatch(text):
        _add(parts, start, end, FURNITURE)
        return
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip())
    _add(parts, start, first, FURNITURE)
    _add(parts, first, last, UNREAD)
    _add(parts, last, end, FURNITURE)


def _add(parts: list[Claim], start: int, end: int, role: str) -> None:
    """Add a part that states no fact, unless it is empty; neighbours of one role are one part."""
    if parts and parts[-1][2] == role:
        parts[-1] = (parts[-1][0], end, role)
    elif start < end:
        parts.append((start, end, role))
