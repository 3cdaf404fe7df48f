"""The people of a source, split into groups."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.participants import People, names_people, people_in


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
        ("cooks and clerks in person, and by telephone", ("cooks", "clerks")),
        ("cooks, both online and in person, and clerks", ("cooks", "clerks")),
        ("cooks, individually and in groups", ("cooks",)),
        # The preposition of the verb, again.
        ("cooks, to clerks and also to guards", ("cooks", "clerks", "guards")),
        ("pupils and from their parents", ("pupils", "their parents")),
        # Where they are found, in words with commas and "and".
        (
            "clerks from the ferry office, from the harbour and market teams, and guards",
            ("clerks from the ferry office, from the harbour and market teams", "guards"),
        ),
        (
            "clerks and staff of the ferry unit and lamp service",
            ("clerks", "staff of the ferry unit and lamp service"),
        ),
        ("clerks in the harbour and guards", ("clerks in the harbour", "guards")),
        ("managers at the harbour and social workers", ("managers at the harbour", "social workers")),
        ("clerks in the harbour and the mayor", ("clerks in the harbour", "the mayor")),
        ("clerks, who work at night, and guards", ("clerks, who work at night", "guards")),
        ("pupils aged 5 and 6, and clerks, such as guards", ("pupils aged 5 and 6", "clerks", "guards")),
        (
            "clerks (law, ropes and lamps), and guards (night)",
            ("clerks (law, ropes and lamps)", "guards (night)"),
        ),
        ("clerks (law, ropes and guards", ("clerks (law", "ropes", "guards")),
        # Why they were spoken to, and what came of it.
        ("clerks to discuss the tides and the lamps", ("clerks",)),
        ("clerks and guards about the tides, the lamps and the wind", ("clerks", "guards")),
        ("clerks to discuss the tides and lamps, and to guards", ("clerks", "guards")),
        ("clerks about lamps, to discuss them, and the wind", ("clerks",)),
        ("clerks about lamps and to guards", ("clerks",)),
        ("clerks, which helped to explain the tides and lamps", ("clerks",)),
        ("", ()),
        (" and ", ()),
    ],
)
def test_the_people_spoken_to_are_split_into_groups(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text) == People(people)


@pytest.mark.parametrize(
    ("text", "groups", "doubtful"),
    [
        (
            "officers in charge of lamps, ropes and tides",
            ("officers in charge of lamps, ropes and tides",),
            ("ropes", "tides"),
        ),
        ("officers responsible for lamps and managers", ("officers responsible for lamps", "managers"), ()),
        (
            "clerks who count boats and lamps, and guards",
            ("clerks who count boats and lamps", "guards"),
            ("lamps",),
        ),
        ("clerks who help pupils and managers", ("clerks who help pupils and managers",), ("managers",)),
        # Of these nobody can say whether they are people or places.
        ("clerks at the north and south gates", ("clerks at the north and south gates",), ("south gates",)),
        ("clerks from law, finance and the bar", ("clerks from law, finance", "the bar"), ("finance",)),
        (
            "clerks at the bar, ferry services and guards",
            ("clerks at the bar, ferry services", "guards"),
            ("ferry services",),
        ),
        # A clause of its own is no group.
        ("clerks and guards said that it rained, and cooks", ("clerks",), ("guards said that it rained",)),
        ("it was late", (), ("it was late",)),
    ],
)
def test_what_may_be_another_group_is_part_of_the_one_before_and_doubtful(
    text: str, groups: tuple[str, ...], doubtful: tuple[str, ...]
) -> None:
    assert people_in(text) == People(groups, doubtful)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("performance managers", True),
        ("a data officer (part time)", True),
        ("managers of the bar", True),
        ("records of managers", False),
        ("", False),
        ("(managers)", False),
    ],
)
def test_a_phrase_names_people_by_its_last_word_before_a_preposition(words: str, people: bool) -> None:
    assert names_people(words) is people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("cooks; clerks; and guards", People(("cooks", "clerks", "guards"))),
        ("cooks and clerks, among others", People(("cooks", "clerks"))),
        ("cooks and with, guards", People(("cooks", "guards"), ("with",))),
        (
            "cooks in, and drivers of, the quay",
            People(("cooks in", "drivers of", "the quay"), ("cooks in", "drivers of")),
        ),
        ("cooks and from the register", People(("cooks and from the register",), ("from the register",))),
    ],
)
def test_words_that_name_nobody_are_no_group(text: str, people: People) -> None:
    assert people_in(text) == people
