"""The two ends of a letter: letterhead, date, addressee; sign-off and signatures."""

from __future__ import annotations

import datetime

import pytest
from reading_samples import focused_letter, inspection_of, lines_of, reading_of

from inspection_model.model.letter import Letter
from inspection_model.model.person import Person
from inspection_model.reading.grammar.courtesies import is_sign_off
from inspection_model.reading.layout.landmarks import find_landmarks
from inspection_model.vocabulary import RemarkCode


def _letter(text: str) -> Letter:
    letter = inspection_of(text).letter
    assert letter is not None
    return letter


@pytest.mark.parametrize(
    "text",
    [
        "Yours sincerely",
        "Yours sincerely,",
        "YOURS FAITHFULLY.",
        "Yours truly",
        "Your sincerley",
        "Yours sincerly,",
        "Yours\u00a0sincerely",
        "Yours since rely",
    ],
)
def test_these_lines_are_a_sign_off(text: str) -> None:
    assert is_sign_off(" ".join(text.split()))


@pytest.mark.parametrize(
    "text", ["", "Yours", "Sincerely", "Yours and theirs too", "Your house", "You say", "sincerely yours"]
)
def test_these_lines_are_no_sign_off(text: str) -> None:
    assert not is_sign_off(text)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Dear Ida\nText.\nYours sincerely\nAda Quill", 2),
        ("Dear Ida\nYours sincerely\nText.\nYours sincerely\nAda Quill", 3),
        ("Dear Ida\nText.\nAda Quill\nHMI", 2),
        ("Dear Ida\nText.\nAda Quill\nHMI\n5", 2),
        ("Dear Ida\nText.\nMore text.", 3),
        ("Dear Ida\nText.\nAda Quill", 3),
        ("Dear Ida\nAda Quill\nHMI", 1),
        ("Dear Ida\nHMI", 2),
        ("Dear Ida", 1),
        ("Yours sincerely", 0),
    ],
)
def test_a_letter_is_signed_off_at_its_last_sign_off_or_above_its_signatory(source: str, line: int) -> None:
    lines = [each for each in lines_of(source) if not each.text.isdigit()]
    assert find_landmarks(lines).signature == line


def test_what_stands_beside_a_date_below_the_letterhead_is_left_unread() -> None:
    head = "Ofsted\nPear Gate\nT 01632 960001\n\nMs Ida Fenwick     1 March 2019\nDirector\n\n"
    reading = reading_of(focused_letter(head=head))
    assert reading.quote("/letter/date_as_printed") == "1 March 2019"
    assert "Ms Ida Fenwick" in {
        reading.source[p.start : p.end] for p in reading.passages if p.role == "unread"
    }
    assert reading.inspection.inspectorates[0].address == ("Pear Gate",)


def test_the_addressee_stands_between_date_and_salutation() -> None:
    letter = _letter(focused_letter())
    assert letter.date == datetime.date(2019, 3, 1)
    assert letter.salutation == "Dear Ms Fenwick"
    (person,) = letter.recipients
    assert (person.name, person.post, person.organisation) == (
        "Ms Ida Fenwick",
        "Director of Services",
        "Otterford City Council",
    )


@pytest.mark.parametrize(
    "head",
    [
        "Ofsted\nPear Gate\nT 01632 960001\n\nMs Ida Fenwick\nDirector\n\n1 March 2019\n\n",
        "Ofsted\nPear Gate\nT 01632 960001\n\n1 March 2019\nMs Ida Fenwick\nDirector\n\n",
        "Ofsted                1 March 2019\nPear Gate       T 01632 960001\n\nMs Ida Fenwick\nDirector\n\n",
        "1 March 2019\n\nOfsted\nPear Gate\nT 01632 960001\n\nMs Ida Fenwick\nDirector\n\n",
        "Ofsted\nPear Gate\nT 01632 960001   1 March 2019\n\nMs Ida Fenwick\nDirector\n\n",
    ],
)
def test_the_head_is_told_apart_in_any_order(head: str) -> None:
    reading = reading_of(focused_letter(head=head))
    inspection = reading.inspection
    assert reading.coverage == 1.0
    assert inspection.letter is not None
    assert inspection.letter.date == datetime.date(2019, 3, 1)
    assert [(p.name, p.post) for p in inspection.letter.recipients] == [("Ms Ida Fenwick", "Director")]
    (inspectorate,) = inspection.inspectorates
    assert inspectorate.name == "Ofsted"
    assert inspectorate.address == ("Pear Gate",)
    assert [contact.value for contact in inspectorate.contacts] == ["01632 960001"]


@pytest.mark.parametrize(
    ("head", "recipient", "address"),
    [
        (
            "Ofsted\nPear Gate\nT 01632 960001\nmore\n\nMs Ida Fenwick\nDirector\n\n",
            "Ms Ida Fenwick",
            ("Pear Gate", "more"),
        ),
        ("Ofsted\nPear Gate\nT 01632 960001\n\n", None, ("Pear Gate",)),
        ("Ofsted\nT 01632 960001\nPear Gate\n", None, ("Pear Gate",)),
        ("Ms Ida Fenwick\nDirector\n\n", "Ms Ida Fenwick", ()),
        ("", None, ()),
    ],
)
def test_a_letter_without_a_date_says_so(head: str, recipient: str | None, address: tuple[str, ...]) -> None:
    reading = reading_of(focused_letter(head=head))
    letter = reading.inspection.letter
    assert letter is not None
    assert letter.date is None
    assert letter.date_as_printed is None
    assert [person.name for person in letter.recipients] == ([recipient] if recipient else [])
    assert reading.inspection.inspectorates[0].address == address
    codes = {remark.code for remark in reading.remarks}
    assert RemarkCode.LETTER_DATE_MISSING in codes
    assert (RemarkCode.RECIPIENT_MISSING in codes) == (recipient is None)


