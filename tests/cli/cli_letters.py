"""Invented letters, files of them, and ways to run the command line."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from inspection_model.cli import main

LETTER = """\
Ofsted
1 Sample Street
T 0300 000 0000

28 October 2009

Ms Ada Example
Director of Children's Services
Sampleton Borough Council

Dear Ms Example

Unannounced inspection of contact, referral and assessment in Sampleton Borough Council

This letter gives the findings of the inspection of Sampleton Borough Council; the days of the visit: \
6 and 7 October 2009. The legal basis is section 138 of the Education and Inspections \
Act 2006.

The letter declares four areas for priority action.

Strengths

- Managers know their teams.

Areas for priority action

- Strategy meetings come late.
  o in the north
- Thresholds are unclear.

Yours sincerely

Sam Signer
Divisional Manager
"""

ANY_NAME = pytest.mark.skipif(
    sys.getfilesystemencoding() != "utf-8", reason="names of files are ASCII in this locale"
)
"""For tests with file names that are not ASCII."""

DECLARED = LETTER.splitlines().index("The letter declares four areas for priority action.") + 1
"""The line that declares a count."""

BARE = LETTER.replace("The letter declares four areas for priority action.\n\n", "")
"""The same letter without a declared count."""


class Terminal:
    """Makes the captured standard streams look like terminals."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.delenv("NO_COLOR", raising=False)

    def on(self, *names: str) -> None:
        """Let ``stdout`` or ``stderr`` be a terminal."""
        for name in names:
            self._patch.setattr(getattr(sys, name), "isatty", lambda: True)


def run(*arguments: object) -> int:
    """Run the command line and return the exit status."""
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return int(end.value.code or 0)


@contextlib.contextmanager
def python(code: str, *arguments: object, **options: Any) -> Generator[subprocess.Popen[bytes]]:
    """Start a new interpreter; it is killed at the end of the block."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, **options) as process:
        # A process that hangs must not block the tests.
        guard = threading.Timer(60, process.kill)
        guard.start()
        try:
            yield process
        finally:
            guard.cancel()
            process.kill()


def files_in(folder: Path) -> set[str]:
    """Return the names of all files in a folder, including hidden ones."""
    return {file.name for file in folder.iterdir()}
