"""Lines: where they start, what stands between them, and nothing lost."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import Line, split_lines


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("", []),
        (" \t\n\r\n \f", []),
        ("a", ["a"]),
        ("a\nb\r\nc\rd\fe", ["a", "b", "c", "d", "e"]),
        ("  a b  \n\tc\u00a0", ["a b", "c"]),
        ("a\u2028b\x0bc\x85d\x1ce", ["a\u2028b\x0bc\x85d\x1ce"]),
        ("\ufeffa\n\ufeffb", ["a", "\ufeffb"]),
    ],
)
def test_a_source_is_split_at_line_ends_and_form_feeds_alone(source: str, texts: list[str]) -> None:
    assert [line.text for line in split_lines(source)] == texts


@pytest.mark.parametrize(
    ("source", "gap", "page"),
    [
        ("a\nb", 1, False),
        ("a\r\nb", 1, False),
        ("a\rb", 1, False),
        ("a\n\nb", 2, False),
        ("a\r\n\r\nb", 2, False),
        ("a\r\rb", 2, False),
        ("a\n\rb", 2, False),
        ("a\n   \nb", 2, False),
        ("a\fb", 0, True),
        ("a\n\fb", 1, True),
        ("a\r\n\r\n\f\r\nb", 3, True),
        ("a\n\n\n\n\n\n   b", 6, False),
    ],
)
def test_a_line_tells_what_stands_between_it_and_the_line_before(source: str, gap: int, page: bool) -> None:
    line = split_lines(source)[1]
    assert (line.text, line.gap, line.page) == ("b", gap, page)


def test_a_short_line_far_to_the_right_leaves_the_gaps_around_it_as_they_are() -> None:
    assert [line.gap for line in split_lines("at the left\n\n\n     b\nc")] == [0, 3, 1]


def test_the_first_line_has_no_line_before_it() -> None:
    assert split_lines("a")[0] == Line(0, "a", 0, 0, False)
    assert split_lines("\n\na")[0].gap == 2


@pytest.mark.parametrize("source", ["  a b \r\n\t c\n\fdd", "\ufeff x\n y ", "\u3000a\u3000\n\u00a0b"])
def test_every_line_stands_in_the_source_where_it_says(source: str) -> None:
    lines = split_lines(source)
    assert lines
    for line in lines:
        assert source[line.start : line.end] == line.text
        before = source[: line.start].lstrip("\ufeff")
        assert line.indent == len(before) - max(before.rfind(end) for end in "\n\r\f") - 1
