"""English local authorities: their official names, regions and URNs, and the codes valid on a given day.

The data are in ``authorities.csv``, which names their sources; ``scripts/build_register.py`` generates it.
"""

from __future__ import annotations

import csv
import datetime
import functools
from importlib.resources import files
from typing import cast, final

import attrs

from inspection_model.errors import InvalidTypeError
from inspection_model.model.authority import Authority, Identifier
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["RegisteredAuthority", "authorities", "find_authority", "registered_authority"]

_KIND = 3


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class RegisteredAuthority:
    """An authority within one boundary; there is an entry for each boundary that it has had.

    Attributes:
        name: The official name.
        dfe: The code of the Department for Education.
        gss: The code of the Office for National Statistics.
        since: The first day on which the codes were valid, not earlier than 1 January 2009, on
            which the register starts.
        until: The last day on which they were valid, or ``None`` if they still are.
        urn: The number under which Ofsted lists the authority's children's services. It names a record
            of Ofsted, not a period: all boundaries of an authority have the same one. ``None`` for
            former authorities that are not in the list of URNs.
        region: The region of England, such as ``South West``; ``None`` as for ``urn``.
    """

    name: str
    dfe: str
    gss: str
    since: datetime.date
    until: datetime.date | None = None
    urn: str | None = None
    region: str | None = None

    @property
    def kind(self) -> str:
        """The kind of authority (E06 unitary, E08 metropolitan, E09 London, E10 county)."""
        return self.gss[:_KIND]

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The DfE code and the GSS code, in this order."""
        return _identifiers(self.dfe, self.gss)

    def holds_on(self, day: datetime.date) -> bool:
        """Return whether the codes were valid on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@functools.cache
def _identifiers(dfe: str, gss: str) -> tuple[Identifier, ...]:
    return (
        Identifier(scheme=IdentifierScheme.DFE, value=dfe),
        Identifier(scheme=IdentifierScheme.GSS, value=gss),
    )


def find_authority(scheme: IdentifierScheme, value: str) -> tuple[RegisteredAuthority, ...]:
    """Return the entries of the register of English authorities with a code, oldest first.

    An authority has an entry for each boundary that it has had. Its DfE code and its URN find all of
    them, a GSS code finds one.

    Args:
        scheme: The scheme of the code.
        value: The code.
    """
    return _by_code().get((scheme, value), ())


def registered_authority(authority: Authority) -> RegisteredAuthority | None:
    """Return the entry of an authority in the register, with its official name, its region and its URN.

    Args:
        authority: The authority of a record. It is found by its codes, never by its name. The GSS code
            decides between the entries of one DfE code; without it, the latest entry is returned, which
            has the same name, region and URN as the others.

    Returns:
        The entry, or ``None`` if the authority has no code of the register, or codes of different
        authorities.

    Raises:
        InvalidTypeError: If it is not an `Authority`.
    """
    if not isinstance(cast(object, authority), Authority):
        where, hint = "registered_authority(authority)", "for a code, call find_authority()"
        raise InvalidTypeError(where, "an Authority", type(authority).__name__, hint)
    found = [find_authority(code.scheme, code.value) for code in authority.identifiers]
    common = [entry for entry in found[0] if all(entry in entries for entries in found)] if found else []
    return common[-1] if common else None


@functools.cache
def _by_code() -> dict[tuple[IdentifierScheme, str], tuple[RegisteredAuthority, ...]]:
    found: dict[tuple[IdentifierScheme, str], tuple[RegisteredAuthority, ...]] = {}
    for entry in authorities():
        codes = {code.scheme: code.value for code in entry.identifiers}
        if entry.urn is not None:
            codes[IdentifierScheme.OFSTED_URN] = entry.urn
        for code in codes.items():
            found[code] = (*found.get(code, ()), entry)
    return found


@functools.cache
def authorities() -> tuple[RegisteredAuthority, ...]:
    """Return all entries of the register, sorted by name and time."""
    text = files("inspection_model.registers").joinpath("authorities.csv").read_text(encoding="utf-8")
    _, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        RegisteredAuthority(
            name=name,
            dfe=dfe,
            gss=gss,
            since=datetime.date.fromisoformat(since),
            until=datetime.date.fromisoformat(until) if until else None,
            urn=urn or None,
            region=region or None,
        )
        for name, dfe, gss, since, until, urn, region in rows
    )
