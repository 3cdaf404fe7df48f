"""What tests of the documentation share: the fenced blocks of a page."""

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
    """A fenced block: what it is written in, its text, and the number of its first line."""

    language: str
    text: str
    line: int


def blocks(path: Path) -> Iterator[Block]:
    """Give the fenced blocks of a page in order."""
    page = path.read_text(encoding="utf-8")
    for match in _BLOCK.finditer(page):
        yield Block(match[1], match[2], page.count("\n", 0, match.start()) + 2)
