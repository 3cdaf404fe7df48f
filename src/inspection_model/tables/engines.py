"""One function for engines: batches of documents in, batches of findings out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from inspection_model.errors import DocumentError, InspectionModelError, InvalidValueError
from inspection_model.model import Inspection, Reading
from inspection_model.reading import read_letter_bytes
from inspection_model.reading.files.decoding import check_size
from inspection_model.regular_file import MAX_BYTES
from inspection_model.serialising import loads
from inspection_model.serialising.beginning import begins_as_document
from inspection_model.tables.batch import Batch, arrow_schema, batches_of, nanoarrow
from inspection_model.tables.document import Document
from inspection_model.tables.schema import Column, TableSchema, table_schemas
from inspection_model.tables.writing.parquet import pyarrow, record_batch

__all__ = ["batch_schema", "read_batches"]

T = TypeVar("T")

_ERROR = Column(
    name="error", type="text", meaning="Why the document cannot be read.", null="the document was read"
)


def read_batches(batches: Iterable[Any], *, max_bytes: float = MAX_BYTES) -> Iterator[Any]:
    """Read batches of documents and yield batches of findings, for engines such as Spark, Ray and DuckDB.

    The function has no state and is picklable. A document that cannot be read is one row with an error
    and without a finding, so that it neither stops a job nor is lost. A document without findings has no
    row.

    Args:
        batches: Record batches or tables of pyarrow with the columns ``name`` (text) and ``content``
            (bytes of a text, a PDF or a JSON document of this library).
        max_bytes: The size of the largest document that is read. The time and the memory that a document
            takes are not limited: the engine must limit its tasks.

    Yields:
        For each batch, a record batch of pyarrow with the columns of the table ``findings`` and the column
        ``error``; ``source_file`` is the name.

    Raises:
        InvalidValueError: If a batch lacks a column, or a column has another type.
        MissingExtraError: If the extra ``parquet`` is not installed, which brings pyarrow.
    """
    schema = _schema()
    for batch in batches:
        rows: list[tuple[object, ...]] = []
        for name, content in _documents(batch):
            rows += _rows(name, content, max_bytes)
        columns: Any = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
        yield record_batch(Batch(schema, columns, len(rows)))


def batch_schema() -> Any:
    """Return the schema of the batches that `read_batches()` yields, as one of pyarrow.

    Raises:
        MissingExtraError: If the extra ``parquet`` is not installed, which brings pyarrow.
    """
    arrow: Any = pyarrow("a schema of pyarrow")
    return arrow.schema(nanoarrow().c_schema(arrow_schema(_schema())))


def _schema() -> TableSchema:
    findings = table_schemas()["findings"]
    return attrs.evolve(findings, columns=(*findings.columns, _ERROR))


def _documents(batch: Any) -> Iterator[tuple[str | None, bytes | None]]:
    """Yield the name and the content of each document of a batch, one by one."""
    if not {"name", "content"} <= set(batch.schema.names):
        found = ", ".join(map(repr, batch.schema.names))
        raise InvalidValueError("read_batches(batches)", "the columns name and content", found)
    for name, content in zip(batch.column("name"), batch.column("content"), strict=True):
        yield _cell(name, str, "name of texts"), _cell(content, bytes, "content of bytes")


def _cell(scalar: Any, kind: type[T], expected: str) -> T | None:
    cell: object = scalar.as_py()
    if cell is None or isinstance(cell, kind):
        return cell
    hint = "files are read as bytes; if the column has texts, cast it with column.cast('binary')"
    raise InvalidValueError(
        "read_batches(batches)", f"a column {expected}", str(scalar.type), hint if kind is bytes else None
    )


def _rows(name: str | None, content: bytes | None, max_bytes: float) -> Iterator[tuple[object, ...]]:
    findings = table_schemas()["findings"]
    try:
        record = _record(name or "document", content or b"", max_bytes)
    except (InspectionModelError, MemoryError) as error:
        sha256 = hashlib.sha256(content).hexdigest() if content is not None else None
        known = {"source_file": name, "source_sha256": sha256}
        yield (*(known.get(column) for column in findings.names), str(error) or type(error).__name__)
        return
    document = Document(record=record, file=name, sha256=hashlib.sha256(content or b"").hexdigest())
    (batch,) = batches_of([document], [findings])
    yield from ((*row, None) for row in batch.rows())


def _record(name: str, content: bytes, max_bytes: float) -> Inspection | Reading:
    if not begins_as_document(content):
        return read_letter_bytes(content, name=name, max_bytes=max_bytes)
    check_size(content, name=name, most=max_bytes)
    try:
        record = loads(content)
    except DocumentError as error:
        raise DocumentError(error.faults, name) from error
    if not isinstance(record, Inspection | Reading):
        raise InvalidValueError(name, "an inspection or a reading", type(record).__name__)
    return record
