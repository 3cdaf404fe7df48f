"""The lines of a page, at their limits: one line or two, a gap or none, a footnote or none."""

from __future__ import annotations

import time

import pytest

from inspection_model.reading.files import pdf_lines as pdf
from inspection_model.reading.files.pdf_drawings import Box
from inspection_model.reading.files.pdf_row import Row


def _row(
    text: str = "words",
    *,
    left: float = 0,
    right: float = 10,
    bottom: float = 0,
    top: float = 10,
    size: float = 10,
    ends: bool = False,
) -> Row:
    return Row(text, left, right, bottom, top, bottom, size, ends)


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
    assert pdf._share_line([_row()], _row(), row) == shares
    raised = _row("zzz", left=-60, right=-50, bottom=8, top=12)
    assert pdf._share_line([raised, _row()], _row(), row) == shares


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
    first = _row("a", left=5, right=20, bottom=1, top=1 + heights[0], size=heights[0], ends=True)
    second = _row("b", left=20 + gap, right=25, bottom=2, top=2 + heights[1], size=heights[1])
    larger = second if heights[1] > heights[0] else first
    assert pdf._join([first, second]) == _row(
        text, left=5, right=25, bottom=larger.bottom, top=larger.top, size=larger.size, ends=False
    )
    assert pdf._join([first, second._replace(right=19)]).right == 20


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
    ("row", "text"),
    [
        # Smaller than 0.85 of the line, more than 0.15 of its height above its foot, beside the number.
        (_row("1", left=20, bottom=4, top=11), "of 22\u00b9"),
        (_row("12 go out", left=20, bottom=4, top=11), "of 22\u00b9\u00b2 go out"),
        (_row("1", left=22, bottom=4, top=11), "of 22\u00b9"),
        (_row("1", left=40, bottom=4, top=11), "of 22   1"),
        (_row("1", left=20, bottom=1, top=8), "of 221"),
        (_row("1", left=20, bottom=4, top=13), "of 221"),
        (_row("123", left=20, bottom=4, top=11), "of 22123"),
        (_row("th", left=20, bottom=4, top=11), "of 22th"),
    ],
)
def test_a_raised_digit_after_a_number_is_no_digit_of_it(row: Row, text: str) -> None:
    assert pdf._join([_row("of 22", right=20), row]).text == text
    assert pdf._join([_row("of it", right=20), row]).text.startswith("of it")


def test_the_marks_of_footnotes_after_numbers_are_left_out() -> None:
    """Those of the footnotes of the page; another raised digit may be a power."""
    body = [
        _row("of 22\u00b9, 10\u00b2 and a\u00b9", bottom=700 - 20 * n, top=710 - 20 * n) for n in range(3)
    ]
    for mark, text in (("1", "of 22, 10\u00b2 and a\u00b9"), ("3", body[0].text)):
        note = _row(f"{mark} Counted in spring.", bottom=50, top=57, size=7)
        assert [line.text for line in pdf.make_page([*body, note]).body] == [text] * 3


def test_a_line_of_any_number_of_cells_takes_linear_time() -> None:
    """Each cell is compared with the last ones only, and the text is joined once."""
    cells = [_row("ab", left=40 * n, right=40 * n + 10) for n in range(20_000)]
    start = time.process_time()
    [line] = pdf._lines(cells)
    assert time.process_time() - start < 5
    assert len(line.text) == 20_000 * 5 - 3


@pytest.mark.parametrize(
    ("dots", "text"),
    [
        ([(-12, 3, -8, 7)], "\u2022 words"),
        ([(-4, 3, 0, 7)], "\u2022 words"),
        ([(-33, 3, -29.9, 7)], "\u2022 words"),
        ([(-34, 3, -30, 7)], "words"),
        ([(-3, 3, 1, 7)], "words"),
        ([(-12, 9, -8, 11)], "words"),
        ([(-12, -1, -8, 1)], "words"),
        ([(-12, 3, -8, 7), (-20, 3, -16, 7)], "words"),  # a row of dots
        ([(-12, 3, -8, 7)] + [(300, 300, 304, 304)] * 199, "\u2022 words"),
        ([(-12, 3, -8, 7)] + [(300, 300, 304, 304)] * 200, "words"),  # a drawing
    ],
)
def test_a_small_shape_before_a_line_is_its_bullet(dots: list[Box], text: str) -> None:
    [line] = pdf.make_page([_row()], dots).body
    assert line.text == text
    assert line.left == (dots[0][0] if text[0] == "\u2022" else 0)
    assert pdf.make_page([_row("- words")], dots).body[0].text == "- words"
