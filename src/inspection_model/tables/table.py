"""Tables of records in memory, for every program that takes Arrow data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, final

from inspection_model.tables.batch import Batch, arrow_schema, make_batches, nanoarrow
from inspection_model.tables.document import Records, as_documents
from inspection_model.tables.optional import optional_module
from inspection_model.tables.schema import TableSchema, table_schemas

__all__ = ["Table", "evidence", "findings", "inspections", "judgements", "overview", "people", "remarks"]


@final
class Table:
    """A table in memory.

    It implements the Arrow PyCapsule interface, so that ``polars.DataFrame(table)``,
    ``pandas.DataFrame.from_arrow(table)``, ``pyarrow.table(table)`` and ``duckdb.from_arrow(table)`` take it.

    Attributes:
        schema: The columns with their meanings.
    """

    def __init__(self, schema: TableSchema, batches: Iterator[Batch]) -> None:
        nanoarrow()
        self.schema = schema
        self._arrays = [batch.arrow() for batch in batches]

    def __len__(self) -> int:
        return sum(len(array) for array in self._arrays)

    def __repr__(self) -> str:
        return f"<Table {self.schema.name}: {len(self)} rows, {len(self.schema.columns)} columns>"

    def __arrow_c_schema__(self) -> object:
        """Return the Arrow schema as a capsule."""
        return nanoarrow().c_schema(arrow_schema(self.schema)).__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as a capsule of an Arrow stream; every call returns a new one."""
        streams = optional_module("nanoarrow.c_array_stream", wanted="a table", extra="tables")
        schema = nanoarrow().c_schema(arrow_schema(self.schema))
        stream: Any = streams.CArrayStream.from_c_arrays(self._arrays, schema, move=False)
        capsule: object = stream.__arrow_c_stream__(requested_schema)
        return capsule


def findings(records: Records) -> Table:
    """Return a table with one row for each finding.

    Args:
        records: Inspections, readings or `Document` objects: one, or an iterable of them; or the path
            of a JSON Lines file.

    Raises:
        InvalidTypeError: If the argument, or an item of it, is none of these.
        DocumentError: If a line of the file is not a valid document.
        MissingExtraError: If the extra ``tables`` is not installed.
        OSError: If the file cannot be opened.
    """
    return _table("findings", records)


def inspections(records: Records) -> Table:
    """Return a table with one row for each inspection; see `findings()`."""
    return _table("inspections", records)


def judgements(records: Records) -> Table:
    """Return a table with one row for each judgement; see `findings()`."""
    return _table("judgements", records)


def evidence(records: Records) -> Table:
    """Return a table with one row for each source of evidence; see `findings()`."""
    return _table("evidence", records)


def people(records: Records) -> Table:
    """Return a table with one row for each inspector, addressee and signatory; see `findings()`."""
    return _table("people", records)


def remarks(records: Records) -> Table:
    """Return a table with one row for each remark of a reading; see `findings()`."""
    return _table("remarks", records)


def overview(records: Records) -> Table:
    """Return a table with one row for each inspection and its grades as columns; see `findings()`."""
    return _table("d2i", records)


def _table(name: str, records: Records) -> Table:
    schema = table_schemas()[name]
    documents = as_documents(records, where=f"{'overview' if name == 'd2i' else name}(records)")
    return Table(schema, (batch for (batch,) in make_batches(documents, [schema])))
