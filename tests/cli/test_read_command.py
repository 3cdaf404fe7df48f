"""`inspection-model read`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from cli_letters import DECLARED, LETTER, files_in, run

from inspection_model.cli import batch
from inspection_model.model import Reading
from inspection_model.reading import read_letter, read_letter_file
from inspection_model.rendering import render_html
from inspection_model.serialising import loads

Captured = pytest.CaptureFixture[str]


def test_a_pipe_gets_one_json_document_of_one_letter(letter: Path, capsys: Captured) -> None:
    assert run("read", letter) == 0
    assert loads(capsys.readouterr().out) == read_letter(LETTER).inspection


def test_remarks_go_to_standard_error_with_file_line_and_column(letter: Path, capsys: Captured) -> None:
    run("read", letter)
    error = capsys.readouterr().err
    assert f"{letter}:{DECLARED}:21: count-mismatch: " in error
    assert error.count("\n") == 2


def test_the_option_reading_writes_the_whole_reading(letter: Path, capsys: Captured) -> None:
    assert run("read", "--reading", letter) == 0
    assert loads(capsys.readouterr().out) == read_letter(LETTER)


def test_several_letters_are_written_as_json_lines_in_order(
    letter: Path, bare: Path, capsys: Captured
) -> None:
    assert run("read", letter, bare, letter, "--format", "json") == 0
    output, error = capsys.readouterr()
    records = [loads(line) for line in output.splitlines()]
    assert len(records) == 3
    assert records[0] == records[2] != records[1]
    assert error.endswith("3 read, 3 with remarks, 0 failed\n")


def test_many_letters_are_read_in_several_processes_with_the_same_result(
    letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(20)]
    for file in files:
        file.write_bytes(letter.read_bytes())
    assert run("read", *files) == 0
    output = capsys.readouterr().out
    assert len({loads(line) for line in output.splitlines()}) == 1
    assert [json.loads(line)["file"] for line in output.splitlines()] == [str(file) for file in files]


def test_a_few_letters_are_read_in_one_process(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []

    def note(paths: Iterable[Path], processes: int | None, **_: object) -> Iterator[Reading]:
        asked.append(processes)
        return (read_letter(LETTER) for _ in paths)

    monkeypatch.setattr(batch, "read_letters", note)
    assert run("read", *[letter] * 15) == 0
    assert run("read", *[letter] * 16) == 0
    assert asked == [1, None]


def test_one_bad_letter_is_reported_and_the_others_are_read(
    letter: Path, bare: Path, tmp_path: Path, capsys: Captured
) -> None:
    empty, record = tmp_path / "empty.txt", tmp_path / "record.json"
    empty.touch()
    record.write_text("{}")
    assert run("read", letter, empty, record, bare) == 1
    output, error = capsys.readouterr()
    assert output.count("\n") == 2
    assert f"{empty}: the file is empty" in error
    assert f"{record}: this is a JSON record, not a letter or report; use render or check instead" in error
    assert error.endswith("2 read, 2 with remarks, 2 failed\n")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n", "only white space"),
        ("binary.txt", b"\x00\x01\x02", "binary"),
        ("picture.txt", b"\x89PNG\r\n", "a picture"),
        ("latin.txt", "Qualit\u00e9 caf\u00e9".encode("latin-1"), "not UTF-8"),
        ("utf16.txt", "A letter".encode("utf-16-le"), "UTF-16"),
        ("page.pdf", b"<!DOCTYPE html><p>Not found</p>", "not a PDF"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "broken.pdf: "),
        ("record.json", b"{}", "this is a JSON record, not a letter"),
    ],
)
def test_a_single_bad_letter_ends_in_one_message_and_status_2(
    name: str, content: bytes, reason: str, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert run("read", file) == 2
    output, error = capsys.readouterr()
    assert output == ""
    assert error.startswith(f"inspection-model: {file}: ")
    assert reason in error
    assert error.count("\n") == 1


def test_a_directory_and_a_missing_file_end_in_one_message_and_status_2(
    tmp_path: Path, capsys: Captured
) -> None:
    assert run("read", tmp_path) == 2
    expected = f"inspection-model: {tmp_path}: this folder has no file with one of the suffixes .pdf, .txt\n"
    assert capsys.readouterr().err == expected
    assert run("read", tmp_path / "none") == 2
    assert capsys.readouterr().err == f"inspection-model: {tmp_path / 'none'}: the file does not exist\n"


def test_several_bad_letters_leave_no_output(tmp_path: Path, capsys: Captured) -> None:
    output = tmp_path / "out.jsonl"
    assert run("read", tmp_path / "a", tmp_path / "b", "-o", output) == 1
    assert "no document could be read" in capsys.readouterr().err
    assert files_in(tmp_path) == set()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("out.json", '{\n  "$schema"'),
        ("out.ndjson", '{"$schema"'),
        ("out.md", "# Sampleton"),
        ("out.html", "<!doctype html>"),
        ("out.txt", "Ofsted\n"),
        ("out", '{\n  "$schema"'),
    ],
)
def test_the_suffix_of_the_output_file_selects_the_format(
    name: str, begins: str, letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run("read", letter, "-o", tmp_path / name) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_the_option_format_takes_precedence_over_the_suffix(letter: Path, tmp_path: Path) -> None:
    assert run("read", letter, "--format", "markdown", "-o", tmp_path / "out.json") == 0
    assert (tmp_path / "out.json").read_text(encoding="utf-8").startswith("# Sampleton")


def test_a_folder_gets_a_file_for_each_letter(letter: Path, bare: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    assert run("read", letter, bare, "--format", "html", "-o", folder) == 0
    assert files_in(folder) == {"letter.txt.html", "bare.txt.html"}


def test_two_letters_with_the_same_name_do_not_overwrite_each_other(
    letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    assert run("read", letter, letter, "--format", "html", "-o", folder) == 2
    output, error = capsys.readouterr()
    assert output == ""
    assert error == (
        f"inspection-model: {folder / 'letter.txt.html'}: both {letter} and {letter} would be written here; "
        "read them in separate runs\n"
    )
    assert files_in(folder) == set()


@pytest.mark.parametrize("options", [("--format", "html"), ("-o", "all.html"), ("-o", "all.json")])
def test_a_single_letter_format_rejects_several_letters_without_a_folder(
    letter: Path, options: tuple[str, str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(letter.parent)
    before = files_in(letter.parent)
    assert run("read", letter, letter, *options) == 2
    assert "use a .jsonl file or an existing folder" in capsys.readouterr().err
    assert files_in(letter.parent) == before


def test_an_output_file_whose_suffix_no_format_has_is_rejected(
    letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run("read", letter, "-o", tmp_path / "out.csv") == 2
    error = capsys.readouterr().err
    assert f"No format has the suffix of {tmp_path / 'out.csv'}; use one of .json, .jsonl" in error
    assert not (tmp_path / "out.csv").exists()
    assert run("read", letter, "-o", tmp_path / "out.csv", "--format", "json") == 0
    assert run("read", letter, "-o", tmp_path / "out") == 0
    assert (tmp_path / "out").read_bytes() == (tmp_path / "out.csv").read_bytes()


def test_the_option_reading_requires_a_json_format(letter: Path, capsys: Captured) -> None:
    assert run("read", letter, "--reading", "--format", "text") == 2
    assert "--reading requires --format json, jsonl or html" in capsys.readouterr().err


def test_a_whole_reading_is_written_as_a_page_with_its_source(letter: Path, capsys: Captured) -> None:
    assert run("read", letter, "--reading", "--format", "html") in (0, 1)
    assert capsys.readouterr().out == render_html(read_letter_file(letter))


def test_a_hyphen_is_standard_input_and_standard_output(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    assert run("read", "-", "-o", "-") == 0
    output, error = capsys.readouterr()
    assert loads(output) == read_letter(LETTER).inspection
    assert error.startswith("(standard input):")


def test_an_error_in_standard_input_names_standard_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xd8\xff")))
    assert run("read", "-") == 2
    assert capsys.readouterr().err.startswith("inspection-model: (standard input): the file is a picture")


FRAMEWORK = """\
id = "moon-check"
title = "Check of moon bases"
inspectorate = "Moon Office"
subjects = ["check of the moon base at"]

