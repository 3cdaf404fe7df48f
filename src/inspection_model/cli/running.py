"""How the command line starts and ends: every end has its status and at most one message."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from types import FrameType

import click

from inspection_model.cli.commands import commands
from inspection_model.cli.failure import Failure
from inspection_model.cli.terminal import say

__all__ = ["run"]

INTERRUPTED = 130
"""128 and the number of SIGINT: what a shell gives a program that Ctrl-C ended."""
READER_GONE = 141
"""128 and the number of SIGPIPE: what a shell gives a program whose output nobody reads."""
TERMINATED = 143
"""128 and the number of SIGTERM."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the status to end with."""
    _never_fail_to_print()
    try:
        with _ending_on_terminate():
            status = commands.main(arguments, prog_name="inspection-model", standalone_mode=False)
            sys.stdout.flush()
    except click.ClickException as error:
        say(f"inspection-model: {error.format_message()}")
        if isinstance(error, click.UsageError):
            say("Try 'inspection-model --help' for help.")
        return error.exit_code
    except Failure as error:
        say(f"inspection-model: {error}")
        return error.status
    except (click.Abort, KeyboardInterrupt):
        say("inspection-model: stopped; no unfinished file was left behind")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return READER_GONE
    except OSError as error:
        _let_go_of_output()
        say(f"inspection-model: the output cannot be written: {error.strerror or error}")
        return 2
    return int(status or 0)


def _never_fail_to_print() -> None:
    """Print what the terminal's encoding lacks as an escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def _ending_on_terminate() -> Iterator[None]:
    """End in good order on SIGTERM, so that unfinished files are removed."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(TERMINATED)

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # signals belong to the main thread; in another one there is nothing to do
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _let_go_of_output() -> None:
    """Send what is still buffered nowhere, or Python complains about it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
