"""The text of a PDF, by the geometry of its pages.

The text is laid out as a plain letter: each visual line is a line; cells that stand side by side
(a letterhead in two columns) are parted by three spaces; a vertical gap is a blank line; a line's
indentation is kept. Between two pages stands a form feed:

    page break := blank line [ page number ] line feed, form feed      a paragraph ends with the page
                | [ line feed, page number ] form feed                 a paragraph goes on

Which of the two it is, the page shows. What sets a page writes a paragraph's end as a run of its
own, a lone space; where none follows the last word of a page, the paragraph goes on, unless the next
word would have had room on the last line. Where one does, it may also be the space of a wrapped
line, and the sentence decides: an unfinished one goes on.
"""

from __future__ import annotations

import re
import statistics
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

from inspection_model.errors import LetterFormatError, MissingExtraError
from inspection_model.reading.layout.bullets import is_marked
from inspection_model.reading.layout.sentences import is_unfinished

__all__ = ["pdf_text"]

# PDFium writes a hyphen at the end of a line as one of these, and no line end behind it. The second
# also stands for a sign whose font does not say which character it shows.
_HYPHENS = "\x02\ufffe"
_UNKNOWN = "\ufffd"
_ROW = re.compile(f"[^\\r\\n{_HYPHENS}]*[{_HYPHENS}]?")
_NUMBER_ROW = re.compile(r"[0-9]{1,3}\Z")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_FOOTNOTE = re.compile(r"([0-9]{1,2}) ?(?=[^0-9. ])")

# Proportions of a line's height, found by measuring the published letters: two rows stand on one
# line when they share half of the smaller one's height; a gap between cells is wider than a
# letter; a blank line is a pitch a quarter wider than usual; lines that are not set apart have a
# pitch of 1.2 to 1.3.
_SHARED = 0.5
_CELL_GAP = 1.2
_GLUED = 0.15
_BLANK = 1.25
_SINGLE = 1.6
_SMALL = 0.9
# The width of a character in a fixed pitch, by which an indentation becomes spaces.
_PITCH = 0.5
# How far two left margins may differ and be one, in points.
_MARGIN = 4.0
_EMPTY = 2
# More columns than a page of the smallest print has: what is farther away is set for no reader, and
# as many spaces would fill the memory.
_WIDEST = 400
# The share of unknown characters from which on a text is no text.
_MOST_UNKNOWN = 0.25


