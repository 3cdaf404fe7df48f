"""What the prose declares about the findings of a category: their number, or what became of earlier ones."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["Declaration"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Declaration:
    """A statement in the prose about the number of findings of a category, or about earlier findings.

    A document may declare four findings and list three: both facts are kept, `check()` reports the
    difference, and neither is corrected. A category that the prose does not mention has no
    declaration.

    Attributes:
        category: The category of the findings.
        state: Whether the statement declares a number, an unspecified number, no findings, or the
            findings of an earlier document; or that those have been addressed, in part, or not.
        count: The number of findings (1 to 9,999); only for the state ``specified``.
        as_printed: The statement as printed.

    Raises:
        InvalidValueError: If ``count`` is set and the state is not ``specified``, or the reverse.
    """

    category: Category = attrs.field(validator=fields.instance(Category))
    state: DeclarationState = attrs.field(validator=fields.instance(DeclarationState))
    # Not zero: that is the state "none", and a fact should have only one representation.
    count: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=9999))
    )
    as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if (self.count is not None) != (self.state is DeclarationState.SPECIFIED):
            raise fields.refuse(self, "count", "a count if and only if the state is specified", self.count)
