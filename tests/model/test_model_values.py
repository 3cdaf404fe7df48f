"""Records are values: deeply immutable, hashable, comparable, picklable, with an evaluable repr."""

from __future__ import annotations

import copy
import datetime
import inspect
import pickle
from typing import Any

import attrs
import pytest
from model_samples import CLASSES, FIELDS, SAMPLES, fields_holding, name_of, rebuilt, tuples_of

import inspection_model as im

NAMES = {name: getattr(im, name) for name in im.__all__} | {"datetime": datetime}
EACH = pytest.mark.parametrize("cls", CLASSES)


def test_there_is_a_sample_of_every_class_with_every_field_filled() -> None:
    assert set(SAMPLES) == set(CLASSES)
    empty = [name_of((cls, name)) for cls, name in FIELDS if getattr(SAMPLES[cls], name) in (None, ())]
    # They exclude a count and a period.
    assert empty == ["Due.date", "PreviousInspection.state"]


@EACH
def test_a_value_equals_one_built_alike_and_hashes_alike(cls: type[Any]) -> None:
    again = rebuilt(cls)
    assert again is not SAMPLES[cls]
    assert again == SAMPLES[cls]
    assert hash(again) == hash(SAMPLES[cls])
    assert len({again, SAMPLES[cls]}) == 1


@EACH
def test_a_value_is_not_equal_to_a_value_of_another_class(cls: type[Any]) -> None:
    for other in CLASSES:
        assert (SAMPLES[cls] == SAMPLES[other]) is (cls is other)


@EACH
def test_the_repr_of_a_value_evaluates_to_the_value(cls: type[Any]) -> None:
    assert eval(repr(SAMPLES[cls]), NAMES) == SAMPLES[cls]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@EACH
def test_a_value_pickles(cls: type[Any], protocol: int) -> None:
    again = pickle.loads(pickle.dumps(SAMPLES[cls], protocol))
    assert again == SAMPLES[cls]
    assert hash(again) == hash(SAMPLES[cls])


@EACH
def test_a_value_copies(cls: type[Any]) -> None:
    assert copy.copy(SAMPLES[cls]) == copy.deepcopy(SAMPLES[cls]) == SAMPLES[cls]


@pytest.mark.parametrize("place", FIELDS, ids=name_of)
def test_no_field_can_be_set_or_deleted(place: tuple[type[Any], str]) -> None:
    cls, name = place
    value = rebuilt(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(value, name)
    assert value == SAMPLES[cls]


@EACH
def test_no_attribute_can_be_added(cls: type[Any]) -> None:
    value = rebuilt(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.note = "something"
    assert not hasattr(value, "__dict__")
    assert not hasattr(value, "__weakref__")


@pytest.mark.parametrize("place", fields_holding(tuple), ids=name_of)
def test_changing_a_list_afterwards_changes_nothing(place: tuple[type[Any], str]) -> None:
    cls, name = place
    given = list(getattr(SAMPLES[cls], name))
    value = rebuilt(cls, **{name: given})
    given.clear()
    assert value == SAMPLES[cls]
    assert type(getattr(value, name)) is tuple


@pytest.mark.parametrize("place", fields_holding(tuple), ids=name_of)
def test_any_ordered_sequence_becomes_a_tuple(place: tuple[type[Any], str]) -> None:
    cls, name = place
    given = getattr(SAMPLES[cls], name)
    for other in (list(given), (item for item in given), dict.fromkeys(given).keys()):
        assert rebuilt(cls, **{name: other}) == SAMPLES[cls]


def test_there_are_tuples_of_texts_and_of_records_to_look_at() -> None:
    assert len(tuples_of(records=False)) == 9
    assert len(tuples_of(records=True)) == 18


@EACH
def test_fields_are_given_by_name_only(cls: type[Any]) -> None:
    values = [getattr(SAMPLES[cls], field.name) for field in attrs.fields(cls)]
    with pytest.raises(TypeError, match="positional"):
        cls(*values)


@EACH
def test_an_unknown_field_is_refused(cls: type[Any]) -> None:
    with pytest.raises(TypeError, match="note"):
        rebuilt(cls, note="something")


@EACH
def test_a_value_is_documented_field_by_field(cls: type[Any]) -> None:
    for field in attrs.fields(cls):
        assert f"\n    {field.name}: " in str(inspect.getdoc(cls))


@EACH
def test_a_class_takes_no_part_in_inheritance(cls: type[Any]) -> None:
    assert cls.__mro__ == (cls, object)
    assert cls.__final__
