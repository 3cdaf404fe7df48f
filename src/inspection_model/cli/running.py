"""Running a command: exit statuses, error messages and signals."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from types import FrameType

import click

from inspection_model.cli.commands import commands
from inspection_model.cli.failure import INTERRUPTED, TERMINATED, Failure
from inspection_model.cli.framework_command import framework
from inspection_model.cli.over_time import COMMANDS
from inspection_model.cli.site_command import site
from inspection_model.cli.table_command import table
from inspection_model.cli.terminal import to_stderr
from inspection_model.errors import InspectionModelError

__all__ = ["run"]

_NAME = "inspection-model"
for _command in (framework, site, table, *COMMANDS):
    commands.add_command(_command)


class _Terminated(BaseException):
    """Raised on SIGTERM. Like `KeyboardInterrupt`, it is not caught by ``except Exception``."""


# The exceptions that end a command with a message. Any other exception is a bug.
_HANDLED = (
    click.ClickException,
    click.Abort,
    KeyboardInterrupt,
    _Terminated,
    Failure,
    InspectionModelError,
    OSError,
)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status.

    Args:
        arguments: The command-line arguments; by default those of the process.
    """
    _escape_unencodable_output()
    try:
        with _raising_on_sigterm():
            status = commands.main(arguments, prog_name=_NAME, standalone_mode=False)
    except _HANDLED as error:
        message, status = _message_and_status(error)
        _discard_unwritable_output()
        if message:
            to_stderr(f"{_NAME}: {message}")
    return int(status or 0)


def _message_and_status(error: BaseException) -> tuple[str, int]:
    """Return the message and the exit status for an exception."""
    message, status = str(error), 2
    match error:
        case Failure():
            message, status = error.message, error.status
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else _NAME
            reason = error.format_message().rstrip(".")
            message = f"{reason}{'' if reason.endswith('?') else '.'} Try '{command} --help'."
        case click.ClickException():
            message = error.format_message()
        case click.Abort() | KeyboardInterrupt() | _Terminated():
            status = TERMINATED if isinstance(error, _Terminated) else INTERRUPTED
            message = "interrupted; no partial output was left behind"
        case OSError(errno=errno.EBADF):
            message = "standard output is closed; write to a file: -o FILE"
        case OSError() if not isinstance(error, InspectionModelError):
            message = f"the output cannot be written: {error.strerror or error}"
        case _:
            pass
    return message, status


def _escape_unencodable_output() -> None:
    """Print characters that the stream's encoding lacks as escapes instead of raising an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def _raising_on_sigterm() -> Generator[None]:
    """Raise an exception on SIGTERM, so that partial output files are removed."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise _Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # signal handlers can only be set in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _discard_unwritable_output() -> None:
    """Discard output that cannot be flushed, so that Python does not report an error at exit."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
