"""The phrases that the reader looks for in a sentence, by what they tell."""

from __future__ import annotations

import functools
from itertools import chain

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import Grammars
from inspection_model.frameworks.phrasebook import Phrasebook
from inspection_model.frameworks.wording import shared_wording
from inspection_model.reading.counts import number_end
from inspection_model.reading.dates import date_end

__all__ = [
    "BOILERPLATE",
    "CARRIED_OVER",
    "CLOSING",
    "LEAD_INS",
    "NONE",
    "OBLIGATIONS",
    "OWN_INTERVIEWS",
    "one_of",
    "phrasebook_of",
]

_GRAMMARS: Grammars = {"visit": date_end, "date": date_end, "count": number_end}

BOILERPLATE = "boilerplate"
"""The kind of phrases that give no fact; those of `CLOSING` are of it, too."""

CLOSING = "closing"
"""The kind of phrases that open the end of a letter."""

LEAD_INS, NONE, CARRIED_OVER = "lead_ins", "none", "carried_over"
"""The kinds of phrases that sections have; `one_of` names those of one section."""

OBLIGATIONS = "obligations"
"""The kind of phrases that announce an obligation; `one_of` names those of one rule."""

OWN_INTERVIEWS = "own_interviews"
"""The kind of the project's own phrases for people spoken to: no other stands in an item of a list."""


@functools.lru_cache(maxsize=32)
def phrasebook_of(framework: Framework) -> Phrasebook:
    """Give the phrases of a framework: of each of its facts, and of the kinds that this module names."""
    kinds = {
        **framework.phrases,
        BOILERPLATE: (*framework.boilerplate, *framework.closing),
        CLOSING: framework.closing,
        OWN_INTERVIEWS: shared_wording().phrases["interviews"],
    }
    parts = {
        LEAD_INS: [section.lead_ins for section in framework.sections],
        NONE: [section.none for section in framework.sections],
        CARRIED_OVER: [section.carried_over for section in framework.sections],
        OBLIGATIONS: [rule.phrases for rule in framework.obligations],
    }
    for kind, each in parts.items():
        kinds[kind] = tuple(chain.from_iterable(each))
        kinds |= {one_of(kind, place): phrases for place, phrases in enumerate(each)}
    return Phrasebook(kinds, _GRAMMARS)


def one_of(kind: str, place: int) -> str:
    """Name the phrases of a kind that one section or rule has, by its place in the framework."""
    return f"{kind}/{place}"
