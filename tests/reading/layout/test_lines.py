"""Lines: where they start, and what lies between them."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters


def _lines(source: str) -> list[Line]:
    return split_lines(source, unusual_characters(source))


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("", []),
        (" \t\n\r\n \f", []),
        ("a", ["a"]),
        ("a\nb\r\nc\rd\fe", ["a", "b", "c", "d", "e"]),
        ("  a b  \n\tc\u00a0", ["a b", "c"]),
        ("a\u2028b\x0bc\x85d\u2029e", ["a", "b", "c", "d", "e"]),
        ("a\r\r\nb\x1cc", ["a", "b\x1cc"]),
        ("\ufeffa\n\ufeffb", ["a", "\ufeffb"]),
    ],
)
def test_a_source_is_split_at_line_ends_and_form_feeds(source: str, texts: list[str]) -> None:
    assert [line.text for line in _lines(source)] == texts


@pytest.mark.parametrize(
    ("source", "breaks", "starts_page"),
    [
        ("a\nb", 1, False),
        ("a\r\nb", 1, False),
        ("a\rb", 1, False),
        ("a\n\nb", 2, False),
        ("a\r\n\r\nb", 2, False),
        ("a\r\rb", 2, False),
        ("a\n\rb", 2, False),
        # A carriage return too many is no line end of its own.
        ("a\r\r\nb", 1, False),
        ("a\r\r\n\r\r\nb", 2, False),
        ("a\x0bb", 1, False),
        ("a\x85\u2028b", 2, False),
        # The end of a paragraph is a blank line, but not before a form feed.
        ("a\u2029b", 2, False),
        ("a\n\u2029b", 3, False),
        ("a\u2029\fb", 2, True),
        ("a\n   \nb", 2, False),
        ("a\fb", 0, True),
        ("a\n\fb", 1, True),
        ("a\r\n\r\n\f\r\nb", 3, True),
        ("a\n\n\n\n\n\n   b", 6, False),
    ],
)
def test_a_line_records_the_line_ends_and_page_break_before_it(
    source: str, breaks: int, starts_page: bool
) -> None:
    line = _lines(source)[1]
    assert (line.text, line.breaks_before, line.starts_page) == ("b", breaks, starts_page)


def test_a_short_line_far_to_the_right_does_not_change_the_line_ends_around_it() -> None:
    assert [line.breaks_before for line in _lines("at the left\n\n\n     b\nc")] == [0, 3, 1]


def test_the_first_line_has_only_the_line_ends_before_it() -> None:
    assert _lines("a")[0] == Line(0, "a", 0, 0, False)
    assert _lines("\n\na")[0].breaks_before == 2


@pytest.mark.parametrize("source", ["  a b \r\n\t c\n\fdd", "\ufeff x\n y ", "\u3000a\u3000\n\u00a0b"])
def test_every_line_has_its_position_in_the_source(source: str) -> None:
    lines = _lines(source)
    assert lines
    for line in lines:
        assert source[line.start : line.end] == line.text
        before = source[: line.start].lstrip("\ufeff")
        assert line.indent == len(before) - max(before.rfind(end) for end in "\n\r\f") - 1


@pytest.mark.parametrize(
    ("source", "unusual"),
    [
        ("", ""),
        ("a b~\r\n\f!", ""),
        ("\u00e9\u00e9\tx\u2013\x00\x7f", "\u00e9\t\u2013\x00\x7f"),
        ("a\ud800\U0001f600", "\ud800\U0001f600"),
    ],
)
def test_all_characters_but_printable_ascii_and_line_ends_are_unusual(source: str, unusual: str) -> None:
    assert unusual_characters(source) == frozenset(unusual)


@pytest.mark.parametrize("space", "\u00a0\u2000\u2009\u202f\u3000")
def test_a_space_of_a_special_width_is_a_space(space: str) -> None:
    (line,) = _lines(f"{space}a{space}b{space}")
    assert (line.start, line.text, line.end) == (1, "a b", 4)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("ages 5\u00ad7", "ages 5-7"),
        ("COVID\u00ad19", "COVID-19"),
        ("5\u00adyear plan", "5-year plan"),
        ("one \u00ad two", "one - two"),
        ("\u00ad one", "- one"),
        ("self\ufffehelp", "self-help"),
        ("self\x02help", "self-help"),
        ("5\ufffe7", "5-7"),
        # Between two letters a soft hyphen is a hint; at an end of a word the others are not text.
        ("dec\u00adision", "dec\u00adision"),
        ("seen\u00ad.", "seen\u00ad."),
        ("one \ufffe two", "one \ufffe two"),
        ("one\x02", "one\x02"),
    ],
)
def test_a_sign_that_is_a_printed_hyphen_becomes_one(source: str, text: str) -> None:
    (line,) = _lines(source)
    assert line.text == text


def test_a_soft_hyphen_between_digits_at_a_line_end_is_a_hyphen() -> None:
    assert [line.text for line in _lines("ages 5\u00ad\n7")] == ["ages 5-", "7"]
