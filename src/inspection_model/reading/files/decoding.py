"""Decode a file's bytes to text, if the encoding is certain.

    text := UTF-8 with or without a byte order mark | UTF-16 or UTF-32 with one

Any other encoding is rejected with the reason: bytes that are not UTF-8 may be in one of several
encodings, and a guess could be wrong without a sign.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from inspection_model.errors import LetterFileError, LetterFormatError
from inspection_model.regular_file import MAX_BYTES, TooLargeError, read_regular_file

__all__ = ["check_size", "decode_text", "read_bytes"]

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The first bytes of other kinds of files, and what they are.
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or a word processor's document"),
    (b"\xd0\xcf\x11\xe0", "an old word processor's document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)


def read_bytes(path: Path, *, most: float = MAX_BYTES) -> bytes:
    """Read a file whole.

    Args:
        path: The file.
        most: The size of the largest file that is read, in bytes.

    Raises:
        LetterFileError: If it cannot be opened: missing, a directory, a pipe or a device, or not readable
            (permission denied).
        LetterFormatError: If it is empty or too large.
    """
    name = str(path)
    try:
        data = read_regular_file(path, most=most)
    except FileNotFoundError as error:
        raise LetterFileError(name, "the file does not exist") from error
    except IsADirectoryError as error:
        raise LetterFileError(name, "this is a directory", "name the files in it") from error
    except TooLargeError as error:
        raise _too_large(name, most) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LetterFileError(name, f"the file cannot be read: {reason}") from error
    check_size(data, name=name, most=most)
    return data


def check_size(data: bytes, *, name: str, most: float) -> None:
    """Check that the content of a file is neither empty nor too large.

    Args:
        data: The file's bytes.
        name: The name of the file for error messages.
        most: The number of bytes that are allowed.

    Raises:
        LetterFormatError: If it is empty or too large.
    """
    if len(data) > most:
        raise _too_large(name, most)
    if not data:
        raise LetterFormatError(name, "the file is empty")


def _too_large(name: str, most: float) -> LetterFormatError:
    reason = f"the file is larger than the limit of {most:,.0f} bytes"
    return LetterFormatError(name, reason, "if it is a letter or report, raise max_bytes")


def decode_text(data: bytes, *, name: str) -> str:
    """Decode bytes to text.

    Args:
        data: The bytes.
        name: The name of the file for error messages.

    Raises:
        LetterFormatError: If the bytes are not text, or the encoding is not certain.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            hint = "save it as PDF or as plain text in UTF-8"
            raise LetterFormatError(name, f"the file is {kind}, not a text", hint)
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, name, encoding, error) from error
    if "\x00" in text:
        raise _binary(name)
    if not text.strip():
        raise LetterFormatError(name, "the file has no text, only white space")
    return text


def _binary(name: str) -> LetterFormatError:
    reason = "the file is binary, or a text in UTF-16 without a byte order mark"
    return LetterFormatError(name, reason, "if it is a text, save it as UTF-8")


def _undecodable(data: bytes, name: str, encoding: str, error: UnicodeDecodeError) -> LetterFormatError:
    if encoding != "utf-8":
        return LetterFormatError(name, f"the file is marked as {encoding} and is damaged: {error.reason}")
    if b"\x00" in data:
        return _binary(name)
    line = data.count(b"\n", 0, error.start) + 1
    column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
    found = f"byte 0x{data[error.start]:02x} in line {line}, column {column}"
    reason = f"the text is not UTF-8 ({found}), and its encoding cannot be determined"
    hint = "if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8"
    return LetterFormatError(name, reason, hint)
