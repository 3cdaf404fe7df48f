"""The phrases of a framework, by kind, ready to be found in sentences."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias, final

from inspection_model.frameworks.framework import Fact, Framework, ObligationRule, Section
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.frameworks.phrase import Grammars, Phrase, Slots
from inspection_model.reading.grammar.clauses import INTERVIEWS
from inspection_model.reading.grammar.dates import date_end
from inspection_model.reading.grammar.numbers import number_end

__all__ = [
    "BOILERPLATE",
    "CARRIED_OVER",
    "CLOSING",
    "LEAD_INS",
    "NONE",
    "OBLIGATIONS",
    "OWN_INTERVIEWS",
    "PhraseMatch",
    "Phrasebook",
    "phrasebook_of",
]

_GRAMMARS: Grammars = {"visit": date_end, "date": date_end, "count": number_end}

BOILERPLATE, CLOSING = "boilerplate", "closing"
"""Phrases that state no fact, and those of them that open the end of a letter."""

LEAD_INS, NONE, CARRIED_OVER = "lead_ins", "none", "carried_over"
"""Phrases of the sections."""

OBLIGATIONS = "obligations"
"""Phrases of the obligation rules."""

OWN_INTERVIEWS = "own_interviews"
"""The project's own phrases for people spoken to: no others occur in an item of a list."""

_Owner: TypeAlias = "Fact | Section | ObligationRule | None"
_Entry: TypeAlias = "tuple[str, Phrase, _Owner]"


class PhraseMatch(NamedTuple):
    """A phrase that was found.

    Attributes:
        slots: Start and end of the text of each named slot.
        owner: The fact, section or rule that has the phrase; ``None`` for boilerplate.
    """

    slots: Slots
    owner: _Owner


@final
class Phrasebook:
    """The phrases of a framework: of each fact by its name, and of the kinds named in this module."""

    __slots__ = ("_kinds",)

    def __init__(self, framework: Framework) -> None:
        sections, rules = framework.sections, framework.obligations
        self._kinds: dict[str, tuple[_Entry, ...]] = {
            **{fact.name: _owned(fact.phrases, fact) for fact in framework.facts},
            BOILERPLATE: _owned((*framework.boilerplate, *framework.closing)),
            CLOSING: _owned(framework.closing),
            LEAD_INS: tuple(each for s in sections for each in _owned(s.lead_ins, s)),
            NONE: tuple(each for s in sections for each in _owned(s.none, s)),
            CARRIED_OVER: tuple(each for s in sections for each in _owned(s.carried_over, s)),
            OBLIGATIONS: tuple(each for rule in rules for each in _owned(rule.phrases, rule)),
            OWN_INTERVIEWS: _owned(next(f.phrases for f in shared_facts() if f.name == INTERVIEWS)),
        }

    def find(self, kind: str, folded: str, owner: _Owner = None) -> PhraseMatch | None:
        """Return the first phrase of a kind that occurs in a sentence.

        Args:
            kind: The name of a fact, or a kind of this module.
            folded: The sentence, folded by `fold_words`.
            owner: The only section or rule whose phrases count, if any.
        """
        for longest, phrase, own in self._kinds[kind]:
            # Most phrases do not occur: their longest words are a quick first test.
            if longest in folded and (owner is None or own is owner):
                slots = phrase.find(folded, _GRAMMARS)
                if slots is not None:
                    return PhraseMatch(slots, own)
        return None


def _owned(phrases: Iterable[Phrase], owner: _Owner = None) -> tuple[_Entry, ...]:
    return tuple((phrase.longest, phrase, owner) for phrase in phrases)


@functools.lru_cache(maxsize=32)
def phrasebook_of(framework: Framework) -> Phrasebook:
    """Return the phrases of a framework."""
    return Phrasebook(framework)
