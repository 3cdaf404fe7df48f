"""Names and posts of people."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.names import (
    is_bare_name,
    is_name,
    is_plural_post,
    is_post,
    is_post_opener,
    is_titled,
    name_end,
    opens_post,
    without_stop,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill",
        "Ms Ada Quill",
        "Dr. Quill",
        "Councillor B. Marsh",
        "Piet van Dam",
        "Kit O\u2019Dell-Smith",
        "Mrs Quill",
        "Ada B. Quill",
        "\u00c9lan D\u00fcrer",
        "E\u0301lan Du\u0308rer-O\u2019Vale",  # decomposed Unicode
        "Sir Bo Marsh",
        # Accents as characters of their own, and other apostrophes and hyphens.
        "E\u0301lan Du\u0308rer",
        "Kit O\u2018Dell",
        "Kit O\u00b4Dell",
        "Kit O`Dell",
        "Kit Dell\u2011Smith",
        "Lady Vale",
        "Ada Bee Cee Dee Eff Gee",
        "Ms Ada Bee Cee Dee Eff Gee",
        "Quill, Ada,",
        # After a title even a word of posts is a name.
        "Mr Bo Chief",
        "Mr. Bo Chief",
        "MX. Bo Chief",
    ],
)
def test_these_words_can_be_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ",",
        "Ada",
        "Mr",
        "ada quill",
        "Ada quill",
        "1 High Street",
        "Ada 2 Quill",
        "Otterford Council",
        "Divisional Director",
        "Director, Ada",
        "Bo Chief",
        "Her Majesty\u2019s",
        "His Majesty's Inspector",
        "Ada Quill Bee Cee Dee Eff Gee",
        "Mr " + "A " * 7,
        "Ms (Ada) Quill",
        "Ada . Quill",
        "van Dam",
        "Mr A1",
        "\u0301da Quill",
        "Ada Qu\u0308ill1",
    ],
)
def test_these_words_cannot_be_a_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Director",
        "Her Majesty\u2019s Inspector",
        "HEAD OF SERVICE",
        "Lead HMI",
        "Chair of the Board",
        "x, DCS",
        "Joint Directors of Services",
        "Heads of Service",
        "Chair, Board of the North",
    ],
)
def test_these_words_are_a_post(text: str) -> None:
    assert is_post(text)


@pytest.mark.parametrize("text", ["", "Direction", "Head", "1 High Street", "Ada Quill", "Inspection"])
def test_these_words_are_not_a_post(text: str) -> None:
    assert not is_post(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms Ada Quill Director of Services", "Ms Ada Quill"),
        ("Ms Ada Quill, Director of Services", "Ms Ada Quill"),
        ("Ada Quill Interim Corporate Director", "Ada Quill"),
        ("Ada Quill Acting up", None),
        ("Ada Quill", None),
        ("Director of Services", None),
        ("The old Director", None),
        ("A B C D E F G H Director", None),
        ("Ms Ada Bee Cee Dee Eff Gee Director", "Ms Ada Bee Cee Dee Eff Gee"),
        ("Ada FOX, Director", "Ada FOX"),
        ("Social Care Director", None),
        ("Ada Quill, Her Majesty\u2019s Inspector", "Ada Quill"),
        ("Ada Quill His Majesty's Inspector", "Ada Quill"),
        ("Her Majesty\u2019s Inspector", None),
        ("Ada Quill \u2013 Director", "Ada Quill"),
        ("Ada Quill, HMI.", "Ada Quill"),
        ("Ada Quill - Director", "Ada Quill"),
        ("Ada Bee Her Director", "Ada Bee Her"),
        ("", None),
    ],
)
def test_a_name_ends_where_its_post_begins_on_the_same_line(text: str, name: str | None) -> None:
    assert name_end(text) == (-1 if name is None else len(name))


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Interim", True),
        ("Her Majesty\u2019s", True),
        ("Acting Her Majesty's", False),
        ("His Majesty's Senior", True),
        ("Executive Director", False),
        ("Quill", False),
        ("", False),
    ],
)
def test_words_that_only_open_a_post_are_recognised(text: str, opens: bool) -> None:
    assert is_post_opener(text) == opens
    assert not (opens and is_name(text))


@pytest.mark.parametrize("text", ["Ada Quill", "Mr Chief", "Her Vale"])
def test_a_name_without_a_word_that_opens_a_post_is_bare(text: str) -> None:
    assert is_bare_name(text)


@pytest.mark.parametrize("text", ["Social Care", "Ada Lead", "Director", "Ada", ""])
def test_other_words_are_not_a_bare_name(text: str) -> None:
    assert not is_bare_name(text)


@pytest.mark.parametrize(
    ("text", "titled"),
    [("Mr Quill", True), ("Dr. A Bee", True), ("CLLR", True), ("Ada Quill", False), ("Drake Quill", False)],
)
def test_a_title_opens_a_name(text: str, titled: bool) -> None:
    assert is_titled(text) == titled


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Joint Directors of Services", True),
        ("Her Majesty\u2019s Inspectors", True),
        ("HEADS OF SERVICE", True),
        ("Director of Services", False),
        ("Directorate", False),
        ("", False),
    ],
)
def test_a_post_of_several_people_is_recognised(text: str, plural: bool) -> None:
    assert is_plural_post(text) == plural


@pytest.mark.parametrize(
    ("text", "opens"),
    [("Social Care", True), ("Director", True), ("Mill Lane", False), ("Care Director", False), ("", False)],
)
def test_the_first_word_may_open_a_post(text: str, opens: bool) -> None:
    assert opens_post(text) == opens


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ada Quill.", "Ada Quill"),
        ("Ada Quill .", "Ada Quill"),
        ("Director of Services.", "Director of Services"),
        ("Ada Quill", "Ada Quill"),
        # An initial and an abbreviation keep theirs.
        ("Ada Q.", "Ada Q."),
        ("Ada Quill Ph.D.", "Ada Quill Ph.D."),
        ("Bo Marsh Jr.", "Bo Marsh Jr."),
        ("", ""),
    ],
)
def test_a_full_stop_after_a_name_is_left_out(text: str, kept: str) -> None:
    assert without_stop(text) == kept
