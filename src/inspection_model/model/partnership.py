"""Partnerships: several bodies that are inspected together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields

__all__ = ["Body", "Partnership"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Body:
    """A body that is responsible in a partnership, with the person who leads it.

    Attributes:
        name: The name as printed.
        kind: The id of its kind, such as ``local-authority`` or ``integrated-care-board``.
        person: The name of the person who leads it, as printed.
        post: The post of that person, as printed.

    Raises:
        InvalidValueError: If the kind is not an id.
    """

    name: str = attrs.field(validator=fields.text)
    kind: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    person: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    post: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if self.kind is not None and not fields.is_id(self.kind):
            raise fields.refuse(self, "kind", f"{fields.ID_RULE}, such as local-authority", self.kind)


def _bodies(value: Iterable[Body]) -> tuple[Body, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Partnership:
    """The partnership that was inspected. `Inspection.authority` is the authority of its area.

    Attributes:
        name: The name as printed, such as ``Sampleton Local Area Partnership``.
        bodies: The bodies that are responsible in it, in the order of the document.
    """

    name: str = attrs.field(validator=fields.text)
    bodies: tuple[Body, ...] = attrs.field(default=(), converter=_bodies, validator=fields.instances(Body))
