"""The head of a letter: letterhead, date and addressees, in any order."""

from __future__ import annotations

import datetime

import pytest
from reading_samples import focused_framework, focused_letter, inspection_of, reading_of, unread_texts

from inspection_model.model.inspectorate import Contact
from inspection_model.model.publication import Publication
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.parts.head import letterhead_cells, read_letterhead
from inspection_model.reading.passages import partition
from inspection_model.vocabulary import ContactKind, RemarkCode


def _letter(text: str) -> Publication:
    letter = inspection_of(text).publication
    assert letter is not None
    return letter


def _letterhead(source: str) -> InspectionBuilder:
    """Read all cells of a text as a letterhead."""
    builder = InspectionBuilder(focused_framework())
    lines = split_lines(source, unusual_characters(source))
    read_letterhead(builder, [cell for line in lines for cell in letterhead_cells(line)])
    return builder


def test_text_beside_a_date_below_the_letterhead_is_unread() -> None:
    head = "Ofsted\nPear Gate\nT 01632 960001\n\nMs Ida Fenwick     1 March 2019\nDirector\n\n"
    reading = reading_of(focused_letter(head=head))
    assert reading.quote("/publication/date_as_printed") == "1 March 2019"
    assert "Ms Ida Fenwick" in unread_texts(reading)
    assert reading.inspection.inspectorates[0].address == ("Pear Gate",)


def test_the_addressee_is_between_the_date_and_the_salutation() -> None:
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
def test_letterhead_date_and_addressee_may_have_any_order(head: str) -> None:
    reading = reading_of(focused_letter(head=head))
    inspection = reading.inspection
    assert reading.coverage == 1.0
    assert inspection.publication is not None
    assert inspection.publication.date == datetime.date(2019, 3, 1)
    assert [(p.name, p.post) for p in inspection.publication.recipients] == [("Ms Ida Fenwick", "Director")]
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
def test_a_letter_without_a_date_gives_a_remark(
    head: str, recipient: str | None, address: tuple[str, ...]
) -> None:
    reading = reading_of(focused_letter(head=head))
    letter = reading.inspection.publication
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
def test_a_misprinted_letter_date_is_kept_as_printed(printed: str, code: RemarkCode) -> None:
    text = focused_letter(head=f"{printed}\n\nMs Ida Fenwick\n\n")
    reading = reading_of(text)
    assert reading.inspection.publication is not None
    assert reading.inspection.publication.date is None
    assert reading.inspection.publication.date_as_printed == printed
    (remark,) = [remark for remark in reading.remarks if remark.code is code]
    assert text[remark.start : remark.end] == printed


def test_the_lines_above_the_date_are_the_letterhead_even_without_a_contact() -> None:
    inspection = inspection_of(focused_letter(head="Pear Gate\n\n1 March 2019\n\nMs Ida Fenwick\n\n"))
    assert inspection.inspectorates[0].address == ("Pear Gate",)
    assert inspection.publication is not None
    assert [person.name for person in inspection.publication.recipients] == ["Ms Ida Fenwick"]


def test_a_period_is_not_a_letter_date() -> None:
    letter = _letter(focused_letter(head="3 to 5 June 2019\n\nMs Ida Fenwick\n\n"))
    assert letter.date is None
    assert letter.date_as_printed == "3 to 5 June 2019"


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
def test_a_line_that_is_meant_as_the_date_is_not_an_addressee(printed: str, code: RemarkCode | None) -> None:
    head = f"{printed}\n\nMs Ida Fenwick\nDirector of Services\nOtterford Council\n\n"
    reading = reading_of(focused_letter(head=head))
    letter = reading.inspection.publication
    assert letter is not None
    assert letter.date_as_printed == printed
    assert letter.date == (None if code else datetime.date(2019, 3, 1))
    assert [person.name for person in letter.recipients] == ["Ms Ida Fenwick"]
    assert code is None or code in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    "named", ["Ms Ida Fenwick\nDirector of Services", "Ms Ida Fenwick, Director of Services"]
)
@pytest.mark.parametrize("letterhead", ["", "Pear Gate\nT 0300 000 0001\n\n"])
def test_the_contacts_of_an_addressee_are_not_the_letterhead(named: str, letterhead: str) -> None:
    head = f"{letterhead}1 March 2019\n\n{named}\nOtterford Council\nida@example.org\n\n"
    inspection = inspection_of(focused_letter(head=head))
    assert inspection.publication is not None
    (person,) = inspection.publication.recipients
    assert (person.name, person.post) == ("Ms Ida Fenwick", "Director of Services")
    assert person.address == ("ida@example.org",)
    assert len(inspection.inspectorates[0].contacts) == bool(letterhead)


def test_a_letterhead_has_the_name_the_address_and_the_contacts_in_order() -> None:
    source = "Ofsted\nPear Gate     T 01632 960001\nMill Lane,    Direct F 01632 960002 | a@b.cc\n---\n\x00"
    builder = _letterhead(source)
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
    contacts = _letterhead("www.a@b.cc.gov.uk").get("/inspectorates/0/contacts")
    assert [contact.value for contact in contacts] == ["www.a@b.cc.gov.uk"]
    builder = _letterhead("T 01632960001@b.cc c@d.ee")
    contacts = builder.get("/inspectorates/0/contacts")
    assert [contact.value for contact in contacts] == ["01632960001", "c@d.ee"]
    assert builder.get("/inspectorates/0/address") == ["@b.cc"]


