"""Input files: telling letters from JSON records and reading both."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, final

import attrs

from inspection_model.cli.failure import Failure
from inspection_model.errors import (
    DocumentError,
    InspectionModelError,
    LetterFileError,
    LetterFormatError,
)
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import load_framework, shipped_frameworks
from inspection_model.reading.files.decoding import read_bytes
from inspection_model.regular_file import MAX_BYTES, open_without_waiting, read_part
from inspection_model.serialising import loads
from inspection_model.serialising.beginning import begins_as_document
from inspection_model.serialising.members import Record

__all__ = ["Frameworks", "Input", "Record", "all_frameworks", "input_name", "open_inputs"]

Frameworks: TypeAlias = tuple[Framework, ...]

# The names of open files of a process, such as /dev/fd/63 for `<(command)`.
_OPEN_FILES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_RECORD_SUFFIXES = _LINES_SUFFIXES | {".json"}


def all_frameworks(custom: Sequence[Path]) -> Frameworks:
    """Return the shipped frameworks and those loaded from the given TOML files.

    Raises:
        FrameworkError: If a file is not a valid framework.
    """
    return (*shipped_frameworks(), *map(load_framework, custom))


@contextlib.contextmanager
def open_inputs(arguments: Sequence[str], *, most: float = MAX_BYTES) -> Generator[tuple[Input, ...]]:
    """Yield the inputs that the arguments name.

    Standard input (``-``), pipes and open files (``/dev/fd/3``) are copied to temporary files: they can be
    read once, and worker processes do not have them.

    Args:
        arguments: The arguments.
        most: The size of the largest file that is read; of a copy, one byte more is kept.
    """
    with contextlib.ExitStack() as stack:

        def make(argument: str) -> Input:
            path = Path(argument)
            content = _content(argument, most)
            if content is not None:
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                path = Path(folder, path.name)
                path.write_bytes(content)
            return Input(name=input_name(argument), path=path)

        yield tuple(map(make, arguments))


def input_name(argument: str) -> str:
    """Return the name of an input in messages and of its file in a folder."""
    return "(standard input)" if argument == "-" else argument


def _content(argument: str, most: float) -> bytes | None:
    """Return the content of standard input, a pipe or an open file; ``None`` for other files."""
    if argument == "-":
        try:
            return read_part(sys.stdin.buffer, most)
        except OSError as error:
            name, reason = input_name(argument), error.strerror or error
            raise Failure(f"{name}: the file cannot be read: {reason}") from error
    if not (argument.startswith(_OPEN_FILES) or Path(argument).is_fifo()):
        return None
    try:
        # A pipe into which nothing writes is empty; opening it would otherwise wait for a writer.
        with open_without_waiting(Path(argument)) as file:
            os.set_blocking(file.fileno(), True)
            return read_part(file, most)
    except OSError:
        return None  # reading it as a file reports the error


@final
@attrs.frozen(kw_only=True)
class Input:
    """A file to read.

    Attributes:
        name: The name used in messages.
        path: The path of the file.
    """

    name: str
    path: Path

    @property
    def _suffix(self) -> str:
        return self.path.suffix.lower()

    def is_lines(self) -> bool:
        """Return whether the file is JSON Lines, by its suffix."""
        return self._suffix in _LINES_SUFFIXES

    def lines(self) -> Iterator[tuple[Input, Record | InspectionModelError]]:
        """Read the file as JSON Lines.

        Yields:
            Each record, or the error in its place, with an input whose name refers to the line.
        """
        try:
            file = self.path.open("rb")
        except OSError as error:
            yield self, LetterFileError(self.name, error.strerror or str(error))
            return
        with file:
            for number, line in enumerate(file, start=1):
                if not line.isspace():
                    entry = Input(name=f"{self.name}:{number}", path=self.path)
                    try:
                        yield entry, loads(line)
                    except DocumentError as error:
                        yield entry, error

    def refusal(self) -> LetterFormatError | None:
        """Return an error if the suffix shows that the file is not a letter, or ``None``."""
        if self._suffix not in _RECORD_SUFFIXES:
            return None
        return LetterFormatError(
            self.name, "this is a JSON record, not a letter", "use render or check instead"
        )

    def record(self) -> Record:
        """Read the file as a JSON document.

        Raises:
            InspectionModelError: If the file cannot be read.
        """
        data = read_bytes(self.path)
        if self._suffix not in _RECORD_SUFFIXES and not begins_as_document(data):
            hint = "to render a letter, use read --format"
            raise LetterFormatError(self.name, "this is not a JSON record", hint)
        return loads(data)

    def is_record(self) -> bool:
        """Return whether the file is a JSON document, by its suffix or by its first character."""
        if self._suffix in _RECORD_SUFFIXES:
            return True
        try:
            with open_without_waiting(self.path) as file:
                return begins_as_document(file.read(64))
        except (OSError, ValueError):
            return False  # reading it as a letter reports the error

    def describe(self, error: InspectionModelError) -> str:
        """Return the message for an error, starting with the name of the input."""
        match error:
            case LetterFileError() | LetterFormatError():
                return "; ".join(filter(None, (f"{self.name}: {error.reason}", error.hint)))
            case DocumentError():
                return str(DocumentError(error.faults, self.name))
            case _:
                return f"{self.name}: {error}"
