"""What the prose says of earlier inspections, and of the findings of earlier documents."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import cast

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import stems
from inspection_model.model.declaration import Declaration
from inspection_model.model.earlier_inspection import EarlierInspection
from inspection_model.model.visit import Visit
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.earlier import EarlierSpan, earlier_spans, earlier_stems
from inspection_model.reading.grammar.outcomes import may_state_outcome, outcome_in
from inspection_model.reading.layout.sentences import Excerpt, split_sentences
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_earlier"]

_EARLIER, _DECLARED = "/earlier_inspections", "/declared"


def read_earlier(builder: InspectionBuilder, paragraphs: Iterable[Excerpt]) -> None:
    """Take the references to earlier inspections, and the statements about earlier findings.

    They are looked for in all prose after it was read, so that a reference does not change what else a
    sentence states: within a finding, only its words are a separate passage.

    Args:
        builder: The facts so far.
        paragraphs: The paragraphs and items of the document, in order.
    """
    listed = [*paragraphs]
    folded = [paragraph.folded for paragraph in listed]
    declared = {each.as_printed for each in builder.get(_DECLARED) or ()}
    for index in _having(folded, _stems(builder.framework)):
        spans = [*earlier_spans(builder.framework, folded[index])]
        for span in spans:
            _refer(builder, listed[index][span.start : span.end], span)
        if may_state_outcome(folded[index], refers=bool(spans)):
            for sentence in split_sentences(listed[index]):
                _declare(builder, sentence, declared)


@functools.lru_cache(maxsize=32)
def _stems(framework: Framework) -> frozenset[str]:
    """Return words of which every text with a reference or a statement has at least one."""
    return frozenset((*earlier_stems(framework), *stems(lexicon().outcomes.earlier)))


def _having(texts: Sequence[str], words: Iterable[str]) -> list[int]:
    """Return the indices of the texts that contain one of some words; few do."""
    return sorted({index for word in words for index, text in enumerate(texts) if word in text})


def _refer(builder: InspectionBuilder, words: Excerpt, span: EarlierSpan) -> None:
    """Add a reference; one with a date that is not earlier means another inspection, or has no date."""
    is_before = _is_before(span, builder)
    if not (is_before or span.is_ordered):
        return
    year, month = (span.year, span.month) if is_before else (None, None)
    pointer = f"{_EARLIER}/{len(builder.get(_EARLIER) or ())}/as_printed"
    stated = {"as_printed": words}
    builder.add(_EARLIER, EarlierInspection, stated, framework=span.framework, year=year, month=month)
    if not is_before:
        message = f'"{words.words}" gives no date: it is not before this inspection'
        builder.remark(RemarkCode.DATE_IMPOSSIBLE, message, pointer=pointer)


def _is_before(span: EarlierSpan, builder: InspectionBuilder) -> bool:
    """Return whether the printed date, if there is one, is before the days on site, if they are known."""
    visit = cast("Visit | None", builder.get("/visit"))
    day = visit.first_day if visit is not None else None
    if span.year is None or day is None:
        return True
    if span.year == day.year and span.month is None:
        # Of that year is also the present inspection.
        return span.is_ordered or span.framework not in (None, builder.framework.id)
    return (span.year, span.month or 0) < (day.year, day.month)


def _declare(builder: InspectionBuilder, sentence: Excerpt, declared: set[str | None]) -> None:
    """Add what a sentence states about the findings of earlier documents, unless it is among the declared."""
    outcome = outcome_in(builder.framework, sentence.folded)
    words = sentence[: len(sentence.folded.rstrip(" ."))]
    if outcome is not None and words.words not in declared:
        category, state = outcome
        builder.add(_DECLARED, Declaration, {"as_printed": words}, category=category, state=state)
        declared.add(words.words)
