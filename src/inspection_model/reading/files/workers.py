"""Several worker processes that share the files to read. One that ends is replaced."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from multiprocessing.connection import wait
from typing import final

from inspection_model.errors import InspectionModelError, LetterFormatError, WorkerError
from inspection_model.reading.files.limits import over_limit
from inspection_model.reading.files.worker import HOW_TO_START, Job, Result, Task, Worker, undisturbed

__all__ = ["Workers"]

# The file that a worker reads, and the one that it reads next, without waiting for this process.
_EACH = 2
# A process may be killed by chance, when the memory of the computer is full. A file that crashes as many
# processes is the reason.
_CRASHES = 2
# So many processes in succession that end before they have started will not start at all.
_FAILED_STARTS = 3


@final
class Workers:
    """Worker processes: files are added in order, and results come out in any order.

    Args:
        count: How many processes read at a time.
        job: How each file is read.
    """

    def __init__(self, count: int, job: Job) -> None:
        self._count = count
        self._job = job
        self._waiting: deque[Task] = deque()
        self._workers: list[Worker] = []
        self._failed_starts = 0
        self._has_started = False

    def add(self, task: Task) -> None:
        """Add a file to those that wait to be read."""
        self._waiting.append(task)

    def results(self) -> Iterator[tuple[int, Result]]:
        """Yield the next results, each with the place of its file; wait until there is one or more.

        Raises:
            WorkerError: If no process can be started.
        """
        self._share_out()
        wait([handle for worker in self._workers for handle in worker.handles])
        for worker in tuple(self._workers):
            # The status first: what a process sent before it ended has then arrived.
            status = worker.exit_status()
            for task, result in worker.results():
                yield task.place, result
            self._has_started = self._has_started or worker.is_ready
            if status is not None:
                yield from self._bury(worker, status)

    def close(self) -> None:
        """Stop the processes and wait until they have ended."""
        with undisturbed():
            for worker in self._workers:
                worker.kill()
            while self._workers:
                self._workers.pop().close()

    def _share_out(self) -> None:
        """Start workers that are missing, and give each what it can take."""
        # The others start when the first has: if none can, there is one message and not one of each.
        wanted = self._count if self._has_started else 1
        while self._waiting and len(self._workers) < wanted:
            with undisturbed():
                self._workers.append(Worker(self._job))
            self._give(self._workers[-1], 1)
        for worker in self._workers if self._has_started else ():
            self._give(worker, _EACH)

    def _give(self, worker: Worker, most: int) -> None:
        while self._waiting and len(worker.tasks) < most and worker.give(self._waiting[0]):
            self._waiting.popleft()

    def _bury(self, worker: Worker, status: int) -> Iterator[tuple[int, Result]]:
        """Remove a worker that has ended; give its files to others, except one that caused the end."""
        self._workers.remove(worker)
        worker.close()
        if worker.is_ready:
            self._failed_starts = 0
            if worker.tasks and (error := self._blame(worker.tasks[0], status)) is not None:
                yield worker.tasks.popleft().place, error
        else:
            self._failed_starts += 1
        self._waiting.extendleft(reversed(worker.tasks))
        if self._failed_starts and not (self._has_started and self._failed_starts < _FAILED_STARTS):
            raise WorkerError(
                f"worker processes end before they have started (status {status})", HOW_TO_START
            )

    def _blame(self, task: Task, status: int) -> InspectionModelError | None:
        """Return the error for a file that has ended its process, or ``None`` to read it again."""
        task.crashes += 1
        if (error := over_limit(task.path, status, self._job.limits)) is not None:
            return error
        if task.crashes < _CRASHES:
            return None
        reason = f"the worker process crashed while reading this file (status {status})"
        return LetterFormatError(task.path, reason, "fetch the file again")
