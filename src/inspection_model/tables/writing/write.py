"""Writing the tables of records to files, completely or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from inspection_model.errors import InvalidValueError
from inspection_model.serialising.whole_file import whole_path
from inspection_model.tables.batch import make_batches
from inspection_model.tables.document import Document, Records, as_documents
from inspection_model.tables.schema import TableSchema, table_schemas
from inspection_model.tables.writing.delimited import description
from inspection_model.tables.writing.formats import TableFormat, Write, format_for

__all__ = ["targets_of", "write_tables"]


def write_tables(
    records: Records,
    target: str | os.PathLike[str],
    *,
    tables: Iterable[str] = ("findings",),
    bom: bool = False,
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

    Returns:
        The files that were written. A CSV file has a description of its columns beside it, a Frictionless
        Data Package whose name ends with ``.datapackage.json``.

    Raises:
        InvalidValueError: If no format has the suffix, a table does not exist, or a sheet is full.
        InvalidTypeError: As `findings()`.
        DocumentError: As `findings()`.
        MissingExtraError: If the format needs an extra that is not installed.
        OSError: If a file cannot be written.
    """
    schemas = _schemas(tables)
    documents = as_documents(records, where="write_tables(records)")
    files = targets_of(Path(target), schemas)
    form = format_for(Path(target))
    with _open(files, schemas, form, bom) as writes:
        _write(documents, schemas, writes)
    return files


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


def _write(documents: Iterable[Document], schemas: Sequence[TableSchema], writes: Sequence[Write]) -> None:
    for batches in make_batches(documents, schemas):
        for batch, write in zip(batches, writes, strict=True):
            write(batch)
