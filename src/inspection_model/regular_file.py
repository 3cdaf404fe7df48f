"""Reading regular files: bounded, and never waiting for a pipe or a device."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

__all__ = ["MAX_BYTES", "TooLargeError", "open_without_waiting", "read_part", "read_regular_file"]

MAX_BYTES = 100_000_000
"""The size of the largest file that is read, unless the caller sets another limit.

A report of a hundred pages has less than a megabyte of text, and its PDF a few megabytes. A file much
larger is not a report, and reading it would only cost memory.
"""

_PART = 1 << 16

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class TooLargeError(ValueError):
    """A file is larger than allowed."""


def read_regular_file(path: Path, *, most: float = MAX_BYTES) -> bytes:
    """Return the content of a file.

    Args:
        path: The file.
        most: The number of bytes that are allowed.

    Raises:
        TooLargeError: If it is larger; it is not read then.
        OSError: If the file cannot be opened, or is not a regular file.
        ValueError: If the path cannot be that of a file.
    """
    with open_without_waiting(path) as file:
        found = os.fstat(file.fileno())
        for is_kind, kind in _KINDS:
            if is_kind(found.st_mode):
                raise OSError(errno.EINVAL, f"this is {kind}, not a regular file", str(path))
        # Some files, such as those in /proc, do not say how large they are, and others may grow.
        data = read_part(file, most) if found.st_size <= most else b""
    if max(found.st_size, len(data)) > most:
        raise TooLargeError(f"the file is larger than the limit of {most:,.0f} bytes")
    return data


def open_without_waiting(path: Path) -> BinaryIO:
    """Open a file to read it; if it is a pipe, do not wait until something writes into it.

    Raises:
        OSError: If the file cannot be opened.
        ValueError: If the path cannot be that of a file.
    """
    # Windows has no such pipes.
    flag = getattr(os, "O_NONBLOCK", 0)
    # `Path.open()` has no opener.
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | flag))


def read_part(file: BinaryIO, most: float) -> bytes:
    """Return the content of an open file; of one that is larger than allowed, one byte more than that.

    Args:
        file: The file.
        most: The number of bytes that are allowed.
    """
    # Part by part, because `read()` allocates as many bytes as its argument says.
    parts: list[bytes] = []
    left = most + 1
    while left > 0 and (part := file.read(int(min(left, _PART)))):
        left -= len(part)
        parts.append(part)
    return b"".join(parts)
