"""How much time and memory a file may take."""

from __future__ import annotations

import math
import mmap
import sys
from pathlib import Path
from typing import final

import attrs

from inspection_model.errors import InvalidTypeError, InvalidValueError, LetterFormatError
from inspection_model.regular_file import MAX_BYTES

__all__ = ["OVER_MEMORY", "OVER_TIME", "Limits", "memory_used", "over_limit"]

# Reading a letter takes some hundredths of a second and a few megabytes; a report of a hundred pages takes
# a second. More than a minute or a gigabyte is not a letter or report, on the slowest computer.
_SECONDS = 60.0
_MEMORY = 1_000_000_000

_STATM = Path("/proc/self/statm")

OVER_TIME = 71
"""The exit status of a worker process whose file takes too long."""
OVER_MEMORY = 72
"""The exit status of a worker process whose file takes too much memory."""


@final
@attrs.frozen(kw_only=True)
class Limits:
    """What one file may take; infinite for no limit.

    Attributes:
        seconds: The time to read it, in seconds.
        memory: What the process that reads it may need beyond what it needed at its start, in bytes.
        size: The size of the file, in bytes.
    """

    seconds: float
    memory: float
    size: float

    @classmethod
    def checked(
        cls, *, seconds: float | None = None, memory: float | None = None, size: float | None = None
    ) -> Limits:
        """Make limits from the arguments of `read_letters()`; a default for each that is not given.

        Raises:
            InvalidTypeError: If one is not a number.
            InvalidValueError: If one is not greater than zero.
        """
        return cls(
            seconds=_checked("max_seconds", seconds, _SECONDS),
            memory=_checked("max_memory", memory, _MEMORY),
            size=_checked("max_bytes", size, MAX_BYTES),
        )


def _checked(name: str, given: object, default: float) -> float:
    where = f"read_letters({name})"
    if given is None:
        return default
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise InvalidTypeError(where, "a number", type(given).__name__, "for no limit, pass math.inf")
    if math.isnan(given) or given <= 0:
        raise InvalidValueError(where, "a number greater than 0", repr(given), "for no limit, pass math.inf")
    return given


def memory_used() -> int:
    """Return the memory that this process uses, in bytes; 0 where the system does not report it."""
    try:
        # Linux: the second number is that of the pages in memory.
        return int(_STATM.read_bytes().split()[1]) * mmap.PAGESIZE
    except OSError:
        pass
    try:
        import resource
    except ImportError:  # Windows
        return 0
    # The most that it has used, in bytes on macOS and in kilobytes elsewhere.
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def over_limit(path: str, status: int | None, limits: Limits) -> LetterFormatError | None:
    """Return the error for a file whose worker process ended over a limit, or ``None``.

    Args:
        path: The file.
        status: The exit status of the process.
        limits: The limits.
    """
    if status == OVER_TIME:
        reason, limit = f"reading it takes longer than the limit of {limits.seconds:,g} s", "max_seconds"
    elif status == OVER_MEMORY:
        reason, limit = (
            f"reading it needs more memory than the limit of {limits.memory / 1e6:,.0f} MB",
            "max_memory",
        )
    else:
        return None
    return LetterFormatError(path, reason, f"if it is a letter or report, raise {limit}")
