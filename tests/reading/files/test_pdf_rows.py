"""The geometry of a PDF's pages, at its limits: one line or two, a gap or none, a paragraph's end or not."""

from __future__ import annotations

import pytest

from inspection_model.reading.files import pdf_pages as pdf
from inspection_model.reading.files.pdf_pages import Page, Row


def _row(
    text: str = "words",
    *,
    left: float = 0,
    right: float = 10,
    bottom: float = 0,
    top: float = 10,
    size: float = 10,
    last: int = 0,
) -> Row:
    return Row(text, left, right, bottom, top, size, last)


def _page(*body: Row, blanks: tuple[bool, ...] = (), is_open: bool = True) -> Page:
    return Page(list(body), [], None, is_open)


@pytest.mark.parametrize(
    ("row", "shares"),
    [
        # Beside a cell from 0 to 10, by half of the smaller height.
        (_row(left=20, right=30, bottom=4.9, top=14.9), True),
        (_row(left=20, right=30, bottom=5, top=15), False),
        (_row(left=20, right=30, bottom=-4.9, top=5.1), True),
        (_row(left=20, right=30, bottom=-5, top=5), False),
        (_row(left=20, right=30, bottom=7.9, top=11.9), True),
        (_row(left=20, right=30, bottom=8, top=12), False),
        (_row(left=20, right=30, bottom=5.5, top=35.5), False),
        (_row(left=20, right=30, bottom=4.5, top=34.5), True),
        # Over it by less than a margin, or by more.
        (_row(left=6, right=20), True),
        (_row(left=5.9, right=20), False),
        (_row(left=-20, right=4), True),
        (_row(left=-20, right=4.1), False),
        (_row(left=-20, right=20), False),
    ],
)
def test_rows_share_a_line_by_half_of_their_height_and_not_over_each_other(row: Row, shares: bool) -> None:
    assert pdf._share_line([_row()], row) == shares
    raised = _row("zzz", left=-60, right=-50, bottom=8, top=12)
    assert pdf._share_line([raised, _row()], row) == shares


def test_rows_become_lines_from_top_to_bottom_and_left_to_right() -> None:
    rows = [
        _row("low", bottom=0, top=10),
        _row("right", left=60, right=80, bottom=30, top=40),
        _row("raised", left=35, right=45, bottom=36, top=40),
        _row("left", left=0, right=20, bottom=30, top=40),
    ]
    assert [line.text for line in pdf._lines(rows)] == ["left   raised   right", "low"]


@pytest.mark.parametrize(
    ("gap", "text"), [(-3, "ab"), (1.4, "ab"), (1.5, "a b"), (11.9, "a b"), (12, "a   b"), (90, "a   b")]
)
@pytest.mark.parametrize("heights", [(10, 10), (10, 4), (4, 10)])
def test_cells_are_joined_by_a_space_or_three_by_the_larger_ones_height(
    gap: float, text: str, heights: tuple[float, float]
) -> None:
    first = _row("a", left=5, right=20, bottom=1, top=1 + heights[0], size=heights[0], last=7)
    second = _row("b", left=20 + gap, right=25, bottom=2, top=2 + heights[1], size=heights[1], last=3)
    larger = second if heights[1] > heights[0] else first
    assert pdf._join([first, second]) == _row(
        text, left=5, right=25, bottom=larger.bottom, top=larger.top, size=larger.size, last=3
    )
    assert pdf._join([first, second._replace(right=19)]).right == 20


@pytest.mark.parametrize(
    ("bottoms", "everywhere", "blanks"),
    [
        ((), (), []),
        ((100,), (), [False]),
        # A quarter more than usual.
        ((100, 88, 76, 61), (), [False, False, False, False]),
        ((100, 88, 76, 60.9), (), [False, False, False, True]),
        # Of two pitches that are both usual the lower is the usual one.
        ((100, 88, 72.5), (), [False, False, True]),
        # What is more than 1.6 times the height is set apart, and tells nothing about the usual pitch.
        ((100, 84), (10,), [False, False]),
        ((100, 83.9), (10,), [False, True]),
        ((100, 83.9), (15,), [False, False]),
        ((100, 83.9), (), [False, False]),
        ((100, 83.9, 60), (), [False, False, True]),
    ],
)
def test_a_blank_line_stands_where_the_pitch_is_wider_than_usual(
    bottoms: tuple[float, ...], everywhere: tuple[float, ...], blanks: list[bool]
) -> None:
    lines = [_row(bottom=bottom, top=bottom + 10) for bottom in bottoms]
    assert pdf._blanks(lines, everywhere) == blanks


