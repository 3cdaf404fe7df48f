"""Batches of rows as columns, and their Arrow arrays."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Any, final

import attrs

from inspection_model.tables.document import Document
from inspection_model.tables.facts import Cell, Facts
from inspection_model.tables.optional import optional_module
from inspection_model.tables.rows import rows_of
from inspection_model.tables.schema import ColumnType, TableSchema

__all__ = ["Batch", "arrow_schema", "batches_of", "make_batches", "nanoarrow"]

# How many documents a batch holds: enough that the costs of a batch do not matter, few enough that their
# readings take little memory.
_DOCUMENTS = 200
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
    tables: list[list[tuple[Cell, ...]]] = [[] for _ in schemas]
    for document in documents:
        inspection = document.inspection
        facts = None if inspection is None else Facts(document, inspection)
        for rows, schema in zip(tables, schemas, strict=True):
            rows.extend(rows_of(schema.name, document, facts))
    return tuple(
        Batch(schema, list(zip(*rows, strict=True)) if rows else [()] * len(schema.columns), len(rows))
        for schema, rows in zip(schemas, tables, strict=True)
    )
