"""The closing: obligations, and what the findings contribute to."""

from __future__ import annotations

from reading_samples import focused_letter, inspection_of, reading_of, unread_texts


def test_any_sentence_of_the_closing_may_state_an_obligation() -> None:
    body = "Findings\n\n- One.\n\nYou have a plan. You should submit it within 70 working days."
    (obligation,) = reading_of(focused_letter(body=body)).inspection.obligations
    assert obligation.text == "You should submit it within 70 working days."


def test_an_obligation_of_a_letter_without_sections_is_taken_once() -> None:
    obligation = "You must submit an action plan within 70 working days."
    inspection = inspection_of(focused_letter(before=obligation, body=""))
    assert [each.text for each in inspection.obligations] == [obligation]


def test_the_mark_of_an_item_in_the_closing_is_furniture() -> None:
    body = "Findings\n\n- One.\n\nWe will consider the findings.\n\n- You must submit an action plan soon."
    reading = reading_of(focused_letter(body=body))
    (obligation,) = reading.inspection.obligations
    assert obligation.text == "You must submit an action plan soon."
    assert unread_texts(reading) == []
