"""A wrong argument of a public function is an error of the library that says what to pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

import inspection_model as im

READING = im.read_letter("Dear Ms Fenn")
INSPECTION = im.Inspection()
FRAMEWORK = im.shipped_frameworks()[0]
OF_INSPECTIONS: dict[str, Callable[..., object]] = {
    "render_text": im.render_text,
    "render_markdown": im.render_markdown,
    "render_html": im.render_html,
    "check": im.check,
}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (READING, "found a value of type Reading; pass reading.inspection"),
        ("Dear Ms Fenn", "found a value of type str; pass read_letter(text).inspection"),
        ({}, "found a value of type dict; pass make_converter().structure(data, Inspection)"),
        ([INSPECTION], "found a value of type list; call the function for each of them"),
        (None, "found a value of type NoneType"),
    ],
)
@pytest.mark.parametrize("name", OF_INSPECTIONS)
def test_what_is_no_inspection_is_rejected(name: str, value: object, words: str) -> None:
    if name == "render_html" and value is READING:
        assert OF_INSPECTIONS[name](value)  # the only one of them that takes a reading, too
        return
    with pytest.raises(im.InvalidTypeError) as caught:
        OF_INSPECTIONS[name](value)
    assert str(caught.value) == f"{name}(inspection): expected an Inspection, {words}"


CHOICE = f"f for f in shipped_frameworks() if f.id == {FRAMEWORK.id!r}"
LOAD = "pass what load_framework(path) returns, or some of shipped_frameworks()"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (FRAMEWORK.id, f"expected frameworks in a list, found str {FRAMEWORK.id!r}; pass [{CHOICE}]"),
        ([FRAMEWORK.id], f"expected frameworks, found str {FRAMEWORK.id!r}; pass [{CHOICE}]"),
        (["own.toml"], f"expected frameworks, found str 'own.toml'; {LOAD}, in a list"),
        ([FRAMEWORK, None], f"expected frameworks, found NoneType None; {LOAD}, in a list"),
        (FRAMEWORK, f"expected frameworks in a list, found Framework {FRAMEWORK.id}; put it into a list"),
        (5, f"expected frameworks in a list, found int 5; {LOAD}, in a list"),
        (b"x" * 99, f"expected frameworks in a list, found bytes b'{'x' * 51}…; {LOAD}, in a list"),
    ],
)
@pytest.mark.parametrize("name", ["read_letter", "check"])
def test_what_are_no_frameworks_is_rejected(name: str, value: Any, words: str) -> None:
    with pytest.raises(im.InvalidTypeError) as caught:
        im.read_letter("x", frameworks=value) if name == "read_letter" else im.check(
            INSPECTION, frameworks=value
        )
    assert str(caught.value) == f"{name}(frameworks): {words}"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (FRAMEWORK.id, f"found str {FRAMEWORK.id!r}; pass next({CHOICE})"),
        ("ofsted-unheard-of", f"found str 'ofsted-unheard-of'; {LOAD}"),
        ([], f"found list []; {LOAD}"),
    ],
)
@pytest.mark.parametrize("name", [name for name in OF_INSPECTIONS if name.startswith("render")])
def test_what_is_no_framework_is_rejected(name: str, value: object, words: str) -> None:
    with pytest.raises(im.InvalidTypeError) as caught:
        OF_INSPECTIONS[name](INSPECTION, framework=value)
    assert str(caught.value) == f"{name}(framework): expected a framework, {words}"


class Text(str):
    """A subclass of `str`."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Path("letter.txt"), "; to read a file, call read_letter_file(path)"),
        (b"Dear Ms Fenn", "; decode it, or call read_letter_file() with the path of its file"),
        (bytearray(), "; decode it, or call read_letter_file() with the path of its file"),
        (Text("Dear Ms Fenn"), "; pass str(text)"),
        (None, ""),
    ],
)
def test_what_is_no_text_is_rejected(value: object, words: str) -> None:
    with pytest.raises(im.InvalidTypeError) as caught:
        im.read_letter(cast("str", value))
    assert str(caught.value) == f"read_letter(text): expected a string, found {type(value).__name__}{words}"


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("letters/quillmere 2019.txt", True),
        (" C:\\letters\\Quillmere.PDF\n", True),
        (".pdf", True),
        (f"{'x' * 4092}.txt", True),
        (f"{'x' * 4093}.txt", False),
        ("letters/quillmere", False),
        ("Dear Ms Fenn\nread quillmere.txt", False),
        ("", False),
    ],
)
def test_a_text_that_looks_like_the_name_of_a_file_is_remarked_on(text: str, is_name: bool) -> None:
    (remark,) = im.read_letter(text).remarks
    assert remark.code is im.RemarkCode.FRAMEWORK_UNKNOWN
    assert remark.message.endswith("the name of a file, which read_letter_file() reads") is is_name


@pytest.mark.parametrize(
    ("pointer", "written"),
    [
        ("findings/0", "/findings/0"),
        ("findings[0].text", "/findings/0/text"),
        ("#/findings/0/text", "/findings/0/text"),
        ("authority", "/authority"),
    ],
)
def test_a_pointer_without_its_first_slash_is_rejected(pointer: str, written: str) -> None:
    with pytest.raises(im.InvalidValueError) as caught:
        READING.quote(pointer)
    place = "Reading.quote(pointer): expected a JSON Pointer such as /findings/3/text"
    assert str(caught.value) == f"{place}, found {pointer!r}; write {written!r}"


def test_a_pointer_that_is_no_string_is_rejected() -> None:
    with pytest.raises(im.InvalidTypeError, match=r"quote\(pointer\): expected a JSON Pointer .*, found int"):
        READING.quote(cast("str", 0))


def test_the_passages_of_a_role_can_be_quoted_as_well() -> None:
    assert READING.quote("unread") == "Dear Ms Fenn"
    assert READING.quote("") == ""


def test_several_records_are_no_document() -> None:
    with pytest.raises(im.InvalidTypeError, match=r"found list; write several records with write_json_lines"):
        im.dumps(cast("im.Inspection", [INSPECTION]))


@pytest.mark.parametrize(
    ("indent", "kind", "found"),
    [
        ("\t", im.InvalidTypeError, "str"),
        (1.5, im.InvalidTypeError, "float"),
        (True, im.InvalidTypeError, "bool"),
        (-1, im.InvalidValueError, "the number -1"),
        (101, im.InvalidValueError, "the number 101"),
        (10**18, im.InvalidValueError, "a number that is too large"),
    ],
)
def test_an_indent_is_a_number_of_spaces(indent: Any, kind: type[Exception], found: str) -> None:
    with pytest.raises(kind) as caught:
        im.dumps(INSPECTION, indent=indent)
    assert str(caught.value) == f"dumps(indent): expected a number of spaces from 0 to 100, found {found}"


@pytest.mark.parametrize("indent", [0, 100])
def test_an_indent_within_the_bounds_is_taken(indent: int) -> None:
    assert f'\n{" " * indent}"type"' in im.dumps(INSPECTION, indent=indent)
