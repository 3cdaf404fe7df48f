"""The end of a letter: the sign-off, the signatories, and a letterhead that extraction has moved there."""

from __future__ import annotations

import pytest
from reading_samples import focused_letter, inspection_of, reading_of, unread_texts

from inspection_model.model.person import Person
from inspection_model.vocabulary import RemarkCode


@pytest.mark.parametrize(
    ("end", "signatories"),
    [
        (
            "Yours sincerely\n\n\nMona Lisle\n\nHer Majesty's Inspector",
            [("Mona Lisle", "Her Majesty's Inspector")],
        ),
        ("Your sincerley,\nMona Lisle, HMI", [("Mona Lisle", "HMI")]),
        ("Mona Lisle\nHMI", [("Mona Lisle", "HMI")]),
        ("Yours sincerely\n\nMona Lisle\nHMI\n\nKit Orr\nHMI", [("Mona Lisle", "HMI"), ("Kit Orr", "HMI")]),
        ("Yours sincerely\n\nMona Lisle\nHMI\n\n7", [("Mona Lisle", "HMI")]),
        ("Yours sincerely", []),
        ("", []),
    ],
)
def test_the_signatories_are_at_the_end(end: str, signatories: list[tuple[str, str]]) -> None:
    reading = reading_of(focused_letter(end=end))
    letter = reading.inspection.publication
    assert letter is not None
    assert letter.signatories == tuple(Person(name=name, post=post) for name, post in signatories)
    assert (RemarkCode.SIGNATORY_MISSING in {remark.code for remark in reading.remarks}) == (not signatories)
    assert len(reading.inspection.findings) == 1


@pytest.mark.parametrize(
    ("tail", "address"),
    [
        ("Pear Gate\nMill Lane\nT 01632 960001\na@b.cc", ("Pear Gate", "Mill Lane")),
        ("T 01632 960001\nPear Gate\nMill Lane", ("Pear Gate", "Mill Lane")),
        ("Pear Gate\nT 01632 960001", ("Pear Gate",)),
    ],
)
def test_a_letterhead_at_the_end_is_read_there(tail: str, address: tuple[str, ...]) -> None:
    bare = inspection_of(focused_letter(end=f"Yours sincerely\n{tail}"))
    assert bare.inspectorates[0].address == address
    assert bare.publication is not None
    assert bare.publication.signatories == ()
    end = f"Yours sincerely\n\nMona Lisle\nHMI\n\n{tail}"
    inspection = inspection_of(focused_letter(end=end))
    assert inspection.inspectorates[0].address == address
    assert "01632 960001" in {contact.value for contact in inspection.inspectorates[0].contacts}
    assert inspection.publication is not None
    assert [(p.name, p.post) for p in inspection.publication.signatories] == [("Mona Lisle", "HMI")]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_contact_below_the_signature_does_not_make_the_signatory_part_of_the_letterhead(gap: str) -> None:
    end = f"Yours sincerely\n\nMona Lisle\nHer Majesty's Inspector\n{gap}T 0300 000 0001\n"
    inspection = inspection_of(focused_letter(end=end))
    assert inspection.publication is not None
    assert [(p.name, p.post) for p in inspection.publication.signatories] == [
        ("Mona Lisle", "Her Majesty's Inspector")
    ]
    assert [contact.value for contact in inspection.inspectorates[0].contacts] == ["0300 000 0001"]


def test_a_signature_on_one_line_is_found_without_a_sign_off() -> None:
    inspection = inspection_of(focused_letter(end="Mona Lisle, Her Majesty's Inspector\n"))
    assert inspection.publication is not None
    assert [(p.name, p.post) for p in inspection.publication.signatories] == [
        ("Mona Lisle", "Her Majesty's Inspector")
    ]
    assert len(inspection.findings) == 1


@pytest.mark.parametrize(
    ("end", "signatories", "unread"),
    [
        (
            "Mona Lisle\nHMI\n\nThe annex has the notes.",
            [("Mona Lisle", "HMI")],
            ["The annex has the notes."],
        ),
        ("Mona Lisle\nHMI\n\nq", [("Mona Lisle", "HMI")], ["q"]),
        ("q\n\nMona Lisle\n\n\nHMI", [("Mona Lisle", "HMI")], ["q"]),
        ("Mona Lisle    Kit Orr\nHMI           HMI", [("Mona Lisle", "HMI"), ("Kit Orr", "HMI")], []),
        ("Mona Lisle\n\nKit Orr\n\nHMIs", [("Mona Lisle", "HMIs"), ("Kit Orr", "HMIs")], []),
    ],
)
def test_what_is_below_a_signature_is_not_the_address_of_the_signatory(
    end: str, signatories: list[tuple[str, str]], unread: list[str]
) -> None:
    reading = reading_of(focused_letter(end=f"Yours sincerely\n\n{end}\n"))
    letter = reading.inspection.publication
    assert letter is not None
    assert letter.signatories == tuple(Person(name=name, post=post) for name, post in signatories)
    assert unread_texts(reading) == unread


def test_an_inspector_of_the_opening_is_known_in_the_signature() -> None:
    opening = "on 5 February 2019. The inspectors were Mona Lisle and Kit Orr."
    letter = inspection_of(
        focused_letter(opening=opening, end="Yours sincerely\n\nMona Lisle\nKit Orr\n")
    ).publication
    assert letter is not None
    assert [person.name for person in letter.signatories] == ["Mona Lisle", "Kit Orr"]
