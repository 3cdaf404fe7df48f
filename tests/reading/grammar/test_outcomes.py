"""Statements about earlier findings: what they state, and that silence and doubt state nothing."""

from __future__ import annotations

import pytest

from inspection_model import Category, DeclarationState
from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.outcomes import may_state_outcome, outcome_in

VISIT = next(each for each in shipped_frameworks() if each.id == "ofsted-focused-visit")
IMPROVEMENT, PRIORITY = Category.IMPROVEMENT, Category.PRIORITY_ACTION
ADDRESSED, PARTLY, NOT = (
    DeclarationState.ADDRESSED,
    DeclarationState.PARTLY_ADDRESSED,
    DeclarationState.NOT_ADDRESSED,
)


@pytest.mark.parametrize(
    ("sentence", "category", "state"),
    [
        ("All areas for improvement of the last inspection have been addressed.", IMPROVEMENT, ADDRESSED),
        ("It has fully addressed all areas for improvement of the last inspection.", IMPROVEMENT, ADDRESSED),
        ("Not all recommendations of the 2013 inspection have been implemented.", IMPROVEMENT, PARTLY),
        ("Most areas for development of the last inspection have been resolved.", IMPROVEMENT, PARTLY),
        ("The priority actions of the last inspection have been mostly addressed.", PRIORITY, PARTLY),
        ("They made good progress with the priority actions of the last inspection.", PRIORITY, PARTLY),
        ("Insufficient progress was made with the recommendations of that inspection.", IMPROVEMENT, NOT),
        ("Progress against the recommendations of that inspection has been too slow.", IMPROVEMENT, NOT),
        ("Two of the previous areas for priority action have not been resolved.", PRIORITY, NOT),
        ("The previous areas for priority action have not yet been fully addressed.", PRIORITY, PARTLY),
        ("The areas for priority action of the last inspection remain.", PRIORITY, NOT),
    ],
)  # fmt: skip
def test_what_a_sentence_states(sentence: str, category: Category, state: DeclarationState) -> None:
    folded = fold_words(sentence)
    assert outcome_in(VISIT, folded) == (category, state)
    assert may_state_outcome(folded, refers=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Plans have been addressed since the last inspection.",
        "All areas for improvement have been addressed.",
        "Leaders fail to ensure that the previous areas for improvement have been addressed.",
        "The previous areas for improvement should have been addressed.",
        "This was an area for improvement at the last inspection.",
    ],
)
def test_a_sentence_that_states_nothing(sentence: str) -> None:
    assert outcome_in(VISIT, fold_words(sentence)) is None


def test_a_text_without_a_word_for_findings_states_nothing() -> None:
    assert not may_state_outcome("since the last inspection they have been addressed", refers=True)
    assert not may_state_outcome("all areas for improvement have been addressed", refers=False)
