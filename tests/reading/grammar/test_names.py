"""People: names, posts, and the list of inspectors in a sentence."""

from __future__ import annotations

import pytest

from inspection_model.reading.people import (
    inspector_spans,
    is_name,
    is_post,
    name_end,
    opens_post,
    post_before,
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
        "Sir Bo Marsh",
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
        "Ada Quill Bee Cee Dee Eff Gee",
        "Mr " + "A " * 7,
        "Ms (Ada) Quill",
        "Ada . Quill",
        "van Dam",
        "Mr A1",
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
    ],
)
def test_these_words_are_a_post(text: str) -> None:
    assert is_post(text)


@pytest.mark.parametrize("text", ["", "Direction", "Head", "1 High Street", "Ada Quill", "Inspection"])
def test_these_words_are_no_post(text: str) -> None:
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
        ("Ada Quill - Director", "Ada Quill"),
        ("Ada Bee Her Director", "Ada Bee Her"),
        ("", None),
    ],
)
def test_a_name_ends_where_its_post_begins_on_the_same_line(text: str, name: str | None) -> None:
    assert name_end(text) == (-1 if name is None else len(name))


def _people(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[slice(*span.name)], text[slice(*span.post)] if span.post else None)
        for span in inspector_spans(text)
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Quill, HMI, and Bo Marsh, HMI", [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]),
        ("Ada Quill HMI and Bo Marsh HMI", [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]),
        (
            "Ada Quill (HMI) & Bo Marsh (Ofsted Inspector)",
            [("Ada Quill", "HMI"), ("Bo Marsh", "Ofsted Inspector")],
        ),
        ("Ada Quill, Her Majesty\u2019s Inspector", [("Ada Quill", "Her Majesty\u2019s Inspector")]),
        ("HMI Ada Quill and HMI Bo Marsh", [("Ada Quill", None), ("Bo Marsh", None)]),
        (
            "Her Majesty\u2019s Inspectors Ada Quill, Bo Marsh and Cy Noon",
            [("Ada Quill", None), ("Bo Marsh", None), ("Cy Noon", None)],
        ),
        # A post in the plural belongs to all before it that have none.
        (
            "Ada Quill and Bo Marsh, Her Majesty\u2019s Inspectors",
            [("Ada Quill", "Her Majesty\u2019s Inspectors"), ("Bo Marsh", "Her Majesty\u2019s Inspectors")],
        ),
        ("Ada Quill and Bo Marsh, HMI", [("Ada Quill", None), ("Bo Marsh", "HMI")]),
        (
            "Ada Quill, HMI, Bo Marsh and Cy Noon, HMIs",
            [("Ada Quill", "HMI"), ("Bo Marsh", "HMIs"), ("Cy Noon", "HMIs")],
        ),
        ("Ada Quill, Bo Marsh and Cy Noon", [("Ada Quill", None), ("Bo Marsh", None), ("Cy Noon", None)]),
        ("Ada Quill; Bo Marsh; and Cy Noon", [("Ada Quill", None), ("Bo Marsh", None), ("Cy Noon", None)]),
        (
            "Ada Quill Ofsted Inspector, Ofsted inspector Bo Marsh",
            [("Ada Quill", "Ofsted Inspector"), ("Bo Marsh", None)],
        ),
        (
            "Ada Quill, Ofsted Inspector (OI), Bo Marsh, Social Care Ofsted Inspector",
            [("Ada Quill", "Ofsted Inspector (OI)"), ("Bo Marsh", "Social Care Ofsted Inspector")],
        ),
        (
            "Ada Quill, all HMI, and Bo Marsh (HMI designate)",
            [("Ada Quill", "all HMI"), ("Bo Marsh", "HMI designate")],
        ),
        ("Ada Quill, HMI designate, and Bo Marsh", [("Ada Quill", "HMI designate"), ("Bo Marsh", None)]),
        (
            "Ada Quill (HMI designate), Bo Marsh social care inspector and Cy Noon HMI (designate)",
            [
                ("Ada Quill", "HMI designate"),
                ("Bo Marsh", "social care inspector"),
                ("Cy Noon", "HMI (designate)"),
            ],
        ),
        (
            "Ada Quill and Bo Marsh, HMIs, Cy Noon and Di Orme, Ofsted Inspectors",
            [
                ("Ada Quill", "HMIs"),
                ("Bo Marsh", "HMIs"),
                ("Cy Noon", "Ofsted Inspectors"),
                ("Di Orme", "Ofsted Inspectors"),
            ],
        ),
        (
            "Ada Quill HMI, Bo Marsh and Cy Noon, HMIs",
            [("Ada Quill", "HMI"), ("Bo Marsh", "HMIs"), ("Cy Noon", "HMIs")],
        ),
        (", ".join(["Ada Quill"] * 30), [("Ada Quill", None)] * 30),
        ("Ada Quill, HMI.", [("Ada Quill", "HMI")]),
        # White space before a comma.
        ("Ada Quill , HMI , and Bo Marsh", [("Ada Quill", "HMI"), ("Bo Marsh", None)]),
        # A post in a clause of its own belongs to all before it, too.
        (
            "Ada Quill, Bo Marsh, both of whom are His Majesty\u2019s Inspectors (HMI), Cy Noon, all HMI",
            [
                ("Ada Quill", "His Majesty\u2019s Inspectors (HMI)"),
                ("Bo Marsh", "His Majesty\u2019s Inspectors (HMI)"),
                ("Cy Noon", "all HMI"),
            ],
        ),
        (
            "Ada Quill and Bo Marsh, who are all Ofsted Inspectors",
            [("Ada Quill", "Ofsted Inspectors"), ("Bo Marsh", "Ofsted Inspectors")],
        ),
        ("Ada Quill and Bo Marsh, who were on site", [("Ada Quill", None), ("Bo Marsh", None)]),
        # What a post or a name has in brackets.
        (
            "Ada Quill, His Majesty\u2019s Inspector (HMI), and Bo Marsh, HMI (schools)",
            [("Ada Quill", "His Majesty\u2019s Inspector (HMI)"), ("Bo Marsh", "HMI (schools)")],
        ),
        (
            "Ada Quill HMI (schools), Bo Marsh (education)",
            [("Ada Quill", "HMI (schools)"), ("Bo Marsh", None)],
        ),
        # Who came with whom.
        ("Ada Quill, HMI, with Bo Marsh, HMI", [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]),
        ("Ada Quill supported by regulatory inspector Bo Marsh", [("Ada Quill", None), ("Bo Marsh", None)]),
        ("Ada Quill, HMI, and the team inspector was Bo Marsh", [("Ada Quill", "HMI"), ("Bo Marsh", None)]),
        # The list ends where something stands that is no name.
        ("Ada Quill and the team", [("Ada Quill", None)]),
        ("Ada Quill, who looked at files, and Bo Marsh", [("Ada Quill", None)]),
        ("Ada Quill, inspector of schools, and Bo Marsh", [("Ada Quill", None)]),
        # Or something that is too long for a person.
        (f"Ada Q{'u' * 195}, Bo Marsh", [(f"Ada Q{'u' * 195}", None), ("Bo Marsh", None)]),
        (f"Ada Q{'u' * 196}, Bo Marsh", []),
        ("the team", []),
        ("HMI", []),
        ("HMI, HMI", []),
        ("HMI " * 80 + "Ada Quill", []),
        ("", []),
        (", , and ", []),
    ],
)
def test_a_list_of_inspectors_is_taken_apart(text: str, people: list[tuple[str, str | None]]) -> None:
    assert _people(text) == people


def test_no_name_in_a_list_starts_or_ends_with_layout() -> None:
    text = "Ada Quill ,  , HMI ;; Bo Marsh ,HMI"
    for name, _ in _people(text):
        assert name == name.strip(" ,;")


@pytest.mark.parametrize(
    ("before", "post"),
    [
        ("his majesty's inspectors for this visit were ", "his majesty's inspectors"),
        ("the visit by two of her majesty's inspectors (hmi), ", "her majesty's inspectors (hmi)"),
        ("carried out by ofsted inspectors, ", "ofsted inspectors"),
        ("the inspectors were ", None),
        ("his majesty's inspector was ", None),  # of one, it is behind the name
    ],
)
def test_a_post_of_several_may_stand_before_their_names(before: str, post: str | None) -> None:
    found = post_before(f"{before}ada quill, ofsted inspectors", len(before))
    assert (before[slice(*found)] if found else None) == post


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
def test_words_that_only_open_a_post(text: str, opens: bool) -> None:
    assert opens_post(text) == opens
    assert not (opens and is_name(text))
