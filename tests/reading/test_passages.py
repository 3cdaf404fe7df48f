"""Passages: whatever is claimed, the parts are a partition of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_model.reading.passages import (
    BOILERPLATE,
    FURNITURE,
    UNREAD,
    Claim,
    dropped_characters,
    partition,
)


def _roles(source: str, *claims: Claim) -> list[tuple[str, str]]:
    parts = partition(source, claims)
    assert "".join(source[start:end] for start, end, _ in parts) == source
    return [(role, source[start:end]) for start, end, role in parts]


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        ("", []),
        (" \n\f", [(FURNITURE, " \n\f")]),
        (" .,:;| ", [(FURNITURE, " .,:;| ")]),
        ("\x00\ud800", [(FURNITURE, "\x00\ud800")]),
        ("a", [(UNREAD, "a")]),
        (" - ", [(FURNITURE, " "), (UNREAD, "-"), (FURNITURE, " ")]),
        (" a b\n", [(FURNITURE, " "), (UNREAD, "a b"), (FURNITURE, "\n")]),
    ],
)
def test_what_is_not_claimed_is_furniture_or_unread(source: str, roles: list[tuple[str, str]]) -> None:
    assert _roles(source) == roles


def test_a_claim_inside_another_keeps_its_span() -> None:
    assert _roles("one two three", (0, 13, BOILERPLATE), (4, 7, "/a")) == [
        (BOILERPLATE, "one "),
        ("/a", "two"),
        (BOILERPLATE, " three"),
    ]
    assert _roles("one two three", (4, 7, "/a"), (0, 13, "/b")) == [
        ("/b", "one "),
        ("/a", "two"),
        ("/b", " three"),
    ]


def test_of_two_claims_that_overlap_the_one_that_starts_later_wins() -> None:
    assert _roles("one two three", (0, 7, "/a"), (4, 9, "/b"), (8, 13, "/c")) == [
        ("/a", "one "),
        ("/b", "two "),
        ("/c", "three"),
    ]


def test_of_two_claims_on_one_span_the_first_wins() -> None:
    assert _roles("one two", (0, 3, "/a"), (0, 3, FURNITURE), (4, 7, UNREAD), (4, 7, "/b")) == [
        ("/a", "one"),
        (FURNITURE, " "),
        (UNREAD, "two"),
    ]


def test_of_two_claims_with_one_start_the_shorter_is_inside_the_longer() -> None:
    for claims in (((0, 2, "/a"), (0, 4, "/b")), ((0, 4, "/b"), (0, 2, "/a"))):
        assert _roles("abcd", *claims) == [("/a", "ab"), ("/b", "cd")]


def test_furniture_after_an_unread_part_is_separate() -> None:
    assert _roles("a b1", (3, 4, FURNITURE)) == [(UNREAD, "a b"), (FURNITURE, "1")]


def test_an_empty_claim_is_not_a_part() -> None:
    assert _roles("abc", (1, 1, "/x")) == [(UNREAD, "abc")]


def test_neighbours_without_a_fact_are_one_part_and_facts_stay_separate() -> None:
    roles = (BOILERPLATE, BOILERPLATE, "/a", "/a", FURNITURE, FURNITURE)
    claims = [(start, start + 1, role) for start, role in enumerate(roles)]
    assert _roles("abcdef", *claims) == [(BOILERPLATE, "ab"), ("/a", "c"), ("/a", "d"), (FURNITURE, "ef")]


def test_characters_that_are_not_text_are_found_outside_facts() -> None:
    source = "a\x00b \u00ad\ud800"
    assert dropped_characters(source, partition(source, [(0, 1, "/a")])) == [1, 5]


_CLAIMS = st.lists(
    st.tuples(
        st.integers(0, 12), st.integers(0, 12), st.sampled_from(["/a", "/b", BOILERPLATE, FURNITURE, UNREAD])
    ).map(lambda drawn: (min(drawn[:2]), max(drawn[:2]), drawn[2])),
    max_size=8,
)


@given(st.text("ab .\n", min_size=12, max_size=12), _CLAIMS)
def test_every_character_has_the_role_of_a_claim_on_it(source: str, claims: list[Claim]) -> None:
    _roles(source, *claims)  # the parts are the source
    for start, end, role in partition(source, claims):
        for at in range(start, end):
            claimed = {claim[2] for claim in claims if claim[0] <= at < claim[1]}
            if UNREAD in claimed:
                claimed.add(FURNITURE)  # the white space at the ends of an unread part
            assert role in claimed if claimed else role in (FURNITURE, UNREAD)
