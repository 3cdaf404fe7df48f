"""Lines that are plainly short of their column."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.columns import ends_in_columns, usual_width, widths_of
from inspection_model.reading.layout.lines import split_lines, unusual_characters

_FULL = "words that fill a line of the letter up to its right edge"  # 57 characters


def _starts(source: str) -> list[str]:
    """Return the lines below which a paragraph starts, of those that begin with a capital."""
    lines = split_lines(source, unusual_characters(source))
    candidates = [
        index
        for index, line in enumerate(lines)
        if line.breaks_before == 1 and not line.starts_page and line.text[0].isupper()
        if lines[index - 1].text[-1] in ".:"
    ]
    return [lines[index].text for index in sorted(ends_in_columns(lines, 0, candidates))]


@pytest.mark.parametrize(
    ("last", "is_end"),
    [
        # The column is 57 wide: 0.85 of it are 48.45, "More" and a space are 5.
        ("w" * 42 + ".", True),
        ("w" * 43 + ".", False),
        ("short.", True),
        ("short:", False),
        # Not if a sentence continues below it.
        ("short", False),
    ],
)
def test_a_paragraph_ends_on_a_plainly_short_line(last: str, is_end: bool) -> None:
    assert _starts(f"{_FULL}\n{_FULL}\n{last}\nMore words.") == (["More words."] if is_end else [])


def test_a_narrow_column_is_measured_by_its_own_lines() -> None:
    narrow = "few words in a\nnarrow line of\none column.\nMore of it is\nhere."
    assert _starts(f"{_FULL}\n{_FULL}\nend.\n\n{narrow}") == []
    short = narrow.replace("one column.", "one.")
    assert _starts(f"{_FULL}\n{_FULL}\nend.\n\n{short}") == ["More of it is"]


def test_a_column_without_full_lines_is_measured_by_those_of_the_letter() -> None:
    assert _starts(f"{_FULL}\n{_FULL}\nend.\n\nOne sentence.\nMore words.") == ["More words."]
    assert _starts(f"{_FULL}\nend.\n\nOne sentence.\nMore words.") == []
    assert _starts("One sentence.\nMore words.") == []
    assert _starts(f"{_FULL}\n{_FULL}\nend.\n\fOne.\nMore words.") == ["More words."]


def test_in_a_text_that_was_wrapped_twice_a_short_line_shows_nothing() -> None:
    assert _starts(f"{_FULL}\nof it\n{_FULL}\nend.\nMore words.") == []


@pytest.mark.parametrize(
    ("item", "starts"),
    [
        # A line with the indent of the item's lines belongs to the item.
        (f"- {_FULL}\n  {_FULL}\n  end.\n  More words.", []),
        (f"- {_FULL}\n  {_FULL}\n  end.\nMore words.", ["More words."]),
        # If they have none, it may.
        (f"- {_FULL}\n{_FULL}\nend.\nMore words.", []),
    ],
)
def test_a_short_line_of_an_item(item: str, starts: list[str]) -> None:
    assert _starts(item) == starts


def test_the_usual_width_is_the_ninth_decile() -> None:
    assert usual_width([]) == 0
    source = "\n".join(["x" * 10] * 17 + ["x" * 20] * 2 + ["x" * 90])
    assert usual_width(widths_of(split_lines(source, frozenset()))) == 20
