"""English local authorities: their official names, and the codes that were valid on a given day.

The data are in ``authorities.csv``, which ``scripts/build_register.py`` generates from the list
published by the Department for Education.
"""

from __future__ import annotations

import csv
import datetime
import functools
from importlib.resources import files
from typing import final

import attrs

from inspection_model.model.authority import Identifier
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["RegisteredAuthority", "authorities", "find_authority"]

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
    """

    name: str
    dfe: str
    gss: str
    since: datetime.date
    until: datetime.date | None = None

    @property
    def kind(self) -> str:
        """The kind of authority: E06 unitary, E08 metropolitan, E09 London, E10 county."""
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
    """Return the entries with a code, oldest first."""
    return tuple(
        entry
        for entry in authorities()
        if any(code.scheme == scheme and code.value == value for code in entry.identifiers)
    )


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
        )
        for name, dfe, gss, since, until in rows
    )
