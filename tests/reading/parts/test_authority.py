"""The authority of a letter: its codes come from the names that are certain in the register."""

from __future__ import annotations

import pytest
from reading_samples import reading_of

from inspection_model.vocabulary import RemarkCode

_NONE = "the register has no authority of this name"


def _read(
    *, named: str, subject: str = "the north", organisations: tuple[str, ...] = ()
) -> tuple[list[str], list[str]]:
    """Return the codes of the authority, and the remarks on them, of a letter that names it several times."""
    people = "".join(f"Ms Ida Fenwick\nDirector of Services\n{name}\n\n" for name in organisations)
    text = (
        f"1 March 2019\n\n{people}Dear Ms Fenwick\n\nFocused visit to {subject}\n\n"
        f"This letter is about the visit to {named} on 5 February 2019.\n\nFindings\n\n- One.\n"
    )
    reading = reading_of(text)
    authority = reading.inspection.authority
    assert authority is not None
    assert authority.name == named
    remarks = [r.message for r in reading.remarks if r.code is RemarkCode.AUTHORITY_UNCERTAIN]
    return [code.value for code in authority.identifiers], remarks


def test_a_certain_name_gives_the_codes_whatever_the_subject_says() -> None:
    assert _read(named="Plymouth", subject="Torbay children\u2019s services") == (["879", "E06000026"], [])


@pytest.mark.parametrize(
    ("subject", "organisations", "name"),
    [
        ("Plymouth children\u2019s services", (), "Plymouth"),
        ("the north", ("Plymouth City Council",), "Plymouth City Council"),
        ("Plymouth children\u2019s services", ("Plymouth City Council",), "Plymouth"),
        ("the north", ("Trust of the North", "Plymouth City Council"), "Plymouth City Council"),
    ],
)
def test_the_subject_or_an_addressee_gives_the_codes_if_the_name_in_the_opening_is_not_certain(
    subject: str, organisations: tuple[str, ...], name: str
) -> None:
    codes, remarks = _read(named="Sea Trust", subject=subject, organisations=organisations)
    assert codes == ["879", "E06000026"]
    assert remarks == [f'the codes of "{name}" for "Sea Trust": {_NONE}']


@pytest.mark.parametrize(
    ("subject", "organisations"),
    [
        ("the north", ()),
        ("the north", ("Trust of the North",)),
        ("Plymouth children\u2019s services", ("Torbay Council",)),
    ],
)
def test_there_are_no_codes_if_no_name_is_certain_or_the_certain_names_differ(
    subject: str, organisations: tuple[str, ...]
) -> None:
    codes, remarks = _read(named="Sea Trust", subject=subject, organisations=organisations)
    assert codes == []
    assert remarks == [f'no codes for "Sea Trust": {_NONE}']


def test_an_authority_that_the_printed_name_cannot_mean_gives_no_codes() -> None:
    """A name with the words of another kind of body can only mean an authority of the same place."""
    codes, _ = _read(named="Leicester County Council", organisations=("Plymouth City Council",))
    assert codes == []
    codes, _ = _read(named="Leicester County Council", organisations=("Leicester City Council",))
    assert codes == ["856", "E06000016"]


@pytest.mark.parametrize(
    "subject",
    [
        "Focused visit to Plymouth children\u2019s services",
        "Focused visit to the children\u2019s services of Plymouth",
        "Focused visit to the fostering service of Plymouth",
        None,
    ],
)
def test_the_subject_names_the_authority_if_the_opening_does_not(subject: str | None) -> None:
    text = (
        f"1 March 2019\n\nDear Ms Fenwick\n\n{subject or ''}\n\n"
        "This letter summarises the findings of the focused visit on 5 February 2019.\n\n"
        "Findings\n\n- One.\n"
    )
    authority = reading_of(text).inspection.authority
    assert (authority.name if authority else None) == ("Plymouth" if subject else None)
