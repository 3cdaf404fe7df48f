"""Atomic writing of files."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeAlias

__all__ = ["WriteBytes", "whole_file", "whole_path"]

WriteBytes: TypeAlias = "Callable[[bytes], object]"
"""Writes the next chunk of an output."""


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Generator[WriteBytes]:
    """Write a file atomically: to a temporary file beside it, which replaces it at the end.

    If the writing is interrupted (by an error, Ctrl-C, a full disk), an existing file is unchanged and
    the temporary file is deleted. Only a killed process can leave the temporary file behind, whose
    name starts with ``.inspection-model-``; the output itself is complete or absent even then.

    Args:
        path: The file. A device or a pipe is written to directly.

    Yields:
        A function that writes the next chunk.

    Raises:
        OSError: If the file cannot be written.
    """
    target = Path(path)
    # Before links are followed: that of a pipe in /dev/fd names no file.
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as file:
            yield file.write
        return
    with whole_path(path) as unfinished, unfinished.open("xb") as file:
        yield file.write


@contextlib.contextmanager
def whole_path(path: str | os.PathLike[str]) -> Generator[Path]:
    """Let a program write a file atomically under another name; see `whole_file()`.

    Args:
        path: The file. It must not be a device or a pipe.

    Yields:
        The path of a file beside it, which does not exist. The program must write that file and close
        it; it then replaces the file.

    Raises:
        OSError: If the file cannot be written.
    """
    # A symbolic link is kept: its target is replaced.
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        # Replacing a file does not check whether that file is writable.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    unfinished = target.with_name(f".inspection-model-{secrets.token_hex(8)}.part")
    try:
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        if target.exists():
            unfinished.chmod(stat.S_IMODE(target.stat().st_mode))
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
