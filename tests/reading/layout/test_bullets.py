"""Bullets and numbers that open an item, and signs that only look like them."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.bullets import NUMBER, has_bullet, is_marked


@pytest.mark.parametrize(
    "text",
    [
        "\u25fc a",
        "\uf06ea",
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
