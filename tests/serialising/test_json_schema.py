"""The JSON Schema accepts what `loads()` accepts, as far as a schema can express it.

After a change of the model, regenerate the files:
``INSPECTION_MODEL_WRITE_SCHEMAS=1 pytest tests/serialising/test_json_schema.py``
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from full_records import INSPECTION, READING, RECORDS
from hypothesis import event, given
from hypothesis import strategies as st
from test_fast import Pairs, drawn_records, mutated_trees, outcome, thorough

from inspection_model.errors import DocumentError, InvalidValueError
from inspection_model.serialising import dumps, loads
from inspection_model.serialising.json_schema import json_schema, make_json_schema
from inspection_model.serialising.members import ROOTS, members_of, record_classes
from inspection_model.vocabulary import Category

SCHEMAS = resources.files("inspection_model.serialising") / "schemas"
VALIDATORS = {kind: jsonschema_rs.validator_for(json_schema(kind)) for kind in ROOTS}


@pytest.mark.parametrize("kind", ROOTS)
def test_the_file_in_the_package_is_what_the_generator_makes(kind: str) -> None:
    made = json.dumps(make_json_schema(kind), ensure_ascii=False, indent=2) + "\n"
    file = SCHEMAS / f"{kind}.json"
    if os.environ.get("INSPECTION_MODEL_WRITE_SCHEMAS"):
        Path(str(file)).write_text(made, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == made
    assert json_schema(kind) == json.loads(made)


# The type that each keyword is for. A validator in strict mode wants it beside the keyword.
TYPES = {
    "array": {"contains", "items", "maxContains", "maxItems", "minContains", "minItems", "prefixItems"},
    "object": {"additionalProperties", "dependentRequired", "properties", "required"},
    "string": {"maxLength", "minLength", "pattern"},
    "integer": {"maximum", "minimum"},
}
KNOWN = {
    *("$defs", "$id", "$ref", "$schema", "allOf", "anyOf", "const", "description", "else", "enum", "if"),
    *("oneOf", "then", "title", "type"),
    *(word for words in TYPES.values() for word in words),
}


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield a schema and all schemas within it."""
    if not isinstance(schema, dict):
        assert isinstance(schema, bool)
        return
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    for word in ("allOf", "anyOf", "oneOf"):
        inner += schema.get(word, [])
    inner += [schema[word] for word in ("contains", "else", "if", "items", "then") if word in schema]
    for each in inner:
        yield from subschemas(each)


@pytest.mark.parametrize("kind", ROOTS)
def test_a_validator_in_strict_mode_takes_the_schema(kind: str) -> None:
    """Each keyword is known, has its type beside it, and names only members that are described there."""
    all_schemas = list(subschemas(json_schema(kind)))
    assert len(all_schemas) > 50
    for schema in all_schemas:
        assert schema.keys() <= KNOWN
        assert "$ref" not in schema or schema.keys() <= {"$ref", "description"}
        for name, words in TYPES.items():
            assert schema.keys().isdisjoint(words) or schema["type"] == name, schema
        assert {*schema.get("required", ())} <= {*schema.get("properties", ())}, schema
        if not schema.keys().isdisjoint({"const", "enum", "oneOf"}):
            assert schema.get("type", "string") == "string"


def test_a_python_without_docstrings_has_the_schemas_too() -> None:
    program = (
        "import inspection_model as im, sys; sys.exit(im.json_schema.__doc__ or len(im.json_schema()) < 5)"
    )
    subprocess.run([sys.executable, "-OO", "-c", program], check=True)


def test_the_schemas_are_schemas() -> None:
    for kind in ROOTS:
        assert jsonschema_rs.meta.is_valid(json_schema(kind))


def test_the_default_is_the_schema_of_an_inspection() -> None:
    assert json_schema() == json_schema("inspection")
    assert json_schema()["$id"].endswith("/2.1/inspection.json")


def test_an_unknown_document_type_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        json_schema("letter")
    assert "json_schema(kind)" in str(caught.value)
    assert "expected one of inspection, reading, annual-rating" in str(caught.value)
    assert "'letter'" in str(caught.value)


def test_every_class_and_every_member_is_described() -> None:
    definitions: dict[str, Any] = {}
    for kind, cls in ROOTS.items():
        schema = json_schema(kind)
        definitions |= schema["$defs"] | {cls.__name__: schema}
    assert {cls.__name__ for cls in record_classes()} <= set(definitions)
    for cls in record_classes():
        properties = definitions[cls.__name__]["properties"]
        assert [name for name in properties if name in {m.name for m in members_of(cls)}] == [
            member.name for member in members_of(cls)
        ]
        assert all(properties[name]["description"] for name in properties)
    assert all(definition["title"] and definition["description"] for definition in definitions.values())


def test_codes_are_listed_with_their_meanings() -> None:
    codes = {code["const"]: code.get("description") for code in json_schema()["$defs"]["Category"]["oneOf"]}
    assert codes["satisfactory"] == "Meets the statutory minimum."
    assert list(codes) == list(Category)
    assert {"const": "fax"} in json_schema()["$defs"]["ContactKind"]["oneOf"]


@pytest.mark.parametrize("kind", ROOTS)
def test_a_record_with_every_member_is_valid(kind: str) -> None:
    VALIDATORS[kind].validate(json.loads(dumps(RECORDS[kind])))


