"""The paragraphs after the last finding."""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.sentences import split_sentences
from inspection_model.reading.parts.prose import read_sentence
from inspection_model.reading.passages import FURNITURE

__all__ = ["read_closing"]


def read_closing(builder: InspectionBuilder, blocks: Sequence[Block]) -> None:
    """Take the facts of the closing."""
    for block in blocks:
        if block.is_item:
            builder.claim_span(block.mark, FURNITURE)
        for sentence in split_sentences(block.excerpt):
            read_sentence(builder, sentence, closing=True)
