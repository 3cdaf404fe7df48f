"""Addresses that are printed twice, and those that only look so."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.grammar.repeats import repeated_lines


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        # One copy below the other, and line over line.
        (
            "Ada Quill|Director|Mill Lane|Ada Quill|Director|Mill Lane|Otter",
            "Ada Quill|Director|Mill Lane|Otter",
        ),
        ("Ada Quill|Ada Quill|Director|Director|9 Mill Lane|9 Mill Lane", "Ada Quill|Director|9 Mill Lane"),
        ("Ada Quill|Director|Ada Quill|9 Mill Lane|Director", "Ada Quill|Director|9 Mill Lane"),
        ("Director|Ada Quill|9 Mill Lane|director,|9 Mill Lane", "Director|Ada Quill|9 Mill Lane"),
        ("Ada Quill|Director|Otter Council|Ada Quill|Otter Council", "Ada Quill|Director|Otter Council"),
        # Only the end of the address: two lines that follow each other.
        ("Ada Quill|Director|9 Mill Lane|Otter|9 Mill Lane|Otter", "Ada Quill|Director|9 Mill Lane|Otter"),
        # Parts of lines.
        ("Ada Quill|Director|Ada Quill|Mill Lane|9 Mill Lane", "Ada Quill|Director|9 Mill Lane"),
        (
            "Ada Quill|Head of Care|Ada Quill|Room 2,|Head County Hall|of Care|Room 2, County Hall",
            "Ada Quill|Head of Care|Room 2, County Hall",
        ),
        # Not a part: one word, the body, a word that no other line has.
        ("Ada Quill|Director|Ada Quill|Otter Council|9 Mill Lane, Otter|Otter", None),
        ("Ada Quill|Director|Ada Quill|Mill Gate|9 Mill Lane", None),
        # The first copy is in another place, but the next person starts with the same post.
        ("Ada Quill|Director|Mill Lane|Bo Marsh|Director|Mill Lane", ""),
        ("Ada Quill|Director|Mr Bo Marsh|Ada Quill|Director", ""),
        ("Ada Quill, HMI|Bo Marsh, HMI|Cy Noon, HMI|Ada Quill, HMI", ""),
        # The same person in two bodies.
        ("Ada Quill|Director|Otter Council|Ada Quill|Director|Mere Council", ""),
        # A line that recurs alone, and a place at the top.
        ("Ada Quill|Director|Mill Lane|Otter|Mere|Otter", ""),
        ("Mill Road|Ada Quill|Mill Road", ""),
        ("Ada Quill", ""),
        ("", ""),
    ],
)
def test_a_line_is_a_repeat_if_the_address_is_printed_twice(lines: str, kept: str | None) -> None:
    printed = lines.split("|") if lines else []
    repeated = repeated_lines([PersonLine(line) for line in printed])
    found = "|".join(line for index, line in enumerate(printed) if index not in repeated)
    if kept is None:  # only the second name is a repeat
        assert repeated == {2}
    else:
        assert found == (kept or lines)
