"""The versions of the format, and the migrations from older ones.

A migration is a pure function from the plain data of a document of one version to those of the next
version; it does not modify its argument. It does not need to validate its result, because the
migrated document is validated when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from inspection_model.errors import Fault, SchemaVersionError
from inspection_model.serialising.envelope import SCHEMA_VERSION
from inspection_model.serialising.faults import describe, refused

__all__ = ["MIGRATIONS", "Document", "Migration", "migrate", "version_faults"]

Document: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Document], Document]

MIGRATIONS: Mapping[str, tuple[str, Migration]] = {}
"""For each older version, the next version and the migration to it. Version 1.0 is the first."""

_POINTER = "/schema_version"
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def version_faults(document: Document) -> list[Fault]:
    """Return the faults of a document's version: it is missing or not a version number."""
    expected = f"the version {SCHEMA_VERSION}, or an older one"
    if "schema_version" not in document:
        hint = f'add "schema_version": "{SCHEMA_VERSION}"'
        return [Fault(pointer=_POINTER, expected=expected, found="nothing", hint=hint)]
    version = document["schema_version"]
    if isinstance(version, str) and _VERSION.fullmatch(version):
        return []
    hint = f'use a version such as "{SCHEMA_VERSION}"'
    return [Fault(pointer=_POINTER, expected=expected, found=describe(version), hint=hint)]


def migrate(document: Document) -> Document:
    """Migrate a document to the current version, step by step.

    Args:
        document: The plain data of a document, with an envelope that has a version. It is not
            modified.

    Raises:
        SchemaVersionError: If the document is newer than this library.
        DocumentError: If its version does not exist, or if its migration fails.
    """
    version: str = document["schema_version"]
    if _order(version) > _order(SCHEMA_VERSION):
        expected = f"the version {SCHEMA_VERSION}, or an older one"
        hint = "a newer release of this library wrote it: pip install --upgrade inspection-model"
        fault = Fault(pointer=_POINTER, expected=expected, found=describe(version), hint=hint)
        raise SchemaVersionError((fault,))
    while version != SCHEMA_VERSION:
        if version not in MIGRATIONS:
            known = ", ".join([*MIGRATIONS, SCHEMA_VERSION])
            raise refused(f"one of the versions {known}", describe(version), pointer=_POINTER)
        version, document = _step(version, document)
    return document


def _step(version: str, document: Document) -> tuple[str, Document]:
    target, migration = MIGRATIONS[version]
    try:
        migrated = {**migration(document), "schema_version": target}
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # A migration expects a valid document of its version; if it fails, the document is not one.
        found = f"one that cannot be migrated ({type(error).__name__}: {error})"
        raise refused(f"a document of version {version}", found) from error
    migrated.pop("$schema", None)  # the address of the schema of the older version
    return target, migrated


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
