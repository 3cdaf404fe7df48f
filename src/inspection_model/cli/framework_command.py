"""The command `framework check`, for the authors of framework files."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from inspection_model.cli.arguments import DOCUMENTS, find_inputs
from inspection_model.cli.batch import Reader
from inspection_model.cli.inputs import open_inputs
from inspection_model.cli.options import INPUT
from inspection_model.cli.outputs import to_stdout
from inspection_model.cli.terminal import counted, to_stderr, visible
from inspection_model.errors import InspectionModelError
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import load_framework
from inspection_model.model import Reading
from inspection_model.reading.layout.running_lines import pattern_of
from inspection_model.regular_file import MAX_BYTES
from inspection_model.vocabulary import PassageRole, RemarkCode

__all__ = ["framework"]

_MAX_SECONDS = 60
_MAX_MEGABYTES = 1000
# How many unread lines are listed, and how much of each.
_MOST_LINES = 20
_LONGEST_LINE = 90


@click.group(invoke_without_command=True)
@click.pass_context
def framework(context: click.Context) -> None:
    """Work with framework files."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@framework.command("check")
@click.argument("file", metavar="FRAMEWORK.toml", type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=INPUT)
def check(file: Path, paths: tuple[str, ...]) -> int:
    """Check a framework file, and read documents or folders of them with it.

    For each document, print how many findings it has and how much of it was understood. Below them, list
    the lines that were not understood, those of most documents first. Only this framework is used.
    Exit with status 1 if a document was not recognised.
    """
    checked = load_framework(file)
    sections = counted(len(checked.sections), "section")
    _print(f'{file}: framework {checked.id}, "{checked.title}", form {checked.form}, {sections}; no fault')
    if not paths:
        return 0
    readings, failed = _read(checked, paths)
    recognised = [each for each in readings if each.inspection.framework is not None]
    total = len(readings) + failed
    understood = ""
    if recognised:
        median = statistics.median(each.coverage for each in recognised)
        understood = f"; {_share(median)} understood in the median"
    _print(f"{len(recognised)} of {total} documents recognised{understood}")
    for line in _unread(recognised):
        _print(line)
    return 0 if len(recognised) == total else 1


def _read(checked: Framework, paths: Sequence[str]) -> tuple[list[Reading], int]:
    """Read documents and print a line for each; return the readings and the number of failures."""
    reader = Reader((checked,), _MAX_SECONDS, _MAX_MEGABYTES, MAX_BYTES)
    readings: list[Reading] = []
    failed = 0
    arguments = find_inputs(paths, DOCUMENTS)
    with open_inputs(arguments, most=MAX_BYTES) as inputs:
        for entry, result in reader.letters(inputs):
            if isinstance(result, InspectionModelError):
                to_stderr(entry.describe(result))
                failed += 1
            else:
                readings.append(result)
                _print(f"{entry.name}: {_summary(result)}")
    return readings, failed


def _summary(reading: Reading) -> str:
    for remark in reading.remarks:
        if remark.code is RemarkCode.FRAMEWORK_UNKNOWN:
            return f"not recognised: {remark.message}"
    inspection = reading.inspection
    counts = (
        counted(len(inspection.findings), "finding"),
        counted(len(inspection.judgements), "judgement"),
        f"{_share(reading.coverage)} understood",
        counted(len(reading.remarks), "remark"),
    )
    return ", ".join(counts)


def _share(share: float) -> str:
    # Rounded down, so that 100% means that every character was understood.
    return f"{int(share * 1000) / 10:g}%"


def _unread(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the lines that were not understood, with the number of documents, most of them first."""
    documents = Counter(line for reading in readings for line in _lines(reading))
    if documents:
        yield "not understood, with the number of documents:"
    for line, count in documents.most_common(_MOST_LINES):
        yield f"{count:5}  {line}"
    if (more := len(documents) - _MOST_LINES) > 0:
        yield f"and {counted(more, 'more line')}"


def _lines(reading: Reading) -> set[str]:
    """Return the beginnings of the unread lines; numbers that differ between documents are 0."""
    unread = (each for each in reading.passages if each.role == PassageRole.UNREAD)
    lines = (line for each in unread for line in reading.source[each.start : each.end].splitlines())
    return {pattern_of(line)[:_LONGEST_LINE] for line in lines if line.strip()}


def _print(line: str) -> None:
    to_stdout(visible(f"{line}\n"))