@pytest.mark.parametrize(
    ("printed", "code"),
    [("31 June 2019", RemarkCode.DATE_IMPOSSIBLE), ("3 June", RemarkCode.DATE_INCOMPLETE)],
)
def test_a_misprinted_letter_date_keeps_its_words(printed: str, code: RemarkCode) -> None:
    text = focused_letter(head=f"{printed}\n\nMs Ida Fenwick\n\n")
    reading = reading_of(text)
    assert reading.inspection.letter is not None
    assert reading.inspection.letter.date is None
    assert reading.inspection.letter.date_as_printed == printed
    (remark,) = [remark for remark in reading.remarks if remark.code is code]
    assert text[remark.start : remark.end] == printed


def test_what_stands_above_the_date_is_the_letterhead_even_without_a_contact() -> None:
    inspection = inspection_of(focused_letter(head="Pear Gate\n\n1 March 2019\n\nMs Ida Fenwick\n\n"))
    assert inspection.inspectorates[0].address == ("Pear Gate",)
    assert inspection.letter is not None
    assert [person.name for person in inspection.letter.recipients] == ["Ms Ida Fenwick"]


def test_a_period_is_no_letter_date() -> None:
    letter = _letter(focused_letter(head="3 to 5 June 2019\n\nMs Ida Fenwick\n\n"))
    assert letter.date is None
    assert letter.date_as_printed == "3 to 5 June 2019"


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
def test_the_signatories_stand_at_the_end(end: str, signatories: list[tuple[str, str]]) -> None:
    reading = reading_of(focused_letter(end=end))
    letter = reading.inspection.letter
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
def test_a_letterhead_that_was_moved_to_the_end_is_read_there(tail: str, address: tuple[str, ...]) -> None:
    bare = inspection_of(focused_letter(end=f"Yours sincerely\n{tail}"))
    assert bare.inspectorates[0].address == address
    assert bare.letter is not None
    assert bare.letter.signatories == ()
    end = f"Yours sincerely\n\nMona Lisle\nHMI\n\n{tail}"
    inspection = inspection_of(focused_letter(end=end))
    assert inspection.inspectorates[0].address == address
    assert "01632 960001" in {contact.value for contact in inspection.inspectorates[0].contacts}
    assert inspection.letter is not None
    assert [(p.name, p.post) for p in inspection.letter.signatories] == [("Mona Lisle", "HMI")]


def test_without_a_date_the_addressee_starts_after_the_blank_line_below_the_contacts() -> None:
    lines = "".join(f"line {index}\n" for index in range(90))
    text = focused_letter(head=f"Ofsted\nT 01632 960001\n{lines}\nMs Ida Fenwick\n\n")
    assert [person.name for person in _letter(text).recipients] == ["Ms Ida Fenwick"]
    assert len(inspection_of(text).inspectorates[0].address) == 90


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("March 2019", RemarkCode.DATE_INCOMPLETE),
        ("1/3/19", RemarkCode.DATE_INCOMPLETE),
        ("1 Marsh 2019", RemarkCode.DATE_IMPOSSIBLE),
        ("1 March 20199", RemarkCode.DATE_IMPOSSIBLE),
        ("1 March 2019 (amended)", None),
        ("Date 1 March 2019", None),
    ],
)
def test_what_is_meant_as_the_date_is_no_addressee(printed: str, code: RemarkCode | None) -> None:
    head = f"{printed}\n\nMs Ida Fenwick\nDirector of Services\nOtterford Council\n\n"
    reading = reading_of(focused_letter(head=head))
    letter = reading.inspection.letter
    assert letter is not None
    assert letter.date_as_printed == printed
    assert letter.date == (None if code else datetime.date(2019, 3, 1))
    assert [person.name for person in letter.recipients] == ["Ms Ida Fenwick"]
    assert code is None or code in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    "named", ["Ms Ida Fenwick\nDirector of Services", "Ms Ida Fenwick, Director of Services"]
)
@pytest.mark.parametrize("letterhead", ["", "Pear Gate\nT 0300 000 0001\n\n"])
def test_an_addressees_own_contacts_are_no_letterhead(named: str, letterhead: str) -> None:
    head = f"{letterhead}1 March 2019\n\n{named}\nOtterford Council\nida@example.org\n\n"
    inspection = inspection_of(focused_letter(head=head))
    assert inspection.letter is not None
    (person,) = inspection.letter.recipients
    assert (person.name, person.post) == ("Ms Ida Fenwick", "Director of Services")
    assert person.address == ("ida@example.org",)
    assert len(inspection.inspectorates[0].contacts) == bool(letterhead)


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_contact_below_the_signature_does_not_take_the_signatory_with_it(gap: str) -> None:
    end = f"Yours sincerely\n\nMona Lisle\nHer Majesty's Inspector\n{gap}T 0300 000 0001\n"
    inspection = inspection_of(focused_letter(end=end))
    assert inspection.letter is not None
    assert [(p.name, p.post) for p in inspection.letter.signatories] == [
        ("Mona Lisle", "Her Majesty's Inspector")
    ]
    assert [contact.value for contact in inspection.inspectorates[0].contacts] == ["0300 000 0001"]


def test_a_signature_on_one_line_needs_no_sign_off() -> None:
    inspection = inspection_of(focused_letter(end="Mona Lisle, Her Majesty's Inspector\n"))
    assert inspection.letter is not None
    assert [(p.name, p.post) for p in inspection.letter.signatories] == [
        ("Mona Lisle", "Her Majesty's Inspector")
    ]
    assert len(inspection.findings) == 1
