"""JSON Lines: one document per line, read and written in constant memory.

Each line is a document as `dumps()` writes it, with its envelope, followed by a line feed. Blank
lines are skipped, and the final line feed is optional. A file may contain documents of different
types.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from inspection_model.errors import DocumentError
from inspection_model.serialising.collector import collector_paused
from inspection_model.serialising.documents import dumps, loads
from inspection_model.serialising.members import Record
from inspection_model.serialising.whole_file import WriteBytes, whole_file

__all__ = ["Source", "iter_json_lines", "load_json_lines", "write_json_lines"]

Source: TypeAlias = "str | os.PathLike[str] | Iterable[bytes | str]"
"""A path, an open file, or any other iterable of lines."""


def iter_json_lines(source: Source, *, errors: list[DocumentError] | None = None) -> Iterator[Record]:
    """Iterate over the records of JSON Lines.

    Args:
        source: The path of a file, an open file, or any iterable of lines. An open file is
            not closed.
        errors: A list to which the errors of invalid lines are appended; the valid lines are still
            read. By default the first invalid line raises its error.

    Yields:
        The record of each line that is not blank.

    Raises:
        DocumentError: If a line is not a valid document and ``errors`` is not given; the ``source``
            of the error is the line.
        OSError: If the file cannot be opened.
    """
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as lines:
            yield from _records(lines, f"{os.fspath(source)}, ", errors)
    else:
        yield from _records(source, "", errors)


def _records(
    lines: Iterable[bytes | str], place: str, errors: list[DocumentError] | None
) -> Iterator[Record]:
    for number, line in enumerate(lines, start=1):
        if not line or line.isspace():
            continue
        try:
            record = loads(line)
        except DocumentError as error:
            located = type(error)(error.faults, f"{place}line {number}")
            if errors is None:
                raise located from None
            errors.append(located)
        else:
            yield record


def load_json_lines(source: Source, *, errors: list[DocumentError] | None = None) -> list[Record]:
    """Read all records into memory, with the garbage collector paused.

    Records have no reference cycles, and without the pause repeated collections over the growing
    number of objects would take several times as long as the reading.

    Args:
        source: See `iter_json_lines()`.
        errors: See `iter_json_lines()`.

    Raises:
        DocumentError: See `iter_json_lines()`.
        OSError: If the file cannot be opened.
    """
    with collector_paused():
        return list(iter_json_lines(source, errors=errors))


def write_json_lines(records: Iterable[Record], target: str | os.PathLike[str] | BinaryIO) -> int:
    """Write records as JSON Lines, one by one.

    Args:
        records: The records.
        target: The path of a file, which is replaced only after all records have been written, or a
            file that is open for writing bytes, which is not closed.

    Returns:
        The number of lines written.

    Raises:
        InvalidTypeError: If an item is not a record.
        InvalidValueError: See `dumps()`.
        OSError: If the file cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        with whole_file(target) as write:
            return _write(records, write)
    return _write(records, target.write)


def _write(records: Iterable[Record], write: WriteBytes) -> int:
    number = 0
    for number, record in enumerate(records, start=1):  # noqa: B007  # the last number is the count
        write(dumps(record).encode() + b"\n")
    return number