_ABOVE = "Ms Ida Fenwick\nDirector\nGrey House\n9 Mill Lane\nOtter\nOT1 2AB\n\n1 March 2019\n"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        # The end of the address, a part of a line, or all of it again below the date.
        (f"{_ABOVE}Otter\nOT1 2AB", ("Grey House", "9 Mill Lane", "Otter", "OT1 2AB")),
        (f"{_ABOVE}Otter OT1 2AB.", ("Grey House", "9 Mill Lane", "Otter", "OT1 2AB")),
        (f"{_ABOVE}\nMs Ida Fenwick\nDirector\nOtter", ("Grey House", "9 Mill Lane", "Otter", "OT1 2AB")),
        (f"{_ABOVE}\nBy email", ("Grey House", "9 Mill Lane", "Otter", "OT1 2AB")),
        # The rest of the address.
        ("Ms Ida Fenwick\nDirector\n\n1 March 2019\n\nGrey House\nOtter", ("Grey House", "Otter")),
        ("Director\nMs Ida Fenwick\n\n1 March 2019\n\nGrey House\nOtter", ("Grey House", "Otter")),
        # Below a letterhead.
        (
            "Ofsted\nPear Gate\nT 01632 960001\n\nMs Ida Fenwick, Director\nFord\n\n1 March 2019\n\nFord",
            ("Ford",),
        ),
        ("Ofsted\nPear Gate\n\nMs Ida Fenwick, Director\nFord\n\n1 March 2019\n\nFord", ("Ford",)),
    ],
)
def test_an_addressee_above_the_date_has_one_address(head: str, address: tuple[str, ...]) -> None:
    reading = reading_of(focused_letter(head=f"{head}\n\n"))
    assert unread_texts(reading) == []
    inspection = reading.inspection
    assert inspection.publication is not None
    assert [(p.name, p.post, p.address) for p in inspection.publication.recipients] == [
        ("Ms Ida Fenwick", "Director", address)
    ]
    assert inspection.inspectorates[0].address == (("Pear Gate",) if "Pear Gate" in head else ())


def test_an_addressee_without_a_post_is_known_by_the_salutation() -> None:
    letter = _letter(focused_letter(head="Ida Fenwick\nGrey House\n\n1 March 2019\nGrey House\n\n"))
    assert [(p.name, p.address) for p in letter.recipients] == [("Ida Fenwick", ("Grey House",))]


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        # The sender above, the addressee below.
        ("Mona Lisle\nHMI", "Ms Ida Fenwick\nDirector", ["Ms Ida Fenwick"]),
        ("Mr Bo Marsh\nLeader", "Ms Cy Noon\nDirector", ["Ms Cy Noon"]),
        # The salutation is to the person above, so both are addressed.
        ("Ms Ida Fenwick\nDirector", "Mr Bo Marsh\nLeader", ["Ms Ida Fenwick", "Mr Bo Marsh"]),
    ],
)
def test_of_people_above_and_below_the_date_the_salutation_shows_who_is_addressed(
    above: str, below: str, names: list[str]
) -> None:
    letter = _letter(focused_letter(head=f"{above}\n\n1 March 2019\n\n{below}\n\n"))
    assert [person.name for person in letter.recipients] == names


@pytest.mark.parametrize(
    ("head", "recipient"),
    [
        (
            "Director of Services\nMs Ida Fenwick\nGrey House",
            ("Ms Ida Fenwick", "Director of Services", None),
        ),
        ("Otter Council\nMs Ida Fenwick\nDirector", ("Ms Ida Fenwick", "Director", "Otter Council")),
        # Not greeted, or not a name.
        ("Director of Services\nBo Marsh\nGrey House", ("Director of Services", None, None)),
        ("Grey House\nMs Ida Fenwick\nDirector", ("Grey House", None, None)),
    ],
)
def test_a_post_or_a_body_may_be_printed_above_the_name(
    head: str, recipient: tuple[str, str | None, str | None]
) -> None:
    person = _letter(focused_letter(head=f"1 March 2019\n\n{head}\n\n")).recipients[0]
    assert (person.name, person.post, person.organisation) == recipient


@pytest.mark.parametrize(
    ("name", "salutation", "message"),
    [
        ("Ms Bo Marsh", "Dear Ms Fenwick", '"Dear Ms Fenwick" does not greet "Ms Bo Marsh"'),
        (
            "Director of Services",
            "Dear Director",
            'a post, not the name of a person, was found for "Director of Services"',
        ),
        ("Bo Marsh*   Orr", "Dear Ms Fenwick", '"Dear Ms Fenwick" does not greet "Bo Marsh* Orr"'),
        ("Ms Bo Marsh", "Dear Ms Marsh,", None),
        ("Bo Marsh-Orr", "Dear Bo", None),
        ("Bo Marsh-Orr", "Dear Ms Marsh-Orr", None),
        ("Bo Marsh", "Dear Sir or Madam", None),
        ("Bo Marsh", "Dear Sir/Madam", None),
        ("Bo Marsh", "Dear Colleagues", None),
    ],
)
def test_a_remark_says_that_the_addressee_is_uncertain(
    name: str, salutation: str, message: str | None
) -> None:
    text = focused_letter(head=f"1 March 2019\n\n{name}\nGrey House\n\n")
    reading = reading_of(text.replace("Dear Ms Fenwick", salutation))
    remarks = [r for r in reading.remarks if r.code is RemarkCode.RECIPIENT_UNCERTAIN]
    assert [remark.message for remark in remarks] == ([message] if message else [])
    for remark in remarks:
        assert text[remark.start : remark.end] == name


def test_a_name_with_a_stray_letter_is_uncertain() -> None:
    head = "1 March 2019\n\nMs Ida Fenwick x\nDirector of Services\nOtterford City Council\n\n"
    reading = reading_of(focused_letter(head=head))
    (remark,) = [each for each in reading.remarks if each.code is RemarkCode.RECIPIENT_UNCERTAIN]
    assert remark.message == 'other words were found in the name of "Ms Ida Fenwick x"'
