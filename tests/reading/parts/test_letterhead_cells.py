"""Letterheads: contacts with their labels, cells, addresses, dates."""

from __future__ import annotations

from typing import Any

import pytest
from reading_samples import focused_framework, lines_of

from inspection_model.frameworks.words import fold_words
from inspection_model.model.inspectorate import Contact
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.contacts import contact_spans
from inspection_model.reading.grammar.dates import line_date
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.parts.head import letterhead_cells, read_letterhead
from inspection_model.reading.passages import partition
from inspection_model.vocabulary import ContactKind


def _contacts(text: str) -> list[tuple[str, str | None, str]]:
    return [(found.kind.value, found.qualifier, text[slice(*found.value)]) for found in contact_spans(text)]


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


def test_a_line_is_split_into_cells_at_three_spaces() -> None:
    (line,) = lines_of("  Pear Gate     T 01632  960001   x")
    assert cells_of(line) == [
        Line(2, "Pear Gate", 2, 0, starts_page=False),
        Line(16, "T 01632  960001", 16, 0, starts_page=False),
        Line(34, "x", 34, 0, starts_page=False),
    ]
    (line,) = lines_of("one  cell")
    assert cells_of(line) == (line,)


@pytest.mark.parametrize("text", ["9 May 2019", "Date: 9 May 2019", "9 May 2019.", "date:9/5/2019", "9 May"])
def test_a_line_that_only_has_a_date_is_a_date(text: str) -> None:
    assert line_date(fold_words(text)) is not None


@pytest.mark.parametrize("text", ["", "Date:", "on 9 May 2019", "9 May 2019 or so", "May", "2019"])
def test_a_line_with_other_words_is_not_a_date(text: str) -> None:
    assert line_date(fold_words(text)) is None


def _read(source: str) -> InspectionBuilder:
    builder = InspectionBuilder(focused_framework())
    read_letterhead(builder, [cell for line in lines_of(source) for cell in letterhead_cells(line)])
    return builder


def test_a_letterhead_gives_name_address_and_contacts_in_order() -> None:
    source = "Ofsted\nPear Gate     T 01632 960001\nMill Lane,    Direct F 01632 960002 | a@b.cc\n---\n\x00"
    builder = _read(source)
    assert builder.get("/inspectorates/0/name") == "Ofsted"
    assert builder.get("/inspectorates/0/address") == ["Pear Gate", "Mill Lane", "---"]
    assert builder.get("/inspectorates/0/contacts") == [
        Contact(kind=ContactKind.TELEPHONE, value="01632 960001"),
        Contact(kind=ContactKind.FAX, value="01632 960002", label="Direct"),
        Contact(kind=ContactKind.EMAIL, value="a@b.cc"),
    ]
    roles = {role: source[start:end] for start, end, role in partition(source, builder.claims)}
    assert roles["/inspectorates/0/name"] == "Ofsted"
    assert roles["/inspectorates/0/address/1"] == "Mill Lane"
    assert roles["/inspectorates/0/contacts/1/value"] == "01632 960002"
    assert "unread" not in roles


def test_a_contact_within_another_is_taken_once() -> None:
    def values(source: str) -> list[Any]:
        return [contact.value for contact in _read(source).get("/inspectorates/0/contacts")]

    assert values("www.a@b.cc.gov.uk") == ["www.a@b.cc.gov.uk"]
    assert values("T 01632960001@b.cc c@d.ee") == ["01632960001", "c@d.ee"]
    assert _read("T 01632960001@b.cc c@d.ee").get("/inspectorates/0/address") == ["@b.cc"]
