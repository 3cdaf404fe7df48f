"""Documents of version 1.0 are read on every path, and their faults are reported where they are written."""

from __future__ import annotations

import copy
import io
import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import cattrs
import pytest
from full_records import INSPECTION_1_0, READING_1_0, RECORDS_1_0

from inspection_model.errors import DocumentError
from inspection_model.model import Inspection, Passage, Publication, Reading, Remark
from inspection_model.serialising import (
    configure_converter,
    dumps,
    fast,
    iter_json_lines,
    load_json_lines,
    loads,
    make_converter,
)
from inspection_model.serialising.version_1_0 import is_plain_data, migrated, pointer_before
from inspection_model.vocabulary import PublicationForm, RemarkCode

STORED = Path(__file__).parent / "stored"
KINDS = pytest.mark.parametrize("kind", RECORDS_1_0)
ENVELOPE = ("$schema", "schema_version", "type")
_NEWER = 'if the document is of version 2.0, write "schema_version": "2.0"'


def stored(kind: str) -> dict[str, Any]:
    """Return the plain data of a stored document of version 1.0."""
    document: dict[str, Any] = json.loads((STORED / f"1.0-{kind}.json").read_bytes())
    assert document["schema_version"] == "1.0"
    return document


def plain(kind: str) -> dict[str, Any]:
    """Return the plain data of a stored document without its envelope."""
    return {name: value for name, value in stored(kind).items() if name not in ENVELOPE}


def own_converter() -> cattrs.Converter:
    """Return a converter of a user."""
    converter = cattrs.Converter()
    configure_converter(converter)
    return converter


