"""Many letters in one run: one result after the other, a bar meanwhile, a table at the end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Generator, Iterator, Sequence

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from inspection_model.cli.inputs import Frameworks, Input
from inspection_model.cli.summary import Outcome, overview, totals
from inspection_model.cli.terminal import console, say
from inspection_model.errors import InspectionModelError
from inspection_model.model import Reading
from inspection_model.reading import read_letters

__all__ = ["progress", "read_inputs", "report"]

# Fewer letters are read before other processes have started.
_WORTH_PROCESSES = 16


def read_inputs(
    inputs: Sequence[Input], frameworks: Frameworks
) -> Iterator[tuple[Input, Reading | InspectionModelError]]:
    """Read letters in order; one that cannot be read gives its error."""
    refused = {entry: refusal for entry in inputs if (refusal := entry.refusal()) is not None}
    letters = (entry.path for entry in inputs if entry not in refused)
    processes = None if len(inputs) >= _WORTH_PROCESSES else 1
    results = read_letters(letters, frameworks=frameworks, processes=processes)
    for entry in inputs:
        yield entry, refused[entry] if entry in refused else next(results)


@contextlib.contextmanager
def progress(total: int, *, shown: bool) -> Generator[Callable[[], None]]:
    """Show a bar on standard error, if that is a terminal.

    Args:
        total: The number of steps.
        shown: Whether there may be one; it would spoil an output on the same terminal.

    Yields:
        A function to call after each step.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda: None
        return
    columns = (TextColumn("Reading letters"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No thread refreshes the bar: processes are started meanwhile, and threads do not survive that.
    with Progress(
        *columns, console=console(stderr=True), transient=True, auto_refresh=False, redirect_stdout=False
    ) as bar:
        task = bar.add_task("", total=total)

        def advance() -> None:
            bar.advance(task)
            bar.refresh()

        yield advance


def report(outcomes: Sequence[Outcome], *, to_person: bool) -> None:
    """Show what became of each letter.

    Args:
        outcomes: What became of them.
        to_person: Whether that is the command's output; else it goes to standard error.
    """
    if to_person or sys.stderr.isatty():
        console(stderr=not to_person).print(overview(outcomes))
    else:
        say(totals(outcomes).plain)
