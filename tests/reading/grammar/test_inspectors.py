"""Lists of inspectors in a sentence."""

from __future__ import annotations

import pytest

from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.inspectors import inspector_spans


def _people(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str | None]]:
    spans = inspector_spans(text, fold_words(text), start, len(text) if end is None else end)
    return [(text[slice(*span.name)], text[slice(*span.post)] if span.post else None) for span in spans]


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
            [
                ("Ada Quill", "Her Majesty\u2019s Inspectors"),
                ("Bo Marsh", "Her Majesty\u2019s Inspectors"),
                ("Cy Noon", "Her Majesty\u2019s Inspectors"),
            ],
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
        # A post in a separate clause belongs to all before it, too.
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
        # The field in which they work is not a person.
        (
            "Her Majesty\u2019s Inspectors (HMI) Early Years, Ada Quill and Bo Marsh",
            [
                ("Ada Quill", "Her Majesty\u2019s Inspectors (HMI)"),
                ("Bo Marsh", "Her Majesty\u2019s Inspectors (HMI)"),
            ],
        ),
        ("Ada Quill, HMI Schools, and Bo Marsh", [("Ada Quill", "HMI Schools"), ("Bo Marsh", None)]),
        ("HMI Education Ada Quill, Care Bo Marsh", [("Ada Quill", None), ("Bo Marsh", None)]),
        ("Ada Quill HMI Social Care, Bo Marsh", [("Ada Quill", "HMI Social Care"), ("Bo Marsh", None)]),
        (
            "Ada Quill and Bo Marsh, HMIs, Further Education and Skills, Skills",
            [("Ada Quill", "HMIs, Further Education"), ("Bo Marsh", "HMIs, Further Education")],
        ),
        ("Social Care, Ada Quill", [("Ada Quill", None)]),
        ("Ada Quill, Care", [("Ada Quill", None)]),
        (
            "Ada Quill (HMI, Social Care) and Bo Marsh (HMI, early years)",
            [("Ada Quill", "HMI, Social Care"), ("Bo Marsh", "HMI, early years")],
        ),
        ("Ada Quill (HMI, and Bo Marsh", [("Ada Quill", "HMI"), ("Bo Marsh", None)]),
        ("Ada Quill \u2013 HMI, Bo Marsh - HMI", [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]),
        (
            "Ada Quill and Bo Marsh, both Ofsted Inspectors",
            [("Ada Quill", "Ofsted Inspectors"), ("Bo Marsh", "Ofsted Inspectors")],
        ),
        # After a name and a post the next name may follow directly.
        (
            "Ada Quill HMI Bo Marsh HMI (schools) Cy Noon Ofsted Inspector",
            [("Ada Quill", "HMI"), ("Bo Marsh", "HMI (schools)"), ("Cy Noon", "Ofsted Inspector")],
        ),
        ("Ada Quill HMI the second", [("Ada Quill", "HMI the second")]),
        # The marks of footnotes.
        ("Ada Quill1 and Bo Marsh*", [("Ada Quill", None), ("Bo Marsh", None)]),
        ("Ada Quill\u00b9, HMI, and Bo Marsh [2]", [("Ada Quill", "HMI"), ("Bo Marsh", None)]),
        ("Ada Quill2 HMI and Bo Marsh (3)", [("Ada Quill", "HMI"), ("Bo Marsh", None)]),
        ("Ada Quill HMI\u2020", [("Ada Quill", "HMI")]),
        # The list ends before the first member that is not a name.
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
def test_a_list_of_inspectors_is_split_into_people(text: str, people: list[tuple[str, str | None]]) -> None:
    assert _people(text) == people


def test_no_name_in_a_list_starts_or_ends_with_a_separator() -> None:
    text = "Ada Quill ,  , HMI ;; Bo Marsh ,HMI"
    assert [name for name, _ in _people(text)] == ["Ada Quill", "Bo Marsh"]


def test_only_the_given_part_of_the_sentence_is_a_list() -> None:
    text = "Led by Ada Quill, HMI, and Bo Marsh, HMI, on Monday"
    assert _people(text, len("Led by "), text.index(", on")) == [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]
    assert _people(text, len("Led by "), text.index(", and")) == [("Ada Quill", "HMI")]


@pytest.mark.parametrize(
    ("before", "post"),
    [
        ("His Majesty\u2019s Inspectors for this visit were ", "His Majesty\u2019s Inspectors"),
        ("The visit by two of Her Majesty's Inspectors (HMI), ", "Her Majesty's Inspectors (HMI)"),
        ("Carried out by Ofsted Inspectors, ", "Ofsted Inspectors"),
        ("The inspectors were ", None),
        ("His Majesty's Inspector was ", None),  # the post of one inspector follows the name
    ],
)
def test_a_post_of_several_may_precede_their_names(before: str, post: str | None) -> None:
    text = f"{before}Ada Quill and Bo Marsh"
    assert _people(text, len(before)) == [("Ada Quill", post), ("Bo Marsh", post)]


def test_a_post_that_precedes_the_list_is_of_those_without_one() -> None:
    before = "His Majesty's Inspectors were "
    text = f"{before}Ada Quill, Bo Marsh, Ofsted Inspector, and Cy Noon"
    assert _people(text, len(before)) == [
        ("Ada Quill", "His Majesty's Inspectors"),
        ("Bo Marsh", "Ofsted Inspector"),
        ("Cy Noon", "His Majesty's Inspectors"),
    ]


def test_a_post_in_the_list_does_not_precede_it() -> None:
    assert _people("Ada Quill and Bo Marsh, Ofsted Inspectors, and Cy Noon")[-1] == ("Cy Noon", None)


_LINES = "Were Ada Quill Bo Marsh Cy Noon"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([5, 15, 24], ["Ada Quill", "Bo Marsh", "Cy Noon"]),
        ([0, 5, 15, 24], ["Ada Quill", "Bo Marsh", "Cy Noon"]),
        ([5], ["Ada Quill Bo Marsh Cy Noon"]),
        # The list does not start at a line, or a line is no person.
        ([0, 15, 24], ["Ada Quill Bo Marsh Cy Noon"]),
        ([5, 18, 24], ["Ada Quill Bo Marsh Cy Noon"]),
    ],
)
def test_names_one_a_line_are_several_people(lines: list[int], names: list[str]) -> None:
    spans = inspector_spans(_LINES, fold_words(_LINES), 5, len(_LINES), lines)
    assert [_LINES[slice(*span.name)] for span in spans] == names


def test_a_list_of_very_many_lines_is_not_split_at_them() -> None:
    for count, people in ((40, 40), (41, 0)):
        text = "Ada Quill " * count
        spans = inspector_spans(text, fold_words(text), 0, len(text), range(0, len(text), len("Ada Quill ")))
        assert len(spans) == people


@pytest.mark.parametrize(
    ("printed", "posts"),
    [
        ("Ann Reed and Tom Birk (HMIs)", ["HMIs", "HMIs"]),
        ("Ann Reed, HMI, and Tom Birk HMI", ["HMI", "HMI"]),
        ("Ann Reed, Tom Birk and a third inspector", [None, None]),
        ("Ann Reed and an Ofsted Inspector", [None]),
    ],
)
def test_a_post_of_several_is_shared_and_nobody_has_that_of_another(
    printed: str, posts: list[str | None]
) -> None:
    spans = inspector_spans(printed, fold_words(printed), 0, len(printed))
    assert [post and printed[slice(*post)] for _, post in spans] == posts
