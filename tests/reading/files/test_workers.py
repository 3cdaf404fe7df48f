"""Worker processes: what ends one, who is to blame, and what replaces it."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from pdf_samples import column, make_pdf, write_pdf
from reading_samples import LETTERS

from inspection_model.errors import InspectionModelError, LetterFormatError, WorkerError
from inspection_model.model import Reading
from inspection_model.reading import read_letter_file, read_letters
from inspection_model.reading.files import worker, workers
from inspection_model.reading.files.limits import OVER_MEMORY, OVER_TIME, Limits
from inspection_model.reading.files.worker import Job, Task, Worker, undisturbed
from inspection_model.reading.files.workers import Workers

JOB = Job(None, Limits.checked())
FILES = sorted(LETTERS.glob("*.txt"))
Deed: TypeAlias = Callable[[Path], object]


def numbered(folder: Path, count: int) -> list[Path]:
    """Write short texts, each with its number; return their paths."""
    paths = [folder / f"{number:02}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Text {path.stem}\n", encoding="utf-8")
    return paths


def kinds(results: Iterator[Reading | InspectionModelError]) -> str:
    """Return a letter for each result: R for a reading, E for an error."""
    return "".join("R" if isinstance(result, Reading) else "E" for result in results)


# Files that end the process that reads them.


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> Callable[[Deed], None]:
    """Change how files are read in worker processes: a function that is called with each path."""
    here = os.getpid()
    deeds: list[Deed] = []

    def read(path: str, **_: object) -> Reading:
        if os.getpid() != here:
            for deed in deeds:
                deed(Path(path))
        return read_letter_file(path)

    monkeypatch.setattr(worker, "read_letter_file", read)
    # Processes that are forked from this one have its patches.
    monkeypatch.setattr(multiprocessing, "Process", multiprocessing.get_context("fork").Process)
    return deeds.append


def kill(path: Path) -> None:
    """Kill this process if the file is a deadly one."""
    if path.name.startswith("deadly"):
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("places", [(0,), (9,), (0, 1), (3, 4, 17), (29,)])
def test_a_file_that_kills_its_process_gives_one_error_in_its_place(
    places: tuple[int, ...], tmp_path: Path, deadly: Callable[[Deed], None]
) -> None:
    deadly(kill)
    paths = numbered(tmp_path, 30)
    for place in places:
        paths[place] = tmp_path / f"deadly-{place}.txt"
    results = list(read_letters(paths, processes=2))
    assert kinds(iter(results)) == "".join("E" if place in places else "R" for place in range(30))
    error = results[places[0]]
    assert isinstance(error, LetterFormatError)
    assert str(error) == (
        f"{paths[places[0]]}: the worker process crashed while reading this file (status -9); "
        "fetch the file again"
    )
    assert multiprocessing.active_children() == []


def test_a_file_whose_process_is_killed_once_is_read_by_another(
    tmp_path: Path, deadly: Callable[[Deed], None]
) -> None:
    def once(path: Path) -> None:
        if path.name == "03.txt" and not (tmp_path / "seen").exists():
            (tmp_path / "seen").touch()
            os.kill(os.getpid(), signal.SIGKILL)

    deadly(once)
    assert kinds(read_letters(numbered(tmp_path, 8), processes=2)) == "RRRRRRRR"


def test_after_a_killed_process_there_are_as_many_with_the_same_frameworks(
    tmp_path: Path, deadly: Callable[[Deed], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly(kill)
    jobs: list[Job] = []

    def start(job: Job) -> Worker:
        jobs.append(job)
        return Worker(job)

    monkeypatch.setattr(workers, "Worker", start)
    (tmp_path / "deadly.txt").touch()
    error, *readings = read_letters([tmp_path / "deadly.txt", *FILES * 4], frameworks=(), processes=2)
    assert isinstance(error, LetterFormatError)
    assert len(readings) == len(FILES) * 4
    assert [job.frameworks for job in jobs] == [()] * 4  # two, and one after each crash


def test_a_process_that_is_killed_between_two_results_does_not_stop_the_other_files(
    tmp_path: Path,
) -> None:
    results = read_letters(numbered(tmp_path, 80), processes=2)
    assert isinstance(next(results), Reading)
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    assert kinds(results) == "R" * 79


def test_a_file_over_the_time_limit_gives_its_error(tmp_path: Path, deadly: Callable[[Deed], None]) -> None:
    deadly(lambda path: time.sleep(60 if path.name == "02.txt" else 0))
    paths = numbered(tmp_path, 6)
    started = time.monotonic()
    results = list(read_letters(paths, processes=2, max_seconds=3))
    assert time.monotonic() - started < 50
    assert kinds(iter(results)) == "RRERRR"
    assert "takes longer than the limit of 3 s" in str(results[2])


def test_a_file_over_the_memory_limit_gives_its_error(tmp_path: Path, deadly: Callable[[Deed], None]) -> None:
    def fill(path: Path) -> None:
        if path.name == "02.txt":
            kept = b"x" * 300_000_000
            time.sleep(60)
            assert kept

    deadly(fill)
    results = list(read_letters(numbered(tmp_path, 6), processes=2, max_memory=100_000_000))
    assert kinds(iter(results)) == "RRERRR"
    assert "needs more memory than the limit of 100 MB" in str(results[2])


def nested_forms(depth: int) -> bytes:
    """Return a small PDF whose page draws a form that draws a form ten times, and so on."""
    resources = "/XObject << /Fm {} 0 R >> /Font << /F1 3 0 R >>"
    drawing = b"BT /F1 12 Tf 72 700 Td (a) Tj ET"
    forms: list[bytes] = []
    for number in range(6, 6 + depth):
        content = b"/Fm Do " * 10 if number < 5 + depth else drawing
        head = "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "
        head += f"{resources.format(number + 1)} >> /Length {len(content)} >>"
        forms.append(head.encode() + b"\nstream\n" + content + b"\nendstream")
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << "
    return write_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            f"{page}{resources.format(6)} >> >>".encode(),
            b"<< /Length 6 >>\nstream\n/Fm Do\nendstream",
            *forms,
        ]
    )


def test_a_small_pdf_of_nested_forms_is_stopped(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="needs the extra pdf, which is not installed")
    good, endless = tmp_path / "good.pdf", tmp_path / "endless.pdf"
    good.write_bytes(make_pdf(column("Dear Ms Ferry")))
    endless.write_bytes(nested_forms(3))
    assert kinds(read_letters([endless], processes=2)) == "R"  # a few are an ordinary page
    endless.write_bytes(nested_forms(12))
    assert len(endless.read_bytes()) < 5_000
    results = list(read_letters([good, endless, good], processes=2, max_seconds=5, max_memory=math.inf))
    assert kinds(iter(results)) == "RER"
    assert "takes longer" in str(results[1])


# Processes that do not start.


def test_a_daemon_cannot_start_processes_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vars(multiprocessing.current_process())["_config"], "daemon", True)
    with pytest.raises(WorkerError) as caught:
        list(read_letters(numbered(tmp_path, 3), processes=2))
    assert str(caught.value) == (
        "a worker process cannot be started: daemonic processes are not allowed to have children; "
        f"{worker.HOW_TO_START}"
    )
    assert kinds(read_letters(numbered(tmp_path, 3), processes=1)) == "RRR"


UNGUARDED = """
import multiprocessing, sys
import inspection_model as im
is_main = multiprocessing.current_process().name == "MainProcess"
if is_main:
    multiprocessing.set_start_method("spawn")
