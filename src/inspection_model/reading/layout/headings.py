"""The headings of frameworks, ready to be found in lines."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_heading
from inspection_model.reading.layout.lines import Line

__all__ = ["MOST_LINES", "Headings", "headings_of"]

MOST_LINES = 3
"""A heading is not wrapped over more lines than this."""

# White space, a footnote's digit and punctuation that a line may have besides the heading's words.
_SLACK = 12


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
        self._followed = tuple(f"{heading} " for heading in self._sections)
        self._longest = max(map(len, self._sections), default=0) + _SLACK

    def lines_at(self, lines: Sequence[Line], index: int) -> int:
        """Return over how many lines the longest heading extends that starts at a line; 0 if none does."""
        text = lines[index].text
        if text[0] not in self.initials or len(text) > self._longest:
            return 0
        found = 0
        joined = ""
        for count in range(1, MOST_LINES + 1):
            last = index + count - 1
            if last >= len(lines) or (
                count > 1 and (lines[last].breaks_before > 1 or lines[last].after_furniture)
            ):
                break
            joined = f"{joined} {lines[last].text}".lstrip()
            if len(joined) > self._longest:
                break
            folded = fold_heading(joined)
            if folded in self._sections:
                found = count
            elif folded not in self._beginnings:
                break
        return found

    def section(self, text: str) -> Section | None:
        """Return the section that a heading opens, or ``None`` if it is not a heading of these."""
        return self._sections.get(fold_heading(text))

    def section_of_longer(self, text: str) -> Section | None:
        """Return the section whose heading a longer heading begins with: "Overview of findings"."""
        folded = fold_heading(text)
        if not folded.startswith(self._followed):
            return None
        for heading, section in self._sections.items():
            if folded.startswith(f"{heading} "):
                following = folded[len(heading) :].split()[0]
                if following in lexicon().headings.continuations:
                    return section
        return None


@functools.lru_cache(maxsize=32)
def headings_of(*frameworks: Framework) -> Headings:
    """Return the headings of frameworks."""
    return Headings(frameworks)
