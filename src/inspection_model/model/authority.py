"""The inspected local authority and its codes, which serve as join keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["IDENTIFIER_FORMS", "Authority", "Identifier"]

IDENTIFIER_FORMS = {
    IdentifierScheme.DFE: ("[0-9]{3}", "three digits, such as 879"),
    IdentifierScheme.GSS: ("[A-Z][0-9]{8}", "a capital letter and eight digits, such as E06000026"),
    IdentifierScheme.OFSTED_URN: ("[0-9]{5,7}", "five to seven digits, such as 80538"),
}
"""For each scheme, the pattern of its codes and a description of it. A code that does not match
would join with nothing."""
_has_form = {scheme: fields.form(pattern) for scheme, (pattern, _) in IDENTIFIER_FORMS.items()}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Identifier:
    """A code for an authority in a published scheme.

    Attributes:
        scheme: The code list.
        value: The code: for ``dfe`` three digits, for ``gss`` a capital letter and eight digits,
            for ``ofsted-urn`` five to seven digits.

    Raises:
        InvalidValueError: If the value does not have the form of its scheme.
    """

    scheme: IdentifierScheme = attrs.field(validator=fields.instance(IdentifierScheme))
    value: str = attrs.field(validator=fields.text)

    def __attrs_post_init__(self) -> None:
        if not _has_form[self.scheme](self.value):
            _, form = IDENTIFIER_FORMS[self.scheme]
            raise fields.refuse(self, "value", f"{form} (scheme {self.scheme})", self.value)


def _identifiers(value: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return fields.as_tuple(value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Authority:
    """A local authority: the council that is responsible for children's services in an area.

    Attributes:
        name: The name as the document prints it.
        identifiers: Its codes, valid on the visit day; empty if the authority is uncertain.
        address: The lines of its address as printed.

    Raises:
        InvalidValueError: If two identifiers have the same scheme.
    """

    name: str = attrs.field(validator=fields.text)
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=_identifiers, validator=fields.instances(Identifier)
    )
    address: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)

    def __attrs_post_init__(self) -> None:
        # Two codes of the same scheme would make every join ambiguous.
        if len({identifier.scheme for identifier in self.identifiers}) != len(self.identifiers):
            raise fields.refuse(self, "identifiers", "at most one identifier per scheme", self.identifiers)

    def identifier(self, scheme: IdentifierScheme) -> str | None:
        """Return the code in a scheme, or ``None`` if the authority has no such code."""
        for identifier in self.identifiers:
            if identifier.scheme == scheme:
                return identifier.value
        return None
