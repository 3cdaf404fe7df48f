"""The two ends of a letter: what stands before the salutation and after the sign-off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspection_model.reading.address import read_people
from inspection_model.reading.draft import Draft
from inspection_model.reading.ledger import BOILERPLATE
from inspection_model.reading.letterhead import cells, contacts_in, date_of, read_letterhead
from inspection_model.reading.lines import Line
from inspection_model.reading.people import is_name, is_post, name_end
from inspection_model.reading.sign_off import is_sign_off
from inspection_model.reading.stretch import stretch_of

__all__ = ["read_head", "read_signatures"]

_DIGIT = re.compile("[0-9]")


def read_head(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the letterhead, the date and the addressees."""
    rows = [cells(line) for line in lines]
    dates = ((i, _take_date(draft, row)) for i, row in enumerate(rows))
    date, dated = next(((i, cell) for i, cell in dates if cell is not None), (None, None))
    last_contact = next((i for i in range(len(lines) - 1, -1, -1) if contacts_in(lines[i].text)), -1)
    letterhead_end = last_contact + 1
    before = [i for i in range(len(lines)) if i != date]
    first = max(letterhead_end, 0 if date is None else date + 1)
    people = [i for i in before if i >= first]
    if date is not None and date + 1 < letterhead_end and _opens_person(lines, date + 1):
        # The addressee's own contacts, not the letterhead's.
        letterhead_end = next((i for i in range(date, -1, -1) if contacts_in(lines[i].text)), -1) + 1
        people = [i for i in before if i > date]
    elif not people and date is not None:
        # The addressee stands above the date.
        people = [i for i in before if letterhead_end <= i < date]
    elif date is None:
        # Without a date, the addressee starts after the next blank line.
        opens = (n for n, i in enumerate(people) if lines[i].gap > 1 or i == 0)
        people = people[next(opens, len(people)) :]
    addressed = set(people)
    # What stands beside the date is the letterhead's, too, when the date stands within that.
    head = [row for i, row in enumerate(rows) if i not in addressed and (i != date or i < letterhead_end)]
    read_letterhead(draft, [cell for row in head for cell in row if cell is not dated])
    draft.recipients = read_people(
        [lines[i] for i in people],
        pointer="/letter/recipients",
        ledger=draft.ledger,
        authority=draft.authority,
    )


def _opens_person(lines: Sequence[Line], index: int) -> bool:
    """Whether a person with a post is named on a line, or on it and the next."""
    text = lines[index].text
    following = lines[index + 1] if index + 1 < len(lines) else None
    is_named = is_name(text) and following is not None and following.gap == 1 and is_post(following.text)
    return is_named or name_end(text) >= 0


def _take_date(draft: Draft, row: Sequence[Line]) -> Line | None:
    """Take the letter's date, when one of the cells of a line is one; give that cell."""
    for cell in row:
        if _DIGIT.search(cell.text) is None:
            continue
        stretch = stretch_of([cell])
        phrase = date_of(stretch.text)
        if phrase is None:
            continue
        printed = stretch.text
        draft.date, draft.date_as_printed = phrase.single, printed
        pointer = "/letter/date_as_printed"
        draft.ledger.enter_all(stretch, pointer)
        draft.remark_on_date(phrase, printed, pointer=pointer)
        return cell
    return None


def read_signatures(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the sign-off, the signatories, and a letterhead that extraction has moved to the end."""
    rest = list(lines)
    if rest and is_sign_off(rest[0].text):
        draft.ledger.enter_span(rest[0].start, rest[0].end, BOILERPLATE)
        rest = rest[1:]
    contacts = [i for i, line in enumerate(rest) if contacts_in(line.text)]
    if contacts:
        first = contacts[0]
        if not _opens_person(rest, 0) or any(line.gap > 1 for line in rest[1 : first + 1]):
            while first > 0 and rest[first].gap <= 1:
                first -= 1
        read_letterhead(draft, [cell for line in rest[first:] for cell in cells(line)])
        rest = rest[:first]
    draft.signatories = read_people(rest, pointer="/letter/signatories", ledger=draft.ledger, authority=None)
