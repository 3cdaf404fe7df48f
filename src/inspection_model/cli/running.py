"""How the command line starts and ends: every end has its status and at most one message."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from types import FrameType

import click

from inspection_model.cli.commands import commands
from inspection_model.cli.failure import INTERRUPTED, TERMINATED, Failure
from inspection_model.cli.terminal import say
from inspection_model.errors import InspectionModelError

__all__ = ["run"]

_NAME = "inspection-model"


class _Stopped(BaseException):
    """Ctrl-C or SIGTERM has come. Nothing that handles an `Exception` may take it for its own."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


# The signals that ask a command to stop, what Python does about each, and the status that follows.
_SIGNALS = (
    (signal.SIGINT, signal.default_int_handler, INTERRUPTED),
    (signal.SIGTERM, signal.SIG_DFL, TERMINATED),
)


# The ways in which a command may end early; every other exception is a fault of the program.
_ENDS = (
    click.ClickException,
    click.Abort,
    KeyboardInterrupt,
    _Stopped,
    Failure,
    InspectionModelError,
    OSError,
)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the status to end with."""
    _never_fail_to_print()
    try:
        with _stopping():
            status = commands.main(arguments, prog_name=_NAME, standalone_mode=False)
    except _ENDS as error:
        message, status = _end(error)
        _let_go_of_output()
        if message:
            say(f"{_NAME}: {message}")
    return int(status or 0)


def _end(error: BaseException) -> tuple[str, int]:
    """Give the message and the status with which an error ends the process."""
    message, status = str(error), 2
    match error:
        case Failure():
            message, status = error.message, error.status
        case click.UsageError():
            message = f"{error.format_message()} Try '{_NAME} --help'."
        case click.ClickException():
            message = error.format_message()
        case click.Abort() | KeyboardInterrupt() | _Stopped():
            status = error.status if isinstance(error, _Stopped) else INTERRUPTED
            message = "stopped; no unfinished file is left"
        case OSError() if not isinstance(error, InspectionModelError):
            message = f"the output cannot be written: {error.strerror or error}"
        case _:
            pass
    return message, status


def _never_fail_to_print() -> None:
    """Print what the terminal's encoding lacks as an escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def _stopping() -> Generator[None]:
    """End in good order when a signal asks for it, so that unfinished files are removed.

    A signal that is ignored or has another handler is left alone.

    Raises:
        _Stopped: If a signal has ended the block, whatever the block made of it: where it waits for
            another thread, Python can turn the interruption into a ``RuntimeError`` about a lock.
    """
    stopped: list[_Stopped] = []
    before = {number: usual for number, usual, _ in _SIGNALS if signal.getsignal(number) is usual}
    statuses = {number: status for number, _, status in _SIGNALS}

    def stop(number: int, _frame: FrameType | None) -> None:
        stopped.append(_Stopped(statuses[signal.Signals(number)]))
        raise stopped[0]

    try:
        for number in before:
            signal.signal(number, stop)
    except ValueError:  # signals belong to the main thread; in another one there is nothing to do
        before.clear()
    try:
        yield
    except BaseException as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)


def _let_go_of_output() -> None:
    """Send what is still buffered nowhere if it cannot be written: Python would complain at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
