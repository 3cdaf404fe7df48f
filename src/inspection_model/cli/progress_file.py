"""What a stopped run has read, so that the next run does not read it again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Generator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, final

from inspection_model.cli.terminal import to_stderr
from inspection_model.errors import InspectionModelError, LetterFormatError
from inspection_model.model import Reading
from inspection_model.serialising import dumps, loads

__all__ = ["ProgressFile", "open_progress"]

_DIGITS = 64  # of a SHA-256


@final
class ProgressFile:
    """The readings of a run that is not complete, by the SHA-256 of their files.

    The first line contains the version of the library and the digests of the custom frameworks that made
    the readings. Each other line is a SHA-256, a space, and the reading as a document.

    Args:
        file: The open file.
        state: The first line that readings of this run have.
    """

    def __init__(self, file: BinaryIO, state: bytes) -> None:
        self._file = file
        self._places: dict[str, int] = {}
        end = len(state)
        if file.readline() != state:
            file.seek(0)
            file.truncate()
            file.write(state)
        # The last line of a run that was killed may lack its end.
        while (line := file.readline()).endswith(b"\n"):
            self._places[line[:_DIGITS].decode("ascii", errors="replace")] = end
            end += len(line)
        file.truncate(end)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, sha256: object) -> bool:
        return sha256 in self._places

    def find(self, sha256: str | None) -> Reading | InspectionModelError:
        """Return the reading of a file that the progress file contains, or an error if it is damaged."""
        self._file.seek(self._places[sha256 or ""])
        with contextlib.suppress(InspectionModelError):
            record = loads(self._file.readline()[_DIGITS + 1 :])
            if isinstance(record, Reading):
                return record
        return LetterFormatError(
            self._file.name, "this file is damaged", "delete it, and run the command again"
        )

    def add(self, sha256: str | None, reading: Reading) -> None:
        """Keep a reading, unless a document cannot represent it."""
        if sha256 is None or sha256 in self._places:
            return
        with contextlib.suppress(InspectionModelError):
            line = f"{sha256} {dumps(reading)}\n".encode()
            self._places[sha256] = self._file.seek(0, os.SEEK_END)
            self._file.write(line)
            self._file.flush()


@contextlib.contextmanager
def open_progress(output: Path, custom: Sequence[Path]) -> Generator[ProgressFile]:
    """Open the file of progress beside an output. It is deleted when the run is complete.

    Args:
        output: The output.
        custom: The files of the custom frameworks.
    """
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in custom]
    state = json.dumps({"version": version("inspection-model"), "frameworks": digests}).encode() + b"\n"
    path = output.with_name(f".{output.name}.progress")
    path.touch()
    progress = None
    try:
        with path.open("rb+") as file:
            progress = ProgressFile(file, state)
            yield progress
    except BaseException:
        if progress:
            to_stderr(f"{path}: keeps what was read; the same command continues from there")
        else:
            path.unlink()
        raise
    path.unlink()
