"""The inspecting body and its contact details."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import ContactKind

__all__ = ["Contact", "Inspectorate"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Contact:
    """A contact detail of an inspectorate, as its letterhead prints it.

    Attributes:
        kind: Telephone, textphone, fax, email or web.
        value: The number or address as printed, white space folded.
        label: A word that the letterhead adds, such as ``Direct`` for a direct line.
    """

    kind: ContactKind = attrs.field(validator=fields.instance(ContactKind))
    value: str = attrs.field(validator=fields.text)
    label: str | None = attrs.field(default=None, validator=fields.optional(fields.text))


def _contacts(value: Iterable[Contact]) -> tuple[Contact, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Inspectorate:
    """The body that carried out the inspection; a joint inspection has several.

    Attributes:
        name: Its name, such as ``Ofsted``.
        address: The lines of its address as printed; one line if the document prints them on one line.
        contacts: Its contact details, in the order of the letterhead.
    """

    name: str = attrs.field(validator=fields.text)
    address: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    contacts: tuple[Contact, ...] = attrs.field(
        default=(), converter=_contacts, validator=fields.instances(Contact)
    )
