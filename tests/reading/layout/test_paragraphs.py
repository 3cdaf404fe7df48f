"""Paragraphs: in a text without blank lines, short lines tell where they end."""

from __future__ import annotations

import re

import pytest
from reading_samples import SAMPLES, reading_of

from inspection_model.reading.lines import split_lines
from inspection_model.reading.paragraphs import part_paragraphs, usual_width
from inspection_model.vocabulary import RemarkCode

_FULL = "Words that fill a line of the letter up to its right edge"  # 57 characters
_CODE = RemarkCode.PARAGRAPHS_UNCERTAIN


def _opened(text: str, *, skipped: tuple[int, ...] = ()) -> tuple[bool, list[str]]:
    """Say whether a text has no blank lines, and what lines open a paragraph by a gap in the end."""
    lines = split_lines(text)
    has_none = part_paragraphs(lines, frozenset(skipped), 0)
    return has_none, [line.text for line in lines if line.gap > 1]


def _lines(*lines: str) -> str:
    return "\n".join(lines)


def test_a_finished_line_that_is_short_ends_a_paragraph() -> None:
    text = _lines(_FULL, "and end.", "Next words.", _FULL, "and end.", f"{_FULL} again")
    assert _opened(text) == (True, ["Next words.", _FULL, f"{_FULL} again"])


@pytest.mark.parametrize(
    ("before", "after", "opens"),
    [
        # The width is 58: what has 55 characters with a space and the next word is short, 56 is not.
        ("W" * 47 + ".", "Next " + "w" * 52, True),
        ("W" * 49 + ".", "Next " + "w" * 52, True),
        ("W" * 50 + ".", "Next " + "w" * 52, False),
        # Not before a small letter, and not after a line that goes on.
        ("W" * 20 + ".", "next " + "w" * 52, False),
        # A heading has no stop; what follows it is a full line.
        ("A topic", "Next " + "w" * 52, True),
        ("A topic", "Next words", False),
        ("W" * 38, "Next " + "w" * 52, True),
        ("W" * 39, "Next " + "w" * 52, False),
        ("- an item", "Next " + "w" * 52, False),
        # The opening sentence opens a paragraph below whatever stands there.
        ("W" * 57, "This letter is short", True),
        ("W" * 57, "This litter is short", False),
    ],
)
def test_whether_a_line_opens_a_paragraph(before: str, after: str, opens: bool) -> None:
    has_none, opened = _opened(_lines(_FULL, "end.", f"{_FULL}.", before, after, _FULL))
    assert has_none
    assert (after in opened) == opens


def test_blank_lines_tell_where_there_are_as_many_of_them() -> None:
    text = f"{_FULL}\nend.\nNext words.\n\nMore words of it."
    assert _opened(text) == (False, ["More words of it."])
    assert _opened(f"{_FULL}\nend.\nNext.\nMore words.\n\nThe last.")[0]


def test_blank_lines_below_a_heading_or_before_an_item_do_not_count() -> None:
    text = f"{_FULL}\nend.\nNext words.\n\n- an item\n\nA heading\n\n{_FULL}"
    assert _opened(text) == (True, ["Next words.", "- an item", "A heading", _FULL])


def test_a_page_break_tells_nothing() -> None:
    assert _opened(f"{_FULL}\nend.\fNext words.") == (False, [])


def test_lines_of_the_page_are_not_asked() -> None:
    text = _lines(_FULL, "12 of 20.", f"{_FULL}.", "end.", "Next words.")
    assert _opened(text, skipped=(1,)) == (True, ["Next words."])


def test_gaps_below_the_salutation_and_the_subject_say_that_there_are_gaps() -> None:
    text = f"\n\nThe subject\n\n{_FULL}\nend.\nNext words.\nMore words of it.\nAll of it."
    assert _opened(text) == (False, ["The subject", _FULL])


def test_the_opening_sentence_is_parted_from_the_subject_though_there_are_blank_lines() -> None:
    text = f"The subject\nThis letter tells of it.\n\nMore.\n\n{_FULL}\nend.\n\nThe last."
    has_none, opened = _opened(text)
    assert not has_none
    assert "This letter tells of it." in opened


def test_nothing_has_no_width() -> None:
    assert usual_width([]) == 0
    assert not part_paragraphs([], frozenset(), 0)


def test_a_letter_without_blank_lines_gives_the_same_facts_and_says_what_is_uncertain() -> None:
    text = SAMPLES["otterford-2019"]
    head, salutation, body = text.partition("Dear ")
    tight = head + salutation + re.sub(r"\n{2,}", "\n", body)
    assert tight.count("\n") < text.count("\n") - 10
    whole, read = reading_of(text), reading_of(tight)
    assert read.inspection == whole.inspection
    assert [remark.code for remark in read.remarks].count(_CODE) == 1
    assert _CODE not in {remark.code for remark in whole.remarks}
