"""The days of a visit, as an opening sentence prints them.

    visit := phrase { [ way ] [","] "and" [ way ] [ "on" ] phrase }
    way   := how the inspectors worked on those days

"12 May (remotely) and on site on 14 May 2020" is one visit of two days.

A phrase that follows a loose number ("12 an 13 May 2020") is not the whole of what is printed: such
a visit has its words and no days.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.grammar.dates import DatePhrase, DateProblem, date_end, parse_date_phrase

__all__ = ["VisitSpan", "visit_at"]

_LOOSE = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?,? ?(?:(?:and|an|nd|to|&) ?)?\Z")
_LONGEST_LOOSE = 16
# More parts than any visit of the published letters has.
_MOST_PARTS = 6


class VisitSpan(NamedTuple):
    """A visit in a sentence.

    Attributes:
        start: Where its words start.
        end: Where they end.
        phrase: What they mean.
    """

    start: int
    end: int
    phrase: DatePhrase


@functools.cache
def _joint() -> re.Pattern[str]:
    ways = "|".join(sorted(map(re.escape, lexicon().activities.visit_ways), key=len, reverse=True))
    return re.compile(rf"(?: \(?(?:{ways})\)?)?,? and (?:(?:{ways}),? )?(?:on )?(?=[0-9])")


def visit_at(folded: str, position: int) -> VisitSpan | None:
    """Return the visit whose first date phrase starts at an offset; ``None`` if there is none.

    Args:
        folded: The sentence, folded by `fold_words`.
        position: Where the phrase starts.
    """
    phrase = parse_date_phrase(folded, position)
    if phrase is None:
        return None
    loose = _LOOSE.search(folded, max(0, position - _LONGEST_LOOSE), position)
    if loose:
        problem = DateProblem(True, "part of the phrase is not a date")
        return VisitSpan(loose.start(), phrase.end, phrase._replace(periods=(), problem=problem))
    parts = [folded[position : phrase.end]]
    end = phrase.end
    while len(parts) < _MOST_PARTS and (joint := _joint().match(folded, end)):
        following = date_end(folded, joint.end())
        if following < 0:
            break
        parts.append(folded[joint.end() : following])
        end = following
    if len(parts) > 1:
        # The parts are parsed as one phrase: a month or a year may be printed with the last alone.
        phrase = parse_date_phrase(" and ".join(parts)) or phrase
    return VisitSpan(position, end, phrase)
