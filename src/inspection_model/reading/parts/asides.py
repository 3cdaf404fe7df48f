"""The text of a report outside its sections: the legal basis, the inspectors, the bodies of a partnership.

Inspectors are below a heading for them, or in labelled fields: "Team inspectors: …".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.front_matter import begins_field, labels_of
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import split_sentences, whole
from inspection_model.reading.parts.body_columns import read_bodies
from inspection_model.reading.parts.prose import read_field, read_sentence
from inspection_model.reading.parts.team import read_team
from inspection_model.reading.passages import ASIDE

__all__ = ["read_asides"]

_LEGAL_BASIS = "legal_basis"
# The label of a field has no more characters; these may be in it besides letters.
_LONGEST_LABEL = 60
_IN_LABEL = str.maketrans("", "", " ()")


def read_asides(
    builder: InspectionBuilder, blocks: Sequence[Block], team: Sequence[Line], bodies: Sequence[Line]
) -> None:
    """Take the facts of the text outside the sections.

    Args:
        builder: The facts so far.
        blocks: Its blocks.
        team: Those of its lines that name the inspectors.
        bodies: Those that name the bodies of the partnership.
    """
    for block in blocks:
        _read_aside(builder, block)
    read_team(builder, team)
    read_bodies(builder, bodies)


def _read_aside(builder: InspectionBuilder, block: Block) -> None:
    """Claim a block that has no findings; take its labelled fields, and the legal basis from a sentence."""
    _read_fields(builder, block)
    # An item may have no words.
    end = block.lines[-1].end if block.lines else block.mark[1]
    builder.claim_span((block.mark[0], end), ASIDE)
    if builder.phrasebook.find(_LEGAL_BASIS, block.excerpt.folded) is None:
        return
    for sentence in split_sentences(block.excerpt):
        if builder.phrasebook.find(_LEGAL_BASIS, sentence.folded) is not None:
            read_sentence(builder, sentence)


def _read_fields(builder: InspectionBuilder, block: Block) -> None:
    labels = labels_of(builder.framework)
    starts = [index for index, line in enumerate(block.lines) if _has_label(line.text)]
    for start, stop in pairwise((*starts, len(block.lines))):
        if labels and begins_field(block.lines[start], labels):
            read_field(builder, whole(block.lines[start:stop]))


def _has_label(text: str) -> bool:
    """Return whether a line begins with a label: a few words with a capital before a colon."""
    label, colon, _ = text[: _LONGEST_LABEL + 1].partition(":")
    return colon == ":" and label[:1].isupper() and label.translate(_IN_LABEL).isalpha()
