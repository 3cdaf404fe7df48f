"""The XML of the cells of a sheet."""

from __future__ import annotations

import datetime

import pytest

from inspection_model.tables.writing.sheet_rows import cell_xml, rows_xml


@pytest.mark.parametrize(
    ("cell", "xml"),
    [
        (None, ""),
        ((), ""),
        (7, '" s="2"><v>7</v></c>'),
        (datetime.date(1900, 3, 1), '" s="2"><v>61</v></c>'),
        (datetime.date(2024, 1, 8), '" s="2"><v>45299</v></c>'),
        (datetime.date(1900, 2, 28), '" s="2" t="inlineStr"><is><t>1900-02-28</t></is></c>'),
        (("a", "<b>"), '" s="2" t="inlineStr"><is><t>a\n&lt;b&gt;</t></is></c>'),
        (" \r", '" s="2" t="inlineStr"><is><t xml:space="preserve"> _x000D_</t></is></c>'),
        ("_x000D_ & _x", '" s="2" t="inlineStr"><is><t>_x005F_x000D_ &amp; _x</t></is></c>'),
        ("\uffff", '" s="2" t="inlineStr"><is><t>_xFFFF_</t></is></c>'),
    ],
)
def test_a_cell_is_a_number_or_a_text(cell: object, xml: str) -> None:
    assert cell_xml(cell, 2) == xml


def test_a_text_is_shared_unless_xlsxwriter_would_take_it_for_xml() -> None:
    shared: list[str] = []

    def share(text: str) -> int:
        shared.append(text)
        return len(shared)

    assert cell_xml("plain", 0, share) == '" s="0" t="s"><v>1</v></c>'
    assert "inlineStr" in cell_xml("<r><t>a</t></r>", 0, share)
    assert shared == ["plain"]


def test_a_row_has_its_number_and_no_missing_cells() -> None:
    rows = [['" s="0"><v>1</v></c>', ""], ["", '" s="0"><v>2</v></c>']]
    assert list(rows_xml(rows, first=9)) == [
        '<row r="9"><c r="A9" s="0"><v>1</v></c></row>',
        '<row r="10"><c r="B10" s="0"><v>2</v></c></row>',
    ]
