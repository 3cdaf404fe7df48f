"""The headings of a framework, ready to be found in lines."""

from __future__ import annotations

import functools
from collections.abc import Sequence, Set
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, Section, fold_heading
from inspection_model.reading.lines import Line

__all__ = ["MOST_LINES", "Headings", "KnownHeading", "headings_of"]

MOST_LINES = 3
"""A heading is not wrapped over more lines than this."""

# White space, a footnote's digit and punctuation that a line may have beyond the heading's words.
_SLACK = 12

# What a heading may go on with: "Areas for improvement in relation to …".
_FURTHER = frozenset(
    {"at", "during", "following", "for", "from", "identified", "in", "of", "on", "relating", "that", "to"}
)


class KnownHeading(NamedTuple):
    """A heading that was found.

    Attributes:
        section: The section that it opens.
        lines: How many lines it takes.
    """

    section: Section
    lines: int


class Headings:
    """The headings of one framework.

    Attributes:
        capitals: The letters that one may start with: a wrapped line in mid-sentence seldom does.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections: dict[str, Section] = {}
        for section in sections:
            for heading in section.headings:
                self._sections.setdefault(fold_heading(heading), section)
        self._beginnings = {
            " ".join(words[:count])
            for words in (heading.split(" ") for heading in self._sections)
            for count in range(1, len(words) + 1)
        }
        self.capitals: frozenset[str] = frozenset(heading[0].upper() for heading in self._sections)
        self._followed = tuple(f"{heading} " for heading in self._sections)
        self._longest = max(map(len, self._sections), default=0) + _SLACK

    def at(self, lines: Sequence[Line], index: int, skipped: Set[int]) -> KnownHeading | None:
        """Find the longest heading that starts at a line, if any does.

        Args:
            lines: The lines.
            index: The line it starts at.
            skipped: The lines that are the page's.
        """
        text = lines[index].text
        if text[0] not in self.capitals or len(text) > self._longest:
            return None
        found: KnownHeading | None = None
        joined = ""
        for count in range(1, MOST_LINES + 1):
            last = index + count - 1
            if last >= len(lines) or last in skipped or (count > 1 and lines[last].gap > 1):
                break
            joined = f"{joined} {lines[last].text}".lstrip()
            if len(joined) > self._longest:
                break
            folded = fold_heading(joined)
            if folded in self._sections:
                found = KnownHeading(self._sections[folded], count)
            elif folded not in self._beginnings:
                break
        return found

    def beginning(self, text: str) -> Section | None:
        """Give the section whose heading a longer heading begins with: "Overview of findings"."""
        folded = fold_heading(text)
        if not folded.startswith(self._followed):
            return None
        for heading, section in self._sections.items():
            if folded.startswith(f"{heading} ") and folded[len(heading) :].split()[0] in _FURTHER:
                return section
        return None


@functools.lru_cache(maxsize=32)
def headings_of(framework: Framework) -> Headings:
    """Give the headings of a framework."""
    return Headings(framework.sections)
