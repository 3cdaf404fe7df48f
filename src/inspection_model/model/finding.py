"""What was found."""

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
    """A tag that ties a finding to an outside list, such as "(enabler 2, national framework)".

    Attributes:
        scheme: The outside list as printed, such as ``national framework``.
        value: The place in it as printed, such as ``enabler 2``.
    """

    scheme: str = attrs.field(validator=fields.text)
    value: str = attrs.field(validator=fields.text)


def _references(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding:
    """One item that the letter lists, or one paragraph of its prose.

    Attributes:
        category: Where the inspector placed it. A satisfactory item may end with a shortcoming:
            the wording never moves it.
        text: Its words, one paragraph, white space folded.
        heading: The heading it stands under, as printed; ``None`` under a lead-in sentence.
        number: Its number, where the letter prints one (1 to 9,999).
        parts: The sub-items below it.
        responsible: The bodies named as responsible, where the letter names them.
        references: Its tags.
    """

    category: Category = attrs.field(validator=fields.instance(Category))
    text: str = attrs.field(validator=fields.text)
    heading: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    # Four digits: a longer number at the start of an item is an amount, a year or a code.
    number: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=9999))
    )
    parts: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    responsible: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    references: tuple[Reference, ...] = attrs.field(
        default=(), converter=_references, validator=fields.instances(Reference)
    )
