"""CSV files, each with a description of its columns beside it."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import json
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path

from inspection_model.spreadsheets import safe_text
from inspection_model.tables.batch import Batch
from inspection_model.tables.schema import Column, ColumnType, TableSchema, schema_version
from inspection_model.tables.writing.cells import as_text

__all__ = ["csv_writer", "description"]

_TYPES: dict[ColumnType, str] = {"text": "string", "date": "date", "number": "integer", "texts": "string"}


@contextlib.contextmanager
def csv_writer(path: Path, schema: TableSchema, *, bom: bool) -> Generator[Callable[[Batch], None]]:
    """Open a CSV file (RFC 4180, UTF-8).

    A missing value is an empty cell. A text is never empty. The items of a list are separated by line
    feeds. See `safe_text()` for texts that look like formulas.

    Args:
        path: The file, which does not exist.
        schema: The columns.
        bom: Whether the file starts with a byte order mark, which Excel needs to recognise UTF-8.

    Yields:
        A function that writes a batch.
    """
    with path.open("xb") as file:
        file.write(codecs.BOM_UTF8 if bom else b"")
        text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow(schema.names)

        def write(batch: Batch) -> None:
            columns = [
                cells if column.type == "number" else [*_texts(cells)]
                for column, cells in zip(schema.columns, batch.columns, strict=True)
            ]
            writer.writerows(zip(*columns, strict=True))

        yield write
        text.detach()


def _texts(cells: Iterable[object]) -> Iterator[str | None]:
    """Yield the text of each cell; that of one which many rows have in common is made once."""
    last, text = None, None
    for cell in cells:
        if cell is not last:
            last, text = cell, _cell(cell)
        yield text


def _cell(cell: object) -> str | None:
    text = as_text(cell)
    return None if text is None else safe_text(text)


def description(path: Path, schema: TableSchema) -> str:
    """Return the description of a CSV file as a Frictionless Data Package.

    Args:
        path: The CSV file, whose name the description contains.
        schema: The columns.
    """
    fields = [_field(column) for column in schema.columns]
    resource = {
        "name": schema.name,
        "path": path.name,
        "description": schema.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
    package = {"name": "inspections", "version": schema_version(), "resources": [resource]}
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _field(column: Column) -> dict[str, str]:
    meaning = f"{column.meaning} Missing: {column.null}."
    if column.type == "texts":
        meaning = f"{meaning} The items are separated by line feeds."
    return {"name": column.name, "type": _TYPES[column.type], "description": meaning}
