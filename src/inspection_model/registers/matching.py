"""Matching of printed names to authorities, by exact rules and never by similarity.

    printed := affixes? core affixes?

Letter case, white space, hyphens, ampersands, apostrophes and punctuation are folded. The core is
the longest sequence of words that is an official name, an official name without its affixes, or a
variant. Affixes are words for the kind of body, such as "council" or "borough". Only affixes that
are used by the matched kind of authority are allowed: for example, "London Borough of" matches only
London boroughs. The affixes and the variants are in ``names.toml``.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import chain
from typing import NamedTuple, final

import attrs

from inspection_model.model.authority import Identifier
from inspection_model.registers.authorities import RegisteredAuthority, authorities

__all__ = ["AuthorityMatch", "match_authority"]

_NOT_WORD = re.compile("[^a-z0-9]+")

# The longest name in the register with all its affixes has 90 characters; a much longer text is a
# sentence and is not searched for a name.
_LONGEST = 200


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class AuthorityMatch:
    """The result of matching a printed name.

    Attributes:
        name: The official name, or ``None`` if the match is not unique.
        identifiers: The codes that are certain, DfE before GSS.
        reason: Why a code is missing, or ``None`` if both codes are certain.
        candidates: The official names that may be meant if the match is not unique.
    """

    name: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    reason: str | None = None
    candidates: tuple[str, ...] = ()


class _Names(NamedTuple):
    """The entries of the register by folded name, and the affixes."""

    entries: dict[str, tuple[RegisteredAuthority, ...]]
    kinds: dict[str, frozenset[str]]  # for each affix, the kinds of authority that use it


class _Found(NamedTuple):
    """The entries whose name is the core, and the affixes around it."""

    entries: tuple[RegisteredAuthority, ...]
    affixes: tuple[str, ...]


def match_authority(name: str, *, on: datetime.date | None = None) -> AuthorityMatch:
    """Return the authority of the register that a printed name means.

    Args:
        name: The name as printed: "Sampleton", "Sampleton City Council", "the London Borough of …".
        on: The day on which the codes must be valid, such as the first day of a visit. Without a
            day, only codes that never changed are returned.

    Returns:
        The authority with its codes, or the reason why there is no unique match.
    """
    words = _fold(name).split() if len(name) <= _LONGEST else []
    found = _find(words)
    if found is None:
        return _uncertain("the register has no authority of this name", _similar(words, on))
    official = {entry.name for entry in found.entries}
    if len(official) > 1:
        return _uncertain("the name may mean more than one authority", official)
    entries = tuple(entry for entry in found.entries if _uses_affixes(entry, found.affixes))
    if not entries:
        return _uncertain("the words around the name belong to another kind of authority", official)
    if on is None:
        return _without_day(entries)
    for entry in entries:
        if entry.holds_on(on):
            return AuthorityMatch(name=entry.name, identifiers=entry.identifiers)
    return _uncertain(f"the register has no authority of this name on {on}", _similar(words, on))


def _uncertain(reason: str, candidates: set[str]) -> AuthorityMatch:
    names = tuple(sorted(candidates))
    listed = f" (is it {' or '.join(names)}?)" if names else ""
    return AuthorityMatch(reason=f"{reason}{listed}", candidates=names)


def _without_day(entries: tuple[RegisteredAuthority, ...]) -> AuthorityMatch:
    """Return the codes that all entries of an authority share."""
    first, *others = (entry.identifiers for entry in entries)
    shared = tuple(code for code in first if all(code in codes for codes in others))
    reason = None if shared == first else "its codes changed, and the day of the visit is not known"
    return AuthorityMatch(name=entries[-1].name, identifiers=shared, reason=reason)


def _find(words: Sequence[str]) -> _Found | None:
    """Find the longest core that has only affixes around it."""
    names = _names()
    before, after = _count_affixes(words, names.kinds)
    count = len(words)
    for length in range(count, 0, -1):
        for start in range(max(0, count - after - length), min(before, count - length) + 1):
            end = start + length
            entries = names.entries.get(" ".join(words[start:end]))
            if entries:
                return _Found(entries, (*words[:start], *words[end:]))
    return None


def _count_affixes(words: Sequence[str], kinds: Mapping[str, frozenset[str]]) -> tuple[int, int]:
    """Return the number of affixes at the start and at the end."""
    cores = [index for index, word in enumerate(words) if word not in kinds]
    return (cores[0], len(words) - 1 - cores[-1]) if cores else (len(words), len(words))


def _uses_affixes(entry: RegisteredAuthority, affixes: tuple[str, ...]) -> bool:
    kinds = _names().kinds
    return all(entry.kind in kinds[word] for word in affixes)


def _similar(words: Sequence[str], on: datetime.date | None) -> set[str]:
    """Return the names of the day's authorities that contain all of these words except affixes."""
    core = set(_core(words, _names().kinds))
    return {
        entry.name
        for entry in authorities()
        if core and core <= set(_fold(entry.name).split()) and (on is None or entry.holds_on(on))
    }


@functools.cache
def _names() -> _Names:
    import tomllib

    text = files("inspection_model.registers").joinpath("names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    of_any: list[str] = data["words"].pop("any")
    words: dict[str, list[str]] = data["words"]
    kinds = {
        word: frozenset(kind for kind in words if word in words[kind]) for word in chain(*words.values())
    }
    kinds |= dict.fromkeys(of_any, frozenset(words))
    return _Names(_by_name(data["variants"], kinds), kinds)


def _by_name(
    variants: Mapping[str, Sequence[str]], kinds: Mapping[str, frozenset[str]]
) -> dict[str, tuple[RegisteredAuthority, ...]]:
    """Return the entries by folded official name, by its core, and by variant."""
    official: dict[str, tuple[RegisteredAuthority, ...]] = {}
    for entry in authorities():
        official[entry.name] = (*official.get(entry.name, ()), entry)
    names = {_fold(name): entries for name, entries in official.items()}
    for name, entries in official.items():
        # "City of London" consists of affixes only: its core is empty, which no lookup matches.
        names[" ".join(_core(_fold(name).split(), kinds))] = entries
    for variant, meant in variants.items():
        names[variant] = tuple(entry for name in meant for entry in official[name])
    return names


def _core(words: Sequence[str], kinds: Mapping[str, frozenset[str]]) -> Sequence[str]:
    before, after = _count_affixes(words, kinds)
    return words[before : len(words) - after]


def _fold(name: str) -> str:
    return _NOT_WORD.sub(" ", name.lower().replace("&", " and ")).strip()
