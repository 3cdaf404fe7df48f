"""The versions of the format, and how a document of an older one becomes one of the next.

A migration is a pure function from the plain data of a document of one version to those of the
next: it changes nothing in place, looks at nothing outside, and never fails on what it does not
know, because judging the result is the matter of the reading that follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from inspection_model.errors import Fault, SchemaVersionError
from inspection_model.serialising.faults import describe, refused

__all__ = ["MIGRATIONS", "SCHEMA_VERSION", "Document", "Migration", "migrate"]

Document: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Document], Document]

SCHEMA_VERSION = "1.0"
"""The version that this library writes."""

MIGRATIONS: Mapping[str, tuple[str, Migration]] = {}
"""For each older version the next one and the function that leads there. Version 1.0 is the first."""

_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def migrate(
    document: Document,
    *,
    migrations: Mapping[str, tuple[str, Migration]] = MIGRATIONS,
    target: str = SCHEMA_VERSION,
) -> Document:
    """Bring a document to the current version, step by step.

    Args:
        document: The plain data of a document with its envelope; left as it is.
        migrations: The steps.
        target: The version to reach.

    Raises:
        SchemaVersionError: If the document is newer than the target.
        DocumentError: If it has no version, or one that never was.
    """
    pointer = "/schema_version"
    expected = f"the version {target}, or an older one"
    if "schema_version" not in document:
        raise refused(expected, "nothing", f'add "schema_version": "{target}"', pointer=pointer)
    version = document["schema_version"]
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise refused(expected, describe(version), f'a version looks like "{target}"', pointer=pointer)
    if _order(version) > _order(target):
        hint = "a newer release of this library wrote it: pip install --upgrade inspection-model"
        fault = Fault(pointer=pointer, expected=expected, found=describe(version), hint=hint)
        raise SchemaVersionError((fault,))
    while version != target:
        if version not in migrations:
            known = ", ".join([*migrations, target])
            raise refused(f"one of the versions {known}", describe(version), pointer=pointer)
        version, step = migrations[version]
        document = {**step(document), "schema_version": version}
    return document


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