@thorough
@given(drawn_records)
def test_every_drawn_record_is_valid(value: Any) -> None:
    document = json.loads(dumps(value))
    VALIDATORS[document["type"]].validate(document)


def plain(tree: Any) -> Any:
    """Return a tree as plain data; of repeated members, the last one is kept."""
    if isinstance(tree, Pairs):
        return {name: plain(value) for name, value in tree}
    return [plain(item) for item in tree] if isinstance(tree, list) else tree


@thorough
@given(mutated_trees(), st.sampled_from(list(ROOTS)))
def test_every_document_that_the_schema_refuses_is_refused_by_loads(tree: Any, kind: str) -> None:
    document = plain(tree)
    if isinstance(document, dict) and document.get("type") in list(ROOTS):
        kind = document["type"]
    try:
        text = json.dumps(document, ensure_ascii=False)
        text.encode()
    except UnicodeError:
        return  # a lone surrogate cannot be passed to the validator
    valid = VALIDATORS[kind].is_valid(document)
    said = outcome(loads, text)
    if not isinstance(said, tuple):
        event("accepted by both")
        assert valid
    elif not valid:
        event("refused by both")
    else:
        event("refused by loads alone")
        assert any(fault.expected.startswith(SAID_BY_LOADS_ALONE) for fault in said), said


SAID_BY_LOADS_ALONE = (
    "a whole number",  # 1.0
    "a date such as",  # a date that does not exist
    "a day not before the start",
    "periods in chronological order, without overlap",
    "an offset after the start",
    "a passage that starts at",
    "passages up to the end of the source",
)
"""What a schema cannot say; the documentation of the format lists it."""


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        ("inspection", ["findings", 0, "number"], 0),
        ("inspection", ["findings", 0, "number"], 10_000),
        ("inspection", ["findings", 0, "text"], "a  b"),
        ("inspection", ["findings", 0, "text"], " a"),
        ("inspection", ["findings", 0, "text"], "a\u2028"),
        ("inspection", ["findings", 0, "text"], "a\x7f"),
        ("inspection", ["findings", 0, "text"], ""),
        ("inspection", ["findings", 0, "text"], "a\n"),
        ("inspection", ["findings", 0, "category"], "good"),
        ("inspection", ["findings", 0, "parts"], "ab"),
        ("inspection", ["findings", 0, "x"], 1),
        ("inspection", ["framework"], "Ofsted UCRA"),
        ("inspection", ["framework"], "a\n"),
        ("inspection", ["framework"], None),
        ("inspection", ["legal_basis", "identifier"], "https://example.org"),
        ("inspection", ["authority", "identifiers", 0, "value"], "12"),
        ("inspection", ["authority", "identifiers", 1], {"scheme": "dfe", "value": "123"}),
        ("inspection", ["visit"], {}),
        ("inspection", ["visit"], {"periods": []}),
        ("inspection", ["declared", 0, "state"], "none"),
        ("inspection", ["declared", 0], {"category": "strength", "state": "specified"}),
        ("inspection", ["obligations", 0, "due"], {"unit": "days"}),
        ("inspection", ["obligations", 0, "due"], {"unit": "date", "date": "2009-10-06", "count": 1}),
        ("inspection", ["obligations", 0, "due"], {"unit": "next-inspection", "date": "2009-10-06"}),
        ("inspection", ["publication", "date"], "6 October 2009"),
        ("inspection", ["type"], "reading"),
        ("inspection", ["schema_version"], "0.9"),
        ("inspection", ["$schema"], "x"),
        ("reading", ["passages", 0, "start"], -1),
        ("reading", ["passages", 0, "end"], 0),
        ("reading", ["passages", 0, "role"], "heading"),
        ("reading", ["passages", 0, "role"], "/a  b"),
        ("reading", ["remarks", 0], {"code": "unread", "message": "x", "start": 1}),
        ("reading", ["remarks", 0], {"code": "unread", "message": "x", "end": 1}),
        ("reading", ["remarks", 0, "end"], 2**53),
        ("reading", ["source"], None),
        ("annual-rating", ["year"], 1901),
        ("annual-rating", ["year"], 10_000),
        ("annual-rating", ["rating"], "adequate"),
    ],
)
def test_schema_and_loads_refuse_the_same_slips(kind: str, place: list[Any], value: Any) -> None:
    document = json.loads(dumps(RECORDS[kind]))
    here = document
    for step in place[:-1]:
        here = here[step]
    here[place[-1]] = value
    assert not VALIDATORS[kind].is_valid(document)
    with pytest.raises(DocumentError):
        loads(json.dumps(document))


def test_what_a_schema_cannot_say_is_still_refused_by_loads() -> None:
    document = json.loads(dumps(INSPECTION))
    document["visit"]["periods"].reverse()
    document["findings"][0]["number"] = 1.0
    document["publication"]["date"] = "2009-02-30"
    assert VALIDATORS["inspection"].is_valid(document)
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document))
    pointers = [fault.pointer for fault in caught.value.faults]
    assert pointers == ["/visit/periods", "/findings/0/number", "/publication/date"]
    reading = json.loads(dumps(READING))
    reading["passages"].pop()
    assert VALIDATORS["reading"].is_valid(reading)
    with pytest.raises(DocumentError):
        loads(json.dumps(reading))
