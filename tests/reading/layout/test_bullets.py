"""Bullets and numbers that open an item, and signs that only look like them."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.bullets import NUMBER, has_bullet, is_marked

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
    assert has_bullet(text)
    assert is_marked(text)


@pytest.mark.parametrize("text", ["-a", "of course", "a", "1. a", "\u2014a"])
def test_these_lines_do_not_open_with_a_bullet(text: str) -> None:
    assert not has_bullet(text)


@pytest.mark.parametrize("text", ["1. a", "12) a", "(3) a", "9999. a"])
def test_these_lines_open_with_a_number(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("text", ["1.5 a", "12345. a", "1 a", "1.", "\u0661. a", "a 1. b", "25.The"])
def test_these_lines_do_not_open_with_a_number(text: str) -> None:
    assert NUMBER.match(text) is None
