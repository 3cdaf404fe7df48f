"""Reading one file: its first bytes decide what it is."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from pdf_samples import Run, make_pdf, show
from reading_samples import LETTERS, SAMPLES, focused_framework

from inspection_model.errors import InvalidTypeError, LetterFileError, LetterFormatError
from inspection_model.reading import read_letter, read_letter_bytes, read_letter_file
from inspection_model.vocabulary import RemarkCode


@pytest.mark.parametrize("name", SAMPLES)
def test_a_text_file_gives_the_same_reading_as_its_text(name: str) -> None:
    path = LETTERS / f"{name}.txt"
    assert read_letter_file(path) == read_letter(SAMPLES[name])
    assert read_letter_file(str(path)) == read_letter(SAMPLES[name])


def test_only_the_given_frameworks_are_recognised() -> None:
    path = LETTERS / "northmere-2009.txt"
    assert read_letter_file(path).inspection.framework == "ofsted-ucra"
    assert read_letter_file(path, frameworks=[focused_framework()]).inspection.framework is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_changes_nothing_in_the_reading(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(SAMPLES["otterford-2019"].encode(encoding))
    assert read_letter_file(path) == read_letter(SAMPLES["otterford-2019"])


_WEB_PAGE = ("the file is an HTML page, not a PDF", "fetch it again: a server's error page was saved")
_NO_PDF = ("the file is not a PDF", "if it is plain text, give it a .txt extension")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\n<!DOCTYPE html><html>", _WEB_PAGE),
        (b"<HTML>", _WEB_PAGE),
        (b"<?xml version='1.0'?>", _WEB_PAGE),
        (b"Dear Ms Fenwick", _NO_PDF),
        (b"PK\x03\x04", _NO_PDF),
    ],
)
def test_a_file_that_is_a_pdf_only_by_its_name_is_an_error(
    tmp_path: Path, data: bytes, problem: tuple[str, str]
) -> None:
    path = tmp_path / "letter.PDF"
    path.write_bytes(data)
    with pytest.raises(LetterFormatError) as caught:
        read_letter_file(path)
    assert caught.value.args == (str(path), *problem)


@pytest.mark.parametrize("data", [b"some bytes %PDF-1.7\nand nothing else of a PDF", b"a\x00b"])
def test_an_error_about_the_content_of_a_file_has_its_path(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(data)
    with pytest.raises(LetterFormatError) as caught:
        read_letter_file(path)
    assert caught.value.path == str(path)
    assert ("PDF" in caught.value.reason) == (b"%PDF" in data)  # the name does not matter


def test_problems_with_a_file_raise_errors_of_the_library(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt", tmp_path / "missing.pdf"):
        with pytest.raises(LetterFileError):
            read_letter_file(path)
    with pytest.raises(InvalidTypeError) as caught:
        read_letter_file(cast("str", b"letter.txt"))
    assert str(caught.value) == "read_letter_file(path): expected a path, found bytes"


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_give_the_same_reading_as_their_file(kind: type[bytes]) -> None:
    text = SAMPLES["otterford-2019"]
    assert read_letter_bytes(kind(text.encode())) == read_letter(text)
    data = kind(SAMPLES["northmere-2009"].encode())
    assert read_letter_bytes(data, frameworks=[focused_framework()]).inspection.framework is None


def test_an_error_about_bytes_has_their_name() -> None:
    for data, name, reason in (
        (b"", "letter", "the file is empty"),
        (b"a\x00b", "stored.txt", "the file is binary, or a text in UTF-16 without a byte order mark"),
        (b"Dear Ms Fenwick", "stored.PDF", "the file is not a PDF"),
    ):
        with pytest.raises(LetterFormatError) as caught:
            read_letter_bytes(data, name=name)
        assert (caught.value.path, caught.value.reason) == (name, reason)


def test_bytes_and_files_have_the_same_limit(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Ms Fenwick")
    assert read_letter_file(path, max_bytes=15) == read_letter_bytes(b"Dear Ms Fenwick", max_bytes=15)
    with pytest.raises(LetterFormatError) as of_file:
        read_letter_file(path, max_bytes=14)
    with pytest.raises(LetterFormatError) as of_bytes:
        read_letter_bytes(b"Dear Ms Fenwick", name=str(path), max_bytes=14)
    assert of_file.value.args == of_bytes.value.args


def test_what_are_no_bytes_is_an_error_that_names_the_right_function() -> None:
    with pytest.raises(InvalidTypeError) as caught:
        read_letter_bytes(cast("bytes", "Dear Ms Fenwick"))
    assert str(caught.value) == (
        "read_letter_bytes(data): expected bytes, found str; "
        "for a text, use read_letter(); for a path, read_letter_file()"
    )


def test_the_remarks_on_a_pdf_follow_those_on_its_text(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    hidden = b"q 1 1 1 rg " + show(Run(72, 685, "Nobody sees this.")) + b" Q"
    path.write_bytes(make_pdf([Run(72, 700, "Doors are open."), hidden]))
    reading = read_letter_file(path)
    assert reading.source == "Doors are open.\n\n"
    assert [remark.code for remark in reading.remarks] == [
        RemarkCode.FRAMEWORK_UNKNOWN,
        RemarkCode.HIDDEN_TEXT,
    ]
    path.write_bytes(make_pdf([Run(72, 700, "Doors are open.")]))
    assert read_letter_file(path) == read_letter("Doors are open.\n\n")
