"""A row of a PDF page, and what joins rows to lines."""

from __future__ import annotations

from typing import NamedTuple

from inspection_model.reading.files.pdf_drawings import Box

__all__ = ["CELL_GAP", "RAISED", "Row", "is_raised"]

CELL_GAP = 1.2
"""A gap between cells is wider than a letter: this proportion of the height of a line."""
RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
"""The raised characters of digits."""

# A raised digit is smaller than its line, and above the foot of the line by a share of its height.
_SMALLER = 0.85
_RISE = 0.15


class Row(NamedTuple):
    """A run of text on one line, with its box in points from the lower left corner.

    Attributes:
        base: The height of its base line.
        size: The size of its font.
        ends: Whether a lone space follows, as word processors end a paragraph.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float
    ends: bool


def is_raised(box: Box, line: Box) -> bool:
    """Return whether a box is smaller than that of its line and above its foot."""
    height = line[3] - line[1]
    return box[3] - box[1] < _SMALLER * height and box[1] - line[1] > _RISE * height
