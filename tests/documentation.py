"""Find the fenced blocks of the documentation, for the tests of its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
README = ROOT / "README.md"

_BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a Markdown page.

    Attributes:
        language: The language after the opening fence.
        text: The lines between the fences.
        line: The number of the first line of the text, counted from 1.
    """

    language: str
    text: str
    line: int


def blocks(path: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page in their order."""
    page = path.read_text(encoding="utf-8")
    for match in _BLOCK.finditer(page):
        yield Block(match[1], match[2], page.count("\n", 0, match.start()) + 2)
