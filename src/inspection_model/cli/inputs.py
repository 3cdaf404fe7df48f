"""Input files: telling letters and reports from JSON records, and reading records."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias, final

import attrs

from inspection_model.cli.arguments import RECORDS, Argument
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
from inspection_model.reading.files.letter_file import is_pdf
from inspection_model.regular_file import MAX_BYTES, open_without_waiting, read_part
from inspection_model.serialising import loads
from inspection_model.serialising.beginning import BEFORE_DOCUMENT, begins_as_document
from inspection_model.serialising.labels import file_of
from inspection_model.serialising.members import Record

__all__ = ["Frameworks", "Input", "Record", "all_frameworks", "open_inputs"]

Frameworks: TypeAlias = tuple[Framework, ...]

# The names of open files of a process, such as /dev/fd/63 for `<(command)`.
_OPEN_FILES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
# The arguments of limits in hints, which are options here.
_ARGUMENT = re.compile(r"\bmax_(bytes|memory|seconds)\b")
# How much of a file is examined to find its kind.
_BEGINNING = 1100


def all_frameworks(custom: Sequence[Path]) -> Frameworks:
    """Return the shipped frameworks and those loaded from the given TOML files.

    Raises:
        FrameworkError: If a file is not a valid framework.
    """
    return (*shipped_frameworks(), *map(load_framework, custom))


@contextlib.contextmanager
def open_inputs(
    arguments: Sequence[str | Argument], *, most: float = MAX_BYTES
) -> Generator[tuple[Input, ...]]:
    """Yield the inputs that the arguments name.

    Standard input (``-``), pipes and open files (``/dev/fd/3``) are copied to temporary files: they can be
    read once, and worker processes do not have them.

    Args:
        arguments: The arguments.
        most: The size of the largest file that is read; of a copy, one byte more is kept.
    """
    with contextlib.ExitStack() as stack:

        def make(argument: Argument) -> Input:
            path = Path(argument.path)
            content = _content(argument, most)
            if content is not None:
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                path = Path(folder, path.name)
                path.write_bytes(content)
            file = None if argument.path == "-" else _as_text(argument.path)
            return Input(
                name=argument.name, path=path, target=argument.inside, file=file, fault=argument.fault
            )

        yield tuple(make(Argument.of(argument)) for argument in arguments)


def _as_text(name: str) -> str:
    """Return the name of a file as a text that every format can store."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _content(argument: Argument, most: float) -> bytes | None:
    """Return the content of standard input, a pipe or an open file; ``None`` for other files."""
    if argument.path == "-":
        try:
            return read_part(sys.stdin.buffer, most)
        except OSError as error:
            raise Failure(f"{argument.name}: the file cannot be read: {error.strerror or error}") from error
    path = Path(argument.path)
    if not (argument.path.startswith(_OPEN_FILES) or path.is_fifo()):
        return None
    try:
        # A pipe into which nothing writes is empty; opening it would otherwise wait for a writer.
        with open_without_waiting(path) as file:
            os.set_blocking(file.fileno(), True)
            return read_part(file, most)
    except OSError:
        return None  # reading it as a file reports the error


