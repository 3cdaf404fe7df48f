"""A run that is interrupted or killed leaves no partial output."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli_letters import LETTER, files_in, python

from inspection_model.reading import read_letter
from inspection_model.serialising import loads

posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent to processes on POSIX systems only")

# Background processes of a shell ignore SIGINT. The processes of these tests handle it.
FOREGROUND = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
STOPPING = f"""{FOREGROUND}
import sys, time
from inspection_model.cli import inputs, main
def wait(*_, **__):
    print("ready", flush=True)
    time.sleep(60)
from inspection_model.cli import batch
batch.read_letters = lambda *_, **__: iter(wait, 0)
main(sys.argv[1:])
"""


@posix
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (getattr(signal, "SIGKILL", 9), -9)]
)
def test_an_interrupted_run_leaves_no_output(number: int, status: int, letter: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with python(STOPPING, "read", letter, letter, "-o", folder / "out.jsonl") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(number)
        _, error = process.communicate()
    assert process.returncode == status
    assert b"Traceback" not in error
    left = files_in(folder)
    # Only a process that is killed cannot remove its partial file. The output file is absent even then.
    assert "out.jsonl" not in left
    assert bool(left) == (status == -9)


@posix
@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGINT, 130),
        (signal.SIGTERM, 143),
        pytest.param(getattr(signal, "SIGKILL", 9), -9, marks=pytest.mark.nightly),
    ],
)
@pytest.mark.parametrize("into", ["out.jsonl", ""], ids=["one file", "a folder"])
def test_an_interrupted_run_of_several_processes_leaves_complete_files_and_no_process(
    into: str, number: int, status: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    paths = [tmp_path / f"{place:02}.txt" for place in range(60)]
    for path in paths:
        path.write_text(LETTER, encoding="utf-8")
    fifo = paths[30]
    fifo.unlink()
    os.mkfifo(fifo)  # reading it blocks forever
    code = f"{FOREGROUND}import sys; from inspection_model.cli import main; main(sys.argv[1:])"
    with python(code, "read", *paths, "-o", folder / into, start_new_session=True) as process:
        assert process.stderr is not None
        # The remarks of the letters before the pipe, which are read in complete batches.
        seen = b"".join(process.stderr.readline() for _ in range(60))
        process.send_signal(number)
        for _ in range(6_000):
            os.close(os.open(fifo, os.O_RDWR))  # unblocks the worker that reads the pipe
            if not is_there(process):
                break
            time.sleep(0.01)
        else:
            os.killpg(process.pid, signal.SIGKILL)
            pytest.fail("a process was left")
        error = process.stderr.read()
    assert seen.count(b"count-mismatch") == 30
    assert process.returncode == status
    assert b"Traceback" not in error
    assert (b"interrupted; no partial output was left behind" in error) == (status > 0)
    # Only a process that is killed cannot remove its partial files.
    left = {name for name in files_in(folder) if status > 0 or not name.endswith(".part")}
    # On a busy machine the signal may arrive after the pipe is open, and some letters more are complete.
    complete = {f"{path.name}.json" for path in paths[:30]}
    assert (left == set()) if into else (left >= complete)
    for name in left:
        assert loads((folder / name).read_bytes()) == read_letter(LETTER).inspection


def is_there(process: subprocess.Popen[bytes]) -> bool:
    """Return whether a process group still has a process; the given process is the group leader."""
    process.poll()
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True
