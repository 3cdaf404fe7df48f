"""Parquet files. They need the extra ``parquet`` (pyarrow)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from inspection_model.tables.batch import Batch, arrow_schema, nanoarrow
from inspection_model.tables.optional import optional_module
from inspection_model.tables.schema import TableSchema, schema_version

__all__ = ["packed", "parquet_writer", "pyarrow", "record_batch"]

_DISTINCT = frozenset({"finding_id", "judgement_id", "evidence_id", "person_id", "text"})


def pyarrow(wanted: str) -> Any:
    """Return the module `pyarrow`.

    Raises:
        MissingExtraError: If the extra ``parquet`` is not installed.
    """
    return optional_module("pyarrow", wanted=wanted, extra="parquet")


def record_batch(batch: Batch) -> Any:
    """Return the rows as a record batch of pyarrow, without a copy."""
    arrow = pyarrow("a record batch")
    if batch.message is None:
        return arrow.record_batch(batch.arrow())
    return arrow.ipc.read_record_batch(arrow.py_buffer(batch.message), _schema(arrow, batch.schema))


def packed(batch: Batch) -> Batch:
    """Return a batch whose rows are a message of Arrow, which is passed to another process quickly."""
    return Batch(batch.schema, (), batch.length, record_batch(batch).serialize().to_pybytes())


def _schema(arrow: Any, schema: TableSchema) -> Any:
    return arrow.schema(nanoarrow().c_schema(arrow_schema(schema)))


@contextlib.contextmanager
def parquet_writer(path: Path, schema: TableSchema) -> Generator[Callable[[Batch], None]]:
    """Open a Parquet file. Its metadata have the version of the schema.

    Args:
        path: The file, which does not exist.
        schema: The columns.

    Yields:
        A function that writes a batch as a row group.

    Raises:
        MissingExtraError: If the extra ``parquet`` is not installed.
    """
    arrow = pyarrow("writing Parquet")
    parquet = optional_module("pyarrow.parquet", wanted="writing Parquet", extra="parquet")
    columns = _schema(arrow, schema).with_metadata(
        {"inspection_model.tables": f"{schema.name} {schema_version()}"}
    )
    # A dictionary of values that differ in each row would be made and thrown away.
    repeated = [name for name in schema.names if name not in _DISTINCT]
    writer = parquet.ParquetWriter(path, columns, compression="zstd", use_dictionary=repeated)
    with writer:
        yield lambda batch: writer.write_batch(record_batch(batch).replace_schema_metadata(columns.metadata))
