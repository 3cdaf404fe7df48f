"""What inspectors did: what they looked at, and whom they met.

What was looked at is evidence if it begins with a kind of evidence ("case records"), and scope otherwise.
"""

from __future__ import annotations

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.model.evidence import EvidenceSource
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.clauses import (
    INTERVIEWS,
    LOOKED_AT,
    clause_spans,
    object_end,
    passive_spans,
)
from inspection_model.reading.grammar.evidence import (
    begins_with_method,
    method_and_people,
    participants,
    source_spans,
)
from inspection_model.reading.grammar.phrases import OWN_INTERVIEWS
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.passages import BOILERPLATE, UNREAD
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["read_activities", "read_listed_source", "read_looked_at", "read_sources"]

_SCOPE, _EVIDENCE = "/scope", "/evidence"


def read_looked_at(builder: InspectionBuilder, sentence: Excerpt) -> bool:
    """Take what a sentence says was looked at; return whether it says anything about that."""
    folded = sentence.folded
    spans = passive_spans(builder.framework, folded)
    general = lexicon().activities.evidence_in_general
    named = [span for span in spans if general not in folded[slice(*span)]]
    for span in named:
        _add_object(builder, sentence, *span)
    if named:
        return True
    match = builder.phrasebook.find(LOOKED_AT, folded)
    judging = tuple(f"{word} " for word in lexicon().activities.judging)
    if match is None or folded.startswith(judging, match.slots[LOOKED_AT][0]):
        return False
    return read_activities(builder, sentence)


def read_activities(builder: InspectionBuilder, sentence: Excerpt) -> bool:
    """Take what inspectors looked at and whom they met: "read the files and met with …"."""
    for start, end in clause_spans(builder.framework, sentence.folded):
        clause = sentence[start:end]
        if (match := builder.phrasebook.find(INTERVIEWS, clause.folded)) is not None:
            words = clause[slice(*match.slots["people"])]
            people = participants(words.words)
            method = EvidenceMethod.INTERVIEW
            builder.add(_EVIDENCE, EvidenceSource, {"text": words}, method=method, participants=people)
        elif (match := builder.phrasebook.find(LOOKED_AT, clause.folded)) is not None:
            first, last = match.slots[LOOKED_AT]
            _add_object(builder, sentence, start + first, start + last)
        elif start > 0:
            builder.claim(clause, UNREAD)
    return True


def read_sources(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], to: str) -> bool:
    """Take the sources of a list of evidence; return whether there are any."""
    start, end = span[0], object_end(sentence.folded, *span)
    spans = source_spans(sentence.words[start:end])
    for first, last in spans:
        _add_source(builder, sentence[start + first : start + last], to)
    return bool(spans)


def read_listed_source(builder: InspectionBuilder, item: Excerpt) -> None:
    """Take the item of a list of evidence as one source."""
    if builder.phrasebook.find(OWN_INTERVIEWS, item.folded) is not None:
        read_activities(builder, item)
        builder.claim(item, BOILERPLATE)
    else:
        _add_source(builder, item, _EVIDENCE)


def _add_object(builder: InspectionBuilder, sentence: Excerpt, start: int, end: int) -> None:
    """Add what inspectors looked at: evidence if it begins with a kind of evidence, else scope."""
    folded = sentence.folded
    if folded.endswith(":") and folded.startswith(lexicon().activities.announcements, start):
        return  # the list below names it
    end = object_end(folded, start, end)
    if begins_with_method(folded[start:end]):
        read_sources(builder, sentence, (start, end), _EVIDENCE)
    else:
        builder.add_text(_SCOPE, sentence[start:end])


def _add_source(builder: InspectionBuilder, words: Excerpt, to: str) -> None:
    method, people = method_and_people(words.words)
    builder.add(to, EvidenceSource, {"text": words}, method=method, participants=people)
