"""The parser, checked with a public test suite."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_model.errors import DocumentError
from inspection_model.serialising import loads
from inspection_model.serialising.parsing import parse

SUITE = Path(__file__).parents[2] / "../shared/corpora/JSONTestSuite"


def suite(prefix: str) -> list[bytes]:
    """Return the contents of the suite's files whose names start with a prefix."""
    if not SUITE.is_dir():
        pytest.skip("the shared folder with the JSON test suite is not beside this checkout")
    return [path.read_bytes() for path in sorted(SUITE.glob(f"{prefix}_*.json"))]


def test_what_must_parse_parses() -> None:
    texts = suite("y")
    assert len(texts) == 95
    for text in texts:
        parse(text)


def test_what_must_be_refused_is_refused() -> None:
    texts = suite("n")
    assert len(texts) == 188
    for text in texts:
        with pytest.raises(DocumentError):
            parse(text)


def test_nothing_but_our_own_errors_escapes() -> None:
    texts = suite("y") + suite("n") + suite("i")
    assert len(texts) == 318
    for text in texts:
        with pytest.raises(DocumentError) as caught:
            loads(text)
        assert caught.value.faults


def test_a_hostile_document_is_refused_in_linear_time() -> None:
    # Each of these takes quadratic time in a naive implementation, so that the test would not end.
    size = 100_000
    for text in (
        '"' + '\\"' * size,
        "{" + ",".join(f'"{n}":1' for n in range(size)) + ',"1":2}',
        '{"schema_version":"2.1","type":"inspection",' + ",".join(f'"{n}":1' for n in range(5_000)) + "}",
        '{"' + "x" * size + '":1}',
        "9" * size,
        '{"a":' * size,
    ):
        with pytest.raises(DocumentError):
            loads(text)


def test_a_number_has_at_most_four_hundred_digits_and_a_longer_one_is_infinite() -> None:
    assert parse("9" * 400).value == int("9" * 400)
    assert parse("9" * 401).value == float("inf")


@given(st.binary() | st.text() | st.text('{}[]",:0 \\\n\ud800'))
def test_reading_any_input_returns_a_record_or_raises_our_error(data: bytes | str) -> None:
    with pytest.raises(DocumentError):
        loads(data)
