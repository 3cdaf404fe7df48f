"""The letter or report about an inspection."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.days import as_optional_day
from inspection_model.model.person import Person
from inspection_model.vocabulary import PublicationForm

__all__ = ["Publication"]


def _people(value: Iterable[Person]) -> tuple[Person, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Publication:
    """The letter or report about an inspection.

    Attributes:
        form: Whether it is a letter or a report; a letter if it is not given.
        title: The title of a report, the subject line of a letter.
        date: The date of the letter, which is neither the date of the visit nor that of publication;
            of a report, the date of publication; ``None`` if it is missing or impossible.
        date_as_printed: The date as printed.
        salutation: The salutation of a letter, including "Dear" and without the final comma.
        recipients: The people to whom a letter is addressed.
        signatories: The people who signed a letter. A signatory is not always an inspector.
    """

    form: PublicationForm = attrs.field(
        default=PublicationForm.LETTER, validator=fields.instance(PublicationForm)
    )
    title: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    date: datetime.date | None = attrs.field(
        default=None, converter=as_optional_day, validator=fields.optional(fields.day)
    )
    date_as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    salutation: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    recipients: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
    signatories: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
