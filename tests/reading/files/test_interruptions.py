"""Ctrl-C at many different moments of reading many letters: the program and its processes exit."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import interrupted
import pytest

PROGRAM = Path(interrupted.__file__)
EVERY = int(os.environ.get("INSPECTION_MODEL_MOMENTS", "200"))
"""Every n-th moment is tried; there are some thousands, so 1 takes a long time."""


def status_after(moment: int, files: list[Path]) -> int | None:
    """Interrupt the program at a moment; return its exit status, or ``None`` if it does not exit."""
    command = [sys.executable, str(PROGRAM), str(moment), *map(str, files)]
    with subprocess.Popen(command, start_new_session=True) as process:
        try:
            return process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.nightly
@pytest.mark.skipif(os.name == "nt", reason="signals and groups of processes are POSIX")
def test_an_interruption_at_any_moment_ends_the_program(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:02}.txt" for number in range(30)]
    for file in files:
        file.write_text(f"Text {file.stem}\n", encoding="utf-8")
    moment, seen = 1, 0
    while (status := status_after(moment, files)) == 130:
        moment, seen = moment + EVERY, seen + 1
    assert status == 0, f"at moment {moment}"  # 0: all letters were read before that moment
    assert seen > 500 // EVERY
