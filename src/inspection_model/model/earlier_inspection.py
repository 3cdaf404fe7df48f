"""An earlier inspection, as the prose of a document refers to it."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields

__all__ = ["EarlierInspection"]

# Four digits: a year of another century is a misprint or another number.
_YEAR = fields.number(least=1900, most=2099)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class EarlierInspection:
    """A reference in the prose to an earlier inspection, such as "the last focused visit, in May 2021".

    A document may refer to one inspection many times; each time is a separate record.

    Attributes:
        as_printed: The words that refer to it, such as ``last focused visit, in May 2021``.
        framework: The id of the framework of the kind that they name, such as ``ofsted-focused-visit``;
            ``None`` if they name no kind, as in "the last inspection".
        year: The year that they print (1900 to 2099); ``None`` without one, or if it is impossible.
        month: The month that they print, from 1 to 12.

    Raises:
        InvalidValueError: If there is a month without a year, or if ``framework`` is not an id.
    """

    as_printed: str = attrs.field(validator=fields.text)
    framework: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    year: int | None = attrs.field(default=None, validator=fields.optional(_YEAR))
    month: int | None = attrs.field(default=None, validator=fields.optional(fields.number(least=1, most=12)))

    def __attrs_post_init__(self) -> None:
        if self.framework is not None and not fields.is_id(self.framework):
            expected = f"{fields.ID_RULE}, such as ofsted-focused-visit"
            raise fields.refuse(self, "framework", expected, self.framework)
        if self.month is not None and self.year is None:
            raise fields.refuse(self, "month", "no month without a year", self.month)
