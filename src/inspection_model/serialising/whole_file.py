"""A file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeAlias

__all__ = ["WriteBytes", "whole_file"]

WriteBytes: TypeAlias = "Callable[[bytes], object]"
"""Takes the next part of an output."""


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Generator[WriteBytes]:
    """Write a file beside its place, and move it there when all of it is written.

    Whatever ends the writing (an error, Ctrl-C, a full disk) leaves what was there before, and
    nothing else. A process that is killed outright can leave the unfinished file, whose name begins
    with ``.inspection-model-``; the output itself is whole or absent even then.

    Args:
        path: The file. A device or a pipe is written to directly.

    Yields:
        A function that takes the next part.

    Raises:
        OSError: If the file cannot be written.
    """
    # A link stays a link: what it points to is replaced.
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as file:
            yield file.write
        return
    if target.exists() and not os.access(target, os.W_OK):
        # Moving a file over it would not ask.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    unfinished = target.with_name(f".inspection-model-{secrets.token_hex(8)}.part")
    try:
        with unfinished.open("xb") as file:
            yield file.write
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            unfinished.chmod(stat.S_IMODE(target.stat().st_mode))
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
