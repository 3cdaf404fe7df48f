"""What the prose declares about a category, apart from what is listed."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["Declaration"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Declaration:
    """A statement of the prose about how many findings of a category there are.

    A letter may declare four and list three: both are kept, `check()` reports the difference, and
    neither is corrected. A category that the prose is silent about has no declaration.

    Attributes:
        category: What it is about.
        state: Whether a number, some, none or an earlier letter's findings are declared.
        count: The number; only for the state ``specified`` (1 to 9,999).
        as_printed: The words of the letter.

    Raises:
        InvalidValueError: If there is a count without the state ``specified``, or the reverse.
    """

    category: Category = attrs.field(validator=fields.instance(Category))
    state: DeclarationState = attrs.field(validator=fields.instance(DeclarationState))
    # Zero is the state "none": one meaning, one spelling.
    count: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=9999))
    )
    as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if (self.count is not None) != (self.state is DeclarationState.SPECIFIED):
            raise fields.refuse(self, "count", "a count for the state specified, and only there", self.count)
