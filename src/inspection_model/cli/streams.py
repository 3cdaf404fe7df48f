"""Standard streams that are closed: cron jobs and daemons may start a program without them."""

from __future__ import annotations

import os
import sys
from typing import TextIO, cast

__all__ = ["replace_closed_streams"]


def replace_closed_streams() -> None:
    """Replace the standard streams that this process was started without.

    Standard input is empty, what is written to standard error is lost, and writing to standard output
    raises `OSError`. The numbers of closed streams are taken, too: otherwise the next file that is opened
    would get one, and the messages of a C library would be written into it.
    """
    _take_numbers()
    if sys.stdin is None:
        sys.stdin = _nothing(os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _nothing(os.O_RDONLY, "w")  # Python has no stream that fails; this one does
    if sys.stderr is None:
        sys.stderr = _nothing(os.O_WRONLY, "w")


def _nothing(flags: int, mode: str) -> TextIO:
    return cast(TextIO, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))


def _take_numbers() -> None:
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
