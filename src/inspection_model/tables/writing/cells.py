"""Cells as texts, for formats without lists and without types."""

from __future__ import annotations

import datetime
from typing import cast

__all__ = ["as_text", "safe_text"]

# A spreadsheet program takes a cell that starts with one of these for a formula, a quoted text or a tab.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")


def as_text(cell: object) -> str | None:
    """Return a cell as a text: an ISO date, digits, the items of a list on separate lines.

    No text of a record has a line break, so that the items can be told apart.
    """
    if isinstance(cell, tuple):
        return "\n".join(cast("tuple[str, ...]", cell)) or None
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return None if cell is None else str(cell)


def safe_text(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet program would take for a formula.

    A text that starts with an apostrophe gets one as well, so that removing the first apostrophe of a
    cell always gives the text.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
