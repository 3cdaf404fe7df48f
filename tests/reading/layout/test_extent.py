"""The lines of one letter in a text that holds several documents."""

from __future__ import annotations

import pytest
from reading_samples import focused_letter, lines_of, reading_of

from inspection_model.reading.layout.extent import letter_extent
from inspection_model.vocabulary import RemarkCode

_OPENING = "This letter summarises the findings of a focused visit to Otterford."
_LETTER = f"2 May 2019\nMs Ida Fenwick\nDear Ms Fenwick\n{_OPENING}\nYours sincerely\nMona Lisle\nHMI"
_LINES = _LETTER.count("\n") + 1


def _extent(*parts: str) -> tuple[int, int]:
    extent = letter_extent(lines_of("\n".join(parts)))
    return extent.start, extent.stop


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cake is in the kitchen.",
        _LETTER,
        # A second salutation, with neither a sign-off nor an opening sentence between the two.
        _LETTER.replace("Dear Ms Fenwick", "Dear all\nA note.\nDear Ms Fenwick"),
        _LETTER.replace("Yours", "Dear me, they said.\nYours"),
        # A second signatory signs in the same way.
        f"{_LETTER}\nYours sincerely\nTom Birk\nHMI",
        # One field does not make a mail.
        f"From: Ofsted\n{_LETTER}",
        f"{_LETTER}\nFrom: Ofsted",
    ],
)
def test_a_text_that_may_be_one_document_is_one(text: str) -> None:
    assert _extent(text) == (0, len(lines_of(text)))


@pytest.mark.parametrize(
    "other",
    [
        "7 May 2019\nMr Tom Birk\nDirector\nDear Mr Birk\nThank you.\nYours sincerely\nIda Fenwick\nDirector",
        "Ofsted\nT 0300 123 1231\n7 May 2019\nMr Tom Birk\nDirector\nDear Mr Birk\nA text.",
        "\fMr Tom Birk\nDirector\nDear Mr Birk\nA text.",
        "Mr Tom Birk\n1 Mill Lane\nDear Mr Birk\nA text.",
        "Dear Ms Lisle\nThank you.",
        "7 May 2019\nHi Mona,\nThank you.\nKind regards\nIda Fenwick\nDirector",
        _LETTER,
        f"{_LETTER}\n{_LETTER}",
        "From: Ida Fenwick\nSent: 7 May 2019\nSubject: the letter\n\nThank you.",
        "> From: Ida Fenwick\n> To: Mona Lisle\n> Thank you.",
    ],
)
def test_a_document_below_the_letter_is_not_part_of_it(other: str) -> None:
    assert _extent(_LETTER, other) == (0, _LINES)


def test_a_second_signatory_belongs_to_the_letter() -> None:
    signatory = "\nTom Birk\nHer Majesty's Inspector"
    reply = "7 May 2019\nDear Ms Lisle\nThank you."
    assert _extent(_LETTER, signatory, reply) == (0, _LINES + 2)
    # Without a date between the two, a name below a post is that of an addressee.
    assert _extent(_LETTER, signatory, "Dear Ms Lisle\nThank you.") == (0, _LINES)


@pytest.mark.parametrize(
    ("other", "first"),
    [
        ("7 May 2019\nDear all\nSee below.\nKind regards\nTom Birk\nDirector", 6),
        ("From: Tom Birk\nSent: 7 May 2019\nTo: Ida Fenwick\nSubject: a letter", 4),
        ("See below.\nFrom: Tom Birk\nTo: Ida Fenwick", 3),
    ],
)
def test_a_document_above_the_letter_is_not_part_of_it(other: str, first: int) -> None:
    assert _extent(other, _LETTER) == (first, first + _LINES)


@pytest.mark.parametrize(
    ("between", "below"),
    [("", 0), ("\n7 May 2019", 0), ("\n7 May 2019\n\fMr Tom Birk", 1)],
)
def test_a_second_letter_below_one_that_is_not_signed_begins_at_its_page_date_or_salutation(
    between: str, below: int
) -> None:
    unsigned = f"Dear Ms Fenwick\n{_OPENING}\nOne thing was seen."
    second = f"Dear Mr Birk\n{_OPENING}"
    assert _extent(f"{unsigned}{between}", second) == (0, 3 + below)


def test_nothing_of_another_document_is_in_the_record() -> None:
    first, second = focused_letter(), focused_letter(body="Findings\n\n- Another thing was seen.\n")
    reading = reading_of(f"{first}\f{second}")
    assert reading.inspection == reading_of(first).inspection
    remark = next(each for each in reading.remarks if each.code is RemarkCode.OTHER_DOCUMENT)
    assert (remark.start, remark.end) == (len(first) + 1, len(first) + 1 + len(second.rstrip()))
