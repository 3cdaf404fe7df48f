"""Records travel: through pickle as documents, through copy as themselves."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from full_records import RECORDS

from inspection_model.errors import DocumentError
from inspection_model.model import AnnualRating, Inspection, Passage, Reading
from inspection_model.serialising import pickling

STORED = Path(__file__).parent / "stored"


def pickled(value: Inspection | Reading | AnnualRating, protocol: int) -> bytes:
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


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(DocumentError):
        pickling.restore(b"{")


@pytest.mark.parametrize("kind", RECORDS)
def test_pickles_of_every_released_version_are_read_for_ever(kind: str) -> None:
    assert pickle.loads((STORED / f"1.0-{kind}.pickle").read_bytes()) == RECORDS[kind]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_copy_of_a_frozen_record_is_the_record(kind: str) -> None:
    value = RECORDS[kind]
    assert copy.copy(value) is value
    assert copy.deepcopy(value) is value
    assert copy.deepcopy([value])[0] is value
