"""The rows of a sheet as XML. XlsxWriter takes several times as long for them, cell by cell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_uppercase

from inspection_model.tables.writing.cells import as_text

__all__ = ["cell_xml", "rows_xml"]

# Excel counts the days from 1900, with a 29 February in that year, which had none.
_FIRST_DAY = datetime.date(1900, 3, 1)
_DAY_BEFORE = datetime.date(1899, 12, 30).toordinal()

# XML has no such characters. In a workbook they are written as _x000D_, and so is the first character of a
# text that looks like that.
_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_LETTERS = [f"{first}{second}" for first in ("", *ascii_uppercase) for second in ascii_uppercase]
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def cell_xml(cell: object, style: int, share: Callable[[str], int] | None = None) -> str:
    """Return the XML of a cell after its column and row; nothing for a missing value.

    Args:
        cell: The value. A day before 1 March 1900 is written as a text, because Excel has no such days.
        style: The index of its format.
        share: Adds a text to the shared texts of the workbook and returns its index. Without it, the text
            is written into the cell.
    """
    if isinstance(cell, datetime.date) and cell >= _FIRST_DAY:
        cell = cell.toordinal() - _DAY_BEFORE
    if isinstance(cell, int):
        return f'" s="{style}"><v>{cell}</v></c>'
    text = as_text(cell)
    if text is None:
        return ""
    # XlsxWriter takes a shared text that begins so for XML.
    if share and not text.startswith("<"):
        return f'" s="{style}" t="s"><v>{share(text)}</v></c>'
    space = "" if text.strip() == text else ' xml:space="preserve"'
    return f'" s="{style}" t="inlineStr"><is><t{space}>{_SPECIAL.sub(_escaped, text)}</t></is></c>'


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return _ENTITIES.get(character) or f"_x{ord(character):04X}_"


def rows_xml(rows: Iterable[Sequence[str]], *, first: int) -> Iterator[str]:
    """Yield the XML of rows.

    Args:
        rows: The cells of each row, as `cell_xml()` returns them.
        first: The number of the first row, from 1.
    """
    for number, row in enumerate(rows, start=first):
        place = str(number)
        cells = [
            f'<c r="{letters}{place}{cell}' for letters, cell in zip(_LETTERS, row, strict=False) if cell
        ]
        yield f'<row r="{place}">{"".join(cells)}</row>'
