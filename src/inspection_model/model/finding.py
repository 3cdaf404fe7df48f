"""Findings and their references."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import Category

__all__ = ["Finding", "Reference"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Reference:
    """A reference from a finding to an external list, such as "(enabler 2, national framework)".

    Attributes:
        scheme: The external list as printed, such as ``national framework``.
        value: The entry of that list as printed, such as ``enabler 2``.
    """

    scheme: str = attrs.field(validator=fields.text)
    value: str = attrs.field(validator=fields.text)


def _references(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding:
    """An item of a list in the document, or a paragraph of its prose.

    Attributes:
        category: The category under which the document places it. The wording never changes the
            category: a satisfactory item may end with a shortcoming.
        text: Its text, one paragraph with its white space folded.
        area: The id of the judged area whose section lists it, such as ``leadership``; see `Judgement`.
        heading: The heading above it, as printed; ``None`` under a lead-in sentence.
        number: Its number (1 to 9,999), if the document prints one.
        parts: Its sub-items.
        responsible: The bodies that the document names as responsible for it.
        references: Its references to external lists.

    Raises:
        InvalidValueError: If the value of a field is not allowed, such as an area that is not an id.
    """

    category: Category = attrs.field(validator=fields.instance(Category))
    text: str = attrs.field(validator=fields.text)
    area: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    heading: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    # At most four digits: a longer number at the start of an item is an amount or a code.
    number: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=9999))
    )
    parts: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    responsible: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    references: tuple[Reference, ...] = attrs.field(
        default=(), converter=_references, validator=fields.instances(Reference)
    )

    def __attrs_post_init__(self) -> None:
        if self.area is not None and not fields.is_id(self.area):
            raise fields.refuse(self, "area", f"{fields.ID_RULE}, such as leadership", self.area)
