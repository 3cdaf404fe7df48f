"""The migration of documents of version 2.0 to version 2.1, which only adds members and codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

__all__ = ["ADDED", "migrated"]

Document: TypeAlias = dict[str, Any]

_STATE: Mapping[str, Any] = {"state": frozenset({"addressed", "partly-addressed", "not-addressed"})}
# A statement of an inspection, or the two statements of a comparison.
_DECLARED: Mapping[str, Any] = {"*": {**_STATE, "earlier": _STATE, "later": _STATE}}
_INSPECTION: Mapping[str, Any] = {"earlier_inspections": None, "declared": _DECLARED}

ADDED: Final[Mapping[str, Any]] = {
    **_INSPECTION,
    "inspection": _INSPECTION,
    "inspections": {"*": _INSPECTION},
}
"""The members and codes that version 2.1 added, of all document types; see `Migration`."""


def migrated(document: Document) -> Document:
    """Return a document of version 2.0 as one of version 2.1, which has the same members."""
    return document
