"""Many letters: in order, lazily, each with its own result, in one process or in several."""

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

from inspection_model.errors import (
    InspectionModelError,
    InvalidTypeError,
    InvalidValueError,
    LetterFileError,
    LetterFormatError,
)
from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.model import Reading
from inspection_model.reading import folders, read_letter_file, read_letters

LETTERS = sorted((Path(__file__).parent / "letters").glob("*.txt"))
EITHER = pytest.mark.parametrize("processes", [1, 2])


def names(results: Iterator[Reading | InspectionModelError]) -> list[str]:
    """Say what each result is: the first words of the letter, or the error's class."""
    return [
        result.source.split("\n", 1)[0] if isinstance(result, Reading) else type(result).__name__
        for result in results
    ]


def numbered(folder: Path, count: int) -> list[Path]:
    """Write small texts, each with its number."""
    paths = [folder / f"{number:02}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Text {path.stem}\n", encoding="utf-8")
    return paths


def test_there_are_letters_to_read() -> None:
    assert len(LETTERS) >= 4


@EITHER
def test_each_letter_is_read_as_it_is_alone(processes: int) -> None:
    assert list(read_letters(LETTERS, processes=processes)) == [read_letter_file(path) for path in LETTERS]


@EITHER
def test_the_results_come_in_the_order_of_the_files(processes: int, tmp_path: Path) -> None:
    paths = numbered(tmp_path, 30)
    assert names(read_letters(paths, processes=processes)) == [f"Text {path.stem}" for path in paths]
    assert names(read_letters(paths[::-1], processes=processes))[0] == "Text 29"


@EITHER
def test_one_bad_file_gives_its_error_and_stops_no_other(processes: int, tmp_path: Path) -> None:
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
    assert str(results[1]) == f"{tmp_path / 'missing.txt'}: there is no such file"


@EITHER
def test_no_files_give_no_results(processes: int) -> None:
    assert list(read_letters([], processes=processes)) == []


@EITHER
def test_only_a_few_files_are_taken_ahead(processes: int, tmp_path: Path) -> None:
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
    assert 1 <= taken <= processes * folders._BATCH * folders._WAITING
    before = taken
    for _ in range(20):
        next(results)
    assert taken <= before + 20 + folders._BATCH
    close(results)


def close(results: Iterator[object]) -> None:
    """Close the generator that the iterator is."""
    closing: Callable[[], None] = vars(type(results))["close"].__get__(results)
    closing()


def test_closing_the_iterator_ends_the_processes(tmp_path: Path) -> None:
    results = read_letters(numbered(tmp_path, 30), processes=2)
    next(results)
    assert multiprocessing.active_children()
    close(results)
    assert multiprocessing.active_children() == []
    assert list(results) == []


def test_reading_to_the_end_ends_the_processes(tmp_path: Path) -> None:
    assert len(list(read_letters(numbered(tmp_path, 5), processes=2))) == 5
    assert multiprocessing.active_children() == []


@EITHER
def test_the_frameworks_that_are_given_are_looked_for(processes: int) -> None:
    frameworks = (framework for framework in shipped_frameworks() if framework.id == "ofsted-ucra")
    results = read_letters(LETTERS, frameworks=frameworks, processes=processes)
    found = {result.inspection.framework for result in results if isinstance(result, Reading)}
    assert found == {"ofsted-ucra", None}


@pytest.mark.parametrize("processes", [0, -1])
def test_less_than_one_process_is_refused_at_once(processes: int) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_letters([], processes=processes)
    assert str(caught.value) == (
        f"read_letters(processes): expected a number of processes from 1, found {processes}"
    )


def test_as_many_processes_read_as_this_one_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 5}, raising=False)
    assert folders._processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert folders._processors() == 4
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert folders._processors() == 1


def test_the_number_of_processes_may_be_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[int] = []

    def executor(count: int, frameworks: tuple[Framework, ...] | None) -> ProcessPoolExecutor:
        asked.append(count)
        return forked(count, frameworks)

    monkeypatch.setattr(folders, "_processors", lambda: 2)
    monkeypatch.setattr(folders, "_executor", executor)
    assert names(read_letters(numbered(tmp_path, 1))) == ["Text 00"]
    assert asked == [2]


def test_an_executor_has_the_processes_and_the_frameworks_that_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[object] = []
    monkeypatch.setattr(
        "concurrent.futures.ProcessPoolExecutor", lambda *args, **more: given.append((args, more))
    )
    folders._executor(3, ())
    assert given == [((3,), {"initializer": folders._start_worker, "initargs": ((),)})]


@pytest.mark.parametrize("holds", [True, False], ids=["signals can be held back", "they cannot"])
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
    monkeypatch.setattr(folders, "_frameworks", None)
    northmere = [path for path in LETTERS if "northmere" in path.name]
    folders._start_worker(())
    (reading,) = pickle.loads(pickle.dumps(folders._read_batch([*northmere])))
    assert isinstance(reading, Reading)
    assert reading.inspection.framework is None
    assert handled[:2] == [(signal.SIGINT, signal.SIG_IGN), (signal.SIGTERM, signal.SIG_DFL)]
    assert threads == [(folders._end_with_caller, True)]
    # It began with both held back, if that can be.
    assert handled[2:] == [(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))] * holds