def faults_of(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    return [(fault.pointer, fault.expected, fault.found) for fault in caught.value.faults]


@KINDS
@pytest.mark.parametrize("enabled", [True, False])
def test_a_document_is_read_with_and_without_the_fast_path(
    kind: str, enabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast, "enabled", enabled)
    record = loads(json.dumps(stored(kind)))
    assert record == RECORDS_1_0[kind]
    assert json.loads(dumps(record))["schema_version"] == "2.1"
    assert loads(dumps(record)) == record


@KINDS
def test_a_line_of_json_lines_is_read(kind: str) -> None:
    line = json.dumps(stored(kind))
    assert list(iter_json_lines([line])) == [RECORDS_1_0[kind]]
    assert load_json_lines(io.BytesIO(f"{line}\n{line}".encode())) == [RECORDS_1_0[kind]] * 2


@KINDS
def test_a_pickle_is_loaded(kind: str) -> None:
    record = pickle.loads((STORED / f"1.0-{kind}.pickle").read_bytes())
    assert record == RECORDS_1_0[kind]
    assert pickle.loads(pickle.dumps(record)) == record


@KINDS
@pytest.mark.parametrize("make", [make_converter, own_converter])
def test_a_converter_reads_plain_data(kind: str, make: Any) -> None:
    record = RECORDS_1_0[kind]
    data = plain(kind)
    before = copy.deepcopy(data)
    assert make().structure(data, type(record)) == record
    assert data == before


def test_a_converter_reads_a_record_inside_a_class_of_a_user() -> None:
    @attrs.frozen
    class Visit:
        number: int
        record: Inspection

    data = {"number": 3, "record": plain("inspection")}
    assert own_converter().structure(data, Visit) == Visit(3, INSPECTION_1_0)


def test_the_pointers_of_passages_and_remarks_follow_the_publication() -> None:
    letter = "Dear Ida"
    document = {
        "schema_version": "1.0",
        "type": "reading",
        "source": letter,
        "inspection": {"letter": {"salutation": "Dear Ida", "subject": "Visit"}},
        "passages": [
            {"start": 0, "end": 4, "role": "/letter/subject"},
            {"start": 4, "end": 5, "role": "furniture"},
            {"start": 5, "end": 8, "role": "/letter/recipients/0/name"},
        ],
        "remarks": [
            {
                "code": "unread",
                "message": "Look at /letter/subject.",
                "pointer": "/letter",
                "related": ["/letter/date", "/visit", "/findings/0/letter/subject"],
            },
            {"code": "visit-missing", "message": "No days."},
        ],
    }
    expected = Reading(
        source=letter,
        inspection=Inspection(publication=Publication(salutation="Dear Ida", title="Visit")),
        passages=(
            Passage(start=0, end=4, role="/publication/title"),
            Passage(start=4, end=5, role="furniture"),
            Passage(start=5, end=8, role="/publication/recipients/0/name"),
        ),
        remarks=(
            Remark(
                code=RemarkCode.UNREAD,
                message="Look at /letter/subject.",
                pointer="/publication",
                related=("/publication/date", "/visit", "/findings/0/letter/subject"),
            ),
            Remark(code=RemarkCode.VISIT_MISSING, message="No days."),
        ),
    )
    assert loads(json.dumps(document)) == expected
    assert expected.inspection.publication is not None
    assert expected.inspection.publication.form is PublicationForm.LETTER


@pytest.mark.parametrize("kind", ["inspection", "reading"])
def test_faults_are_reported_where_the_document_has_them(kind: str) -> None:
    document = stored(kind)
    inspection = document if kind == "inspection" else document["inspection"]
    inspection["letter"] |= {"date": "9 May", "subject": 3, "greeting": "Dear all"}
    inspection["letter"]["recipients"][0]["post"] = ""
    start = "" if kind == "inspection" else "/inspection"
    assert [pointer.removeprefix(start) for pointer, _, _ in faults_of(document)] == [
        "/letter/date",
        "/letter/subject",
        "/letter/recipients/0/post",
        "/letter/greeting",
    ]


@pytest.mark.parametrize("value", [3, "x", None, ["subject"]], ids=repr)
def test_a_letter_that_is_no_object_is_a_fault_of_the_letter(value: object) -> None:
    ((pointer, expected, _),) = faults_of({**stored("inspection"), "letter": value})
    assert (pointer, expected) == ("/letter", "an object (Publication)")


@pytest.mark.parametrize("value", [3, "x", None, ["subject"]], ids=repr)
def test_parts_of_a_reading_that_are_no_objects_are_faults(value: object) -> None:
    reading = stored("reading") | {"inspection": value, "passages": [value], "remarks": [value]}
    assert [pointer for pointer, _, _ in faults_of(reading)] == ["/inspection", "/passages/0", "/remarks/0"]
    reading = stored("reading") | {"passages": 3, "remarks": {}}
    assert [pointer for pointer, _, _ in faults_of(reading)] == ["/passages", "/remarks"]


def test_a_member_of_version_2_0_is_a_fault_with_the_way_out() -> None:
    document = stored("reading")
    inspection = document["inspection"]
    inspection |= {"judgements": 3, "publication": {}, "partnership": {"name": "x"}, "previous": {}}
    inspection["letter"] |= {"form": "letter", "title": "x"}
    inspection["letter"]["signatories"][0]["role"] = "lead"
    inspection["inspectors"][0]["role"] = "lead"
    inspection["findings"][1]["area"] = "x"
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    assert {fault.pointer for fault in caught.value.faults} == {
        f"/inspection{pointer}"
        for pointer in (
            "/judgements",
            "/publication",
            "/partnership",
            "/previous",
            "/letter/form",
            "/letter/title",
            "/letter/signatories/0/role",
            "/inspectors/0/role",
            "/findings/1/area",
        )
    }
    assert {(fault.expected, fault.hint) for fault in caught.value.faults} == {
        ("a member of version 1.0", _NEWER)
    }
    assert caught.value.faults[0].found == "the member role of version 2.0"


def test_a_code_of_version_2_0_is_a_fault() -> None:
    document = stored("reading")
    document["passages"][0]["role"] = "aside"
    document["remarks"][0]["code"] = "grade-mismatch"
    document["inspection"]["obligations"][0]["due"]["unit"] = "years"
    assert faults_of(document) == [
        ("/inspection/obligations/0/due/unit", "a code of version 1.0", "the code years of version 2.0"),
        ("/passages/0/role", "a code of version 1.0", "the code aside of version 2.0"),
        ("/remarks/0/code", "a code of version 1.0", "the code grade-mismatch of version 2.0"),
    ]


def test_plain_data_are_refused_where_they_are_wrong() -> None:
    data = plain("reading")
    data["inspection"]["letter"]["subject"] = 3
    data["inspection"]["judgements"] = []
    for make in (make_converter, own_converter):
        with pytest.raises(DocumentError) as caught:
            make().structure(data, Reading)
        assert {fault.pointer for fault in caught.value.faults} == {
            "/inspection/letter/subject",
            "/inspection/judgements",
        }
    data = {**plain("inspection"), "judgements": []}
    with pytest.raises(DocumentError) as caught:
        own_converter().structure(data, Inspection)
    assert [fault.pointer for fault in caught.value.faults] == ["/judgements"]


def test_only_the_letter_tells_the_version_of_plain_data() -> None:
    assert is_plain_data({"letter": {}})
    assert is_plain_data({"source": "", "inspection": {"letter": {}}})
    others: list[object] = [
        {},
        {"publication": {}},
        {"letter": {}, "publication": {}},
        {"inspection": 3},
        [],
        None,
    ]
    assert not any(map(is_plain_data, others))
    with pytest.raises(DocumentError) as caught:
        own_converter().structure({"letter": {}, "publication": {}}, Inspection)
    assert [fault.pointer for fault in caught.value.faults] == ["/letter"]


def test_a_document_of_version_2_0_has_no_letter() -> None:
    document = {"schema_version": "2.0", "type": "inspection", "letter": {"subject": "Visit"}}
    assert faults_of(document) == [
        ("/letter", "a member of Inspection", 'the unknown member "letter"'),
    ]


def test_the_address_of_the_schema_is_that_of_the_version() -> None:
    document = stored("inspection")
    document["$schema"] = document["$schema"].replace("1.0", "2.0")
    ((pointer, expected, _),) = faults_of(document)
    assert (pointer, expected.split("/")[-2:]) == ("/$schema", ["1.0", "inspection.json"])


def test_a_migration_leaves_the_document_as_it_was() -> None:
    document = stored("reading")
    before = copy.deepcopy(document)
    assert migrated(document) != document
    assert document == before


def test_a_pointer_of_version_2_0_is_translated_back() -> None:
    for after, before in (
        ("/publication/title", "/letter/subject"),
        ("/inspection/publication/title", "/inspection/letter/subject"),
        ("/publication", "/letter"),
        ("/publication/recipients/0/title", "/letter/recipients/0/title"),
        ("/findings/0/title", "/findings/0/title"),
        ("/inspection", "/inspection"),
        ("", ""),
    ):
        assert pointer_before(after) == before


def test_the_stored_records_have_no_member_of_version_2_0() -> None:
    assert READING_1_0.inspection == INSPECTION_1_0
    assert INSPECTION_1_0.judgements == ()


def test_a_detailed_error_of_plain_data_names_the_member_of_version_1_0() -> None:
    data = plain("inspection")
    data["letter"] |= {"date": "9 May", "subject": 3}
    data["judgements"] = []
    with pytest.raises(cattrs.ClassValidationError) as caught:
        make_converter().structure(data, Inspection)
    assert isinstance(caught.value, DocumentError)
    assert [fault.pointer for fault in caught.value.faults] == [
        "/judgements",
        "/letter/date",
        "/letter/subject",
    ]
    places = [str(line).rpartition(" @ ")[2] for line in cattrs.transform_error(caught.value)]
    assert places == ["$.judgements", "$.letter"]
