"""The ledger: whatever is entered, the passages are a partition."""

from __future__ import annotations

import pytest

from inspection_model.reading.ledger import BOILERPLATE, FURNITURE, UNREAD, Ledger
from inspection_model.reading.lines import split_lines
from inspection_model.reading.stretch import stretch_of


def _roles(ledger: Ledger, source: str) -> list[tuple[str, str]]:
    passages = ledger.passages()
    assert "".join(source[p.start : p.end] for p in passages) == source
    return [(p.role, source[p.start : p.end]) for p in passages]


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        ("", []),
        (" \n\f", [(FURNITURE, " \n\f")]),
        (" .,:;| ", [(FURNITURE, " .,:;| ")]),
        ("\x00\ud800", [(FURNITURE, "\x00\ud800")]),
        ("a", [(UNREAD, "a")]),
        (" a b\n", [(FURNITURE, " "), (UNREAD, "a b"), (FURNITURE, "\n")]),
    ],
)
def test_what_nobody_has_entered_is_furniture_or_unread(source: str, roles: list[tuple[str, str]]) -> None:
    assert _roles(Ledger(source), source) == roles


def test_an_earlier_entry_wins_over_a_later() -> None:
    source = "one two three"
    ledger = Ledger(source)
    ledger.enter_span(4, 7, "/a")
    ledger.enter_span(0, 13, BOILERPLATE)
    ledger.enter_span(4, 9, "/b")
    assert _roles(ledger, source) == [(BOILERPLATE, source)]
    ledger = Ledger(source)
    ledger.enter_span(4, 7, "/a")
    ledger.enter_span(4, 9, "/b")
    ledger.enter_span(5, 5, "/c")
    assert _roles(ledger, source) == [
        (UNREAD, "one"), (FURNITURE, " "), ("/a", "two"), ("/b", " t"), (UNREAD, "hree"),
    ]  # fmt: skip


def test_furniture_right_behind_what_was_not_read_stays_apart_from_it() -> None:
    ledger = Ledger("a b1")
    ledger.enter_span(3, 4, FURNITURE)
    assert _roles(ledger, "a b1") == [(UNREAD, "a b"), (FURNITURE, "1")]


def test_of_two_entries_with_one_start_the_earlier_wins_however_long() -> None:
    for first, second in ((2, 4), (4, 2)):
        ledger = Ledger("abcd")
        ledger.enter_span(0, first, "/first")
        ledger.enter_span(0, second, "/second")
        assert _roles(ledger, "abcd")[0] == ("/first", "abcd"[:first])


def test_an_empty_entry_is_no_passage() -> None:
    ledger = Ledger("abc")
    ledger.enter_span(1, 1, "/x")
    assert _roles(ledger, "abc") == [(UNREAD, "abc")]


def test_neighbours_without_a_fact_are_one_passage_and_facts_stay_apart() -> None:
    source = "abcdef"
    ledger = Ledger(source)
    for start, role in enumerate((BOILERPLATE, BOILERPLATE, "/a", "/a", FURNITURE, FURNITURE)):
        ledger.enter_span(start, start + 1, role)
    assert _roles(ledger, source) == [(BOILERPLATE, "ab"), ("/a", "c"), ("/a", "d"), (FURNITURE, "ef")]


def test_facts_of_a_sentence_that_share_words_are_entered_once() -> None:
    source = "one two three"
    ledger = Ledger(source)
    stretch = stretch_of(split_lines(source))
    ledger.enter_facts(stretch, 0, 13, [(4, 13, "/b"), (0, 7, "/a")], BOILERPLATE)
    assert _roles(ledger, source) == [("/a", "one two"), (FURNITURE, " "), (BOILERPLATE, "three")]


def test_of_three_facts_of_which_each_shares_words_with_the_next_the_outer_two_are_entered() -> None:
    source = "one two three"
    ledger = Ledger(source)
    facts = [(0, 7, "/a"), (4, 9, "/b"), (8, 13, "/c")]
    ledger.enter_facts(stretch_of(split_lines(source)), 0, 13, facts, BOILERPLATE)
    assert _roles(ledger, source) == [("/a", "one two"), (FURNITURE, " "), ("/c", "three")]


def test_the_ledger_counts_the_characters_that_are_no_text() -> None:
    source = "a\x00b \u00ad\ud800"
    ledger = Ledger(source)
    ledger.enter_span(0, 1, "/a")
    _roles(ledger, source)
    assert ledger.dropped == [1, 5]
