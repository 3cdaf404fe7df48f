"""The headings of frameworks, ready to be found in lines."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from unicodedata import is_normalized

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.reading.layout.bullets import bullet_length
from inspection_model.reading.layout.heading_marks import (
    FRAME,
    before_words,
    match_run_in_end,
    words_of_heading,
)
from inspection_model.reading.layout.lines import Line

__all__ = ["MOST_LINES", "Headings", "headings_of"]

MOST_LINES = 3
"""A heading is not wrapped over more lines than this."""

# White space, a number, a footnote's digit and punctuation that a line may have besides the heading's words.
_SLACK = 12
# "(continued)" and what may surround it.
_CONTINUED = 14
# A letter, or roman digits, before one of these may be the number of a heading.
_AFTER_NUMBER = frozenset(".):")
_AFTER_BRACKET = _AFTER_NUMBER | {"]"}  # "[a]"
# Of a heading before the text of its section, one of these is the end.
_RUN_IN_ENDS = frozenset(":.-?*_")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_WITHIN = 6
# The first word of a heading is within this number of characters.
_BEGINNING = 24
# Many sentences begin with such a word: the next word counts, too.
_LETTERS = re.compile("[a-z]{4,}|[a-z]+(?: [a-z]+)?")


class Headings:
    """The headings of one or more frameworks.

    Attributes:
        initials: The letters that one may start with; a wrapped line in mid-sentence seldom does.
    """

    def __init__(self, frameworks: Sequence[Framework]) -> None:
        self._sections: dict[str, Section] = {}
        for framework in frameworks:
            for section in framework.sections:
                for heading in section.headings:
                    self._sections.setdefault(fold_heading(heading), section)
        self._beginnings = {
            " ".join(words[:count])
            for words in (heading.split(" ") for heading in self._sections)
            for count in range(1, len(words) + 1)
        }
        self.initials: frozenset[str] = frozenset(heading[0].upper() for heading in self._sections)
        self._all = tuple(self._sections)
        self._followed = tuple(f"{heading} " for heading in self._sections)
        self._longest = max(map(len, self._sections), default=0) + _SLACK
        named = lexicon().headings.numbered
        beginnings = (_LETTERS.match(heading) for heading in self._sections)
        first_words = {*named, *(match[0] for match in beginnings if match is not None)}
        self._first_words = {  # by the capital that they begin with
            initial: tuple(word for word in first_words if word[0].upper() == initial)
            for initial in self.initials | {word[0].upper() for word in named}
        }

    def may_start(self, text: str) -> bool:
        """Return whether a line may begin a heading, by its first words: most lines do not."""
        after_number = _AFTER_NUMBER
        if not text[0].isalpha():  # a bullet, a number, a frame
            letter = _LETTER.search(text)
            if letter is None:
                return False
            at = letter.start()
            if not is_normalized("NFKC", text[:at]):
                return True  # a sign may show the letter of a heading
            text, after_number = text[at:], _AFTER_BRACKET
        first_words = self._first_words.get(text[0])
        if first_words is not None and text[1:2].isalpha():
            beginning = text[:_BEGINNING]
            is_usual = beginning.isascii() and "  " not in beginning
            if not is_usual or beginning.lower().startswith(first_words):
                return True
        elif not text[0].isascii():
            return True
        return not after_number.isdisjoint(text[1:_NUMBER_WITHIN])

    def lines_at(self, lines: Sequence[Line], index: int) -> int:
        """Return over how many lines the longest heading extends that starts at a line; 0 if none does."""
        text = lines[index].text
        if len(text) > self._longest + _CONTINUED or not (self._sections and self.may_start(text)):
            return 0
        found = 0
        joined = ""
        for count in range(1, MOST_LINES + 1):
            last = index + count - 1
            if last >= len(lines) or (count > 1 and not _continues(lines[last], is_heading=found > 0)):
                break
            joined = f"{joined} {lines[last].text}".lstrip()
            folded = self._fold(joined)
            if folded in self._sections:
                found = count
            elif folded not in self._beginnings:
                break
        return found

    def _fold(self, text: str) -> str:
        """Fold a heading; if it is not one of these, without what may surround its words."""
        folded = fold_heading(text) if text[0] in self.initials and len(text) <= self._longest else ""
        if folded in self._beginnings:
            return folded
        words = words_of_heading(text[bullet_length(text) :].lstrip())
        return fold_heading(words) if words[:1] in self.initials and len(words) <= self._longest else ""

    def run_in(self, text: str) -> int:
        """Return the length of a heading that the text of its section follows on its line; 0 if none does.

        The heading ends with a colon, a full stop or a dash, before a capital if it is not a colon.
        """
        if not (self._sections and self.may_start(text)):
            return 0
        start = 0
        if not text[:2].isalpha():
            start = bullet_length(text)
            start += len(text[start:]) - len(text[start:].lstrip())
        start += before_words(text[start:])
        if text[start : start + 1] not in self.initials:
            return 0
        folded = fold_words(text[start : start + self._longest + _CONTINUED])
        if _RUN_IN_ENDS.isdisjoint(folded) or not folded.startswith(self._all):
            return 0  # most lines
        for heading in self._sections:
            if folded.startswith(heading) and (match := match_run_in_end(folded, len(heading))):
                rest = text[start + match.end() :].lstrip(FRAME)
                if self.section(text) is not None:
                    return 0  # the line is a longer heading, of another section or framework
                return start + match.end() if match[1] == ":" or rest[:1].isupper() else 0
        return 0

    def section(self, text: str) -> Section | None:
        """Return the section that a heading opens, or ``None`` if it is not a heading of these."""
        return self._sections.get(fold_heading(text)) or self._sections.get(self._fold(text))

    def section_of_longer(self, text: str) -> Section | None:
        """Return the section whose heading a longer heading begins with: "Overview of findings"."""
        folded = fold_heading(words_of_heading(text))
        if not folded.startswith(self._followed):
            return None
        heading = max((each for each in self._sections if folded.startswith(f"{each} ")), key=len)
        following = folded[len(heading) :].split()[0]
        return self._sections[heading] if following in lexicon().headings.continuations else None


def _continues(line: Line, *, is_heading: bool) -> bool:
    """Return whether a line may continue the words of a heading above it.

    Args:
        line: The line.
        is_heading: Whether the words above are a heading already. A page may break only those that are not.
    """
    if line.breaks_before <= 1 and not line.after_furniture:
        return True
    return line.starts_page and not is_heading and line.text[0].islower()


@functools.lru_cache(maxsize=32)
def headings_of(*frameworks: Framework) -> Headings:
    """Return the headings of frameworks."""
    return Headings(frameworks)
