"""The passages of a reading are a partition of its source; quotes and coverage are based on them."""

from __future__ import annotations

import attrs
import pytest
from model_samples import READING, REMARK

from inspection_model import Authority, Inspection, Passage, PassageRole, Publication, Reading
from inspection_model.errors import InvalidTypeError, InvalidValueError


def reading(source: str, *passages: tuple[int, int, str]) -> Reading:
    return Reading(
        source=source,
        inspection=Inspection(),
        passages=[Passage(start=start, end=end, role=role) for start, end, role in passages],
    )


# Passages.


@pytest.mark.parametrize("role", [*PassageRole, "/findings/0/text", "/authority", "/a b", "/"])
def test_a_role_is_a_pointer_or_one_of_three_words(role: str) -> None:
    assert Passage(start=0, end=1, role=str(role)).role == role


@pytest.mark.parametrize("role", ["findings/0", "something", "Furniture", "x/"])
def test_another_role_is_refused(role: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Passage(start=0, end=1, role=role)
    assert str(caught.value) == (
        "Passage.role: expected a JSON Pointer into the inspection, furniture, boilerplate or unread, "
        f"found {role!r}"
    )


@pytest.mark.parametrize("role", ["", "/a\n", "/a\x00", "/a\ud800"])
def test_a_role_is_a_text(role: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Passage.role: expected one line of text"):
        Passage(start=0, end=1, role=role)


def test_a_role_is_a_plain_string_and_no_code() -> None:
    with pytest.raises(InvalidTypeError, match=r"Passage.role: expected a text"):
        Passage(start=0, end=1, role=PassageRole.UNREAD)


@pytest.mark.parametrize("end", [0, 3, 4])
def test_a_passage_ends_after_its_start(end: int) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Passage(start=4, end=end, role="unread")
    assert str(caught.value) == f"Passage.end: expected an offset after the start (4), found {end}"


@pytest.mark.parametrize("field", ["start", "end"])
def test_an_offset_is_a_whole_number_that_every_reader_of_json_keeps(field: str) -> None:
    good: dict[str, int] = {"start": 0, "end": 2**53 - 1}
    assert Passage(**good, role="unread").end == 2**53 - 1
    with pytest.raises(InvalidTypeError, match=f"Passage.{field}: expected a whole number, found bool"):
        Passage(**(good | {field: True}), role="unread")
    with pytest.raises(InvalidValueError, match=f"Passage.{field}: expected a whole number from 0"):
        Passage(**(good | {field: -1}), role="unread")
    with pytest.raises(InvalidValueError, match=f"Passage.{field}: expected a whole number from 0"):
        Passage(**(good | {field: 2**53}), role="unread")


# Remarks.


def test_a_remark_has_both_ends_or_neither() -> None:
    assert attrs.evolve(REMARK, start=None, end=None).start is None
    expected = "Remark.end: expected both start and end, or neither, found"
    with pytest.raises(InvalidValueError, match=rf"{expected} 9\Z"):
        attrs.evolve(REMARK, start=None)
    with pytest.raises(InvalidValueError, match=rf"{expected} None\Z"):
        attrs.evolve(REMARK, end=None)


@pytest.mark.parametrize("end", [4, 5])
def test_a_remark_ends_after_its_start(end: int) -> None:
    with pytest.raises(
        InvalidValueError, match=rf"Remark.end: expected an offset after the start \(5\), found {end}\Z"
    ):
        attrs.evolve(REMARK, end=end)


# Readings.


def test_a_source_may_be_any_string() -> None:
    assert "\x00" in READING.source
    assert reading("").passages == ()
    with pytest.raises(InvalidTypeError, match=r"Reading.source: expected a string, found bytes b'x'"):
        Reading(source=b"x", inspection=Inspection())  # type: ignore[arg-type]  # refused for being bytes


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        ([], "passages up to the end of the source (4), found 0"),
        ([(0, 3, "unread")], "passages up to the end of the source (4), found 3"),
        ([(0, 5, "unread")], "passages up to the end of the source (4), found 5"),
        ([(1, 4, "unread")], "a passage that starts at 0, found Passage(start=1"),
        ([(0, 1, "unread"), (2, 4, "unread")], "a passage that starts at 1, found Passage(start=2"),
        ([(0, 2, "unread"), (1, 4, "unread")], "a passage that starts at 2, found Passage(start=1"),
        ([(2, 4, "unread"), (0, 2, "unread")], "a passage that starts at 0, found Passage(start=2"),
    ],
)
def test_passages_that_are_not_a_partition_are_refused(
    passages: list[tuple[int, int, str]], expected: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        reading("four", *passages)
    assert str(caught.value).startswith(f"Reading.passages: expected {expected}")


def test_the_passages_joined_give_the_source() -> None:
    assert "".join(READING.source[p.start : p.end] for p in READING.passages) == READING.source


@pytest.mark.parametrize(
    ("source", "passages", "coverage"),
    [
        ("", [], 1.0),
        (" \n\f", [(0, 3, "unread")], 1.0),
        ("four", [(0, 4, "unread")], 0.0),
        ("four", [(0, 4, "boilerplate")], 1.0),
        ("four six", [(0, 5, "/scope/0"), (5, 8, "unread")], 4 / 7),
        ("a b c d", [(0, 1, "furniture"), (1, 7, "unread")], 0.25),
    ],
)
def test_coverage_is_the_share_of_ink_that_was_understood(
    source: str, passages: list[tuple[int, int, str]], coverage: float
) -> None:
    assert reading(source, *passages).coverage == pytest.approx(coverage)


def test_a_character_is_on_the_page_that_its_form_feed_ends() -> None:
    letter = reading("a\fb\f\fc", (0, 6, "unread"))
    assert [letter.page_of(offset) for offset in range(6)] == [1, 1, 2, 2, 3, 4]
    assert reading("abc", (0, 3, "unread")).page_of(2) == 1
    assert reading("\fabc", (0, 4, "unread")).page_of(1) == 2


def test_a_quote_joins_the_passages_of_a_fact() -> None:
    letter = reading(
        "Two words\n12\n broken.",
        (0, 9, "/findings/0/text"),
        (9, 14, "furniture"),
        (14, 21, "/findings/0/text"),
    )
    assert letter.quote("/findings/0/text") == "Two words broken."
    assert letter.quote("/findings/0") == ""


NAME = "/authority/name"
SUBJECT = "/publication/title"


def parted(*parts: tuple[str, str]) -> Reading:
    """Build a reading from the words and the role of each passage; its subject is the words of the facts."""
    source, spans, start = "".join(words for words, _ in parts), list[tuple[int, int, str]](), 0
    for words, role in parts:
        spans.append((start, start + len(words), role))
        start += len(words)
    subject = " ".join("".join(words for words, role in parts if role in {NAME, SUBJECT}).split())
    return attrs.evolve(
        reading(source, *spans),
        inspection=Inspection(publication=Publication(title=subject, date_as_printed="May")),
    )


@pytest.mark.parametrize(
    "parts",
    [
        [("Visit to ", SUBJECT), ("Northmere", NAME), (" in May", SUBJECT)],
        [("Visit to ", SUBJECT), ("Northmere", NAME)],
        [("Northmere", NAME), (": a visit", SUBJECT)],
        [("Northmere\n", NAME), ("\f12\n", "furniture"), ("a visit", SUBJECT)],
        [("Northmere", NAME), (" and ", SUBJECT), ("Northmere", NAME)],
    ],
)
def test_a_quote_includes_the_facts_inside_a_fact(parts: list[tuple[str, str]]) -> None:
    around = parted(
        ("Dear", "boilerplate"), ("\n", "furniture"), *parts, ("\n", "furniture"), ("x", "unread")
    )
    letter = around.inspection.publication
    assert letter is not None
    assert " ".join(around.quote(SUBJECT).split()).replace(" :", ":") == letter.title
    assert parted(*parts).quote(SUBJECT) == around.quote(SUBJECT)


def test_a_quote_leaves_out_furniture_inside_a_fact() -> None:
    letter = parted(("Visit to\n", SUBJECT), ("12\f", "furniture"), ("Northmere", NAME), (" in May", SUBJECT))
    assert letter.quote(SUBJECT) == "Visit to\n Northmere  in May"


def test_a_quote_leaves_out_facts_that_are_beside_a_fact() -> None:
    beside = [
        ("Northmere", NAME),
        ("\n", "furniture"),
        ("A visit", SUBJECT),
        ("\n", "furniture"),
        ("6", NAME),
    ]
    letter = attrs.evolve(
        parted(*beside), inspection=Inspection(publication=Publication(title="A visit in the summer of 1990"))
    )
    assert letter.quote(SUBJECT) == "A visit"
    assert letter.quote(NAME) == "Northmere 6"


def test_a_quote_of_a_fact_that_is_printed_twice_leaves_out_what_is_between() -> None:
    letter = attrs.evolve(
        parted(("North", NAME), ("Dear", "boilerplate"), ("mere", NAME)),
        inspection=Inspection(authority=Authority(name="North mere")),
    )
    assert letter.quote(NAME) == "North mere"


@pytest.mark.parametrize(
    "pointer", ["", "/publication/date", "/findings/0/text", "/publication/title/0", "/scope/7"]
)
def test_a_quote_is_empty_if_the_fact_has_no_passage(pointer: str) -> None:
    assert parted(("A visit", SUBJECT)).quote(pointer) == ""


@pytest.mark.parametrize(
    "role", ["/findings/0/text", "/publication", "/publication/title/x", f"/scope/{'9' * 5000}"]
)
def test_a_quote_joins_the_passages_of_a_role_that_is_not_a_text_of_the_record(role: str) -> None:
    assert reading("one two", (0, 3, role), (3, 4, "unread"), (4, 7, role)).quote(role) == "one two"
