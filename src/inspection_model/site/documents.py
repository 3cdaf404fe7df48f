"""The documents of a site: records, with or without their files, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from inspection_model.comparing import History
from inspection_model.errors import (
    InspectionModelError,
    InvalidTypeError,
    LetterFileError,
    LetterFormatError,
)
from inspection_model.model import Inspection, Reading
from inspection_model.tables import Document

__all__ = ["SiteRecord", "site_documents"]

SiteRecord: TypeAlias = "Inspection | Reading | History | Document | InspectionModelError"
"""What a site can show; an error is listed as a document that was not read."""

_EXPECTED = "inspections, readings, histories, documents or errors of this library"


def site_documents(records: Iterable[SiteRecord], *, where: str) -> Iterator[Document]:
    """Yield the documents of records, one with an error for each that was not read.

    Args:
        records: The records.
        where: The function and the argument, for messages.

    Raises:
        InvalidTypeError: If an item is something else.
    """
    given = cast(object, records)
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        hint = "read the files with read_letters() first" if isinstance(given, str | bytes) else None
        raise InvalidTypeError(where, f"{_EXPECTED}, in a list", type(given).__name__, hint)
    for item in cast("Iterable[object]", given):
        match item:
            case Document():
                yield item
            case Inspection() | Reading():
                yield Document(record=item)
            case History():
                yield from (Document(record=each) for each in item.inspections)
            case InspectionModelError():
                yield _failed(item)
            case _:
                raise InvalidTypeError(where, _EXPECTED, type(item).__name__)


def _failed(error: InspectionModelError) -> Document:
    if isinstance(error, LetterFileError | LetterFormatError):
        reason = "; ".join(filter(None, (error.reason, error.hint)))
        return Document(record=None, file=error.path, error=reason)
    return Document(record=None, error=str(error))
