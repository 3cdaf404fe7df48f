"""An output never overwrites an input, and two letters never become one file."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_letters import LETTER, files_in, run

from inspection_model.cli import batch, targets
from inspection_model.reading import read_letter
from inspection_model.serialising import dumps, loads

Captured = pytest.CaptureFixture[str]
posix = pytest.mark.skipif(os.name != "posix", reason="the names are those of POSIX systems")
MAIN = (sys.executable, "-m", "inspection_model")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a folder with a letter."""
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text(LETTER, encoding="utf-8")


def refused(*arguments: object, capsys: Captured) -> str:
    """Run a command that is refused before anything is read; return the message."""
    before = {name: Path(name).read_bytes() for name in files_in(Path()) if Path(name).is_file()}
    assert run(*arguments) == 2
    output, error = capsys.readouterr()
    assert output == ""
    assert error.startswith("inspection-model: ")
    assert error.count("\n") == 1
    assert {name: Path(name).read_bytes() for name in files_in(Path()) if Path(name).is_file()} == before
    return error


@pytest.mark.parametrize("make", ["same", "absolute", "symlink_to", "hardlink_to", "dangling"])
def test_an_output_that_is_an_input_is_refused(make: str, capsys: Captured) -> None:
    output = Path("letter.txt")
    if make == "absolute":
        output = output.resolve()
    elif make != "same":
        output = Path("other.json")
        getattr(output, "hardlink_to" if make == "hardlink_to" else "symlink_to")(Path("letter.txt"))
    if make == "dangling":
        Path("letter.txt").rename("there.txt")
        Path("letter.txt").symlink_to("there.txt")
        error = refused("read", "there.txt", "-o", output, capsys=capsys)
        assert "this output is the input there.txt" in error
    else:
        error = refused("read", "letter.txt", "-o", output, capsys=capsys)
        assert f"{output}: this output is the input letter.txt; name another file after -o" in error


def test_an_output_that_is_one_of_several_inputs_is_refused(capsys: Captured) -> None:
    Path("b.jsonl").write_text("", encoding="utf-8")
    error = refused("read", "letter.txt", "b.jsonl", "-o", "b.jsonl", capsys=capsys)
    assert "b.jsonl: this output is the input b.jsonl" in error


@pytest.mark.parametrize("command", [("read", "letter.txt"), ("render", "record.json")])
def test_an_output_that_is_a_framework_is_refused(command: tuple[str, str], capsys: Captured) -> None:
    Path("record.json").write_text(dumps(read_letter(LETTER)), encoding="utf-8")
    Path("mine.toml").write_text('id = "mine"\ntitle = "Mine"\ninspectorate = "Me"\n', encoding="utf-8")
    options = ("--framework", "mine.toml", "--format", "json", "-o", "mine.toml")
    assert "this output is the input mine.toml" in refused(*command, *options, capsys=capsys)


def test_an_output_in_a_folder_that_is_an_input_is_refused(capsys: Captured) -> None:
    Path("letter.txt.html").write_text(LETTER, encoding="utf-8")
    command = ("read", "letter.txt", "letter.txt.html", "--format", "html", "-o", ".")
    assert "letter.txt.html: this output is the input letter.txt.html" in refused(*command, capsys=capsys)


@pytest.mark.parametrize("suffix", ["txt", "TXT", "pdf", "json"])
def test_a_pattern_after_the_option_does_not_overwrite_the_first_input(suffix: str, capsys: Captured) -> None:
    """A shell passes `-o *.txt` as `-o a.txt b.txt`."""
    for name in "ab":
        Path(f"{name}.{suffix}").write_text(LETTER, encoding="utf-8")
    refused("read", "-o", f"a.{suffix}", f"b.{suffix.lower()}", capsys=capsys)
    error = refused("read", "--format", "json", "-o", f"a.{suffix}", f"b.{suffix}", capsys=capsys)
    assert f"a.{suffix}: this output exists and ends like an input; name a file after -o" in error


