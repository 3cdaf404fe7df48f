"""Letters and reports in files: text or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

import attrs

from inspection_model.errors import InvalidTypeError, LetterFormatError
from inspection_model.frameworks.framework import Framework
from inspection_model.model.reading import Reading, Remark
from inspection_model.reading.files.decoding import check_size, decode_text, read_bytes
from inspection_model.reading.reader import read_letter
from inspection_model.regular_file import MAX_BYTES

__all__ = ["is_pdf", "read_letter_bytes", "read_letter_file"]

_PDF = b"%PDF-"
# A PDF may have some bytes of another kind before its header.
_PDF_HEADER_WITHIN = 1024


def is_pdf(data: bytes) -> bool:
    """Return whether the bytes of a file, or the first 1024 of them, are those of a PDF."""
    return _PDF in data[:_PDF_HEADER_WITHIN]


def read_letter_file(
    path: str | Path, *, frameworks: Iterable[Framework] | None = None, max_bytes: float = MAX_BYTES
) -> Reading:
    """Read a letter or report from a file of text or PDF.

    The first bytes decide what the file is, not its name. The calling process reads it: a damaged or
    malicious PDF can take any time and memory. `read_letters()` limits both.

    Args:
        path: The file. A pipe or a device is not read; see `read_letter_bytes()`.
        frameworks: As in `read_letter()`.
        max_bytes: The size of the largest file that is read; 100 MB if omitted.

    Raises:
        LetterFileError: If the file cannot be opened: missing, a directory, a pipe, or not readable.
        LetterFormatError: If it has no text that can be read with certainty: empty, too large, binary,
            in an unknown encoding, or a PDF that is encrypted, damaged or scanned.
        MissingExtraError: If it is a PDF and the extra ``pdf`` is not installed.
    """
    try:
        path = Path(path)
    except TypeError as error:
        raise InvalidTypeError("read_letter_file(path)", "a path", type(path).__name__) from error
    return _letter(read_bytes(path, most=max_bytes), str(path), frameworks)


def read_letter_bytes(
    data: bytes | bytearray | memoryview,
    *,
    name: str = "letter",
    frameworks: Iterable[Framework] | None = None,
    max_bytes: float = MAX_BYTES,
) -> Reading:
    """Read a letter or report from the bytes of a file of text or PDF.

    For programs that hold the content of files but no files: databases, archives, web services.

    Args:
        data: The bytes.
        name: The name of the file for error messages, such as ``letter.pdf``.
        frameworks: As in `read_letter()`.
        max_bytes: As in `read_letter_file()`.

    Raises:
        LetterFormatError: As `read_letter_file()`.
        MissingExtraError: As `read_letter_file()`.
        InvalidTypeError: If the data are not bytes.
    """
    if not isinstance(cast(object, data), bytes | bytearray | memoryview):
        hint = "for a text, use read_letter(); for a path, read_letter_file()"
        raise InvalidTypeError("read_letter_bytes(data)", "bytes", type(data).__name__, hint)
    data = bytes(data)
    check_size(data, name=name, most=max_bytes)
    return _letter(data, name, frameworks)


def _letter(data: bytes, name: str, frameworks: Iterable[Framework] | None) -> Reading:
    if is_pdf(data):
        from inspection_model.reading.files.pdf import pdf_text

        text, remarks = pdf_text(data, name=name)
        return _with(read_letter(text, frameworks=frameworks), remarks)
    if name.lower().endswith(".pdf"):
        raise _no_pdf(data, name)
    return read_letter(decode_text(data, name=name), frameworks=frameworks)


def _with(reading: Reading, remarks: Sequence[Remark]) -> Reading:
    """Return a reading with the remarks on the file after those on the text."""
    return attrs.evolve(reading, remarks=(*reading.remarks, *remarks)) if remarks else reading


def _no_pdf(data: bytes, name: str) -> LetterFormatError:
    """Return the error for a file that is a PDF only by its name."""
    begins = data[:_PDF_HEADER_WITHIN].lstrip().lower()
    if begins.startswith((b"<!doctype", b"<html", b"<?xml")):
        return LetterFormatError(
            name, "the file is an HTML page, not a PDF", "fetch it again: a server's error page was saved"
        )
    return LetterFormatError(name, "the file is not a PDF", "if it is plain text, give it a .txt extension")
