"""The facts in sentences of the opening and the closing.

A sentence may state several facts ("… on 3 and 4 May 2018, carried out by …"). The remainder of
its words is boilerplate if it states a fact or is boilerplate of the framework; otherwise the
sentence is unread.
"""

from __future__ import annotations

import functools
from typing import cast

from inspection_model.frameworks.fact import Fact
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.model.obligation import Obligation
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.follow_up import is_boilerplate
from inspection_model.reading.grammar.clauses import LOOKED_AT, says_what_inspectors_did
from inspection_model.reading.grammar.dates import parse_date_phrase
from inspection_model.reading.grammar.deadlines import deadline_parts, deadlines, unread_deadline
from inspection_model.reading.grammar.numbers import number_value
from inspection_model.reading.grammar.phrases import OBLIGATIONS, PhraseMatch
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.parts.activities import read_looked_at
from inspection_model.reading.parts.statements import read_none
from inspection_model.reading.parts.values import take_value
from inspection_model.reading.passages import BOILERPLATE, UNREAD
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_field", "read_sentence"]


def read_sentence(
    builder: InspectionBuilder, sentence: Excerpt, *, closing: bool = False, opens_list: bool = False
) -> None:
    """Take the facts that a sentence of the opening or the closing states, and claim the sentence.

    Args:
        builder: The facts so far.
        sentence: The sentence.
        closing: Whether it belongs to the closing.
        opens_list: Whether it introduces the list below; such a sentence need not state a fact.
    """
    shared, exclusive = _facts_of(builder.framework, closing=closing)
    taken = False
    for fact in shared:
        if fact.name not in builder.settled:
            taken |= _take(builder, sentence, fact)
    taken = taken or read_none(builder, sentence) or _read_obligation(builder, sentence)
    taken = taken or any(_take(builder, sentence, fact) for fact in exclusive)
    if not taken:
        is_plain = is_boilerplate(builder.phrasebook, sentence.folded)
        taken = is_plain and not says_what_inspectors_did(builder.framework, sentence.folded)
        taken = taken or (not closing and read_looked_at(builder, sentence)) or is_plain
    builder.claim(sentence, BOILERPLATE if taken or opens_list else UNREAD)


def read_field(builder: InspectionBuilder, field: Excerpt) -> None:
    """Take the facts of a labelled field, whose label is the beginning of a phrase, and claim the field."""
    taken = False
    for fact in builder.framework.facts:
        if field.folded.startswith(tuple(phrase.prefix for phrase in fact.phrases if phrase.prefix)):
            taken |= _take(builder, field, fact)
    builder.claim(field, BOILERPLATE if taken else UNREAD)


@functools.lru_cache(maxsize=32)
def _facts_of(framework: Framework, *, closing: bool) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the facts that a sentence may state besides others, and those it states alone."""
    facts = [f for f in framework.facts if f.phrases and (f.in_closing if closing else f.in_opening)]
    shared = (fact for fact in facts if not fact.exclusive)
    # What was looked at comes last: its verbs occur in boilerplate, too.
    exclusive = (fact for fact in facts if fact.exclusive and fact.name != LOOKED_AT)
    return tuple(shared), tuple(exclusive)


def _take(builder: InspectionBuilder, sentence: Excerpt, fact: Fact) -> bool:
    """Take the values of a fact's slots, except those that an earlier sentence gave."""
    match = builder.phrasebook.find(fact.name, sentence.folded)
    if match is None:
        return False
    taken = False
    for name, span in match.slots.items():
        slot = fact.slots[name]
        if fact.repeats or builder.get(slot.to) is None:
            taken |= take_value(builder, sentence, span, slot)
    if not fact.repeats and all(builder.get(slot.to) is not None for slot in fact.slots.values()):
        builder.settled.add(fact.name)
    return taken


def _read_obligation(builder: InspectionBuilder, sentence: Excerpt) -> bool:
    """Take the obligations of a sentence: one for each deadline, or one without."""
    whole = builder.phrasebook.find(OBLIGATIONS, sentence.folded)
    if whole is None:
        return False
    for start, end in deadline_parts(sentence.folded):
        part = sentence[start:end]
        match = builder.phrasebook.find(OBLIGATIONS, part.folded)
        _add_obligation(builder, part, match or whole._replace(slots={}))
    return True


def _add_obligation(builder: InspectionBuilder, words: Excerpt, match: PhraseMatch) -> None:
    rule, slots, folded = cast(ObligationRule, match.owner), match.slots, words.folded
    count = number_value(folded[slice(*slots["count"])]) if "count" in slots else None
    phrase = parse_date_phrase(folded, slots["date"][0]) if "date" in slots else None
    due = rule.due(count=count, date=phrase.single if phrase else None)
    due = due or next((deadline.due for deadline in deadlines(folded)), None)
    pointer = f"/obligations/{len(builder.get('/obligations') or ())}/text"
    builder.add("/obligations", Obligation, {"text": words}, category=rule.category, to=rule.to, due=due)
    reason = unread_deadline(folded, due)
    if phrase is not None and phrase.problem is not None:
        builder.remark_on_date(phrase, words.words[slice(*slots["date"])], pointer=pointer)
    elif reason is not None:
        builder.remark(RemarkCode.DATE_INCOMPLETE, f'"{words.words}": {reason}', pointer=pointer)
