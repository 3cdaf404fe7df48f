"""Documents: records together with the files that they come from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast, final

import attrs

from inspection_model.errors import InvalidTypeError
from inspection_model.model import AnnualRating, Inspection, Reading
from inspection_model.serialising.json_lines import named_records

__all__ = ["Document", "Records", "as_document", "as_documents"]

_EXPECTED = "inspections, readings or documents, or the path of a JSON Lines file"


@final
@attrs.frozen(kw_only=True)
class Document:
    """A record and the file that it comes from.

    Attributes:
        record: The inspection or the reading; ``None`` if the file cannot be read.
        file: The name of the file of the letter or report.
        sha256: The SHA-256 of that file, as 64 hexadecimal digits.
        link: The address of the published document.
        error: Why the file cannot be read.
    """

    record: Inspection | Reading | None
    file: str | None = None
    sha256: str | None = None
    link: str | None = None
    error: str | None = None

    @property
    def inspection(self) -> Inspection | None:
        """The inspection, or ``None`` if the file cannot be read."""
        return self.record.inspection if isinstance(self.record, Reading) else self.record


Records: TypeAlias = (
    "Inspection | Reading | Document | str | os.PathLike[str] | Iterable[Inspection | Reading | Document]"
)
"""One record, several, or the path of a JSON Lines file."""


def as_documents(records: Records, *, where: str) -> Iterator[Document]:
    """Yield the documents of records.

    Args:
        records: One record, an iterable of records, or the path of a JSON Lines file.
        where: The function and the argument, such as ``findings(records)``.

    Raises:
        InvalidTypeError: If an item is not an inspection, a reading or a document.
        DocumentError: If a line of the file is not a valid document.
        OSError: If the file cannot be opened.
    """
    given = cast(object, records)
    if isinstance(given, str | os.PathLike):
        given = _of_lines(os.fspath(cast("str | os.PathLike[str]", given)), where)
    elif isinstance(given, Inspection | Reading | Document):
        given = (given,)
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise InvalidTypeError(where, _EXPECTED, type(given).__name__)
    return (as_document(item, where=where) for item in cast("Iterable[object]", given))


def _of_lines(source: str, where: str) -> Iterator[Document]:
    for file, record in named_records(source):
        yield as_document(record, where=where, file=file)


def as_document(item: object, *, where: str, file: str | None = None) -> Document:
    """Return the document of a record; see `as_documents()`.

    Args:
        item: The record, or a document of it.
        where: The function and the argument.
        file: The name of the file of the record.

    Raises:
        InvalidTypeError: If the item is not an inspection, a reading or a document.
    """
    if isinstance(item, Document):
        return item
    if isinstance(item, Inspection | Reading):
        return Document(record=item, file=file)
    hint = "leave annual ratings out" if isinstance(item, AnnualRating) else None
    raise InvalidTypeError(where, _EXPECTED, type(item).__name__, hint)
