"""The formats of files of tables."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TypeAlias, final

import attrs

from inspection_model.errors import InvalidValueError
from inspection_model.tables.batch import Batch
from inspection_model.tables.schema import TableSchema
from inspection_model.tables.writing.database import database_writer
from inspection_model.tables.writing.delimited import csv_writer
from inspection_model.tables.writing.lines import lines_writer
from inspection_model.tables.writing.parquet import parquet_writer
from inspection_model.tables.writing.spreadsheet import workbook_writer

__all__ = ["FORMATS", "TableFormat", "format_for"]

Write: TypeAlias = Callable[[Batch], None]
Open: TypeAlias = Callable[[Path, Sequence[TableSchema], bool], "contextlib.AbstractContextManager[Write]"]


@final
@attrs.frozen(kw_only=True)
class TableFormat:
    """A format of files of tables.

    Attributes:
        open: Opens a file that does not exist, given its path, the schemas of its tables (of one table,
            unless the format holds several) and whether it starts with a byte order mark.
        many: Whether a file holds several tables.
        described: Whether a description of the columns is written beside it.
        arrow: Whether it is written from Arrow data, not from cells.
    """

    open: Open
    many: bool = False
    described: bool = False
    arrow: bool = False


def _single(writer: Callable[[Path, TableSchema], contextlib.AbstractContextManager[Write]]) -> Open:
    return lambda path, schemas, _bom: writer(path, schemas[0])


@contextlib.contextmanager
def _csv(path: Path, schemas: Sequence[TableSchema], bom: bool) -> Generator[Write]:
    with csv_writer(path, schemas[0], bom=bom) as write:
        yield write


FORMATS: dict[str, TableFormat] = {
    ".csv": TableFormat(open=_csv, described=True),
    ".xlsx": TableFormat(open=lambda path, schemas, _bom: workbook_writer(path, schemas), many=True),
    ".parquet": TableFormat(open=_single(parquet_writer), arrow=True),
    ".duckdb": TableFormat(
        open=lambda path, schemas, _bom: database_writer(path, schemas), many=True, arrow=True
    ),
    ".jsonl": TableFormat(open=_single(lines_writer)),
}
"""The formats by the suffixes of their files."""


def format_for(path: Path) -> TableFormat:
    """Return the format that the suffix of a path selects.

    Raises:
        InvalidValueError: If no format has the suffix.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        expected = f"a file that ends with one of {', '.join(FORMATS)}"
        raise InvalidValueError("write_tables(target)", expected, repr(str(path)))
    return form
