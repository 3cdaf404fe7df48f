"""Inputs are found and told apart in one way, in every command."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_letters import ANY_NAME, BARE, LETTER, files_in, run

from inspection_model.cli.arguments import Argument, find_inputs
from inspection_model.cli.inputs import Input
from inspection_model.errors import LetterFileError
from inspection_model.model import AnnualRating, Authority, Inspection, Reading
from inspection_model.reading import read_letter
from inspection_model.rendering import render_html, render_text
from inspection_model.serialising import dumps, loads
from inspection_model.vocabulary import Rating

Captured = pytest.CaptureFixture[str]
posix = pytest.mark.skipif(os.name != "posix", reason="the fault can be made on POSIX systems only")
RATING = AnnualRating(authority=Authority(name="Sampleton"), year=2009, rating=Rating.PERFORMS_ADEQUATELY)
FRAMEWORK = Path(__file__).parents[2] / "src/inspection_model/frameworks/data/ofsted-ucra.toml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with letters in two folders, and files that are none; it is the working directory."""
    monkeypatch.chdir(tmp_path)
    letters = Path("letters")
    for name, text in (("a.txt", LETTER), ("2009/a.TXT", BARE), (".hidden.txt", ""), (".old/b.txt", "")):
        file = letters / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (letters / "notes.docx").touch()
    return letters


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize(
    ("command", "count"),
    [
        (("read", "--format", "jsonl"), 2),
        (("check",), 2),
        (("framework", "check", FRAMEWORK), 4),  # and a line about the framework, and the total
        (("history",), 12),
    ],
)
def test_a_folder_stands_for_the_documents_in_it_and_in_its_folders(
    command: tuple[object, ...], count: int, folder: Path, capsys: Captured
) -> None:
    assert run(*command, folder) == 0
    output = lines(capsys.readouterr().out)
    assert len(output) >= count
    if command[0] != "history":
        assert len(output) == count


def test_a_folder_without_documents_is_an_error(tmp_path: Path, capsys: Captured) -> None:
    for command, words in (
        ("read", ".pdf, .txt"),
        ("render", ".json, .jsonl, .ndjson"),
        ("check", ".ndjson"),
    ):
        assert run(command, tmp_path) == 2
        error = capsys.readouterr().err
        assert error.startswith(f"inspection-model: {tmp_path}: this folder has no file with one of the suff")
        assert error.endswith(f"{words}\n") or words in error


def test_a_folder_with_one_document_is_written_as_json_lines(folder: Path, capsys: Captured) -> None:
    assert run("read", folder / "2009") == 0
    output = capsys.readouterr().out
    assert output.count("\n") == 1
    assert json.loads(output)["file"] == str(folder / "2009" / "a.TXT")


def test_files_keep_their_place_in_an_output_folder(folder: Path) -> None:
    Path("out").mkdir()
    assert run("read", folder, "-o", "out", "--format", "json") == 0
    assert files_in(Path("out")) == {"a.txt.json", "2009"}
    assert loads(Path("out/2009/a.TXT.json").read_bytes()) == read_letter(BARE).inspection
    assert run("render", "out", "-o", "out", "--format", "html") == 0
    assert files_in(Path("out/2009")) == {"a.TXT.json", "a.TXT.json.html"}


def test_an_output_folder_in_a_folder_is_not_read(folder: Path, capsys: Captured) -> None:
    out = folder / "out"
    out.mkdir()
    for _ in range(2):
        assert run("read", folder, "-o", out, "--format", "text") == 0
        assert capsys.readouterr().err.endswith("2 read, 2 with remarks, 0 failed\n")
    assert files_in(out) == {"a.txt.txt", "2009"}
    assert run("read", folder, "-o", folder, "--format", "text") == 0
    assert run("read", folder, "-o", folder, "--format", "text") == 2
    assert "this output is the input" in capsys.readouterr().err


def test_descriptions_of_tables_and_the_output_are_left_out(folder: Path) -> None:
    for name in ("t.datapackage.json", "own.json", "b.json"):
        (folder / name).touch()
    found = find_inputs([str(folder)], {".json"}, outputs=[folder / "own.json", None])
    assert found == (Argument(str(folder / "b.json"), "b.json"),)


@posix
def test_links_to_folders_are_not_followed_and_broken_links_are_errors(
    folder: Path, capsys: Captured
) -> None:
    (folder / "loop").symlink_to(folder.resolve())
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    assert run("check", folder) == 1
    output, error = capsys.readouterr()
    assert output.count("\n") == 2
    assert f"{folder / 'gone.txt'}: the file does not exist" in error
    assert f"{folder / 'itself.txt'}: the file cannot be read" in error


@posix
def test_json_lines_that_cannot_be_opened_are_reported(folder: Path, capsys: Captured) -> None:
    Path("loop.jsonl").symlink_to("loop.jsonl")
    Path("gone.jsonl").symlink_to("nowhere")
    assert run("check", "loop.jsonl", "gone.jsonl") == 1
    error = capsys.readouterr().err
    assert "loop.jsonl: the file cannot be read: " in error
    assert "gone.jsonl: the file does not exist\n" in error


