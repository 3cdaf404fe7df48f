"""JSON documents: records in an envelope.

A document is an object. Its first three members are the envelope: ``$schema``, the address of its
JSON Schema; ``schema_version``, the version of the format; ``type``, the type of the record. The
members of the record follow in the order of declaration, in snake_case, with ISO dates; empty
members are omitted. ``$schema`` is optional when a document is read, the other two are required.

An inspection or a reading may have labels after the envelope (see `labels`).
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

import msgspec

from inspection_model.errors import (
    DocumentError,
    Fault,
    InvalidTypeError,
    InvalidValueError,
)
from inspection_model.model import Reading
from inspection_model.serialising import fast
from inspection_model.serialising.converter import reference
from inspection_model.serialising.envelope import ENVELOPE, SCHEMA_VERSION, envelope, schema_id
from inspection_model.serialising.faults import describe, did_you_mean, in_document_order, refused
from inspection_model.serialising.labels import label_faults, labels_for, labels_of
from inspection_model.serialising.members import ROOTS, Record
from inspection_model.serialising.migrations import Document, Migrated, migrate, version_faults
from inspection_model.serialising.parsing import parse
from inspection_model.serialising.values import LONE_SURROGATE

__all__ = ["canonical_bytes", "content_hash", "dumps", "labelled_line", "loads"]


# A much larger indent, which tests of random arguments pass, would take all memory.
_WIDEST_INDENT = 100


def loads(data: str | bytes | bytearray | memoryview) -> Record:
    """Read a JSON document.

    Args:
        data: The text, or its UTF-8 bytes.

    Returns:
        An `Inspection`, a `Reading`, an `AnnualRating`, a `Comparison` or a `History`, according to the
        ``type`` of the document.

    Raises:
        DocumentError: If it is not a valid document; it lists all faults.
        SchemaVersionError: If a newer release of this library wrote it.
        InvalidTypeError: If ``data`` is neither a string nor bytes.
    """
    record = fast.read(data)
    return read_strictly(data) if record is None else record


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


def dumps(value: Record, *, indent: int | None = None) -> str:
    """Write a JSON document.

    Args:
        value: An `Inspection`, a `Reading`, an `AnnualRating`, a `Comparison` or a `History`.
        indent: The number of spaces for each level, at most 100; by default the document is on one line.

    Raises:
        InvalidTypeError: If the value is not one of these, or ``indent`` is not a whole number.
        InvalidValueError: If the source of a reading contains a lone surrogate, which no encoding
            can represent, or if ``indent`` is negative or greater than 100.
    """
    kind = kind_of(value)
    _check_indent(indent)
    line = fast.write(value, kind)
    if line is not None and indent is None:
        return line.decode()
    if line is not None and indent is not None and indent > 0:  # msgspec has no empty indent
        return fast.indented(line, indent).decode()
    return write_strictly(value, indent=indent)


def document_line(value: Record) -> bytes:
    """Return a document on one line, without a line feed; see `dumps()`."""
    line = fast.write(value, kind_of(value))
    return write_strictly(value).encode() if line is None else line


def labelled_line(value: Record, *, file: str | None) -> bytes:
    """Return a document on one line, with the labels of an inspection or a reading; see `dumps()`.

    Args:
        value: The record.
        file: The name of the file that was read, if there is one.
    """
    line = document_line(value)
    labels = labels_for(value, file)
    if not labels:
        return line
    start = msgspec.json.encode(envelope(kind_of(value)))[:-1]
    return start + b"," + msgspec.json.encode(labels)[1:-1] + line[len(start) :]


def _check_indent(indent: object) -> None:
    expected = f"a number of spaces from 0 to {_WIDEST_INDENT}"
    if indent is not None and type(indent) is not int:
        raise InvalidTypeError("dumps(indent)", expected, type(indent).__name__)
    if indent is not None and not 0 <= indent <= _WIDEST_INDENT:
        raise InvalidValueError("dumps(indent)", expected, describe(indent))


def write_strictly(value: Record, *, indent: int | None = None) -> str:
    """Write a document with the strict converter only."""
    separators = (",", ":") if indent is None else None
    return json.dumps(_document(value), ensure_ascii=False, indent=indent, separators=separators)


def canonical_bytes(value: Record) -> bytes:
    """Return the canonical form of a document, for hashing and signing.

    It is the document that `dumps()` writes, including the envelope, in the form of RFC 8785 (JSON
    Canonicalization Scheme): UTF-8; no white space; the members of each object sorted by name; in
    strings, only the required characters escaped, in the shortest form. Within one version of the
    format, equal records have equal bytes, and different records have different bytes.

    Args:
        value: An `Inspection`, a `Reading`, an `AnnualRating`, a `Comparison` or a `History`.

    Raises:
        InvalidTypeError: If the value is not one of these.
        InvalidValueError: See `dumps()`.
    """
    # All member names are ASCII and all numbers are whole and below 2**53, so that the rules of
    # the RFC for UTF-16 order and for fractions do not apply.
    document = _document(value)
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def content_hash(value: Record) -> str:
    """Return the SHA-256 of `canonical_bytes()` as ``sha256:`` and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(canonical_bytes(value)).hexdigest()}"


def _document(value: Record) -> dict[str, Any]:
    kind = kind_of(value)
    if isinstance(value, Reading):
        _reject_lone_surrogates(value.source)
    return {**envelope(kind), **reference().unstructure(value)}


_KINDS: dict[type, str] = {cls: kind for kind, cls in ROOTS.items()}


def kind_of(value: object) -> str:
    """Return the document type of a record; reject any other value."""
    kind = _KINDS.get(type(value))
    if kind is None:
        expected = f"one of {', '.join(cls.__name__ for cls in ROOTS.values())}"
        many = type(value) in {list, tuple}
        hint = "write several records with write_json_lines()" if many else None
        raise InvalidTypeError("dumps(value)", expected, type(value).__name__, hint)
    return kind


def _reject_lone_surrogates(source: str) -> None:
    """Reject lone surrogates in the source, the only field that may contain them."""
    if lone := LONE_SURROGATE.search(source):
        found = f"the lone surrogate U+{ord(lone.group()):04X} at {lone.start()}"
        hint = "replace it before reading the text, for instance by U+FFFD"
        raise InvalidValueError("Reading.source", "a text without lone surrogates", found, hint)
