"""The envelope of a document: the members that identify its schema, version and type."""

from __future__ import annotations

__all__ = ["ENVELOPE", "SCHEMA_VERSION", "envelope", "schema_id"]

SCHEMA_VERSION = "2.1"
"""The version of the format that this library writes."""

ENVELOPE = ("$schema", "schema_version", "type")
"""The members of the envelope, in order."""


def schema_id(kind: str, version: str = SCHEMA_VERSION) -> str:
    """Return the address that identifies the JSON Schema of a document type, such as ``reading``."""
    return f"https://inspection-model.readthedocs.io/schemas/{version}/{kind}.json"


def envelope(kind: str) -> dict[str, str]:
    """Return the envelope of a document type."""
    return dict(zip(ENVELOPE, (schema_id(kind), SCHEMA_VERSION, kind), strict=True))
