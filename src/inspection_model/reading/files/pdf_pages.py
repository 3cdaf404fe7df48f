"""The text of a PDF's pages, laid out as a plain letter.

Each visual line is a line; cells that are side by side (a letterhead in two columns) are separated by
three spaces; the end of a paragraph is a blank line; the indent of a line is kept. Between two pages there
is a form feed:

    page break := blank line [ page number ] line feed, form feed      a paragraph ends with the page
                | [ line feed, page number ] form feed                 a paragraph continues
"""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.reading.files.pdf_lines import FOOTNOTE, Page
from inspection_model.reading.files.pdf_paragraphs import Paragraphs, Turn, paragraphs
from inspection_model.reading.files.pdf_row import Row

__all__ = ["text_of_pages"]

# The width of a character in a fixed pitch, by which an indent becomes spaces.
_PITCH = 0.5
# More columns than a page of the smallest print has: a row farther away is not visible, and as many
# spaces would fill the memory.
_WIDEST = 400


def text_of_pages(pages: Sequence[Page]) -> tuple[str, Paragraphs]:
    """Return the text of pages of which at least one has a body, and their paragraphs."""
    left = min(line.left for page in pages for line in page.body)
    found = paragraphs(pages)
    turns = [*found.turns, Turn(continues=False)]
    parts: list[str] = []
    for page, blanks, turn in zip(pages, found.starts, turns, strict=True):
        for line, blank in zip(page.body, blanks, strict=True):
            parts.append(("\n" if blank else "") + _indented(line, left) + "\n")
        if page.body:
            parts[-1] = parts[-1].rstrip("\n")
        parts.append(_break(page, left, continues=turn.continues))
    return "".join(parts).rstrip("\f"), found


def _break(page: Page, left: float, *, continues: bool) -> str:
    """Return the end of a page: its footnotes, its number, and the form feed."""
    lines: list[str] = []
    for note in page.notes:
        mark = FOOTNOTE.match(note.text)
        lines += [mark[1], f"  {note.text[mark.end() :]}"] if mark else [f"  {note.text}"]
    if page.number is not None:
        lines.append(_indented(page.number, left))
    text = "".join(f"\n{line}" for line in lines)
    return f"{text}\f" if continues else f"\n{text}\n\f"


def _indented(line: Row, left: float) -> str:
    pitch = (line.top - line.bottom) * _PITCH
    columns = (line.left - left) / pitch if pitch > 0 else 0
    return " " * (round(columns) if columns < _WIDEST else 0) + line.text
