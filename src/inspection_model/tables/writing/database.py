"""DuckDB databases. They need the extra ``duckdb`` (duckdb and pyarrow)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

from inspection_model.tables.batch import Batch, batches_of
from inspection_model.tables.optional import optional_module
from inspection_model.tables.schema import TableSchema
from inspection_model.tables.writing.parquet import record_batch

__all__ = ["database_writer"]


@contextlib.contextmanager
def database_writer(path: Path, schemas: Sequence[TableSchema]) -> Generator[Callable[[Batch], None]]:
    """Open a DuckDB database with a table for each schema.

    Args:
        path: The file, which does not exist.
        schemas: The tables.

    Yields:
        A function that adds a batch to its table.

    Raises:
        MissingExtraError: If the extra ``duckdb`` is not installed.
    """
    wanted, extra = "writing DuckDB", "duckdb"
    arrow = optional_module("pyarrow", wanted=wanted, extra=extra)  # duckdb uses it
    connection = optional_module("duckdb", wanted=wanted, extra=extra).connect(str(path))
    with contextlib.closing(connection):

        def relation(batch: Batch) -> Any:
            return connection.from_arrow(arrow.Table.from_batches([record_batch(batch)]))

        for batch in batches_of((), schemas):
            relation(batch).create(batch.schema.name)
        yield lambda batch: relation(batch).insert_into(batch.schema.name)
