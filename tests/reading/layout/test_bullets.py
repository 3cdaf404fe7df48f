"""Bullets and numbers that open an item, and signs that only look like them."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.bullets import NUMBER, bullet_length, common_marks, is_marked
from inspection_model.reading.layout.lines import split_lines, unusual_characters

_SIGNS = (
    "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25ba\u25b8"
    "\u25c6\u25c7\u25ca\u25cb\u25cf\u25d8\u25e6\u25fb\u25fc\u25fd\u25fe\u2666\u2756"
    "\u27a2\u2b1b\u2b24\u00a7\u00b7\u23af\u0192\u2605\u2713\u2714"
    "\uf020\uf02d\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8\uf0fc\uf0be"
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{sign}a"
            for sign in "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25ba\u25b8"
        ),
        *(
            f"{sign}a"
            for sign in "\u25c6\u25c7\u25ca\u25cb\u25cf\u25d8\u25e6\u25fb\u25fc\u25fd\u25fe\u2666\u2756"
        ),
        *(f"{sign}a" for sign in _SIGNS),
        *(f"{dash}\ta" for dash in "-\u2010\u2011\u2012\u2013\u2014*o+>"),
        "\uf0b7 a",
        "\u23af a",
        "\u0192 a",
        "- a",
        "\u2013 a",
        "* a",
        "o a",
        "\u2022",
        "-",
        "o",
    ],
)
def test_these_lines_open_with_a_bullet(text: str) -> None:
    assert bullet_length(text) > 0
    assert is_marked(text)


@pytest.mark.parametrize("text", ["-a", "of course", "a", "1. a", "\u2014a"])
def test_these_lines_do_not_open_with_a_bullet(text: str) -> None:
    assert bullet_length(text) == 0


@pytest.mark.parametrize("text", ["1. a", "12) a", "(3) a", "9999. a", "10.The", "2)The", "(3)The"])
def test_these_lines_open_with_a_number(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize(
    "text", ["1.5 a", "12345. a", "1 a", "1.", "\u0661. a", "a 1. b", "25.the", "7.30 pm"]
)
def test_these_lines_do_not_open_with_a_number(text: str) -> None:
    assert NUMBER.match(text) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        # Arrows, boxes and pictures, mathematical signs, the characters of symbol fonts: before a space.
        *((f"{sign} a", 1) for sign in "\u2794\u2192\u2610\u2611\u2717\u2212\u21d2\ue000\uf0e0\U0001f539"),
        *((f"{sign}a", 0) for sign in "\u2794\u2192\u2610\u2212\ue000"),
        ("\u2794", 1),
        # The sign that selects the form of a symbol belongs to it.
        ("\u2714\ufe0f a", 2),
        ("\u27a1\ufe0f a", 2),
        # Arrows and dashes as typed.
        ("-> a", 2),
        ("--> a", 3),
        ("=> a", 2),
        (">> a", 2),
        ("-- a", 2),
        ("->a", 0),
        ("[ ] a", 3),
        ("[] a", 2),
        ("[x] a", 3),
        ("[y] a", 0),
        ("[a] b", 0),
        ("\u2460 a", 1),
        ("\u00b9 a", 0),
        ("= a", 0),
        # Symbols of a word, and what was lost.
        *((f"{sign} a", 0) for sign in "\u00a9\u00ae\u2122\u00b0\ufffd"),
    ],
)
def test_a_bullet_has_a_length(text: str, length: int) -> None:
    assert bullet_length(text) == length


@pytest.mark.parametrize("sign", ["~", "|", "\u00d8", "\u00fc", "\u00bb", "^", "="])
def test_a_sign_with_which_several_lines_open_is_a_bullet(sign: str) -> None:
    text = f"{sign} a"
    assert bullet_length(text) == 0
    for other, count in ((f"{sign} b", 1), (f"{sign}b", 0), ("b", 0)):
        lines = split_lines(f"{text}\nwords\n{other}", unusual_characters(text))
        common = common_marks(lines)
        assert (sign in common) == (count > 0)
        assert bullet_length(text, common) == count
        assert is_marked(text, common) == (count > 0)


@pytest.mark.parametrize("sign", ["#", "&", "\u00a3", "(", "\u00a9", "a", "7", "\u2018"])
def test_a_sign_of_sentences_and_headings_is_never_a_common_bullet(sign: str) -> None:
    text = f"{sign} a\n{sign} b"
    assert common_marks(split_lines(text, unusual_characters(text))) == frozenset()


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("a) one\nb) two\nc) three", {"a)", "b)", "c)"}),
        ("(a) one\nmore\n(b) two", {"(a)", "(b)"}),
        ("a. one\nb. two", {"a.", "b."}),
        ("A. one\nB. two", {"A.", "B."}),
        ("i) one\nii) two\niii) three", {"i)", "ii)", "iii)"}),
        ("(I) one\n(II) two", {"(I)", "(II)"}),
        # Initials of names, single marks, and marks of several kinds are none.
        ("J. Rook met\nM. Quill", set()),
        ("a) one", set()),
        ("a) one\nb. two\n(b) two", set()),
        ("a)one\nb)two", set()),
        ("ab) one\nbc) two", set()),
        ("A. one\nb. two", set()),
    ],
)
def test_letters_are_bullets_if_the_first_two_of_them_open_lines(source: str, marks: set[str]) -> None:
    lines = split_lines(source, unusual_characters(source))
    assert common_marks(lines) == marks
    lengths = [bullet_length(line.text, common_marks(lines)) for line in lines]
    assert sum(lengths) == sum(map(len, marks))