@pytest.mark.parametrize(
    ("sizes", "mark", "first"),
    [
        ((10, 10, 8.9), "1 Note", 2),
        ((10, 10, 9), "1 Note", 3),
        ((10, 10, 10, 8, 8.5), "12Note", 3),
        ((10, 10, 8), "Note 1", 3),
        ((10, 10, 8), "2009 was", 3),
        ((10, 10, 8), "1. Note", 3),
        ((), "", 0),
    ],
)
def test_footnotes_are_the_smaller_lines_at_the_bottom_when_the_first_has_a_mark(
    sizes: tuple[float, ...], mark: str, first: int
) -> None:
    smaller = next((index for index, size in enumerate(sizes) if size < 10), 0)
    lines = [_row(mark if index == smaller else "words", size=size) for index, size in enumerate(sizes)]
    assert pdf._first_note(lines) == first


@pytest.mark.parametrize(
    ("left", "columns"), [(72, 0), (74, 0), (75, 1), (77, 1), (2071, 400), (2072, 0), (60, 0)]
)
def test_an_indentation_is_counted_in_half_heights_up_to_a_pages_width(left: float, columns: int) -> None:
    assert pdf._indented(_row("a", left=left, top=10), 72) == " " * columns + "a"


def test_an_indentation_of_the_smallest_print_is_counted_as_well() -> None:
    assert pdf._indented(_row("a", left=75, top=2), 72) == "   a"


# Whether the first word of the next page had room.


@pytest.mark.parametrize(
    ("lines", "blanks", "room"),
    [
        # The word "ab " of "ab cd" takes 30, and 10 are to spare: 59.9 + 40 < 100.
        ((100, 59.9), (False, False), True),
        ((100, 60), (False, False), False),
        # Only the lines of its paragraph count for its width.
        ((100, 50), (False, True), False),
        ((80, 100, 50), (False, True, False), True),
        ((100, 80, 50), (False, True, False), False),
    ],
)
def test_a_word_has_room_when_the_widest_line_of_its_paragraph_is_wider_by_more_than_it_takes(
    lines: tuple[float, ...], blanks: tuple[bool, ...], room: bool
) -> None:
    body = [_row(right=right) for right in lines]
    assert pdf._has_room(body, blanks, _row("ab cd", left=100, right=150)) == room


@pytest.mark.parametrize(
    ("last", "first", "is_open", "continues"),
    [
        (_row("One."), _row("Two"), True, True),
        (_row("One."), _row("Two"), False, False),
        (_row("One"), _row("two"), False, True),
        (_row("One"), _row("Two"), False, False),
        (_row("One."), _row("two"), False, False),
        (_row("One"), _row("- two"), True, False),
        # At another margin, or below an item.
        (_row("One.", left=-50), _row("Two", left=-46.1), True, True),
        (_row("One.", left=-50), _row("Two", left=-46), True, False),
        (_row("One.", left=-46), _row("Two", left=-50), True, False),
        (_row("- One.", left=-50), _row("Two", left=-46), True, True),
    ],
)
def test_a_paragraph_continues_on_the_next_page(
    last: Row, first: Row, is_open: bool, continues: bool
) -> None:
    assert pdf._continues(_page(last, is_open=is_open), [False], _page(first)) == continues
    wide = _page(_row(right=500), last, is_open=is_open)  # the next word has room
    assert pdf._continues(wide, [False, False], _page(first)) == (continues and first.text.islower())
    assert not pdf._continues(_page(), [], _page(first))
    assert not pdf._continues(_page(last), [False], _page())


@pytest.mark.parametrize(
    ("notes", "number", "continues", "text"),
    [
        ([], None, False, "\n\n\f"),
        ([], None, True, "\f"),
        ([], _row("7", left=50), False, "\n\n          7\n\f"),
        ([], _row("7", left=50), True, "\n          7\f"),
        ([_row("1 A note"), _row("of two lines"), _row("12Another")], _row("7"), True,
         "\n1\n  A note\n  of two lines\n12\n  Another\n7\f"),
    ],
)  # fmt: skip
def test_the_footnotes_and_the_page_number_follow_the_body(
    notes: list[Row], number: Row | None, continues: bool, text: str
) -> None:
    assert pdf._break(_page()._replace(notes=notes, number=number), 0, continues=continues) == text