@posix
def test_a_folder_that_cannot_be_opened_is_reported(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "2009").rename(folder / "2009.jsonl")  # the name of a folder may end like that of a file
    closed = str(folder / "2009.jsonl")
    scan: Callable[..., object] = os.scandir

    def scandir(path: str) -> object:
        if str(path) == closed:
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)  # tests may run as root, who can open every folder
    message = f"{closed}: this folder cannot be read: Permission denied"
    for command in ("read", "check", "history"):
        assert run(command, folder) == 1
        assert message in capsys.readouterr().err
    record = folder / "r.json"
    record.write_text(dumps(read_letter(LETTER)), encoding="utf-8")
    assert run("render", folder, "--format", "jsonl") == 1
    output, error = capsys.readouterr()
    assert output.count("\n") == 1
    assert message in error


def test_json_lines_name_their_file_and_ids(folder: Path, capsys: Captured) -> None:
    for options in ((), ("--reading",)):
        assert run("read", folder, *options) == 0
        for line in lines(capsys.readouterr().out):
            document, record = json.loads(line), loads(line)
            assert isinstance(record, Inspection | Reading)
            inspection = record.inspection if isinstance(record, Reading) else record
            assert document["file"] in {str(folder / "a.txt"), str(folder / "2009" / "a.TXT")}
            assert document["id"] == inspection.id
            assert document["finding_ids"] == list(inspection.finding_ids)


