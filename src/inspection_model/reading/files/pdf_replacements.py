"""Words that a PDF gives for the words that it shows (``ActualText``).

They are meant for what a font cannot say: a ligature, a hyphen at the end of a line, a picture of a word.
PDFium reads them instead of what is drawn. If the two have different letters, what a person sees counts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import repeat
from typing import Any

from inspection_model.reading.files.pdfium import Pdfium, address

__all__ = ["text_as_shown"]


def text_as_shown(pdfium: Pdfium, page: Any, replaced: Sequence[tuple[int, int]]) -> tuple[Any, str]:
    """Return the text of a page, and the words of the file that differ from what the page shows.

    Args:
        pdfium: The functions of PDFium.
        page: The page, a `pypdfium2.PdfPage`. Its marks with other words are removed.
        replaced: The texts for which the file gives other words, with their marks.
    """
    given = page.get_textpage()
    if not replaced:
        return given, ""
    for text, mark in replaced:
        pdfium.remove_mark(text, mark)
    shown = page.get_textpage()
    texts = {text for text, _ in replaced}
    words, seen = _words(pdfium, given, texts), _words(pdfium, shown, texts)
    # A sign that its font does not identify has no letter: then only the given words can be read.
    if "\0" in seen or _letters(seen) == _letters(words):
        shown.close()
        return given, ""
    given.close()
    return shown, " ".join(words.split()) or "(none)"


def _words(pdfium: Pdfium, text_page: Any, texts: set[int]) -> str:
    where = address(text_page.raw)
    count = pdfium.count_characters(where)
    owners = map(pdfium.text_object, repeat(where), range(count))
    signs = map(pdfium.unicode, repeat(where), range(count))
    return "".join([chr(sign) for owner, sign in zip(owners, signs, strict=True) if owner in texts])


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without what a font or a typesetter changes."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))
