"""The salutation, the subject, and the paragraphs before the first section."""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.landmarks import opening_words
from inspection_model.reading.layout.sentences import Excerpt, split_sentences
from inspection_model.reading.parts.activities import read_listed_source
from inspection_model.reading.parts.prose import read_sentence
from inspection_model.reading.passages import BOILERPLATE, FURNITURE
from inspection_model.reading.recognition import names_kind

__all__ = ["read_opening", "read_salutation"]

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


def read_opening(builder: InspectionBuilder, blocks: Sequence[Block]) -> Excerpt | None:
    """Take the facts of the opening; return the subject, if there is one."""
    subject: Excerpt | None = None
    is_evidence: bool | None = None  # whether the items of the list that was opened are evidence
    for index, block in enumerate(blocks):
        if block.is_item:
            _read_item(builder, block, is_evidence)
            continue
        text = block.excerpt
        if index < _SUBJECT_WITHIN and subject is None and (end := _subject_end(builder, text)):
            subject, text = text[:end].trimmed(), text[end:].trimmed()
            builder.put("/publication/title", subject)
        if text.words:
            is_evidence = _read_paragraph(builder, text)
    return subject


def _subject_end(builder: InspectionBuilder, text: Excerpt) -> int:
    """Return the length of the subject at the beginning of a paragraph: the opening may follow it."""
    at = text.folded.find(f" {opening_words()} ")
    subject = text if at < 0 else text[:at]
    is_subject = names_kind(builder.framework, subject.folded)
    return len(subject.words) if is_subject and not subject.folded.startswith(opening_words()) else 0


def _read_paragraph(builder: InspectionBuilder, text: Excerpt) -> bool | None:
    """Take a paragraph; return whether the list that it opens is one of evidence, ``None`` without a list."""
    is_evidence: bool | None = None
    for sentence in split_sentences(text):
        opens_list = sentence.reaches_end and sentence.words.endswith(":")
        read_sentence(builder, sentence, opens_list=opens_list)
        if opens_list:  # a list of evidence says so; any other list is what was looked at
            is_evidence = lexicon().activities.evidence_word in sentence.folded
    return is_evidence


def _read_item(builder: InspectionBuilder, block: Block, is_evidence: bool | None) -> None:
    """Take an item of a list in the opening."""
    builder.claim_span(block.mark, FURNITURE)
    if is_evidence and block.words:
        read_listed_source(builder, block.excerpt)
    elif is_evidence is False and block.words:
        builder.add_text("/scope", block.excerpt)