[phrases]
subject = ["Check of the moon base at {authority}"]

[[section]]
category = "strength"
headings = ["What shines"]
"""


def test_a_custom_framework_is_read_and_rendered(tmp_path: Path, capsys: Captured) -> None:
    toml, file = tmp_path / "moon.toml", tmp_path / "moon.txt"
    toml.write_text(FRAMEWORK, encoding="utf-8")
    subject = "Unannounced inspection of contact, referral and assessment in Sampleton Borough Council"
    text = LETTER.replace(subject, "Check of the moon base at Copernicus").replace("Strengths", "What shines")
    file.write_text(text, encoding="utf-8")
    assert run("read", file, "--framework", toml, "--format", "markdown") == 0
    output = capsys.readouterr().out
    assert "Check of moon bases" in output
    assert "## Strengths\n\n### What shines\n\n- Managers know their teams.\n" in output


def test_a_broken_framework_ends_in_one_message_and_status_2(
    letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    toml = tmp_path / "moon.toml"
    toml.write_text("id = 3")
    assert run("read", letter, "--framework", toml) == 2
    assert capsys.readouterr().err.startswith(f"inspection-model: {toml}: ")


def test_a_missing_extra_is_reported_with_the_name_of_the_letter(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert run("read", file) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"inspection-model: {file}: ")
    assert "pip install 'inspection-model[pdf]'" in error
