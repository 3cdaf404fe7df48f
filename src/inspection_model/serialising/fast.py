"""The fast path: valid documents are read and written in C, by msgspec.

Its functions return ``None`` whenever they are not certain of the result; the caller then uses the
strict converter, which produces all errors. If the fast path accepts a document, the strict
converter accepts it with an equal result; a property test compares the two. To disable the fast
path, set the environment variable ``INSPECTION_MODEL_FAST_PATH`` to ``off``, or `enabled` to false.

For each class of the model there is a *twin*, a `msgspec.Struct` with the same members (see
`twins`). msgspec decodes a document into twins and checks types, codes, dates, empty texts, missing
and unknown members. A generated function then converts the twins to records without running their
validators (see `model.unvalidated`), except ``__attrs_post_init__``, which checks a class as a whole.

Two rules cannot be checked by the decoder: *texts* without certain characters, and no *repeated
members*. The bytes of most documents show that they are plain: no text has such a character, and every
quotation mark begins or ends a text or a name. Then only the ends of each text are checked, and the
quotation marks are counted, which a repeated member has in excess. The twin of any other document is
encoded again: the result is as long as the document without its white space, unless a member was
repeated or something was not written in its shortest form. If it is not plain, either, every text is
checked individually.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, cast

import msgspec

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model import Reading
from inspection_model.serialising.collector import collector_paused
from inspection_model.serialising.envelope import ENVELOPE, envelope
from inspection_model.serialising.labels import LABELLED
from inspection_model.serialising.members import ROOTS, Record
from inspection_model.serialising.twins import Unsure, builder, twin_class, twin_of

__all__ = [
    "enabled",
    "indented",
    "is_plain_text",
    "pack",
    "read",
    "structure",
    "unpack",
    "unstructure",
    "write",
]

enabled: bool = os.environ.get("INSPECTION_MODEL_FAST_PATH", "on") != "off"

_LARGE = 1_000_000  # bytes; the collector would traverse the objects of such a record several times
_WHITE_SPACE = b" \t\r\n"  # of JSON
# What compares inspections is imported with the decoder for its documents, which most programs do not need.
_OTHERS = ("comparison", "history")
_USUAL = tuple(kind for kind in ROOTS if kind not in _OTHERS)
_TEXTS = frozenset({str, bytes, bytearray, memoryview})
# The characters outside ASCII that no text may contain, as UTF-8, by their first byte. A search for a fixed
# byte is several times as fast as one for alternatives.
_NOT_TEXT = {
    0xC2: re.compile(b"\xc2[\x80-\xa0]").search,  # U+0080 to U+00A0
    0xE1: re.compile(b"\xe1\x9a\x80").search,  # U+1680
    0xE2: re.compile(b"\xe2(?:\x80[\x80-\x8a\xa8\xa9\xaf]|\x81\x9f)").search,  # U+2000 to U+205F
    0xE3: re.compile(b"\xe3\x80\x80").search,  # U+3000
}
_REFUSALS = (UnicodeError, InvalidTypeError, InvalidValueError, Unsure)


def read(data: str | bytes | bytearray | memoryview) -> Record | None:
    """Read a document; return ``None`` if the strict converter must read it."""
    if not enabled or type(data) not in _TEXTS:
        return None
    try:
        text = data.encode() if isinstance(data, str) else bytes(data)
        text = text.strip(_WHITE_SPACE)  # a line of a file ends with a line feed
        decode, kinds = _documents(_USUAL)
        try:
            twin = decode(text)
        except msgspec.ValidationError:
            decode, kinds = _documents(_OTHERS)
            twin = decode(text)
        if len(text) < _LARGE:
            return _record(twin, kinds[type(twin)], text)
        with collector_paused():
            return _record(twin, kinds[type(twin)], text)
    except (msgspec.MsgspecError, RecursionError, *_REFUSALS):
        return None


def _record(twin: Any, kind: str, text: bytes) -> Record | None:
    """Convert a twin to the record of a document; return ``None`` if a member may be repeated."""
    if is_plain_text(text):
        return _plain_record(twin, kind, text)
    written = bytearray(len(text))  # the right size for nearly every document
    _encode_into(twin, written)
    if len(written) != len(text) and len(written) != len(msgspec.json.format(text, indent=-1)):
        return None  # a repeated member, or a form that is not the shortest
    # Two spaces may be the indent of a document that is plain without it.
    return _plain_record(twin, kind, written) if is_plain_text(written) else builder(kind, "any")(twin)


def _plain_record(twin: Any, kind: str, text: bytes | bytearray) -> Record:
    texts = len(ENVELOPE) - (twin.address is None)
    ids = 0
    if kind in LABELLED:
        texts += (twin.file is not None) + (twin.id is not None)
        ids = 2 + 2 * len(twin.finding_ids) if twin.finding_ids else 0
    return builder(kind, "plain")(twin, text.count(b'"') - 4 * texts - ids)


@cache
def _documents(some: tuple[str, ...]) -> tuple[Callable[[bytes], Any], dict[type, str]]:
    """Return the decoder for some document types, and the document type of each twin."""
    kinds = {_document(kind): kind for kind in some}
    decoder = msgspec.json.Decoder(functools.reduce(lambda one, other: one | other, kinds))
    return decoder.decode, kinds


def _document(kind: str) -> Any:
    """Return the twin of a document: the twin of its record with the members of the envelope."""
    address, version, _ = envelope(kind).values()
    members: list[Any] = [("version", Literal[version]), ("address", Literal[address], None)]
    if kind in LABELLED:
        members += [("file", str, None), ("id", str, None), ("finding_ids", tuple[str, ...], ())]
    names = dict(zip(("address", "version"), ENVELOPE, strict=False))
    bases = (twin_class(kind),)
    options: dict[str, Any] = {"tag_field": ENVELOPE[-1], "tag": kind, "rename": names, "kw_only": True}
    return msgspec.defstruct("Document", members, bases=bases, **options)


def is_plain_text(text: bytes | bytearray) -> bool:
    """Return whether no text of a document has a fault but a space at an end.

    Without a backslash, there are no control characters except DEL and those above ASCII, and every
    quotation mark begins or ends a text or a name. Without two consecutive spaces, a space can be
    wrong only at the start or the end of a text.
    """
    # rfind(), because CPython's find() takes twice as long here.
    if b"\\" in text or b"\x7f" in text or text.rfind(b"  ") >= 0:
        return False
    return text.isascii() or not any(first in text and search(text) for first, search in _NOT_TEXT.items())


def pack(value: Record, kind: str) -> bytes | None:
    """Write the members of a record as JSON; return ``None`` if the strict converter must do it."""
    if not enabled:
        return None
    try:
        return _encode(twin_of(kind)(value))
    except UnicodeError:
        return None


def unpack(members: bytes, kind: str) -> Record:
    """Build a record from the result of `pack()`, without validation."""
    return builder(kind, "trusted")(_decoder(kind).decode(members))


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(twin_class(kind))


def write(value: Record, kind: str) -> bytes | None:
    """Write a document on one line; return ``None`` if the strict converter must do it."""
    members = pack(value, kind)
    if members is None:
        return None
    start = _start(kind)
    return start + members[1:] if members == b"{}" else start + b"," + members[1:]


def structure(value: object, kind: str) -> Record | None:
    """Build a record from plain data; return ``None`` if the strict converter must do it."""
    if not enabled:
        return None
    try:
        record = builder(kind, "any")(msgspec.convert(value, twin_class(kind)))
        if isinstance(record, Reading):
            record.source.encode()  # a str can contain a lone surrogate
    except (msgspec.ValidationError, *_REFUSALS):
        return None
    # msgspec accepts a tuple as a list and a date as its text; the strict converter does not. Data
    # that msgspec accepted have no cycles, so that they can be traversed.
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
    """Return the plain data of a record, or ``None`` if the strict converter must do it."""
    members = pack(value, kind)
    return None if members is None else msgspec.json.decode(members, type=dict[str, Any])


def indented(line: bytes, indent: int) -> bytes:
    """Format a document over several lines, as the standard library does."""
    return msgspec.json.format(line, indent=indent)


_encode = msgspec.json.Encoder().encode
_encode_into = msgspec.json.Encoder().encode_into


@cache
def _start(kind: str) -> bytes:
    return _encode(envelope(kind))[:-1]
