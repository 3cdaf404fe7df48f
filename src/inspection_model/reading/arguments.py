"""The text that is passed to `read_letter()`: its type, and whether it is the name of a file."""

from __future__ import annotations

import os

from inspection_model.errors import InvalidTypeError

__all__ = ["check_text", "file_name_hint"]

# The ends of the names of letters' files, and the length of the longest path on the usual systems.
_SUFFIXES = (".pdf", ".txt")
_LONGEST_PATH = 4096


def check_text(text: object) -> None:
    """Check that the text of a letter is a `str`.

    Raises:
        InvalidTypeError: If it is not; instances of subclasses are rejected, too.
    """
    if type(text) is str:
        return
    hint = next((hint for kinds, hint in _HINTS.items() if isinstance(text, kinds)), None)
    raise InvalidTypeError("read_letter(text)", "a string", type(text).__name__, hint)


_HINTS: dict[tuple[type, ...], str] = {
    (os.PathLike,): "to read a file, call read_letter_file(path)",
    (bytes, bytearray, memoryview): "decode it, or call read_letter_file() with the path of its file",
    (str,): "pass str(text)",
}


def file_name_hint(text: str) -> str:
    """Return the end of the remark on an unknown text that looks like the name of a file, else nothing."""
    name = text.strip()
    if len(name) <= _LONGEST_PATH and name.lower().endswith(_SUFFIXES) and len(name.splitlines()) == 1:
        return "; it looks like the name of a file, which read_letter_file() reads"
    return ""
