"""The command `framework check`."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_letters import BARE, LETTER

from inspection_model.cli.running import run

SHIPPED = Path(__file__).parents[2] / "src" / "inspection_model" / "frameworks" / "data"
Captured = pytest.CaptureFixture[str]


def _check(*arguments: object) -> int:
    return run(["framework", "check", *map(str, arguments)])


def test_a_valid_file_is_described(capsys: Captured) -> None:
    assert _check(SHIPPED / "ofsted-ucra.toml") == 0
    output, error = capsys.readouterr()
    assert error == ""
    assert "framework ofsted-ucra," in output
    assert output.endswith("sections; no fault\n")


def test_a_fault_is_reported_with_its_key(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text('id = "x"\ntitle = "X"\ninspectorate = "Y"\nsubject = ["z"]\n', encoding="utf-8")
    assert _check(file) == 2
    assert "subject: unknown key; did you mean subjects?" in capsys.readouterr().err


def test_the_documents_are_read_with_this_framework_alone(letter: Path, capsys: Captured) -> None:
    assert _check(SHIPPED / "ofsted-ucra.toml", letter) == 0
    assert "1 of 1 documents recognised; 100% understood in the median" in capsys.readouterr().out
    assert _check(SHIPPED / "ofsted-ilacs.toml", letter) == 1
    output = capsys.readouterr().out
    assert f"{letter}: not recognised: " in output
    assert "0 of 1 documents recognised\n" in output


def test_lines_that_are_not_understood_are_listed_by_the_number_of_documents(
    tmp_path: Path, capsys: Captured
) -> None:
    odd = "\n\nYours sincerely", "\n\nThe survey of {} is out.\n\nYours sincerely"
    for name, letter in (("a", LETTER), ("b", BARE)):
        rare = "\n\n".join(f"{name} odd thing {letters} happened there" for letters in "abcdefghijklmnop")
        text = letter.replace(odd[0], odd[1].format({"a": 2009, "b": 2010}[name]), 1)
        (tmp_path / f"{name}.txt").write_text(f"{text}\n\n{rare}\n", encoding="utf-8")
    missing = tmp_path / "missing.txt"
    assert _check(SHIPPED / "ofsted-ucra.toml", *sorted(tmp_path.glob("?.txt")), missing) == 1
    output, error = capsys.readouterr()
    assert "2 of 3 documents recognised" in output
    listed = output.partition("not understood, with the number of documents:\n")[2].splitlines()
    counts = [int(line.split()[0]) for line in listed if line.split()[0].isdecimal()]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 20
    assert listed[-1].startswith("and ")
    assert listed[-1].endswith(" more lines")
    assert "missing.txt: " in error


def test_without_a_command_the_help_is_shown(capsys: Captured) -> None:
    assert run(["framework"]) == 0
    assert "Usage: inspection-model framework" in capsys.readouterr().out


def test_a_folder_of_documents_is_read(letter: Path, capsys: Captured) -> None:
    assert _check(SHIPPED / "ofsted-ucra.toml", letter.parent) == 0
    assert f"{letter}: 3 findings, " in capsys.readouterr().out
