"""Errors of inputs: each is printed, of one file at most a few."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import final

from inspection_model.cli.inputs import Input
from inspection_model.cli.terminal import counted, to_stderr
from inspection_model.errors import InspectionModelError

__all__ = ["ErrorLog", "error_log"]

# A JSON Lines file that another program wrote has an error in each line.
_MOST_OF_A_FILE = 20


@final
class ErrorLog:
    """Prints errors of inputs to standard error; those of the lines of one file up to a limit."""

    def __init__(self) -> None:
        self._of_file: Counter[Path] = Counter()
        self._names: dict[Path, str] = {}

    def __bool__(self) -> bool:
        return bool(self._of_file)

    def add(self, entry: Input, error: InspectionModelError) -> None:
        """Print an error, unless enough errors of this file have been printed."""
        self._of_file[entry.path] += 1
        self._names[entry.path] = entry.name
        if self._of_file[entry.path] <= _MOST_OF_A_FILE:
            to_stderr(entry.describe(error))

    def finish(self) -> None:
        """Print how many errors of each file were not printed."""
        for path, count in self._of_file.items():
            if count > _MOST_OF_A_FILE:
                file, _, line = self._names[path].rpartition(":")
                more = counted(count - _MOST_OF_A_FILE, "more error")
                to_stderr(f"{file}: {more}, the last in line {line}")


@contextlib.contextmanager
def error_log() -> Generator[ErrorLog]:
    """Yield a log of errors, and print at the end how many were not printed."""
    log = ErrorLog()
    yield log
    log.finish()
