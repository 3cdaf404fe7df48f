"""The fast path and the strict converter agree: same documents, same values, same text.

One hundred examples by default; ``INSPECTION_MODEL_EXAMPLES=100000 pytest tests/serialising/test_fast.py``
tries more.
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from typing import Any

import attrs
import msgspec
import pytest
from full_records import INSPECTION, READING, RECORDS
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from inspection_model import strategies
from inspection_model.errors import DocumentError
from inspection_model.model import Finding, Inspection, Visit
from inspection_model.model.fields import text_fault
from inspection_model.serialising import dumps, fast, loads
from inspection_model.serialising.members import ROOTS
from inspection_model.serialising.strict_documents import read_strictly, write_strictly
from inspection_model.vocabulary import Category

thorough = settings(
    max_examples=int(os.environ.get("INSPECTION_MODEL_EXAMPLES", "100")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

# A document as a tree in which an object is a list of pairs, so that a name can be repeated.
Tree = Any


class Pairs(list[tuple[str, Tree]]):
    """A JSON object in a tree."""


def tree_of(text: str) -> Tree:
    """Parse a document into a tree."""
    return json.loads(text, object_pairs_hook=Pairs)


def places(tree: Tree) -> list[tuple[Any, int]]:
    """List the positions in a tree, each as a container and an index in it."""
    found: list[tuple[Any, int]] = []
    if isinstance(tree, list):
        for index, item in enumerate(tree):
            found.append((tree, index))
            found += places(item[1] if isinstance(tree, Pairs) else item)
    return found


NASTY: list[Any] = [
    None, True, False, 0, 1, -1, 9999, 10_000, 2**53, 2**64, 1.0, 0.0, 1e300, "", " ", "x", " x",
    "x ", "a  b", "a\nb", "a\tb", "\x7f", "\x85", "\xa0", "a\xa0b", "\u2028", "\u3000", "é", "𝄞",
    "\ud800", "\ufeff", "\x00", '"', "\\", "null", "1", "true", "strength", "STRENGTH", "dfe", "gss",
    "123", "E12345678", "2009-10-06", "2009-10-06T00:00:00", "2009-02-30", "20091006", "0001-01-01",
    "10000-01-01", "date", "days", "specified", "none", "unread", "furniture", "/findings/0", "/",
    "inspection", "reading", "2.1", "ukpga/2006/40", [], [[]], ["x"], [""], ["x", "x"], [None], [1],
    Pairs(), Pairs([("name", "x")]), Pairs([("start", 0), ("end", 1)]),
]  # fmt: skip
"""Values that are right in one place and wrong in another."""

PIECES = [
    b"", b" ", b'"', b"\\", b",", b"}", b"]", b"\x00", b"\xff", b"\xed\xa0\x80", b"\\ud800", b"\\u0041",
    b"\\/", b"1", b"0", b"e0", b".0", b"-", b"null", b"true", b":",
]  # fmt: skip
"""What a change of the bytes writes in."""

NAMES = [
    "name",
    "text",
    "category",
    "count",
    "date",
    "start",
    "end",
    "type",
    "$schema",
    "schema_version",
    "x",
    "",
]

# Copies, because a change may modify a value that an earlier change inserted.
values = (st.sampled_from(NASTY) | st.text(max_size=5) | st.integers() | st.dates().map(str)).map(
    copy.deepcopy
)


drawn_records = strategies.inspections() | strategies.readings() | strategies.annual_ratings()
# Mostly the same three records, because drawing one takes longer than the code under test.
records = st.integers(0, 9).flatmap(
    lambda number: drawn_records if number == 9 else st.sampled_from(list(RECORDS.values()))
)


@st.composite
def mutated_trees(draw: st.DrawFn) -> Tree:
    """Draw a record's document with up to three changes."""
    tree = tree_of(dumps(draw(records)))
    for _ in range(draw(st.integers(0, 3))):
        container, index = draw(st.sampled_from(places(tree)))
        if index >= len(container):
            continue
        change = draw(st.sampled_from(["replace", "drop", "repeat", "rename", "add", "swap"]))
        match change, container[index]:
            case "drop", _:
                del container[index]
            case "repeat", item:
                container.insert(draw(st.integers(0, len(container))), item)
            case "swap", item:
                other = draw(st.integers(0, len(container) - 1))
                container[index], container[other] = container[other], item
            case "replace", (name, _) if isinstance(container, Pairs):
                container[index] = (name, draw(values))
            case "replace", _:
                container[index] = draw(values)
            case "rename", (_, value) if isinstance(container, Pairs):
                container[index] = (draw(st.sampled_from(NAMES)), value)
            case _ if isinstance(container, Pairs):
                container.append((draw(st.sampled_from(NAMES)), draw(values)))
            case _:
                container.append(draw(values))
    return tree


