"""A whole record is pickled as its document; a copy of it is the record itself."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from model_samples import INSPECTION, RATING, READING

WHOLE = pytest.mark.parametrize(
    "record", [INSPECTION, READING, RATING], ids=lambda record: type(record).__name__
)


@WHOLE
def test_a_copy_of_a_record_is_the_record(record: Any) -> None:
    assert copy.copy(record) is record
    assert copy.deepcopy([record])[0] is record


@WHOLE
def test_a_pickle_of_a_record_names_no_class_of_the_model(record: Any) -> None:
    assert b"inspection_model.model" not in pickle.dumps(record)
