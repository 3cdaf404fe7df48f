"""Identity: the codes of an authority, from the words that are certain."""

from __future__ import annotations

import pytest
from reading_samples import reading_of

from inspection_model.vocabulary import RemarkCode

_NONE = "the register has no authority of this name"


def _read(
    *, named: str, subject: str = "the north", organisations: tuple[str, ...] = ()
) -> tuple[list[str], list[str]]:
    """Give the codes, and the remark on them, of a letter that names an authority in several places."""
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


def test_a_certain_name_needs_no_other() -> None:
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
def test_where_the_opening_is_uncertain_the_subject_or_an_addressee_tells_the_codes(
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
def test_where_nothing_is_certain_or_words_differ_there_are_no_codes(
    subject: str, organisations: tuple[str, ...]
) -> None:
    codes, remarks = _read(named="Sea Trust", subject=subject, organisations=organisations)
    assert codes == []
    assert remarks == [f'no codes for "Sea Trust": {_NONE}']


def test_an_authority_that_the_printed_name_cannot_mean_tells_no_codes() -> None:
    """A name with the words of another kind of body may mean its namesake, and nobody else."""
    codes, _ = _read(named="Leicester County Council", organisations=("Plymouth City Council",))
    assert codes == []
    codes, _ = _read(named="Leicester County Council", organisations=("Leicester City Council",))
    assert codes == ["856", "E06000016"]
