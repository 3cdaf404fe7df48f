"""The head of a letter: the inspectorate's address and contacts, and the date.

    head    := { cell }                cells of one line are parted by three spaces or more
    contact := [ "Direct" ] label number | e-mail address | web address
    date    := a cell that is a date phrase

What stands beside the contacts is the address.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from inspection_model.frameworks.phrase import fold_words
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.inspectorate import Contact
from inspection_model.reading.dates import DatePhrase, nearly_date, parse_date_phrase
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.ledger import BOILERPLATE
from inspection_model.reading.lines import Line
from inspection_model.reading.stretch import Stretch, stretch_of
from inspection_model.vocabulary import ContactKind

__all__ = ["cells", "contacts_in", "date_of", "read_letterhead"]

_CELL = re.compile(r"[^ ]+(?: {1,2}[^ ]+)*")
_NET = re.compile(
    r"(?P<email>[^\s@<>]{1,64}@[^\s@<>]{1,190}[^\s@<>.,;])"
    r"|(?P<web>(?:https?://|www\.)[^\s<>]{1,200}[^\s<>.,;]|[a-z0-9.-]{1,60}\.gov\.uk(?:/[^\s<>]{0,200})?)"
)
_EDGES = " ,;:|"
_REMARK = re.compile(r" ?\([^()]{1,40}\)\Z")


_NUMBER = re.compile(r"[(0-9][0-9 ()]{5,22}[0-9](?![0-9])")
_LABEL = re.compile(r"([A-Za-z-]{1,20})[:.]? ?\Z")


class Found(NamedTuple):
    """A contact in a text.

    Attributes:
        start: Where it starts, its label included.
        end: Where it ends.
        value: Start and end of the number or address.
        kind: Its kind.
        label: A word before its label that says more.
    """

    start: int
    end: int
    value: tuple[int, int]
    kind: ContactKind
    label: str | None


@functools.cache
def _kinds() -> dict[str, ContactKind]:
    return {label.lower(): kind for kind, labels in shared_wording().contacts.items() for label in labels}


def cells(line: Line) -> list[Line]:
    """Split a line into its cells, each as a line of its own."""
    if "   " not in line.text:
        return [line]
    return [
        Line(line.start + match.start(), match.group(), line.indent + match.start(), line.gap, line.page)
        for match in _CELL.finditer(line.text)
    ]


def date_of(text: str) -> DatePhrase | None:
    """Give the date that a whole line is, behind an optional "Date:" and before a remark in brackets.

    A line that is meant as a date and is none ("October 2018") gives a phrase with the problem.
    """
    folded = fold_words(text)
    start = len("date") if folded.startswith(("date:", "date ")) else 0
    start += len(folded[start:]) - len(folded[start:].lstrip(": "))
    phrase = parse_date_phrase(folded, start)
    if phrase is not None and not _REMARK.sub("", folded[phrase.end :]).strip(" ."):
        return phrase
    return nearly_date(folded[start:])


# The lines above the salutation are asked before it is known which of them are the letterhead.
@functools.lru_cache(maxsize=64)
def contacts_in(text: str) -> tuple[Found, ...]:
    """Find the contacts of a line, in order."""
    found: list[Found] = []
    # Nearly every line of a letter has no sign of the net.
    if "@" in text or "www." in text or "gov.uk" in text or "http" in text:
        for match in _NET.finditer(text):
            kind = ContactKind.EMAIL if match["email"] else ContactKind.WEB
            found.append(Found(*match.span(), match.span(), kind, None))
    for match in _NUMBER.finditer(text):
        number = _number(text, *match.span())
        if number is not None:
            found.append(number)
    return tuple(sorted(found))


def _number(text: str, start: int, end: int) -> Found | None:
    """Make a contact of a number, when a label stands before it."""
    start -= text.startswith("+", start - 1) if start else 0
    label = _LABEL.search(text, max(0, start - 24), start)
    kind = _kinds().get(label[1].lower()) if label else None
    if label is None or kind is None:
        return None
    first = label.start()
    for extra in shared_wording().contact_labels:
        if text.endswith(f"{extra} ", 0, first):
            return Found(first - len(extra) - 1, end, (start, end), kind, extra)
    return Found(first, end, (start, end), kind, None)


def read_letterhead(draft: Draft, cells: Iterable[Line]) -> None:
    """Take the inspectorate's name, address and contacts from cells, and enter where they stand."""
    for cell in cells:
        _read_cell(draft, cell)


def _read_cell(draft: Draft, cell: Line) -> None:
    stretch = stretch_of([cell])
    text = stretch.text
    position = 0
    for found in contacts_in(text):
        if found.start < position:
            continue
        _address(draft, stretch, position, found.start)
        first, last = found.value
        index = add(draft.contacts, Contact(kind=found.kind, value=text[first:last], label=found.label))
        facts = [(first, last, f"/inspectorates/0/contacts/{index}/value")]
        draft.ledger.enter_facts(stretch, found.start, found.end, facts, BOILERPLATE)
        position = found.end
    _address(draft, stretch, position, len(text))


def _address(draft: Draft, stretch: Stretch, start: int, end: int) -> None:
    words = stretch.text[start:end]
    first = start + len(words) - len(words.lstrip(_EDGES))
    last = start + len(words.rstrip(_EDGES))
    if first >= last:
        return
    words = stretch.text[first:last]
    inspectorate = draft.framework.inspectorate
    if len(words) == len(inspectorate) and fold_words(words) == fold_words(inspectorate):
        role = "/inspectorates/0/name"
        draft.inspectorate = words
    else:
        role = f"/inspectorates/0/address/{add(draft.address, words)}"
    draft.ledger.enter(stretch, first, last, role)
