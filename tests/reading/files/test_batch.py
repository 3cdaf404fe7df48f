"""Reading many letters: in order, lazily, one result per file, in one process or in several."""

from __future__ import annotations

import math
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
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
from inspection_model.frameworks import shipped_frameworks
from inspection_model.model import Reading
from inspection_model.reading import read_letter_file, read_letters
from inspection_model.reading.files import batch, worker
from inspection_model.reading.files.limits import Limits
from inspection_model.reading.files.worker import Job
from inspection_model.reading.files.workers import Workers

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
    assert 1 <= taken <= processes * batch._AHEAD
    before = taken
    for _ in range(20):
        next(results)
    assert taken <= before + 20
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
    assert batch.processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert batch.processors() == 4
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert batch.processors() == 1


def test_by_default_there_is_one_process_for_each_processor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[int] = []

    def workers(count: int, job: Job) -> Workers:
        asked.append(count)
        return Workers(count, job)

    monkeypatch.setattr(batch, "processors", lambda: 2)
    monkeypatch.setattr(batch, "Workers", workers)
    assert names(read_letters(numbered(tmp_path, 1))) == ["Text 00"]
    assert asked == [2]


def test_the_calling_process_reads_only_if_it_is_asked_to_without_a_limit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[int, Limits]] = []

    def workers(count: int, job: Job) -> Workers:
        asked.append((count, job.limits))
        return Workers(count, job)

    monkeypatch.setattr(batch, "Workers", workers)
    paths = numbered(tmp_path, 2)
    assert names(read_letters(paths, processes=1)) == ["Text 00", "Text 01"]
    assert names(read_letters(paths, processes=1, max_bytes=3)) == ["LetterFormatError"] * 2
    assert asked == []
    assert names(read_letters(paths, processes=1, max_seconds=9)) == ["Text 00", "Text 01"]
    assert names(read_letters(paths, processes=1, max_memory=math.inf)) == ["Text 00", "Text 01"]
    assert [(count, limits.seconds, limits.memory) for count, limits in asked] == [
        (1, 9, 1_000_000_000),
        (1, 60, math.inf),
    ]


@EITHER
def test_a_file_over_the_size_limit_gives_its_error(processes: int, tmp_path: Path) -> None:
    paths = numbered(tmp_path, 2)
    paths[0].write_text("A longer text\n", encoding="utf-8")
    error, reading = read_letters(paths, processes=processes, max_bytes=10)
    assert str(error) == (
        f"{paths[0]}: the file is larger than the limit of 10 bytes; "
        "if it is a letter or report, raise max_bytes"
    )
    assert isinstance(reading, Reading)


@EITHER
def test_a_value_that_is_no_path_gives_its_error(processes: int, tmp_path: Path) -> None:
    (path,) = numbered(tmp_path, 1)
    # A lock cannot be sent to another process.
    values = cast("list[str]", [None, path, threading.Lock(), b"letter.txt", f"{path}\0"])
    results = list(read_letters(values, processes=processes))
    assert names(iter(results)) == [
        "InvalidTypeError",
        "Text 00",
        "InvalidTypeError",
        "InvalidTypeError",
        "LetterFileError",
    ]
    assert str(results[0]) == "read_letters(paths): expected a path, found NoneType"


@EITHER
def test_a_path_longer_than_any_pipe_gives_its_error(processes: int, tmp_path: Path) -> None:
    (path,) = numbered(tmp_path, 1)
    paths = ["x" * 1_000_000] * 5 + [str(path)]
    assert names(read_letters(paths, processes=processes)) == [*["LetterFileError"] * 5, "Text 00"]


@EITHER
def test_an_error_of_the_iterable_is_raised_after_the_results_before_it(
    processes: int, tmp_path: Path
) -> None:
    def failing() -> Iterator[Path]:
        yield from numbered(tmp_path, 3)
        raise PermissionError("a folder is closed")

    results = read_letters(failing(), processes=processes)
    assert names(next(results) for _ in range(3)) == ["Text 00", "Text 01", "Text 02"]
    with pytest.raises(PermissionError, match="a folder is closed"):
        next(results)
    assert multiprocessing.active_children() == []


@EITHER
def test_an_unexpected_error_of_the_reader_does_not_stop_the_other_files(
    processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: str, **_: object) -> Reading:
        if "01" in path:
            raise KeyError("subject")
        if "02" in path:
            raise MemoryError
        return read_letter_file(path)

    monkeypatch.setattr(worker, "read_letter_file", fail)
    monkeypatch.setattr(multiprocessing, "Process", multiprocessing.get_context("fork").Process)
    paths = numbered(tmp_path, 4)
    first, second, third, fourth = read_letters(paths, processes=processes)
    assert isinstance(first, Reading)
    assert isinstance(fourth, Reading)
    assert str(second) == (
        f"{paths[1]}: an unexpected error ended its reading: KeyError: 'subject'; "
        "read_letter_file() shows where; please report it"
    )
    assert str(third) == f"{paths[2]}: there is not enough memory to read it; use fewer processes"
    assert isinstance(second, LetterFormatError)


def test_a_single_path_is_an_error_with_a_hint() -> None:
    for path, found in (("letters", "'letters'"), (Path("a.txt"), "'a.txt'"), (b"a", "\"b'a'\"")):
        with pytest.raises(InvalidTypeError) as caught:
            read_letters(cast("str", path))
        assert str(caught.value) == (
            f"read_letters(paths): expected paths, found one path, {found}; "
            "put it into a list, or list its files"
        )


@pytest.mark.parametrize("value", [True, 2.0, "2"])
def test_a_number_of_processes_that_is_no_whole_number_is_an_error(value: object) -> None:
    with pytest.raises(InvalidTypeError) as caught:
        read_letters([], processes=cast(int, value))
    assert str(caught.value) == (
        f"read_letters(processes): expected a number of processes from 1, found {value!r}"
    )
