"""The names of the files of a site: readable, stable, and different on every file system."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["Slugs", "slug"]

_LONGEST = 60
_OTHER = re.compile("[^a-z0-9]+")
# Windows reserves these names, whatever the suffix.
_RESERVED = re.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")


def slug(*parts: str | None) -> str:
    """Return texts as the name of a file without its suffix: lower-case ASCII letters, digits, hyphens.

    Each part has at most 60 characters, and is cut between words if it can be. Without any letter or digit,
    the name is ``unnamed``.
    """
    name = "-".join(filter(None, map(_plain, parts))) or "unnamed"
    return f"{name}-1" if _RESERVED.fullmatch(name) else name


def _plain(text: str | None) -> str:
    # Letters with accents become plain letters; apostrophes are left out: "King's" is "kings".
    ascii_only = unicodedata.normalize("NFKD", re.sub("['’]", "", text or "")).encode("ascii", "ignore")
    name = _OTHER.sub("-", ascii_only.decode().lower()).strip("-")
    if len(name) <= _LONGEST:
        return name
    return name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]


class Slugs:
    """Gives each thing a name that no other has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, *parts: str | None) -> str:
        """Return the name of some texts; if it is taken, with the first free number from 2."""
        name = free = slug(*parts)
        number = 1
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return free
