"""The command `site`: letters, folders and records to a folder of pages."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import attrs
import pytest
from cli_letters import BARE, LETTER, files_in, run

import inspection_model as im
from inspection_model.site import writing


def names_in(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*.html")}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with a letter, a record, a file that is no letter, and hidden ones."""
    folder = tmp_path / "letters"
    (folder / "2009" / ".cache").mkdir(parents=True)
    (folder / "2009" / "a.txt").write_text(LETTER, encoding="utf-8")
    (folder / "2009" / ".cache" / "b.txt").write_text(LETTER, encoding="utf-8")
    (folder / "b.json").write_text(im.dumps(im.read_letter(BARE)), encoding="utf-8")
    (folder / "broken.pdf").write_text("<html>404 not found</html>", encoding="utf-8")
    return folder


def test_a_folder_becomes_a_site_that_lists_what_was_not_read(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "site"
    assert run("site", letters, "-o", output, "--title", "Our visits") == 1
    errors = capsys.readouterr().err
    assert f"{letters / 'broken.pdf'}: the file is an HTML page, not a PDF" in errors
    assert f"2 documents read, 1 failed; open {output / 'index.html'}" in errors
    page = (output / "documents.html").read_text(encoding="utf-8")
    assert "2009/a.txt" in page
    assert ">broken.pdf</th>" in page
    assert ">the file is an HTML page, not a PDF; fetch it again" in page
    assert str(tmp_path) not in page
    assert "<title>Our visits</title>" in (output / "index.html").read_text(encoding="utf-8")
    assert files_in(tmp_path) == {"letters", "site"}


def test_a_site_in_the_folder_of_the_letters_is_replaced_and_is_no_input(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (letters / "broken.pdf").unlink()
    for _ in range(2):
        assert run("site", letters, "-o", letters / "site") == 0
        assert "2 documents read, 0 failed" in capsys.readouterr().err


def test_json_lines_histories_and_records_of_other_types(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], letter: Path
) -> None:
    one = im.read_letter(LETTER).inspection
    other = attrs.evolve(one, framework="ofsted-focused-visit")
    history = tmp_path / "history.json"
    history.write_text(im.dumps(im.History([one, other])), encoding="utf-8")
    lines = tmp_path / "records.jsonl"
    rating = im.AnnualRating(
        authority=im.Authority(name="Sampleton"), rating=im.Rating.PERFORMS_WELL, year=2010
    )
    im.write_json_lines([one, rating], lines)
    assert run("site", history, lines, letter, "-o", tmp_path / "site") == 1
    assert f"{lines}:2: a site has no page for a record of the type AnnualRating" in capsys.readouterr().err
    page = (tmp_path / "site" / "documents.html").read_text(encoding="utf-8")
    assert "records.jsonl:1" in page
    assert "records.jsonl:2" in page
    assert "history.json" in page


def test_standard_input_is_a_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    assert run("site", "-", "-o", tmp_path / "site") == 0
    assert "(standard input)" in (tmp_path / "site" / "documents.html").read_text(encoding="utf-8")


def test_a_custom_framework_is_known(tmp_path: Path, letter: Path) -> None:
    survey = Path(__file__).parents[1] / "frameworks" / "harbour-survey.toml"
    assert run("site", letter, "--framework", survey, "-o", tmp_path / "site") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["letters", "-o", "letters"], "letters: this input is in the folder of the site"),
        (["letters/b.json", "-o", "letters"], "letters/b.json: this input is in the folder of the site"),
        (["letters", "-o", "other"], "found other with mine.txt; nothing was changed; name another folder"),
        (
            ["letters", "-o", "no/site"],
            "no/site: cannot be written: the folder that is to contain it does not exist",
        ),
        (["empty", "-o", "site"], "empty: this folder has no file with one of the suffixes .json"),
        (["letters/broken.pdf", "-o", "site"], "no input could be read; nothing was written"),
        (["letters"], "Missing option"),
    ],
)
def test_what_cannot_be_done_changes_nothing_and_says_why(
    letters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").touch()
    assert run("site", *arguments) == 2
    assert message in capsys.readouterr().err
    assert files_in(tmp_path) == {"letters", "empty", "other"}
    assert letters.exists()


def test_several_inputs_that_all_fail_are_status_1(letters: Path, tmp_path: Path) -> None:
    assert run("site", letters / "broken.pdf", letters / "gone.pdf", "-o", tmp_path / "site") == 1
    assert not (tmp_path / "site").exists()


def test_a_disk_that_fails_leaves_no_site(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_write", fail)
    assert run("site", letter, "-o", tmp_path / "site") == 2
    assert "cannot be written: No space left on device; nothing was changed" in capsys.readouterr().err
    assert files_in(tmp_path) == {"letter.txt"}
