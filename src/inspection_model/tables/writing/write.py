"""Writing the tables of records to files, completely or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

from inspection_model.errors import DocumentError, InvalidTypeError, InvalidValueError
from inspection_model.reading.files.batch import processors
from inspection_model.serialising import loads
from inspection_model.serialising.whole_file import whole_path
from inspection_model.tables.batch import Batch, make_batches
from inspection_model.tables.document import Document, Records, as_document, as_documents
from inspection_model.tables.schema import TableSchema, table_schemas
from inspection_model.tables.slices import LinesJob
from inspection_model.tables.writing.delimited import description
from inspection_model.tables.writing.formats import TableFormat, Write, format_for

__all__ = ["targets_of", "write_items", "write_tables"]

_RECORDS = "write_tables(records)"


def write_tables(
    records: Records,
    target: str | os.PathLike[str],
    *,
    tables: Iterable[str] = ("findings",),
    bom: bool = False,
    processes: int | None = 1,
) -> tuple[Path, ...]:
    """Write tables to a file, or to several files, while the records are read.

    A few hundred records are in memory at a time. Each file is complete or absent.

    Args:
        records: As in `findings()`.
        target: The file. Its suffix is the format: ``.csv``, ``.xlsx``, ``.parquet``, ``.duckdb`` or
            ``.jsonl``. Several tables are sheets of a workbook and tables of a database; in the other
            formats they are separate files, whose names end with the name of the table.
        tables: The names of the tables; see `table_schemas()`.
        bom: Whether a CSV file starts with a byte order mark, which Excel needs to recognise UTF-8.
        processes: How many processes read, if `records` is the path of a JSON Lines file: with 1, the
            calling process; with ``None``, one for each processor. Other records are not read here.

    Returns:
        The files that were written. A CSV file has a description of its columns beside it, a Frictionless
        Data Package whose name ends with ``.datapackage.json``.

    Raises:
        InvalidValueError: If no format has the suffix, a table does not exist, a sheet is full, or the
            number of processes is less than 1.
        InvalidTypeError: As `findings()`, or if the number of processes is not a whole number.
        DocumentError: As `findings()`.
        MissingExtraError: If the format needs an extra that is not installed.
        OSError: If a file cannot be written.
        WorkerError: If a process cannot be started, or ends unexpectedly.
    """
    schemas = _schemas(tables)
    form = format_for(Path(target))
    count = _count(processes)
    if count > 1 and isinstance(records, str | os.PathLike) and os.path.isfile(records):  # noqa: PTH113  # of any text
        job = LinesJob(schemas=tuple(schemas), processes=count, packed=form.arrow)
        return write_items(_items(Path(records), job), target, schemas, bom=bom)
    return write_items(as_documents(records, where=_RECORDS), target, schemas, bom=bom)


def write_items(
    items: Iterable[Document | tuple[Batch, ...]],
    target: str | os.PathLike[str],
    schemas: Sequence[TableSchema],
    *,
    bom: bool,
) -> tuple[Path, ...]:
    """Write documents, and batches of rows in place of some; see `write_tables()`.

    Args:
        items: Documents, or one batch for each table.
        target: The file.
        schemas: The tables.
        bom: Whether a CSV file starts with a byte order mark.
    """
    files = targets_of(Path(target), schemas)
    with _open(files, schemas, format_for(Path(target)), bom) as writes:
        for batches in make_batches(items, schemas):
            for batch, write in zip(batches, writes, strict=True):
                write(batch)
    return files


def _count(processes: int | None) -> int:
    where, expected = "write_tables(processes)", "a number of processes from 1, or None"
    if processes is None:
        return processors()
    if type(cast(object, processes)) is not int:
        raise InvalidTypeError(where, expected, repr(processes))
    if processes < 1:
        raise InvalidValueError(where, expected, repr(processes))
    return processes


def _items(path: Path, job: LinesJob) -> Iterator[Document | tuple[Batch, ...]]:
    """Yield the rows of a JSON Lines file; read the lines of a slice with an error for its message."""
    for part in job.slices(path):
        if part.batches is not None:
            yield part.batches
            continue
        for number, line in part.lines(path):
            try:
                record = loads(line)
            except DocumentError as error:
                raise type(error)(error.faults, f"{path}, line {number}") from None
            yield as_document(record, where=_RECORDS)


def _schemas(tables: Iterable[str]) -> list[TableSchema]:
    known = table_schemas()
    names = list(dict.fromkeys([tables] if isinstance(tables, str) else tables))
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        expected = f"some of {', '.join(known)}"
        raise InvalidValueError("write_tables(tables)", expected, ", ".join(map(str, unknown)) or "no table")
    return [known[name] for name in names]


def targets_of(target: Path, schemas: Sequence[TableSchema]) -> tuple[Path, ...]:
    """Return the files that hold some tables: the target, or one file for each table.

    Raises:
        InvalidValueError: If no format has the suffix of the target.
    """
    form = format_for(target)
    if form.many or len(schemas) == 1:
        files = [target]
    else:
        files = [target.with_name(f"{target.stem}-{schema.name}{target.suffix}") for schema in schemas]
    beside = [_beside(file) for file in files] if form.described else []
    return (*files, *beside)


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.datapackage.json")


@contextlib.contextmanager
def _open(
    files: Sequence[Path], schemas: Sequence[TableSchema], form: TableFormat, bom: bool
) -> Generator[list[Write]]:
    """Open the files and yield the function that writes a batch of each table."""
    groups = [schemas] if form.many else [[schema] for schema in schemas]
    writes: list[Write] = []
    with contextlib.ExitStack() as stack:
        for file, group in zip(files, groups, strict=False):  # descriptions follow the files
            path = stack.enter_context(whole_path(file))
            if form.described:
                beside = stack.enter_context(whole_path(_beside(file)))
                beside.write_text(description(file, group[0]), encoding="utf-8")
            writes += [stack.enter_context(form.open(path, group, bom))] * len(group)
        yield writes