try:
    print([type(result).__name__ for result in im.read_letters(sys.argv[1:], processes=2)])
except im.WorkerError as error:
    print(error.hint if is_main else "in the worker", flush=True)
    raise SystemExit(3)
"""


@pytest.mark.parametrize("guarded", [False, True])
def test_a_script_without_a_guard_gets_one_error(guarded: bool, tmp_path: Path) -> None:
    script = UNGUARDED
    if guarded:
        before, call = script.split("try:")
        lines = f"try:{call}".splitlines()
        script = before + 'if __name__ == "__main__":\n' + "\n".join(f"    {line}" for line in lines)
    path = tmp_path / "script.py"
    path.write_text(script, encoding="utf-8")
    command = [sys.executable, str(path), *map(str, numbered(tmp_path, 6))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if guarded:
        assert (done.returncode, done.stdout) == (0, f"{['Reading'] * 6}\n")
    else:
        assert (done.returncode, done.stdout) == (3, f"in the worker\n{worker.HOW_TO_START}\n")


class Dying:
    """A worker that ends before it has started."""

    started = 0

    def __init__(self, _: Job) -> None:
        self.tasks: list[Task] = []
        self.is_ready = False
        type(self).started += 1

    handles = ()

    def give(self, task: Task) -> bool:
        self.tasks.append(task)
        return True

    def results(self) -> Iterator[Any]:
        return iter(())

    def exit_status(self) -> int:
        return 1

    def close(self) -> None:
        """There is no process."""


def test_processes_that_end_at_their_start_are_not_replaced_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "Worker", Dying)
    monkeypatch.setattr(workers, "wait", lambda _: None)
    monkeypatch.setattr(Dying, "started", 0)
    several = Workers(1, JOB)
    several.add(Task(0, "a.txt"))
    with pytest.raises(WorkerError, match=r"end before they have started \(status 1\); in a script"):
        list(several.results())
    assert Dying.started == 1
    several._has_started = True
    for _ in range(1, workers._FAILED_STARTS - 1):
        assert list(several.results()) == []  # the file is given to the next one
    with pytest.raises(WorkerError):
        list(several.results())
    assert Dying.started == workers._FAILED_STARTS


def test_a_message_that_nobody_can_read_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    process = Worker(JOB)

    def fail() -> object:
        raise pickle.UnpicklingError("invalid load key")

    while not process.is_ready:
        assert list(process.results()) == []
    assert process.exit_status() is None
    assert process.give(Task(0, str(FILES[0])))
    while not process._connection.poll():
        time.sleep(0.01)
    monkeypatch.setattr(process._process, "join", lambda *_: None)
    with monkeypatch.context() as patched:
        patched.setattr(type(process._connection), "recv", lambda _: fail())
        assert list(process.results()) == []
    monkeypatch.undo()
    process._process.join()
    assert process.exit_status() == -signal.SIGKILL
    assert not process.give(Task(1, "x"))
    process.close()


# In a worker process.


class Pipe:
    """The worker's end of a pipe, with the paths that are given to it."""

    def __init__(self, *paths: Path) -> None:
        self._paths = [*map(str, paths)]
        self.sent: list[object] = []

    def recv(self) -> str:
        if not self._paths:
            raise EOFError
        return self._paths.pop(0)

    def send(self, message: object) -> None:
        self.sent.append(pickle.loads(pickle.dumps(message)))


