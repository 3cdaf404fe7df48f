"""Reading the inputs of the command `table`."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import final

import attrs

from inspection_model.cli.batch import Reader
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import Input, Record
from inspection_model.cli.progress_file import ProgressFile
from inspection_model.cli.terminal import to_stderr, visible
from inspection_model.errors import DocumentError, InspectionModelError
from inspection_model.model import Inspection, Reading
from inspection_model.regular_file import read_regular_file
from inspection_model.serialising import loads
from inspection_model.serialising.labels import file_of
from inspection_model.tables import Document
from inspection_model.tables.batch import Batch
from inspection_model.tables.slices import SLICE, LinesJob

__all__ = ["TableJob"]

_LARGE = 4 * SLICE


@final
class TableJob:
    """Reads inputs, except those that a stopped run has read.

    Args:
        reader: Reads them.
        kept: What a stopped run has read.
        lines: How large files of JSON Lines are read.
    """

    def __init__(self, reader: Reader, kept: ProgressFile, lines: LinesJob) -> None:
        self._reader = reader
        self._kept = kept
        self._lines = lines
        self._ids: Counter[str] = Counter()
        self._failed = 0

    def items(
        self, inputs: Sequence[Input], advance: Callable[[], None]
    ) -> Iterator[Document | tuple[Batch, ...]]:
        """Yield the documents of inputs, in order; one with an error for an input that cannot be read.

        In place of the documents of a large file, their rows are yielded, which other processes have made.

        Args:
            inputs: The inputs.
            advance: Called after each input.

        Raises:
            Failure: If no input can be read.
        """
        letters = [entry for entry in inputs if not entry.is_record()]
        digests = {entry: self._sha256(entry) for entry in letters}
        kept = {entry for entry in letters if digests[entry] in self._kept}
        results = self._reader.letters([entry for entry in letters if entry not in kept])
        for entry in inputs:
            if entry in kept:
                yield self._of_letter(entry, digests[entry], self._kept.find(digests[entry]))
            elif entry in digests:
                yield self._of_letter(entry, digests[entry], next(results)[1])
            elif self._lines.processes > 1 and entry.is_lines() and _is_large(entry.path):
                yield from self._of_lines(entry)
            else:
                yield from (self._of_record(*result) for result in self._reader.records([entry]))
            advance()
        if not self._ids:
            raise Failure("no input could be read; nothing was written", status=1 if len(inputs) > 1 else 2)

    def report(self) -> int:
        """Print how many documents were read, and which ids occur twice, and return the exit status."""
        for name, count in self._ids.items():
            if count > 1:
                to_stderr(visible(f"{count} documents have the id {name}: a join by it repeats their rows"))
        to_stderr(f"{self._ids.total()} read, {self._failed} failed")
        return 1 if self._failed else 0

    def _sha256(self, entry: Input) -> str | None:
        try:
            data = read_regular_file(entry.path, most=self._reader.max_bytes)
        except (OSError, ValueError):
            return None  # reading it as a letter reports the error
        return hashlib.sha256(data).hexdigest()

    def _of_letter(
        self, entry: Input, sha256: str | None, result: Reading | InspectionModelError
    ) -> Document:
        if not isinstance(result, Reading):
            return self._error(entry, sha256, result)
        self._kept.add(sha256, result)
        self._ids[result.inspection.id] += 1
        return Document(record=result, file=_name(entry), sha256=sha256)

    def _of_lines(self, entry: Input) -> Iterator[Document | tuple[Batch, ...]]:
        for part in self._lines.slices(entry.path):
            if part.batches is not None:
                self._ids.update(part.ids)
                yield part.batches
                continue
            for number, line in part.lines(entry.path):
                named = Input(name=f"{entry.name}:{number}", path=entry.path)
                try:
                    yield self._of_record(attrs.evolve(named, file=file_of(line)), loads(line))
                except DocumentError as error:
                    yield self._of_record(named, error)

    def _of_record(self, entry: Input, result: Record | InspectionModelError) -> Document:
        if isinstance(result, InspectionModelError):
            return self._error(entry, None, result)
        if not isinstance(result, Inspection | Reading):
            error = InspectionModelError(f"{type(result).__name__} has no row in the tables")
            return self._error(entry, None, error)
        inspection = result.inspection if isinstance(result, Reading) else result
        self._ids[inspection.id] += 1
        return Document(record=result, file=entry.file)

    def _error(self, entry: Input, sha256: str | None, error: InspectionModelError) -> Document:
        message = entry.describe(error)
        to_stderr(message)
        self._failed += 1
        return Document(record=None, file=_name(entry), sha256=sha256, error=message)


def _is_large(path: Path) -> bool:
    """Return whether reading a file takes longer than starting worker processes."""
    return path.is_file() and path.stat().st_size > _LARGE


def _name(entry: Input) -> str:
    """Return the name of an input as a text that every format can store."""
    return entry.name.encode(errors="surrogateescape").decode(errors="replace")
