"""A worker process: paths go in, and for each a result comes out, in the same order."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator
from multiprocessing.connection import Connection
from typing import TypeAlias, final

import attrs

from inspection_model.errors import InspectionModelError, LetterFormatError, WorkerError
from inspection_model.frameworks.framework import Framework
from inspection_model.model.pickling import TrustedPickle
from inspection_model.model.reading import Reading
from inspection_model.reading.files.letter_file import read_letter_file
from inspection_model.reading.files.limits import OVER_MEMORY, OVER_TIME, Limits, memory_used

__all__ = ["HOW_TO_START", "Job", "Result", "Task", "Worker", "leave_signals_to_caller", "undisturbed"]

Result: TypeAlias = "Reading | InspectionModelError"

HOW_TO_START = (
    'in a script, put the call under if __name__ == "__main__"; or read in this process, without limits of '
    "time and memory: processes=1"
)
"""The hint of the error for a process that cannot be started."""

_STOPS = (signal.SIGINT, signal.SIGTERM)
# How often a worker looks at its limits, in seconds.
_TICK = 0.05


@final
@attrs.frozen
class Job:
    """How each file is read.

    Attributes:
        frameworks: The known frameworks; those of the package if ``None``.
        limits: What a file may take. Only a worker process can keep those of time and memory.
    """

    frameworks: tuple[Framework, ...] | None
    limits: Limits

    def read(self, path: str) -> Result:
        """Read a file; return its error if it cannot be read."""
        try:
            return read_letter_file(path, frameworks=self.frameworks, max_bytes=self.limits.size)
        except InspectionModelError as error:
            return error
        except Exception as error:  # whatever is wrong with a file, the others are read
            return _unexpected(path, error)


def _unexpected(path: str, error: Exception) -> LetterFormatError:
    if isinstance(error, MemoryError):
        return LetterFormatError(path, "there is not enough memory to read it", "use fewer processes")
    reason = f"an unexpected error ended its reading: {type(error).__name__}: {error}"
    hint = "read_letter_file() shows where; please report it"
    return LetterFormatError(path, reason, hint)


@final
@attrs.define
class Task:
    """A file to read.

    Attributes:
        place: Its place in the order of the results.
        path: The file.
        crashes: How many processes have crashed while they read it.
    """

    place: int
    path: str
    crashes: int = 0


@final
class Worker:
    """A worker process, seen from the process that started it.

    Args:
        job: How each file is read.

    Attributes:
        tasks: The files that were given to it and have no result yet, the one that it reads first.
        is_ready: Whether it has started.
    """

    def __init__(self, job: Job) -> None:
        self.tasks: deque[Task] = deque()
        self.is_ready: bool = False
        self._connection, there = multiprocessing.Pipe()
        # A daemon: it is stopped when the program exits, even if the iterator is not closed.
        self._process = multiprocessing.Process(target=_work, args=(there, job), daemon=True)
        try:
            with there:
                self._process.start()
        except Exception as error:
            self._connection.close()
            sentence = " ".join(str(error).split()).partition(". ")[0]
            raise WorkerError(f"a worker process cannot be started: {sentence}", HOW_TO_START) from error

    @property
    def handles(self) -> tuple[Connection, int]:
        """What `multiprocessing.connection.wait()` waits for: a result, and the end of the process."""
        return self._connection, self._process.sentinel

    def give(self, task: Task) -> bool:
        """Hand over a file; return whether the process was there to take it."""
        try:
            self._connection.send(task.path)
        except OSError:
            return False
        self.tasks.append(task)
        return True

    def results(self) -> Iterator[tuple[Task, Result]]:
        """Yield the results that have arrived."""
        try:
            while self._connection.poll():
                result = self._connection.recv()
                if self.is_ready:
                    yield self.tasks.popleft(), result
                self.is_ready = True  # the first message has no result
        except (EOFError, OSError, pickle.UnpicklingError):
            # The process ends, or sends a message that cannot be read.
            self._process.join(1)
            self._process.kill()
            self._process.join()

    def exit_status(self) -> int | None:
        """Return the exit status, or ``None`` while the process is there."""
        return self._process.exitcode

    def kill(self) -> None:
        """Begin to stop the process."""
        self._process.kill()

    def close(self) -> None:
        """Wait until the process has ended, and free what belongs to it."""
        self._process.join()
        self._process.close()
        self._connection.close()


@contextlib.contextmanager
def undisturbed() -> Generator[None]:
    """Hold Ctrl-C and SIGTERM back for the block.

    The exception of their handlers can be raised at any instruction. Between two of them a process can be
    started that is not stopped later, or a lock of the standard library can stay acquired. A process that
    is started in the block inherits the mask.
    """
    mask = getattr(signal, "pthread_sigmask", None)  # Windows has none
    if mask is None:
        yield
        return
    before = mask(signal.SIG_BLOCK, ())
    try:
        mask(signal.SIG_BLOCK, _STOPS)  # a signal from just before is raised here
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _work(connection: Connection, job: Job) -> None:
    """Read one file after the other: the program of a worker process."""
    leave_signals_to_caller()
    watch = _Watch(job.limits)
    threading.Thread(target=watch.run, daemon=True).start()
    connection.send(None)
    with contextlib.suppress(EOFError, OSError):  # the caller has ended
        while True:
            path = connection.recv()
            with watch.reading():
                result = job.read(path)
                # A reading is one again on arrival.
                message = TrustedPickle(result) if isinstance(result, Reading) else result
            connection.send(message)


def leave_signals_to_caller() -> None:
    """Ignore Ctrl-C, and let SIGTERM end this process."""
    # The calling process handles Ctrl-C and stops the workers. Its handler for SIGTERM must not run in
    # them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)


@final
class _Watch:
    """Ends this process when its file is over a limit, or when the calling process has ended.

    A separate thread, because PDFium cannot be interrupted; it releases the interpreter's lock.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._most_memory = memory_used() + limits.memory
        self._since: float | None = None

    @contextlib.contextmanager
    def reading(self) -> Generator[None]:
        """Apply the limits to the block."""
        self._since = time.monotonic()
        yield
        self._since = None

    def run(self) -> None:
        """Look at the limits again and again."""
        caller = multiprocessing.parent_process()
        while caller is not None:
            caller.join(_TICK)
            if (status := self._verdict(is_alone=not caller.is_alive())) is not None:
                os._exit(status)

    def _verdict(self, *, is_alone: bool) -> int | None:
        """Return the exit status with which this process has to end now, or ``None``."""
        if is_alone:
            return 1
        since = self._since
        if since is None:
            return None
        if time.monotonic() - since > self._limits.seconds:
            return OVER_TIME
        return OVER_MEMORY if memory_used() > self._most_memory else None