@st.composite
def texts_of(draw: st.DrawFn, tree: Tree) -> str:
    """Draw a JSON text for a tree."""
    ascii_only = draw(st.booleans())
    space = draw(st.sampled_from(["", "", "", " ", "\n", "\t", "  \r\n"]))
    strange = draw(st.sampled_from(["", "", "", "", "\x0b", "\xa0", ","]))

    def write(part: Tree) -> str:
        if isinstance(part, Pairs):
            members = [f"{json.dumps(name)}{space}:{space}{write(value)}" for name, value in part]
            return "{" + space + f",{space}".join(members) + strange + "}"
        if isinstance(part, list):
            return f"[{space}" + f"{space},".join(map(write, part)) + "]"
        return json.dumps(part, ensure_ascii=ascii_only)

    return space + write(tree) + space


@st.composite
def mutated_texts(draw: st.DrawFn) -> str | bytes:
    """Draw a document with up to three changes of its text or bytes."""
    text = draw(texts_of(draw(mutated_trees())))
    if draw(st.booleans()):
        return text
    data = bytearray(text, "utf-8", "surrogatepass")
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 3))
        piece = draw(st.sampled_from(PIECES))
        data[place : place + length] = piece
    return bytes(data)


def outcome(read: Any, data: str | bytes) -> object:
    try:
        return read(data)
    except DocumentError as error:
        return error.faults


@thorough
@given(mutated_texts())
def test_whatever_the_fast_path_accepts_the_strict_converter_accepts_as_equal(data: str | bytes) -> None:
    quick = fast.read(data)
    event("fast" if quick is not None else "left to the strict converter")
    strict = outcome(read_strictly, data)
    if quick is not None:
        assert quick == strict
        assert repr(quick) == repr(strict)
    assert outcome(loads, data) == strict
    if not isinstance(strict, tuple):
        event("accepted")
        assert dumps(strict) == write_strictly(strict)  # type: ignore[arg-type]  # else it is a tuple of faults


@thorough
@given(drawn_records)
def test_every_record_takes_the_fast_path_both_ways(value: Any) -> None:
    text = dumps(value)
    assert text == write_strictly(value)
    assert fast.read(text) == read_strictly(text) == value
    assert fast.read(dumps(value, indent=2)) == value
    (kind,) = (kind for kind, cls in ROOTS.items() if type(value) is cls)
    members = fast.pack(value, kind)
    assert members is not None
    assert fast.unpack(members, kind) == value


@pytest.mark.parametrize("kind", RECORDS)
def test_our_own_documents_take_the_fast_path(kind: str) -> None:
    value = RECORDS[kind]
    for text in (dumps(value), dumps(value, indent=2), dumps(value, indent=0)):
        assert fast.read(text) == value
        for data in (text.encode(), bytearray(text.encode()), memoryview(text.encode())):
            assert fast.read(data) == value


@pytest.mark.parametrize("kind", RECORDS)
def test_both_paths_write_the_same_text(kind: str) -> None:
    value = RECORDS[kind]
    for indent in (None, 0, 1, 2, 4):
        assert dumps(value, indent=indent) == write_strictly(value, indent=indent)


