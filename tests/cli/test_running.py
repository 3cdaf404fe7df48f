"""Exit statuses, error messages and signals."""

from __future__ import annotations

import errno
import importlib
import importlib.metadata
import io
import os
import runpy
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import NoReturn

import click
import pytest
from cli_letters import ANY_NAME, python, run

from inspection_model.cli import batch, check_command, commands, main
from inspection_model.cli.running import run as run_in_thread

Captured = pytest.CaptureFixture[str]
START = "import sys; from inspection_model.cli import main; main(sys.argv[1:])"


def test_without_the_extra_a_message_says_how_to_install_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("inspection_model.cli.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with pytest.raises(SystemExit) as end:
        main([])
    assert end.value.code == 2
    assert "pip install 'inspection-model[cli]'" in capsys.readouterr().err


def test_the_package_can_be_run_as_a_module(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["inspection_model", "--version"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("inspection_model", run_name="__main__")
    assert end.value.code == 0
    assert capsys.readouterr().out == f"inspection-model {importlib.metadata.version('inspection-model')}\n"


def test_importing_the_main_module_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Worker processes import the main module of the process that started them."""
    monkeypatch.delitem(sys.modules, "inspection_model.__main__", raising=False)
    importlib.import_module("inspection_model.__main__")
    monkeypatch.delitem(sys.modules, "inspection_model.__main__")


def test_running_as_a_module_without_the_extra_names_it() -> None:
    code = (
        "import runpy, sys; sys.modules['click'] = None; "
        "runpy.run_module('inspection_model', run_name='__main__')"
    )
    with python(code) as process:
        output, error = process.communicate()
    assert (process.returncode, output) == (2, b"")
    assert b"pip install 'inspection-model[cli]'" in error
    assert b"Traceback" not in error


def test_other_import_errors_are_not_reported_as_a_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "inspection_model.cli.running", None)
    with pytest.raises(ModuleNotFoundError, match="running"):
        main([])


def test_help_and_version_exit_with_status_0(capsys: Captured) -> None:
    for arguments in ((), ("-h",), ("--help",)):
        assert run(*arguments) == 0
        assert "Read inspection letters and reports" in capsys.readouterr().out
    assert run("--version") == 0
    assert capsys.readouterr().out == f"inspection-model {importlib.metadata.version('inspection-model')}\n"


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("red",), "inspection-model"),
        (("framework", "check"), "inspection-model framework check"),
        (("read",), "inspection-model read"),
        (("read", "--format", "yaml", "x"), "inspection-model read"),
        (("render", "a", "b"), "inspection-model render"),
        (("read", "x", "-o", "x.csv"), "inspection-model read"),
    ],
)
def test_a_usage_error_is_one_message_and_status_2(
    arguments: tuple[str, ...], command: str, capsys: Captured
) -> None:
    assert run(*arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("inspection-model: ")
    assert error.endswith(f". Try '{command} --help'.\n")


def test_a_question_in_a_usage_error_has_no_full_stop(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = click.UsageError("No such command 'chek'. Did you mean 'check'?")
    monkeypatch.setattr(commands, "all_frameworks", raising(asks))
    assert run("read", "x") == 2
    error = capsys.readouterr().err
    assert error.endswith("Did you mean 'check'? Try 'inspection-model read --help'.\n")


def raising(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (OSError(errno.ENOSPC, "No space left on device"), 2, "No space left on device"),
        (OSError("strange"), 2, "strange"),
        (OSError(errno.EBADF, "Bad file descriptor"), 2, "standard output is closed; write to a file: -o"),
    ],
)
def test_each_exception_has_an_exit_status_and_a_message(
    error: BaseException,
    status: int,
    words: str,
    letter: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "read_letters", raising(error))
    assert run("read", letter) == status
    assert words in capsys.readouterr().err


def test_other_errors_of_click_are_reported(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "all_frameworks", raising(click.ClickException("no such luck")))
    assert run("read", "x") == 2
    assert capsys.readouterr().err == "inspection-model: no such luck\n"


def test_it_runs_in_a_thread_too(letter: Path, capsys: Captured) -> None:
    statuses: list[int] = []
    thread = threading.Thread(target=lambda: statuses.append(run_in_thread(["check", str(letter)])))
    thread.start()
    thread.join()
    assert statuses == [0]


def test_a_closed_pipe_is_not_an_error(letter: Path) -> None:
    with python(START, "read", *[letter] * 40) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        error = process.stderr.read()
        assert process.wait() == 141
    assert b"Traceback" not in error
    assert b"Exception" not in error


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full does not exist")
def test_a_full_disk_behind_standard_output_is_reported(letter: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-c", START, "read", str(letter)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr == b"inspection-model: the output cannot be written: No space left on device\n"


def test_documents_are_utf_8_in_every_locale(letter: Path) -> None:
    letter.write_text(letter.read_text(encoding="utf-8").replace("teams", "té\u2019ms"), encoding="utf-8")
    environment = {
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "HYPOTHESIS_NO_PLUGINS": "1",
    }
    with python(START, "read", letter, "--format", "text", env=environment) as process:
        output, error = process.communicate()
    assert "té\u2019ms" in output.decode("utf-8")
    assert b"Traceback" not in error


@ANY_NAME
def test_a_file_name_that_the_locale_cannot_encode_is_escaped(letter: Path) -> None:
    file = letter.rename(letter.with_name("list-\u0142.txt"))
    with python(START, "check", file, env={**os.environ, "PYTHONIOENCODING": "latin-1"}) as process:
        output, error = process.communicate()
    assert process.returncode == 0
    assert b"list-\\u0142.txt: 2 remarks" in output
    assert b"Traceback" not in error


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text here, not bytes")
def test_an_undecodable_file_name_is_escaped(letter: Path) -> None:
    file = letter.rename(letter.with_name(os.fsdecode(b"list-\xff.txt")))
    with python(START, "check", file) as process:
        output, error = process.communicate()
    assert process.returncode == 0
    # The brackets around the code point are escaped if the locale cannot encode them.
    assert b"U+DCFF" in output
    assert b".txt: 2 remarks" in output
    assert b"Traceback" not in error


def test_output_to_a_broken_standard_output_is_discarded(
    letter: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    redirected: list[int] = []

    def break_down(_: object) -> NoReturn:
        monkeypatch.setattr(sys.stdout, "flush", raising(OSError(errno.EIO, "Input/output error")))
        monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "dup2", lambda _, number: redirected.append(number))
    monkeypatch.setattr(check_command, "to_stdout", break_down)
    assert run("check", letter) == 2
    monkeypatch.undo()
    assert redirected == [1]
    assert "the output cannot be written: Input/output error" in capsys.readouterr().err


def test_a_closed_pipe_is_not_reported(
    letter: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click, "echo", raising(BrokenPipeError()))
    assert run("read", letter) == 141
    assert capsys.readouterr().err == ""


def test_sigterm_is_handled_like_an_interrupt(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "read_letters", lambda *_, **__: signal.raise_signal(signal.SIGTERM))
    before = signal.getsignal(signal.SIGTERM)
    assert run("read", letter) == 143
    assert signal.getsignal(signal.SIGTERM) is before


def test_streams_without_reconfigure_are_left_unchanged(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert run("check", letter) == 0
    assert output.getvalue() == f"{letter}: 2 remarks\n"
