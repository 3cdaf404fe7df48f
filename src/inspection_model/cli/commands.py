"""The commands `read`, `check` and `render`. Each returns its exit status."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import final

import attrs
import click

from inspection_model.checking import check
from inspection_model.cli.batch import Reader, progress, report
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import Frameworks, Input, Record, all_frameworks, open_inputs
from inspection_model.cli.options import FORMAT, FRAMEWORK, OUTPUT, limits
from inspection_model.cli.outputs import (
    FORMATS,
    Format,
    Put,
    format_of,
    inspection_of,
    open_output,
    to_stdout,
)
from inspection_model.cli.overview import Outcome, outcome
from inspection_model.cli.places import Places, remark_line
from inspection_model.cli.summary import summary
from inspection_model.cli.targets import check_targets
from inspection_model.cli.terminal import console, counted, to_stderr, visible
from inspection_model.comparing import History
from inspection_model.errors import InspectionModelError
from inspection_model.frameworks.loading import find_framework
from inspection_model.model import Inspection, Reading, Remark

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
    """Read inspection letters into typed records, check them and render them."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@commands.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
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
    """Read letters (text or PDF; - is standard input).

    On a terminal, print a summary with the remarks, or a table for several letters. To a pipe or a file,
    write JSON (one document for a single letter, JSON Lines for several) and the remarks to standard error.
    """
    form = FORMATS[format_name] if format_name else format_of(output)
    as_summary = form is None and output is None and not whole and sys.stdout.isatty()
    form = form or FORMATS["json"]
    if whole and not form.keeps_reading:
        raise click.UsageError(
            "--reading requires --format json, jsonl or html; other formats contain only the inspection."
        )
    many = len(paths) > 1
    if many and form is FORMATS["json"] and format_of(output) is None:
        form = FORMATS["jsonl"]
    if many and not form.many and not (output and output.is_dir()):
        raise click.UsageError(
            "This format holds one letter; for several letters, use a .jsonl file or an existing folder."
        )
    check_targets(output, paths, form.suffixes[0], others=custom)
    reader = Reader(all_frameworks(custom), **most)
    job = _Job(reader, None if as_summary else form, output, whole)
    with open_inputs(paths, most=reader.max_bytes) as inputs:
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
            console().print(summary(reading, framework))
            return 0
        with open_output(self.output, self.form) as put:
            self._write(put, self.form, entry, reading)
        _report_remarks(entry, reading.remarks, reading.source)
        return 0

    def many(self, inputs: tuple[Input, ...]) -> int:
        outcomes: list[Outcome] = []
        with contextlib.ExitStack() as stack:
            form = self.form
            put = stack.enter_context(open_output(self.output, form)) if form else None
            # No progress bar while the records are written to the same terminal.
            shows_progress = put is None or self.output is not None or not sys.stdout.isatty()
            advance = stack.enter_context(progress(len(inputs), shown=shows_progress))
            for entry, result in self.reader.letters(inputs):
                if isinstance(result, Reading):
                    outcomes.append(outcome(entry.name, result))
                    if put is not None and form is not None:
                        self._write(put, form, entry, result)
                        _report_remarks(entry, result.remarks, result.source)
                else:
                    outcomes.append(Outcome(name=entry.name))
                    to_stderr(entry.describe(result))
                advance()
            if all(each.findings is None for each in outcomes):
                raise Failure("no letter could be read; nothing was written", status=1)
        report(outcomes, on_stdout=self.form is None)
        return 1 if any(each.findings is None for each in outcomes) else 0

    def _write(self, put: Put, form: Format, entry: Input, reading: Reading) -> None:
        record = reading if self.whole else reading.inspection
        put(entry.name, form.render(record, self.reader.frameworks))


def _report_remarks(entry: Input, remarks: tuple[Remark, ...], source: str | None) -> None:
    places = None if source is None else Places(source)
    for remark in remarks:
        to_stderr(remark_line(entry.name, remark, places))


@commands.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--strict", is_flag=True, help="Exit with status 1 if there are remarks.")
@FRAMEWORK
@limits
def check_(paths: tuple[str, ...], strict: bool, custom: tuple[Path, ...], **most: float) -> int:
    """Check letters, records or JSON Lines files.

    Print one line per letter or record to standard output and the remarks to standard error. The path - is
    standard input.
    """
    reader = Reader(all_frameworks(custom), **most)
    failed = remarked = False
    with open_inputs(paths, most=reader.max_bytes) as inputs:
        for entry, record in reader.records(inputs):
            if isinstance(record, InspectionModelError):
                if inputs == (entry,):
                    raise Failure(entry.describe(record))
                to_stderr(entry.describe(record))
                failed = True
            else:
                remarked = bool(_check_one(entry, record, reader.frameworks)) or remarked
    return 1 if failed or (strict and remarked) else 0


def _check_one(entry: Input, record: Record, frameworks: Frameworks) -> int:
    """Report the remarks on one record and return their number."""
    remarks = _remarks_on(record, frameworks)
    # The offsets of a reading refer to its letter; in a JSON file they would point to wrong lines.
    source = record.source if isinstance(record, Reading) and not entry.is_record() else None
    _report_remarks(entry, remarks, source)
    count = counted(len(remarks), "remark") if remarks else "no remarks"
    to_stdout(visible(f"{entry.name}: {count}\n"))
    return len(remarks)


def _remarks_on(record: Record, frameworks: Frameworks) -> tuple[Remark, ...]:
    """Return the remarks of a reading and those of checking its inspection, without duplicates."""
    if isinstance(record, History):
        return record.remarks
    if not isinstance(record, Inspection | Reading):
        return ()
    kept = record.remarks if isinstance(record, Reading) else ()
    known = {(remark.code, remark.pointer) for remark in kept}
    found = check(inspection_of(record), frameworks=frameworks)
    return (*kept, *(remark for remark in found if (remark.code, remark.pointer) not in known))


@commands.command()
@click.argument("path", metavar="RECORD.json")
@FORMAT
@OUTPUT
@FRAMEWORK
def render(path: str, format_name: str | None, output: Path | None, custom: tuple[Path, ...]) -> int:
    """Render a JSON record as a letter or a page.

    Without a format, write a plain-text letter. The path - is standard input.
    """
    frameworks = all_frameworks(custom)
    form = FORMATS[format_name] if format_name else format_of(output) or FORMATS["text"]
    check_targets(output, [path], form.suffixes[0], others=custom)
    with open_inputs([path]) as inputs:
        try:
            record = inputs[0].record()
        except InspectionModelError as error:
            raise Failure(inputs[0].describe(error)) from error
        with open_output(output, form) as put:
            put(inputs[0].name, form.render(record, frameworks))
    return 0
