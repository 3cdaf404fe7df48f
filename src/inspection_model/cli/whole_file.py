"""A file that is written whole or not at all, with the message of the command line when it is not."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from pathlib import Path

from inspection_model.cli.failure import Failure
from inspection_model.serialising.whole_file import whole_file as whole_bytes

__all__ = ["Write", "whole_file"]

Write = Callable[[str], None]
"""Takes the next part of an output."""


@contextlib.contextmanager
def whole_file(path: Path) -> Generator[Write]:
    """Write a text to a file, whole or not at all.

    Args:
        path: The file. A device or a pipe is written to directly.

    Yields:
        A function that takes the next part of the text.

    Raises:
        Failure: If the file cannot be written.
    """
    try:
        with whole_bytes(path) as write_bytes:

            def write(text: str) -> None:
                write_bytes(text.encode())

            yield write
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "its folder does not exist" if missing else error.strerror or str(error)
        raise Failure(f"{path}: cannot be written: {reason}; nothing was changed") from error
