"""The cells of a line: text side by side, separated by three spaces or more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspection_model.reading.layout.lines import Line

__all__ = ["add_to_columns", "cells_of"]

_CELL = re.compile(r"[^ ]+(?: {1,2}[^ ]+)*")


def cells_of(line: Line) -> Sequence[Line]:
    """Return the cells of a line, each as a separate line."""
    if "   " not in line.text:
        return (line,)
    return [
        Line(
            line.start + match.start(),
            match.group(),
            line.indent + match.start(),
            line.breaks_before,
            line.starts_page,
            line.after_furniture,
        )
        for match in _CELL.finditer(line.text)
    ]


def add_to_columns(columns: Sequence[list[Line]], cells: Sequence[Line], indents: Sequence[int]) -> None:
    """Add the cells of a line to columns: in order if each column has one, else to the nearest.

    Args:
        columns: The columns, which are changed.
        cells: The cells.
        indents: Where each column begins.
    """
    places = range(len(columns))
    for index, cell in enumerate(cells):
        nearest = min(places, key=lambda place: abs(indents[place] - cell.indent))
        columns[index if len(cells) == len(columns) else nearest].append(cell)
