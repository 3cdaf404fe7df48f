"""The contacts of a letterhead.

contact := [ qualifier ] label number | e-mail address | web address
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.vocabulary import ContactKind

__all__ = ["ContactSpan", "contact_spans"]

_NET = re.compile(
    r"(?P<email>[^\s@<>]{1,64}@[^\s@<>]{1,190}[^\s@<>.,;])"
    r"|(?P<web>(?:https?://|www\.)[^\s<>]{1,200}[^\s<>.,;]|[a-z0-9.-]{1,60}\.gov\.uk(?:/[^\s<>]{0,200})?)"
)
_NUMBER = re.compile(r"[(0-9][0-9 ()]{5,22}[0-9](?![0-9])")
_LABEL = re.compile(r"([A-Za-z-]{1,20})[:.]? ?\Z")
_LONGEST_LABEL = 24


class ContactSpan(NamedTuple):
    """A contact in a text.

    Attributes:
        start: Where it starts, its label included.
        end: Where it ends.
        value: Start and end of the number or address.
        kind: Its kind.
        qualifier: A word before its label that qualifies it, such as "Direct".
    """

    start: int
    end: int
    value: tuple[int, int]
    kind: ContactKind
    qualifier: str | None


@functools.cache
def _kinds() -> dict[str, ContactKind]:
    return {label.lower(): kind for kind, labels in lexicon().letters.contacts.items() for label in labels}


def contact_spans(text: str) -> list[ContactSpan]:
    """Return the contacts of a line in order."""
    found: list[ContactSpan] = []
    # Most lines of a letter have none of these signs.
    if "@" in text or "www." in text or "gov.uk" in text or "http" in text:
        for match in _NET.finditer(text):
            kind = ContactKind.EMAIL if match["email"] else ContactKind.WEB
            found.append(ContactSpan(*match.span(), match.span(), kind, None))
    for match in _NUMBER.finditer(text):
        number = _number(text, *match.span())
        if number is not None:
            found.append(number)
    return sorted(found)


def _number(text: str, start: int, end: int) -> ContactSpan | None:
    """Return the contact of a number, if a label precedes it."""
    start -= text.startswith("+", start - 1) if start else 0
    label = _LABEL.search(text, max(0, start - _LONGEST_LABEL), start)
    kind = _kinds().get(label[1].lower()) if label else None
    if label is None or kind is None:
        return None
    first = label.start()
    for qualifier in lexicon().letters.contact_qualifiers:
        if text.endswith(f"{qualifier} ", 0, first):
            return ContactSpan(first - len(qualifier) - 1, end, (start, end), kind, qualifier)
    return ContactSpan(first, end, (start, end), kind, None)
