"""Lists of evidence, split into sources with their methods and people."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.evidence import (
    begins_with_method,
    is_method,
    method_and_people,
    shows_method,
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
        # The words before a source are not part of it, unless they show its method.
        (
            "through talks with clerks, looking at files and having held interviews with guards",
            ["talks with clerks", "files", "interviews with guards"],
        ),
        ("files, observing rounds, and also from audits", ["files", "observing rounds", "audits"]),
        ("lamps, and held talks with clerks", ["lamps", "talks with clerks"]),
        ("means of calls, and in talks with clerks", ["means of calls", "talks with clerks"]),
        # People whose words look like a kind of evidence.
        (
            "talks with clerks, records managers and audit officers, and files",
            ["talks with clerks, records managers and audit officers", "files"],
        ),
        ("talks with clerks and meeting managers", ["talks with clerks", "meeting managers"]),
        ("talks with clerks and observed workers", ["talks with clerks", "observed workers"]),
        # Kinds of interview with the same people.
        ("talks, interviews and meetings with clerks", ["talks, interviews and meetings with clerks"]),
        ("talks, files and audits", ["talks", "files", "audits"]),
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
        # The people follow the first phrase, whichever comes first in the data.
        ("speaking to cooks about discussions with clerks", "interview", ("cooks",)),
        ("met with cooks", "interview", ("cooks",)),
        ("recordings", "other", ()),
        ("", "other", ()),
    ],
)
def test_a_source_shows_its_method_and_its_people(text: str, method: str, people: tuple[str, ...]) -> None:
    found, spoken_to = method_and_people(text)
    assert (found.value, spoken_to.groups) == (method, people)


def test_words_begin_with_a_method_only_before_a_preposition() -> None:
    assert begins_with_method("case records of children")
    assert begins_with_method("audits")
    assert not begins_with_method("the quality of records")
    assert not begins_with_method("meals with records")
    assert not begins_with_method("the rounds, observed by many")
    assert begins_with_method("the rounds observed by many")
    assert not begins_with_method("")


def test_a_text_shows_a_method_if_it_is_more_than_a_way_of_speaking_to_people() -> None:
    assert shows_method("files and talks")
    assert not shows_method("talks and meetings")
    assert not shows_method("weather")
    assert is_method("observed")
    assert not is_method("weather")
