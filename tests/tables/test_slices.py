"""JSON Lines to rows in several processes."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from pathlib import Path
from typing import Any

import attrs
import pytest
from table_samples import EMPTY, EXAMPLES, REPORT

import inspection_model as im
from inspection_model import dumps, tables
from inspection_model.serialising.documents import labelled_line
from inspection_model.tables import slices
from inspection_model.tables.slices import LinesJob

READING = im.read_letter_file(EXAMPLES[0])
SCHEMAS = tuple(tables.table_schemas()[name] for name in ("findings", "remarks"))


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of many slices, with blank lines and without a line feed at its end."""
    monkeypatch.setattr(slices, "SLICE", 5_000)
    path = tmp_path / "many.jsonl"
    records: list[im.Inspection | im.Reading] = []
    for number in range(40):
        authority = im.Authority(name=f"Council {number}")
        records += [attrs.evolve(REPORT, authority=authority), EMPTY, READING]
    text = "\n\n".join(map(im.dumps, records))
    path.write_text(f"\n{text}", encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "duckdb", "jsonl"])
def test_two_processes_write_the_file_that_one_writes(many: Path, tmp_path: Path, suffix: str) -> None:
    library = {"xlsx": "openpyxl", "parquet": "polars", "duckdb": "duckdb"}.get(suffix, "csv")
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}.get(suffix, library))
    module: Any = pytest.importorskip(library)

    def content(path: Path) -> Any:
        if suffix == "xlsx":
            return list(module.load_workbook(path)["findings"].values)
        if suffix == "parquet":
            return module.read_parquet(path).to_dicts()
        if suffix == "duckdb":
            with module.connect(str(path), read_only=True) as connection:
                return connection.execute("from findings").fetchall()
        return path.read_bytes()

    found = []
    for processes in (1, 2, None):
        path = tmp_path / f"{processes}.{suffix}"
        tables.write_tables(many, path, processes=processes)
        found.append(content(path))
    assert len(found[0]) >= 480
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_the_slices_of_a_file_are_its_lines_in_order(many: Path) -> None:
    job = LinesJob(schemas=SCHEMAS, processes=2, packed=False)
    found = list(job.slices(many))
    assert len(found) > 5
    numbered = [pair for each in found for pair in each.lines(many)]
    expected = many.read_bytes().split(b"\n")
    assert numbered == [(place, line) for place, line in enumerate(expected, start=1) if line]
    assert sum(each.count for each in found) == len(expected)
    assert [name for each in found for name in each.ids][1::3] == [EMPTY.id] * 40


def test_an_error_names_its_line(many: Path, tmp_path: Path) -> None:
    texts = many.read_text(encoding="utf-8").split("\n")
    texts[161] = texts[161].replace('"type"', '"typ"', 1)
    many.write_text("\n".join(texts), encoding="utf-8")
    for processes in (1, 2):
        with pytest.raises(im.DocumentError, match=r"many\.jsonl, line 162") as caught:
            tables.write_tables(many, tmp_path / "t.csv", processes=processes)
        assert caught.value.faults
    assert not (tmp_path / "t.csv").exists()


def test_a_record_without_rows_is_rejected_as_in_one_process(many: Path, tmp_path: Path) -> None:
    rating = im.AnnualRating(
        authority=im.Authority(name="Wenmouth"), year=2010, rating=im.Rating.PERFORMS_WELL
    )
    with many.open("a", encoding="utf-8") as file:
        file.write(f"\n{im.dumps(rating)}\n")
    with pytest.raises(im.InvalidTypeError, match="found AnnualRating; leave annual ratings out"):
        tables.write_tables(many, tmp_path / "t.csv", processes=2)


@pytest.mark.parametrize(("given", "error"), [(0, im.InvalidValueError), ("2", im.InvalidTypeError)])
def test_a_number_of_processes_that_is_none_is_rejected(
    given: Any, error: type[Exception], tmp_path: Path
) -> None:
    with pytest.raises(error, match=r"write_tables\(processes\): expected a number of processes from 1"):
        tables.write_tables(EMPTY, tmp_path / "t.csv", processes=given)


