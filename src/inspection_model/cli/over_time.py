"""The commands `compare` and `history`. Each returns its exit status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import final

import attrs
import click
from rich.console import RenderableType

from inspection_model.cli.batch import Reader
from inspection_model.cli.comparison_view import comparison_view
from inspection_model.cli.failure import Failure
from inspection_model.cli.folders import files_in
from inspection_model.cli.history_view import history_view
from inspection_model.cli.inputs import Record, all_frameworks, open_inputs
from inspection_model.cli.options import FRAMEWORK, OUTPUT, limits
from inspection_model.cli.outputs import FORMATS, Format, inspection_of, open_output, to_stdout
from inspection_model.cli.targets import check_targets
from inspection_model.cli.terminal import console, to_stderr
from inspection_model.comparing import Comparison, History, compare, histories
from inspection_model.comparing.compare import DEFAULT_THRESHOLD
from inspection_model.comparing.lineage import dfe_code
from inspection_model.comparing.rows import (
    COMPARISON_COLUMNS,
    HISTORY_COLUMNS,
    comparison_rows,
    csv_text,
    history_rows,
)
from inspection_model.errors import InspectionModelError
from inspection_model.model import Inspection
from inspection_model.rendering.comparisons import comparison_report
from inspection_model.rendering.histories import histories_report
from inspection_model.rendering.html import html_page
from inspection_model.rendering.markdown import markdown_page
from inspection_model.rendering.report import Report
from inspection_model.serialising import dumps

__all__ = ["COMMANDS"]

_CSV = Format(suffixes=(".csv",), render=lambda _record, _frameworks: "")
_FORMS = {name: FORMATS[name] for name in ("json", "jsonl", "markdown", "html")} | {"csv": _CSV}
_PAGES = {"markdown": markdown_page, "html": html_page}

_FORMAT = click.option(
    "--format",
    "name",
    type=click.Choice(list(_FORMS)),
    help="The output format; by default that of the output file's suffix, else a view for the terminal.",
)


@final
@attrs.frozen
class _Result:
    """What a command prints, in each of its forms."""

    records: tuple[Comparison | History, ...]
    report: Report
    table: str
    view: RenderableType

    def text(self, name: str) -> str:
        """Return the result in a format."""
        if name in ("json", "jsonl"):
            indent = 2 if len(self.records) == 1 and name == "json" else None  # several are JSON Lines
            return "".join(f"{dumps(record, indent=indent)}\n" for record in self.records)
        return self.table if name == "csv" else _PAGES[name](self.report)

    def write(self, name: str | None, output: Path | None) -> None:
        """Write the result to the output, or print the view if there is neither a format nor an output."""
        name = name or _name_of(output)
        if name is None:
            _print(self.view)
            return
        if name == "json" and len(self.records) > 1 and _name_of(output) is not None:
            raise click.UsageError(f"{output} would hold several histories; use a .jsonl file.")
        with open_output(output, _FORMS[name]) as put:
            put("over-time", self.text(name))


def _print(view: RenderableType) -> None:
    """Print a view; to a pipe or a file, without the spaces that fill its lines."""
    screen = console()
    if screen.is_terminal:
        screen.print(view)
        return
    with screen.capture() as captured:
        screen.print(view)
    to_stdout("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _name_of(output: Path | None) -> str | None:
    """Return the format that the suffix of an output selects."""
    if output is None or str(output) == "-":
        return None
    for name, form in _FORMS.items():
        if output.suffix.lower() in form.suffixes:
            return name
    known = ", ".join(form.suffixes[0] for form in _FORMS.values())
    raise click.UsageError(f"No format has the suffix of {output}; use one of {known}, or pass --format.")


@click.command("compare")
@click.argument("earlier", metavar="EARLIER")
@click.argument("later", metavar="LATER")
@click.option(
    "--threshold",
    type=click.IntRange(1, 100),
    default=DEFAULT_THRESHOLD,
    show_default=True,
    metavar="PERCENT",
    help="The least similarity of findings with different texts that are paired.",
)
@_FORMAT
@OUTPUT
@FRAMEWORK
@limits
def _compare(
    earlier: str,
    later: str,
    threshold: int,
    name: str | None,
    output: Path | None,
    custom: tuple[Path, ...],
    **most: float,
) -> int:
    """Compare two inspections: letters, reports or JSON records.

    Findings with different texts are paired by their words. Such pairs are suggestions. That a finding is
    gone does not mean that it was addressed.
    """
    paths = (earlier, later)
    _check_output(output, paths, custom)
    inspections: list[Inspection] = []
    for path, record in _records(Reader(all_frameworks(custom), **most), paths):
        if isinstance(record, InspectionModelError):
            raise Failure(path) from record
        inspections.append(inspection_of(record))
    if len(inspections) != len(paths):
        raise Failure("compare needs two files with one inspection each; use history for more")
    comparison = compare(*inspections, threshold=threshold)
    _Result(
        (comparison,),
        comparison_report(comparison),
        csv_text(COMPARISON_COLUMNS, comparison_rows(comparison)),
        comparison_view(comparison),
    ).write(name, output)
    return 0


@click.command("history")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--authority", metavar="CODE", help="Only the authority with this DfE code, such as 879.")
@click.option(
    "--with-predecessors",
    is_flag=True,
    help="Add the documents of the authorities whose area an authority took over.",
)
@_FORMAT
@OUTPUT
@FRAMEWORK
@limits
def _history(
    paths: tuple[str, ...],
    authority: str | None,
    with_predecessors: bool,
    name: str | None,
    output: Path | None,
    custom: tuple[Path, ...],
    **most: float,
) -> int:
    """Show the history of each authority: letters, reports, JSON records, or folders of them."""
    files = [file for path in paths for file in files_in(path, output)]
    _check_output(output, files, custom)
    inspections: list[Inspection] = []
    failed = False
    for path, record in _records(Reader(all_frameworks(custom), **most), files):
        if isinstance(record, InspectionModelError):
            to_stderr(path)
            failed = True
        else:
            inspections += record.inspections if isinstance(record, History) else [inspection_of(record)]
    found = histories(inspections, with_predecessors=with_predecessors)
    if authority is not None:
        found = tuple(each for each in found if authority == _latest_code(each))
    if not found:
        raise Failure(
            f"there is no inspection of the authority {authority}" if authority else "nothing was read"
        )
    rows = (row for each in found for row in history_rows(each))
    _Result(found, histories_report(found), csv_text(HISTORY_COLUMNS, rows), history_view(found)).write(
        name, output
    )
    return 1 if failed else 0


def _latest_code(history: History) -> str | None:
    codes = [code for each in history.inspections if (code := dfe_code(each))]
    return codes[-1] if codes else None


def _check_output(output: Path | None, paths: Sequence[str], custom: tuple[Path, ...]) -> None:
    if output is not None and output.is_dir():
        raise click.UsageError(f"{output} is a folder; name a file after -o.")
    check_targets(output, paths, "", others=custom)


def _records(reader: Reader, paths: Sequence[str]) -> Iterator[tuple[str, Record | InspectionModelError]]:
    """Yield each record with its name, or its error with the message."""
    with open_inputs(paths, most=reader.max_bytes) as inputs:
        for entry, record in reader.records(inputs):
            if isinstance(record, InspectionModelError):
                yield entry.describe(record), record
            else:
                yield entry.name, record


COMMANDS = (_compare, _history)
"""The commands of this module."""
