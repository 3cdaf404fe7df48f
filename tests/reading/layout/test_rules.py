"""Rules: lines of signs."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.layout.rules import find_rules


@pytest.mark.parametrize(
    "rule",
    [
        "===",
        "-----",
        "_____",
        "***",
        "* * *",
        "- - - -",
        "~~~~",
        "\u2500\u2500\u2500",
        "\u2022\u2022\u2022",
        "+-+-+",
        "......",
    ],
)
def test_signs_alone_on_a_line_are_a_rule(rule: str) -> None:
    source = f"A topic\n{rule}\nMore"
    assert find_rules(split_lines(source, unusual_characters(source))) == {1}


@pytest.mark.parametrize(
    "line",
    [
        "--",
        "-",
        "- !!!",
        "- --",
        "* -",
        "a---",
        "--- a",
        "(1)",
        "\ufffd\ufffd\ufffd",
        "\uf06e\uf06e\uf06e",
        "*- * *",
    ],
)
def test_other_lines_are_no_rules(line: str) -> None:
    source = f"A topic\n{line}\nMore"
    assert find_rules(split_lines(source, unusual_characters(source))) == set()
