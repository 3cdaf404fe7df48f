"""Cells as texts, for formats without lists and without types."""

from __future__ import annotations

import datetime
from typing import cast

__all__ = ["as_text"]


def as_text(cell: object) -> str | None:
    """Return a cell as a text: an ISO date, digits, the items of a list on separate lines.

    No text of a record has a line break, so that the items can be told apart.
    """
    if isinstance(cell, tuple):
        return "\n".join(cast("tuple[str, ...]", cell)) or None
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return None if cell is None else str(cell)
