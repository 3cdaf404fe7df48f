"""Documents of older versions are migrated on every read path."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path

import pytest
from full_records import RECORDS_1_0
from made_up_chain import CHAIN

from inspection_model.errors import DocumentError, SchemaVersionError
from inspection_model.model import Finding, Inspection, Period, Visit
from inspection_model.serialising import documents, loads, migrations
from inspection_model.serialising.envelope import SCHEMA_VERSION
from inspection_model.serialising.migrations import migrate
from inspection_model.vocabulary import Category

STORED = Path(__file__).parent / "stored"

OLD = Inspection(
    framework="ofsted-ucra",
    visit=Visit(
        periods=(
            Period(start=date(2009, 10, 6), end=date(2009, 10, 6)),
            Period(start=date(2009, 10, 7), end=date(2009, 10, 7)),
        )
    ),
    findings=(
        Finding(category=Category.IMPROVEMENT, text="Forms are filled in late."),
        Finding(category=Category.STRENGTH, text="Calls are answered at once."),
    ),
)


@pytest.fixture
def _chain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", CHAIN)


@pytest.mark.usefixtures("_chain")
def test_a_stored_document_of_an_older_version_is_read() -> None:
    stored = (STORED / "made-up-0.9.json").read_bytes()
    assert json.loads(stored)["schema_version"] == "0.9"
    assert loads(stored) == OLD


@pytest.mark.usefixtures("_chain")
def test_the_steps_of_the_chain_follow_each_other() -> None:
    older = json.loads((STORED / "made-up-0.9.json").read_bytes())
    del older["kind"], older["$schema"]
    assert loads(json.dumps({**older, "schema_version": "0.8"})) == OLD


@pytest.mark.usefixtures("_chain")
def test_a_migration_leaves_the_document_as_it_was() -> None:
    document = json.loads((STORED / "made-up-0.9.json").read_bytes())
    before = copy.deepcopy(document)
    assert migrate(document).document["schema_version"] == SCHEMA_VERSION
    assert document == before


@pytest.mark.usefixtures("_chain")
def test_a_fault_of_an_older_document_is_reported_after_the_migration() -> None:
    document = json.loads((STORED / "made-up-0.9.json").read_bytes())
    document["findings"][1]["text"] = ""
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    assert [fault.pointer for fault in caught.value.faults] == ["/findings/1/text"]


@pytest.mark.usefixtures("_chain")
def test_a_pointer_is_translated_back_through_all_versions() -> None:
    document = json.loads((STORED / "made-up-0.9.json").read_bytes())
    document["days"][1] = "2009-10-32"
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    assert [fault.pointer for fault in caught.value.faults] == ["/days/1", "/days/1"]


@pytest.mark.usefixtures("_chain")
def test_an_older_document_that_a_migration_cannot_handle_is_refused() -> None:
    document = json.loads((STORED / "made-up-0.9.json").read_bytes())
    document["findings"] = 3
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    (fault,) = caught.value.faults
    assert fault.pointer == ""
    assert fault.expected == "a document of version 0.9"
    assert fault.found == "one that cannot be migrated (TypeError: 'int' object is not iterable)"
    document["days"] = None
    with pytest.raises(DocumentError):
        loads(json.dumps(document))


@pytest.mark.usefixtures("_chain")
def test_a_repeated_member_of_an_older_document_is_refused_where_it_stood() -> None:
    text = (STORED / "made-up-0.9.json").read_text(encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        loads(text.replace('"days": [', '"days": [{"a": 1, "a": 2}, '))
    assert "/days/0/a" in [fault.pointer for fault in caught.value.faults]


@pytest.mark.usefixtures("_chain")
def test_a_version_that_never_was_is_refused_with_those_that_were() -> None:
    with pytest.raises(DocumentError) as caught:
        migrate({"schema_version": "0.7"})
    assert str(caught.value) == (
        '/schema_version: expected one of the versions 0.8, 0.9, 1.0, 2.0, 2.1, found the text "0.7"'
    )


def test_versions_are_compared_as_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", "2.0")
    with pytest.raises(SchemaVersionError):
        migrate({"schema_version": "10.0"})
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", "10.0")
    with pytest.raises(DocumentError) as caught:
        migrate({"schema_version": "3.0"})
    assert not isinstance(caught.value, SchemaVersionError)


def test_without_the_chain_an_older_version_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"one of the versions 1\.0, 2\.0, 2\.1,") as caught:
        loads((STORED / "made-up-0.9.json").read_bytes())
    assert not isinstance(caught.value, SchemaVersionError)


@pytest.mark.parametrize("path", sorted(STORED.glob("1.0-*.json")), ids=lambda path: path.name)
def test_every_stored_document_of_a_released_version_can_be_read(path: Path) -> None:
    value = loads(path.read_bytes())
    assert value == RECORDS_1_0[path.stem.removeprefix("1.0-")]
    assert documents.loads(documents.dumps(value)) == value
    assert len(list(STORED.glob("1.0-*.json"))) == 3
