"""The lines at which the body of a letter begins and ends."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.landmarks import HEAD_LINES, Landmarks, find_landmarks, opening_words
from inspection_model.reading.layout.lines import split_lines, unusual_characters


def _found(source: str) -> Landmarks:
    return find_landmarks(split_lines(source, unusual_characters(source)))


def test_the_opening_sentence_begins_with_these_words() -> None:
    assert opening_words() == "this letter"


@pytest.mark.parametrize(
    ("source", "salutation"),
    [
        ("", None),
        ("Head\nBody\n", None),
        ("Head\nDear Ms Quill\nBody", 1),
        # A covering note precedes the letter: the last salutation above the opening sentence counts.
        ("Dear all\nA note\nDear Ms Quill\nThis letter is it\nDear me", 2),
        ("Dear all\nTHIS LETTER is it\nDear Ms Quill\nThis letter is it", 0),
        # Without an opening sentence the first one counts.
        ("Dear all\nA note\nDear Ms Quill\nSomething else", 0),
        # An opening sentence above the first salutation does not count.
        ("This letter is it\nDear all\nA note\nDear Ms Quill\nText", 1),
        ("x\n" * (HEAD_LINES - 1) + "Dear Ms Quill", HEAD_LINES - 1),
        ("x\n" * HEAD_LINES + "Dear Ms Quill", None),
    ],
)
def test_the_salutation_is_found(source: str, salutation: int | None) -> None:
    assert _found(source).salutation == salutation


@pytest.mark.parametrize(
    ("source", "sign_off", "signature"),
    [
        ("", 0, 0),
        ("Body", 1, 1),
        ("Dear Ms Quill", 1, 1),
        ("Dear Ms Quill\nBody\nYours sincerely\nA Bee", 2, 2),
        # The last sign-off counts.
        ("Dear Ms Quill\nYours sincerely\nBody\nYours truly\nA Bee", 3, 3),
        # The body may be empty.
        ("Yours sincerely\nA Bee", 0, 0),
        ("Dear Ms Quill\nYours sincerely\nBody", 1, 1),
        # A signatory without a sign-off: name and post on the last two lines.
        ("Dear Ms Quill\nBody.\nMona Lisle\nHer Majesty's Inspector", 4, 2),
        ("Dear Ms Quill\nMona Lisle\nHer Majesty's Inspector", 3, 1),
        ("Mona Lisle\nHer Majesty's Inspector", 2, 0),
        ("Dear Ms Quill\nBody.\nMona Lisle\nInspected in 2019", 4, 4),
        ("Dear Ms Quill\nBody.\nsomebody\nHer Majesty's Inspector", 4, 4),
        # Name and post on one line, after a blank line.
        ("Dear Ms Quill\nBody.\n\nMona Lisle, Her Majesty's Inspector", 3, 2),
        ("Dear Ms Quill\nBody.\nMona Lisle, Her Majesty's Inspector", 3, 3),
        ("Dear Ms Quill\nBody.\n\nMona Lisle", 3, 3),
    ],
)
def test_the_sign_off_and_the_signature_are_found(source: str, sign_off: int, signature: int) -> None:
    landmarks = _found(source)
    assert (landmarks.sign_off, landmarks.signature) == (sign_off, signature)


def test_an_item_below_a_heading_in_capitals_is_no_post() -> None:
    text = "Dear Ida\n\nText.\n\nWHAT NEEDS TO IMPROVE\n\n"
    assert _found(f"{text}- Managers check decisions.").signature == 4
    assert _found(f"{text}1. Managers check decisions.").signature == 4
