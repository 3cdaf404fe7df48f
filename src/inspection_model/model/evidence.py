"""What inspectors looked at, and whom they spoke to."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["EvidenceSource"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class EvidenceSource:
    """One source of evidence that the letter names.

    Attributes:
        method: How it was used.
        text: The letter's words for it.
        participants: The groups of people observed, spoken to or providing it, as printed.
    """

    method: EvidenceMethod = attrs.field(validator=fields.instance(EvidenceMethod))
    text: str = attrs.field(validator=fields.text)
    participants: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