def test_records_that_are_no_file_are_read_in_this_process(tmp_path: Path) -> None:
    for records in ([REPORT], im.dumps(REPORT)):
        tables.write_tables(records, tmp_path / "t.jsonl", processes=2)
        assert (tmp_path / "t.jsonl").read_bytes().count(b"\n") == 3


def test_a_process_that_cannot_be_started_is_an_error(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_process: object) -> None:
        raise OSError("no processes are left")

    monkeypatch.setattr(multiprocessing.Process, "start", fail)
    with pytest.raises(im.WorkerError, match=r"cannot be started: no processes are left; .*processes=1"):
        tables.write_tables(many, tmp_path / "t.csv", processes=2)
    assert not (tmp_path / "t.csv").exists()


@pytest.mark.skipif(os.name != "posix", reason="the process is replaced when it is forked")
def test_a_process_that_is_killed_is_an_error(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LinesJob, "read", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(im.WorkerError, match="a worker process ended unexpectedly; use fewer processes"):
        tables.write_tables(many, tmp_path / "t.csv", processes=2)
    assert multiprocessing.active_children() == []


def test_no_process_is_left_when_the_reading_is_stopped(many: Path) -> None:
    job = LinesJob(schemas=SCHEMAS, processes=2, packed=False)
    iterator: Any = job.slices(many)
    next(iterator)
    assert len(multiprocessing.active_children()) == 2
    iterator.close()
    assert multiprocessing.active_children() == []


def test_the_program_of_a_process_ends_with_its_caller(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "leave_signals_to_caller", lambda: None)
    here, there = multiprocessing.Pipe()
    inherited, other = multiprocessing.Pipe()
    here.send((0, 5_000))
    here.close()
    with there, other:
        slices._work(there, inherited, many, LinesJob(schemas=SCHEMAS, processes=1, packed=False))
    assert inherited.closed


@pytest.mark.parametrize("processes", [1, 2])
def test_the_file_that_a_line_names_is_the_source_of_its_rows(tmp_path: Path, processes: int) -> None:
    path = tmp_path / "named.jsonl"
    lines = [
        labelled_line(REPORT, file="a.pdf"),
        dumps(REPORT).encode(),
        labelled_line(READING, file="b.txt"),
    ]
    path.write_bytes(b"\n".join(lines))
    tables.write_tables(path, tmp_path / "t.jsonl", tables="inspections", processes=processes)
    written = map(json.loads, (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines())
    assert [row["source_file"] for row in written] == ["a.pdf", None, "b.txt"]


def test_a_slice_with_an_invalid_line_or_another_record_has_no_rows(tmp_path: Path) -> None:
    rating = im.AnnualRating(
        authority=im.Authority(name="Wenmouth"), year=2010, rating=im.Rating.PERFORMS_WELL
    )
    job = LinesJob(schemas=SCHEMAS, processes=1, packed=False)
    for text in (f"{im.dumps(REPORT)}\n{{}}\n", f"\n{im.dumps(rating)}"):
        (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
        assert job.read(tmp_path / "a.jsonl", (0, len(text))) == slices.Slice(count=2)


@pytest.mark.parametrize("packed", [False, True])
def test_rows_for_arrow_are_a_message(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("pyarrow")
    im.write_json_lines([REPORT], tmp_path / "a.jsonl")
    found = LinesJob(schemas=SCHEMAS, processes=1, packed=packed).read(tmp_path / "a.jsonl", (0, 1_000_000))
    assert found.batches is not None
    assert [(batch.length, batch.message is not None) for batch in found.batches] == [
        (3, packed),
        (0, packed),
    ]
    assert found.ids == (REPORT.id,)


@pytest.mark.skipif(os.name != "posix", reason="the process is replaced when it is forked")
def test_the_caller_reads_what_a_process_has_not_read(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables.write_tables(many, tmp_path / "one.csv")
    monkeypatch.setattr(LinesJob, "read", lambda *_: slices.Slice(count=0))
    tables.write_tables(many, tmp_path / "two.csv", processes=2)
    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()
