"""JSON Lines: one document per line."""

from __future__ import annotations

import errno
import gc
import io
import itertools
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from full_records import INSPECTION, RECORDS

from inspection_model.errors import DocumentError, InvalidTypeError, SchemaVersionError
from inspection_model.model import Inspection
from inspection_model.serialising import dumps, iter_json_lines, load_json_lines, write_json_lines

VALUES = list(RECORDS.values())
GOOD = dumps(Inspection())
NEWER = '{"schema_version":"9.0","type":"inspection"}'


def test_records_of_all_types_go_out_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    assert write_json_lines(iter(VALUES), path) == len(VALUES)
    assert path.read_bytes().count(b"\n") == len(VALUES)
    assert path.read_bytes().endswith(b"}\n")
    assert list(iter_json_lines(path)) == VALUES
    assert list(iter_json_lines(str(path))) == VALUES
    assert load_json_lines(path) == VALUES
    assert write_json_lines([], str(path)) == 0
    assert load_json_lines(path) == []


def test_open_files_and_lists_of_lines_are_sources_as_well(tmp_path: Path) -> None:
    target = io.BytesIO()
    assert write_json_lines(VALUES, target) == len(VALUES)
    target.seek(0)
    assert list(iter_json_lines(target)) == VALUES
    assert not target.closed
    assert list(iter_json_lines(io.StringIO(target.getvalue().decode(), newline=""))) == VALUES
    assert list(iter_json_lines([dumps(value) for value in VALUES])) == VALUES


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_a_source_as_well(kind: type) -> None:
    target = io.BytesIO()
    write_json_lines(VALUES, target)
    assert load_json_lines(kind(target.getvalue())) == VALUES
    assert load_json_lines(kind(b"")) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [(GOOD, 1), (f" \t{GOOD}", 1), (f"{GOOD}\n{GOOD}", 2), (f"\r\n{GOOD}\r\n", 1), ("\n", 0), ('{ "', None)],
)
def test_text_is_a_source_if_it_cannot_be_a_path(text: str, count: int | None) -> None:
    if count is None:
        with pytest.raises(DocumentError, match=r"^line 1: "):
            load_json_lines(text)
    else:
        assert load_json_lines(text) == [Inspection()] * count


def test_a_path_may_start_with_a_brace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_json_lines(VALUES, "{one} record.jsonl")
    assert load_json_lines("{one} record.jsonl") == VALUES
    with pytest.raises(FileNotFoundError):
        load_json_lines("{another}.jsonl")


@pytest.mark.parametrize("source", [None, 5, {"type": "inspection"}, Inspection()])
def test_what_holds_no_lines_is_rejected_at_once(source: Any) -> None:
    with pytest.raises(InvalidTypeError) as caught:
        iter_json_lines(source)
    expected = "expected a path, text, bytes, an open file or an iterable of lines"
    assert str(caught.value) == f"iter_json_lines(source): {expected}, found {type(source).__name__}"


@pytest.mark.parametrize("item", [5, None, {}, Inspection()])
def test_an_item_that_is_no_line_is_rejected_with_its_number(item: Any) -> None:
    with pytest.raises(InvalidTypeError) as caught:
        load_json_lines([GOOD, item])
    place = "iter_json_lines(source), item 2: expected a line of text or bytes"
    assert str(caught.value) == f"{place}, found {type(item).__name__}; give lines as dumps() writes them"


def test_a_file_that_is_open_in_another_encoding_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(f"{GOOD}\n".encode() + b"\xff")
    with (
        path.open(encoding="utf-8", buffering=1) as lines,
        pytest.raises(DocumentError, match=r"expected utf-8, found .*; open the file with encoding"),
    ):
        load_json_lines(lines)


def test_blank_lines_and_a_missing_last_line_feed_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(f"\n \t\r\n{GOOD}\r\n\n{GOOD}".encode())
    assert load_json_lines(path) == [Inspection(), Inspection()]
    assert list(iter_json_lines(["", GOOD])) == [Inspection()]