def test_json_lines_of_standard_input_name_no_file(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    assert run("read", "-", "--format", "jsonl") == 0
    assert "file" not in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("whole", [False, True], ids=["inspections", "readings"])
@pytest.mark.parametrize("kind", ["lines", "folder", "document", "input"])
def test_render_and_check_take_what_read_writes(
    kind: str, whole: bool, folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("--reading",) if whole else ()
    written = Path("records" if kind == "folder" else "records.jsonl")
    if kind == "folder":
        written.mkdir()
    elif kind == "document":
        written = Path("records.jsonl")  # of which the name promises lines
        assert run("read", folder / "a.txt", "--format", "json", *options, "-o", written) == 0
    if kind != "document":
        assert run("read", folder, *options, "-o", written) == 0
    path: object = written
    data = written.read_bytes() if kind == "input" else b""

    def feed() -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    if kind == "input":
        path = "-"
    feed()
    capsys.readouterr()
    assert run("check", path) == 0
    assert len(lines(capsys.readouterr().out)) == (1 if kind == "document" else 2)
    pages = Path("pages")
    pages.mkdir()
    feed()
    assert run("render", path, "-o", pages, "--format", "html") == 0
    page = {
        "lines": "a.txt.html",
        "input": "a.txt.html",
        "folder": "a.txt.json.html",
        "document": "records.jsonl.html",
    }[kind]
    reading = read_letter(LETTER)
    expected = render_html(reading) if whole else render_html(reading.inspection)
    assert (pages / page).read_text(encoding="utf-8") == expected


def test_lines_about_files_of_one_name_are_rendered_to_two_files(folder: Path) -> None:
    shutil.copy(folder / "a.txt", folder / "2009" / "a.txt")
    assert run("read", folder, "-o", "all.jsonl") == 0
    text = Path("all.jsonl").read_text(encoding="utf-8")
    Path("all.jsonl").write_text(f"{text}{dumps(read_letter(BARE))}\n", encoding="utf-8")
    Path("out").mkdir()
    assert run("render", "all.jsonl", "-o", "out") == 0
    assert files_in(Path("out")) == {"a.TXT.txt", "a.txt-2.txt", "a.txt-3.txt", "all-4.txt"}


def test_several_records_need_a_folder_or_json_lines(folder: Path, capsys: Captured) -> None:
    assert run("read", folder, "-o", "all.jsonl") == 0
    assert run("render", "all.jsonl") == 2
    error = capsys.readouterr().err
    assert "This format holds one document; for several, use a .jsonl file or an existing folder." in error
    assert run("render", "all.jsonl", "-o", "again.jsonl") == 0
    assert Path("again.jsonl").read_bytes() == Path("all.jsonl").read_bytes()
    assert run("render", "all.jsonl", "-o", "all.jsonl") == 2
    assert "this output is the input all.jsonl" in capsys.readouterr().err


def test_a_line_that_cannot_be_rendered_does_not_stop_the_others(folder: Path, capsys: Captured) -> None:
    reading = read_letter(LETTER)
    text = f"{dumps(RATING)}\n{{}}\n\n{dumps(reading)}\n"
    Path("mixed.json").write_text(text, encoding="utf-8")  # its content shows that it is JSON Lines
    assert run("render", "mixed.json", "--format", "text", "-o", folder) == 1
    error = capsys.readouterr().err
    assert "mixed.json:1: an annual rating has no findings" in error
    assert "mixed.json:2: " in error
    assert (folder / "mixed-4.txt").read_text(encoding="utf-8") == render_text(reading.inspection)


def test_json_lines_without_a_record_are_errors(folder: Path, capsys: Captured) -> None:
    Path("none.jsonl").write_text("\n \n", encoding="utf-8")
    Path("bad.jsonl").write_text("{}\n{}\n", encoding="utf-8")
    for command in ("check", "render"):
        assert run(command, "none.jsonl") == 2
        assert capsys.readouterr().err == "inspection-model: none.jsonl: the file is empty\n"
    assert run("render", "bad.jsonl", "--format", "jsonl") == 1
    assert capsys.readouterr().err.endswith("no record could be read; nothing was written\n")


@pytest.mark.parametrize("command", ["check", "history", "render"])
def test_of_the_errors_of_a_foreign_file_only_some_are_printed(
    command: str, folder: Path, capsys: Captured
) -> None:
    foreign = "".join(f'{{"id": {number}}}\n' for number in range(500))
    Path("foreign.jsonl").write_text(foreign, encoding="utf-8")
    Path("r.json").write_text(dumps(read_letter(LETTER)), encoding="utf-8")
    options = ("--format", "jsonl") if command == "render" else ()
    assert run(command, "foreign.jsonl", "r.json", *options) == 1
    error = capsys.readouterr().err
    assert "foreign.jsonl:20: " in error
    assert "foreign.jsonl:21: " not in error
    assert "foreign.jsonl: 480 more errors, the last in line 500\n" in error


def test_a_record_of_another_kind_does_not_stop_a_history(folder: Path, capsys: Captured) -> None:
    Path("rating.json").write_text(dumps(RATING), encoding="utf-8")
    assert run("history", folder, "rating.json") == 1
    output, error = capsys.readouterr()
    assert "Sampleton" in output
    assert error == "rating.json: an annual rating has no findings; give an inspection or a reading\n"
    assert run("compare", folder / "a.txt", "rating.json") == 2
    assert "rating.json: an annual rating has no findings" in capsys.readouterr().err


def test_remarks_on_a_pdf_name_the_page(folder: Path, capsys: Captured) -> None:
    pytest.importorskip("pypdfium2")
    sample = Path(__file__).parents[2] / "examples/wenmouth-2023-03-28.pdf"
    assert run("check", sample) == 0
    assert f"{sample}, page 1: authority-uncertain: " in capsys.readouterr().err


def test_an_output_that_cannot_be_named_after_its_file_is_named_after_its_line(folder: Path) -> None:
    line = json.dumps({**json.loads(dumps(read_letter(LETTER))), "file": "a\0b"})
    Path("odd.jsonl").write_text(
        f"{line}\n{line.replace('a' + chr(92) + 'u0000b', '..')}\n", encoding="utf-8"
    )
    Path("out").mkdir()
    assert run("render", "odd.jsonl", "-o", "out") == 0
    assert files_in(Path("out")) == {"odd-1.txt", "...txt"}


def test_an_empty_path_is_an_error(capsys: Captured) -> None:
    assert run("read", "") == 2
    expected = "inspection-model: a path is empty; name a file, a folder or - for standard input\n"
    assert capsys.readouterr() == ("", expected)


@posix
@ANY_NAME
def test_a_name_is_shown_on_one_line_and_is_kept_in_the_output(folder: Path, capsys: Captured) -> None:
    name = "a\nfake.txt: no remarks\t.txt"
    (folder / "a.txt").rename(folder / name)
    assert run("check", folder) == 0
    output, error = capsys.readouterr()
    shown = f"{folder}/a⟨U+000A⟩fake.txt: no remarks⟨U+0009⟩.txt"
    assert f"{shown}: 2 remarks\n" in output
    assert output.count("\n") == 2
    assert error.count("\n") == 3
    assert run("read", folder, "-o", "all.jsonl") == 0
    assert json.loads(Path("all.jsonl").read_bytes().splitlines()[1])["file"] == f"{folder}/{name}"
    Path("out").mkdir()
    assert run("render", "all.jsonl", "-o", "out") == 0
    assert f"{name}.txt" in files_in(Path("out"))
    assert run("read", folder / name, "-o", f"{folder}/{name}") == 2
    assert f"inspection-model: {shown}: this output is the input {shown}" in capsys.readouterr().err


def test_a_long_name_is_cut_in_an_output_folder(folder: Path) -> None:
    Path("out").mkdir()
    for end in "bc":
        (folder / f"{'a' * 250}{end}.txt").write_text(BARE, encoding="utf-8")
    assert run("read", folder, "-o", "out", "--format", "json") == 0
    names = sorted(name for name in files_in(Path("out")) if name.startswith("aa"))
    assert [len(name) for name in names] == [255, 255]
    assert all(name.endswith(".json") for name in names)


def test_a_hint_names_the_option_of_a_limit(folder: Path, capsys: Captured) -> None:
    assert run("read", folder / "a.txt", "--max-bytes", "10") == 2
    error = capsys.readouterr().err
    assert error.endswith("limit of 10 bytes; if it is a letter or report, raise --max-bytes\n")


def test_a_record_that_is_known_to_be_unreadable_is_its_error() -> None:
    fault = LetterFileError("a.json", "this folder cannot be read: no permission")
    entry = Input(name="a.json", path=Path("a.json"), fault=fault)
    assert [*entry.records()] == [(entry, fault)]
