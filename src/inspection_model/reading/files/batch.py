"""Read many letters in several processes."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from inspection_model.errors import (
    InspectionModelError,
    InvalidTypeError,
    InvalidValueError,
    LetterFormatError,
)
from inspection_model.frameworks.framework import Framework
from inspection_model.model.pickling import TrustedPickle
from inspection_model.model.reading import Reading
from inspection_model.reading.files.letter_file import read_letter_file

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from queue import SimpleQueue

__all__ = ["read_letters"]

_Frameworks: TypeAlias = "tuple[Framework, ...] | None"
_Results: TypeAlias = "list[Reading | InspectionModelError]"

# Files that a process reads at a time: enough to make the transfer worthwhile, few enough that the
# last processes do not wait for one. And how many such batches wait for each process.
_BATCH = 2
_WAITING = 3

_STOPS = (signal.SIGINT, signal.SIGTERM)

_frameworks: _Frameworks = None  # of a worker process


def read_letters(
    paths: Iterable[str | Path],
    *,
    frameworks: Iterable[Framework] | None = None,
    processes: int | None = None,
) -> Iterator[Reading | InspectionModelError]:
    """Read many letters, lazily and in order.

    Each path gives one result: its reading, or the error that `read_letter_file()` raises for it.
    A bad file never stops the others. A few files are read ahead of the consumer; closing the
    iterator stops the processes.

    Args:
        paths: The files, of text or PDF.
        frameworks: As in `read_letter()`.
        processes: How many processes read; one for each processor if omitted. With 1, the
            calling process reads.

    Raises:
        InvalidValueError: If the number of processes is less than 1.
        InvalidTypeError: If a single path is given.
    """
    if isinstance(paths, str | Path):
        found = f"one path, {str(paths)!r}"
        raise InvalidTypeError("read_letters(paths)", "paths", found, "put it into a list, or list its files")
    if processes is not None and processes < 1:
        raise InvalidValueError("read_letters(processes)", "a number of processes from 1", repr(processes))
    known = None if frameworks is None else tuple(frameworks)
    count = processes or _processors()
    if count == 1:
        return (_read(path, known) for path in paths)
    return _read_in_processes(iter(paths), known, count)


def _processors() -> int:
    # The processors that this process may use, where the system reports them.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _read(path: str | Path, frameworks: _Frameworks) -> Reading | InspectionModelError:
    try:
        return read_letter_file(path, frameworks=frameworks)
    except InspectionModelError as error:
        return error


def _read_in_processes(
    paths: Iterator[str | Path], frameworks: _Frameworks, count: int
) -> Iterator[Reading | InspectionModelError]:
    from concurrent.futures import BrokenExecutor

    waiting: deque[tuple[list[str | Path], Future[_Results]]] = deque()
    executor = _executor(count, frameworks)
    try:
        while True:
            while len(waiting) < count * _WAITING and (batch := list(islice(paths, _BATCH))):
                waiting.append((batch, _submit(executor, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield from _result(future)
            except BrokenExecutor:
                # A file has killed a process, and the executor with it. The batch that is due is
                # read file by file, each in a separate process; the others start again.
                _close(executor)
                yield from (_read_alone(path, frameworks) for path in batch)
                executor = _executor(count, frameworks)
                waiting = deque((other, _submit(executor, other)) for other, _ in waiting)
    finally:
        _close(executor)


def _executor(count: int, frameworks: _Frameworks) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count, initializer=_start_worker, initargs=(frameworks,))


def _submit(executor: ProcessPoolExecutor, batch: list[str | Path]) -> Future[_Results]:
    from concurrent.futures import BrokenExecutor, Future

    with _undisturbed():
        try:
            return executor.submit(_read_batch, batch)
        except BrokenExecutor as error:
            # A process was killed since the last batch was submitted. The error is raised when the
            # result is due.
            future: Future[_Results] = Future()
            future.set_exception(error)
            return future


def _result(future: Future[_Results]) -> _Results:
    """Wait for a result; return it or raise its error."""
    # Ctrl-C while `Future.result()` waits can leave the future locked, and the executor's thread
    # waiting for it for ever. A `SimpleQueue` waits in C, as it does in `_close()`.
    from queue import SimpleQueue

    done: SimpleQueue[Future[_Results]] = SimpleQueue()
    with _undisturbed():
        future.add_done_callback(done.put)
    return done.get().result()


def _close(executor: ProcessPoolExecutor) -> None:
    """Stop an executor and wait until its processes have ended; Ctrl-C ends only the waiting."""
    from queue import SimpleQueue

    closed: SimpleQueue[None] = SimpleQueue()

    def close() -> None:
        executor.shutdown(cancel_futures=True)
        closed.put(None)

    with _undisturbed():
        threading.Thread(target=close).start()
    closed.get()


@contextlib.contextmanager
def _undisturbed() -> Generator[None]:
    """Hold Ctrl-C and SIGTERM back for the block.

    The exception of their handlers can be raised at any instruction, and between two of them it leaves a
    lock of the standard library acquired for ever. A process that is started in the block inherits
    the mask.
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


def _read_alone(path: str | Path, frameworks: _Frameworks) -> Reading | InspectionModelError:
    from concurrent.futures import BrokenExecutor

    executor = _executor(1, frameworks)
    try:
        return _result(_submit(executor, [path]))[0]
    except BrokenExecutor:
        return LetterFormatError(
            str(path), "the worker process crashed while reading this file", "fetch the file again"
        )
    finally:
        _close(executor)


def _start_worker(frameworks: _Frameworks) -> None:
    global _frameworks  # noqa: PLW0603  # a worker process has no other place for them
    _frameworks = frameworks
    # The calling process handles Ctrl-C and stops the workers. Its handler for SIGTERM must not run in
    # them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    threading.Thread(target=_end_with_caller, daemon=True).start()


def _end_with_caller() -> None:
    """End this process when the calling one has ended, because a killed process cannot stop its workers."""
    from multiprocessing import parent_process

    if (caller := parent_process()) is not None:
        caller.join()
        os._exit(1)


def _read_batch(paths: list[str | Path]) -> _Results:
    results = (_read(path, _frameworks) for path in paths)
    # They are readings again on arrival.
    handed = [TrustedPickle(result) if isinstance(result, Reading) else result for result in results]
    return cast(_Results, handed)