class _Row(NamedTuple):
    """A run of text on one line, with its box in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    last: int  # the index of its last character in the page's text


class _Page(NamedTuple):
    """The lines of a page from top to bottom; what follows the body at the bottom is set apart."""

    body: list[_Row]
    blanks: list[bool]  # whether a blank line stands before each line of the body
    notes: list[_Row]
    number: _Row | None
    open: bool  # whether no lone space follows the last word of the body


def pdf_text(data: bytes, *, name: str) -> str:
    """Give the text of a PDF.

    Args:
        data: The file's bytes.
        name: What errors call the file.

    Raises:
        LetterFormatError: If it is encrypted, damaged, without pages, without text, or if its fonts do
            not say which characters they show.
        MissingExtraError: If pypdfium2 is not installed.
    """
    try:
        pypdfium2: Any = import_module("pypdfium2")  # it has no type information
    except ImportError as error:
        raise MissingExtraError("reading a PDF", "pdf") from error
    try:
        pages = _pages(pypdfium2, data)
    except pypdfium2.PdfiumError as error:
        # Of a PDF without pages PDFium tells the reason of an earlier file, which may have been locked.
        if "password" in str(error).lower() and b"/Encrypt" in data:
            hint = "remove the password and save it again"
            raise LetterFormatError(name, "the PDF is encrypted", hint) from error
        reason = f"the PDF is damaged or has no pages: {error}"
        raise LetterFormatError(name, reason, "fetch it again") from error
    if not any(page.body for page in pages):
        raise LetterFormatError(name, "the PDF has no text: its pages are pictures", "run OCR over it first")
    text = _lay_out(pages)
    if text.count(_UNKNOWN) > _MOST_UNKNOWN * len(text):
        reason = "the PDF's fonts do not say which characters they show"
        raise LetterFormatError(name, reason, "run OCR over it first")
    return text


def _pages(pypdfium2: Any, data: bytes) -> list[_Page]:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [_page(page) for page in document]
    finally:
        document.close()
    everywhere = [pitch for page in pages for pitch in _single_pitches(page.body)]
    return [page._replace(blanks=_blanks(page.body, everywhere)) for page in pages]


def _page(page: Any) -> _Page:
    """Read a page: put its rows in order, and set apart what stands below its body."""
    pdfium: Any = import_module("pypdfium2.raw")
    text_page = page.get_textpage()
    try:
        lines = _lines(list(_rows(pdfium, text_page)))
        number = lines.pop() if lines and _NUMBER_ROW.match(lines[-1].text) else None
        first_note = _first_note(lines)
        body = lines[:first_note]
        is_open = bool(body) and not _space_follows(pdfium, page, text_page, body[-1].last)
        return _Page(body, [], lines[first_note:], number, is_open)
    finally:
        text_page.close()
        page.close()


def _rows(pdfium: Any, text_page: Any) -> Iterator[_Row]:
    """Cut a page's text into rows, each with the box of its first and its last character."""
    box = pdfium.FS_RECTF()
    page_text = text_page.get_text_range()
    # PDFium counts characters in UTF-16: one outside the basic plane counts twice.
    astral = [match.start() for match in _ASTRAL.finditer(page_text)]
    for match in _ROW.finditer(page_text):
        raw = match.group()
        text = raw.strip()
        if not text:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        first = start + bisect_left(astral, start)
        last = start + len(text) - 1 + bisect_left(astral, start + len(text))
        pdfium.FPDFText_GetLooseCharBox(text_page, first, box)
        left = box.left
        pdfium.FPDFText_GetLooseCharBox(text_page, last, box)
        if text[-1] in _HYPHENS:
            is_hyphen = pdfium.FPDFText_GetUnicode(text_page, last) != 0
            text = text[:-1] + ("-" if is_hyphen else _UNKNOWN)
        size = pdfium.FPDFText_GetFontSize(text_page, last)
        yield _Row(text, left, box.right, box.bottom, box.top, size, last)


def _space_follows(pdfium: Any, page: Any, text_page: Any, character: int) -> bool:
    """Whether the run of text after that of a character is a lone space."""
    import ctypes

    def address(run: Any) -> int | None:
        return ctypes.cast(run, ctypes.c_void_p).value

    wanted = address(pdfium.FPDFText_GetTextObject(text_page, character))
    count = pdfium.FPDFPage_CountObjects(page)
    for index in range(count - 1):
        if address(pdfium.FPDFPage_GetObject(page, index)) == wanted:
            run = pdfium.FPDFPage_GetObject(page, index + 1)
            # An empty text is two bytes: PDFium gives a lone space as no text at all.
            is_text = pdfium.FPDFPageObj_GetType(run) == pdfium.FPDF_PAGEOBJ_TEXT
            return bool(is_text and pdfium.FPDFTextObj_GetText(run, text_page, None, 0) <= _EMPTY)
    return False


def _first_note(lines: Sequence[_Row]) -> int:
    """Say where the footnotes begin: smaller lines at the bottom, the first with its mark."""
    usual = statistics.median(line.size for line in lines) if lines else 0.0
    first = len(lines)
    while first > 0 and lines[first - 1].size < usual * _SMALL:
        first -= 1
    return first if first and _is_note(lines[first:]) else len(lines)


def _is_note(lines: Sequence[_Row]) -> bool:
    return bool(lines) and _FOOTNOTE.match(lines[0].text) is not None


def _lines(rows: list[_Row]) -> list[_Row]:
    """Join the rows that stand on one line, and order the lines from top to bottom."""
    lines: list[list[_Row]] = []
    for row in sorted(rows, key=lambda row: -(row.top + row.bottom)):
        if lines and _share_line(lines[-1], row):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [_join(sorted(line, key=lambda row: row.left)) for line in lines]


def _share_line(line: list[_Row], row: _Row) -> bool:
    # What stands over a cell is no other cell of its line: the next line, or one printed twice.
    if any(row.left < cell.right - _MARGIN and cell.left < row.right - _MARGIN for cell in line):
        return False
    other = max(line, key=lambda r: r.top - r.bottom)
    shared = min(other.top, row.top) - max(other.bottom, row.bottom)
    return shared > _SHARED * min(other.top - other.bottom, row.top - row.bottom)


