"""Letterheads: contacts with their labels, cells, addresses, dates."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.model.inspectorate import Contact
from inspection_model.reading.draft import Draft
from inspection_model.reading.ledger import Ledger
from inspection_model.reading.letterhead import cells, contacts_in, date_of, read_letterhead
from inspection_model.reading.lines import Line, split_lines
from inspection_model.vocabulary import ContactKind


def _contacts(text: str) -> list[tuple[str, str | None, str]]:
    return [(found.kind.value, found.label, text[slice(*found.value)]) for found in contacts_in(text)]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("T 0300 123 4567", [("telephone", None, "0300 123 4567")]),
        ("Tel: (01632) 960 001", [("telephone", None, "(01632) 960 001")]),
        ("Telephone. +44 1632 960001", [("telephone", None, "+44 1632 960001")]),
        ("Textphone 0161 618 8524", [("textphone", None, "0161 618 8524")]),
        ("Direct F 01632960001", [("fax", "Direct", "01632960001")]),
        ("a@b.cc", [("email", None, "a@b.cc")]),
        ("write to a.b-c@d.example, or", [("email", None, "a.b-c@d.example")]),
        ("www.x.example.", [("web", None, "www.x.example")]),
        ("https://x.example/a?b=c#d", [("web", None, "https://x.example/a?b=c#d")]),
        ("www.gov.uk/ofsted", [("web", None, "www.gov.uk/ofsted")]),
        ("reports.ofsted.gov.uk/a", [("web", None, "reports.ofsted.gov.uk/a")]),
        ("T 01632 960001 a@b.cc www.x.example", [
            ("telephone", None, "01632 960001"), ("email", None, "a@b.cc"), ("web", None, "www.x.example")]),
        # A number without a label, and what only nearly is a contact.
        ("0300 123 4567", []),
        ("Order 0300 123 4567", []),
        ("T 123", []),
        ("@", []),
        ("a@", []),
        ("www.", []),
        ("", []),
    ],
)  # fmt: skip
def test_contacts_are_found_with_kind_and_label(
    text: str, contacts: list[tuple[str, str | None, str]]
) -> None:
    assert _contacts(text) == contacts


def test_a_line_is_parted_into_cells_at_three_spaces() -> None:
    (line,) = split_lines("  Pear Gate     T 01632  960001   x")
    found = cells(line)
    assert found == [
        Line(start=2, text="Pear Gate", indent=2, gap=0, page=False),
        Line(start=16, text="T 01632  960001", indent=16, gap=0, page=False),
        Line(start=34, text="x", indent=34, gap=0, page=False),
    ]
    assert cells(split_lines("one  cell")[0]) == split_lines("one  cell")


@pytest.mark.parametrize("text", ["9 May 2019", "Date: 9 May 2019", "9 May 2019.", "date:9/5/2019", "9 May"])
def test_a_line_that_is_a_date_alone_is_one(text: str) -> None:
    assert date_of(text) is not None


@pytest.mark.parametrize("text", ["", "Date:", "on 9 May 2019", "9 May 2019 or so", "May", "2019"])
def test_a_line_with_something_else_is_no_date(text: str) -> None:
    assert date_of(text) is None


def _draft(source: str) -> Draft:
    draft = Draft(focused_framework(), Ledger(source))
    read_letterhead(draft, split_lines(source))
    return draft


def test_a_letterhead_gives_name_address_and_contacts_in_order() -> None:
    source = "Ofsted\nPear Gate     T 01632 960001\nMill Lane,    Direct F 01632 960002 | a@b.cc\n---\n\x00"
    draft = _draft(source)
    assert draft.inspectorate == "Ofsted"
    assert draft.address == ["Pear Gate", "Mill Lane", "---"]
    assert draft.contacts == [
        Contact(kind=ContactKind.TELEPHONE, value="01632 960001"),
        Contact(kind=ContactKind.FAX, value="01632 960002", label="Direct"),
        Contact(kind=ContactKind.EMAIL, value="a@b.cc"),
    ]
    roles = {p.role: source[p.start : p.end] for p in draft.ledger.passages()}
    assert roles["/inspectorates/0/name"] == "Ofsted"
    assert roles["/inspectorates/0/address/1"] == "Mill Lane"
    assert roles["/inspectorates/0/contacts/1/value"] == "01632 960002"
    assert "unread" not in roles


def test_a_contact_within_another_is_taken_once() -> None:
    draft = _draft("www.a@b.cc.gov.uk")
    assert [contact.value for contact in draft.contacts] == ["www.a@b.cc.gov.uk"]
    draft = _draft("T 01632960001@b.cc c@d.ee")
    assert [contact.value for contact in draft.contacts] == ["01632960001", "c@d.ee"]
    assert draft.address == ["@b.cc"]
