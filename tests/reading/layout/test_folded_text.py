"""Folded texts: the position of every character in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inspection_model.reading.layout.folded_text import FoldedText, fold_lines, quoted
from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters


def _lines(source: str) -> list[Line]:
    return split_lines(source, unusual_characters(source))


def _folded(source: str) -> FoldedText:
    return fold_lines(_lines(source))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("one", "one"),
        ("one  two\t three\n  four", "one two three four"),
        ("one\u00a0\u202ftwo\u2003three", "one two three"),
        # Control characters, lone surrogates and soft hyphens are not text.
        ("o\x00n\ud800e\u00adt", "onet"),
        ("one \x00 two", "one two"),
        ("one\x00 two", "one two"),
        ("one \x00two", "one two"),
        ("\x00one\x00\n\x00two\x00", "one two"),
        ("\x00", ""),
        ("one\x1ctwo\x85three", "one two three"),
        *((f"o{sign}ne", "one") for sign in "\x08\x0e\x1b\x7f\x84\x86\x9f\ud800\udbff\udfff"),
        *((f"o{sign}ne", "o ne") for sign in "\x09\x0b\x1c\x1f\x85"),
        *((f"o{sign}.", "o.") for sign in "\ufffe\uffff"),
        # A soft hyphen at the end of a line divides a word.
        ("deci\u00ad\nsion", "decision"),
        ("a deci\u00ad\n  sion", "a decision"),
        ("one.\u00ad\ntwo", "one. two"),
        ("one\u00ad\n(two)", "one (two)"),
        ("\u00ad\ntwo", "two"),
        ("5\u00ad\n7 years", "5-7 years"),
        # A hyphen at the end of a line belongs to a word, unless it hangs.
        ("decision-\nmaking", "decision-making"),
        ("a\ndecision-\nmaking", "a decision-making"),
        ("decision\u2010\nmaking", "decision\u2010making"),
        ("decision\u2011\nmaking", "decision\u2011making"),
        ("ages 5-\n7 years", "ages 5-7 years"),
        ("COVID-\n19 rules", "COVID-19 rules"),
        ("non-\nEnglish", "non-English"),
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
def test_white_space_is_folded_and_characters_that_are_not_text_are_left_out(source: str, text: str) -> None:
    assert _folded(source).text == text


@pytest.mark.parametrize(
    "source", ["one two", " one\n  two  three\r\nfour-\nfive", "a\x00b\u00ad c\n\x01d", "x\u00a0y\n\nz"]
)
def test_every_character_has_its_position_in_the_source(source: str) -> None:
    folded = _folded(source)
    for position, character in enumerate(folded.text):
        if character != " ":
            ((first, last),) = folded.spans(position, position + 1)
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
def test_a_part_has_the_spans_of_the_source_that_contain_it(
    source: str, start: int, end: int, quoted: list[str]
) -> None:
    spans = _folded(source).spans(start, end)
    assert [source[first:last] for first, last in spans] == quoted


@pytest.mark.parametrize("three", ["three", "thr\u00ade", "th  ree"])
def test_furniture_between_two_lines_splits_the_spans(three: str) -> None:
    source = f"one\n2\ntwo\n{three}"
    one, _, two, last = _lines(source)
    folded = fold_lines([one, replace(two, after_furniture=True), last])
    assert [source[start:end] for start, end in folded.spans(0, 10)] == ["one", "two\nth"]
    assert [source[start:end] for start, end in folded.spans(4, 10)] == ["two\nth"]


@pytest.mark.parametrize("one", ["one", "o\u00adne", "o  ne"])
def test_furniture_before_the_first_line_splits_nothing(one: str) -> None:
    source = f"{one}\ntwo"
    first, second = _lines(source)
    folded = fold_lines([replace(first, after_furniture=True), second])
    end = len(folded.text)
    assert [source[start:end] for start, end in folded.spans(end - 5, end)] == ["e\ntwo"]


def test_furniture_within_a_word_splits_the_spans_once() -> None:
    source = "decision-\n2\nmaking"
    one, _, two = _lines(source)
    folded = fold_lines([one, replace(two, after_furniture=True)])
    assert folded.text == "decision-making"
    assert [source[start:end] for start, end in folded.spans(0, 15)] == ["decision-", "making"]


def test_the_spans_at_a_word_and_at_furniture_are_in_order() -> None:
    source = "one\n2\ndecision-\nmaking"
    one, _, two, three = _lines(source)
    folded = fold_lines([one, replace(two, after_furniture=True), three])
    spans = folded.spans(0, len(folded.text))
    assert [source[start:end] for start, end in spans] == ["one", "decision-", "making"]


@pytest.mark.parametrize("source", ["one\x00\ntwo", "one\n\x00two"])
def test_a_character_that_is_not_text_at_the_end_of_a_line_splits_the_spans(source: str) -> None:
    assert [source[start:end] for start, end in _folded(source).spans(0, 7)] == ["one", "two"]


@pytest.mark.parametrize(
    ("source", "offset"),
    [("", -1), ("  one", 2), ("one\ntwo", 0), ("one\n\ntwo", -1), ("one  two", -1), ("a-\nb", -1)],
)
def test_a_text_that_fills_its_span_of_the_source_has_one_offset(source: str, offset: int) -> None:
    assert _folded(source).offset == offset


def test_lines_that_are_known_to_be_printable_are_folded_alike() -> None:
    lines = _lines("one\ntwo\n\nthree  four")
    for count in range(len(lines) + 1):
        known, checked = fold_lines(lines[:count], printable=True), fold_lines(lines[:count])
        end = len(checked.text)
        assert (known.text, known.spans(0, end)) == (checked.text, checked.spans(0, end))


_WORDS = ["well-", "known", "and so", "a-", "-", "\u2013 no", "non\u2011", "or not"]


@given(
    texts=st.lists(st.tuples(st.sampled_from(_WORDS), st.booleans()), min_size=1),
    sign=st.sampled_from(["\u00ad", "  "]),
)
def test_clean_lines_are_joined_as_all_others_are_folded(texts: list[tuple[str, bool]], sign: str) -> None:
    lines: list[Line] = []
    for text, after in texts:
        start = lines[-1].end + 2 if lines else 0
        lines.append(Line(start, text, 0, 1, starts_page=False, after_furniture=after))
    # A last line with a character to fold makes fold_lines() take all lines into pieces.
    unclean = Line(lines[-1].end + 2, f"x{sign}x", 0, 1, starts_page=False)
    joined, folded = fold_lines(lines), fold_lines([*lines, unclean])
    length = len(joined.text)
    assert folded.text[:length] == joined.text
    for start in range(length):
        for end in range(start, length + 1):
            assert joined.spans(start, end) == folded.spans(start, end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a  b\n c", "a b c"),
        ("a\x10b\u00adc \x01", "abc"),
        ("a" * 80, "a" * 80),
        ("a" * 81, "a" * 79 + "\u2026"),
    ],
)
def test_words_are_quoted_folded_clean_and_shortened(text: str, words: str) -> None:
    assert quoted(text) == words
