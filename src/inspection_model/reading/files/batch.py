"""Read many letters and reports in several processes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from inspection_model.errors import InspectionModelError, InvalidTypeError, InvalidValueError
from inspection_model.frameworks.framework import Framework
from inspection_model.model.reading import Reading
from inspection_model.reading.files.limits import Limits
from inspection_model.reading.files.worker import Job, Result, Task
from inspection_model.reading.files.workers import Workers

__all__ = ["processors", "read_letters"]

# How many files a process may be ahead of the caller: enough that it need not wait while another file
# takes long, few enough that their readings take little memory.
_AHEAD = 6
# The path of a file is shorter on every system. A longer text would fill the pipe to a worker.
_LONGEST_PATH = 10_000


def read_letters(
    paths: Iterable[str | Path],
    *,
    frameworks: Iterable[Framework] | None = None,
    processes: int | None = None,
    max_seconds: float | None = None,
    max_memory: float | None = None,
    max_bytes: float | None = None,
) -> Iterator[Reading | InspectionModelError]:
    """Read many letters and reports, lazily and in order.

    Each path gives one result: its reading, or the error that `read_letter_file()` raises for it.
    A bad file never stops the others: a file over a limit, or one that crashes the process that reads
    it, gives a `LetterFormatError`, and another process takes its place. A few files are read ahead of
    the consumer; closing the iterator stops the processes.

    Args:
        paths: The files, of text or PDF. An exception of this iterable is raised after the results
            of the paths before it.
        frameworks: As in `read_letter()`.
        processes: How many processes read; one for each processor if omitted. With 1 and neither
            `max_seconds` nor `max_memory`, the calling process reads, without these two limits.
        max_seconds: How long reading a file may take; 60 seconds if omitted, `math.inf` for no limit.
        max_memory: How much memory reading a file may take, in bytes; 1 GB if omitted, `math.inf` for
            no limit. Windows does not have this limit.
        max_bytes: As in `read_letter_file()`.

    Raises:
        InvalidValueError: If the number of processes is less than 1, or a limit is not greater than 0.
        InvalidTypeError: If a single path is given, or an argument is not a number.
        WorkerError: If no process can be started; while the results are read.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        found = f"one path, {str(paths)!r}"
        raise InvalidTypeError("read_letters(paths)", "paths", found, "put it into a list, or list its files")
    if processes is not None:
        _check_processes(processes)
    job = Job(
        None if frameworks is None else tuple(frameworks),
        Limits.checked(seconds=max_seconds, memory=max_memory, size=max_bytes),
    )
    if processes == 1 and max_seconds is None and max_memory is None:
        return (_read_here(path, job) for path in paths)
    return _read_in_processes(iter(paths), job, processes or processors())


def _check_processes(processes: object) -> None:
    where, expected = "read_letters(processes)", "a number of processes from 1"
    if type(processes) is not int:
        raise InvalidTypeError(where, expected, repr(processes))
    if processes < 1:
        raise InvalidValueError(where, expected, repr(processes))


def processors() -> int:
    """Return the number of processors that this process may use, where the system reports it."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _read_here(path: str | Path, job: Job) -> Result:
    found = _checked(path)
    return job.read(found) if isinstance(found, str) else found


def _checked(path: object) -> str | InvalidTypeError:
    """Return a path as a text, or the error for a value that is not a path."""
    try:
        return str(Path(cast("str", path)))
    except TypeError:
        return InvalidTypeError("read_letters(paths)", "a path", type(path).__name__)


def _read_in_processes(paths: Iterator[str | Path], job: Job, count: int) -> Iterator[Result]:
    done: dict[int, Result] = {}
    taken = due = 0
    end: Exception | None = None
    with contextlib.closing(Workers(count, job)) as workers:
        while True:
            while end is None and taken < due + count * _AHEAD:
                try:
                    path = _checked(next(paths))
                except Exception as error:  # of the caller's iterable; `StopIteration`, too
                    end = error
                else:
                    if not isinstance(path, str):
                        done[taken] = path
                    elif len(path) > _LONGEST_PATH:
                        done[taken] = job.read(path)
                    else:
                        workers.add(Task(taken, path))
                    taken += 1
            if due == taken:
                break
            while due not in done:
                done.update(workers.results())
            yield done.pop(due)
            due += 1
    if end is not None and not isinstance(end, StopIteration):
        raise end
