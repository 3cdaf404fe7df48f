"""The text of a PDF, as a person sees its pages.

objects (`pdf_objects`) -> what can be seen (`pdf_visibility`) -> rows (`pdf_rows`) -> lines (`pdf_lines`)
-> paragraphs (`pdf_paragraphs`) -> text (`pdf_pages`)
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from inspection_model.errors import LetterFormatError, MissingExtraError
from inspection_model.model.reading import Remark
from inspection_model.reading.files.pdf_drawings import Box
from inspection_model.reading.files.pdf_lines import Page, make_page
from inspection_model.reading.files.pdf_objects import page_objects
from inspection_model.reading.files.pdf_pages import text_of_pages
from inspection_model.reading.files.pdf_paragraphs import Paragraphs
from inspection_model.reading.files.pdf_replacements import text_as_shown
from inspection_model.reading.files.pdf_rows import UNKNOWN, PageText
from inspection_model.reading.files.pdf_visibility import invisible_characters
from inspection_model.reading.files.pdfium import address, pdfium
from inspection_model.reading.layout.folded_text import quoted
from inspection_model.vocabulary import RemarkCode

__all__ = ["PdfText", "pdf_text"]

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


class PdfText(NamedTuple):
    """The text of a PDF, and the remarks on what was left out of it or is uncertain."""

    text: str
    remarks: tuple[Remark, ...]


class _PageRead(NamedTuple):
    """A page, and the words on it that a person does not see as its text."""

    page: Page
    replaced: str
    hidden: str
    behind: str
    turned: str


_REMARKS = (
    (RemarkCode.HIDDEN_TEXT, "page {} shows other words than the file gives for them; these were left out"),
    (RemarkCode.HIDDEN_TEXT, "page {} has text that cannot be seen; it was left out"),
    (RemarkCode.HIDDEN_TEXT, "page {} is a picture; its text was read from a layer that cannot be seen"),
    (RemarkCode.TURNED_TEXT, "page {} has text at another angle; it was left out"),
)
"""What is said of the words of a page, in the order of the fields."""


def pdf_text(data: bytes, *, name: str) -> PdfText:
    """Return the text of a PDF as a person sees it.

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
    if not any(page.page.body for page in pages):
        raise LetterFormatError(name, "the PDF has no text: its pages are pictures", "run OCR over it first")
    text, paragraphs = text_of_pages([page.page for page in pages])
    if text.count(UNKNOWN) > _MOST_UNKNOWN * len(text):
        reason = "the PDF's fonts do not say which characters they show"
        raise LetterFormatError(name, reason, "run OCR over it first")
    return PdfText(text, tuple(_remarks(pages, paragraphs)))


def _pages(data: bytes, name: str) -> list[_PageRead]:
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


def _page(page: Any) -> _PageRead:
    """Read the rows of a page, and what was left out of it."""
    functions = pdfium()
    box: Box = page.get_bbox()
    objects = page_objects(functions, address(page.raw), box)
    text_page, replaced = text_as_shown(functions, page, objects.replaced)
    try:
        where = address(text_page.raw)
        text = PageText(functions, where, objects.ending, box)
        hidden, behind = invisible_characters(functions, page, where, text.indices, objects)
        rows, turned = text.rows(hidden)
        left_out = (replaced, text.text_of(hidden), text.text_of(behind), text.text_of(turned))
        return _PageRead(make_page(rows, [*map(text.upright_box, objects.dots)]), *left_out)
    finally:
        text_page.close()
        page.close()


def _remarks(pages: Sequence[_PageRead], paragraphs: Paragraphs) -> Iterator[Remark]:
    """Yield the remarks on what is not in the text, and on what is uncertain in it."""
    for number, (_, *found) in enumerate(pages, 1):
        for words, (code, message) in zip(found, _REMARKS, strict=True):
            if words:
                yield Remark(code=code, message=f'{message.format(number)}: "{quoted(words)}"')
    if paragraphs.inferred:
        message = "no gaps between most paragraphs; their ends were inferred from the room on their lines"
        yield Remark(code=RemarkCode.PARAGRAPHS_UNCERTAIN, message=message)
    for number, turn in enumerate(paragraphs.turns, 2):
        if turn.uncertain:
            message = f"the first lines of page {number} may continue the last paragraph of the page before"
            yield Remark(code=RemarkCode.PARAGRAPHS_UNCERTAIN, message=message)
