"""The cells of a line: text side by side, separated by at least three spaces."""

from __future__ import annotations

from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters


def _line(source: str) -> Line:
    (line,) = split_lines(source, unusual_characters(source))
    return line


def test_a_line_is_split_into_cells_at_three_spaces() -> None:
    assert cells_of(_line("  Pear Gate     T 01632  960001   x")) == [
        Line(start=2, text="Pear Gate", indent=2, breaks_before=0, starts_page=False),
        Line(start=16, text="T 01632  960001", indent=16, breaks_before=0, starts_page=False),
        Line(start=34, text="x", indent=34, breaks_before=0, starts_page=False),
    ]


def test_a_line_without_three_spaces_is_one_cell() -> None:
    line = _line("one  cell")
    assert list(cells_of(line)) == [line]


def test_the_cells_of_a_line_keep_what_precedes_the_line() -> None:
    line = Line(start=9, text="a   b", indent=0, breaks_before=2, starts_page=True, after_furniture=True)
    assert [(cell.breaks_before, cell.starts_page, cell.after_furniture) for cell in cells_of(line)] == [
        (2, True, True),
        (2, True, True),
    ]
