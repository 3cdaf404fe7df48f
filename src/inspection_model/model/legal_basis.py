"""The provision under which an inspection is carried out."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from inspection_model.model import fields

__all__ = ["LEGISLATION_PATH", "LegalBasis"]

LEGISLATION_PATH = "[a-z]+(/[0-9A-Za-z-]+)+"
"""The pattern of an identifier: a path on legislation.gov.uk. Dots and colons are not allowed, so
that it cannot contain another address."""
_is_legislation_path = fields.form(LEGISLATION_PATH)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class LegalBasis:
    """A provision of an Act that gives the power to inspect.

    A provision is in force between dates: section 138 of the Education and Inspections Act 2006 was
    repealed on 18 July 2012 (SI 2012/1879). The framework contains the dates, and `check()`
    compares them with the visit.

    Attributes:
        act: The Act's short title with its year.
        section: The number of the section; ``None`` if the document names only the Act.
        identifier: The path on legislation.gov.uk, such as ``ukpga/2006/40/section/138``; ``None``
            if the framework does not list the provision.
    """

    act: str = attrs.field(validator=fields.text)
    section: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    identifier: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if self.identifier is not None and not _is_legislation_path(self.identifier):
            expected = "a path on legislation.gov.uk, such as ukpga/2006/40/section/138"
            raise fields.refuse(self, "identifier", expected, self.identifier)

    def uri(self, *, on: date | None = None) -> str | None:
        """Return the address of the provision on legislation.gov.uk.

        Args:
            on: The day whose version is requested, such as the first day of the visit; by default
                the current version.

        Returns:
            The address, or ``None`` if there is no identifier.
        """
        if self.identifier is None:
            return None
        address = f"https://www.legislation.gov.uk/{self.identifier}"
        return f"{address}/{on.isoformat()}" if on else address