def _join(cells: list[_Row]) -> _Row:
    joined = cells[0]
    for cell in cells[1:]:
        gap = cell.left - joined.right
        height = max(joined.top - joined.bottom, cell.top - cell.bottom)
        space = "" if gap < _GLUED * height else " " if gap < _CELL_GAP * height else "   "
        # The line's height is that of its largest cell, so that a raised digit does not lift it.
        larger = max(joined, cell, key=lambda row: row.top - row.bottom)
        joined = joined._replace(
            text=f"{joined.text}{space}{cell.text}",
            right=max(joined.right, cell.right),
            bottom=larger.bottom,
            top=larger.top,
            size=larger.size,
            last=cell.last,
        )
    return joined


def _blanks(lines: Sequence[_Row], everywhere: Sequence[float]) -> list[bool]:
    """Say before which lines a blank line stands: where the pitch is wider than usual.

    A page whose paragraphs all are one line long has the usual pitch of the other pages.
    """
    pitches = _pitches(lines)
    usual = statistics.median_low(_single_pitches(lines) or everywhere or pitches or [0.0])
    return [False, *(pitch > usual * _BLANK for pitch in pitches)][: len(lines)]


def _pitches(lines: Sequence[_Row]) -> list[float]:
    return [above.bottom - line.bottom for above, line in pairwise(lines)]


def _single_pitches(lines: Sequence[_Row]) -> list[float]:
    """Give the pitches of lines that are not set apart."""
    return [
        pitch for line, pitch in zip(lines, _pitches(lines), strict=False) if pitch <= _SINGLE * _height(line)
    ]


def _height(line: _Row) -> float:
    return line.top - line.bottom


def _lay_out(pages: Sequence[_Page]) -> str:
    body = [line for page in pages for line in page.body]
    left = min(line.left for line in body)
    parts: list[str] = []
    for index, page in enumerate(pages):
        if index:
            goes_on = _goes_on(pages[index - 1], page)
            parts.append(_break(pages[index - 1], left, goes_on=goes_on))
        for line, blank in zip(page.body, page.blanks, strict=True):
            parts.append(("\n" if blank else "") + _indented(line, left) + "\n")
        if page.body:
            parts[-1] = parts[-1].rstrip("\n")
    parts.append(_break(pages[-1], left, goes_on=False).rstrip("\f"))
    return "".join(parts)


def _goes_on(page: _Page, following: _Page) -> bool:
    """Whether a paragraph goes on from the end of a page to the next page."""
    if not page.body or not following.body:
        return False
    last, first = page.body[-1], following.body[0]
    if is_marked(first.text):
        return False
    if is_unfinished(last.text) and first.text[0].islower():
        return True
    is_below = is_marked(last.text) or abs(first.left - last.left) < _MARGIN
    return page.open and is_below and not _has_room(page, first)


def _has_room(page: _Page, first: _Row) -> bool:
    """Whether the first word of the next page would have fitted on the last line of its paragraph."""
    word, *_ = first.text.split()
    width = (first.right - first.left) * (len(word) + 1) / len(first.text)
    last = page.body[-1]
    right = last.right
    for line, blank in zip(reversed(page.body), reversed(page.blanks), strict=True):
        right = max(right, line.right)
        if blank:
            break
    # Widths are estimates: a line's height to spare, about two letters, makes it certain.
    return last.right + width + (last.top - last.bottom) < right


def _break(page: _Page, left: float, *, goes_on: bool) -> str:
    """Write the end of a page: its footnotes, its number, and the form feed."""
    lines: list[str] = []
    for note in page.notes:
        mark = _FOOTNOTE.match(note.text)
        lines += [mark[1], f"  {note.text[mark.end() :]}"] if mark else [f"  {note.text}"]
    if page.number is not None:
        lines.append(_indented(page.number, left))
    text = "".join(f"\n{line}" for line in lines)
    return f"{text}\f" if goes_on else f"\n{text}\n\f"


def _indented(line: _Row, left: float) -> str:
    pitch = (line.top - line.bottom) * _PITCH
    columns = (line.left - left) / pitch if pitch > 0 else 0
    return " " * (round(columns) if columns < _WIDEST else 0) + line.text
