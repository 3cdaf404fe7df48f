"""Decoding the bytes of a file: certain encodings are accepted, all others are errors with a reason."""

from __future__ import annotations

import codecs
import os
import socket
from pathlib import Path

import pytest

from inspection_model import regular_file
from inspection_model.errors import LetterFileError, LetterFormatError
from inspection_model.reading.files.decoding import decode_text, read_bytes

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
def test_text_is_decoded_if_its_encoding_is_certain(data: bytes) -> None:
    assert decode_text(data, name="x.txt") == _TEXT


_SAVE = "save it as PDF or as plain text in UTF-8"
_BINARY = "the file is binary, or a text in UTF-16 without a byte order mark"
_SAVE_TEXT = "if it is a text, save it as UTF-8"
_CONVERT = "if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8"
_BLANK = "the file has no text, only white space"


def _not_utf8(found: str) -> str:
    return f"the text is not UTF-8 ({found}), and its encoding cannot be determined"


def _damaged(encoding: str, why: str) -> str:
    return f"the file is marked as {encoding} and is damaged: {why}"


@pytest.mark.parametrize(
    ("data", "reason", "hint"),
    [
        ("caf\u00e9".encode("latin-1"), _not_utf8("byte 0xe9 in line 1, column 4"), _CONVERT),
        (b"one\ntwo \x92", _not_utf8("byte 0x92 in line 2, column 5"), _CONVERT),
        (b"\n\x92\n\x0a", _not_utf8("byte 0x92 in line 2, column 1"), _CONVERT),
        (b"one\n\ntwo \x0f\x92\nthree\n", _not_utf8("byte 0x92 in line 3, column 6"), _CONVERT),
        (_TEXT.encode("utf-16-le"), _BINARY, _SAVE_TEXT),
        ("abc".encode("utf-16-be"), _BINARY, _SAVE_TEXT),
        (b"a\x00b", _BINARY, _SAVE_TEXT),
        (b"\x00\xff\xfe", _BINARY, _SAVE_TEXT),
        (codecs.BOM_UTF16_LE + b"a", _damaged("utf-16", "truncated data"), None),
        (
            codecs.BOM_UTF8 + b"\xff",
            "the file is marked as utf-8-sig and is damaged: invalid start byte",
            None,
        ),
        (b"PK\x03\x04rest", "the file is a ZIP archive or a word processor's document, not a text", _SAVE),
        (b"{\\rtf1", "the file is an RTF document, not a text", _SAVE),
        (b"\x89PNG", "the file is a picture, not a text", _SAVE),
        (b" \n\t\xc2\xa0", _BLANK, None),
        (codecs.BOM_UTF8, _BLANK, None),
    ],
)
def test_an_error_for_other_bytes_has_the_reason_and_a_hint(
    data: bytes, reason: str, hint: str | None
) -> None:
    with pytest.raises(LetterFormatError) as caught:
        decode_text(data, name="some/x.txt")
    assert caught.value.args == ("some/x.txt", reason, hint)


def test_a_missing_file_a_directory_and_an_impossible_name_have_different_errors(tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match="null") as in_python:
        Path("a\x00b").read_bytes()
    for path, reason, hint in (
        (tmp_path / "missing.txt", "the file does not exist", None),
        (tmp_path, "this is a directory", "name the files in it"),
        (Path("a\x00b"), f"the file cannot be read: {in_python.value}", None),
        (file / "inside.txt", "the file cannot be read: Not a directory", None),
    ):
        with pytest.raises(LetterFileError) as caught:
            read_bytes(path)
        assert (caught.value.path, caught.value.reason, caught.value.hint) == (str(path), reason, hint)


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(LetterFormatError) as caught:
        read_bytes(path)
    assert caught.value.args == (str(path), "the file is empty", None)


def test_a_file_that_is_too_large_for_a_letter_is_an_error_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"four")
    with monkeypatch.context() as patch:
        patch.setattr(regular_file, "read_part", None)
        with pytest.raises(LetterFormatError) as caught:
            read_bytes(path, most=3)
    reason = "the file is larger than the limit of 3 bytes"
    assert caught.value.args == (str(path), reason, "if it is a letter or report, raise max_bytes")
    path.write_bytes(b"one")
    assert read_bytes(path, most=3) == b"one"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_a_socket_or_a_device_is_an_error_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, kind in ((pipe, "a pipe"), (Path("/dev/zero"), "a device"), (Path("/dev/null"), "a device")):
        with pytest.raises(LetterFileError) as caught:
            read_bytes(path)
        assert caught.value.reason == f"the file cannot be read: this is {kind}, not a regular file"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        with pytest.raises(LetterFileError, match="the file cannot be read"):
            read_bytes(tmp_path / "socket")


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="the system has no such files")
def test_a_file_that_does_not_say_how_large_it_is_is_read_up_to_the_limit() -> None:
    path = Path("/proc/self/maps")
    assert path.stat().st_size == 0
    assert len(read_bytes(path)) > 1000
    with pytest.raises(LetterFormatError, match="larger than the limit of 1,000 bytes"):
        read_bytes(path, most=1000)
