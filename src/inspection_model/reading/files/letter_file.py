"""Letters in files: text or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from inspection_model.errors import InvalidTypeError, LetterFormatError
from inspection_model.frameworks.framework import Framework
from inspection_model.model.reading import Reading, Remark
from inspection_model.reading.files.decoding import decode_text, read_bytes
from inspection_model.reading.reader import read_letter

__all__ = ["read_letter_file"]

_PDF = b"%PDF-"
# A PDF may have some bytes of another kind before its header.
_PDF_HEADER_WITHIN = 1024


def read_letter_file(path: str | Path, *, frameworks: Iterable[Framework] | None = None) -> Reading:
    """Read a letter from a file of text or PDF.

    The first bytes decide what the file is, not its name.

    Args:
        path: The file.
        frameworks: As in `read_letter()`.

    Raises:
        LetterFileError: If the file cannot be opened: missing, a directory, or not readable.
        LetterFormatError: If it has no text that can be read with certainty: empty, binary, in
            an unknown encoding, or a PDF that is encrypted, damaged or scanned.
        MissingExtraError: If it is a PDF and the extra ``pdf`` is not installed.
    """
    try:
        path = Path(path)
    except TypeError as error:
        raise InvalidTypeError("read_letter_file(path)", "a path", type(path).__name__) from error
    data = read_bytes(path)
    if _PDF in data[:_PDF_HEADER_WITHIN]:
        from inspection_model.reading.files.pdf import pdf_text

        text, remarks = pdf_text(data, name=str(path))
        return _with(read_letter(text, frameworks=frameworks), remarks)
    if path.suffix.lower() == ".pdf":
        raise _no_pdf(data, str(path))
    return read_letter(decode_text(data, name=str(path)), frameworks=frameworks)


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
