"""The clauses of a sentence that says what inspectors did."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.frameworks.framework import Framework
from inspection_model.reading.grammar.clauses import clause_spans, object_end, passive_spans

_BARE = Framework(id="x", title="X", inspectorate="Y")


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("", [""]),
        ("inspectors looked at files", ["inspectors looked at files"]),
        (
            "inspectors looked at files and met with cooks",
            ["inspectors looked at files", "met with cooks"],
        ),
        (
            "they looked at files, and they also met with cooks, visited a nursery",
            ["they looked at files", "met with cooks", "visited a nursery"],
        ),
        (
            "they looked at files and inspectors held meetings",
            ["they looked at files", "held meetings"],
        ),
        ("they met with cooks and clerks, and drivers", ["they met with cooks and clerks, and drivers"]),
        ("they looked at files and hadron plans", ["they looked at files and hadron plans"]),
    ],
)
def test_a_sentence_is_split_before_each_verb(sentence: str, clauses: list[str]) -> None:
    spans = clause_spans(focused_framework(), sentence)
    assert [sentence[start:end] for start, end in spans] == clauses


@pytest.mark.parametrize(
    ("sentence", "objects"),
    [
        ("inspectors considered plans", []),
        ("the quality of plans was reviewed", ["the quality of plans"]),
        (
            "the gate was also considered in detail, and the upper door was assessed",
            ["the gate", "the upper door"],
        ),
        ("the gate was considered; the door was assessed", ["the gate", "the door"]),
        ("the gate was considered, the door was walked", ["the gate"]),
        ("the gate was considered by the team, the door was assessed", ["the gate"]),
        ("inspectors considered the walls that were reviewed", []),
        ("the gate was considered and inspectors considered the door that was assessed", ["the gate"]),
        # One word names nothing.
        ("it was considered", []),
        ("it was considered and the door was assessed", ["the door"]),
        # A result, not an object.
        ("the gate was assessed as weak", []),
        ("the gate was assessed to be weak", []),
        ("the gate was walked", []),
    ],
)
def test_what_was_looked_at_may_precede_the_verb(sentence: str, objects: list[str]) -> None:
    spans = passive_spans(focused_framework(), sentence)
    assert [sentence[start:end] for start, end in spans] == objects


def test_a_framework_without_phrases_has_only_the_shared_verbs() -> None:
    sentence = "the gate was considered, and inspectors visited a nursery"
    assert passive_spans(_BARE, sentence) == []
    assert len(list(clause_spans(_BARE, sentence))) == 2


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("help for leavers, with a particular focus on:", "help for leavers"),
        ("help for leavers, which included:", "help for leavers"),
        ("help for leavers, namely:", "help for leavers"),
        ("namely:", ""),
        ("help for leavers and kin, namely:", "help for leavers and kin"),
        ("help, with a focus on work", "help, with a focus on work"),
        ("help for leavers, kin and friends:", "help for leavers, kin and friends"),
        ("help including:", "help including"),
    ],
)
def test_a_clause_that_introduces_a_list_is_not_part_of_the_object(sentence: str, kept: str) -> None:
    end = len(sentence.removesuffix(":"))
    assert sentence[: object_end(sentence, 0, end)] == kept
