"""JSON Lines: one document per line, read and written in constant memory.

Each line is a document as `dumps()` writes it, with its envelope, followed by a line feed. Blank
lines are skipped, and the final line feed is optional. A file may contain documents of different
types.

Text and bytes are given as they are, or as a path, an open file or an iterable of lines. A `str` is a
path, unless it has a line break or starts with ``{"`` as a document does.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from inspection_model.errors import DocumentError, InvalidTypeError
from inspection_model.serialising.collector import collector_paused
from inspection_model.serialising.documents import document_line, loads
from inspection_model.serialising.faults import refused
from inspection_model.serialising.labels import file_of
from inspection_model.serialising.members import Record
from inspection_model.serialising.whole_file import WriteBytes, whole_file

__all__ = ["Source", "iter_json_lines", "load_json_lines", "named_records", "write_json_lines"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | Iterable[bytes | str]"
"""A path, JSON Lines as text or bytes, an open file, or any other iterable of lines."""

_LineRecord: TypeAlias = "tuple[bytes | str, Record]"

_TEXT = re.compile(r'[ \t]*\{[ \t]*"|[^\r\n]*[\r\n]')
"""Matches the start of JSON Lines, and of no path."""


def iter_json_lines(source: Source, *, errors: list[DocumentError] | None = None) -> Iterator[Record]:
    """Iterate over the records of JSON Lines.

    Args:
        source: The path of a file, JSON Lines as text or bytes, an open file, or any iterable of
            lines. An open file is not closed.
        errors: A list to which the errors of invalid lines are appended; the valid lines are still
            read. By default the first invalid line raises its error.

    Yields:
        The record of each line that is not blank.

    Raises:
        DocumentError: If a line is not a valid document and ``errors`` is not given; the ``source``
            of the error is the line.
        InvalidTypeError: If ``source`` is none of these, or if one of its items is not a line.
        OSError: If the file cannot be opened.
    """
    return (record for _, record in _lines_of(source, errors))


def _lines_of(source: Source, errors: list[DocumentError] | None) -> Iterator[_LineRecord]:
    """Return an iterator over the lines that are not blank, with their records."""
    if isinstance(source, str) and _TEXT.match(source):
        return _records(io.StringIO(source, newline="\n"), "", errors)
    if isinstance(source, str | os.PathLike):
        return _records_of_file(source, errors)
    if isinstance(source, bytes | bytearray | memoryview):
        return _records(io.BytesIO(bytes(source)), "", errors)
    kind = type(cast(object, source))
    if kind is dict or not isinstance(cast(object, source), Iterable):
        expected = "a path, text, bytes, an open file or an iterable of lines"
        raise InvalidTypeError("iter_json_lines(source)", expected, kind.__name__)
    return _records(source, "", errors)


def _records_of_file(
    path: str | os.PathLike[str], errors: list[DocumentError] | None
) -> Iterator[_LineRecord]:
    with Path(path).open("rb") as lines:
        yield from _records(lines, f"{os.fspath(path)}, ", errors)


def named_records(source: Source) -> Iterator[tuple[str | None, Record]]:
    """Iterate over the records of JSON Lines, each with the file that its line names.

    Args:
        source: See `iter_json_lines()`.

    Yields:
        The label ``file`` of the line, or ``None``, and the record.

    Raises:
        DocumentError: If a line is not a valid document.
        InvalidTypeError: See `iter_json_lines()`.
        OSError: If the file cannot be opened.
    """
    return ((file_of(line), record) for line, record in _lines_of(source, None))


def _numbered(lines: Iterable[bytes | str]) -> Iterator[tuple[int, bytes | str]]:
    """Yield the lines that are not blank with their numbers, from 1."""
    try:
        for number, line in enumerate(lines, start=1):
            if not isinstance(cast(object, line), str | bytes | bytearray):
                where, hint = f"iter_json_lines(source), item {number}", "give lines as dumps() writes them"
                raise InvalidTypeError(where, "a line of text or bytes", type(line).__name__, hint)
            if line and not line.isspace():
                yield number, line
    except UnicodeDecodeError as error:  # of a file that is open for reading text
        # The file decodes several lines at a time, so that the line of the error is not known.
        raise refused(error.encoding, str(error), "open the file with encoding='utf-8'") from error


def _records(
    lines: Iterable[bytes | str], place: str, errors: list[DocumentError] | None
) -> Iterator[_LineRecord]:
    for number, line in _numbered(lines):
        try:
            record = loads(line)
        except DocumentError as error:
            located = type(error)(error.faults, f"{place}line {number}")
            if errors is None:
                raise located from None
            errors.append(located)
        else:
            yield line, record


def load_json_lines(source: Source, *, errors: list[DocumentError] | None = None) -> list[Record]:
    """Read all records into memory, with the garbage collector paused.

    Records have no reference cycles, and without the pause repeated collections over the growing
    number of objects would take several times as long as the reading.

    Args:
        source: See `iter_json_lines()`.
        errors: See `iter_json_lines()`.

    Raises:
        DocumentError: See `iter_json_lines()`.
        InvalidTypeError: See `iter_json_lines()`.
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
        InvalidTypeError: If an item is not a record, ``records`` is a single record, or ``target`` is
            open for writing text.
        InvalidValueError: See `dumps()`.
        OSError: If the file cannot be written.
    """
    if not isinstance(cast(object, records), Iterable):
        hint = "put a single record into a list"
        raise InvalidTypeError("write_json_lines(records)", "records", type(records).__name__, hint)
    if isinstance(target, str | os.PathLike):
        with whole_file(target) as write:
            return _write(records, write)
    return _write(records, _writer(target))


def _writer(target: BinaryIO) -> WriteBytes:
    """Return the method that writes to an open file."""
    write = getattr(target, "write", None)
    try:
        cast(WriteBytes, write)(b"")
    except TypeError as error:
        where, expected = "write_json_lines(target)", "a path, or a file that is open for writing bytes"
        raise InvalidTypeError(where, expected, type(target).__name__, 'open it with mode "wb"') from error
    return cast(WriteBytes, write)


def _write(records: Iterable[Record], write: WriteBytes) -> int:
    number = 0
    for number, record in enumerate(records, start=1):  # noqa: B007  # the last number is the count
        write(document_line(record) + b"\n")
    return number
