"""Numbers of findings that a finding or the words above a list announce: "three areas for improvement"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.counts import declared_spans
from inspection_model.reading.layout.sentences import Excerpt, split_sentences
from inspection_model.reading.parts.statements import is_on_earlier
from inspection_model.vocabulary import Category, RemarkCode

__all__ = ["AnnouncedCount", "announced_counts", "remark_on_counts"]


class AnnouncedCount(NamedTuple):
    """A number of findings of a category, and its words."""

    category: Category
    number: int
    words: Excerpt


def announced_counts(builder: InspectionBuilder, words: Excerpt) -> Iterator[AnnouncedCount]:
    """Yield the numbers that words announce: of several findings, and not those of an earlier letter."""
    if next(declared_spans(builder.framework, words.folded), None) is None:
        return  # most findings
    for sentence in split_sentences(words):
        for count in declared_spans(builder.framework, sentence.folded):
            if (count.number or 0) > 1 and not is_on_earlier(sentence):
                yield AnnouncedCount(count.category, count.number or 0, sentence[count.start : count.end])


def remark_on_counts(builder: InspectionBuilder, counts: Iterable[AnnouncedCount]) -> None:
    """Report each announced number that differs from the number of the listed findings."""
    listed = Counter(finding.category for finding in builder.get("/findings") or ())
    for category, number, words in counts:
        if listed[category] != number:
            message = f'"{words.words}" in category {category}, {listed[category]} listed'
            builder.remark(RemarkCode.COUNT_MISMATCH, message, at=words)
