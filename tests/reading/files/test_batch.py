"""Reading many letters: in order, lazily, one result per file, in one process or in several."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from pathlib import Path
from typing import cast

import pytest
from reading_samples import LETTERS

from inspection_model.errors import (
    InspectionModelError,
    InvalidTypeError,
    InvalidValueError,
    LetterFileError,
    LetterFormatError,
)
from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.model import Reading
from inspection_model.reading import read_letter_file, read_letters
from inspection_model.reading.files import batch

FILES = sorted(LETTERS.glob("*.txt"))
EITHER = pytest.mark.parametrize("processes", [1, 2])


def names(results: Iterator[Reading | InspectionModelError]) -> list[str]:
    """Return what each result is: the first line of the letter, or the class of the error."""
    return [
        result.source.split("\n", 1)[0] if isinstance(result, Reading) else type(result).__name__
        for result in results
    ]


def numbered(folder: Path, count: int) -> list[Path]:
    """Write short texts, each with its number; return their paths."""
    paths = [folder / f"{number:02}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Text {path.stem}\n", encoding="utf-8")
    return paths


@EITHER
def test_each_result_equals_that_of_read_letter_file(processes: int) -> None:
    assert list(read_letters(FILES, processes=processes)) == [read_letter_file(path) for path in FILES]


@EITHER
def test_results_have_the_order_of_the_files(processes: int, tmp_path: Path) -> None:
    paths = numbered(tmp_path, 30)
    assert names(read_letters(paths, processes=processes)) == [f"Text {path.stem}" for path in paths]
    assert names(read_letters(paths[::-1], processes=processes))[0] == "Text 29"


@EITHER
def test_a_bad_file_gives_its_error_and_does_not_stop_the_others(processes: int, tmp_path: Path) -> None:
    good = numbered(tmp_path, 2)
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    paths: list[Path | str] = [good[0], tmp_path / "missing.txt", empty, tmp_path, str(good[1])]
    results = list(read_letters(paths, processes=processes))
    assert names(iter(results)) == [
        "Text 00",
        "LetterFileError",
        "LetterFormatError",
        "LetterFileError",
        "Text 01",
    ]
    assert isinstance(results[1], LetterFileError)
    assert str(results[1]) == f"{tmp_path / 'missing.txt'}: the file does not exist"


@EITHER
def test_no_files_give_no_results(processes: int) -> None:
    assert list(read_letters([], processes=processes)) == []


@EITHER
def test_only_a_few_files_are_read_ahead(processes: int, tmp_path: Path) -> None:
    (path,) = numbered(tmp_path, 1)
    taken = 0

    def endless() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield path

    results = read_letters(endless(), processes=processes)
    assert taken == 0
    assert isinstance(next(results), Reading)
    assert 1 <= taken <= processes * batch._BATCH * batch._WAITING
    before = taken
    for _ in range(20):
        next(results)
    assert taken <= before + 20 + batch._BATCH
    close(results)


def close(results: Iterator[object]) -> None:
    """Close an iterator that is a generator."""
    closing: Callable[[], None] = vars(type(results))["close"].__get__(results)
    closing()


def test_closing_the_iterator_stops_the_processes(tmp_path: Path) -> None:
    results = read_letters(numbered(tmp_path, 30), processes=2)
    next(results)
    assert multiprocessing.active_children()
    close(results)
    assert multiprocessing.active_children() == []
    assert list(results) == []


def test_the_processes_stop_after_the_last_result(tmp_path: Path) -> None:
    assert len(list(read_letters(numbered(tmp_path, 5), processes=2))) == 5
    assert multiprocessing.active_children() == []


@EITHER
def test_only_the_given_frameworks_are_recognised(processes: int) -> None:
    frameworks = (framework for framework in shipped_frameworks() if framework.id == "ofsted-ucra")
    results = read_letters(FILES, frameworks=frameworks, processes=processes)
    found = {result.inspection.framework for result in results if isinstance(result, Reading)}
    assert found == {"ofsted-ucra", None}


@pytest.mark.parametrize("processes", [0, -1])
def test_less_than_one_process_is_an_error_at_once(processes: int) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_letters([], processes=processes)
    assert str(caught.value) == (
        f"read_letters(processes): expected a number of processes from 1, found {processes}"
    )


def test_the_number_of_processors_is_that_which_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 5}, raising=False)
    assert batch._processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert batch._processors() == 4
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert batch._processors() == 1


def test_by_default_there_is_one_process_for_each_processor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[int] = []

    def executor(count: int, frameworks: tuple[Framework, ...] | None) -> ProcessPoolExecutor:
        asked.append(count)
        return forked(count, frameworks)

    monkeypatch.setattr(batch, "_processors", lambda: 2)
    monkeypatch.setattr(batch, "_executor", executor)
    assert names(read_letters(numbered(tmp_path, 1))) == ["Text 00"]
    assert asked == [2]


def test_an_executor_has_the_given_number_of_processes_and_frameworks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[object] = []
    monkeypatch.setattr(
        "concurrent.futures.ProcessPoolExecutor", lambda *args, **more: given.append((args, more))
    )
    batch._executor(3, ())
    assert given == [((3,), {"initializer": batch._start_worker, "initargs": ((),)})]


@pytest.mark.parametrize("holds", [True, False], ids=["signals can be blocked", "signals cannot be blocked"])
def test_a_worker_keeps_the_frameworks_and_leaves_signals_to_its_parent(
    holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled: list[tuple[object, object]] = []
    monkeypatch.setattr(signal, "signal", lambda *given: handled.append(given))
    if holds:
        monkeypatch.setattr(signal, "pthread_sigmask", lambda *given: handled.append(given), raising=False)
    else:
        monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    threads: list[tuple[object, bool]] = []

    class Thread:
        def __init__(self, target: object, *, daemon: bool) -> None:
            self.about = (target, daemon)

        def start(self) -> None:
            threads.append(self.about)

    monkeypatch.setattr(threading, "Thread", Thread)
    monkeypatch.setattr(batch, "_frameworks", None)
    northmere = [path for path in FILES if "northmere" in path.name]
    batch._start_worker(())
    (reading,) = pickle.loads(pickle.dumps(batch._read_batch([*northmere])))
    assert isinstance(reading, Reading)
    assert reading.inspection.framework is None
    assert handled[:2] == [(signal.SIGINT, signal.SIG_IGN), (signal.SIGTERM, signal.SIG_DFL)]
    assert threads == [(batch._end_with_caller, True)]
    # A worker starts with both signals blocked, where the system can block signals.
    assert handled[2:] == [(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))] * holds


def test_a_worker_exits_when_its_parent_has_exited(monkeypatch: pytest.MonkeyPatch) -> None:
    # With real processes this is tested with the command line.
    done: list[object] = []

    class Parent:
        def join(self) -> None:
            done.append("joined")

    monkeypatch.setattr(os, "_exit", done.append)
    batch._end_with_caller()
    assert done == []  # this process is not a worker
    monkeypatch.setattr(multiprocessing, "parent_process", Parent)
    batch._end_with_caller()
    assert done == ["joined", 1]


# Files that kill the process that reads them.


def forked(count: int, frameworks: tuple[Framework, ...] | None) -> ProcessPoolExecutor:
    """Return an executor whose processes are forked from this one, so that they have its patches."""
    return ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("fork"),
        initializer=batch._start_worker,
        initargs=(frameworks,),
    )


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill any worker process that reads a file whose name starts with "deadly".

    If the name contains "late", the process waits for the file "now" first.
    """
    here = os.getpid()
    read = batch._read

    def kill(path: str | Path, frameworks: tuple[Framework, ...] | None) -> Reading | InspectionModelError:
        path = Path(path)
        if path.name.startswith("deadly") and os.getpid() != here:
            while "late" in path.name and not path.with_name("now").exists():
                time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGKILL)
        return read(path, frameworks)

    monkeypatch.setattr(batch, "_read", kill)
    monkeypatch.setattr(batch, "_executor", forked)


