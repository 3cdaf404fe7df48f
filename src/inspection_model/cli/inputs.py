"""Input files: telling letters from JSON records and reading both."""

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
from inspection_model.reading.files.decoding import read_bytes
from inspection_model.serialising import loads

__all__ = ["Frameworks", "Input", "Record", "all_frameworks", "open_inputs"]

Record: TypeAlias = Inspection | Reading | AnnualRating
Frameworks: TypeAlias = tuple[Framework, ...]

_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_RECORD_SUFFIXES = _LINES_SUFFIXES | {".json"}
# A byte order mark and white space may precede the opening brace of a JSON record. Letters do not start
# with a brace.
_BEFORE_RECORD = b"\xef\xbb\xbf \t\r\n"


def all_frameworks(custom: Sequence[Path]) -> Frameworks:
    """Return the shipped frameworks and those loaded from the given TOML files.

    Raises:
        FrameworkError: If a file is not a valid framework.
    """
    return (*shipped_frameworks(), *map(load_framework, custom))


@contextlib.contextmanager
def open_inputs(arguments: Sequence[str]) -> Generator[tuple[Input, ...]]:
    """Yield the inputs that the arguments name; standard input (``-``) is copied to a temporary file."""
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
        name: The name used in messages.
        path: The path of the file.
    """

    name: str
    path: Path

    @property
    def _suffix(self) -> str:
        return self.path.suffix.lower()

    def contents(self, frameworks: Frameworks) -> Iterator[tuple[Input, Record | InspectionModelError]]:
        """Read the file as a letter, a JSON record or JSON Lines.

        Yields:
            Each record, or the error in its place, with an input whose name refers to the file or line.
        """
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
        """Read the file as a letter.

        Raises:
            InspectionModelError: If the file cannot be read.
        """
        if (refusal := self.refusal()) is not None:
            raise refusal
        return read_letter_file(self.path, frameworks=frameworks)

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
        if self._suffix not in _RECORD_SUFFIXES and not data.lstrip(_BEFORE_RECORD).startswith(b"{"):
            hint = "to render a letter, use read --format"
            raise LetterFormatError(self.name, "this is not a JSON record", hint)
        return loads(data)

    def is_record(self) -> bool:
        """Return whether the file is a JSON document, by its suffix or by its first character."""
        if self._suffix in _RECORD_SUFFIXES:
            return True
        try:
            with self.path.open("rb") as file:
                return file.read(64).lstrip(_BEFORE_RECORD).startswith(b"{")
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
