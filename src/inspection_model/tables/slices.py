"""JSON Lines to rows in several processes: each turns slices of the file into batches of rows."""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
from collections import deque
from collections.abc import Generator, Iterator
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO, TypeAlias, final

import attrs

from inspection_model.errors import InspectionModelError, WorkerError
from inspection_model.reading.files.worker import HOW_TO_START, leave_signals_to_caller, undisturbed
from inspection_model.serialising import loads
from inspection_model.serialising.collector import collector_paused
from inspection_model.serialising.labels import file_of
from inspection_model.tables.batch import Batch, batches_of
from inspection_model.tables.document import as_document
from inspection_model.tables.schema import TableSchema
from inspection_model.tables.writing.parquet import packed

__all__ = ["SLICE", "LinesJob", "Slice"]

SLICE = 4_000_000
"""The size of a slice of a file, in bytes: some hundred records."""
# The slice that a process reads, and the one that it reads next, without waiting for this process.
_EACH = 2

_Place: TypeAlias = tuple[int, int]


@final
@attrs.frozen(kw_only=True)
class Slice:
    """Some lines of a file, and their rows if all of them are valid.

    Attributes:
        count: The number of lines.
        batches: Their rows, one batch for each table; ``None`` if a line is not an inspection or a reading.
        ids: The ids of the inspections.
        place: The offset and the length of the lines in the file, in bytes.
        first: The number of the first line, from 1.
    """

    count: int
    batches: tuple[Batch, ...] | None = None
    ids: tuple[str, ...] = ()
    place: _Place = (0, 0)
    first: int = 1

    def lines(self, path: Path) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that are not blank with their numbers.

        Args:
            path: The file.
        """
        for number, line in enumerate(_lines(path, self.place), start=self.first):
            if line.strip():
                yield number, line


@final
@attrs.frozen(kw_only=True)
class LinesJob:
    """How files of JSON Lines are read.

    Attributes:
        schemas: The tables.
        processes: How many processes read.
        packed: Whether the rows are passed on as messages of Arrow, for a format that is written from them.
    """

    schemas: tuple[TableSchema, ...]
    processes: int
    packed: bool

    def slices(self, path: Path) -> Iterator[Slice]:
        """Yield a file slice by slice. A few slices are read ahead of the consumer.

        Args:
            path: The file. It must not be a pipe or a device.

        Raises:
            OSError: If the file cannot be opened.
            WorkerError: If a process cannot be started, or ends unexpectedly.
        """
        first = 1
        given: deque[tuple[Connection, _Place]] = deque()
        with path.open("rb") as file, contextlib.ExitStack() as stack:
            workers = [stack.enter_context(_worker(path, self)) for _ in range(self.processes)]
            places = zip(cycle(workers), _places(file), strict=False)
            while True:
                while len(given) < _EACH * len(workers) and (task := next(places, None)):
                    with _an_end_is_an_error():
                        task[0].send(task[1])
                    given.append(task)
                if not given:
                    return
                worker, place = given.popleft()
                with _an_end_is_an_error():
                    found: Slice = worker.recv()
                yield attrs.evolve(found, place=place, first=first)
                first += found.count

    def read(self, path: Path, place: _Place) -> Slice:
        """Read a slice of a file.

        Args:
            path: The file.
            place: The offset and the length of the slice, in bytes.
        """
        lines = _lines(path, place)
        with collector_paused():
            try:
                documents = [
                    as_document(loads(line), where="slices(path)", file=file_of(line))
                    for line in lines
                    if line.strip()
                ]
            except InspectionModelError:
                return Slice(count=len(lines))
            batches = batches_of(documents, self.schemas)
        ids = tuple([document.inspection.id for document in documents if document.inspection])
        if self.packed:
            batches = tuple(map(packed, batches))
        return Slice(count=len(lines), batches=batches, ids=ids)


def _places(file: BinaryIO) -> Iterator[_Place]:
    """Yield the places of slices of about one size, each of whole lines."""
    start = 0
    while file.seek(start) == start and file.read(1):
        file.seek(start + SLICE - 1)
        file.readline()
        end = file.tell()
        yield start, end - start
        start = end


def _lines(path: Path, place: _Place) -> list[bytes]:
    with path.open("rb") as file:
        file.seek(place[0])
        lines = file.read(place[1]).split(b"\n")
    return lines if lines[-1] else lines[:-1]


@contextlib.contextmanager
def _worker(path: Path, job: LinesJob) -> Generator[Connection]:
    """Start a worker process, and yield the connection to it."""
    here, there = multiprocessing.Pipe()
    # A daemon: it is stopped when the program exits.
    process = multiprocessing.Process(target=_work, args=(there, here, path, job), daemon=True)
    try:
        with undisturbed():
            process.start()
    except Exception as error:
        here.close()
        raise WorkerError(f"a worker process cannot be started: {error}", HOW_TO_START) from error
    finally:
        there.close()
    try:
        yield here
    finally:
        with undisturbed():
            process.kill()
            process.join()
            process.close()
            here.close()


def _work(connection: Connection, of_caller: Connection, path: Path, job: LinesJob) -> None:
    """Read one slice after the other: the program of a worker process."""
    leave_signals_to_caller()
    # A forked process has the other end as well, and would not notice that the caller has ended.
    of_caller.close()
    with contextlib.suppress(EOFError, OSError):  # the caller has ended
        while True:
            connection.send(job.read(path, connection.recv()))


@contextlib.contextmanager
def _an_end_is_an_error() -> Generator[None]:
    """Raise a `WorkerError` if a process has ended with which the block exchanges messages."""
    try:
        yield
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        hint = "use fewer processes, which need less memory; with processes=1, this process reads"
        raise WorkerError("a worker process ended unexpectedly", hint) from error
