"""The days of the previous inspection, or a statement in their place."""

from __future__ import annotations

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.dates import parse_date_phrase
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.vocabulary import PreviousState, RemarkCode

__all__ = ["read_previous"]


def read_previous(builder: InspectionBuilder, printed: Excerpt, pointer: str) -> None:
    """Take what a document states about the previous inspection.

    Args:
        builder: The facts so far.
        printed: The words.
        pointer: The field.
    """
    never = lexicon().dates.not_inspected
    if any(find_words(printed.folded, fold_words(words)) >= 0 for words in never):
        state = PreviousState.NOT_INSPECTED
        builder.put_record(pointer, PreviousInspection, {"as_printed": printed}, state=state)
        return
    phrase = parse_date_phrase(printed.folded, 0)
    is_whole = phrase is not None and not any(map(str.isalnum, printed.folded[phrase.end :]))
    periods = phrase.periods if phrase is not None and is_whole else ()
    builder.put_record(pointer, PreviousInspection, {"as_printed": printed}, periods=periods)
    where = f"{pointer}/as_printed"
    if phrase is not None and phrase.problem is not None:
        builder.remark_on_date(phrase, printed.words, pointer=where)
    elif not periods:
        message = f'"{printed.words}" gives no days: part of it is not a date'
        builder.remark(RemarkCode.DATE_INCOMPLETE, message, pointer=where)
