"""The command `table`: letters, folders and records to files of tables."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_letters import BARE, LETTER, files_in, python, run

import inspection_model as im
from inspection_model.cli import progress_file, table_command, table_job
from inspection_model.tables import slices
from inspection_model.tables.slices import LinesJob

START = "import sys; from inspection_model.cli import main; main(sys.argv[1:])"


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two letters, one in a folder inside it, and files that are no letters."""
    place = tmp_path / "letters"
    (place / "2009").mkdir(parents=True)
    (place / ".hidden").mkdir()
    (place / "2009" / "a.txt").write_text(LETTER, encoding="utf-8")
    (place / "b.TXT").write_text(BARE, encoding="utf-8")
    (place / ".hidden" / "c.txt").write_text(LETTER, encoding="utf-8")
    (place / ".d.txt").write_text(LETTER, encoding="utf-8")
    (place / "notes.docx").write_bytes(b"PK")
    return place


def test_a_folder_is_walked_and_a_row_names_its_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "table.csv"
    assert run("table", folder, "-o", output) == 0
    found = {(row["source_file"], row["source_sha256"]) for row in read(output)}
    assert found == {
        (str(folder / "2009/a.txt"), hashlib.sha256(LETTER.encode()).hexdigest()),
        (str(folder / "b.TXT"), hashlib.sha256(BARE.encode()).hexdigest()),
    }
    assert files_in(tmp_path) == {"letters", "table.csv", "table.csv.datapackage.json"}
    assert "2 read, 0 failed" in capsys.readouterr().err


def test_two_documents_with_one_id_are_reported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("table", folder, "-o", tmp_path / "t.csv") == 0
    assert "2 documents have the id ofsted-ucra/sampleton-borough-council" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["xlsx", "duckdb"])
def test_a_workbook_and_a_database_have_all_tables(folder: Path, tmp_path: Path, suffix: str) -> None:
    for module in ("duckdb", "openpyxl", "xlsxwriter"):
        pytest.importorskip(module)
    output = tmp_path / f"t.{suffix}"
    assert run("table", folder, "-o", output) == 0
    names = ["findings", "inspections", "judgements", "evidence", "people", "remarks"]
    if suffix == "xlsx":
        openpyxl: Any = pytest.importorskip("openpyxl")
        assert openpyxl.load_workbook(output, read_only=True).sheetnames == [*names, "columns"]
    else:
        duckdb: Any = pytest.importorskip("duckdb")
        with duckdb.connect(str(output), read_only=True) as connection:
            assert {row[0] for row in connection.execute("show tables").fetchall()} == set(names)


def test_one_table_or_all_tables_may_be_chosen(letter: Path, tmp_path: Path) -> None:
    assert run("table", letter, "-o", tmp_path / "t.csv", "--table", "inspections") == 0
    (row,) = read(tmp_path / "t.csv")
    assert (row["findings"], row["first_day"]) == ("3", "2009-10-06")
    assert run("table", letter, "-o", tmp_path / "all.jsonl", "--table", "all") == 0
    assert {"all-findings.jsonl", "all-remarks.jsonl"} < files_in(tmp_path)


def test_the_layout_of_data_to_insight_has_one_row_an_inspection(letter: Path, tmp_path: Path) -> None:
    assert run("table", letter, "-o", tmp_path / "t.csv", "--layout", "d2i", "--bom") == 0
    (row,) = read(tmp_path / "t.csv")
    assert (row["inspection_start_date"], row["overall_effectiveness_grade"]) == ("2009-10-06", "")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfurn,la_code,")


