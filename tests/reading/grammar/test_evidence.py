"""Lists of evidence, split into sources with their methods and people."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.evidence import (
    begins_with_method,
    method_and_people,
    participants,
    source_spans,
)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("records", ["records"]),
        (
            "case records; files and notes; and other things",
            ["case records", "files and notes", "other things"],
        ),
        ("records; also files", ["records", "files"]),
        ("; ;records;", ["records"]),
        (
            "case records, discussions with staff and performance data",
            ["case records", "discussions with staff", "performance data"],
        ),
        # What has no word of a method belongs to the source before it, or to the one after.
        ("discussions with social workers and managers", ["discussions with social workers and managers"]),
        (
            "discussions with workers, managers and carers, as well as case files",
            ["discussions with workers, managers and carers", "case files"],
        ),
        (
            "what workers, and managers said, records along with audits",
            ["what workers, and managers said, records", "audits"],
        ),
        ("nothing, of, the and kind", ["nothing, of, the and kind"]),
        ("records, ", ["records"]),
        ("", []),
        (" , ", []),
    ],
)
def test_a_list_is_split_into_its_sources(text: str, sources: list[str]) -> None:
    assert [text[start:end] for start, end in source_spans(text)] == sources


@pytest.mark.parametrize(
    ("text", "method", "people"),
    [
        ("electronic case records", "records", ()),
        ("observation of cooks and clerks undertaking rounds", "observation", ("cooks", "clerks")),
        ("Observations of a panel", "observation", ()),
        ("case discussions with cooks, clerks and drivers", "interview", ("cooks", "clerks", "drivers")),
        ("meetings", "interview", ()),
        ("performance management information", "performance-data", ()),
        ("quality assurance", "audit", ()),
        ("other information provided by staff and managers", "information-provided", ("staff", "managers")),
        # Of two methods the one that is tried first counts, wherever its word is.
        ("files from observed panels", "observation", ()),
        ("files and audits", "audit", ()),
        ("weather", "other", ()),
        ("recordings", "other", ()),
        ("", "other", ()),
    ],
)
def test_a_source_shows_its_method_and_its_people(text: str, method: str, people: tuple[str, ...]) -> None:
    assert method_and_people(text) == (method, people)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("cooks", ("cooks",)),
        ("cooks, clerks, and drivers as well as guards", ("cooks", "clerks", "drivers", "guards")),
        ("a range of staff including cooks and clerks", ("cooks", "clerks")),
        ("A range of staff, including cooks", ("cooks",)),
        ("a number of cooks", ("cooks",)),
        # Before several groups these words belong to the first.
        ("a number of cooks and clerks", ("a number of cooks", "clerks")),
        ("cooks, , clerks", ("cooks", "clerks")),
        ("cooks, including the head cook, and clerks", ("cooks", "the head cook", "clerks")),
        # How they were spoken to is not a group.
        ("cooks and clerks via video calls", ("cooks", "clerks")),
        ("Cooks by Telephone", ("Cooks",)),
        # An "and" in a name.
        ("clerks of the Food and Drink Board and cooks", ("clerks of the Food and Drink Board", "cooks")),
        ("", ()),
        (" and ", ()),
    ],
)
def test_the_people_spoken_to_are_split_into_groups(text: str, people: tuple[str, ...]) -> None:
    assert participants(text) == people


def test_words_begin_with_a_method_only_before_a_preposition() -> None:
    assert begins_with_method("case records of children")
    assert begins_with_method("audits")
    assert not begins_with_method("the quality of records")
    assert not begins_with_method("")
