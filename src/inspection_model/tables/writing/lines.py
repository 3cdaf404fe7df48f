"""JSON Lines of rows: one object per row."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from pathlib import Path

from inspection_model.tables.batch import Batch
from inspection_model.tables.schema import TableSchema

__all__ = ["lines_writer"]


@contextlib.contextmanager
def lines_writer(path: Path, schema: TableSchema) -> Generator[Callable[[Batch], None]]:
    """Open a file of JSON Lines. A row is an object; its missing values are ``null``.

    Args:
        path: The file, which does not exist.
        schema: The columns.

    Yields:
        A function that writes a batch.
    """
    import msgspec

    encoder = msgspec.json.Encoder()
    with path.open("xb") as file:

        def write(batch: Batch) -> None:
            rows = (dict(zip(schema.names, row, strict=True)) for row in batch.rows())
            file.write(encoder.encode_lines(rows))

        yield write
