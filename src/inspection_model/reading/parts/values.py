"""The value that the text of a slot gives, by the type of the slot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, cast

from inspection_model.frameworks.fact import FactType, Slot
from inspection_model.model.declaration import Declaration
from inspection_model.model.visit import Visit
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.bodies import authority_span
from inspection_model.reading.grammar.counts import declared_spans
from inspection_model.reading.grammar.dates import DatePhrase, parse_date_phrase
from inspection_model.reading.grammar.inspectorates import inspectorates_in
from inspection_model.reading.grammar.provisions import provision_at
from inspection_model.reading.grammar.visits import VisitSpan, visit_at
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.parts.activities import read_activities, read_sources
from inspection_model.reading.parts.named_people import take_people
from inspection_model.reading.parts.previous import read_previous

__all__ = ["take_value"]

_Taker: TypeAlias = Callable[[InspectionBuilder, Excerpt, "tuple[int, int]", Slot], bool]
"""Takes a fact from a sentence, given the span of the slot; returns whether there was one."""


def take_value(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    """Take the value of a slot; return whether there was one.

    Args:
        builder: The facts so far.
        sentence: The sentence.
        span: Start and end of the text of the slot in the sentence.
        slot: The slot.
    """
    return _TAKERS[slot.type](builder, sentence, span, slot)


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


def _take_inspectorates(
    builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], _: Slot
) -> bool:
    words = sentence[slice(*span)]
    named = inspectorates_in(builder.framework, words.folded)
    for joint, start, end in named:
        if joint is not None:
            builder.name_inspectorate(joint, words[start:end])
    return bool(named)


def _take_previous(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], slot: Slot) -> bool:
    read_previous(builder, sentence[slice(*span)], slot.to)
    return True


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
    FactType.PEOPLE: take_people,
    FactType.INSPECTORATES: _take_inspectorates,
    FactType.PREVIOUS: _take_previous,
    FactType.PROVISION: _take_provision,
    FactType.COUNTS: _take_counts,
    FactType.SOURCES: _take_sources,
    FactType.PARTICIPANTS: _take_activities,
}