def test_every_character_is_written_alike() -> None:
    for start in range(0, 0x3000, 64):
        text = "x" + "".join(map(chr, range(start, start + 64))) + "x"
        value = READING.__class__(source=text, inspection=Inspection(), passages=_whole(text))
        assert dumps(value) == write_strictly(value)
        assert fast.read(dumps(value)) == value


def _whole(text: str) -> Any:
    return (READING.passages[0].__class__(start=0, end=len(text), role="unread"),)


@pytest.mark.parametrize(
    "text",
    ["plain", "it’s curly", 'it is "quoted"', "back\\slash", "𝄞", "a\u00adb", "\u200b", "~"],
)
def test_texts_of_every_kind_take_the_fast_path(text: str) -> None:
    value = Inspection(findings=(Finding(category=Category.STRENGTH, text=text),))
    assert fast.read(dumps(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        "", " ", " x", "x ", "a  b", "é ", " é", "é  é", "\x7f", "\x85", "a\xa0b", "é\u2028", "a\nb",
        '"  "', '" ', "\\ ",
    ],
)  # fmt: skip
def test_a_text_that_breaks_its_rule_never_takes_the_fast_path(text: str) -> None:
    for member in ("scope", "contributes_to"):
        document = {"$schema": "", "schema_version": "2.1", "type": "inspection"}
        document = json.loads(dumps(Inspection())) | {member: [text] if member == "scope" else text}
        data = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        assert fast.read(data) is None
        with pytest.raises(DocumentError):
            loads(data)


def test_a_repeated_member_never_takes_the_fast_path() -> None:
    text = dumps(INSPECTION)
    for twice in (
        text.replace('"framework":', '"framework":"x","framework":'),
        text.replace('"heading":', '"heading":"x","heading":'),
        text.replace('"type":"inspection"', '"type":"inspection","type":"inspection"'),
    ):
        assert twice != text
        assert fast.read(twice) is None
        with pytest.raises(DocumentError, match="found several"):
            loads(twice)


def test_a_document_without_the_address_of_its_schema_takes_the_fast_path() -> None:
    document = json.loads(dumps(INSPECTION))
    del document["$schema"]
    assert fast.read(json.dumps(document, ensure_ascii=False)) == INSPECTION


@pytest.mark.parametrize("space", ["\x0b", "\x0c", "\xa0", "\u2003"])
def test_only_the_white_space_of_json_may_stand_in_an_envelope(space: str) -> None:
    text = dumps(INSPECTION).replace(":", f"{space}:", 1)
    assert fast.read(text) is None
    with pytest.raises(DocumentError):
        loads(text)


def test_a_comma_after_the_envelope_is_not_a_member() -> None:
    text = dumps(Inspection()).replace("}", ",}")
    assert fast.read(text) is None
    with pytest.raises(DocumentError, match="expected JSON"):
        loads(text)


def test_an_unknown_member_is_not_gone_into_however_deep_it_is() -> None:
    text = dumps(INSPECTION)[:-1] + ',"x":' + "[" * 100_000 + "]" * 100_000 + "}"
    assert fast.read(text) is None
    with pytest.raises(DocumentError, match="nesting"):
        loads(text)


def test_a_source_with_half_a_character_is_left_to_the_strict_converter() -> None:
    value = READING.__class__(source="\ud800", inspection=Inspection(), passages=_whole("x"))
    assert fast.write(value, "reading") is None


def test_a_large_document_takes_the_fast_path_as_well() -> None:
    value = attrs.evolve(INSPECTION, findings=INSPECTION.findings * 6000)
    text = dumps(value)
    assert len(text) > 1_000_000
    assert fast.read(text) == value


@pytest.mark.parametrize("backwards", [False, True])
def test_a_document_in_another_order_takes_the_fast_path(backwards: bool) -> None:
    document = sorted(json.loads(dumps(INSPECTION)).items(), reverse=backwards)
    assert fast.read(json.dumps(dict(document), ensure_ascii=False)) == INSPECTION


