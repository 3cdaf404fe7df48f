"""A person named in the document: addressee, inspector or signatory."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import PersonRole

__all__ = ["Person"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Person:
    """A person in a post. The same person may direct several authorities, even at the same time.

    Attributes:
        name: The name as printed, including the title.
        post: The post as printed. It is free text: over 200 wordings are known for the same post.
        organisation: The body that the person acts for, if it is printed with the name.
        address: The lines of the address as printed; one line if the document prints them on one line.
        role: The role in the inspection, such as that of the lead inspector.
    """

    name: str = attrs.field(validator=fields.text)
    post: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    organisation: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    address: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    role: PersonRole | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(PersonRole))
    )
