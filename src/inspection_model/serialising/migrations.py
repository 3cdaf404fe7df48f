"""The versions of the format, and how a document of an older one becomes one of the next.

A migration is a pure function from the plain data of a document of one version to those of the
next: it changes nothing in place and looks at nothing outside. Judging the result is the matter
of the reading that follows.
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
"""For each older version the next one and the function that leads there. Version 1.0 is the first."""

_POINTER = "/schema_version"
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def version_faults(document: Document) -> list[Fault]:
    """Say what is wrong with the version of a document: it is missing, or it is none."""
    expected = f"the version {SCHEMA_VERSION}, or an older one"
    if "schema_version" not in document:
        hint = f'add "schema_version": "{SCHEMA_VERSION}"'
        return [Fault(pointer=_POINTER, expected=expected, found="nothing", hint=hint)]
    version = document["schema_version"]
    if isinstance(version, str) and _VERSION.fullmatch(version):
        return []
    hint = f'a version looks like "{SCHEMA_VERSION}"'
    return [Fault(pointer=_POINTER, expected=expected, found=describe(version), hint=hint)]


def migrate(document: Document) -> Document:
    """Bring a document to the current version, step by step.

    Args:
        document: The plain data of a document with its envelope and a version; left as it is.

    Raises:
        SchemaVersionError: If the document is newer than this library.
        DocumentError: If its version never was, or it is not a document of its version.
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
        # A migration is written for documents of its version and need not look for faults; what
        # it stumbles over is none.
        reason = f"{type(error).__name__}: {error}"
        raise refused(f"a document of version {version}", f"something else ({reason})") from error
    migrated.pop("$schema", None)  # the address of the older schema
    return target, migrated


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
