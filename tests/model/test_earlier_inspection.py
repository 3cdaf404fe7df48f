"""References to earlier inspections: what is allowed in them, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from inspection_model import EarlierInspection, InvalidValueError


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"month": 5}, "month"),
        ({"year": 19}, "year"),
        ({"year": 2009, "month": 13}, "month"),
        ({"framework": "JTAI"}, "framework"),
    ],
)
def test_a_date_has_a_year_and_a_kind_is_an_id(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError, match=f"EarlierInspection.{field}"):
        EarlierInspection(as_printed="last inspection", **fields)


def test_everything_but_the_words_may_be_unknown() -> None:
    reference = EarlierInspection(as_printed="last inspection")
    assert (reference.framework, reference.year, reference.month) == (None, None, None)
