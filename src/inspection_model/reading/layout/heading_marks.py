"""What may surround the words of a heading: a number, quotes, Markdown, "(continued)".

heading := { frame } [ number ] { frame } words { frame } [ "(continued)" ] { frame }
frame   := quote | bracket | "#" | "*" | "_" | "="
number  := [ "section" ] ( digits | letter | roman digits ) ( "." | ")" | ":" ), also "3.1", "(c)" and "3"
"""

from __future__ import annotations

import functools
import re
import unicodedata

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, fold_words

__all__ = ["FRAME", "before_words", "match_run_in_end", "without_closing_marks", "words_of_heading"]

FRAME = "\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb#*_=~|[](){}<>"
"""The signs of quotes, brackets and Markdown around a heading."""

_CLOSING_QUOTES = "\"'\u2019\u201d"
_DIGITS = r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}"
_DASH = "[-\u2013\u2014]"
# What may be between the words and "(continued)", and at the very end.
_BETWEEN = FRAME + " ,.:;-\u2013\u2014\u2026"


@functools.cache
def _before() -> re.Pattern[str]:
    """Return the pattern of what may be before the words of a heading."""
    words = lexicon().headings.numbered
    named = alternatives(form for word in words for form in (word, word.title(), word.upper()))
    frame = f"[{re.escape(FRAME)}]{{0,6}} ?"
    number = rf"(?:{_DIGITS}|[A-Za-z]|[IVXivx]{{1,4}})"
    numbers = (
        rf"(?:(?:{named}) )?{number}[.):\]]{{1,2}}(?![0-9]) ?",  # "3. ", "(c) ", "Section 3: "
        rf"(?:{named}) {number} ?{_DASH}? ?",  # "Section 3 – "
        rf"{_DIGITS} (?:{_DASH} )?",  # "3 ", "3 – "
    )
    return re.compile(f"{frame}(?:{'|'.join(numbers)})?{frame}")


@functools.cache
def _run_in_end() -> re.Pattern[str]:
    """Return the pattern of what ends a folded heading before the text of its section on the same line."""
    continued = alternatives(lexicon().headings.continued)
    frame = f"[{re.escape(fold_words(FRAME))}]{{0,4}}"
    return re.compile(
        rf"\??[0-9]?{frame}(?: \(?(?:{continued})\)?)?(:|\.| -|\?|(?<=\*\*|__)){frame} {{1,9}}(?=\S)"
    )


def match_run_in_end(folded: str, start: int) -> re.Match[str] | None:
    """Match what ends a heading on the line of its text; its first group is the colon, stop or dash."""
    return _run_in_end().match(folded, start)


def before_words(text: str) -> int:
    """Return where the words of a heading begin in a text."""
    match = _before().match(text)
    return 0 if match is None else match.end()


def words_of_heading(text: str) -> str:
    """Return the words of a heading without what may surround them.

    The letters that a ligature or another form of presentation shows are its letters.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    words = text[before_words(text) :].rstrip(_BETWEEN)
    folded = words.lower().replace("\u2019", "'")
    for ending in lexicon().headings.continued:
        if folded.endswith(ending) and not words[: -len(ending)][-1:].isalnum():
            return words[: -len(ending)].rstrip(_BETWEEN)
    return words


def without_closing_marks(text: str) -> str:
    """Return a heading without quotes at its end, or the bracket of a short form: "Anyplace Trust (AT)"."""
    words = text.rstrip(_CLOSING_QUOTES)
    return words.removesuffix(")") if words[-2:-1].isupper() else words
