"""Closed standard streams, pipes and devices as inputs, and the limits of a file."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_letters import LETTER, run

from inspection_model.cli import inputs, streams
from inspection_model.reading import read_letter
from inspection_model.serialising import dumps, loads

Captured = pytest.CaptureFixture[str]
posix = pytest.mark.skipif(os.name != "posix", reason="such files and streams are those of POSIX systems")
CLOSED = "inspection-model: standard output is closed; write to a file: -o FILE\n"


def shell(command: str, folder: Path, *more: object) -> subprocess.CompletedProcess[str]:
    """Run a command line of bash, in which $IM is this command and $1 the first argument."""
    script = f'IM="$0 -m inspection_model"; {command}'
    words = ["bash", "-c", script, sys.executable, *map(str, more)]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@posix
@pytest.mark.parametrize("command", ["read letter.txt", "check letter.txt", "render record.json", "--help"])
def test_without_standard_output_a_command_that_writes_there_says_so(
    command: str, letter: Path, tmp_path: Path
) -> None:
    (tmp_path / "record.json").write_text(dumps(read_letter(LETTER)), encoding="utf-8")
    done = shell(f"$IM {command} >&-", tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith(CLOSED)
    assert "Traceback" not in done.stderr


@posix
def test_without_standard_streams_a_file_is_written(letter: Path, tmp_path: Path) -> None:
    done = shell("$IM read letter.txt -o out.json <&- >&- 2>&-", tmp_path)
    assert done.returncode == 0
    assert loads((tmp_path / "out.json").read_bytes()) == read_letter(LETTER).inspection


@posix
def test_without_standard_error_the_output_has_no_messages(letter: Path, tmp_path: Path) -> None:
    done = shell("$IM read letter.txt 2>&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert loads(done.stdout) == read_letter(LETTER).inspection
    assert shell("$IM read missing.txt 2>&-", tmp_path).returncode == 2


@posix
def test_a_closed_standard_input_is_empty(tmp_path: Path) -> None:
    done = shell("$IM read - <&-", tmp_path)
    assert (done.returncode, done.stderr) == (2, "inspection-model: (standard input): the file is empty\n")


def test_closed_streams_are_replaced_and_open_ones_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sys.stdin, sys.stdout, sys.stderr
    streams.replace_closed_streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams.replace_closed_streams()
    made = sys.stdin, sys.stdout, sys.stderr
    monkeypatch.undo()
    assert made[0].read() == ""
    made[2].write("lost")
    made[2].flush()
    made[1].write("refused")
    with pytest.raises(OSError, match="Bad file descriptor"):
        made[1].flush()
    for stream in made:
        try:
            stream.close()
        except OSError:
            assert stream is made[1]


@posix
def test_the_numbers_of_closed_streams_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = iter([0, 2, 7])
    closed: list[int] = []
    monkeypatch.setattr(os, "open", lambda *_: next(opened))
    monkeypatch.setattr(os, "close", closed.append)
    streams._take_numbers()
    monkeypatch.undo()
    assert closed == [7]


@posix
def test_a_pipe_into_which_nothing_writes_is_empty(tmp_path: Path, letter: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for command in ("read", "check"):
        done = shell(f"$IM {command} pipe", tmp_path)
        assert (done.returncode, done.stderr) == (2, "inspection-model: pipe: the file is empty\n")
    with inputs.open_inputs([str(tmp_path / "pipe")]) as (entry,):
        assert entry.path.read_bytes() == b""
    done = shell("$IM read pipe letter.txt", tmp_path)
    assert done.returncode == 1
    assert done.stderr.endswith("1 read, 1 with remarks, 1 failed\n")


@posix
@pytest.mark.parametrize(
    "command",
    ["$IM read <(cat letter.txt)", "cat letter.txt | $IM read /dev/stdin", "$IM read /dev/fd/5 5<letter.txt"],
)
def test_a_pipe_or_an_open_file_is_read(command: str, letter: Path, tmp_path: Path) -> None:
    done = shell(command, tmp_path)
    assert done.returncode == 0, done.stderr
    assert loads(done.stdout) == read_letter(LETTER).inspection


@posix
def test_a_record_is_read_from_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text(dumps(read_letter(LETTER)), encoding="utf-8")
    done = shell("$IM render <(cat record.json)", tmp_path)
    assert done.stdout.startswith("Ofsted\n")


@posix
def test_a_device_is_an_error(tmp_path: Path, capsys: Captured) -> None:
    for command in ("read", "check"):
        assert run(command, "/dev/zero") == 2
        error = capsys.readouterr().err
        assert error == (
            "inspection-model: /dev/zero: the file cannot be read: this is a device, not a regular file\n"
        )
    done = shell("$IM read --max-bytes 1e6 - < /dev/zero", tmp_path)
    assert (done.returncode, "larger than the limit of 1,000,000 bytes" in done.stderr) == (2, True)


def deny(*_: object) -> None:
    """Refuse to read a file."""
    raise PermissionError(13, "Permission denied")


def test_a_standard_input_that_cannot_be_read_is_an_error(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(inputs, "read_part", deny)
    assert run("read", "-") == 2
    expected = "inspection-model: (standard input): the file cannot be read: Permission denied\n"
    assert capsys.readouterr().err == expected


@posix
def test_a_pipe_that_cannot_be_read_does_not_stop_the_other_files(
    letter: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(inputs, "open_without_waiting", deny)
    assert run("read", tmp_path / "pipe", letter) == 1
    output, error = capsys.readouterr()
    assert loads(output) == read_letter(LETTER).inspection
    assert f"{tmp_path / 'pipe'}: the file cannot be read: this is a pipe, not a regular file\n" in error


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--max-seconds", "0.000001", "takes longer than the limit of 1e-06 s"),
        ("--max-memory", "0.000001", "needs more memory than the limit of 0 MB"),
        ("--max-bytes", "10", "is larger than the limit of 10 bytes"),
    ],
)
def test_a_file_over_a_limit_is_reported(
    command: str, option: str, value: str, words: str, tmp_path: Path, capsys: Captured
) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text(LETTER + "More words.\n\n" * 60_000, encoding="utf-8")
    assert run(command, slow, option, value) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"inspection-model: {slow}: ")
    assert words in error


@pytest.mark.parametrize("value", ["0", "-1", "nan", "much"])
def test_a_limit_is_a_number_greater_than_zero(value: str, letter: Path, capsys: Captured) -> None:
    assert run("read", letter, "--max-seconds", value) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_limit_may_be_infinite(letter: Path) -> None:
    options = ("--max-seconds", "inf", "--max-memory", "inf", "--max-bytes", "inf")
    assert run("read", letter, *options) == 0