def test_a_worker_ends_when_its_parent_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    # What it does there for real is tested with the command line.
    done: list[object] = []

    class Parent:
        def join(self) -> None:
            done.append("joined")

    monkeypatch.setattr(os, "_exit", done.append)
    folders._end_with_caller()
    assert done == []  # this process is nobody's worker
    monkeypatch.setattr(multiprocessing, "parent_process", Parent)
    folders._end_with_caller()
    assert done == ["joined", 1]


# A file that kills the process that reads it.


def forked(count: int, frameworks: tuple[Framework, ...] | None) -> ProcessPoolExecutor:
    """Make the executor whose processes begin as copies of this one, with what was patched."""
    return ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("fork"),
        initializer=folders._start_worker,
        initargs=(frameworks,),
    )


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make files called deadly kill the process that reads them, but for this one.

    One called late waits until it is told to.
    """
    here = os.getpid()
    read = folders._read

    def kill(path: str | Path, frameworks: tuple[Framework, ...] | None) -> Reading | InspectionModelError:
        path = Path(path)
        if path.name.startswith("deadly") and os.getpid() != here:
            while "late" in path.name and not path.with_name("now").exists():
                time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGKILL)
        return read(path, frameworks)

    monkeypatch.setattr(folders, "_read", kill)
    monkeypatch.setattr(folders, "_executor", forked)


@pytest.mark.usefixtures("deadly")
@pytest.mark.parametrize("places", [(0,), (9,), (0, 1), (3, 4, 17), (29,)])
def test_a_file_that_kills_its_process_is_one_error_in_its_place(
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
        str(error) == f"{paths[places[0]]}: reading it ended the process that read it; fetch the file again"
    )
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("deadly")
def test_after_a_killed_process_as_many_read_on_with_the_same_frameworks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[object] = []

    def executor(count: int, frameworks: tuple[Framework, ...] | None) -> ProcessPoolExecutor:
        asked.append((count, frameworks))
        return forked(count, frameworks)

    monkeypatch.setattr(folders, "_executor", executor)
    error, *readings = read_letters([tmp_path / "deadly", *LETTERS * 2], frameworks=(), processes=2)
    assert asked == [(2, ()), *[(1, ())] * folders._BATCH, (2, ())]
    assert isinstance(error, LetterFormatError)
    assert len(readings) == len(LETTERS) * 2
    for reading in readings:
        assert isinstance(reading, Reading)
        assert reading.inspection.framework is None


@pytest.mark.usefixtures("deadly")
def test_a_process_that_was_killed_while_nobody_asked_stops_no_file(tmp_path: Path) -> None:
    paths = numbered(tmp_path, 80)
    paths[4] = tmp_path / "deadly-late.txt"
    results = read_letters(paths, processes=2)
    first = next(results)
    assert multiprocessing.active_children()
    (tmp_path / "now").touch()
    while multiprocessing.active_children():  # the executor ends its other process itself
        time.sleep(0.01)
    rest = names(results)
    assert isinstance(first, Reading)
    assert len(rest) == 79
    assert rest[3] == "LetterFormatError"
    assert rest.count("LetterFormatError") == 1


def test_what_cannot_be_submitted_fails_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise BrokenExecutor("a process was terminated abruptly")

    with forked(1, None) as executor:
        monkeypatch.setattr(executor, "submit", broken)
        future = folders._submit(executor, [])
    with pytest.raises(BrokenExecutor, match="terminated abruptly"):
        future.result()


# Ctrl-C, at a moment that the standard library's locks would not survive.


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C raise: what a shell runs in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Interrupted:
    """Stands for an executor and a future: Ctrl-C comes while each is asked."""

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


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be held back here")
@pytest.mark.usefixtures("_interruptible")
def test_an_interruption_waits_until_the_executor_has_been_asked() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    asked = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        folders._submit(cast(ProcessPoolExecutor, asked), [])
    with pytest.raises(KeyboardInterrupt):
        folders._result(cast("Future[folders._Results]", asked))
    assert asked.finished == ["submit", "add_done_callback"]
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


@pytest.mark.usefixtures("_interruptible")
def test_an_interruption_from_just_before_leaves_no_signal_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    masked: list[tuple[object, object]] = []

    def mask(how: object, signals: object) -> str:
        masked.append((how, signals))
        if how == signal.SIG_BLOCK and signals:
            raise KeyboardInterrupt
        return "before"

    monkeypatch.setattr(signal, "pthread_sigmask", mask, raising=False)
    with pytest.raises(KeyboardInterrupt):
        folders._submit(cast(ProcessPoolExecutor, Interrupted()), [])
    assert masked[-1] == (signal.SIG_SETMASK, "before")


def test_where_signals_cannot_be_held_back_letters_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    assert len(list(read_letters(numbered(tmp_path, 5), processes=2))) == 5


def test_a_single_path_is_refused_with_what_to_do() -> None:
    for path, found in (("letters", "'letters'"), (Path("a.txt"), "'a.txt'")):
        with pytest.raises(InvalidTypeError) as caught:
            read_letters(cast("str", path))
        assert str(caught.value) == (
            f"read_letters(paths): expected paths, found one path, {found}; "
            "put it into a list, or list its files"
        )
