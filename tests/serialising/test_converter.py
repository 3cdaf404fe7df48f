"""The strict converter, and the hooks on an existing converter of a user."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import cattrs
import pytest
from full_records import INSPECTION, READING, RECORDS

from inspection_model import model
from inspection_model.comparing import comparison, history
from inspection_model.errors import DocumentError
from inspection_model.model import Authority, Finding, Inspection, Passage, Period, Person, Reading
from inspection_model.serialising import configure_converter, fast, make_converter
from inspection_model.serialising.converter import reference
from inspection_model.serialising.members import members_of, record_classes
from inspection_model.vocabulary import Category


@attrs.frozen
class Dossier:
    """A class that a user of the library might define."""

    inspection: Inspection
    note: str
    people: tuple[Person, ...] = ()
    finding: Finding | None = None


def configured() -> cattrs.Converter:
    converter = cattrs.Converter()
    configure_converter(converter)
    return converter


def switched_off() -> cattrs.Converter:
    return reference()


@pytest.mark.parametrize("make", [make_converter, configured, switched_off])
@pytest.mark.parametrize("kind", RECORDS)
def test_records_turn_into_plain_data_and_back(make: Any, kind: str) -> None:
    value = RECORDS[kind]
    converter = make()
    plain = converter.unstructure(value)
    assert converter.structure(plain, type(value)) == value
    assert converter.unstructure(converter.structure(plain, type(value))) == plain


def test_plain_data_are_made_of_plain_types_only() -> None:
    seen: set[type] = set()

    def walk(value: Any) -> None:
        seen.add(type(value))
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(part)

    walk(make_converter().unstructure(READING))
    assert seen == {dict, list, str, int}


def test_every_class_of_the_model_has_a_hook_of_its_own() -> None:
    classes = record_classes()
    assert {cls.__name__ for cls in classes} == {*model.__all__, *comparison.__all__, *history.__all__}
    converter = make_converter()
    for cls in classes:
        with pytest.raises(
            DocumentError, match=rf"expected an object \({cls.__name__}\), found an array of length 0"
        ):
            converter.structure([], cls)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, str),
        (3, str),
        (["a"], str),
        ("\ud800", str),
        ("3", int),
        (1.0, int),
        (True, int),
        (None, int),
        ("false", bool),
        (0, bool),
        (1, float),
        ("1", float),
        ("2009-10-06T00:00:00", date),
        (datetime(2009, 10, 6), date),
        ("20091006", date),
        ("abc", tuple[str, ...]),
        (None, tuple[str, ...]),
        ({"a": 1}, tuple[str, ...]),
        (("a",), tuple[str, ...]),
        ([None], tuple[str, ...]),
        ([1], tuple[bool, ...]),
        (1, str | None),
        ("strengths", Category),
        ("STRENGTH", Category),
        (None, Category),
        (1, Category),
        ([{"start": "2009-10-06"}], tuple[Period, ...]),
    ],
)
def test_nothing_is_coerced(value: object, kind: Any) -> None:
    with pytest.raises(DocumentError):
        make_converter().structure(value, kind)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("x", str, "x"),
        (3, int, 3),
        (True, bool, True),
        (1.5, float, 1.5),
        ("2009-10-06", date, date(2009, 10, 6)),
        (["a", "b"], tuple[str, ...], ("a", "b")),
        ([True, False], tuple[bool, ...], (True, False)),
        (["a", 3], tuple[str, int], ("a", 3)),
        (None, str | None, None),
        ("x", str | None, "x"),
        ("strength", Category, Category.STRENGTH),
        ([{"start": "2009-10-06", "end": "2009-10-07"}], tuple[Period, ...], None),
    ],
)
def test_right_plain_values_are_taken(value: object, kind: Any, expected: object) -> None:
    if expected is None and value is not None:
        expected = (Period(start=date(2009, 10, 6), end=date(2009, 10, 7)),)
    assert make_converter().structure(value, kind) == expected


def test_a_refused_switch_or_fraction_is_described() -> None:
    with pytest.raises(DocumentError, match=r"^\(document\): expected a bool, found the number 0$"):
        make_converter().structure(0, bool)
    with pytest.raises(DocumentError, match=r'^\(document\): expected a float, found the text "1"$'):
        make_converter().structure("1", float)


def test_dates_and_codes_outside_a_record_are_written_the_same_way() -> None:
    converter = make_converter()
    assert converter.unstructure(date(2009, 10, 6)) == "2009-10-06"
    code = converter.unstructure(Category.STRENGTH)
    assert (type(code), code) == (str, "strength")


def test_a_class_of_ones_own_may_hold_records() -> None:
    converter = configured()
    dossier = Dossier(
        inspection=INSPECTION, note="x", people=INSPECTION.inspectors, finding=INSPECTION.findings[0]
    )
    plain = converter.unstructure(dossier)
    assert plain["people"] == converter.unstructure(list(INSPECTION.inspectors))
    assert converter.structure(plain, Dossier) == dossier


def test_ones_own_settings_stay_as_they_are() -> None:
    converter = configured()
    assert converter.structure(3, str) == "3"
    assert converter.structure({"inspection": {}, "note": 3}, Dossier) == Dossier(Inspection(), "3")


def test_a_fault_inside_a_class_of_ones_own_keeps_its_pointer() -> None:
    with pytest.raises(cattrs.ClassValidationError) as caught:
        configured().structure({"inspection": {"scope": ["", ""]}, "note": "x"}, Dossier)
    (error,) = caught.value.exceptions
    assert isinstance(error, DocumentError)
    assert [fault.pointer for fault in error.faults] == ["/scope/0", "/scope/1"]


def test_a_hook_of_ones_own_holds_inside_records() -> None:
    converter = configured()
    converter.register_structure_hook(Authority, lambda value, kind: kind(name=value))
    converter.register_unstructure_hook(Authority, lambda authority: authority.name)
    assert converter.structure({"authority": "X"}, Inspection) == Inspection(authority=Authority(name="X"))
    assert converter.unstructure(Inspection(authority=Authority(name="X"))) == {"authority": "X"}


def test_a_field_that_the_format_has_no_form_for_is_noticed() -> None:
    @attrs.frozen
    class Odd:
        ratio: float

    with pytest.raises(TypeError, match="ratio: the format does not support the type <class 'float'>"):
        members_of(Odd)


@pytest.mark.parametrize("kind", RECORDS)
def test_whole_records_take_the_fast_path(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = RECORDS[kind]
    plain = reference().unstructure(value)
    assert fast.unstructure(value, kind) == plain
    assert fast.structure(plain, kind) == value
    monkeypatch.setattr(fast, "enabled", False)
    assert fast.unstructure(value, kind) is None
    assert fast.structure(plain, kind) is None
    assert make_converter().unstructure(value) == plain
    assert make_converter().structure(plain, type(value)) == value


@pytest.mark.parametrize("kind", RECORDS)
def test_the_fast_path_is_called_first_and_its_result_is_used(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = RECORDS[kind]
    monkeypatch.setattr(fast, "unstructure", lambda value, kind: {kind: value})
    monkeypatch.setattr(fast, "structure", lambda value, kind: (kind, value))
    converter = make_converter()
    assert converter.unstructure(value) == {kind: value}
    structured: object = converter.structure({}, type(value))
    assert structured == (kind, {})


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("inspection", {"publication": {"date": date(2009, 10, 6)}}),
        ("inspection", {"findings": [{"category": Category.STRENGTH, "text": "x"}]}),
        ("inspection", {"scope": ("a",)}),
        ("inspection", {"scope": {"a"}}),
        ("inspection", {"findings": [{"category": "strength", "text": "x", "number": 1.0}]}),
        ("inspection", {"findings": [{"category": "strength", "text": "x", "number": True}]}),
        ("inspection", {"authority": Authority(name="x")}),
        ("inspection", {"contributes_to": "a  b"}),
        ("inspection", {"contributes_to": "\ud800"}),
        ("inspection", {1: "x"}),
        ("inspection", {"visit": {}}),
        ("inspection", Inspection()),
        ("inspection", None),
        (
            "reading",
            {"source": "\ud800", "inspection": {}, "passages": [{"start": 0, "end": 1, "role": "unread"}]},
        ),
    ],
)
def test_what_is_not_plain_data_is_refused_on_both_paths(kind: str, value: Any) -> None:
    cls = type(RECORDS[kind])
    assert fast.structure(value, kind) is None
    with pytest.raises(DocumentError) as strict:
        reference().structure(value, cls)
    with pytest.raises(DocumentError) as caught:
        make_converter().structure(value, cls)
    assert caught.value.faults == strict.value.faults


def test_data_that_contain_themselves_are_refused() -> None:
    endless: dict[str, Any] = {}
    endless["findings"] = [endless]
    endless["x"] = endless
    with pytest.raises(DocumentError):
        make_converter().structure(endless, Inspection)


def test_plain_data_in_memory_may_hold_half_of_a_character_when_written() -> None:
    reading = Reading(
        source="\ud800",
        inspection=Inspection(),
        passages=(Passage(start=0, end=1, role="unread"),),
    )
    assert make_converter().unstructure(reading) == reference().unstructure(reading)
