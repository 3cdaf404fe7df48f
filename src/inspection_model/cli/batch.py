"""Reading many documents in one run: the results in order, a progress bar, a final table."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TypeAlias, final

import attrs
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from inspection_model.cli.inputs import Frameworks, Input, Record
from inspection_model.cli.overview import Outcome, overview, totals
from inspection_model.cli.terminal import console, to_stderr
from inspection_model.errors import InspectionModelError
from inspection_model.model import Reading
from inspection_model.reading import read_letters

__all__ = ["Reader", "progress", "report"]

# Fewer documents than this are read faster than several worker processes start.
_FEWEST_FOR_PROCESSES = 16
# The unit of `--max-memory`.
_MEGABYTE = 1_000_000

Result: TypeAlias = tuple[Input, Record | InspectionModelError]
"""An input with its record, or with its error if it cannot be read."""


@final
@attrs.frozen
class Reader:
    """Reads inputs in worker processes, which can be stopped.

    Attributes:
        frameworks: The known frameworks.
        max_seconds: How long reading one file may take.
        max_memory: How much memory reading one file may take, in megabytes.
        max_bytes: The size of the largest file that is read.
    """

    frameworks: Frameworks
    max_seconds: float
    max_memory: float
    max_bytes: float

    def letters(self, inputs: Sequence[Input]) -> Iterator[tuple[Input, Reading | InspectionModelError]]:
        """Yield the readings of letters and reports in order, or the error of one that cannot be read."""
        refusals = [entry.refusal() for entry in inputs]
        letters = [entry.path for entry, refusal in zip(inputs, refusals, strict=True) if refusal is None]
        results = read_letters(
            letters,
            frameworks=self.frameworks,
            processes=None if len(letters) >= _FEWEST_FOR_PROCESSES else 1,
            max_seconds=self.max_seconds,
            max_memory=self.max_memory * _MEGABYTE,
            max_bytes=self.max_bytes,
        )
        for entry, refusal in zip(inputs, refusals, strict=True):
            yield entry, refusal or next(results)

    def records(self, inputs: Sequence[Input]) -> Iterator[Result]:
        """Read letters, reports, JSON records and JSON Lines; each line has an input that names it."""
        are_records = [entry.is_record() for entry in inputs]
        pairs = list(zip(inputs, are_records, strict=True))
        letters = self.letters([entry for entry, is_record in pairs if not is_record])
        for entry, is_record in pairs:
            if is_record:
                yield from entry.records()
            else:
                yield next(letters)


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
    columns = (TextColumn("Reading documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
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
