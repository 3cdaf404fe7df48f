"""Double spacing."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import split_lines
from inspection_model.reading.layout.spacing import without_double_spacing


def _gaps(source: str) -> list[int]:
    return [line.breaks_before for line in without_double_spacing(split_lines(source, frozenset()))]


def test_in_a_text_with_double_spacing_two_line_ends_count_as_one() -> None:
    text = "This\n\nis\n\nset\n\nwide.\n\n\nMore."
    assert _gaps(text) == [0, 1, 1, 1, 2]
    assert _gaps(text.replace("\n\n\n", "\n\n\n\n")) == [0, 1, 1, 1, 3]


@pytest.mark.parametrize(
    "text",
    [
        # Too few sentences continue below a blank line, or one does without it.
        "This\n\nis\n\nset.\n\n\nMore.",
        "This\n\nis\n\nset\n\nwide\nhere.",
        "This.\n\nis.\n\nset.\n\nwide.",
        "This\n\nIs\n\nSet\n\nWide",
        "This\n\n\nis\n\n\nset\n\n\nwide",
    ],
)
def test_other_texts_keep_their_gaps(text: str) -> None:
    assert _gaps(text) == [line.breaks_before for line in split_lines(text, frozenset())]


def test_page_breaks_show_nothing_about_the_spacing() -> None:
    assert _gaps("This\n\nis\n\nset\n\nwide\n\fand\n\nfar") == [0, 1, 1, 1, 1, 1]
