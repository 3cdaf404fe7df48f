"""The hooks work with the strategies of cattrs, and their errors have the form of cattrs."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import cattrs
import pytest
from cattrs.errors import AttributeValidationNote
from cattrs.strategies import configure_tagged_union, configure_union_passthrough, include_subclasses
from full_records import RECORDS

from inspection_model.errors import DocumentError
from inspection_model.model import AnnualRating, Authority, Due, Finding, Inspection, Obligation, Person
from inspection_model.serialising import configure_converter, make_converter
from inspection_model.serialising.detailed_errors import InvalidArrayError, InvalidRecordError

UNION: Any = Inspection | AnnualRating
UNION_RECORDS = [RECORDS["inspection"], RECORDS["annual-rating"], Inspection()]


def own(**options: Any) -> cattrs.Converter:
    converter = cattrs.Converter(**options)
    configure_converter(converter)
    return converter


Make = Callable[[], cattrs.Converter]
MAKERS: dict[str, Make] = {
    "own": own,
    "own and strict": lambda: own(forbid_extra_keys=True),
    "ours": make_converter,
}
EACH = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


@attrs.frozen
class Folder:
    """A class of a user."""

    label: str
    finding: Finding | None = None
    people: tuple[Person, ...] = ()
    findings: list[Finding] = attrs.field(factory=list)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"tag_name": "kind"},
        {"default": Inspection},
        {"tag_generator": lambda cls: cls.__name__.lower()},
        {"tag_generator": lambda cls: f"{cls.__module__}.{cls.__name__}"},
        {"tag_generator": {Inspection: "inspection", AnnualRating: "annual-rating"}.get},
        {"tag_generator": {Inspection: "INSPECTION", AnnualRating: "annual_rating"}.get},
    ],
)
@EACH
def test_a_tagged_union_is_written_and_read(make: Make, options: Any) -> None:
    converter = make()
    configure_tagged_union(UNION, converter, **options)
    for record in UNION_RECORDS:
        plain = converter.unstructure(record, unstructure_as=UNION)
        assert options.get("tag_name", "_type") in plain
        assert converter.structure(plain, UNION) == record


def test_parts_of_records_may_be_in_a_tagged_union() -> None:
    converter = own()
    union: Any = Finding | Obligation
    configure_tagged_union(union, converter)
    obligation = Obligation(text="Reply.")
    assert converter.structure({"_type": "Obligation", "text": "Reply."}, union) == obligation


def test_any_tags_may_be_chosen_if_the_converter_forbids_extra_keys() -> None:
    tags = {Inspection: "i", AnnualRating: "r"}
    plain = {"framework": "own", "_type": "i"}
    strict, lenient = own(forbid_extra_keys=True), own()
    for converter in (strict, lenient):
        configure_tagged_union(UNION, converter, tag_generator=lambda cls: tags[cls])
    assert strict.structure(plain, UNION) == Inspection(framework="own")
    hint = r"; if it is the tag of a union, create the converter with forbid_extra_keys=True$"
    with pytest.raises(DocumentError, match=r"^/_type: .*unknown member.*" + hint):
        lenient.structure(plain, UNION)


@pytest.mark.parametrize("value", ["Inspections", "finding", "", 1, None, ["Inspection"]])
def test_other_unknown_members_are_still_rejected(value: object) -> None:
    with pytest.raises(DocumentError, match=r"^/note: expected a member of Inspection"):
        own().structure({"note": value}, Inspection)


def test_a_converter_that_removes_tags_itself_ignores_none() -> None:
    for converter in (own(forbid_extra_keys=True), make_converter()):
        with pytest.raises(DocumentError, match=r"^/_type: "):
            converter.structure({"_type": "Inspection"}, Inspection)


@EACH
def test_other_strategies_keep_the_hooks(make: Make) -> None:
    converter = make()
    include_subclasses(Inspection, converter)
    configure_union_passthrough(str | int | None, converter)
    plain = converter.unstructure(RECORDS["inspection"])
    assert converter.structure(plain, Inspection) == RECORDS["inspection"]
    assert converter.copy().structure(plain, Inspection) == RECORDS["inspection"]
    optional: Any = Finding | None
    assert converter.structure({"category": "strength", "text": "Good."}, optional).text == "Good."
    assert converter.structure({"framework": "own"}, UNION) == Inspection(framework="own")


WRONG = {
    "label": "x",
    "finding": {"category": "strenth", "text": 3, "parts": ["", "a", None], "references": [{"scheme": "x"}]},
    "people": [{"name": "Ivo Marsh"}, {"nam": "Ann Reed"}],
    "findings": [{"category": "strength", "text": "Good."}, []],
}
PATHS = [
    "invalid value for type, expected Category @ $.finding.category",
    "invalid value for type, expected str @ $.finding.text",
    "invalid value for type, expected str @ $.finding.parts[0]",
    "invalid value for type, expected str @ $.finding.parts[2]",
    "required field missing @ $.finding.references[0].value",
    "required field missing @ $.people[1].name",
    "extra fields found (nam) @ $.people[1]",
    "invalid value for type, expected Finding @ $.findings[1]",
]


@EACH
def test_the_path_of_every_fault_is_shown(make: Make) -> None:
    with pytest.raises(cattrs.ClassValidationError) as caught:
        make().structure(WRONG, Folder)
    assert cattrs.transform_error(caught.value) == PATHS
    said = cattrs.transform_error(caught.value, format_exception=lambda error, _: str(error))
    assert said[1] == "/text: expected a text, found the number 3; put it in quotes @ $.finding.text"


@EACH
def test_an_error_of_a_record_is_of_both_kinds(make: Make) -> None:
    with pytest.raises(DocumentError) as caught:
        make().structure({"findings": [{"category": "x"}], "x/y": 1, "visit": {}}, Inspection)
    error = caught.value
    assert isinstance(error, InvalidRecordError)
    assert isinstance(error, cattrs.ClassValidationError)
    assert error.cl is Inspection
    pointers = ["/findings/0/category", "/findings/0/text", "/x~1y", "/visit/periods"]
    assert [fault.pointer for fault in error.faults] == pointers
    paths = [
        "invalid value for type, expected Category @ $.findings[0].category",
        "required field missing @ $.findings[0].text",
        "required field missing @ $.visit.periods",
        "extra fields found (x/y) @ $",
    ]
    assert cattrs.transform_error(error) == paths
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is InvalidRecordError
        assert again.faults == error.faults
        assert str(again) == str(error)
        assert cattrs.transform_error(again) == paths


def test_the_error_of_a_hook_of_ones_own_has_a_path() -> None:
    converter = own()
    converter.register_structure_hook(Person, lambda value, kind: kind(name=value["full name"]))
    plain = {"inspectors": [{"full name": "Ivo Marsh"}, {"name": "Ann Reed"}, {"full name": ""}]}
    with pytest.raises(DocumentError) as caught:
        converter.structure(plain, Inspection)
    assert cattrs.transform_error(caught.value) == [
        "invalid value for type, expected Person @ $.inspectors[1]",
        "invalid value for type, expected Person @ $.inspectors[2]",
    ]
    first, second = caught.value.faults
    assert str(first) == (
        "/inspectors/1: expected a value that the hook of Person takes,"
        " found an object with name (KeyError: 'full name')"
    )
    assert second.found.startswith(
        "an object with full name (InvalidValueError: Person.name: expected one line"
    )


def test_the_error_of_a_hook_of_ones_own_is_raised_as_it_is_without_detailed_validation() -> None:
    converter = own(detailed_validation=False)
    converter.register_structure_hook(Person, lambda value, kind: kind(name=value["full name"]))
    with pytest.raises(KeyError, match="full name"):
        converter.structure({"inspectors": [{}]}, Inspection)


def test_parts_of_an_error_can_be_handled_apart() -> None:
    handled: list[type] = []
    try:
        try:
            own().structure({"findings": [{"category": "x"}], "colour": 1}, Inspection)
        except* cattrs.ForbiddenExtraKeysError as group:
            handled += map(type, group.exceptions)
    except* DocumentError as rest:
        handled += map(type, rest.exceptions)
    assert handled == [cattrs.ForbiddenExtraKeysError, InvalidArrayError]


def test_the_names_of_the_notes_are_those_of_the_fields() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        own().structure({"due": {"unit": "days"}}, Obligation)
    due, text = caught.value.exceptions
    (note,) = due.__notes__
    assert isinstance(note, AttributeValidationNote)
    assert (note.name, note.type, str(note)) == ("due", Due, "Structuring class Obligation @ attribute due")
    assert isinstance(text, KeyError)


def test_a_value_that_is_no_object_has_one_error() -> None:
    with pytest.raises(DocumentError) as caught:
        own().structure([], Inspection)
    assert not isinstance(caught.value, InvalidRecordError)
    assert cattrs.transform_error(caught.value) == ["invalid value @ $"]


def test_an_array_of_records_has_paths() -> None:
    with pytest.raises(InvalidArrayError) as caught:
        make_converter().structure([{}, {"name": "A"}, 5], tuple[Authority, ...])
    assert cattrs.transform_error(caught.value) == [
        "required field missing @ $[0].name",
        "invalid value for type, expected Authority @ $[2]",
    ]
    assert [fault.pointer for fault in caught.value.faults] == ["/0/name", "/2"]


def test_a_converter_without_detailed_validation_raises_plain_errors() -> None:
    with pytest.raises(DocumentError) as caught:
        own(detailed_validation=False).structure({"colour": 1}, Inspection)
    assert type(caught.value) is DocumentError


def test_make_converter_rejects_unknown_members_of_other_classes_as_well() -> None:
    with pytest.raises(cattrs.ClassValidationError) as caught:
        make_converter().structure({"label": "x", "colour": 1}, Folder)
    assert cattrs.transform_error(caught.value) == ["extra fields found (colour) @ $"]
