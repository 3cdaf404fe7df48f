"""Stretches: folded text that knows where each of its characters stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_model.reading.layout.lines import Line, split_lines
from inspection_model.reading.stretch import Stretch, fold_lines, stretch_of


def _stretch(source: str) -> Stretch:
    return stretch_of(split_lines(source))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("one", "one"),
        ("one  two\t three\n  four", "one two three four"),
        ("one\u00a0\u202ftwo\u2003three", "one two three"),
        # Control characters, lone surrogates and soft hyphens are no text.
        ("o\x00n\ud800e\u00adt", "onet"),
        ("one \x00 two", "one two"),
        ("one\x00 two", "one two"),
        ("one \x00two", "one two"),
        ("\x00one\x00\n\x00two\x00", "one two"),
        ("\x00", ""),
        ("one\x1ctwo\x85three", "one two three"),
        # A hyphen at a line's end belongs to a word, unless it hangs.
        ("decision-\nmaking", "decision-making"),
        ("a\ndecision-\nmaking", "a decision-making"),
        ("decision\u2010\nmaking", "decision\u2010making"),
        ("decision\u2011\nmaking", "decision\u2011making"),
        ("short-\nand long-term", "short- and long-term"),
        ("short-\nor long-term", "short- or long-term"),
        ("pre-\nto post-war", "pre- to post-war"),
        ("short-\nandante", "short-andante"),
        ("a -\nb", "a - b"),
        ("-\nb", "- b"),
        ("a-\n(b)", "a- (b)"),
        ("e-\nmail", "e-mail"),
        ("a  BOX\nfull", "a BOX full"),
        ("a--\nb", "a-- b"),
        ("decision- making", "decision- making"),
        ("a\u2013\nb", "a\u2013 b"),
    ],
)
def test_white_space_is_folded_and_what_is_no_text_left_out(source: str, text: str) -> None:
    assert _stretch(source).text == text


@pytest.mark.parametrize(
    "source", ["one two", " one\n  two  three\r\nfour-\nfive", "a\x00b \u00ad c\n\x01d", "x\u00a0y\n\nz"]
)
def test_every_character_knows_where_it_stands(source: str) -> None:
    stretch = _stretch(source)
    for position, character in enumerate(stretch.text):
        if character != " ":
            ((first, last),) = stretch.spans(position, position + 1)
            assert source[first:last] == character


@pytest.mark.parametrize(
    ("source", "start", "end", "quoted"),
    [
        ("one two", 0, 7, ["one two"]),
        ("one two", 4, 7, ["two"]),
        ("one  two\n three", 0, 13, ["one  two\n three"]),
        ("one  two\n three", 2, 5, ["e  t"]),
        ("one  two\n three", 3, 5, ["t"]),
        ("one  two\n three", 0, 4, ["one"]),
        ("a\x00b c", 0, 4, ["a", "b c"]),
        ("a \x00 b", 0, 3, ["a", "b"]),
        ("deci-\nsion", 0, 9, ["deci-", "sion"]),
        ("one", 1, 1, []),
        ("one", 2, 1, []),
        ("one", 3, 3, []),
        ("", 0, 0, []),
        ("\x00", 0, 0, []),
    ],
)
def test_a_part_says_in_which_stretches_of_the_source_it_stands(
    source: str, start: int, end: int, quoted: list[str]
) -> None:
    spans = _stretch(source).spans(start, end)
    assert [source[first:last] for first, last in spans] == quoted


def test_furniture_between_two_lines_parts_the_spans() -> None:
    for three in ("three", "thr\u00ade", "th  ree"):
        source = f"one\n2\ntwo\n{three}"
        lines = split_lines(source)
        stretch = stretch_of([lines[0], *lines[2:]], [1])
        assert [source[a:b] for a, b in stretch.spans(0, 10)] == ["one", "two\nth"]


@pytest.mark.parametrize("source", ["one\x00\ntwo", "one\n\x00two"])
def test_a_character_that_is_no_text_at_an_end_of_a_line_parts_the_spans(source: str) -> None:
    assert [source[a:b] for a, b in _stretch(source).spans(0, 7)] == ["one", "two"]


@given(
    texts=st.lists(
        st.sampled_from(["well-", "known", "and so", "a-", "-", "\u2013 no", "non\u2011", "or not"]),
        min_size=1,
    ),
    parted=st.sets(st.integers(1, 6)),
)
def test_clean_lines_are_joined_as_all_others_are_folded(texts: list[str], parted: set[int]) -> None:
    lines: list[Line] = []
    for text in texts:
        start = lines[-1].end + 2 if lines else 0
        lines.append(Line(start, text, 0, 1, False))
    apart = sorted(index for index in parted if index < len(lines))
    joined, folded = stretch_of(lines, apart), fold_lines(lines, apart)
    assert joined.text == folded.text
    for start in range(len(joined.text)):
        for end in range(start, len(joined.text) + 1):
            assert joined.spans(start, end) == folded.spans(start, end)
