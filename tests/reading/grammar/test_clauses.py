"""The clauses of a sentence that says what inspectors did."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.frameworks.framework import Framework
from inspection_model.reading.grammar.clauses import (
    clause_spans,
    list_spans,
    object_end,
    object_start,
    passive_spans,
    says_what_inspectors_did,
)

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
        # A participle opens no clause.
        (
            "they considered meals, carried out by a trust and reviewed at night, and spoke to cooks",
            ["they considered meals, carried out by a trust and reviewed at night", "spoke to cooks"],
        ),
        (
            "they considered rounds and reviewed in detail files",
            ["they considered rounds", "reviewed in detail files"],
        ),
        (
            "they considered lamps, tracked closely, and ropes",
            ["they considered lamps, tracked closely, and ropes"],
        ),
        (
            "they considered how lamps are observed and assessed.",
            ["they considered how lamps are observed and assessed."],
        ),
        # A subject of its own.
        (
            "one inspector spoke to cooks, and two inspectors were at the bar, speaking to clerks",
            ["one inspector spoke to cooks", "two inspectors were at the bar, speaking to clerks"],
        ),
        (
            "they spoke to cooks, while the lead inspector met with clerks; the third read files",
            ["they spoke to cooks", "the lead inspector met with clerks", "read files"],
        ),
        ("they spoke to cooks and another measured lamps", ["they spoke to cooks", "another measured lamps"]),
        ("they spoke to cooks and another cook", ["they spoke to cooks and another cook"]),
        # Two verbs with one object.
        ("they met with and spoke to cooks", ["spoke to cooks"]),
        ("they met or spoke to cooks", ["spoke to cooks"]),
        ("they spoke to cooks or met with clerks", ["they spoke to cooks or met with clerks"]),
        # Words before the subject.
        ("during the visit, inspectors met with cooks", ["met with cooks"]),
        ("moreover, they met with cooks", ["met with cooks"]),
        ("it rained, and they met with cooks", ["it rained", "met with cooks"]),
        # Long words before a subject are a clause.
        (
            f"during a {'very ' * 15}long visit, they met with cooks",
            [f"during a {'very ' * 15}long visit", "met with cooks"],
        ),
        # After others about evidence: a kind of interview, and a verb that is not known.
        (
            "they heard talks with cooks and clerks, and through short meetings with guards",
            ["they heard talks with cooks and clerks, and through short meetings with guards"],
        ),
        (
            "they had talks with cooks and clerks, and through several private meetings with guards",
            ["they had talks with cooks and clerks", "through several private meetings with guards"],
        ),
        ("they used files and talks with cooks", ["they used files", "talks with cooks"]),
        ("they spoke to cooks and measured the lamps", ["they spoke to cooks", "measured the lamps"]),
        (
            "they looked at lamps that shone and lighted the bar",
            ["they looked at lamps that shone and lighted the bar"],
        ),
        ("they looked at files and meetings with cooks", ["they looked at files and meetings with cooks"]),
        ("it rained and lighted the bar", ["it rained and lighted the bar"]),
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
        # The clause on the framework is not part of the object either.
        ("the lamps, in accordance with the inspection framework", "the lamps"),
        ("the lamps and ropes under the ilacs", "the lamps and ropes"),
        (
            "lamps in line with the rules, as set out in our inspection handbook",
            "lamps in line with the rules",
        ),
        ("the lamps in line with the national rules", "the lamps in line with the national rules"),
        ("lamps under inspection, and ropes", "lamps under inspection, and ropes"),
        ("the lamps under inspectionless rules", "the lamps under inspectionless rules"),
        ("the inspection of lamps", "the inspection of lamps"),
    ],
)
def test_a_clause_that_introduces_a_list_is_not_part_of_the_object(sentence: str, kept: str) -> None:
    end = len(sentence.removesuffix(":"))
    assert sentence[: object_end(sentence, 0, end)] == kept


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("files", ["files"]),
        ("files, and held talks with cooks", ["files, and held talks with cooks"]),
        (
            "files, talks with cooks and speaking to clerks",
            ["files, talks with cooks and speaking to clerks"],
        ),
        ("files and spoke to clerks, and visited a bar", ["files", "spoke to clerks", "visited a bar"]),
        ("files and looked at lamps", ["files", "looked at lamps"]),
        ("files and observed rounds", ["files and observed rounds"]),
        (
            "talks with cooks, and two inspectors read files",
            ["talks with cooks", "two inspectors read files"],
        ),
        ("talks with cooks and measured the lamps", ["talks with cooks", "measured the lamps"]),
    ],
)
def test_a_list_of_evidence_ends_before_the_next_clause(words: str, parts: list[str]) -> None:
    spans = list_spans(focused_framework(), words)
    assert [words[start:end] for start, end in spans] == parts


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("inspectors looked at lamps", True),
        ("in line with the rules, they also considered lamps", True),
        ("inspectors were on site", False),
        ("the trust looked at lamps", False),
        ("inspectors considered as before", False),
    ],
)
def test_a_sentence_says_what_inspectors_looked_at_by_its_subject_and_verb(sentence: str, says: bool) -> None:
    assert says_what_inspectors_did(focused_framework(), sentence) is says


def test_an_object_starts_at_its_verb_if_that_is_a_method() -> None:
    assert object_start("they observed rounds", len("they observed ")) == len("they ")
    assert object_start("they read rounds", len("they read ")) == len("they read ")
    assert object_start("rounds", 0) == 0
