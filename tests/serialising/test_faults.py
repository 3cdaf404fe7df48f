"""Faults are described briefly, with a suggestion if there is one."""

from __future__ import annotations

import json

import cattrs
import pytest

from inspection_model.errors import DocumentError, Fault
from inspection_model.model import Inspection
from inspection_model.serialising import loads, make_converter
from inspection_model.serialising.faults import (
    describe,
    did_you_mean,
    in_document_order,
    prefixed,
    shortened,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("naïve", 'the text "naïve"'),
        (None, "null"),
        (False, "false"),
        (10**18 - 1, "the number 999999999999999999"),
        (1 - 10**18, "the number -999999999999999999"),
        (10**18, "a number that is too large"),
        (-(10**18), "a number that is too large"),
        (0.5, "the number 0.5"),
        (float("nan"), "a number that is too large"),
        ([1, 2], "an array of length 2"),
        ({}, "an object with no members"),
        ({"a": 1, "b": 2}, "an object with a, b"),
        ((), "a Python tuple"),
    ],
)
def test_a_value_is_described(value: object, words: str) -> None:
    assert describe(value) == words


def test_what_is_longer_than_sixty_characters_is_shortened_to_sixty() -> None:
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 59 + "…"


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Heding", "heading", True),
        ("colour", "heading", False),
        # Hyphens, underscores and spaces between words are treated as equal.
        ("a_b_c_d", "a-b-c-d", True),
        ("a b c d", "a-b-c-d", True),
        ("a-b-c-d", "a_b_c_d", True),
        ("a+b+c+d", "a-b-c-d", False),
        ("a" * 59 + "b", "a" * 60, True),
        ("a" * 60 + "b", "a" * 60, False),
        (3, "3", False),
    ],
)
def test_a_known_word_that_is_near_is_suggested(word: object, known: str, meant: bool) -> None:
    assert did_you_mean(word, [known]) == (f"did you mean {known}?" if meant else None)


def test_the_nearest_known_word_is_suggested() -> None:
    assert did_you_mean("part", ["paint", "parts", "path"]) == "did you mean parts?"


def fault(pointer: str) -> Fault:
    return Fault(pointer=pointer, expected="something", found="nothing", hint="try it")


def test_a_fault_of_a_part_is_moved_to_the_place_of_the_part() -> None:
    assert prefixed(3, [fault("/a")]) == [fault("/3/a")]
    assert prefixed("x~/y", [fault(""), fault("/0")]) == [fault("/x~0~1y"), fault("/x~0~1y/0")]


def test_faults_stand_in_the_order_of_the_document_and_what_is_missing_comes_last() -> None:
    document = {"b~/": [{"y": 1, "x": 2}, {}], "a": {"n": 1}}
    pointers = [
        "/b~0~1/0/y",
        "/b~0~1/0/x",
        "/b~0~1/0/missing",
        "/b~0~1/1",
        "/a/n",
        "/a/missing",
        "/missing/x",
    ]
    for given in (pointers, pointers[::-1]):
        assert [f.pointer for f in in_document_order(map(fault, given), document)] == pointers


MANY = 20_000


@pytest.mark.parametrize(
    ("members", "count"),
    [
        ({"scope": [""] * MANY}, MANY),
        ({"findings": [{"category": "strenth"}] * MANY}, 2 * MANY),
        ({f"member{index}": 1 for index in range(MANY)}, MANY),
        ({"findings": [{f"member{index}": 1 for index in range(MANY)}]}, MANY + 2),
        ({"x" * 1_000_000: 1}, 1),
    ],
)
def test_a_document_with_many_faults_has_all_of_them_and_a_short_message(
    members: dict[str, object], count: int
) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps({"schema_version": "1.0", "type": "inspection", **members}))
    assert len(caught.value.faults) == count
    assert len(str(caught.value)) < 5000
    with pytest.raises(cattrs.ClassValidationError) as detailed:
        make_converter().structure(members, Inspection)
    assert len(cattrs.transform_error(detailed.value)) == count
    assert len(str(detailed.value)) < 5000
