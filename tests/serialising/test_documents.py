"""Documents: writing, reading, and the errors of invalid ones."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import attrs
import pytest
from full_records import INSPECTION, READING, RECORDS

from inspection_model.errors import DocumentError, InvalidTypeError, InvalidValueError, SchemaVersionError
from inspection_model.model import Finding, Inspection, Passage, Reading, Visit
from inspection_model.serialising import canonical_bytes, content_hash, dumps, loads, strict_documents
from inspection_model.serialising.faults import describe
from inspection_model.vocabulary import Category

HEAD = {"schema_version": "2.1", "type": "inspection"}

_BOM = "a byte order mark at the start; write the file as UTF-8 without a BOM"
_CONVERT = "convert the file to UTF-8"
_VERSIONS = "the version 2.1, or an older one"
_NO_NUMBER = "JSON has no such number; omit the member"


def faults_of(data: str | bytes | dict[str, Any]) -> dict[str, tuple[str, str, str | None]]:
    """Return the faults of an invalid document by pointer."""
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(data) if isinstance(data, dict) else data)
    return {fault.pointer: (fault.expected, fault.found, fault.hint) for fault in caught.value.faults}


def with_members(**members: Any) -> dict[str, Any]:
    """Return the document of an inspection with the given members."""
    return {**HEAD, **members}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_with_every_member_comes_back_equal(kind: str) -> None:
    value = RECORDS[kind]
    for text in (dumps(value), dumps(value, indent=2)):
        assert loads(text) == value
        for data in (text.encode(), bytearray(text.encode()), memoryview(text.encode())):
            assert loads(data) == value


@pytest.mark.parametrize("kind", RECORDS)
def test_the_strict_path_is_not_called_for_a_valid_document(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = RECORDS[kind]
    monkeypatch.setattr(strict_documents, "read_strictly", None)
    monkeypatch.setattr(strict_documents, "write_strictly", None)
    for text in (dumps(value), dumps(value, indent=1), dumps(value, indent=2)):
        assert loads(text) == value


@pytest.mark.parametrize("kind", RECORDS)
def test_the_envelope_comes_first_and_names_version_and_type(kind: str) -> None:
    document = json.loads(dumps(RECORDS[kind]))
    assert list(document)[:3] == ["$schema", "schema_version", "type"]
    assert document["$schema"].endswith(f"/2.1/{kind}.json")
    assert document["schema_version"] == "2.1"
    assert document["type"] == kind


def test_members_stand_in_the_order_of_declaration_and_keep_their_names() -> None:
    document = json.loads(dumps(INSPECTION))
    assert list(document)[3:] == [attribute.name for attribute in attrs.fields(Inspection)]
    assert document["visit"]["periods"][0] == {"start": "2009-10-06", "end": "2009-10-06"}
    assert list(document["findings"][0]) == [attribute.name for attribute in attrs.fields(Finding)]


def test_what_is_empty_is_left_out() -> None:
    assert list(json.loads(dumps(Inspection()))) == ["$schema", "schema_version", "type"]
    assert loads(dumps(Inspection())) == Inspection()


def test_a_document_is_one_line_unless_an_indent_is_wanted() -> None:
    assert "\n" not in dumps(READING)
    assert dumps(INSPECTION, indent=3).startswith('{\n   "$schema": ')


def test_letters_are_written_as_they_are() -> None:
    assert "naïve, 𝄞 & <b>" in dumps(INSPECTION)


def test_an_explicit_empty_array_is_the_same_as_none() -> None:
    assert loads(json.dumps(with_members(findings=[], scope=[]))) == Inspection()


def test_the_schema_address_may_be_left_out() -> None:
    assert loads(json.dumps(HEAD)) == Inspection()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a JSON document, found nothing; the file is empty"),
        (b" \r\n\t", "a JSON document, found nothing; the file is empty"),
        ("X", "JSON, found 'X' at line 1, column 1 (expecting value)"),
        (
            "\f",  # not white space in JSON
            "JSON, found the end after '' at line 1, column 1 (expecting value); "
            "the document is truncated; write it again",
        ),
        ("\ufeff{}", f"JSON, found {_BOM}"),
        (b"\xef\xbb\xbf{}", f"JSON, found {_BOM}"),
        (b"\xff\xfe{\x00}\x00", f"UTF-8, found the byte order mark of UTF-16; {_CONVERT}"),
        (b"\xfe\xff\x00{\x00}", f"UTF-8, found the byte order mark of UTF-16; {_CONVERT}"),
        (b'{\n"a": "caf\xe9"}', f"UTF-8, found the byte 0xE9 at line 2, byte 10; {_CONVERT}"),
        (b'{\n\n"a": "caf\xe9"}', f"UTF-8, found the byte 0xE9 at line 3, byte 10; {_CONVERT}"),
        (b'\n"caf\xe9"\n', f"UTF-8, found the byte 0xE9 at line 2, byte 5; {_CONVERT}"),
        (
            '{"a":\n [1, 2',
            """JSON, found the end after '{"a": [1, 2' at line 2, column 7 (expecting ',' delimiter); """
            "the document is truncated; write it again",
        ),
        (
            '{"a": "b',
            """JSON, found the end after '{"a": "b' at line 1, column 7 (unterminated string starting at); """
            "the document is truncated; write it again",
        ),
        (
            '{"a": 1} x',
            "JSON, found '{\"a\": 1} x' at line 1, column 10 (extra data); remove what follows the document",
        ),
        (
            "{'a': 1}",
            "JSON, found \"{'a': 1}\" at line 1, column 2 "
            "(expecting property name enclosed in double quotes)",
        ),
        ('\n{"a" 1}\n', "JSON, found '{\"a\" 1}' at line 2, column 6 (expecting ':' delimiter)"),
        ('{\n\n"a" 1}', "JSON, found '{ \"a\" 1}' at line 3, column 5 (expecting ':' delimiter)"),
        ('{"a": NaN}', f"JSON, found the constant NaN; {_NO_NUMBER}"),
        ('{"a": -Infinity}', f"JSON, found the constant -Infinity; {_NO_NUMBER}"),
        ("[]", "an object (a document), found an array of length 0"),
        ("3", "an object (a document), found the number 3"),
        ("1" * 5000, "an object (a document), found a number that is too large"),
        ("-1e999", "an object (a document), found a number that is too large"),
        ("1" + "0" * 18, "an object (a document), found a number that is too large"),
        ("9" * 18, "an object (a document), found the number 999999999999999999"),
        ("true", "an object (a document), found true"),
        ("null", "an object (a document), found null"),
        ('"' + "x" * 99 + '"', f'an object (a document), found the text "{"x" * 58}…'),
        ("[" * 65, "at most 64 levels of nesting, found deeper nesting at line 1, column 65"),
        ("[" * 64 + "][[", "at most 64 levels of nesting, found deeper nesting at line 1, column 67"),
        ('{"a":' * 100_000, "at most 64 levels of nesting, found deeper nesting at line 1, column 321"),
    ],
)
def test_an_invalid_document_is_refused_with_the_location_of_the_error(text: str | bytes, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(text)
    assert str(caught.value) == f"(document): expected {words}"


def test_brackets_in_strings_and_adjacent_brackets_are_not_nesting() -> None:
    text = "[" * 99 + '"' + "\\"
    finding = {"category": "strength", "text": text, "parts": ["x"] * 99}
    findings = [finding] * 99
    read = loads(json.dumps(with_members(findings=findings)))
    assert isinstance(read, Inspection)
    assert read.findings[98].text == text


def test_only_text_and_bytes_are_read() -> None:
    expected = r"^loads\(data\): expected a JSON text or its bytes, found int 3; give a file's content$"
    with pytest.raises(InvalidTypeError, match=expected):
        loads(3)  # type: ignore[arg-type]  # what a caller without a type checker does


def test_only_records_are_written() -> None:
    types = "Inspection, Reading, AnnualRating, Comparison, History"
    expected = rf"^dumps\(value\): expected one of {types}, found dict$"
    with pytest.raises(InvalidTypeError, match=expected):
        dumps({})  # type: ignore[arg-type]  # what a caller without a type checker does


def test_an_envelope_must_be_complete() -> None:
    faults = faults_of({})
    assert list(faults) == ["/schema_version", "/type"]
    assert faults == {
        "/schema_version": (_VERSIONS, "nothing", 'add "schema_version": "2.1"'),
        "/type": ("one of inspection, reading, annual-rating, comparison, history", "nothing", None),
    }


def test_an_unknown_type_is_refused_with_a_suggestion() -> None:
    assert faults_of({"schema_version": "2.1", "type": "Inspections"})["/type"][1:] == (
        'the text "Inspections"',
        "did you mean inspection?",
    )
    assert faults_of({"schema_version": "2.1", "type": ["inspection"]})["/type"][1] == "an array of length 1"


def test_another_schema_address_is_refused() -> None:
    faults = faults_of({"$schema": "https://example.org/x.json", **HEAD})
    own = "https://inspection-model.readthedocs.io/schemas/2.1/inspection.json"
    wrong = 'the text "https://example.org/x.json"'
    assert faults == {"/$schema": (own, wrong, "omit it or correct it")}


@pytest.mark.parametrize("version", ["2.2", "3.0", "10.0"])
def test_a_newer_version_is_refused_with_the_way_out(version: str) -> None:
    with pytest.raises(SchemaVersionError) as caught:
        loads(json.dumps({"schema_version": version, "type": "something-new", "new": 1}))
    (fault,) = caught.value.faults
    assert str(fault) == (
        f'/schema_version: expected {_VERSIONS}, found the text "{version}"; '
        "a newer release of this library wrote it: pip install --upgrade inspection-model"
    )


@pytest.mark.parametrize(
    "version", [1.0, 1, None, True, "1", "1.0.0", "v1.0", "01.0", "1.0\n", "", [], "１.0"]
)
def test_an_invalid_version_is_refused(version: object) -> None:
    faults = faults_of({"schema_version": version, "type": "inspection", "frmework": "x"})
    assert faults["/schema_version"] == (_VERSIONS, describe(version), 'use a version such as "2.1"')
    assert faults["/frmework"][2] == "did you mean framework?"


def test_a_version_that_never_was_is_refused() -> None:
    assert faults_of({"schema_version": "0.1", "type": "inspection"})["/schema_version"][:2] == (
        "one of the versions 1.0, 2.0, 2.1",
        'the text "0.1"',
    )


def test_a_repeated_member_is_refused_at_every_level() -> None:
    text = (
        '{"schema_version":"2.1","type":"inspection","framework":"a","framework":"b",'
        '"publication":{"recipients":[{"name":"A","name":"A","x~/y":1,"x~/y":2}]},'
        '"visit":{"a":{"b":1,"b":1}},"visit":{"as_printed":"then"}}'
    )
    faults = faults_of(text)
    assert list(faults) == [
        "/framework",
        "/publication/recipients/0/name",
        "/publication/recipients/0/x~0~1y",
        "/visit",
    ]
    assert faults["/framework"] == ("a single member of this name", "several", "keep one of them")


def test_all_faults_come_at_once_in_document_order() -> None:
    faults = faults_of(
        with_members(
            scope="abc",
            findings=[
                {"category": "improvment", "text": " a", "parts": ["ok", "", 3], "nmber": 1, "number": 1.0},
                3,
                {"category": None},
                {"category": "strength", "text": "\ud800", "number": 0, "heading": 7},
            ],
            authority={"name": "x", "identifiers": [{"scheme": "dfe", "value": "1"}, {"scheme": "DFE"}]},
            visit={},
            publication={"date": "2009-13-01", "recipients": {}},
            legal_basis=[],
            declared=[{"category": "strength", "state": "specified"}],
            framework=None,
        )
    )
    folded = "one line of text: not empty, white space folded, no control characters"
    assert list(faults.items()) == [
        ("/scope", ("an array", 'the text "abc"', "wrap a single value in an array")),
        (
            "/findings/0/category",
            (
                "one of priority-action, improvement, satisfactory, strength, overview, main-finding",
                'the text "improvment"',
                "did you mean improvement?",
            ),
        ),
        ("/findings/0/text", (folded, 'the text " a"', 'fold the white space first: " ".join(text.split())')),
        ("/findings/0/parts/1", (folded, 'the text ""', "empty text; omit the field instead")),
        ("/findings/0/parts/2", ("a text", "the number 3", "put it in quotes")),
        (
            "/findings/0/nmber",
            ("a member of Finding", 'the unknown member "nmber"', "did you mean number?"),
        ),
        ("/findings/0/number", ("a whole number", "the number 1.0", None)),
        ("/findings/1", ("an object (Finding)", "the number 3", None)),
        (
            "/findings/2/category",
            (
                "one of priority-action, improvement, satisfactory, strength, overview, main-finding",
                "null",
                None,
            ),
        ),
        ("/findings/2/text", ("the required member text of Finding", "nothing", None)),
        (
            "/findings/3/text",
            (
                "a text without lone surrogates",
                "the lone surrogate U+D800 at 0",
                "replace it, for instance by U+FFFD",
            ),
        ),
        ("/findings/3/number", ("a whole number from 1 to 9999", "the number 0", None)),
        ("/findings/3/heading", ("a text", "the number 7", "put it in quotes")),
        ("/authority/identifiers/0/value", ("three digits, such as 879 (scheme dfe)", 'the text "1"', None)),
        (
            "/authority/identifiers/1/scheme",
            ("one of dfe, gss, ofsted-urn", 'the text "DFE"', "did you mean dfe?"),
        ),
        (
            "/authority/identifiers/1/value",
            ("the required member value of Identifier", "nothing", None),
        ),
        ("/visit/periods", ("a period, or the words as printed", "nothing", None)),
        (
            "/publication/date",
            ("a date such as 2009-10-06", 'the text "2009-13-01"', "there is no such date"),
        ),
        (
            "/publication/recipients",
            ("an array", "an object with no members", "wrap a single value in an array"),
        ),
        ("/legal_basis", ("an object (LegalBasis)", "an array of length 0", None)),
        (
            "/declared/0/count",
            ("a count if and only if the state is specified", "nothing", None),
        ),
        ("/framework", ("a text", "null", "omit the member")),
    ]


def test_every_item_of_an_array_is_tried_against_the_rule() -> None:
    faults = faults_of(with_members(scope=["", "fine", "a  b", "c\nd"]))
    assert list(faults) == ["/scope/0", "/scope/2", "/scope/3"]
    assert faults["/scope/3"][1] == 'the text "c\\nd"'


def test_members_that_are_wrong_together_are_named() -> None:
    start_after_end = {"start": "2009-10-07", "end": "2009-10-06"}
    faults = faults_of(with_members(visit={"periods": [start_after_end]}))
    assert faults == {
        "/visit/periods/0/end": ("a day not before the start (2009-10-07)", 'the text "2009-10-06"', None)
    }
    one_day = {"start": "2009-10-07", "end": "2009-10-07"}
    faults = faults_of(with_members(visit={"periods": [one_day, one_day]}))
    assert faults["/visit/periods"][0] == "periods in chronological order, without overlap"
    assert faults["/visit/periods"][1].startswith("(Period(start=datetime.date(2009, 10, 7)")


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("2009-10-06T00:00:00", "write the date without a time"),
        ("2009-10-06 ", "write the date without a time"),
        ("20091006", "write year-month-day"),
        ("2009-W41-2", "write year-month-day"),
        ("6 October 2009", "write year-month-day"),
        ("２009-10-06", "write year-month-day"),
        ("2009-02-29", "there is no such date"),
        ("0000-01-01", "there is no such date"),
        (1254787200, None),
        (None, "omit the member"),
        (True, None),
    ],
)
def test_only_iso_dates_are_days(day: object, hint: str | None) -> None:
    faults = faults_of(with_members(publication={"date": day}))
    assert faults == {"/publication/date": ("a date such as 2009-10-06", describe(day), hint)}


@pytest.mark.parametrize("number", [1.0, True, "1", None, 1e2, [1], {}, 0, -1, 10_000, 10**30])
def test_only_whole_numbers_in_range_are_counts(number: object) -> None:
    faults = faults_of(with_members(findings=[{"category": "strength", "text": "x", "number": number}]))
    assert list(faults) == ["/findings/0/number"]
    assert faults["/findings/0/number"][2] == ("omit the member" if number is None else None)


@pytest.mark.parametrize("value", [None, True, 3, 1.5, [], {}, ["a"]])
def test_nothing_else_becomes_a_text(value: object) -> None:
    assert list(faults_of(with_members(contributes_to=value))) == ["/contributes_to"]


@pytest.mark.parametrize("value", [None, True, 3, "abc", {"a": 1}, {}])
def test_nothing_else_becomes_an_array(value: object) -> None:
    assert list(faults_of(with_members(scope=value))) == ["/scope"]


@pytest.mark.parametrize("member", ["", "$id", "__class__", "a" * 1000, "Framework", "id", "schema_version "])
def test_an_unknown_member_is_refused(member: str) -> None:
    assert list(faults_of(with_members(**{member: 1}))) == [f"/{member}"]


def test_the_envelope_belongs_to_the_document_alone() -> None:
    reading = json.loads(dumps(Reading(source="", inspection=Inspection())))
    reading["inspection"]["type"] = "inspection"
    assert list(faults_of(reading)) == ["/inspection/type"]


@pytest.mark.parametrize("escaped", ["\\ud800", "\\udfff", "\\udc00\\ud800", "a\\uDBFF\\u0041"])
def test_half_a_character_is_refused_in_a_source(escaped: str) -> None:
    data = f'{{"schema_version":"2.1","type":"reading","source":"{escaped}","inspection":{{}}}}'
    assert faults_of(data)["/source"][0] == "a text without lone surrogates"


def test_a_lone_surrogate_in_a_str_is_refused() -> None:
    data = '{"schema_version":"2.1","type":"reading","source":"\ud800","inspection":{}}'
    assert list(faults_of(data)) == ["/source"]
    assert list(faults_of('{"schema_version":"2.1","type":"inspection","\udfff":1}')) == ["/\udfff"]


def test_a_source_with_half_a_character_cannot_be_written() -> None:
    reading = Reading(
        source="ab\udc00",
        inspection=Inspection(),
        passages=(Passage(start=0, end=3, role="unread"),),
    )
    with pytest.raises(InvalidValueError) as caught:
        dumps(reading)
    assert str(caught.value) == (
        "Reading.source: expected a text without lone surrogates, found the lone surrogate U+DC00 at 2; "
        "replace it before reading the text, for instance by U+FFFD"
    )


def test_canonical_bytes_follow_rfc_8785() -> None:
    visit = Visit(as_printed='é "x"')
    finding = Finding(category=Category.STRENGTH, text="a/b\\", number=7)
    record = Inspection(visit=visit, findings=(finding,), framework="x")
    assert (
        canonical_bytes(record)
        == (
            '{"$schema":"https://inspection-model.readthedocs.io/schemas/2.1/inspection.json",'
            '"findings":[{"category":"strength","number":7,"text":"a/b\\\\"}],"framework":"x",'
            '"schema_version":"2.1","type":"inspection","visit":{"as_printed":"é \\"x\\""}}'
        ).encode()
    )
    source = "\x00\x08\t\n\x0c\r\x1f\x7f\u2028"
    whole = Reading(
        source=source,
        inspection=Inspection(),
        passages=(Passage(start=0, end=len(source), role="unread"),),
    )
    assert '"source":"\\u0000\\b\\t\\n\\f\\r\\u001f\x7f\u2028"'.encode() in canonical_bytes(whole)


def test_the_content_hash_is_the_sha_256_of_the_canonical_bytes() -> None:
    digest = hashlib.sha256(canonical_bytes(READING)).hexdigest()
    assert content_hash(READING) == f"sha256:{digest}"
    assert content_hash(loads(dumps(READING, indent=4))) == content_hash(READING)
    assert content_hash(INSPECTION) != content_hash(attrs.evolve(INSPECTION, framework="other"))


def test_dates_before_the_year_1000_have_four_digits() -> None:
    record = loads(json.dumps(with_members(publication={"date": "0999-01-02"})))
    assert isinstance(record, Inspection)
    assert record.publication is not None
    assert record.publication.date == date(999, 1, 2)
    assert loads(dumps(record)) == record
