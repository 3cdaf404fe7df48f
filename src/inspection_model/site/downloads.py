"""The tables and records of a site that can be downloaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import final

import attrs

from inspection_model.serialising import write_json_lines
from inspection_model.site.collection import Collection
from inspection_model.tables import table_schemas, write_tables

__all__ = ["Download", "write_downloads"]

_TABLES = ("findings", "inspections", "judgements", "remarks")
_RECORDS = "One record of an inspection on each line, as JSON."


@final
@attrs.frozen
class Download:
    """A file to download: its name, what it has, and its size in bytes."""

    name: str
    meaning: str
    size: int

    @property
    def size_words(self) -> str:
        """The size in kilobytes or megabytes."""
        thousands = max(1, round(self.size / 1000))
        return f"{thousands} kB" if thousands < 1000 else f"{self.size / 1_000_000:.1f} MB"


def write_downloads(collection: Collection, folder: Path) -> tuple[Download, ...]:
    """Write the tables as CSV and the records as JSON Lines into a new folder.

    Args:
        collection: What the site shows.
        folder: The folder, which does not exist.
    """
    folder.mkdir()
    return tuple(_written(collection, folder))


def _written(collection: Collection, folder: Path) -> Iterator[Download]:
    documents = [*(each.document for each in collection.documents), *collection.failed]
    for name in _TABLES:
        file = folder / f"{name}.csv"
        write_tables(documents, file, tables=[name])
        yield _download(file, table_schemas()[name].meaning)
    file = folder / "inspections.jsonl"
    write_json_lines((each.inspection for each in collection.documents), file)
    yield _download(file, _RECORDS)


def _download(file: Path, meaning: str) -> Download:
    return Download(file.name, meaning, file.stat().st_size)
