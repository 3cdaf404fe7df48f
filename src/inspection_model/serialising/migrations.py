"""The versions of the format, and the migrations from older ones.

A migration is a pure function from the plain data of a document of one version to those of the next
version; it does not modify its argument. It does not need to validate its result, because the
migrated document is validated when it is read. The pointers of faults refer to the document as it
was written: each migration translates them back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from inspection_model.errors import DocumentError, Fault, SchemaVersionError
from inspection_model.serialising import version_1_0, version_2_0
from inspection_model.serialising.envelope import SCHEMA_VERSION
from inspection_model.serialising.faults import describe, refused, step

__all__ = ["MIGRATIONS", "Document", "Migrated", "Migration", "migrate", "structure_plain", "version_faults"]

T = TypeVar("T")
Document: TypeAlias = dict[str, Any]
Pointers: TypeAlias = Callable[[str], str]


@attrs.frozen(kw_only=True)
class Migration:
    """The step from a version to the next one.

    Attributes:
        target: The next version.
        document: The migration of a document.
        pointer: Returns where a document of the older version has what is at a pointer of the newer one.
        added: What only the newer version has: a tree of members, in which ``*`` is any item of an
            array, ``None`` a new member and a set the new codes of a member.
    """

    target: str
    document: Callable[[Document], Document]
    pointer: Pointers
    added: Mapping[str, Any]


MIGRATIONS: Mapping[str, Migration] = {
    "1.0": Migration(
        target="2.0",
        document=version_1_0.migrated,
        pointer=version_1_0.pointer_before,
        added=version_1_0.ADDED,
    ),
    "2.0": Migration(target="2.1", document=version_2_0.migrated, pointer=str, added=version_2_0.ADDED),
}
"""For each older version, the step to the next one. Version 1.0 is the first."""

_POINTER = "/schema_version"
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


@attrs.frozen(kw_only=True)
class Migrated:
    """A document of the current version, and how it relates to the document as written.

    Attributes:
        document: The plain data of the current version.
        faults: What the document as written has of versions newer than its own.
        steps: The translations of pointers, from the oldest version to the newest.
    """

    document: Document
    faults: tuple[Fault, ...] = ()
    steps: tuple[Pointers, ...] = ()

    def as_written(self, faults: Iterable[Fault]) -> list[Fault]:
        """Return faults of the document with pointers that refer to the document as written."""
        return [_translated(fault, self.steps) for fault in faults]


def _translated(fault: Fault, steps: Iterable[Pointers]) -> Fault:
    pointer = fault.pointer
    for before in reversed(tuple(steps)):
        pointer = before(pointer)
    return attrs.evolve(fault, pointer=pointer)


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


def migrate(document: Document) -> Migrated:
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
    return _migrated(document, version)


def _migrated(document: Document, version: str) -> Migrated:
    faults: list[Fault] = []
    steps: list[Pointers] = []
    while version != SCHEMA_VERSION:
        if version not in MIGRATIONS:
            known = ", ".join([*MIGRATIONS, SCHEMA_VERSION])
            raise refused(f"one of the versions {known}", describe(version), pointer=_POINTER)
        migration = MIGRATIONS[version]
        document, added = _without_added(document, migration, version)
        faults += (_translated(fault, steps) for fault in added)
        steps.append(migration.pointer)
        version, document = _step(version, document)
    return Migrated(document=document, faults=tuple(faults), steps=tuple(steps))


def _step(version: str, document: Document) -> tuple[str, Document]:
    migration = MIGRATIONS[version]
    try:
        migrated = {**migration.document(document), "schema_version": migration.target}
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # A migration expects a valid document of its version; if it fails, the document is not one.
        found = f"one that cannot be migrated ({type(error).__name__}: {error})"
        raise refused(f"a document of version {version}", found) from error
    migrated.pop("$schema", None)  # the address of the schema of the older version
    return migration.target, migrated


def _without_added(document: Document, migration: Migration, version: str) -> tuple[Document, list[Fault]]:
    """Return a document without the members that only the next version has, and a fault for each of them."""
    faults: list[Fault] = []
    target = migration.target

    def refuse(pointer: str, expected: str, found: str) -> None:
        hint = f'if the document is of version {target}, write "schema_version": "{target}"'
        fault = Fault(pointer=pointer, expected=f"{expected} of version {version}", found=found, hint=hint)
        faults.append(fault)

    def kept(value: object, added: Any, pointer: str) -> Any:
        if isinstance(added, frozenset):
            if isinstance(value, str) and value in added:
                refuse(pointer, "a code", f"the code {value} of version {target}")
        elif added and isinstance(value, list):
            items = enumerate(cast("list[object]", value))
            return [kept(item, added.get("*"), pointer + step(index)) for index, item in items]
        elif added and isinstance(value, dict):
            members: Document = {}
            for name, item in cast("dict[str, object]", value).items():
                if name not in added:
                    members[name] = item
                elif added[name] is None:
                    refuse(pointer + step(name), "a member", f"the member {name} of version {target}")
                else:
                    members[name] = kept(item, added[name], pointer + step(name))
            return members
        return value

    return kept(document, migration.added, ""), faults


def structure_plain(value: object, structure: Callable[[object], T]) -> T:
    """Build a record from plain data without an envelope, which may be of an older version.

    Args:
        value: The plain data.
        structure: Builds the record from plain data of the current version.

    Raises:
        DocumentError: If they are not the plain data of a record; the pointers refer to the value.
    """
    if not version_1_0.is_plain_data(value):
        return structure(value)
    migrated = _migrated(cast(Document, value), "1.0")
    faults = [*migrated.faults]
    members = {name: item for name, item in migrated.document.items() if name != "schema_version"}
    try:
        record = structure(members)
    except DocumentError as error:
        faults += migrated.as_written(error.faults)
    else:
        if not faults:
            return record
    raise DocumentError(tuple(faults))


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