@pytest.mark.usefixtures("deadly")
@pytest.mark.parametrize("places", [(0,), (9,), (0, 1), (3, 4, 17), (29,)])
def test_a_file_that_kills_its_process_gives_one_error_in_its_place(
    places: tuple[int, ...], tmp_path: Path
) -> None:
    paths = numbered(tmp_path, 30)
    for place in places:
        paths[place] = tmp_path / f"deadly-{place}.txt"
    results = list(read_letters(paths, processes=2))
    assert names(iter(results)) == [
        "LetterFormatError" if place in places else f"Text {place:02}" for place in range(30)
    ]
    error = results[places[0]]
    assert isinstance(error, LetterFormatError)
    assert (
        str(error)
        == f"{paths[places[0]]}: the worker process crashed while reading this file; fetch the file again"
    )
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("deadly")
def test_after_a_killed_process_there_are_as_many_processes_with_the_same_frameworks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[object] = []

    def executor(count: int, frameworks: tuple[Framework, ...] | None) -> ProcessPoolExecutor:
        asked.append((count, frameworks))
        return forked(count, frameworks)

    monkeypatch.setattr(batch, "_executor", executor)
    error, *readings = read_letters([tmp_path / "deadly", *FILES * 2], frameworks=(), processes=2)
    assert asked == [(2, ()), *[(1, ())] * batch._BATCH, (2, ())]
    assert isinstance(error, LetterFormatError)
    assert len(readings) == len(FILES) * 2
    for reading in readings:
        assert isinstance(reading, Reading)
        assert reading.inspection.framework is None


