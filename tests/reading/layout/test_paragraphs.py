"""Paragraph ends: in a text without blank lines they are inferred from short lines."""

from __future__ import annotations

import re

import pytest
from reading_samples import SAMPLES, reading_of

from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.layout.paragraphs import paragraph_starts
from inspection_model.vocabulary import RemarkCode

_FULL = "Words that fill a line of the letter up to its right edge"  # 57 characters
_CODE = RemarkCode.PARAGRAPHS_UNCERTAIN


def _starts(text: str) -> tuple[bool, list[str]]:
    """Return whether paragraph ends are inferred, and the lines after a gap or an inferred end."""
    lines = split_lines(text, unusual_characters(text))
    starts, inferred = paragraph_starts(lines, 0)
    found = [line.text for index, line in enumerate(lines) if index in starts or line.breaks_before > 1]
    return inferred, found


def _lines(*lines: str) -> str:
    return "\n".join(lines)


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    text = _lines(_FULL, "and end.", "Next words.", _FULL, "and end.", f"{_FULL} again")
    assert _starts(text) == (True, ["Next words.", _FULL, f"{_FULL} again"])


@pytest.mark.parametrize(
    ("before", "after", "is_start"),
    [
        # The width is 58: a line of 55 characters, a space and the next word included, is short; 56 is not.
        ("W" * 47 + ".", "Next " + "w" * 52, True),
        ("W" * 49 + ".", "Next " + "w" * 52, True),
        ("W" * 50 + ".", "Next " + "w" * 52, False),
        # Not before a small letter, and not after an unfinished line.
        ("W" * 20 + ".", "next " + "w" * 52, False),
        # A heading has no full stop; the line after it is full.
        ("A topic", "Next " + "w" * 52, True),
        ("A topic", "Next words", False),
        ("W" * 38, "Next " + "w" * 52, True),
        ("W" * 39, "Next " + "w" * 52, False),
        ("- an item", "Next " + "w" * 52, False),
        # The opening sentence starts a paragraph after any line.
        ("W" * 57, "This letter is short", False),
        ("W" * 57, "This litter is short", False),
    ],
)
def test_whether_a_line_starts_a_paragraph(before: str, after: str, is_start: bool) -> None:
    inferred, starts = _starts(_lines(_FULL, "end.", f"{_FULL}.", before, after, _FULL))
    assert inferred
    assert (after in starts) == is_start


def test_nothing_is_inferred_in_a_text_with_as_many_blank_lines_as_short_lines() -> None:
    text = f"{_FULL}\nend.\nNext words.\n\nMore words of it."
    assert _starts(text) == (False, ["More words of it."])
    assert _starts(f"{_FULL}\nend.\nNext.\nMore words.\n\nThe last.")[0]


def test_blank_lines_below_a_heading_or_before_an_item_do_not_count() -> None:
    text = f"{_FULL}\nend.\nNext words.\n\n- an item\n\nA heading\n\n{_FULL}"
    assert _starts(text) == (True, ["Next words.", "- an item", "A heading", _FULL])


def test_a_paragraph_end_is_not_inferred_at_a_page_break() -> None:
    assert _starts(f"{_FULL}\nend.\fNext words.") == (False, [])


def test_nothing_is_inferred_below_blank_lines_after_the_salutation_and_the_subject() -> None:
    text = f"\n\nThe subject\n\n{_FULL}\nend.\nNext words.\nMore words of it.\nAll of it."
    assert _starts(text) == (False, ["The subject", _FULL])


def test_a_text_without_lines_has_no_paragraphs() -> None:
    assert paragraph_starts([], 0) == (set(), False)


def test_a_letter_without_blank_lines_gives_the_same_record_and_a_remark() -> None:
    text = SAMPLES["otterford-2019"]
    head, salutation, body = text.partition("Dear ")
    tight = head + salutation + re.sub(r"\n{2,}", "\n", body)
    assert tight.count("\n") < text.count("\n") - 10
    whole, read = reading_of(text), reading_of(tight)
    assert read.inspection == whole.inspection
    assert [remark.code for remark in read.remarks].count(_CODE) == 1
    assert _CODE not in {remark.code for remark in whole.remarks}


def test_a_page_without_blank_lines_is_inferred_in_a_letter_that_has_them() -> None:
    first = f"\n\nThe subject\n\n{_FULL}\nend.\n\n{_FULL}\nend.\n\nMore.\n\nStill more."
    page = f"{_FULL}\nend.\nNext words.\n{_FULL}\nend.\n{_FULL} again"
    inferred, starts = _starts(f"{first}\n\f{page}")
    assert inferred
    assert "Next words." in starts
    assert not _starts(first)[0]
    # One such end does not show that the page has no blank lines.
    assert not _starts(f"{first}\n\f{_FULL}\nend.\n{_FULL} again")[0]


def test_a_plainly_short_line_ends_a_paragraph_in_a_text_with_blank_lines() -> None:
    text = f"\n\nThe subject\n\n{_FULL.lower()}\n{_FULL.lower()}\nend.\n\u2018Next\u2019 words.\n\nMore."
    inferred, starts = _starts(text)
    assert not inferred
    assert "\u2018Next\u2019 words." in starts
    _, starts = _starts(text.replace("end.", "words of the end that fill the whole line."))
    assert "\u2018Next\u2019 words." not in starts
