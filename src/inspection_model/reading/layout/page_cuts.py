"""Sentences that a page break cuts, which show that a page is missing.

    The page ends                           and the next one begins
    with a word at which no sentence ends   with an item, a heading, a sign-off, or "However"
    in mid-sentence on a full line          with one of those, or with a capital that the text gives
                                            the word only where a sentence begins
    with a full stop                        in mid-sentence

A line breaks off in mid-sentence if its last word has no stop. Where lines above items do so as well, the
text has no full stops after items, and an item below such a line shows nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.grammar.courtesies import is_sign_off
from inspection_model.reading.layout.bullets import bullet_length, is_marked
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.columns import PLAINLY_SHORT, usual_width, widths_of
from inspection_model.reading.layout.furniture import Furniture
from inspection_model.reading.layout.headings import Headings
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.pages import edges_of

__all__ = ["page_cuts"]

# The words at the ends of a line, without punctuation.
_FIRST_WORD = re.compile(r"[A-Za-z]+(?![A-Za-z.@/'\u2019-])")
_LAST_WORD = re.compile(r"(?:(?<=\s)|\A)[a-z]{1,40}\Z")
# "Department for" / "Housing".
_WITHIN_NAME = re.compile(r"[A-Z][a-z]{1,40} [a-z]{2,3}\Z")
# How a line ends in mid-sentence.
_BREAKS_OFF = re.compile(r"[a-z],?\Z")
_STOPS = ".?!"
_SENTENCE_ENDS = re.compile(r"[a-z][.?!] {1,3}[A-Z]")
# What precedes a capital where a sentence may begin: a stop, a bullet, the beginning of a line.
_WITHIN = re.compile(r"[a-z,;] ([A-Z]?[a-z]{1,40})")


def page_cuts(lines: Sequence[Line], furniture: Furniture, headings: Headings) -> Iterator[int]:
    """Yield the first lines of pages that cannot follow the page before.

    Args:
        lines: The lines of a text.
        furniture: Its page furniture.
        headings: The headings of the known frameworks.
    """
    text = _Text(lines, furniture, headings)
    edges = [found for page in furniture.pages if (found := edges_of(page, furniture.lines)) is not None]
    for (start, last), (first, _) in pairwise(edges):
        if text.is_cut(start, last, first):
            yield first


class _Text:
    """A text, and what is only found if a page ends in mid-sentence."""

    def __init__(self, lines: Sequence[Line], furniture: Furniture, headings: Headings) -> None:
        self._lines = lines
        self._furniture = furniture.lines
        self._headings = headings
        self._within: frozenset[str] | None = None

    def is_cut(self, start: int, last: int, first: int) -> bool:
        """Return whether a page break cuts a sentence.

        Args:
            start: The first line of a page.
            last: Its last line.
            first: The first line of the next page.
        """
        before, after = self._lines[last].text, self._lines[first].text
        if before[-1] in _STOPS:
            begins_within = _first_word(after).islower() and not is_marked(after)
            return begins_within and not before.endswith(_abbreviated())
        never_ends = _never_ends(before)
        if not never_ends and (_BREAKS_OFF.search(before) is None or not self._is_full(start, last)):
            return False
        if bullet_length(after):
            return never_ends or self._has_sentence_above(last) or self._items_follow_stops()
        in_name = _LAST_WORD.search(before) is None or _WITHIN_NAME.search(before) is not None
        return self._opens_part(first) or (not in_name and self._opens_sentence(after))

    def _opens_part(self, index: int) -> bool:
        """Return whether a line is a heading or the sign-off."""
        return self._headings.lines_at(self._lines, index) > 0 or is_sign_off(self._lines[index].text)

    def _is_full(self, start: int, last: int) -> bool:
        """Return whether a line that others precede directly is not plainly short, and no row of a table."""
        line = self._lines[last]
        if last == start or line.breaks_before != 1 or len(cells_of(line)) > 1:
            return False
        width = usual_width(widths_of(self._lines[start : last + 1]))
        return line.indent + len(line.text) >= PLAINLY_SHORT * width

    def _has_sentence_above(self, last: int) -> bool:
        """Return whether a sentence ends in the paragraph or item of a line, so that its others do, too."""
        while _SENTENCE_ENDS.search(self._lines[last].text) is None:
            line = self._lines[last]
            if line.breaks_before != 1 or is_marked(line.text):
                return False
            last -= 1
        return True

    def _items_follow_stops(self) -> bool:
        """Return whether no line directly above an item breaks off, page breaks apart."""
        pairs = pairwise(self._lines)
        return not any(
            _BREAKS_OFF.search(before.text) and is_marked(line.text) and not line.starts_page
            for before, line in pairs
        )

    def _opens_sentence(self, text: str) -> bool:
        """Return whether a line begins with a capital that only the beginning of a sentence explains.

        Its first word is one that has no capital within a sentence, or the text has it there in lower case
        and never with a capital. A second capital makes both a name: "the" / "Social Care Board".
        """
        word = _first_word(text)
        folded = word.lower()
        if not word.istitle() or folded in lexicon().pages.openers:
            return word.istitle()
        within = self._words_within()
        is_usual = folded in within and word not in within
        return is_usual and text[len(word) + 1 :][:1].islower()

    def _words_within(self) -> frozenset[str]:
        """Return the words within the sentences of the lines; most texts never need them."""
        # Not a cached_property: before Python 3.12 it has a lock, and a process that is forked while a
        # thread holds it waits for ever.
        if self._within is None:
            self._within = frozenset(word for line in self._lines for word in _WITHIN.findall(line.text))
        return self._within


def _first_word(text: str) -> str:
    word = _FIRST_WORD.match(text)
    return "" if word is None else word[0]


def _never_ends(text: str) -> bool:
    """Return whether a line ends with a word at which no sentence ends."""
    word = _LAST_WORD.search(text, max(0, len(text) - 12))
    return word is not None and word[0] in lexicon().pages.unfinished


@functools.cache
def _abbreviated() -> tuple[str, ...]:
    return tuple(f"{word}." for word in lexicon().abbreviations)
