"""The rows of a PDF, from PDFium, and its text (`pdf_pages`)."""

from __future__ import annotations

import os
import re
import threading
from bisect import bisect_left
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from inspection_model.errors import LetterFormatError, MissingExtraError
from inspection_model.reading.files.pdf_pages import UNKNOWN, Page, Row, make_page, text_of_pages

__all__ = ["pdf_text"]

# PDFium writes a hyphen at the end of a line as one of these, without a line end after it. The second
# also replaces a sign whose font does not say which character it shows.
_HYPHENS = "\x02\ufffe"
_ROW = re.compile(f"[^\\r\\n{_HYPHENS}]*[{_HYPHENS}]?")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# The bytes of an empty text, its terminating NUL included.
_EMPTY = 2
# PDFium is not thread-safe: only one thread may use it, from the import of the package (which initialises
# it) to the closing of the last object. A thread that reads a PDF in a handler, while it reads another,
# must not wait for itself.
_PDFIUM = threading.RLock()
# A process that is forked while another thread is in PDFium would have half of that thread's work. Windows
# cannot fork.
_at_fork = getattr(os, "register_at_fork", dict)
_at_fork(before=_PDFIUM.acquire, after_in_parent=_PDFIUM.release, after_in_child=_PDFIUM.release)
# The share of unknown characters from which on the fonts cannot be read.
_MOST_UNKNOWN = 0.25


def pdf_text(data: bytes, *, name: str) -> str:
    """Return the text of a PDF.

    Args:
        data: The file's bytes.
        name: The name of the file for error messages.

    Raises:
        LetterFormatError: If it is encrypted, damaged, without pages, without text, or if its fonts do
            not say which characters they show.
        MissingExtraError: If pypdfium2 is not installed.
    """
    with _PDFIUM:
        pages = _pages(data, name)
    if not any(page.body for page in pages):
        raise LetterFormatError(name, "the PDF has no text: its pages are pictures", "run OCR over it first")
    text = text_of_pages(pages)
    if text.count(UNKNOWN) > _MOST_UNKNOWN * len(text):
        reason = "the PDF's fonts do not say which characters they show"
        raise LetterFormatError(name, reason, "run OCR over it first")
    return text


def _pages(data: bytes, name: str) -> list[Page]:
    """Return the pages of a PDF. Every object of PDFium is closed when this returns or raises."""
    try:
        pypdfium2: Any = import_module("pypdfium2")  # it has no type information
    except ImportError as error:
        raise MissingExtraError("reading a PDF", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return [_page(page) for page in document]
        finally:
            document.close()  # and what is still open of its pages
    except MemoryError:
        raise
    except Exception as error:
        # For a PDF without pages PDFium reports the reason of an earlier file, which may have been locked.
        if "password" in str(error).lower() and b"/Encrypt" in data:
            hint = "remove the password and save it again"
            raise LetterFormatError(name, "the PDF is encrypted", hint) from error
        # A damaged file can make the package raise exceptions of any kind.
        reason = f"the PDF is damaged or has no pages: {str(error) or type(error).__name__}"
        raise LetterFormatError(name, reason, "fetch it again") from error


def _page(page: Any) -> Page:
    """Read the rows of a page."""
    pdfium: Any = import_module("pypdfium2.raw")
    text_page = page.get_textpage()
    try:
        made = make_page(list(_rows(pdfium, text_page)))
        is_open = bool(made.body) and not _space_follows(pdfium, page, text_page, made.body[-1].last)
        return made._replace(open=is_open)
    finally:
        text_page.close()
        page.close()


def _rows(pdfium: Any, text_page: Any) -> Iterator[Row]:
    """Yield the rows of a page's text, each with the box of its first and its last character."""
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
            text = text[:-1] + ("-" if is_hyphen else UNKNOWN)
        size = pdfium.FPDFText_GetFontSize(text_page, last)
        yield Row(text, left, box.right, box.bottom, box.top, size, last)


def _space_follows(pdfium: Any, page: Any, text_page: Any, character: int) -> bool:
    """Return whether a lone space follows the run of text to which a character belongs."""
    import ctypes

    def address(run: Any) -> int | None:
        return ctypes.cast(run, ctypes.c_void_p).value

    wanted = address(pdfium.FPDFText_GetTextObject(text_page, character))
    count = pdfium.FPDFPage_CountObjects(page)
    for index in range(count - 1):
        if address(pdfium.FPDFPage_GetObject(page, index)) == wanted:
            run = pdfium.FPDFPage_GetObject(page, index + 1)
            # PDFium returns a lone space as an empty text.
            is_text = pdfium.FPDFPageObj_GetType(run) == pdfium.FPDF_PAGEOBJ_TEXT
            return bool(is_text and pdfium.FPDFTextObj_GetText(run, text_page, None, 0) <= _EMPTY)
    return False
