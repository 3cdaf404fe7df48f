"""Ctrl-C in a folder run, at one moment after the other: the run ends, and its processes with it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("interrupted.py")
EVERY = int(os.environ.get("INSPECTION_MODEL_MOMENTS", "200"))
"""Of how many moments one is tried; there are some thousands, so that with 1 it takes long."""


def status_after(moment: int, files: list[Path]) -> int | None:
    """Interrupt a run at a moment, and give its status; ``None`` when it does not end."""
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
def test_an_interruption_ends_a_folder_run_at_whatever_moment_it_comes(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:02}.txt" for number in range(30)]
    for file in files:
        file.write_text(f"Text {file.stem}\n", encoding="utf-8")
    moment, seen = 1, 0
    while (status := status_after(moment, files)) == 130:
        moment, seen = moment + EVERY, seen + 1
    assert status == 0, f"at moment {moment}"  # else the run came to its end before that moment
    assert seen > 500 // EVERY
