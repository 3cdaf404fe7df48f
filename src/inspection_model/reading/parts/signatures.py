"""The lines from the sign-off on: the signatories, and a letterhead that extraction has moved there."""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.courtesies import is_sign_off
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.parts.head import letterhead_cells, names_person, read_letterhead
from inspection_model.reading.parts.people import read_people
from inspection_model.reading.parts.signature_table import read_signature_table
from inspection_model.reading.passages import BOILERPLATE

__all__ = ["read_signatures"]


def read_signatures(builder: InspectionBuilder, lines: Sequence[Line]) -> None:
    """Take the sign-off, the signatories, and a letterhead below them."""
    if lines and is_sign_off(lines[0].text):
        builder.claim_span((lines[0].start, lines[0].end), BOILERPLATE)
        lines = lines[1:]
    rows = list(map(letterhead_cells, lines))
    found = (index for index, row in enumerate(rows) if any(cell.contacts for cell in row))
    first = next(found, len(lines))
    if first < len(lines) and (
        not names_person(lines, 0) or any(line.breaks_before > 1 for line in lines[1 : first + 1])
    ):
        # The letterhead begins with the paragraph of its first contact.
        while first > 0 and lines[first].breaks_before <= 1:
            first -= 1
    read_letterhead(builder, [cell for row in rows[first:] for cell in row])
    signed = _signed(lines[:first])
    if not read_signature_table(builder, signed):
        read_people(builder, "/publication/signatories", signed, authority=None)


def _signed(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines up to the last paragraph that may belong to a signatory.

    A paragraph below without a name or a post ("Annex") is not an address: it stays unread.
    """
    end = 0
    for index, line in enumerate(lines):
        is_continued = index == end and (index == 0 or line.breaks_before <= 1)
        if is_continued or _may_sign(PersonLine(line.text)):
            end = index + 1
    return lines[:end]


def _may_sign(kind: PersonLine) -> bool:
    """Return whether a line may belong to a signatory."""
    return kind.is_person or kind.begins_post or kind.name_end >= 0
