"""The letter itself: date, addressees, subject, signatories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.days import as_optional_day
from inspection_model.model.person import Person

__all__ = ["Letter"]


def _people(value: Iterable[Person]) -> tuple[Person, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Letter:
    """The letter that reports an inspection.

    Attributes:
        date: The date of the letter, which is neither the date of the visit nor that of publication;
            ``None`` if it is missing or impossible.
        date_as_printed: The date as printed.
        subject: The subject line.
        salutation: The salutation, including "Dear" and without the final comma.
        recipients: The people it is addressed to.
        signatories: The people who signed it. A signatory is not always an inspector.
    """

    date: datetime.date | None = attrs.field(
        default=None, converter=as_optional_day, validator=fields.optional(fields.day)
    )
    date_as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    subject: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    salutation: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    recipients: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
    signatories: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
