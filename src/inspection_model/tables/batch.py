"""Batches of rows as columns, and their Arrow arrays."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice, repeat
from typing import Any, final

import attrs

from inspection_model.serialising.collector import collector_paused
from inspection_model.tables.document import Document
from inspection_model.tables.facts import Cell, Facts
from inspection_model.tables.optional import optional_module
from inspection_model.tables.rows import ROWS, Row
from inspection_model.tables.schema import ColumnType, TableSchema

__all__ = ["Batch", "arrow_schema", "batches_of", "make_batches", "nanoarrow"]

# How many documents a batch holds: enough that the costs of a batch do not matter, few enough that their
# readings take little memory.
_DOCUMENTS = 200
# Of the columns about the inspection, a file that cannot be read has the last two.
_UNKNOWN = (None,) * 12
_EPOCH = datetime.date(1970, 1, 1).toordinal()


def nanoarrow() -> Any:
    """Return the module `nanoarrow`.

    Raises:
        MissingExtraError: If the extra ``tables`` is not installed.
    """
    return optional_module("nanoarrow", wanted="a table", extra="tables")


@final
@attrs.frozen
class Batch:
    """Some rows of a table.

    Attributes:
        schema: The schema of the table.
        columns: The cells of each column.
        length: The number of rows.
    """

    schema: TableSchema
    columns: Sequence[Sequence[Any]]
    length: int

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Iterate over the rows."""
        return zip(*self.columns, strict=True)

    def arrow(self) -> Any:
        """Return an Arrow struct array with a child for each column."""
        na = nanoarrow()
        children = [
            _ARRAYS[column.type](na, cells)
            for column, cells in zip(self.schema.columns, self.columns, strict=True)
        ]
        return na.c_array_from_buffers(arrow_schema(self.schema), self.length, [None], children=children)


def arrow_schema(schema: TableSchema) -> Any:
    """Return the Arrow schema of a table: a struct with a field for each column."""
    na = nanoarrow()
    return na.struct({column.name: _type(na, column.type) for column in schema.columns})


def _type(na: Any, name: ColumnType) -> Any:
    types = {"text": na.string, "number": na.int32, "date": na.date32}
    return na.list_(na.string()) if name == "texts" else types[name]()


def _texts(na: Any, cells: Sequence[str | None]) -> Any:
    return na.c_array(cells, na.string())


def _numbers(na: Any, cells: Sequence[int | None]) -> Any:
    return na.c_array(cells, na.int32())


def _dates(na: Any, cells: Sequence[datetime.date | None]) -> Any:
    days = [None if day is None else day.toordinal() - _EPOCH for day in cells]
    numbers = na.c_array(days, na.int32()).view()
    return na.c_array_from_buffers(na.date32(), len(days), [numbers.buffer(0), numbers.buffer(1)])


def _lists(na: Any, cells: Sequence[tuple[str, ...] | None]) -> Any:
    offsets = array("i", accumulate((len(cell or ()) for cell in cells), initial=0))
    items = na.c_array([item for cell in cells for item in cell or ()], na.string())
    # The bitmap of an array with the same missing values.
    lengths = na.c_array([None if cell is None else 0 for cell in cells], na.int8()).view()
    buffers = [lengths.buffer(0), offsets]
    return na.c_array_from_buffers(na.list_(na.string()), len(cells), buffers, children=[items])


_ARRAYS: dict[ColumnType, Callable[[Any, Any], Any]] = {
    "text": _texts,
    "number": _numbers,
    "date": _dates,
    "texts": _lists,
}


def make_batches(
    documents: Iterable[Document], schemas: Sequence[TableSchema]
) -> Iterator[tuple[Batch, ...]]:
    """Yield the rows of documents, some documents at a time: one batch for each table."""
    iterator = iter(documents)
    while some := list(islice(iterator, _DOCUMENTS)):
        yield batches_of(some, schemas)


def batches_of(documents: Iterable[Document], schemas: Sequence[TableSchema]) -> tuple[Batch, ...]:
    """Return the rows of documents as one batch for each table."""
    # The columns hold many values and no reference cycles.
    with collector_paused():
        facts = [_facts(document) for document in documents]
        return tuple(_batch(schema, facts) for schema in schemas)


def _facts(document: Document) -> tuple[Document, Facts | None]:
    inspection = document.inspection
    return document, None if inspection is None else Facts(document, inspection)


def _batch(schema: TableSchema, documents: Iterable[tuple[Document, Facts | None]]) -> Batch:
    columns: list[list[Cell]] = [[] for _ in schema.columns]
    about = columns[schema.about]
    own = [column for column in columns if not any(column is each for each in about)]
    for document, facts in documents:
        rows = _rows(schema.name, document) if facts is None else list(ROWS[schema.name](facts))
        if rows and about:
            shared = (*_UNKNOWN, document.file, document.sha256) if facts is None else facts.about
            for column, cell in zip(about, shared, strict=True):
                column.extend(repeat(cell, len(rows)))
        for column, cells in zip(own, zip(*rows, strict=True), strict=False):  # no cells without rows
            column.extend(cells)
    return Batch(schema, columns, len(columns[0]))


def _rows(table: str, document: Document) -> list[Row]:
    """Return the rows of a file that cannot be read: one in ``remarks``."""
    message = document.error or "the file cannot be read"
    return [("error", message, None, None)] if table == "remarks" else []
