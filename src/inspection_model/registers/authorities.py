"""English local authorities: their names as printed, and the codes that held on a day.

A name is matched by rule, never by likeness: letter case, white space, hyphens, ampersands and
punctuation are folded, the words that say what kind of body it is are left out, and what remains is
the name of one authority, or of none. ``names.toml`` has the words, and the few names that no rule
gives.
"""

from __future__ import annotations

import csv
import datetime
import functools
import re
from importlib.resources import files
from typing import final

import attrs

from inspection_model.model.authority import Identifier
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["AuthorityMatch", "RegisteredAuthority", "authorities", "find_authority", "match_authority"]

_NO_WORD = re.compile("[^a-z0-9]+")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class RegisteredAuthority:
    """An authority within one boundary: when the boundary changed, there is an entry for each.

    Attributes:
        name: The official name.
        dfe: The Department for Education's code.
        gss: The Office for National Statistics' code.
        since: The first day on which the codes held; the register begins on 1 January 2009.
        until: The last day, or ``None``.
    """

    name: str
    dfe: str
    gss: str
    since: datetime.date
    until: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the codes held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class AuthorityMatch:
    """What the register says about a printed name.

    Attributes:
        name: The official name, or ``None`` when the authority is not certain.
        identifiers: Its codes that are certain, DfE before GSS.
        reason: Why there are no codes, or not all; ``None`` when both are certain.
    """

    name: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    reason: str | None = None


def match_authority(name: str, *, on: datetime.date | None = None) -> AuthorityMatch:
    """Find the authority that a printed name means.

    Args:
        name: The name as printed: "Sampleton", "Sampleton City Council", "the London Borough of …".
        on: The day whose codes are wanted, such as the first day of a visit. Without a day only
            the codes that never changed are certain.

    Returns:
        The authority with its codes, or the reason why it is not certain.
    """
    entries = _register().get(_key(name), ())
    if not entries:
        return AuthorityMatch(reason="the register has no authority of this name")
    if on is None:
        return _without_day(entries)
    for entry in entries:
        if entry.holds_on(on):
            identifiers = (*_identifiers(IdentifierScheme.DFE, {entry.dfe}),)
            return AuthorityMatch(
                name=entry.name,
                identifiers=(*identifiers, *_identifiers(IdentifierScheme.GSS, {entry.gss})),
            )
    return AuthorityMatch(reason=f"the register has no authority of this name on {on}")


def _without_day(entries: tuple[RegisteredAuthority, ...]) -> AuthorityMatch:
    """Give the codes that all the entries of an authority share."""
    identifiers = (
        *_identifiers(IdentifierScheme.DFE, {entry.dfe for entry in entries}),
        *_identifiers(IdentifierScheme.GSS, {entry.gss for entry in entries}),
    )
    reason = None if len(identifiers) > 1 else "its codes changed, and the day of the visit is not known"
    return AuthorityMatch(name=entries[-1].name, identifiers=identifiers, reason=reason)


def _identifiers(scheme: IdentifierScheme, codes: set[str]) -> tuple[Identifier, ...]:
    return tuple(Identifier(scheme=scheme, value=code) for code in codes) if len(codes) == 1 else ()


def find_authority(scheme: IdentifierScheme, value: str) -> tuple[RegisteredAuthority, ...]:
    """Give the entries with a code, oldest first; empty when there is none."""
    field = {IdentifierScheme.DFE: "dfe", IdentifierScheme.GSS: "gss"}.get(scheme)
    return tuple(entry for entry in authorities() if field and getattr(entry, field) == value)


@functools.cache
def authorities() -> tuple[RegisteredAuthority, ...]:
    """Give every entry of the register, by name and time."""
    text = files("inspection_model.registers").joinpath("authorities.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    entries = (
        RegisteredAuthority(
            name=row["name"],
            dfe=row["dfe"],
            gss=row["gss"],
            since=datetime.date.fromisoformat(row["since"]),
            until=datetime.date.fromisoformat(row["until"]) if row["until"] else None,
        )
        for row in rows
    )
    return tuple(sorted(entries, key=lambda entry: (entry.name, entry.since)))


@functools.cache
def _register() -> dict[str, tuple[RegisteredAuthority, ...]]:
    """Give the entries of every key; the variants point to those of the official name."""
    register: dict[str, tuple[RegisteredAuthority, ...]] = {}
    for entry in authorities():
        key = _key(entry.name)
        register[key] = (*register.get(key, ()), entry)
    _, _, variants = _names()
    for variant, official in variants.items():
        register[_fold(variant)] = register[_key(official)]
    return register


@functools.cache
def _names() -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]:
    import tomllib

    data = tomllib.loads(
        files("inspection_model.registers").joinpath("names.toml").read_text(encoding="utf-8")
    )
    longest_first = (tuple(sorted(data[key], key=len, reverse=True)) for key in ("before", "after"))
    before, after = longest_first
    return before, after, data["variants"]


def _fold(name: str) -> str:
    folded = name.lower().replace("\u2019", "'").replace("'s ", "s ").replace("&", " and ")
    return _NO_WORD.sub(" ", folded.removesuffix("'s").removesuffix("s'")).strip()


@functools.lru_cache(maxsize=1024)
def _key(name: str) -> str:
    """Leave out of a name what says which kind of body it is."""
    before, after, _ = _names()
    key = _fold(name)
    changed = True
    while changed:
        changed = False
        for words in before:
            if key.startswith(f"{words} "):
                key, changed = key[len(words) + 1 :], True
        for words in after:
            if key.endswith(f" {words}"):
                key, changed = key[: -len(words) - 1], True
    return key
