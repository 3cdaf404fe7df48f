"""The facts in sentences of the opening and the closing.

A sentence may state several facts ("… on 22 and 23 May 2018, carried out by …"). The remainder of
its words is boilerplate if it states a fact or is boilerplate of the framework; otherwise the
sentence is unread.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import TypeAlias, cast

from inspection_model.frameworks.framework import Fact, FactType, Framework, ObligationRule, Section, Slot
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words, strip_span
from inspection_model.model.declaration import Declaration
from inspection_model.model.obligation import Obligation
from inspection_model.model.person import Person
from inspection_model.model.visit import Visit
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.bodies import authority_span
from inspection_model.reading.grammar.clauses import LOOKED_AT, says_what_inspectors_did
from inspection_model.reading.grammar.counts import declared_spans
from inspection_model.reading.grammar.dates import DatePhrase, parse_date_phrase
from inspection_model.reading.grammar.deadlines import deadline_parts, deadlines, unread_deadline
from inspection_model.reading.grammar.inspectors import inspector_spans
from inspection_model.reading.grammar.numbers import number_value
from inspection_model.reading.grammar.phrases import CARRIED_OVER, NONE, OBLIGATIONS, PhraseMatch
from inspection_model.reading.grammar.provisions import provision_at
from inspection_model.reading.grammar.visits import VisitSpan, visit_at
from inspection_model.reading.layout.sentences import Excerpt, split_sentences
from inspection_model.reading.parts.activities import read_activities, read_looked_at, read_sources
from inspection_model.reading.passages import BOILERPLATE, UNREAD
from inspection_model.reading.segmentation import is_boilerplate
from inspection_model.vocabulary import DeclarationState, RemarkCode

__all__ = ["read_field", "read_lead_in", "read_sentence", "read_statement", "states_none"]

_Taker: TypeAlias = Callable[[InspectionBuilder, Excerpt, "tuple[int, int]", Slot], bool]
"""Takes a fact from a sentence, given the span of the slot; returns whether there was one."""


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
    taken = taken or _read_none(builder, sentence) or _read_obligation(builder, sentence)
    taken = taken or any(_take(builder, sentence, fact) for fact in exclusive)
    states = says_what_inspectors_did(builder.framework, sentence.folded)
    taken = taken or (not states and is_boilerplate(builder.phrasebook, sentence.folded))
    taken = taken or (not closing and read_looked_at(builder, sentence))
    taken = taken or is_boilerplate(builder.phrasebook, sentence.folded)
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
            taken |= _TAKERS[slot.type](builder, sentence, span, slot)
    if not fact.repeats and all(builder.get(slot.to) is not None for slot in fact.slots.values()):
        builder.settled.add(fact.name)
    return taken


def read_statement(builder: InspectionBuilder, sentence: Excerpt, section: Section | None) -> bool:
    """Take what a sentence within a section states about the findings of a category.

    Args:
        builder: The facts so far.
        sentence: The sentence.
        section: The section, if the sentence follows its heading directly: there it may state that
            the section has no findings, or refer to those of an earlier letter. Otherwise it may
            state that any category has none.
    """
    if section is None:
        return _read_none(builder, sentence)
    if _says_nothing(sentence.folded.rstrip(" .")):
        return _declare(builder, sentence, section, DeclarationState.NONE)
    if builder.phrasebook.find(CARRIED_OVER, sentence.folded, section) is not None:
        return _declare(builder, sentence, section, DeclarationState.CARRIED_OVER)
    return _read_none(builder, sentence, section)


def read_lead_in(builder: InspectionBuilder, words: Excerpt, section: Section) -> None:
    """Take what the words above a list say of an earlier letter: "two of those are not resolved"."""
    if not any(find_words(words.folded, fold_words(term)) >= 0 for term in section.terms):
        return
    for sentence in split_sentences(words):
        if any(find_words(sentence.folded, each) >= 0 for each in lexicon().headings.earlier):
            _declare(builder, sentence, section, DeclarationState.CARRIED_OVER)
            return


def states_none(
    builder: InspectionBuilder, sentence: Excerpt, section: Section | None = None
) -> Section | None:
    """Return the section that has no findings, if a sentence states that of one, or of the given one."""
    folded = sentence.folded
    match = builder.phrasebook.find(NONE, folded, section)
    if match is None and (plain := _further().sub("", folded)) != folded:
        match = builder.phrasebook.find(NONE, plain, section)
    return None if match is None else cast(Section, match.owner)


@functools.cache
def _further() -> re.Pattern[str]:
    """Return the pattern of the words that a sentence adds to a phrase: "there are no additional areas"."""
    return re.compile(rf"(?:(?<=\bno )|(?<=\bany ))(?:{'|'.join(lexicon().headings.further)}) ")


def _says_nothing(folded: str) -> bool:
    """Return whether a sentence in the place of findings is "none", or "none at this visit"."""
    headings = lexicon().headings
    return folded in headings.nothing or any(
        folded.startswith(tuple(f"{words} {more}" for more in headings.of_this_visit))
        for words in headings.nothing
    )


def _read_none(builder: InspectionBuilder, sentence: Excerpt, section: Section | None = None) -> bool:
    """Take a statement that a category has no findings."""
    without = states_none(builder, sentence, section)
    return without is not None and _declare(builder, sentence, without, DeclarationState.NONE)


def _declare(
    builder: InspectionBuilder, sentence: Excerpt, section: Section, state: DeclarationState
) -> bool:
    """Add a declaration, but not that there are no findings besides those of an earlier letter."""
    declared = [each.state for each in builder.get("/declared") or () if each.category is section.category]
    if state is not DeclarationState.NONE or DeclarationState.CARRIED_OVER not in declared:
        words = sentence[: len(sentence.folded.rstrip(" ."))]
        builder.add("/declared", Declaration, {"as_printed": words}, category=section.category, state=state)
    return True


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


def _take_text(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    builder.put(slot.to, sentence[slice(*span)])
    return True


def _take_name(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    start, end = authority_span(sentence.words, *span)
    if start < end:
        builder.put(slot.to, sentence[start:end])
    return start < end


def _take_days(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    # The grammar of the slot has accepted a date phrase there.
    visit = cast(VisitSpan, visit_at(sentence.folded, span[0]))
    printed = sentence[visit.start : visit.end]
    builder.put_record(slot.to, Visit, {"as_printed": printed}, periods=visit.phrase.periods)
    builder.remark_on_date(visit.phrase, printed.words, pointer=f"{slot.to}/as_printed")
    return True


def _take_date(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    # The grammar of the slot has accepted a date phrase there.
    phrase = cast(DatePhrase, parse_date_phrase(sentence.folded, span[0]))
    printed = sentence[slice(*span)]
    builder.put(slot.to, printed, date=phrase.single)
    builder.remark_on_date(phrase, printed.words, pointer=slot.to)
    return True


def _take_people(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    start, end = span
    known = {person.name for person in builder.get(slot.to) or ()}  # from an earlier sentence
    people = inspector_spans(sentence.words, sentence.folded, start, end, _line_starts(sentence))
    for name, post in people:
        start = max(start, name[1], post[1] if post else 0)
        if sentence.words[slice(*name)] not in known:
            stated = {"name": sentence[slice(*name)], "post": sentence[slice(*post)] if post else None}
            builder.add(slot.to, Person, stated, role=slot.role)
    rest = strip_span(sentence.folded, start, end)
    if people and any(map(str.isalpha, sentence.folded[slice(*rest)])):
        # The rest of the list is not a person: reported as unread instead of dropped.
        builder.claim(sentence[slice(*rest)], UNREAD)
    return bool(people)


def _line_starts(sentence: Excerpt) -> list[int]:
    """Return where the lines of a sentence start; pieces of lines count as lines."""
    text = sentence.text
    if not text.starts:  # one space separates the lines
        text.starts = list(accumulate((len(line.text) + 1 for line in text.pieces[:-1]), initial=0))
    first, last = bisect_left(text.starts, sentence.start), bisect_left(text.starts, sentence.end)
    return [start - sentence.start for start in text.starts[first:last]]


def _take_provision(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    found = provision_at(sentence.words[slice(*span)], builder.framework.provisions)
    if found is None:
        return False
    basis, length = found
    builder.put(slot.to, sentence[span[0] : span[0] + length], basis)
    return True


def _take_counts(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    counts = list(declared_spans(builder.framework, sentence.folded[slice(*span)]))
    for count in counts:
        printed = sentence[span[0] + count.start : span[0] + count.end]
        builder.add(
            slot.to,
            Declaration,
            {"as_printed": printed},
            category=count.category,
            state=count.state,
            count=count.number,
        )
    return bool(counts)


def _take_sources(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    return read_sources(builder, sentence, span, slot.to)


def _take_activities(builder: InspectionBuilder, sentence: Excerpt, _: tuple[int, int], __: Slot) -> bool:
    return read_activities(builder, sentence)


_TAKERS: Mapping[FactType, _Taker] = {
    FactType.TEXT: _take_text,
    FactType.NAME: _take_name,
    FactType.DAYS: _take_days,
    FactType.DATE: _take_date,
    FactType.PEOPLE: _take_people,
    FactType.PROVISION: _take_provision,
    FactType.COUNTS: _take_counts,
    FactType.SOURCES: _take_sources,
    FactType.PARTICIPANTS: _take_activities,
}