def test_records_and_json_lines_are_taken_and_annual_ratings_are_not(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reading = im.read_letter_file(letter)
    rating = im.AnnualRating(
        authority=im.Authority(name="Wenmouth"), year=2010, rating=im.Rating.PERFORMS_WELL
    )
    (tmp_path / "one.json").write_text(im.dumps(reading), encoding="utf-8")
    im.write_json_lines([reading.inspection, rating], tmp_path / "many.jsonl")
    with (tmp_path / "many.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    inputs = [tmp_path / "many.jsonl", tmp_path / "one.json", letter]
    assert run("table", *inputs, "-o", tmp_path / "t.csv", "--table", "remarks") == 1
    assert [(row["code"], Path(row["source_file"]).name) for row in read(tmp_path / "t.csv")] == [
        ("error", "many.jsonl:2"),
        ("error", "many.jsonl:3"),
        *[("authority-uncertain", ""), ("count-mismatch", "")],
        *[("authority-uncertain", "letter.txt"), ("count-mismatch", "letter.txt")],
    ]
    assert "many.jsonl:2: AnnualRating has no row in the tables" in capsys.readouterr().err


@pytest.mark.parametrize("large", [False, True])
def test_a_large_file_of_json_lines_gives_the_same_rows_and_messages(
    large: bool,
    letter: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[Path] = []
    of_job = LinesJob.slices

    def started_slices(job: LinesJob, path: Path) -> Iterator[slices.Slice]:
        started.append(path)
        return of_job(job, path)

    monkeypatch.setattr(LinesJob, "slices", started_slices)
    monkeypatch.setattr(slices, "SLICE", 20_000)
    monkeypatch.setattr(table_job, "_LARGE", 100_000 if large else 10_000_000)
    monkeypatch.setattr(table_command, "processors", lambda: 2)
    im.write_json_lines([im.read_letter_file(letter)] * 100, tmp_path / "many.jsonl")
    texts = (tmp_path / "many.jsonl").read_text(encoding="utf-8").splitlines()
    texts[40], texts[70] = "{}", texts[70][:-5]
    (tmp_path / "many.jsonl").write_text("\n".join(texts), encoding="utf-8")
    assert run("table", tmp_path / "many.jsonl", letter, "-o", tmp_path / "t.csv", "--table", "remarks") == 1
    shown = capsys.readouterr().err
    assert "many.jsonl:41: " in shown
    assert "many.jsonl:71: " in shown
    assert "99 documents have the id" in shown
    assert "99 read, 2 failed" in shown
    found = read(tmp_path / "t.csv")
    assert len(found) == 99 * 2 + 2
    assert [Path(row["source_file"]).name for row in found if row["code"] == "error"] == [
        "many.jsonl:41",
        "many.jsonl:71",
    ]
    assert started == [tmp_path / "many.jsonl"] * large


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_written(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.pdf"
    assert run("table", empty, missing, letter, "-o", tmp_path / "t.csv", "--table", "remarks") == 1
    shown = capsys.readouterr().err
    assert f"{missing}: the file does not exist" in shown
    assert "1 read, 2 failed" in shown
    first, second, *_ = read(tmp_path / "t.csv")
    assert (first["code"], first["source_file"], second["source_sha256"]) == ("error", str(empty), "")
    assert first["source_sha256"] == hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize(("count", "status"), [(1, 2), (2, 1)])
def test_if_no_input_can_be_read_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], count: int, status: int
) -> None:
    missing = [tmp_path / f"missing-{number}.pdf" for number in range(count)]
    assert run("table", *missing, "-o", tmp_path / "t.csv") == status
    assert "no input could be read; nothing was written" in capsys.readouterr().err
    assert files_in(tmp_path) == set()


def test_a_folder_without_letters_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("table", tmp_path, "-o", tmp_path / "t.csv") == 2
    assert "this folder has no file with one of the suffixes .pdf, .txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "t.ods"), "No table format has the suffix of t.ods; use one of .csv, .xlsx"),
        (("-o", "t.csv", "--layout", "d2i", "--table", "all"), "--layout replaces --table"),
        (("-o", "nowhere/t.csv"), "nowhere/t.csv: cannot be written: the folder does not exist"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused(
    letter: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert run("table", letter, *arguments) == 2
    assert words in capsys.readouterr().err


def test_an_output_that_is_a_folder_is_refused(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letter.parent / "t.jsonl").mkdir()
    assert run("table", letter, "-o", letter.parent / "t.jsonl") == 2
    assert "t.jsonl is a folder; name a file after -o" in capsys.readouterr().err
    assert files_in(letter.parent) == {"letter.txt", "t.jsonl"}


def test_an_output_never_overwrites_an_input(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = letter.with_suffix(".jsonl")
    im.write_json_lines([im.read_letter_file(letter)], records)
    before = records.read_bytes()
    assert run("table", records, "-o", records) == 2
    assert "this output is the input" in capsys.readouterr().err
    assert records.read_bytes() == before


def test_a_custom_framework_is_used(letter: Path, tmp_path: Path) -> None:
    framework = Path(__file__).parents[1] / "frameworks/harbour-survey.toml"
    assert run("table", letter, "-o", tmp_path / "t.csv", "--framework", framework) == 0
    assert {row["kind"] for row in read(tmp_path / "t.csv")} == {"ofsted-ucra"}


def stopped(folder: Path, output: Path) -> None:
    """Start a run, and kill it when it has read a letter."""
    # The pipe is the last input: the run waits for it after it has read the letters.
    slow = "import time; from inspection_model.cli import table_job as t; old = t.TableJob._of_letter\n"
    slow += "def wait(self, *rest):\n    found = old(self, *rest)\n    time.sleep(60)\n    return found\n"
    slow += f"t.TableJob._of_letter = wait\n{START}"
    kept = output.with_name(f".{output.name}.progress")
    with python(slow, "table", folder, "-o", output) as process:
        end = time.monotonic() + 30
        while not (kept.exists() and kept.read_bytes().count(b"\n") == 2) and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()


def test_a_run_that_was_killed_goes_on_from_what_it_has_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "t.csv"
    stopped(folder, output)
    assert not output.exists()
    assert (tmp_path / ".t.csv.progress").exists()
    read_again: list[str] = []
    from inspection_model.cli.batch import Reader

    letters = Reader.letters

    def count(self: Reader, inputs: Any) -> Any:
        read_again.extend(entry.name for entry in inputs)
        return letters(self, inputs)

    monkeypatch.setattr(Reader, "letters", count)
    assert run("table", folder, "-o", output) == 0
    assert read_again == [str(folder / "b.TXT")]
    assert len({row["source_file"] for row in read(output)}) == 2
    whole = output.read_bytes()
    assert not (tmp_path / ".t.csv.progress").exists()
    assert run("table", folder, "-o", output) == 0
    assert output.read_bytes() == whole


Opens = Callable[[Path, bytes], progress_file.ProgressFile]


@pytest.fixture
def opened() -> Iterator[Opens]:
    """A function that opens a progress file, which is closed at the end of the test."""
    with contextlib.ExitStack() as stack:

        def open_file(path: Path, state: bytes) -> progress_file.ProgressFile:
            path.touch()
            return progress_file.ProgressFile(stack.enter_context(path.open("rb+")), state)

        yield open_file


def test_a_progress_file_of_another_version_is_not_used(letter: Path, tmp_path: Path, opened: Opens) -> None:
    path = tmp_path / "kept"
    reading = im.read_letter_file(letter)
    first = opened(path, b"1\n")
    first.add("a" * 64, reading)
    first.add("a" * 64, reading)
    first.add(None, reading)
    assert first.find("a" * 64) == reading
    assert len(opened(path, b"1\n")) == 1
    assert len(opened(path, b"2\n")) == 0
    assert path.read_bytes() == b"2\n"


def test_a_torn_line_of_a_progress_file_is_cut_and_a_damaged_one_is_an_error(
    letter: Path, tmp_path: Path, opened: Opens
) -> None:
    path = tmp_path / "kept"
    reading = im.read_letter_file(letter)
    opened(path, b"1\n").add("a" * 64, reading)
    whole = path.read_bytes()
    with path.open("ab") as file:
        file.write(b"b" * 64 + b' {"')
    again = opened(path, b"1\n")
    assert ("a" * 64 in again, "b" * 64 in again) == (True, False)
    assert path.read_bytes() == whole
    path.write_bytes(whole.replace(b'"inspection"', b'"moorings"'))
    found = opened(path, b"1\n").find("a" * 64)
    assert isinstance(found, im.LetterFormatError)
    assert "delete it" in str(found)
    path.write_bytes(b"1\n" + b"c" * 64 + b" " + im.dumps(reading.inspection).encode() + b"\n")
    assert isinstance(opened(path, b"1\n").find("c" * 64), im.LetterFormatError)


def test_an_error_keeps_what_was_read_and_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("inspection_model.cli.table_job.TableJob._of_record", interrupt)
    (folder / "record.json").write_text(im.dumps(im.Inspection()), encoding="utf-8")
    output = tmp_path / "t.csv"
    assert run("table", folder, folder / "record.json", "-o", output) == 130
    assert "the same command continues from there" in capsys.readouterr().err
    assert files_in(tmp_path) == {"letters", ".t.csv.progress"}


@pytest.mark.skipif(os.name == "nt", reason="names of files are text on Windows")
def test_a_name_that_is_not_text_is_stored_as_text(letter: Path, tmp_path: Path) -> None:
    for module in ("duckdb", "xlsxwriter"):
        pytest.importorskip(module)
    strange = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        os.rename(os.fsencode(letter), strange)  # noqa: PTH104  # a path is text
    except OSError:
        pytest.skip("the file system has no such names")
    for suffix in ("csv", "xlsx", "parquet", "duckdb", "jsonl"):
        assert run("table", os.fsdecode(strange), "-o", tmp_path / f"t.{suffix}") == 0
    assert {row["source_file"][-5:] for row in read(tmp_path / "t.csv")} == {"�.txt"}
