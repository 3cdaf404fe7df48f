"""The text of pages, at its limits: an indent, and what follows the body of a page."""

from __future__ import annotations

import pytest

from inspection_model.reading.files import pdf_pages as pdf
from inspection_model.reading.files.pdf_lines import Page
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
    ("left", "columns"), [(72, 0), (74, 0), (75, 1), (77, 1), (2071, 400), (2072, 0), (60, 0)]
)
def test_an_indentation_is_counted_in_half_heights_up_to_a_pages_width(left: float, columns: int) -> None:
    assert pdf._indented(_row("a", left=left, top=10), 72) == " " * columns + "a"


def test_an_indentation_of_the_smallest_print_is_counted_as_well() -> None:
    assert pdf._indented(_row("a", left=75, top=2), 72) == "   a"


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
    assert pdf._break(Page([], notes, number), 0, continues=continues) == text
