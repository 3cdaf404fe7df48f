"""The fast path: documents that are certainly good, read and written in C.

It gives a record, or ``None`` for "ask the strict converter": it never refuses anything and never
says why. What it accepts, the strict converter accepts with an equal result; a property test
compares the two. Setting the environment variable ``INSPECTION_MODEL_FAST_PATH`` to ``off``, or
`enabled` to false, leaves the strict converter alone at work.

How it works. For each class of the model there is a *twin*, a `msgspec.Struct` with the same
members. msgspec decodes a document into twins: in C it checks types, codes, dates, empty texts,
missing and unknown members. Then a generated function builds the records as `model.unvalidated` says.
What a class checks across its members, its ``__attrs_post_init__``, is called as ever.

Two things no decoder tells. *Repeated members*: written again, the twins of a document give a
text as long as the document was (without its white space), unless a member stood there twice or
something was not written in the shortest way. *Texts*: a document in ASCII without a backslash
and a DEL has no character that a text may not have; what is left is white space. Other documents
are checked text by text.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, cast

import msgspec

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model import Reading
from inspection_model.serialising.collector import collector_paused
from inspection_model.serialising.envelope import ENVELOPE, envelope
from inspection_model.serialising.members import ROOTS, Record
from inspection_model.serialising.twins import Unsure, codec

__all__ = ["enabled", "indented", "pack", "read", "structure", "unpack", "unstructure", "write"]

enabled: bool = os.environ.get("INSPECTION_MODEL_FAST_PATH", "on") != "off"

_LARGE = 1_000_000  # bytes; the collector would go through the objects of such a record again and again
_TEXTS = frozenset({str, bytes, bytearray, memoryview})
_REFUSALS = (UnicodeError, InvalidTypeError, InvalidValueError, Unsure)


def read(data: str | bytes | bytearray | memoryview) -> Record | None:
    """Read a document, or give ``None`` for the strict converter to judge it."""
    if not enabled or type(data) not in _TEXTS:
        return None
    try:
        text = data.encode() if isinstance(data, str) else bytes(data)
        decode, builders = _documents()
        twin = decode(text)
        written = bytearray(len(text))  # of the right size at once, for nearly every document
        _encode_into(twin, written)
        if len(written) != len(text) and len(written) != len(msgspec.json.format(text, indent=-1)):
            return None  # a repeated member, or an unusual spelling
        build = builders[type(twin)][_kind_of_text(written)]
        if len(text) < _LARGE:
            return build(twin)
        with collector_paused():
            return build(twin)
    except (msgspec.MsgspecError, RecursionError, *_REFUSALS):
        return None


@cache
def _documents() -> tuple[Callable[[bytes], Any], dict[type, dict[str, Callable[[Any], Record]]]]:
    """Make the decoder of all types of document, and tell the builders of each."""
    codecs = {_document(kind): codec(kind) for kind in ROOTS}
    decoder = msgspec.json.Decoder(functools.reduce(lambda one, other: one | other, codecs))
    return decoder.decode, {twin: one.build for twin, one in codecs.items()}


def _document(kind: str) -> Any:
    """Make the twin of a document: that of the record, and the envelope."""
    address, version, _ = envelope(kind).values()
    members: list[Any] = [("version", Literal[version]), ("address", Literal[address], None)]
    names = dict(zip(("address", "version"), ENVELOPE, strict=False))
    bases = (codec(kind).kind,)
    options: dict[str, Any] = {"tag_field": ENVELOPE[-1], "tag": kind, "rename": names, "kw_only": True}
    return msgspec.defstruct("Document", members, bases=bases, **options)


def _kind_of_text(text: bytearray) -> str:
    """Say what is known about all texts of a document that is written in the shortest way.

    Without a backslash there are no control characters but DEL and those above ASCII; without two
    spaces side by side, only the ends of a text can hold a space too many.
    """
    # From the right, because CPython's search from the left takes twice as long here.
    if b"\\" in text or b"\x7f" in text or text.rfind(b"  ") >= 0:
        return "any"
    return "plain" if text.isascii() else "letters"


def pack(value: Record, kind: str) -> bytes | None:
    """Write the members of a record, or give ``None`` when that has to be done in another way."""
    if not enabled:
        return None
    try:
        return _encode(codec(kind).twin(value))
    except UnicodeError:
        return None


def unpack(members: bytes, kind: str) -> Record:
    """Build the record that `pack()` was given, in another process perhaps; nothing is checked."""
    own = codec(kind)
    return own.build["trusted"](own.decode(members))


def write(value: Record, kind: str) -> bytes | None:
    """Write a document on one line, or give ``None`` for the strict converter to do it."""
    members = pack(value, kind)
    if members is None:
        return None
    start = _start(kind)
    return start + members[1:] if members == b"{}" else start + b"," + members[1:]


def structure(value: object, kind: str) -> Record | None:
    """Build a record from plain data, or give ``None`` for the strict converter to judge them."""
    if not enabled:
        return None
    own = codec(kind)
    try:
        record = own.build["any"](msgspec.convert(value, own.kind))
        if isinstance(record, Reading):
            record.source.encode()  # a string in memory can hold half of a character
    except (msgspec.ValidationError, *_REFUSALS):
        return None
    # msgspec takes a tuple for a list, a date for its text: what it took is no cycle, and may be
    # gone through.
    return record if _is_plain(value) else None


def _is_plain(value: object) -> bool:
    parts: list[Any] = [value]
    while parts:
        part = parts.pop()
        kind = cast(object, type(part))
        if kind is dict:
            parts.extend(part.values())
        elif kind is list:
            parts.extend(part)
        elif kind is not str and kind is not int:
            return False
    return True


def unstructure(value: Record, kind: str) -> dict[str, Any] | None:
    """Give the plain data of a record, or ``None`` for the strict converter to do it."""
    members = pack(value, kind)
    return None if members is None else msgspec.json.decode(members, type=dict[str, Any])


def indented(line: bytes, indent: int) -> bytes:
    """Spread a document over lines, as the standard library does."""
    return msgspec.json.format(line, indent=indent)


_encode = msgspec.json.Encoder().encode
_encode_into = msgspec.json.Encoder().encode_into


@cache
def _start(kind: str) -> bytes:
    return _encode(envelope(kind))[:-1]
