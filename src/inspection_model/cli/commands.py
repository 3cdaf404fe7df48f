"""The commands. Each returns its exit status."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from inspection_model.checking import check
from inspection_model.cli.inputs import Frameworks, Input, Record, all_frameworks, open_inputs
from inspection_model.cli.outputs import FORMATS, Format, Put, format_of, inspection_of, open_output
from inspection_model.cli.failure import Failure
from inspection_model.cli.places import Places, remark_line
from inspection_model.cli.summary import Outcome, outcome, overview, summary, totals
from inspection_model.cli.terminal import console, say, visible
from inspection_model.errors import InspectionModelError
from inspection_model.frameworks.framework import Framework
from inspection_model.model import AnnualRating, Reading, Remark

__all__ = ["commands"]

_FORMAT = click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="The output's format; otherwise the ending of the -o file decides.",
)
_OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file, whole or not at all, or into this folder, a file for each letter.",
)
_FRAMEWORK = click.option(
    "--framework",
    "own",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="TOML",
    help="A framework of your own, as well as those of the package.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inspection-model", message="%(package)s %(version)s")
def commands() -> None:
    """Read inspection letters into typed records, check them and render them."""


@commands.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@_FORMAT
@_OUTPUT
@click.option("--reading", "whole", is_flag=True, help="Write the whole reading: source, passages, remarks.")
@_FRAMEWORK
def read(
    paths: tuple[str, ...], format_name: str | None, output: Path | None, whole: bool, own: tuple[Path, ...]
) -> int:
    """Read letters (text or PDF; - is standard input).

    A terminal shows a summary. A pipe or a file gets JSON: one document of one letter, a line for
    each of several. Remarks go to standard error.
    """
    frameworks = all_frameworks(own)
    form = _chosen(format_name, output)
    person = form is None and output is None and sys.stdout.isatty()
    form = form or FORMATS["json"]
    if whole and not form.keeps_reading:
        raise click.UsageError("--reading goes with --format json or jsonl; the others show the inspection")
    with open_inputs(paths) as inputs:
        if len(inputs) == 1:
            return _read_one(inputs[0], frameworks, None if person else form, output, whole)
        if form is FORMATS["json"]:
            form = FORMATS["jsonl"]
        if not form.many and not (output and output.is_dir()):
            raise click.UsageError(f"--format {format_name} holds one letter; name a folder with -o for several")
        return _read_many(inputs, frameworks, None if person else form, output, whole)


def _chosen(format_name: str | None, output: Path | None) -> Format | None:
    return FORMATS[format_name] if format_name else format_of(output)


def _read_one(
    input: Input, frameworks: Frameworks, form: Format | None, output: Path | None, whole: bool
) -> int:
    try:
        reading = input.letter(frameworks)
    except InspectionModelError as error:
        raise input.failure(error) from error
    framework = _framework(reading, frameworks)
    if form is None:
        console().print(summary(reading, framework))
        return 0
    with open_output(output, form) as put:
        put(input.name, form.render(reading if whole else reading.inspection, framework))
    _remark(input, reading.remarks, reading)
    return 0


def _read_many(
    inputs: tuple[Input, ...], frameworks: Frameworks, form: Format | None, output: Path | None, whole: bool
) -> int:
    outcomes: list[Outcome] = []
    with contextlib.ExitStack() as stack:
        put = stack.enter_context(open_output(output, form)) if form else None
        advance = stack.enter_context(_progress(len(inputs), shown=form is None or not _to_terminal(output)))
        for input, reading in _read_all(inputs, frameworks):
            outcomes.append(_note(input, reading))
            if isinstance(reading, Reading) and form and put:
                put(input.name, form.render(reading if whole else reading.inspection, _framework(reading, frameworks)))
            advance()
        if all(each.findings is None for each in outcomes):
            raise Failure("none of the letters could be read; nothing was written", status=1)
    ...


def _framework(reading: Reading, frameworks: Frameworks) -> Framework | None:
    return next((each for each in frameworks if each.id == reading.inspection.framework), None)
