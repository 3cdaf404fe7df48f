"""Sources of evidence: what inspectors examined and whom they spoke to."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["EvidenceSource"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class EvidenceSource:
    """A source of evidence that the document names.

    Attributes:
        method: How the inspectors used it.
        text: The source as the document describes it.
        participants: The groups of people who were observed, were interviewed or provided it, as
            printed.
    """

    method: EvidenceMethod = attrs.field(validator=fields.instance(EvidenceMethod))
    text: str = attrs.field(validator=fields.text)
    participants: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
