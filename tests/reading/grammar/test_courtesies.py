"""Salutations and sign-offs, each alone on its line."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.courtesies import is_salutation, is_sign_off


@pytest.mark.parametrize(
    "text", ["Dear Ms Quill", "DEAR MS QUILL", "dear all,", "Dear\tSir", "Dear " + "x" * 95]
)
def test_these_lines_are_a_salutation(text: str) -> None:
    assert is_salutation(text)


@pytest.mark.parametrize(
    "text", ["", "Dear", "Dearly loved", "Dear\u00a0Sir", "My dear Ms Quill", "Dear " + "x" * 96]
)
def test_these_lines_are_not_a_salutation(text: str) -> None:
    assert not is_salutation(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yours sincerely,",
        "Yours faithfully",
        "Yours truly",
        "Kind regards",
        "Best wishes",
        "Yours sicnerely",
        "YOURS SINCERELY",
        "Your sincerley,",
        "Yours  faithfully",
        "Yours sincerely and",
        "Kind regards.",
        "Best wish",
    ],
)
def test_these_lines_are_a_sign_off(text: str) -> None:
    assert is_sign_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yours",
        "Yours,",
        "Yours regards",
        "Kind faithfully",
        "Yours very sincerely",
        "Yours sincerely to all",
        "Kindly note",
        "Your findings",
        "Regards",
        "You sincerely",
    ],
)
def test_these_lines_are_not_a_sign_off(text: str) -> None:
    assert not is_sign_off(text)