def test_a_document_in_an_unusual_spelling_is_read_strictly() -> None:
    data = dumps(INSPECTION).replace("i", "\\u0069", 1)
    assert fast.read(data) is None
    assert loads(data) == INSPECTION


@pytest.mark.parametrize(
    ("member", "value"), [("$schema", "x"), ("$schema", None), ("schema_version", "1.1"), ("type", "letter")]
)
def test_an_envelope_of_another_version_never_takes_the_fast_path(member: str, value: object) -> None:
    data = json.dumps(json.loads(dumps(INSPECTION)) | {member: value})
    assert fast.read(data) is None
    with pytest.raises(DocumentError) as caught:
        loads(data)
    assert caught.value.faults[0].pointer == f"/{member}"


def test_the_fast_path_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    text = dumps(INSPECTION)
    monkeypatch.setattr(fast, "enabled", False)
    assert fast.read(text) is None
    assert fast.write(INSPECTION, "inspection") is None
    assert fast.pack(INSPECTION, "inspection") is None
    assert dumps(INSPECTION) == text
    assert loads(text) == INSPECTION


@pytest.mark.parametrize(("setting", "expected"), [("off", "False"), ("on", "True"), ("", "True")])
def test_the_environment_can_switch_the_fast_path_off(setting: str, expected: str) -> None:
    program = "from inspection_model.serialising import fast; print(fast.enabled)"
    environment = {**os.environ, "INSPECTION_MODEL_FAST_PATH": setting}
    done = subprocess.run(  # our own interpreter and our own line
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == expected


def test_records_of_the_fast_path_are_as_frozen_as_any() -> None:
    value = fast.read(dumps(INSPECTION))
    assert type(value) is Inspection
    assert hash(value) == hash(INSPECTION)
    assert type(value.visit) is Visit
    with pytest.raises(AttributeError):
        value.framework = "x"  # type: ignore[misc]  # what must not work


def test_the_bytes_of_a_document_show_every_character_that_no_text_may_have() -> None:
    for code in range(0x80, sys.maxunicode + 1):
        if not 0xD800 <= code < 0xE000:
            text = f"x{chr(code)}x"
            assert fast.is_plain_text(text.encode()) == (text_fault(text) is None), hex(code)


@pytest.mark.parametrize("text", ["a\\b", "a\x7fb", "a  b"])
def test_a_document_whose_bytes_may_hide_a_fault_is_not_plain(text: str) -> None:
    assert not fast.is_plain_text(text.encode())


@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \t\n"])
def test_a_line_with_its_end_takes_the_fast_path_without_being_formatted(
    line_end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = dumps(INSPECTION) + line_end
    monkeypatch.setattr(msgspec.json, "format", lambda *_, **__: pytest.fail("formatted"))
    assert fast.read(line) == INSPECTION
    assert fast.read(line.encode()) == INSPECTION


@pytest.mark.parametrize("text", ["it\u2019s curly", "it is plain", 'it is "quoted"'])
def test_an_empty_member_that_is_written_is_left_to_the_strict_converter(text: str) -> None:
    value = Inspection(findings=(Finding(category=Category.STRENGTH, text=text),))
    data = dumps(value)[:-1] + ',"scope":[]}'
    assert fast.read(data) is None
    assert loads(data) == value


@pytest.mark.parametrize("text", ["it\u2019s curly", "it is plain", 'it is "quoted"'])
def test_a_repeated_member_is_found_in_documents_of_every_kind(text: str) -> None:
    value = Inspection(findings=(Finding(category=Category.STRENGTH, text=text, number=3),))
    data = dumps(value)
    for twice in (data.replace('"number":3', '"number":3,"number":3'), data[:-1] + ',"findings":[]}'):
        assert twice != data
        assert fast.read(twice) is None
        with pytest.raises(DocumentError, match="found several"):
            loads(twice)


def test_a_document_with_spaces_between_its_members_takes_the_fast_path() -> None:
    assert fast.read(json.dumps(json.loads(dumps(INSPECTION)), ensure_ascii=False)) == INSPECTION
