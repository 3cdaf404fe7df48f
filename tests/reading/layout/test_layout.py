"""The layout of a source: lines, page furniture, landmarks and blocks, decided once."""

from __future__ import annotations

import pytest
from reading_samples import SAMPLES, focused_framework, focused_letter

from inspection_model.frameworks import shipped_frameworks
from inspection_model.reading.layout.layout import Layout, lay_out
from inspection_model.reading.layout.lines import Line
from inspection_model.vocabulary import RemarkCode

_FULL = "Words that fill a line of the letter up to its right edge"


def _layout(source: str) -> Layout:
    return lay_out(source, [focused_framework()])


def _furniture(layout: Layout) -> list[str]:
    return [layout.source[start:end] for start, end in sorted(layout.furniture)]


def test_an_empty_source_has_no_lines() -> None:
    layout = _layout("")
    assert (layout.lines, layout.furniture, layout.blocks, layout.unusual) == ((), (), (), frozenset())
    assert layout.landmarks == (None, 0, 0)
    assert layout.has_blank_lines


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_below_the_salutation_is_furniture_or_belongs_to_one_block(name: str) -> None:
    source = SAMPLES[name]
    layout = lay_out(source, shipped_frameworks())
    salutation = layout.landmarks.salutation
    assert salutation is not None
    blocks = [block for block in layout.blocks if block.first >= salutation]
    spans = [*layout.furniture, *((line.start, line.end) for line in layout.lines[:salutation])]
    for block in blocks:
        spans += [(line.start, line.end) for line in block.lines]
        spans.append(block.mark)
    covered = "".join(source[start:end] for start, end in sorted(spans))
    assert "".join(covered.split()) == "".join(source.split())


def test_furniture_is_a_span_of_the_source_and_not_a_line() -> None:
    layout = _layout("\ufeffOne\n\n2\n\n\fTwo")
    assert _furniture(layout) == ["\ufeff", "2"]
    assert [line.text for line in layout.lines] == ["One", "Two"]


@pytest.mark.parametrize(
    ("between", "breaks_before", "starts_page", "after_furniture"),
    [
        ("\n", 1, False, False),
        ("\n\n", 2, False, False),
        ("\n\f", 1, True, False),
        # A form feed alone does not end a line.
        ("\f", 1, False, False),
        # A line after furniture starts a page, and has the widest of the gaps around the furniture.
        ("\npage 3\n", 1, True, True),
        ("\n\n2\n\n", 2, True, True),
        ("\n2\n\n\n\f", 3, True, True),
        ("\n\n\n2\n\f", 3, True, True),
        ("\npage 3\f", 1, False, True),
    ],
)
def test_what_precedes_a_line(
    between: str, breaks_before: int, starts_page: bool, after_furniture: bool
) -> None:
    source = f"One{between}Two"
    _, line = _layout(source).lines
    assert line == Line(
        start=source.index("Two"),
        text="Two",
        indent=0,
        breaks_before=breaks_before,
        starts_page=starts_page,
        after_furniture=after_furniture,
    )


@pytest.mark.parametrize(
    ("between", "breaks_before", "starts_page", "after_furniture"),
    [
        # A rule is a gap, and begins no page.
        ("\n=====\n", 2, False, True),
        ("\n\n\n=====\n", 3, False, True),
        ("\n=====\n\n\n", 3, False, True),
        ("\n\f=====\n", 2, True, True),
        ("\n=====\npage 2\n\n", 2, True, True),
        # A gap before a page number ends a page; without one the text continues.
        ("\n\n- 2 -\f", 2, True, True),
        ("\n- 2 -\f", 1, False, True),
    ],
)
def test_what_precedes_a_line_below_a_rule_or_a_page_number(
    between: str, breaks_before: int, starts_page: bool, after_furniture: bool
) -> None:
    _, line = _layout(f"One{between}Two").lines
    assert (line.text, line.breaks_before, line.starts_page, line.after_furniture) == (
        "Two",
        breaks_before,
        starts_page,
        after_furniture,
    )


def test_a_rule_is_furniture() -> None:
    assert _furniture(_layout("Findings\n========\nOne.")) == ["========"]


def test_the_problems_are_those_of_the_pages_and_of_the_characters() -> None:
    layout = _layout("One&amp;two.\n\n1\n\fThree.\n\n3")
    assert [problem.code for problem in layout.problems] == [
        RemarkCode.PAGE_MISSING,
        RemarkCode.TEXT_DAMAGED,
    ]
    assert _layout("One.").problems == ()


def test_double_spacing_is_no_gap() -> None:
    words = ["Dear Ida", "", "This is", "set wide", "and it goes", "on here", "to the end."]
    source = "\n\n".join(words) + "\n\n\nMore."
    assert [block.words for block in _layout(source).blocks] == [
        "Dear Ida",
        "This is set wide and it goes on here to the end.",
        "More.",
    ]


def test_a_form_feed_at_the_beginning_starts_a_page() -> None:
    (line,) = _layout("\fOne").lines
    assert (line.breaks_before, line.starts_page) == (0, True)


def test_the_salutation_is_a_block_and_the_sign_off_starts_one() -> None:
    layout = _layout("Dear Ida\nOne.\n\nTwo\nYours sincerely\nMona")
    assert layout.landmarks == (0, 3, 3)
    firsts = [block.lines[0].text for block in layout.blocks]
    assert firsts[:4] == ["Dear Ida", "One.", "Two", "Yours sincerely"]


def test_paragraph_ends_are_inferred_below_the_salutation_if_there_are_no_blank_lines() -> None:
    body = f"{_FULL}\nand end.\nNext words.\n{_FULL}\nand end.\n{_FULL} again"
    layout = _layout(f"Dear Ida\n{body}")
    assert not layout.has_blank_lines
    assert [line.text for line in layout.lines if line.breaks_before > 1] == [
        "Next words.",
        _FULL,
        f"{_FULL} again",
    ]
    without_salutation = _layout(body)
    assert without_salutation.has_blank_lines
    assert all(line.breaks_before < 2 for line in without_salutation.lines)


def test_furniture_shows_nothing_about_paragraphs() -> None:
    layout = _layout(f"Dear Ida\n{_FULL}\n12 of 20\n{_FULL}.\nend.\nNext words.")
    assert _furniture(layout) == ["12 of 20"]
    assert [line.text for line in layout.lines if line.breaks_before > 1] == ["Next words."]


def test_headings_are_those_of_the_given_frameworks() -> None:
    assert [block.is_heading for block in _layout("Findings\n\nOne.").blocks] == [True, False]
    assert not any(block.is_heading for block in lay_out("Findings\n\nOne.", []).blocks)


def test_unusual_characters_are_those_beyond_printable_ascii() -> None:
    assert _layout(focused_letter()).unusual == frozenset()
    assert _layout("Caf\u00e9\x00\r\n\ttea\ud800").unusual == {"\u00e9", "\x00", "\t", "\ud800"}