def test_the_first_bad_line_stops_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f"{GOOD}\n\n[]\n{GOOD}\n{NEWER}\n", encoding="utf-8")
    lines = iter_json_lines(path)
    assert next(lines) == Inspection()
    with pytest.raises(DocumentError, match=rf"^{path}, line 3: .*expected an object") as caught:
        next(lines)
    assert caught.value.source == f"{path}, line 3"
    with pytest.raises(DocumentError, match=r"^line 1: "):
        load_json_lines(["{"])


def test_errors_can_be_collected_instead(tmp_path: Path) -> None:
    errors: list[DocumentError] = []
    lines = [GOOD, "[]", GOOD, NEWER, '{"schema_version":"2.1","type":"inspection","x":1,"y":2}']
    assert load_json_lines(lines, errors=errors) == [Inspection(), Inspection()]
    assert [error.source for error in errors] == ["line 2", "line 4", "line 5"]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    of_file: list[DocumentError] = []
    assert load_json_lines(path, errors=of_file) == [Inspection(), Inspection()]
    assert [error.source for error in of_file] == [f"{path}, {error.source}" for error in errors]
    assert [type(error) for error in errors] == [DocumentError, SchemaVersionError, DocumentError]
    assert len(errors[2].faults) == 2


def test_a_file_that_was_opened_here_is_closed_when_the_reading_stops(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    write_json_lines(VALUES, path)
    lines = iter_json_lines(path)
    next(lines)
    assert isinstance(lines, Iterator)
    lines.close()  # type: ignore[attr-defined]  # a generator; an open file would warn, and warnings are errors


def test_only_records_are_written() -> None:
    with pytest.raises(InvalidTypeError):
        write_json_lines(["x"], io.BytesIO())  # type: ignore[list-item]  # what an unchecked caller does


def test_a_single_record_is_not_written_as_several() -> None:
    with pytest.raises(InvalidTypeError, match=r"found Inspection; put a single record into a list$"):
        write_json_lines(Inspection(), io.BytesIO())  # type: ignore[arg-type]  # what an unchecked caller does


@pytest.mark.parametrize("target", [io.StringIO(), None, 5])
def test_a_target_that_takes_no_bytes_is_rejected(target: Any) -> None:
    with pytest.raises(InvalidTypeError) as caught:
        write_json_lines([Inspection()], target)
    expected = "expected a path, or a file that is open for writing bytes"
    found = f'found {type(target).__name__}; open it with mode "wb"'
    assert str(caught.value) == f"write_json_lines(target): {expected}, {found}"


def test_what_cannot_be_written_to_its_end_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(InvalidTypeError):
        write_json_lines([*VALUES, "x"], path)  # type: ignore[list-item]  # what an unchecked caller does
    program = """if True:
        import resource, signal, sys, inspection_model as im
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            im.write_json_lines([im.Inspection()] * 50, sys.argv[1])
        except OSError as error:
            sys.exit(error.strerror)
    """
    if os.name == "posix":
        done = subprocess.run([sys.executable, "-c", program, path], stderr=subprocess.PIPE, check=False)
        assert done.stderr == f"{os.strerror(errno.EFBIG)}\n".encode()
    assert path.read_text(encoding="utf-8") == "before"
    assert [*tmp_path.iterdir()] == [path]


def test_a_missing_file_is_the_usual_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_json_lines(tmp_path / "nowhere.jsonl")


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_paused_and_then_as_before(enabled: bool) -> None:
    seen: list[bool] = []

    def lines() -> Iterator[str]:
        seen.append(gc.isenabled())
        yield GOOD
        yield "[]"

    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(DocumentError):
            load_json_lines(lines())
        assert gc.isenabled() is enabled
        assert load_json_lines([GOOD]) == [Inspection()]
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
    assert seen == [False]


def test_what_somebody_else_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        load_json_lines([GOOD])
        assert gc.get_freeze_count() >= frozen - 100  # some of them may have been collected already
    finally:
        gc.unfreeze()


def test_reading_and_writing_take_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"

    def peak(count: int) -> int:
        tracemalloc.start()
        write_json_lines(itertools.repeat(INSPECTION, count), path)
        assert sum(1 for _ in iter_json_lines(path)) == count
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(2)  # objects that are created only once
    assert peak(400) < 2 * peak(40)