@final
@attrs.frozen(kw_only=True)
class Input:
    """A file to read, or a line of a JSON Lines file.

    Attributes:
        name: The name used in messages.
        path: The path of the file.
        target: The path of its output in an output folder, without the suffix of the format.
        file: The name of the letter or report, if it is known: that of the file, or the one that a
            document names.
        fault: Why it cannot be read, if that is known.
    """

    name: str
    path: Path
    target: str = ""
    file: str | None = None
    fault: LetterFileError | None = None

    @property
    def _suffix(self) -> str:
        return self.path.suffix.lower()

    def is_pdf(self) -> bool:
        """Return whether the file is a PDF, by its first bytes."""
        return is_pdf(self._beginning())

    def is_lines(self) -> bool:
        """Return whether the file is JSON Lines, by its suffix and its first two lines.

        A file with the suffix of JSON Lines may hold one document over several lines, and `read` writes
        JSON Lines to standard output, which may be any file.
        """
        named = self._suffix in _LINES_SUFFIXES
        if not begins_as_document(self._beginning()):
            return named
        with open_without_waiting(self.path) as file:
            lines = (line.strip(BEFORE_DOCUMENT) for line in file)
            first, second = [*islice(filter(None, lines), 2), b""][:2]
        return first != b"{" if named else first.endswith(b"}") and second.startswith(b"{")

    def lines(self) -> Iterator[tuple[Input, Record | InspectionModelError]]:
        """Read the file as JSON Lines.

        Yields:
            Each record, or the error in its place, with an input whose name refers to the line. One error
            if the file cannot be opened or has no line.
        """
        number = 0
        try:
            for number, line in self._numbered():
                entry = self._line(number, line)
                try:
                    yield entry, loads(line)
                except DocumentError as error:
                    yield entry, error
        except InspectionModelError as error:
            yield self, error
        else:
            if not number:
                yield self, LetterFormatError(self.name, "the file is empty")

    def parts(self) -> Iterator[Argument]:
        """Yield the name of each record, and where its output belongs in an output folder."""
        if not self.is_lines():
            yield Argument(self.name, self.target)
            return
        with contextlib.suppress(InspectionModelError):  # reading the file reports it
            for number, line in self._numbered():
                entry = self._line(number, line)
                yield Argument(entry.name, entry.target, line=number)

    def _numbered(self) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that are not blank with their numbers, from 1.

        Raises:
            LetterFileError: If the file cannot be opened.
        """
        if self.fault is not None:
            raise self.fault
        try:
            file = open_without_waiting(self.path)
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError)
            reason = getattr(error, "strerror", None) or str(error)
            words = "the file does not exist" if missing else f"the file cannot be read: {reason}"
            raise LetterFileError(self.name, words) from error
        with file:
            for number, line in enumerate(file, start=1):
                if not line.isspace():
                    yield number, line

    def _line(self, number: int, line: bytes) -> Input:
        file = file_of(line)
        target = Path(self.target)
        own = Path(file).name if file and "\0" not in file else ""
        target = target.with_name(own or f"{target.stem}-{number}")
        return attrs.evolve(self, name=f"{self.name}:{number}", target=str(target), file=file)

    def refusal(self) -> InspectionModelError | None:
        """Return an error if it is known that the file is not a letter or report, or ``None``."""
        if self.fault is not None or self._suffix not in RECORDS:
            return self.fault
        return LetterFormatError(
            self.name, "this is a JSON record, not a letter or report", "use render or check instead"
        )

    def records(self) -> Iterator[tuple[Input, Record | InspectionModelError]]:
        """Read the file as a JSON document or as JSON Lines; see `lines()`."""
        if self.is_lines():
            yield from self.lines()
            return
        entry = attrs.evolve(self, file=None)
        try:
            data = self._document()
            entry = attrs.evolve(self, file=file_of(data))
            yield entry, loads(data)
        except InspectionModelError as error:
            yield entry, error

    def _document(self) -> bytes:
        if self.fault is not None:
            raise self.fault
        data = read_bytes(self.path)
        if self._suffix not in RECORDS and not begins_as_document(data):
            hint = "to render a letter or report, use read --format"
            raise LetterFormatError(self.name, "this is not a JSON record", hint)
        return data

    def is_record(self) -> bool:
        """Return whether the file is a JSON document, by its suffix or by its first character."""
        return self._suffix in RECORDS or begins_as_document(self._beginning())

    def _beginning(self) -> bytes:
        try:
            with open_without_waiting(self.path) as file:
                return file.read(_BEGINNING)
        except (OSError, ValueError):
            return b""  # reading it reports the error

    def describe(self, error: InspectionModelError) -> str:
        """Return the message for an error, starting with the name of the input."""
        match error:
            case LetterFileError() | LetterFormatError():
                hint = _ARGUMENT.sub(r"--max-\1", error.hint or "")
                return "; ".join(filter(None, (f"{self.name}: {error.reason}", hint)))
            case DocumentError():
                return str(DocumentError(error.faults, self.name))
            case _:
                return f"{self.name}: {error}"