@pytest.mark.parametrize("holds", [True, False], ids=["signals can be blocked", "signals cannot be blocked"])
def test_a_worker_reads_until_its_caller_has_ended_and_leaves_signals_to_it(
    holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled: list[tuple[object, object]] = []
    monkeypatch.setattr(signal, "signal", lambda *given: handled.append(given))
    if holds:
        monkeypatch.setattr(signal, "pthread_sigmask", lambda *given: handled.append(given), raising=False)
    else:
        monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    pipe = Pipe(*FILES, Path("missing.txt"))
    worker._work(pipe, Job((), Limits.checked()))  # type: ignore[arg-type]
    ready, *readings, error = pipe.sent
    assert ready is None
    assert [type(reading) for reading in readings] == [Reading] * len(FILES)
    assert {reading.inspection.framework for reading in readings if isinstance(reading, Reading)} == {None}
    assert str(error) == "missing.txt: the file does not exist"
    assert handled[:2] == [(signal.SIGINT, signal.SIG_IGN), (signal.SIGTERM, signal.SIG_DFL)]
    # A worker starts with both signals blocked, where the system can block signals.
    assert handled[2:] == [(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))] * holds


class Caller:
    """The process that has started a worker; it ends at the third look."""

    looks = 0

    def join(self, _: float) -> None:
        self.looks += 1

    def is_alive(self) -> bool:
        return self.looks < 3


def test_a_worker_ends_with_its_caller_or_over_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    # With real processes this is tested above, and with the command line.
    ends: list[int] = []

    def end(status: int) -> None:
        ends.append(status)
        raise SystemExit

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(multiprocessing, "parent_process", Caller)
    watch = worker._Watch(Limits(seconds=10, memory=1_000_000_000, size=1))
    with pytest.raises(SystemExit):
        watch.run()
    with watch.reading(), pytest.raises(SystemExit):
        watch.run()
    assert ends == [1, 1]
    with watch.reading():
        watch._since = time.monotonic() - 11
        with pytest.raises(SystemExit):
            watch.run()
        watch._since = time.monotonic()
        monkeypatch.setattr(watch, "_most_memory", 1)
        with pytest.raises(SystemExit):
            watch.run()
    assert ends == [1, 1, OVER_TIME, OVER_MEMORY]
    with pytest.raises(SystemExit):
        watch.run()
    assert ends[-1] == 1  # between two files there is no limit
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
    watch.run()  # this process is not a worker
    assert len(ends) == 5


# Ctrl-C while a process is started or stopped.


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Make Ctrl-C raise: it is ignored in a process that a shell runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be blocked here")
@pytest.mark.usefixtures("_interruptible")
def test_an_interruption_waits_until_the_block_ends() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    done: list[str] = []

    def start() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert done == ["started"]
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


@pytest.mark.usefixtures("_interruptible")
def test_an_interruption_while_signals_are_blocked_unblocks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    masked: list[tuple[object, object]] = []

    def mask(how: object, signals: object) -> str:
        masked.append((how, signals))
        if how == signal.SIG_BLOCK and signals:
            raise KeyboardInterrupt
        return "before"

    monkeypatch.setattr(signal, "pthread_sigmask", mask, raising=False)
    with pytest.raises(KeyboardInterrupt), contextlib.ExitStack() as stack:
        stack.enter_context(undisturbed())
    assert masked[-1] == (signal.SIG_SETMASK, "before")


def test_letters_are_read_where_signals_cannot_be_blocked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    assert kinds(read_letters(numbered(tmp_path, 5), processes=2)) == "RRRRR"


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_letters_are_read_in_a_thread(tmp_path: Path) -> None:
    found: list[str] = []
    paths = numbered(tmp_path, 5)
    thread = threading.Thread(target=lambda: found.append(kinds(read_letters(paths, processes=2))))
    thread.start()
    thread.join()
    assert found == ["RRRRR"]
