"""`inspection-model check` and `inspection-model render`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from cli_letters import BARE, DECLARED, LETTER, run

from inspection_model.model import AnnualRating, Authority
from inspection_model.reading import read_letter
from inspection_model.rendering import render_html, render_markdown, render_text
from inspection_model.serialising import dumps
from inspection_model.vocabulary import Rating

Captured = pytest.CaptureFixture[str]
READING = read_letter(LETTER)
RATING = AnnualRating(authority=Authority(name="Sampleton"), year=2009, rating=Rating.PERFORMS_ADEQUATELY)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "record.json"
    file.write_text(dumps(READING.inspection), encoding="utf-8")
    return file


def test_a_letter_with_a_remark_passes_unless_the_check_is_strict(
    letter: Path, bare: Path, capsys: Captured
) -> None:
    assert run("check", letter, bare) == 0
    output, error = capsys.readouterr()
    assert output == f"{letter}: 2 remarks\n{bare}: 1 remark\n"
    assert f"{letter}:{DECLARED}:21: count-mismatch: " in error
    assert run("check", "--strict", letter) == 1


def test_a_record_without_a_remark_passes_a_strict_check(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "record.json"
    file.write_text(dumps(read_letter(BARE).inspection), encoding="utf-8")
    assert run("check", "--strict", file) == 0
    assert capsys.readouterr() == (f"{file}: no remarks\n", "")


def test_one_remark_is_enough_for_a_strict_check_to_fail(
    letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "RECORD.JSON"
    file.write_text(dumps(read_letter(BARE).inspection), encoding="utf-8")
    assert run("check", "--strict", letter, file) == 1
    assert run("read", file) == 2
    assert "this is a JSON record, not a letter" in capsys.readouterr().err


def test_a_record_is_checked_like_its_letter(record: Path, capsys: Captured) -> None:
    assert run("check", "--strict", record) == 1
    output, error = capsys.readouterr()
    assert output == f"{record}: 1 remark\n"
    assert error.startswith(f"{record}: /declared/0: count-mismatch: ")


def test_a_record_is_recognised_by_its_first_character(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "record"
    file.write_text(f"\ufeff\n {dumps(READING)}", encoding="utf-8")
    # The remarks are those of a record, not those of an unrecognised letter.
    assert run("check", file) in (0, 2)
    assert "framework-unknown" not in capsys.readouterr().err


def test_the_remarks_of_a_reading_are_reported_once_with_their_pointers(
    tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "reading.json"
    file.write_text(dumps(READING), encoding="utf-8")
    assert run("check", file) == 0
    output, error = capsys.readouterr()
    assert output == f"{file}: 2 remarks\n"
    assert f"{file}: /declared/0: count-mismatch: " in error


def test_a_remark_without_a_position_names_its_file(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER.replace("28 October 2009", ""), encoding="utf-8")
    run("check", file)
    assert f"{file}: letter-date-missing: " in capsys.readouterr().err


def test_an_annual_rating_has_nothing_to_check(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "rating.json"
    file.write_text(dumps(RATING), encoding="utf-8")
    assert run("check", "--strict", file) == 0
    assert capsys.readouterr().out == f"{file}: no remarks\n"


def test_one_bad_input_is_reported_and_the_others_are_checked(
    letter: Path, bare: Path, tmp_path: Path, capsys: Captured
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    assert run("check", bare, bad, tmp_path / "none.jsonl", tmp_path / "none.txt") == 1
    output, error = capsys.readouterr()
    assert output == f"{bare}: 1 remark\n"
    assert f"\n{bad}: " in error
    assert error.endswith(f"{tmp_path / 'none.txt'}: the file does not exist\n")


def test_json_lines_are_checked_line_by_line(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text(f"{dumps(READING)}\n\n{{\n{dumps(RATING)}\n", encoding="utf-8")
    assert run("check", file) == 1
    output, error = capsys.readouterr()
    assert output == f"{file}:1: 2 remarks\n{file}:4: no remarks\n"
    assert f"{file}:1: /declared/0: count-mismatch: " in error
    assert f"{file}:3: " in error
    assert f"{file}:2" not in error


def test_missing_json_lines_end_in_one_message_and_status_2(tmp_path: Path, capsys: Captured) -> None:
    assert run("check", tmp_path / "none.jsonl") == 2
    assert (
        capsys.readouterr().err == f"inspection-model: {tmp_path / 'none.jsonl'}: the file does not exist\n"
    )


def altered(**changes: object) -> str:
    return json.dumps({**json.loads(dumps(READING.inspection)), **changes})


@pytest.mark.parametrize("command", ["check", "render"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "the file is empty"),
        ("[]", "expected an object"),
        ('{"type": "inspection"', "bad.json"),
        (altered(schema_version="999.0"), "999.0"),
        (altered(framework=3), "/framework"),
        (altered(wrong=1), "/wrong"),
        ('{"type": "inspection", "type": "inspection", "schema_version": "2.1"}', "/type"),
    ],
)
def test_a_bad_record_ends_in_one_message_and_status_2(
    command: str, content: str, words: str, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "bad.json"
    file.write_text(content, encoding="utf-8")
    assert run(command, file) == 2
    output, error = capsys.readouterr()
    assert output == ""
    assert error.startswith(f"inspection-model: {file}: ")
    assert words in error


def test_all_faults_of_a_record_are_reported_at_once(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "bad.json"
    file.write_text(altered(framework=3, scope=4), encoding="utf-8")
    assert run("check", file) == 2
    error = capsys.readouterr().err
    assert "/framework" in error
    assert "/scope" in error


def test_a_record_is_rendered_as_a_letter_by_default(record: Path, capsys: Captured) -> None:
    inspection = READING.inspection
    for arguments, expected in (
        ((), render_text(inspection)),
        (("--format", "markdown"), render_markdown(inspection)),
        (("--format", "html"), render_html(inspection)),
        (("--format", "json"), f"{dumps(inspection, indent=2)}\n"),
    ):
        assert run("render", record, *arguments) == 0
        assert capsys.readouterr().out == expected


def test_the_suffix_of_the_output_file_selects_the_rendering(record: Path, tmp_path: Path) -> None:
    assert run("render", record, "-o", tmp_path / "page.html") == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == render_html(READING.inspection)


def test_a_reading_is_rendered_as_its_inspection_and_written_completely_as_html_and_json(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for form, expected in (
        ("text", render_text(READING.inspection)),
        ("html", render_html(READING)),
        ("json", f"{dumps(READING, indent=2)}\n"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dumps(READING).encode())))
        assert run("render", "-", "--format", form) == 0
        assert capsys.readouterr().out == expected


def test_an_annual_rating_cannot_be_rendered_as_a_letter(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "rating.json"
    file.write_text(dumps(RATING), encoding="utf-8")
    assert run("render", file) == 2
    assert "rating.json: an annual rating has no findings" in capsys.readouterr().err


def test_a_letter_is_not_rendered(letter: Path, capsys: Captured) -> None:
    assert run("render", letter) == 2
    message = "this is not a JSON record; to render a letter or report, use read --format"
    assert capsys.readouterr() == ("", f"inspection-model: {letter}: {message}\n")


def test_a_missing_record_ends_in_one_message_and_status_2(tmp_path: Path, capsys: Captured) -> None:
    assert run("render", tmp_path / "none.json") == 2
    assert capsys.readouterr().err == f"inspection-model: {tmp_path / 'none.json'}: the file does not exist\n"
