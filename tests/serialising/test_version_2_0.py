"""Documents of version 2.0 are read on every path; what only version 2.1 has is a fault in them."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from full_records import INSPECTION, RECORDS, RECORDS_2_0

from inspection_model.errors import DocumentError
from inspection_model.serialising import dumps, fast, iter_json_lines, loads, make_converter

STORED = Path(__file__).parent / "stored"
KINDS = pytest.mark.parametrize("kind", RECORDS_2_0)


def stored(kind: str) -> dict[str, Any]:
    """Return the plain data of a stored document of version 2.0."""
    document: dict[str, Any] = json.loads((STORED / f"2.0-{kind}.json").read_bytes())
    assert document["schema_version"] == "2.0"
    return document


@KINDS
@pytest.mark.parametrize("enabled", [True, False])
def test_a_document_is_read_with_and_without_the_fast_path(
    kind: str, enabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast, "enabled", enabled)
    record = loads(json.dumps(stored(kind)))
    assert record == RECORDS_2_0[kind]
    assert json.loads(dumps(record))["schema_version"] == "2.1"
    assert list(iter_json_lines([json.dumps(stored(kind))])) == [record]


@KINDS
def test_a_pickle_is_loaded(kind: str) -> None:
    assert pickle.loads((STORED / f"2.0-{kind}.pickle").read_bytes()) == RECORDS_2_0[kind]


@KINDS
def test_plain_data_are_the_same_in_both_versions(kind: str) -> None:
    data = {
        name: value
        for name, value in stored(kind).items()
        if name[0] != "$" and name not in ("schema_version", "type")
    }
    assert make_converter().structure(data, type(RECORDS_2_0[kind])) == RECORDS_2_0[kind]


@pytest.mark.parametrize(
    ("kind", "pointers"),
    [
        ("inspection", {"/declared/1/state", "/earlier_inspections"}),
        ("reading", {"/inspection/declared/1/state", "/inspection/earlier_inspections"}),
        ("comparison", {"/declared/0/later/state"}),
        ("history", {"/inspections/0/declared/1/state", "/inspections/0/earlier_inspections"}),
    ],
)
def test_what_version_2_1_added_is_a_fault_with_the_way_out(kind: str, pointers: set[str]) -> None:
    document = json.loads(dumps(RECORDS[kind])) | {"schema_version": "2.0"}
    del document["$schema"]
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    assert {fault.pointer for fault in caught.value.faults} == pointers
    hint = 'if the document is of version 2.1, write "schema_version": "2.1"'
    assert {fault.hint for fault in caught.value.faults} == {hint}
    assert INSPECTION.earlier_inspections
