"""The phrases of a framework, by kind, ready to be found in sentences."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple, TypeAlias, final

from inspection_model.frameworks.fact import Fact, FactType
from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.lexicon import lexicon, shared_facts
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.frameworks.phrase import Grammars, Phrase, Slots
from inspection_model.frameworks.words import stems
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

# Each has a space or a hyphen, so that no fact can have the same name.
BOILERPLATE, CLOSING = "boilerplate phrases", "closing phrases"
"""Phrases that state no fact, and those of them that open the end of a letter."""

LEAD_INS, NONE, CARRIED_OVER = "lead-ins", "no findings", "carried over"
"""Phrases of the sections."""

OBLIGATIONS = "obligation rules"
"""Phrases of the obligation rules."""

OWN_INTERVIEWS = "own interviews"
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

    __slots__ = ("_grammars", "_kinds")

    def __init__(self, framework: Framework) -> None:
        sections, rules = framework.sections, framework.obligations
        kinds: dict[str, tuple[_Entry, ...]] = {
            **{fact.name: () for fact in shared_facts()},  # a framework may have been built without them
            **{fact.name: _owned(fact.phrases, fact) for fact in framework.facts},
            BOILERPLATE: _owned(
                (*framework.boilerplate, *framework.closing, Phrase(lexicon().lists.earlier))
            ),
            CLOSING: _owned(framework.closing),
            LEAD_INS: tuple(each for s in sections for each in _owned(s.lead_ins, s)),
            NONE: tuple(each for s in sections for each in _owned(s.none, s)),
            CARRIED_OVER: tuple(each for s in sections for each in _owned(s.carried_over, s)),
            OBLIGATIONS: tuple(each for rule in rules for each in _owned(rule.phrases, rule)),
            OWN_INTERVIEWS: _owned(next(f.phrases for f in shared_facts() if f.name == INTERVIEWS)),
        }
        days = (n for fact in framework.facts for n, slot in fact.slots.items() if slot.type is FactType.DAYS)
        self._grammars: Grammars = {"date": date_end, "count": number_end, **dict.fromkeys(days, date_end)}
        self._kinds = {
            kind: (stems(longest for longest, _, _ in entries), entries) for kind, entries in kinds.items()
        }

    def find(self, kind: str, folded: str, owner: _Owner = None) -> PhraseMatch | None:
        """Return the first phrase of a kind that occurs in a sentence.

        Args:
            kind: The name of a fact, or a kind of this module.
            folded: The sentence, folded by `fold_words`.
            owner: The only section or rule whose phrases count, if any.
        """
        needed, entries = self._kinds[kind]
        if not any(map(folded.__contains__, needed)):
            return None  # most sentences
        for longest, phrase, own in entries:
            if longest in folded and (owner is None or own is owner):
                slots = phrase.find(folded, self._grammars)
                if slots is not None:
                    return PhraseMatch(slots, own)
        return None

    def find_first(self, kind: str, folded: str) -> PhraseMatch | None:
        """Return the phrase of a kind whose slot comes first in a sentence; of two, that with more words.

        Args:
            kind: A kind whose phrases have one named slot.
            folded: The sentence, folded by `fold_words`.
        """
        found: list[tuple[int, int, Slots, _Owner]] = []
        needed, entries = self._kinds[kind]
        for longest, phrase, own in entries if any(map(folded.__contains__, needed)) else ():
            if longest in folded and (slots := phrase.find(folded, self._grammars)) is not None:
                ((name, (start, _)),) = slots.items()
                before = len(phrase.words[phrase.slots.index(name)])
                found.append((start - before, -before, slots, own))
        return PhraseMatch(*min(found, key=itemgetter(0, 1))[2:]) if found else None


def _owned(phrases: Iterable[Phrase], owner: _Owner = None) -> tuple[_Entry, ...]:
    return tuple((phrase.longest, phrase, owner) for phrase in phrases)


@functools.lru_cache(maxsize=32)
def phrasebook_of(framework: Framework) -> Phrasebook:
    """Return the phrases of a framework."""
    return Phrasebook(framework)
