"""JSON documents: records in an envelope.

A document is an object. Its first three members are the envelope: ``$schema``, the address of its
JSON Schema; ``schema_version``, the version of the format; ``type``, the type of the record. The
members of the record follow in the order of declaration, in snake_case, with ISO dates; empty
members are omitted. ``$schema`` is optional when a document is read, the other two are required.

An inspection or a reading may have labels after the envelope (see `labels`).
"""

from __future__ import annotations

import msgspec

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.serialising import fast
from inspection_model.serialising.envelope import envelope
from inspection_model.serialising.labels import labels_for
from inspection_model.serialising.members import Record, kind_of

__all__ = ["canonical_bytes", "content_hash", "document_line", "dumps", "labelled_line", "loads"]


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
    if record is not None:
        return record
    from inspection_model.serialising.strict_documents import read_strictly  # most programs do not need it

    return read_strictly(data)


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
    from inspection_model.serialising.strict_documents import write_strictly

    return write_strictly(value, indent=indent)


def document_line(value: Record) -> bytes:
    """Return a document on one line, without a line feed; see `dumps()`."""
    line = fast.write(value, kind_of(value))
    return dumps(value).encode() if line is None else line


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
        from inspection_model.serialising.faults import describe

        raise InvalidValueError("dumps(indent)", expected, describe(indent))


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
    from inspection_model.serialising.strict_documents import write_canonically

    return write_canonically(value)


def content_hash(value: Record) -> str:
    """Return the SHA-256 of `canonical_bytes()` as ``sha256:`` and 64 hexadecimal digits."""
    import hashlib  # takes milliseconds

    return f"sha256:{hashlib.sha256(canonical_bytes(value)).hexdigest()}"
