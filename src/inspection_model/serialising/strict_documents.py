"""Documents by the strict converter: slower than the fast path, and with all faults of a document."""

from __future__ import annotations

import json
from typing import Any, cast

from inspection_model.errors import DocumentError, Fault, InvalidValueError
from inspection_model.model import Reading
from inspection_model.serialising.converter import reference
from inspection_model.serialising.envelope import ENVELOPE, SCHEMA_VERSION, envelope, schema_id
from inspection_model.serialising.faults import describe, did_you_mean, in_document_order, refused
from inspection_model.serialising.labels import label_faults, labels_of
from inspection_model.serialising.members import ROOTS, Record, kind_of
from inspection_model.serialising.migrations import Document, Migrated, migrate, version_faults
from inspection_model.serialising.parsing import parse
from inspection_model.serialising.values import LONE_SURROGATE

__all__ = ["read_strictly", "write_canonically", "write_strictly"]


def read_strictly(data: str | bytes | bytearray | memoryview) -> Record:
    """Read a document with the strict converter only, reporting all faults."""
    text = parse(data)
    document = cast(Document, text.value)
    if type(document) is not dict:
        raise refused("an object (a document)", describe(text.value))
    if unversioned := version_faults(document):
        current = Migrated(document=document)  # checked against the current version
        return _structure(current, document, [*text.repeated, *unversioned])
    return _structure(migrate(document), document, [*text.repeated])


def _structure(migrated: Migrated, written: Document, faults: list[Fault]) -> Record:
    """Build the record, or raise the faults that are passed in together with the record's own.

    Args:
        migrated: The document, migrated to the current version.
        written: The document as written, to which the pointers of all faults refer.
        faults: Its faults so far.
    """
    document = migrated.document
    kind = document.get("type")
    faults += migrated.faults
    faults += _envelope_faults(kind, written)
    labels = labels_of(kind, written)
    faults += label_faults(labels)
    cls = ROOTS.get(kind) if isinstance(kind, str) else None
    record = None
    if cls is not None:
        outside = {*ENVELOPE, *labels}
        members = {name: value for name, value in document.items() if name not in outside}
        try:
            record = reference().structure(members, cls)
        except DocumentError as error:
            faults += migrated.as_written(error.faults)
    if record is None or faults:
        raise DocumentError(in_document_order(faults, written))
    return record


def _envelope_faults(kind: object, written: Document) -> list[Fault]:
    """Return the faults of a document's type and of the address of its schema."""
    if not isinstance(kind, str) or kind not in ROOTS:
        found = describe(kind) if "type" in written else "nothing"
        hint = did_you_mean(kind, ROOTS)
        return [Fault(pointer="/type", expected=f"one of {', '.join(ROOTS)}", found=found, hint=hint)]
    version = SCHEMA_VERSION if version_faults(written) else written["schema_version"]
    address = schema_id(kind, version)
    if written.get("$schema", address) != address:
        found = describe(written["$schema"])
        return [Fault(pointer="/$schema", expected=address, found=found, hint="omit it or correct it")]
    return []


def write_strictly(value: Record, *, indent: int | None = None) -> str:
    """Write a document with the strict converter only."""
    separators = (",", ":") if indent is None else None
    return json.dumps(_document(value), ensure_ascii=False, indent=indent, separators=separators)


def write_canonically(value: Record) -> bytes:
    """Write the canonical form of a document; see `canonical_bytes()`."""
    # All member names are ASCII and all numbers are whole and below 2**53, so that the rules of
    # the RFC for UTF-16 order and for fractions do not apply.
    document = _document(value)
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def _document(value: Record) -> dict[str, Any]:
    kind = kind_of(value)
    if isinstance(value, Reading):
        _reject_lone_surrogates(value.source)
    return {**envelope(kind), **reference().unstructure(value)}


def _reject_lone_surrogates(source: str) -> None:
    """Reject lone surrogates in the source, the only field that may contain them."""
    if lone := LONE_SURROGATE.search(source):
        found = f"the lone surrogate U+{ord(lone.group()):04X} at {lone.start()}"
        hint = "replace it before reading the text, for instance by U+FFFD"
        raise InvalidValueError("Reading.source", "a text without lone surrogates", found, hint)
