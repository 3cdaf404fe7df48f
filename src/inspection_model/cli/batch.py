"""Reading many letters in one run: the results in order, a progress bar, a final table."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Generator, Iterator, Sequence

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from inspection_model.cli.inputs import Frameworks, Input
from inspection_model.cli.summary import Outcome, overview, totals
from inspection_model.cli.terminal import console, to_stderr
from inspection_model.errors import InspectionModelError
from inspection_model.model import Reading
from inspection_model.reading import read_letters

__all__ = ["progress", "read_inputs", "report"]

# Fewer letters than this are read faster than worker processes start.
_FEWEST_FOR_PROCESSES = 16


def read_inputs(
    inputs: Sequence[Input], frameworks: Frameworks
) -> Iterator[tuple[Input, Reading | InspectionModelError]]:
    """Read letters and yield the results in order, an error in place of a letter that cannot be read."""
    refused = {entry: refusal for entry in inputs if (refusal := entry.refusal()) is not None}
    letters = (entry.path for entry in inputs if entry not in refused)
    processes = None if len(inputs) >= _FEWEST_FOR_PROCESSES else 1
    results = read_letters(letters, frameworks=frameworks, processes=processes)
    for entry in inputs:
        yield entry, refused[entry] if entry in refused else next(results)


@contextlib.contextmanager
def progress(total: int, *, shown: bool) -> Generator[Callable[[], None]]:
    """Show a progress bar on standard error, if that is a terminal.

    Args:
        total: The number of steps.
        shown: Whether to show it; false while the output goes to the same terminal.

    Yields:
        A function to call after each step.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda: None
        return
    columns = (TextColumn("Reading letters"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No refresh thread: worker processes are started while the bar is shown, and forking a process
    # that has threads is unsafe.
    with Progress(
        *columns, console=console(stderr=True), transient=True, auto_refresh=False, redirect_stdout=False
    ) as bar:
        task = bar.add_task("", total=total)

        def advance() -> None:
            bar.advance(task)
            bar.refresh()

        yield advance


def report(outcomes: Sequence[Outcome], *, on_stdout: bool) -> None:
    """Print a table of the outcomes, or only the totals if standard error is not a terminal.

    Args:
        outcomes: The outcomes, in the order of the inputs.
        on_stdout: Whether the report is the command's output; otherwise it goes to standard error.
    """
    if on_stdout or sys.stderr.isatty():
        console(stderr=not on_stdout).print(overview(outcomes))
    else:
        to_stderr(totals(outcomes).plain)
