"""The salutation, the subject, and the paragraphs before the first section."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.clauses import INTERVIEWS, LOOKED_AT
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.landmarks import opening_words
from inspection_model.reading.layout.sentences import Excerpt, split_sentences
from inspection_model.reading.openers import LIST_FOLLOWS
from inspection_model.reading.parts.activities import (
    read_listed_people,
    read_listed_source,
    without_joint,
)
from inspection_model.reading.parts.listed_inspectors import with_listed_inspectors
from inspection_model.reading.parts.prose import read_sentence
from inspection_model.reading.parts.section_remarks import remark_on_missing_list
from inspection_model.reading.passages import BOILERPLATE, FURNITURE
from inspection_model.reading.recognition import names_kind

__all__ = ["read_opening", "read_salutation"]

# Stands for the list in the sentence that introduces it.
_ANYTHING = "this"
# The subject is one of the first paragraphs: a line with the type of letter may precede it.
_SUBJECT_WITHIN = 3


def read_salutation(builder: InspectionBuilder, block: Block) -> None:
    """Take the salutation without a comma at its end, and the partnership that it greets."""
    end = len(block.words.rstrip(" ,"))
    builder.put("/publication/salutation", block.excerpt[:end])
    builder.claim(block.excerpt[end:], BOILERPLATE)
    greeted = block.excerpt[len(block.words.partition(" ")[0]) : end].trimmed()
    if greeted.folded.endswith(tuple(f" {words}" for words in builder.framework.partnerships)):
        builder.put("/partnership/name", greeted)


class _List(Enum):
    """What the items of a list in the opening are."""

    EVIDENCE = auto()
    PEOPLE = auto()
    SCOPE = auto()
    UNKNOWN = auto()


def read_opening(builder: InspectionBuilder, blocks: Sequence[Block]) -> Excerpt | None:
    """Take the facts of the opening; return the subject, if there is one."""
    subject: Excerpt | None = None
    listed = _List.UNKNOWN
    joined = with_listed_inspectors(builder, blocks)
    for index, (block, following) in enumerate(zip(joined, (*joined[1:], None), strict=False)):
        if block.is_item:
            _read_item(builder, block, listed)
            continue
        text = block.excerpt
        if index < _SUBJECT_WITHIN and subject is None and (end := _subject_end(builder, text)):
            subject, text = text[:end].trimmed(), text[end:].trimmed()
            builder.put("/publication/title", subject)
        if text.words:
            listed = _read_paragraph(builder, text)
            if text.words.endswith(LIST_FOLLOWS) and not (following and following.is_item):
                remark_on_missing_list(builder, block)
    return subject


def _subject_end(builder: InspectionBuilder, text: Excerpt) -> int:
    """Return the length of the subject at the beginning of a paragraph: the opening may follow it."""
    at = text.folded.find(f" {opening_words()} ")
    subject = text if at < 0 else text[:at]
    is_subject = names_kind(builder.framework, subject.folded)
    return len(subject.words) if is_subject and not subject.folded.startswith(opening_words()) else 0


def _read_paragraph(builder: InspectionBuilder, text: Excerpt) -> _List:
    """Take a paragraph; return what the list is that it opens."""
    listed = _List.UNKNOWN
    for sentence in split_sentences(text):
        opens_list = sentence.reaches_end and sentence.words.endswith(LIST_FOLLOWS)
        read_sentence(builder, sentence, opens_list=opens_list)
        if opens_list:
            listed = _list_below(builder, sentence.folded)
    return listed


def _list_below(builder: InspectionBuilder, folded: str) -> _List:
    """Return what is listed below a sentence: it has the word evidence, or its last verb shows it."""
    if lexicon().activities.evidence_word in folded:
        return _List.EVIDENCE
    words = f"{folded.rstrip(LIST_FOLLOWS)} {_ANYTHING}"
    met = builder.phrasebook.find_first(INTERVIEWS, words)
    looked = builder.phrasebook.find_first(LOOKED_AT, words)
    if met is not None and (looked is None or looked.slots[LOOKED_AT] < met.slots["people"]):
        return _List.PEOPLE
    is_own = folded == fold_words(lexicon().lists.scope)
    return _List.SCOPE if looked is not None or is_own else _List.UNKNOWN


def _read_item(builder: InspectionBuilder, block: Block, listed: _List) -> None:
    """Take an item of a list in the opening."""
    builder.claim_span(block.mark, FURNITURE)
    if not block.words:
        return
    if listed is _List.EVIDENCE:
        read_listed_source(builder, block.excerpt)
    elif listed is _List.PEOPLE:
        read_listed_people(builder, block.excerpt)
    elif listed is _List.SCOPE:
        builder.add_text("/scope", without_joint(block.excerpt))
