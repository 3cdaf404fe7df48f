"""The labelled fields of a report: "Inspection dates: 4 to 15 November 2024"."""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.frameworks.fact import Fact
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.frameworks.phrase import Phrase

__all__ = ["field_phrases"]

_LABEL_END = ": "


def field_phrases(fact: Fact) -> Sequence[Phrase]:
    """Return the phrases with which a framework labels a field: words, a colon, and a slot.

    The sentences of the lexicon with a colon are not fields of reports.
    """
    shared = {phrase.text for each in shared_facts() for phrase in each.phrases}
    return [
        phrase
        for phrase in fact.phrases
        if phrase.text not in shared and phrase.text.partition("{")[0].endswith(_LABEL_END)
    ]
