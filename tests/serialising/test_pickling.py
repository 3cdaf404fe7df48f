"""Records are pickled as their documents; a copy of a record is the record itself."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from full_records import RECORDS, RECORDS_1_0

from inspection_model.errors import DocumentError
from inspection_model.model import Inspection, Passage, Reading
from inspection_model.model.pickling import TrustedPickle
from inspection_model.serialising import fast, pickling
from inspection_model.serialising.members import Record

STORED = Path(__file__).parent / "stored"


def pickled(value: Record, protocol: int) -> bytes:
    return pickle.dumps(value, protocol)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_comes_back_equal(kind: str, protocol: int) -> None:
    value = RECORDS[kind]
    data = pickled(value, protocol)
    assert pickle.loads(data) == value
    assert b"inspection_model.model" not in data


def test_a_source_that_json_cannot_carry_comes_back_equal() -> None:
    source = "a\ud800\n\udfffb"
    value = Reading(
        source=source,
        inspection=Inspection(),
        passages=(Passage(start=0, end=len(source), role="unread"),),
    )
    assert pickle.loads(pickled(value, 5)) == value


@pytest.mark.parametrize("kind", RECORDS)
def test_a_trusted_pickle_loads_as_the_record(kind: str) -> None:
    value = RECORDS[kind]
    assert pickle.loads(pickle.dumps(TrustedPickle(value))) == value


def test_a_trusted_pickle_is_not_validated_when_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    value = RECORDS["reading"]
    trusted, pickled = pickle.dumps(TrustedPickle(value)), pickle.dumps(value)

    def refuse(self: Passage) -> None:
        raise AssertionError(self)

    monkeypatch.setattr(Passage, "__attrs_post_init__", refuse)
    assert pickle.loads(trusted) == value
    with pytest.raises(AssertionError):
        pickle.loads(pickled)


@pytest.mark.parametrize("source", ["plain", "half of a \ud800"])
def test_a_record_that_the_fast_path_cannot_write_is_pickled_as_its_document(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    passages = (Passage(start=0, end=len(source), role="unread"),)
    value = Reading(source=source, inspection=Inspection(), passages=passages)
    if source == "plain":
        monkeypatch.setattr(fast, "enabled", False)
    assert TrustedPickle(value).__reduce__() == value.__reduce__()
    assert pickle.loads(pickle.dumps(TrustedPickle(value))) == value


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(DocumentError):
        pickling.restore(b"{")


@pytest.mark.parametrize("kind", RECORDS_1_0)
def test_pickles_of_every_released_version_can_be_loaded(kind: str) -> None:
    assert pickle.loads((STORED / f"1.0-{kind}.pickle").read_bytes()) == RECORDS_1_0[kind]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_copy_of_a_frozen_record_is_the_record(kind: str) -> None:
    value = RECORDS[kind]
    assert copy.copy(value) is value
    assert copy.deepcopy(value) is value
    assert copy.deepcopy([value])[0] is value
