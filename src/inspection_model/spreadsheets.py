"""Texts that are safe in the cell of a spreadsheet."""

from __future__ import annotations

__all__ = ["safe_text"]

# A spreadsheet program takes a cell that starts with one of these for a formula, a quoted text or a tab.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")


def safe_text(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet program would take for a formula.

    A text that starts with an apostrophe gets one as well, so that removing the first apostrophe of a
    cell always gives the text.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
