"""Output formats and destinations: standard output, a file or a folder."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import final

import attrs
import click

from inspection_model.cli.failure import READER_GONE, Failure
from inspection_model.cli.inputs import Frameworks, Record
from inspection_model.cli.targets import target_in
from inspection_model.cli.terminal import json_for_terminal, on_one_line, visible
from inspection_model.errors import InspectionModelError
from inspection_model.frameworks.loading import find_framework
from inspection_model.model import AnnualRating, Inspection, Reading
from inspection_model.rendering import render_html, render_markdown, render_text
from inspection_model.serialising import dumps
from inspection_model.serialising.documents import labelled_line
from inspection_model.serialising.whole_file import whole_file

__all__ = [
    "FORMATS",
    "Format",
    "Put",
    "chosen_format",
    "format_of",
    "inspection_of",
    "open_output",
    "output_path",
    "to_stdout",
]


def inspection_of(record: Record) -> Inspection:
    """Return the inspection itself, or the inspection of a reading.

    Raises:
        InspectionModelError: If the record is of another type.
    """
    match record:
        case Reading():
            return record.inspection
        case Inspection():
            return record
        case AnnualRating():
            raise InspectionModelError("an annual rating has no findings; give an inspection or a reading")
        case _:
            what = type(record).__name__.lower()
            raise InspectionModelError(f"a {what} is not an inspection; give an inspection or a reading")


@final
@attrs.frozen(kw_only=True)
class Format:
    """An output format.

    Attributes:
        suffixes: The file suffixes that select the format; the first is used for files in a folder.
        render: Renders a record, given the frameworks and the name of the file that was read.
        for_terminal: Escapes the output for a terminal.
        many: Whether one file can hold several records.
        keeps_reading: Whether the format can represent a whole reading, not only its inspection.
    """

    suffixes: tuple[str, ...]
    render: Callable[[Record, Frameworks, str | None], str]
    for_terminal: Callable[[str], str] = visible
    many: bool = False
    keeps_reading: bool = False


def _json(record: Record, _frameworks: Frameworks, _file: str | None) -> str:
    return f"{dumps(record, indent=2)}\n"


def _json_line(record: Record, _frameworks: Frameworks, file: str | None) -> str:
    return f"{labelled_line(record, file=file).decode()}\n"


def _text(record: Record, frameworks: Frameworks, _file: str | None) -> str:
    inspection = inspection_of(record)
    return render_text(inspection, framework=find_framework(inspection.framework, frameworks))


def _markdown(record: Record, frameworks: Frameworks, _file: str | None) -> str:
    inspection = inspection_of(record)
    return render_markdown(inspection, framework=find_framework(inspection.framework, frameworks))


def _html(record: Record, frameworks: Frameworks, _file: str | None) -> str:
    framework = find_framework(inspection_of(record).framework, frameworks)
    return render_html(record if isinstance(record, Reading) else inspection_of(record), framework=framework)


FORMATS = {
    "json": Format(suffixes=(".json",), render=_json, for_terminal=json_for_terminal, keeps_reading=True),
    "jsonl": Format(
        suffixes=(".jsonl", ".ndjson"),
        render=_json_line,
        for_terminal=json_for_terminal,
        many=True,
        keeps_reading=True,
    ),
    "text": Format(suffixes=(".txt",), render=_text),
    "markdown": Format(suffixes=(".md", ".markdown"), render=_markdown),
    "html": Format(suffixes=(".html", ".htm"), render=_html, keeps_reading=True),
}
"""The formats by their ``--format`` names."""


_STDOUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def format_of(path: Path | None) -> Format | None:
    """Return the format that the suffix of a path selects; ``None`` for a folder or without a suffix.

    Raises:
        click.UsageError: If no format has the suffix.
    """
    if path is None or not path.suffix or path.is_dir():
        return None
    for form in FORMATS.values():
        if path.suffix.lower() in form.suffixes:
            return form
    known = ", ".join(form.suffixes[0] for form in FORMATS.values())
    raise click.UsageError(f"No format has the suffix of {path}; use one of {known}, or pass --format.")


def chosen_format(name: str | None, output: Path | None, *, default: str, many: bool) -> Format:
    """Return the format of an output: the named one, that of the suffix, or the default.

    Args:
        name: The name of a format.
        output: The output.
        default: The name of the default format.
        many: Whether there are several documents. To standard output, and to a file whose name has no
            suffix, several JSON documents are written as JSON Lines.

    Raises:
        click.UsageError: If the output can hold only one document, or if no format has its suffix.
    """
    form = FORMATS[name] if name else format_of(output) or FORMATS[default]
    if not many or (output is not None and output.is_dir()):
        return form
    if form is FORMATS["json"] and format_of(output) is None:
        return FORMATS["jsonl"]
    if not form.many:
        raise click.UsageError(
            "This format holds one document; for several, use a .jsonl file or an existing folder."
        )
    return form


def output_path(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Return the path of an output; ``-`` for the names that systems give to standard output.

    The file to which standard output is redirected must not be replaced, because it may have a content
    to which the shell appends.
    """
    return Path("-") if path is not None and str(path) in _STDOUT else path


Put = Callable[[str, str], object]
"""Writes the output for an input; takes the path of its file in a folder and the text."""


@contextlib.contextmanager
def open_output(path: Path | None, form: Format) -> Generator[Put]:
    """Open a folder, a file or standard output for writing.

    Args:
        path: A folder, which gets one file per input; a file, which is written completely or not at
            all; or ``None`` or ``-`` for standard output.
        form: The output format.

    Yields:
        A function that writes the output for an input.

    Raises:
        Failure: If the output cannot be written.
    """
    if path is not None and path.is_dir():
        yield _into(path, form)
    elif path is not None and str(path) != "-":
        with _text_file(path) as write:
            yield lambda _name, text: write(text)
    elif sys.stdout.isatty():
        yield lambda _name, text: to_stdout(form.for_terminal(text))
    else:
        # As bytes, because documents are UTF-8 in every locale.
        yield lambda _name, text: to_stdout(text.encode())


@contextlib.contextmanager
def _text_file(path: Path) -> Generator[Callable[[str], object]]:
    """Open a UTF-8 text file that is written completely or not at all.

    Yields:
        A function that writes the next part of the text.

    Raises:
        Failure: If the file cannot be written.
    """
    try:
        with whole_file(path) as write:
            yield lambda text: write(text.encode())
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "the folder does not exist" if missing else error.strerror or str(error)
        name = on_one_line(str(path))
        raise Failure(f"{name}: cannot be written: {reason}; nothing was changed") from error


def to_stdout(text: str | bytes) -> None:
    """Write to standard output and flush.

    Raises:
        Failure: Without a message, if the reader has closed the pipe.
    """
    try:
        click.echo(text, nl=False)
    except BrokenPipeError as error:
        raise Failure("", status=READER_GONE) from error


def _into(folder: Path, form: Format) -> Put:
    """Return a function that writes each output to a file in the folder, named after its input."""

    def put(inside: str, text: str) -> None:
        target = target_in(folder, inside, form.suffixes[0])
        with contextlib.suppress(OSError):  # writing the file reports the error
            target.parent.mkdir(parents=True, exist_ok=True)
        with _text_file(target) as write:
            write(text)

    return put
