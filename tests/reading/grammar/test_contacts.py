"""The contacts of a line: telephone and fax numbers with their labels, e-mail and web addresses."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.contacts import contact_spans


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
        # A number without a label, and incomplete contacts.
        ("0300 123 4567", []),
        ("Order 0300 123 4567", []),
        ("T 123", []),
        ("@", []),
        ("a@", []),
        ("www.", []),
        ("", []),
    ],
)  # fmt: skip
def test_contacts_are_found_with_kind_and_qualifier(
    text: str, contacts: list[tuple[str, str | None, str]]
) -> None:
    assert _contacts(text) == contacts
