"""Batches of rows as columns, and their Arrow arrays."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, repeat
from typing import Any, cast, final

import attrs

from inspection_model.serialising.collector import collector_paused
from inspection_model.tables.document import Document
from inspection_model.tables.facts import Cell, Facts
from inspection_model.tables.optional import optional_module
from inspection_model.tables.rows import Columns, columns_of
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
        message: The rows as a message of Arrow instead of columns, if another process has made them.
    """

    schema: TableSchema
    columns: Sequence[Sequence[Any]]
    length: int
    message: bytes | None = None

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
    return _primitive(na, na.int32(), cells)


def _dates(na: Any, cells: Sequence[datetime.date | None]) -> Any:
    days = {day: day.toordinal() - _EPOCH if day else None for day in set(cells)}  # few: many rows have one
    return _primitive(na, na.date32(), [days[cell] for cell in cells])


def _primitive(na: Any, kind: Any, cells: Sequence[int | None]) -> Any:
    """Return an array of numbers of 32 bits. It is several times as fast as `c_array()`."""
    missing = cells.count(None)
    numbers = array("i", [cell or 0 for cell in cells] if missing else cast("Sequence[int]", cells))
    return na.c_array_from_buffers(kind, len(cells), [_bitmap(cells, missing), numbers])


def _lists(na: Any, cells: Sequence[tuple[str, ...] | None]) -> Any:
    missing = cells.count(None)
    lists = [cell or () for cell in cells] if missing else cast("Sequence[tuple[str, ...]]", cells)
    offsets = array("i", accumulate(map(len, lists), initial=0))
    items = na.c_array(list(chain.from_iterable(lists)), na.string())
    buffers = [_bitmap(cells, missing), offsets]
    return na.c_array_from_buffers(na.list_(na.string()), len(cells), buffers, children=[items])


def _bitmap(cells: Sequence[object], missing: int) -> bytes | None:
    """Return a bit for each cell, the lowest for the first; 0 if it is missing."""
    if not missing:
        return None
    bits = "".join(["0" if cell is None else "1" for cell in reversed(cells)])
    return int(bits, 2).to_bytes((len(cells) + 7) // 8, "little")


_ARRAYS: dict[ColumnType, Callable[[Any, Any], Any]] = {
    "text": _texts,
    "number": _numbers,
    "date": _dates,
    "texts": _lists,
}


def make_batches(
    items: Iterable[Document | tuple[Batch, ...]], schemas: Sequence[TableSchema]
) -> Iterator[tuple[Batch, ...]]:
    """Yield the rows of documents, some documents at a time: one batch for each table.

    Args:
        items: Documents, and batches that are passed on in their place.
        schemas: The tables.
    """
    waiting: list[Document] = []
    for item in items:
        if isinstance(item, Document):
            waiting.append(item)
        if waiting and (len(waiting) == _DOCUMENTS or not isinstance(item, Document)):
            yield batches_of(waiting, schemas)
            waiting = []
        if not isinstance(item, Document):
            yield item
    if waiting:
        yield batches_of(waiting, schemas)


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
        found = _of_unread(schema.name, document) if facts is None else columns_of(schema.name, facts)
        count = len(found[0]) if found else 0
        if about:
            shared = (*_UNKNOWN, document.file, document.sha256) if facts is None else facts.about
            for column, cell in zip(about, shared, strict=True):
                column.extend(repeat(cell, count))
        for column, cells in zip(own, found, strict=False):  # no columns without rows
            column.extend(cells)
    return Batch(schema, columns, len(columns[0]))


def _of_unread(table: str, document: Document) -> Columns:
    """Return the rows of a file that cannot be read: one in ``remarks``."""
    message = document.error or "the file cannot be read"
    return [["error"], [message], [None], [None]] if table == "remarks" else []