@pytest.mark.usefixtures("deadly")
def test_a_process_that_is_killed_between_two_results_does_not_stop_the_other_files(tmp_path: Path) -> None:
    paths = numbered(tmp_path, 80)
    paths[4] = tmp_path / "deadly-late.txt"
    results = read_letters(paths, processes=2)
    first = next(results)
    assert multiprocessing.active_children()
    (tmp_path / "now").touch()
    while multiprocessing.active_children():  # the executor stops its other process itself
        time.sleep(0.01)
    rest = names(results)
    assert isinstance(first, Reading)
    assert len(rest) == 79
    assert rest[3] == "LetterFormatError"
    assert rest.count("LetterFormatError") == 1


def test_a_batch_that_cannot_be_submitted_fails_when_it_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise BrokenExecutor("a process was terminated abruptly")

    with forked(1, None) as executor:
        monkeypatch.setattr(executor, "submit", broken)
        future = batch._submit(executor, [])
    with pytest.raises(BrokenExecutor, match="terminated abruptly"):
        future.result()


# Ctrl-C while the standard library holds a lock.


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Make Ctrl-C raise: it is ignored in a process that a shell runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Interrupted:
    """Fake executor and future; Ctrl-C arrives during each call."""

    def __init__(self) -> None:
        self.finished: list[str] = []

    def submit(self, *_: object) -> Interrupted:
        signal.raise_signal(signal.SIGINT)
        self.finished.append("submit")
        return self

    def add_done_callback(self, call: Callable[[object], None]) -> None:
        signal.raise_signal(signal.SIGINT)
        self.finished.append("add_done_callback")
        call(self)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be blocked here")
@pytest.mark.usefixtures("_interruptible")
def test_an_interruption_waits_until_the_call_of_the_executor_returns() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    asked = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        batch._submit(cast(ProcessPoolExecutor, asked), [])
    with pytest.raises(KeyboardInterrupt):
        batch._result(cast("Future[batch._Results]", asked))
    assert asked.finished == ["submit", "add_done_callback"]
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
    with pytest.raises(KeyboardInterrupt):
        batch._submit(cast(ProcessPoolExecutor, Interrupted()), [])
    assert masked[-1] == (signal.SIG_SETMASK, "before")


def test_letters_are_read_where_signals_cannot_be_blocked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    assert len(list(read_letters(numbered(tmp_path, 5), processes=2))) == 5


def test_a_single_path_is_an_error_with_a_hint() -> None:
    for path, found in (("letters", "'letters'"), (Path("a.txt"), "'a.txt'")):
        with pytest.raises(InvalidTypeError) as caught:
            read_letters(cast("str", path))
        assert str(caught.value) == (
            f"read_letters(paths): expected paths, found one path, {found}; "
            "put it into a list, or list its files"
        )
