"""The letter as a letter: date, addressees, subject, signatories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.person import Person

__all__ = ["Letter"]


def _people(value: Iterable[Person]) -> tuple[Person, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Letter:
    """What makes a document a letter. Its date is neither the visit's nor that of publication.

    Attributes:
        date: The date of the letter; ``None`` when it has none, or an impossible one.
        date_as_printed: The words of the date.
        subject: The subject line.
        salutation: The salutation with its "Dear", without a comma at its end.
        recipients: The people it is addressed to.
        signatories: The people who signed it. A signatory is not always an inspector.
    """

    date: datetime.date | None = attrs.field(default=None, validator=fields.optional(fields.day))
    date_as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    subject: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    salutation: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    recipients: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
    signatories: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