def test_an_existing_pdf_is_never_an_output(capsys: Captured) -> None:
    Path("report.pdf").write_bytes(b"%PDF-1.7")
    error = refused("read", "letter.txt", "--format", "json", "-o", "report.pdf", capsys=capsys)
    assert "report.pdf: this output exists and ends like an input" in error


def test_a_new_file_may_end_like_an_input() -> None:
    assert run("read", "letter.txt", "-o", "again.txt") == 0
    assert Path("again.txt").read_text(encoding="utf-8").startswith("Ofsted\n")
    Path("letter").write_text(LETTER, encoding="utf-8")
    Path("out").touch()
    assert run("read", "letter", "-o", "out") == 0  # names without an ending are not alike


def test_a_record_is_not_overwritten_by_its_rendering(capsys: Captured) -> None:
    for name in "ab":
        Path(f"{name}.json").write_text(dumps(read_letter(LETTER)), encoding="utf-8")
    assert "is the input" in refused("render", "a.json", "-o", "a.json", capsys=capsys)
    assert "ends like an input" in refused("render", "-o", "a.json", "b.json", capsys=capsys)
    assert run("render", "a.json", "-o", "a.html") == 0
    assert run("render", "a.json", "-o", "a.html") == 0  # an own output is replaced


def test_a_file_that_is_standard_input_is_not_overwritten(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("letter.txt").open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        error = refused("read", "-", "-o", "letter.txt", capsys=capsys)
    assert "letter.txt: this output is the input -" in error
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    assert run("read", "-", "-o", "new.json") == 0


def test_two_letters_of_one_name_are_refused_before_anything_is_read(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("b").mkdir()
    Path("out").mkdir()
    Path("b", "letter.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.setattr(batch, "read_letters", None)
    other = Path("b", "letter.txt")
    error = refused("read", "letter.txt", "missing.txt", other, "-o", "out", capsys=capsys)
    expected = f"both letter.txt and {other} would be written here; read them in separate runs"
    assert f"{Path('out', 'letter.txt.json')}: {expected}" in error
    assert files_in(Path("out")) == set()


def test_names_that_differ_in_case_are_two_files_only_where_the_file_system_says_so(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("out").mkdir()
    Path("b").mkdir()
    other = Path("b", "LETTER.txt")
    other.write_text(LETTER, encoding="utf-8")
    Path("out", "probe").touch()
    is_one = Path("out", "PROBE").exists()
    Path("out", "probe").unlink()
    assert targets._are_one(Path("out"), "x", "X") == is_one
    assert targets._are_one(Path("out"), "x", "x")
    assert not targets._are_one(Path("missing"), "x", "x")
    assert files_in(Path("out")) == set()
    monkeypatch.setattr(targets, "_are_one", lambda *_: True)
    assert "would be written here" in refused("read", "letter.txt", other, "-o", "out", capsys=capsys)
    monkeypatch.setattr(targets, "_are_one", lambda *_: False)
    assert run("read", "letter.txt", other, "-o", "out") == 0


@posix
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_the_names_of_standard_output_are_standard_output(name: str) -> None:
    if not Path(name).exists():
        pytest.skip(f"{name} does not exist")
    expected = read_letter(LETTER).inspection
    done = subprocess.run([*MAIN, "read", "letter.txt", "-o", name], capture_output=True, check=True)
    assert loads(done.stdout) == expected
    # The file to which a shell appends is not replaced.
    with Path("log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        subprocess.run([*MAIN, "read", "letter.txt", "-o", name], stdout=log, check=True, stderr=-1)
    assert Path("log").read_bytes() == b"before\n" + done.stdout


@posix
def test_an_output_may_be_an_open_pipe() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as pipe:
        command = [*MAIN, "read", "letter.txt", "-o", f"/dev/fd/{writer}"]
        subprocess.run(command, pass_fds=[writer], check=True, capture_output=True)
        os.close(writer)
        assert loads(pipe.read()) == read_letter(LETTER).inspection
