"""Labels: the members of JSON Lines that name the file and the ids."""

from __future__ import annotations

import json

import pytest
from full_records import INSPECTION, READING, RECORDS

from inspection_model.errors import DocumentError
from inspection_model.model import Inspection, Reading
from inspection_model.serialising import dumps, fast, loads
from inspection_model.serialising.documents import labelled_line
from inspection_model.serialising.envelope import ENVELOPE
from inspection_model.serialising.labels import file_of


def labelled(record: Inspection | Reading, **labels: object) -> str:
    """Return a document with labels after its envelope."""
    document = json.loads(dumps(record))
    head = {name: document.pop(name) for name in ENVELOPE}
    return json.dumps({**head, **labels, **document})


@pytest.mark.parametrize("record", [INSPECTION, READING], ids=["inspection", "reading"])
@pytest.mark.parametrize("enabled", [True, False], ids=["fast", "strict"])
def test_labels_are_read_and_are_no_part_of_the_record(
    record: Inspection | Reading, enabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast, "enabled", enabled)
    inspection = record.inspection if isinstance(record, Reading) else record
    for file in (None, "a.txt", "a\\b\n c", "caf\u00e9 \u201cx\u201d.pdf"):
        line = labelled_line(record, file=file)
        assert loads(line) == record
        assert file_of(line) == file
        document = json.loads(line)
        assert list(document)[: len(ENVELOPE)] == list(ENVELOPE)
        assert document["id"] == inspection.id
        assert document["finding_ids"] == list(inspection.finding_ids)
    assert loads(labelled(record, id="", finding_ids=[])) == record
    assert "finding_ids" not in json.loads(labelled_line(Inspection(), file=None))


def test_a_document_with_labels_takes_the_fast_path() -> None:
    assert fast.read(labelled_line(INSPECTION, file="a.txt")) == INSPECTION
    assert fast.read(labelled_line(READING, file=None)) == READING
    assert fast.read(labelled(INSPECTION, id="x", finding_ids=[])) is None  # an empty array is unusual


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("file", 3, "a text"),
        ("id", None, "a text"),
        ("finding_ids", "x", "an array of texts"),
        ("finding_ids", ["x", 1], "an array of texts"),
    ],
)
def test_a_label_of_another_type_is_a_fault(name: str, value: object, expected: str) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(labelled(INSPECTION, **{name: value}))
    (fault,) = caught.value.faults
    assert (fault.pointer, fault.expected, fault.hint) == (f"/{name}", expected, "omit it")


def test_only_inspections_and_readings_of_this_version_have_labels() -> None:
    for kind in ("annual-rating", "history"):
        record = RECORDS[kind]
        assert labelled_line(record, file="a.txt") == dumps(record).encode()
        with pytest.raises(DocumentError, match="/file"):
            loads(json.dumps({**json.loads(dumps(record)), "file": "a.txt"}))
    old = {"schema_version": "1.0", "type": "inspection", "file": "a.txt"}
    with pytest.raises(DocumentError, match="/file"):
        loads(json.dumps(old))


@pytest.mark.parametrize("line", [b"", b"[]", b'{"file": 3}', b"{", b"\xff", b"[" * 100_000])
def test_a_line_that_is_not_a_document_names_no_file(line: bytes) -> None:
    assert file_of(line) is None
