"""A person whom the letter names: addressee, inspector or signatory."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields

__all__ = ["Person"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Person:
    """A person in an office. The same person may direct several authorities, even at one time.

    Attributes:
        name: The name as printed, with its title.
        post: The post as printed: free text, over 200 wordings are known for one office.
        organisation: The body they act for, where it stands beside the name.
        address: The lines of the address as printed; one line where the letter runs them together.
    """

    name: str = attrs.field(validator=fields.text)
    post: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    organisation: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    address: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
