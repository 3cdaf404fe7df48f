"""`inspection-model read` on a terminal: summaries, tables and progress bars."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from cli_letters import Terminal, run

from inspection_model.model import Inspection, Reading
from inspection_model.serialising import loads

Captured = pytest.CaptureFixture[str]


def test_a_terminal_shows_a_summary_of_the_inspection(
    letter: Path, capsys: Captured, terminal: Terminal
) -> None:
    terminal.on("stdout")
    assert run("read", letter) == 0
    output, error = capsys.readouterr()
    assert error == ""
    for words in (
        "Sampleton Borough Council",
        "6 and 7 October 2009",
        "Ms Ada Example, Director of Children's Services",
        "4 stated",
        "Strategy meetings come late.",
        "– in the north",
        "count-mismatch",
        "2 remarks",
    ):
        assert words in output


def test_an_explicit_format_is_written_to_a_terminal_with_remarks_on_standard_error(
    letter: Path, capsys: Captured, terminal: Terminal
) -> None:
    terminal.on("stdout")
    assert run("read", letter, "--format", "json") == 0
    output, error = capsys.readouterr()
    assert isinstance(loads(output), Inspection)
    assert "count-mismatch" in error
    assert run("read", letter, "--reading") == 0
    assert isinstance(loads(capsys.readouterr().out), Reading)


def test_an_output_file_without_a_suffix_gets_json_on_a_terminal_too(
    letter: Path, tmp_path: Path, capsys: Captured, terminal: Terminal
) -> None:
    terminal.on("stdout")
    assert run("read", letter, "-o", tmp_path / "out") == 0
    assert capsys.readouterr().out == ""
    assert isinstance(loads((tmp_path / "out").read_bytes()), Inspection)


def test_a_terminal_shows_a_table_of_several_letters(
    letter: Path, bare: Path, tmp_path: Path, capsys: Captured, terminal: Terminal
) -> None:
    terminal.on("stdout")
    assert run("read", letter, bare, tmp_path / "none.txt") == 1
    output, error = capsys.readouterr()
    assert f"Folder: {tmp_path}{os.sep}" in output.replace("\n", "")
    assert "2 read" in output
    assert "2 with remarks" in output
    assert "1 failed" in output
    assert error == f"{tmp_path / 'none.txt'}: the file does not exist\n"


def test_with_an_output_file_a_progress_bar_and_a_table_go_to_standard_error(
    letter: Path, bare: Path, tmp_path: Path, capsys: Captured, terminal: Terminal
) -> None:
    terminal.on("stderr")
    assert run("read", letter, bare, "-o", tmp_path / "out.jsonl") == 0
    output, error = capsys.readouterr()
    assert output == ""
    assert "Reading documents" in error
    assert "2/2" in error
    assert "Sampleton Borough" in error
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize(
    ("terminals", "into_file"),
    [(("stderr",), False), (("stdout", "stderr"), True), (("stdout", "stderr"), False)],
)
def test_a_progress_bar_is_shown_if_records_do_not_go_to_the_same_terminal(
    terminals: tuple[str, ...],
    into_file: bool,
    letter: Path,
    tmp_path: Path,
    capsys: Captured,
    terminal: Terminal,
) -> None:
    terminal.on(*terminals)
    output = ("-o", tmp_path / "out.jsonl") if into_file else ()
    assert run("read", letter, letter, *output) == 0
    assert "Reading documents" in capsys.readouterr().err


def test_no_progress_bar_is_shown_between_records_on_the_same_terminal(
    letter: Path, bare: Path, capsys: Captured, terminal: Terminal
) -> None:
    terminal.on("stdout", "stderr")
    assert run("read", letter, bare, "--format", "jsonl") == 0
    output, error = capsys.readouterr()
    assert [json.loads(line)["type"] for line in output.splitlines()] == ["inspection"] * 2
    assert "Reading documents" not in error
