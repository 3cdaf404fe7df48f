"""The days of a visit, as an opening sentence prints them.

    visit := phrase { joint phrase [ ")" ] }
    joint := [ way ] ( [","] further | "(" [ further ] ) [ again ] { way [","] } [ "on" ]
    way   := how the inspectors worked on those days

"12 May (remotely) and on site on 14 May 2020" is one visit of two days, and so is "12 May (and
remotely on 14 May 2020)".

A phrase that follows a loose number ("12 an 13 May 2020") is not the whole of what is printed, and
neither is one before which or after which other words give days ("12 May 2020 (and 13)"): such a visit
has its words and no days.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives
from inspection_model.reading.grammar.dates import (
    DatePhrase,
    DateProblem,
    date_end,
    opening_start,
    parse_date_phrase,
    weekday_words,
)

__all__ = ["VisitSpan", "visit_at"]

# A number before the phrase, and between the two a joint with one more word, such as a weekday that is
# misspelt; not a preposition, before which the number belongs to something else.
_LOOSE = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?(?:,? ?(?:(?:and|an|nd|or|to|&|-) ?)?"
    r"|,? (?:and|or|&|to|-) (?!(?:at|for|from|in|of|on|the|to) )[a-z]{2,12}\.? )\Z"
)
_LONGEST_LOOSE = 40
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
    """Return the pattern of the words between two phrases for the days of one visit."""
    ways = alternatives(lexicon().activities.visit_ways)
    further, again = alternatives(lexicon().dates.further), alternatives(lexicon().dates.again)
    return re.compile(
        rf"(?: \(?(?:{ways})\)?)?"
        rf"(?:[,;]?(?: -)? (?:{further})(?: |, (?=(?:{again}|{ways})\b))"
        rf"| (?P<bracket>\()(?:(?:{further}) )?|; |, (?=(?:{again}|{ways})\b))"
        rf"(?:(?:{again}) )?(?:(?:{ways}),? ){{0,2}}(?:on )?"
        rf"(?=(?:the )?(?:(?:{weekday_words()})\.?,? )?[0-9])"
    )


@functools.cache
def _other_day() -> re.Pattern[str]:
    """Return the pattern of a number at the end of the words for a visit that can only be a day."""
    further = alternatives(lexicon().dates.further)
    day = r"(?:the )?(?:[a-z]{0,9}day |[a-z]{3}\.? )?[0-9]{1,2}(?:st|nd|rd|th|[/.][0-9]{1,2})?"
    bracket = rf" \((?:(?:{further}) (?:on )?(?:[a-z]{{2,12}}\.? )?)?{day}\)"
    joint = rf"[,;]? (?:{further}) (?:on )?| to | until | ?- ?"
    return re.compile(rf"(?:{joint}){day}(?=[.,;:]|\Z)|{bracket}")


@functools.cache
def _other_words() -> re.Pattern[str]:
    """Return the pattern of the words before another date of the visit: "and the morning of"."""
    further = alternatives(lexicon().dates.further)
    # A participle begins something else: "and reported on 3 May".
    word = "(?![a-z]{1,20}ed )[a-z-]{1,20} "
    aside = rf"(?:{further}), (?:[a-z-]{{1,20}} ){{0,3}}[a-z-]{{1,20}}, "
    words = rf"[,;]? (?:(?:{further}) (?:{word}){{1,6}}|{aside})"
    return re.compile(rf"(?:{words}| \((?:{word}){{1,9}})(?=[0-9])")


@functools.cache
def _uncounted_days() -> re.Pattern[str]:
    """Return the pattern of days without a date after the words for a visit: "and the following day"."""
    further = alternatives(lexicon().dates.further)
    return re.compile(
        rf"[,;]? (?:{further}) (?:(?![a-z]{{1,20}}ed )[a-z0-9-]{{1,20}} ){{1,4}}days?(?=[.,;:)]| by |\Z)"
    )


def visit_at(folded: str, position: int) -> VisitSpan | None:
    """Return the visit whose first date phrase starts at an offset; ``None`` without one.

    Args:
        folded: The sentence, folded by `fold_words`.
        position: Where the phrase starts.
    """
    start = opening_start(folded, position)
    first = parse_date_phrase(folded, start)
    if first is None:
        return None
    loose = _LOOSE.search(folded, max(0, position - _LONGEST_LOOSE), position)
    end, parts = _parts(folded, start, first.end)
    # The parts are parsed as one phrase: a month or a year may be printed with the last alone.
    phrase = (parse_date_phrase(" and ".join(parts)) if len(parts) > 1 else None) or first
    other = _other_end(folded, end)
    if loose or other > end:
        problem = DateProblem(True, "part of the phrase is not a date")
        phrase = phrase._replace(periods=(), problem=phrase.problem or problem)
    return VisitSpan(loose.start() if loose else start, max(end, other), phrase)


def _parts(folded: str, start: int, end: int) -> tuple[int, list[str]]:
    """Return the end of the words for a visit, and its date phrases, given the span of the first."""
    parts = [folded[start:end]]
    while len(parts) < _MOST_PARTS and (joint := _joint().match(folded, end)):
        following = date_end(folded, joint.end())
        if following < 0:
            break
        parts.append(folded[joint.end() : following])
        end = following + (joint["bracket"] is not None and folded.startswith(")", following))
    return end, parts


def _other_end(folded: str, end: int) -> int:
    """Return the end of days after the phrase that are not understood; the end of the phrase if none are."""
    if day := _other_day().match(folded, end) or _uncounted_days().match(folded, end):
        return day.end()
    words = _other_words().match(folded, end)
    return max(end, date_end(folded, words.end())) if words else end
