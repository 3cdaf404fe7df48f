"""JSON documents: a record in its envelope, as text.

A document is an object. Its first three members are the envelope: ``$schema``, the address of its
JSON Schema; ``schema_version``, the version of the format; ``type``, what it holds. The record's
members follow, in the order of declaration, in snake_case, with ISO dates; what is empty is left
out. ``$schema`` may be missing when a document is read, the two others may not.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

from inspection_model.errors import (
    DocumentError,
    Fault,
    InvalidTypeError,
    InvalidValueError,
)
from inspection_model.model import Reading
from inspection_model.serialising import fast
from inspection_model.serialising.converter import reference
from inspection_model.serialising.envelope import ENVELOPE, envelope, schema_id
from inspection_model.serialising.faults import describe, did_you_mean, in_document_order, refused
from inspection_model.serialising.members import ROOTS, Record
from inspection_model.serialising.migrations import Document, migrate, version_faults
from inspection_model.serialising.parsing import parse
from inspection_model.serialising.values import LONE_SURROGATE

__all__ = ["canonical_bytes", "content_hash", "dumps", "loads"]


def loads(data: str | bytes | bytearray | memoryview) -> Record:
    """Read a JSON document.

    Args:
        data: The text, or its UTF-8 bytes.

    Returns:
        What the document holds, by its ``type``: an `Inspection`, a `Reading` or an `AnnualRating`.

    Raises:
        DocumentError: If it is no document of ours; all its faults at once.
        SchemaVersionError: If a newer release of this library wrote it.
        InvalidTypeError: If ``data`` is neither a string nor bytes.
    """
    record = fast.read(data)
    return read_strictly(data) if record is None else record


def read_strictly(data: str | bytes | bytearray | memoryview) -> Record:
    """Read a document by the strict converter alone: the reference, with all faults."""
    text = parse(data)
    document = cast(Document, text.value)
    if type(document) is not dict:
        raise refused("an object (a document)", describe(text.value))
    if unversioned := version_faults(document):
        return _structure(document, [*text.repeated, *unversioned])  # judged as a current one
    return _structure(migrate(document), [*text.repeated])


def _structure(document: Document, faults: list[Fault]) -> Record:
    """Build the record, or raise the faults that are known already and those that are found."""
    kind = document.get("type")
    faults += _envelope_faults(document)
    cls = ROOTS.get(kind) if isinstance(kind, str) else None
    record = None
    if cls is not None:
        members = {name: value for name, value in document.items() if name not in ENVELOPE}
        try:
            record = reference().structure(members, cls)
        except DocumentError as error:
            faults += error.faults
    if record is None or faults:
        raise DocumentError(in_document_order(faults, document))
    return record


def _envelope_faults(document: Document) -> list[Fault]:
    faults: list[Fault] = []
    kind = document.get("type")
    if not isinstance(kind, str) or kind not in ROOTS:
        found = describe(kind) if "type" in document else "nothing"
        hint = did_you_mean(kind, ROOTS)
        faults.append(Fault(pointer="/type", expected=f"one of {', '.join(ROOTS)}", found=found, hint=hint))
    elif document.get("$schema", schema_id(kind)) != schema_id(kind):
        found = describe(document["$schema"])
        hint = "leave it out, or correct it"
        faults.append(Fault(pointer="/$schema", expected=schema_id(kind), found=found, hint=hint))
    return faults


def dumps(value: Record, *, indent: int | None = None) -> str:
    """Write a JSON document.

    Args:
        value: An `Inspection`, a `Reading` or an `AnnualRating`.
        indent: The number of spaces for each level; on one line when left out.

    Raises:
        InvalidTypeError: If the value is something else.
        InvalidValueError: If the source of a reading holds half of a character (a lone surrogate),
            which no encoding carries.
    """
    kind = kind_of(value)
    line = fast.write(value, kind)
    if line is not None and indent is None:
        return line.decode()
    if line is not None and indent is not None and indent > 0:  # msgspec has no empty indent
        return fast.indented(line, indent).decode()
    return write_strictly(value, indent=indent)


def write_strictly(value: Record, *, indent: int | None = None) -> str:
    """Write a document by the strict converter alone: the reference."""
    separators = (",", ":") if indent is None else None
    return json.dumps(_document(value), ensure_ascii=False, indent=indent, separators=separators)


def canonical_bytes(value: Record) -> bytes:
    """Give the one canonical form of a document, for hashing and signing.

    The rule is RFC 8785 (JSON Canonicalization Scheme), applied to the document that `dumps()`
    writes, with its envelope: UTF-8; no white space; the members of each object in the order of
    their names; in strings only what must be escaped is, in the shortest way. Equal records of one
    version of the format have equal bytes, and different records have different bytes.

    Args:
        value: An `Inspection`, a `Reading` or an `AnnualRating`.

    Raises:
        InvalidTypeError: If the value is something else.
        InvalidValueError: See `dumps()`.
    """
    # All member names are ASCII and all numbers are whole and below 2**53, so that the rules for
    # UTF-16 order and for fractions have nothing to do.
    document = _document(value)
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def content_hash(value: Record) -> str:
    """Give the SHA-256 of `canonical_bytes()` as ``sha256:`` and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(canonical_bytes(value)).hexdigest()}"


def _document(value: Record) -> dict[str, Any]:
    kind = kind_of(value)
    if isinstance(value, Reading):
        _reject_lone_surrogates(value.source)
    return {**envelope(kind), **reference().unstructure(value)}


_KINDS: dict[type, str] = {cls: kind for kind, cls in ROOTS.items()}


def kind_of(value: object) -> str:
    """Give the type of document that holds a value; what is no record is refused."""
    kind = _KINDS.get(type(value))
    if kind is None:
        expected = f"one of {', '.join(cls.__name__ for cls in ROOTS.values())}"
        raise InvalidTypeError("dumps(value)", expected, type(value).__name__)
    return kind


def _reject_lone_surrogates(source: str) -> None:
    """Refuse to write what could not be read again; every other text of the model is free of it."""
    if lone := LONE_SURROGATE.search(source):
        found = f"the lone surrogate U+{ord(lone.group()):04X} at {lone.start()}"
        hint = "replace it before reading the letter, for instance by U+FFFD"
        raise InvalidValueError("Reading.source", "a text of whole characters", found, hint)
