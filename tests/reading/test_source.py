"""Bytes to text: read when it is certain, refused with the reason when not."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from inspection_model.errors import LetterFileError, LetterFormatError
from inspection_model.reading import source
from inspection_model.reading.source import decode_text, read_bytes

_TEXT = "Dear Ms Fenwick\n\u2019\U0001f40c"


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        codecs.BOM_UTF8 + _TEXT.encode(),
        codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + _TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + _TEXT.encode("utf-32-be"),
    ],
)
def test_a_text_is_decoded_when_its_encoding_is_certain(data: bytes) -> None:
    assert decode_text(data, name="x.txt") == _TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("caf\u00e9".encode("latin-1"), "is not UTF-8 (byte 0xe9 in line 1, column 4)"),
        (b"one\ntwo \x92", "is not UTF-8 (byte 0x92 in line 2, column 5)"),
        (_TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("abc".encode("utf-16-be"), "UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"a", "marked as utf-16 and is damaged"),
        (codecs.BOM_UTF8 + b"\xff", "marked as utf-8-sig and is damaged"),
        (b"a\x00b", "is binary"),
        (b"\x00\xff\xfe", "is binary, or a text"),
        (b"PK\x03\x04rest", "a ZIP archive or a word processor's document"),
        (b"{\\rtf1", "an RTF document"),
        (b"\x89PNG", "a picture"),
        (b" \n\t\xc2\xa0", "only white space"),
        (codecs.BOM_UTF8, "only white space"),
    ],
)
def test_bytes_that_are_no_certain_text_are_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(LetterFormatError) as caught:
        decode_text(data, name="some/x.txt")
    assert str(caught.value).startswith("some/x.txt: ")
    assert reason in str(caught.value)


def test_latin_text_is_refused_with_a_way_out() -> None:
    with pytest.raises(LetterFormatError) as caught:
        decode_text(b"\xe9", name="x.txt")
    assert caught.value.hint is not None
    assert "iconv" in caught.value.hint


def test_a_missing_file_a_directory_and_a_name_that_cannot_be_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(LetterFileError, match="there is no such file"):
        read_bytes(tmp_path / "missing.txt")
    with pytest.raises(LetterFileError, match="this is a directory"):
        read_bytes(tmp_path)
    with pytest.raises(LetterFileError, match="cannot be read"):
        read_bytes(Path("a\x00b"))
    file = tmp_path / "file.txt"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(LetterFileError, match="cannot be read: Not a directory"):
        read_bytes(file / "inside.txt")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(LetterFormatError, match="the file is empty"):
        read_bytes(path)


def test_a_file_too_large_for_a_letter_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "_MOST_BYTES", 3)
    path = tmp_path / "large.txt"
    path.write_bytes(b"four")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", None)
        with pytest.raises(LetterFormatError, match=r"too large for a letter \(4 bytes\)"):
            read_bytes(path)
    path.write_bytes(b"one")
    assert read_bytes(path) == b"one"
