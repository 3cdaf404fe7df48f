"""From what is named on the command line to records."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, final

import attrs

from inspection_model.errors import (
    DocumentError,
    InspectionModelError,
    LetterFileError,
    LetterFormatError,
)
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import load_framework, shipped_frameworks
from inspection_model.model import AnnualRating, Inspection, Reading
from inspection_model.reading import read_letter_file
from inspection_model.reading.source import read_bytes
from inspection_model.serialising import loads

__all__ = ["Frameworks", "Input", "Record", "all_frameworks", "framework_of", "open_inputs"]

Record: TypeAlias = Inspection | Reading | AnnualRating
Frameworks: TypeAlias = tuple[Framework, ...]

_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_RECORD_SUFFIXES = _LINES_SUFFIXES | {".json"}
# A mark and white space may stand before the brace of a record; no letter begins with a brace.
_BEFORE_RECORD = b"\xef\xbb\xbf \t\r\n"


def all_frameworks(own: Sequence[Path]) -> Frameworks:
    """Give the package's frameworks and a user's own."""
    return (*shipped_frameworks(), *map(load_framework, own))


def framework_of(inspection: Inspection, frameworks: Frameworks) -> Framework | None:
    """Give the framework of an inspection, where it is known."""
    return next((each for each in frameworks if each.id == inspection.framework), None)


@contextlib.contextmanager
def open_inputs(arguments: Sequence[str]) -> Generator[tuple[Input, ...]]:
    """Give the inputs that arguments name; ``-`` is standard input, kept in a file meanwhile."""
    with contextlib.ExitStack() as stack:

        def make(argument: str) -> Input:
            if argument != "-":
                return Input(name=argument, path=Path(argument))
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            file = Path(folder, "input")
            file.write_bytes(sys.stdin.buffer.read())
            return Input(name="(standard input)", path=file)

        yield tuple(map(make, arguments))


@final
@attrs.frozen(kw_only=True)
class Input:
    """A file to read.

    Attributes:
        name: What messages call it.
        path: Where it is.
    """

    name: str
    path: Path

    @property
    def _suffix(self) -> str:
        return self.path.suffix.lower()

    def contents(self, frameworks: Frameworks) -> Iterator[tuple[Input, Record | InspectionModelError]]:
        """Read what it holds: a letter, a record, or a record a line, each with what messages call it."""
        if self._suffix in _LINES_SUFFIXES:
            yield from self._lines()
            return
        try:
            yield self, self.record() if self.is_record() else self.letter(frameworks)
        except InspectionModelError as error:
            yield self, error

    def _lines(self) -> Iterator[tuple[Input, Record | InspectionModelError]]:
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

    def letter(self, frameworks: Frameworks) -> Reading:
        """Read it as a letter.

        Raises:
            InspectionModelError: If it cannot be read.
        """
        if (refusal := self.refusal()) is not None:
            raise refusal
        return read_letter_file(self.path, frameworks=frameworks)

    def refusal(self) -> LetterFormatError | None:
        """Say why it is no letter by its name alone, or ``None``."""
        if self._suffix not in _RECORD_SUFFIXES:
            return None
        return LetterFormatError(self.name, "this is a record, not a letter", "try render or check")

    def record(self) -> Record:
        """Read it as a JSON document.

        Raises:
            InspectionModelError: If it cannot be read.
        """
        return loads(read_bytes(self.path))

    def is_record(self) -> bool:
        """Whether it is a JSON document: by its name, or by its first character."""
        if self._suffix in _RECORD_SUFFIXES:
            return True
        try:
            with self.path.open("rb") as file:
                return file.read(64).lstrip(_BEFORE_RECORD).startswith(b"{")
        except (OSError, ValueError):
            return False  # reading it as a letter says what is wrong

    def describe(self, error: InspectionModelError) -> str:
        """Say what is wrong with it, beginning with its name."""
        match error:
            case LetterFileError() | LetterFormatError():
                return "; ".join(filter(None, (f"{self.name}: {error.reason}", error.hint)))
            case DocumentError():
                return str(DocumentError(error.faults, self.name))
            case _:
                return f"{self.name}: {error}"
