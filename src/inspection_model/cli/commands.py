"""The command group and the command `read`. It returns its exit status."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import final

import attrs
import click

from inspection_model.cli.arguments import DOCUMENTS, find_inputs, has_folder
from inspection_model.cli.batch import Reader, progress, report
from inspection_model.cli.check_command import check_command
from inspection_model.cli.error_log import error_log
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import Input, all_frameworks, open_inputs
from inspection_model.cli.options import FORMAT, FRAMEWORK, INPUT, OUTPUT, limits
from inspection_model.cli.outputs import Format, Put, chosen_format, format_of, open_output
from inspection_model.cli.overview import Outcome, outcome
from inspection_model.cli.places import places_of, print_remarks
from inspection_model.cli.render_command import render
from inspection_model.cli.summary import summary
from inspection_model.cli.targets import check_targets
from inspection_model.cli.terminal import console
from inspection_model.frameworks.loading import find_framework
from inspection_model.model import Reading

__all__ = ["commands"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    subcommand_metavar="[COMMAND] [ARGS]...",  # click before 8.2 omits the brackets
    epilog="Exit status: 0 on success; 1 if one of several inputs failed or check --strict found remarks; "
    "2 if the only input or the output failed, or on a usage error; 130 after Ctrl-C.",
)
@click.version_option(package_name="inspection-model", message="%(package)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Read inspection letters and reports into typed records, check them and render them."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@commands.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@FORMAT
@OUTPUT
@click.option(
    "--reading", "whole", is_flag=True, help="Write the whole reading: source, inspection, passages, remarks."
)
@FRAMEWORK
@limits
def read(
    paths: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
    whole: bool,
    custom: tuple[Path, ...],
    **most: float,
) -> int:
    """Read letters and reports, as text or PDF.

    A path is a file, or a folder of them; - is standard input. On a terminal,
    print a summary with the remarks, or a table for several documents. To a pipe or a file, write JSON (one
    document for a single file, JSON Lines for several) and the remarks to standard error.
    """
    arguments = find_inputs(paths, DOCUMENTS, outputs=[output])
    many = len(arguments) > 1 or has_folder(paths)
    form = chosen_format(format_name, output, default="json", many=many)
    if whole and not form.keeps_reading:
        raise click.UsageError(
            "--reading requires --format json, jsonl or html; other formats contain only the inspection."
        )
    check_targets(output, arguments, form.suffixes[0], others=custom)
    chosen = format_name or format_of(output) or output or whole
    reader = Reader(all_frameworks(custom), **most)
    job = _Job(reader, form if chosen or not sys.stdout.isatty() else None, output, whole)
    with open_inputs(arguments, most=reader.max_bytes) as inputs:
        return job.many(inputs) if many else job.one(inputs[0])


@final
@attrs.frozen
class _Job:
    """The options of `read`. Without a format, print a summary for the terminal."""

    reader: Reader
    form: Format | None
    output: Path | None
    whole: bool

    def one(self, entry: Input) -> int:
        ((_, reading),) = self.reader.letters([entry])
        if not isinstance(reading, Reading):
            raise Failure(entry.describe(reading)) from reading
        if self.form is None:
            framework = find_framework(reading.inspection.framework, self.reader.frameworks)
            console().print(summary(reading, framework, places=places_of(entry, reading)))
            return 0
        with open_output(self.output, self.form) as put:
            self._write(put, self.form, entry, reading)
        print_remarks(entry, reading.remarks, reading)
        return 0

    def many(self, inputs: Sequence[Input]) -> int:
        outcomes: list[Outcome] = []
        with contextlib.ExitStack() as stack:
            form = self.form
            put = stack.enter_context(open_output(self.output, form)) if form else None
            errors = stack.enter_context(error_log())
            # No progress bar while the records are written to the same terminal.
            shows_progress = put is None or self.output is not None or not sys.stdout.isatty()
            advance = stack.enter_context(progress(len(inputs), shown=shows_progress))
            for entry, result in self.reader.letters(inputs):
                if isinstance(result, Reading):
                    outcomes.append(outcome(entry.name, result))
                    if put is not None and form is not None:
                        self._write(put, form, entry, result)
                        print_remarks(entry, result.remarks, result)
                else:
                    outcomes.append(Outcome(name=entry.name))
                    errors.add(entry, result)
                advance()
            if all(each.findings is None for each in outcomes):
                raise Failure("no document could be read; nothing was written", status=1)
        report(outcomes, on_stdout=self.form is None)
        return 1 if errors else 0

    def _write(self, put: Put, form: Format, entry: Input, reading: Reading) -> None:
        record = reading if self.whole else reading.inspection
        put(entry.target, form.render(record, self.reader.frameworks, entry.file))


for _command in (check_command, render):
    commands.add_command(_command)
