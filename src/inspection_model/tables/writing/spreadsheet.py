"""Excel workbooks. They need the extra ``tables`` (XlsxWriter)."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, final

from inspection_model.errors import InvalidValueError
from inspection_model.tables.batch import Batch
from inspection_model.tables.optional import optional_module
from inspection_model.tables.schema import Column, TableSchema
from inspection_model.tables.writing.cells import as_text

__all__ = ["workbook_writer"]

# The limits of Excel.
_MOST_ROWS = 1_048_575  # below the header
_MOST_UNITS = 32_767  # of UTF-16 in a cell
_CUT = " […]"
# Excel counts the days from 1900, with a 29 February in that year, which had none.
_FIRST_DAY = datetime.date(1900, 3, 1)

_WIDTHS = {"text": 24, "date": 12, "number": 10, "texts": 30}
_WIDE = {"text": 90, "message": 90, "parts": 60}
_NARROW = {"dfe": 6, "urn": 9, "gss": 11, "la_code": 8, "la_code_new": 11, "rank": 6}


@contextlib.contextmanager
def workbook_writer(path: Path, schemas: Sequence[TableSchema]) -> Generator[Callable[[Batch], None]]:
    """Open a workbook with a sheet for each table and a sheet that describes the columns.

    Texts are written as texts, never as formulas, numbers or links, and so are days before March 1900,
    which Excel does not have. Excel holds 32,767 characters in a cell: a longer text ends with ``[…]``, and
    its row has a note of it in the sheet ``columns``.

    Args:
        path: The file, which does not exist.
        schemas: The tables.

    Yields:
        A function that adds a batch to its sheet.

    Raises:
        InvalidValueError: If a table has more rows than a sheet holds.
        MissingExtraError: If the extra ``tables`` is not installed.
    """
    xlsxwriter = optional_module("xlsxwriter", wanted="writing a spreadsheet", extra="tables")
    # With `constant_memory`, rows go to temporary files.
    workbook = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    try:
        sheets = {schema.name: _Sheet(workbook, schema) for schema in schemas}
        yield lambda batch: sheets[batch.schema.name].write(batch)
        _describe(workbook, schemas, [note for sheet in sheets.values() for note in sheet.notes])
        for sheet in sheets.values():
            sheet.close()
    finally:
        workbook.close()


@final
class _Sheet:
    """A sheet of a workbook, to which batches are added."""

    def __init__(self, workbook: Any, schema: TableSchema) -> None:
        self._schema = schema
        self._sheet = workbook.add_worksheet(schema.name)
        self._used = 0
        self.notes: list[tuple[str, str, str]] = []
        self._plain = workbook.add_format()
        head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        top = {"valign": "top"}
        self._formats = {
            "text": workbook.add_format({**top, "num_format": "@", "text_wrap": True}),
            "date": workbook.add_format({**top, "num_format": "yyyy-mm-dd"}),
            "number": workbook.add_format(top),
        }
        self._formats["texts"] = self._formats["text"]
        for index, column in enumerate(schema.columns):
            self._sheet.set_column(index, index, _width(column), self._formats[column.type])
        for index, name in enumerate(schema.names):
            self._sheet.write_string(0, index, name, head)
        self._sheet.freeze_panes(1, 1)

    def write(self, batch: Batch) -> None:
        """Add the rows of a batch."""
        if self._used + batch.length > _MOST_ROWS:
            expected = f"at most {_MOST_ROWS:,} rows"
            hint = "write .parquet, .duckdb or .csv, which have no such limit"
            raise InvalidValueError(f"sheet {self._schema.name}", expected, "more", hint)
        for row in batch.rows():
            self._used += 1
            for index, (column, cell) in enumerate(zip(self._schema.columns, row, strict=True)):
                self._cell(index, column, cell)

    def _cell(self, index: int, column: Column, cell: object) -> None:
        form = self._formats[column.type]
        if isinstance(cell, int):
            self._sheet.write_number(self._used, index, cell, form)
        elif isinstance(cell, datetime.date) and cell >= _FIRST_DAY:
            self._sheet.write_datetime(self._used, index, cell, form)
        elif (text := as_text(cell)) is not None:
            shown = _fitting(text)
            if shown != text:
                note = f"row {self._used + 1}: {len(text):,} characters do not fit into a cell"
                self.notes.append((self._schema.name, column.name, note))
            self._text(index, shown, form)

    def _text(self, index: int, text: str, form: Any) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a string for XML, but not its fragments.
            self._sheet.write_rich_string(self._used, index, text[:1], self._plain, text[1:], form)
        else:
            self._sheet.write_string(self._used, index, text, form)

    def close(self) -> None:
        """Add the filter."""
        self._sheet.autofilter(0, 0, max(self._used, 1), len(self._schema.columns) - 1)


def _width(column: Column) -> int:
    return _WIDE.get(column.name) or _NARROW.get(column.name) or _WIDTHS[column.type]


def _fitting(text: str) -> str:
    """Return a text that fits into a cell."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _MOST_UNITS:
        return text
    kept = units[: 2 * (_MOST_UNITS - len(_CUT))]
    return kept.decode("utf-16-le", errors="ignore") + _CUT


def _describe(workbook: Any, schemas: Sequence[TableSchema], notes: Sequence[tuple[str, str, str]]) -> None:
    """Add a sheet with the meaning of each column, and with the cells that were cut."""
    sheet = workbook.add_worksheet("columns")
    sheet.set_column(0, 1, 26)
    sheet.set_column(2, 3, 80)
    rows = [("table", "column", "meaning", "missing")]
    rows += [
        (schema.name, column.name, column.meaning, column.null)
        for schema in schemas
        for column in schema.columns
    ]
    rows += [(*note, "") for note in notes]
    for number, row in enumerate(rows):
        for index, text in enumerate(row):
            sheet.write_string(number, index, text)
    sheet.freeze_panes(1, 0)
