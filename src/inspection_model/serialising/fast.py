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
from typing import Annotated, Any, Literal, cast

import attrs
import msgspec

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model import Reading
from inspection_model.model.fields import string, text_fault
from inspection_model.model.unvalidated import draft_class
from inspection_model.serialising.collector import collector_paused
from inspection_model.serialising.envelope import ENVELOPE, envelope
from inspection_model.serialising.members import ROOTS, Member, Record, members_of

__all__ = ["enabled", "indented", "pack", "read", "structure", "unpack", "unstructure", "write"]

enabled: bool = os.environ.get("INSPECTION_MODEL_FAST_PATH", "on") != "off"

# A tree has no cycles, so that the garbage collector need not look at twins.
_OPTIONS: dict[str, Any] = {"forbid_unknown_fields": True, "omit_defaults": True, "gc": False}
_LARGE = 1_000_000  # bytes; the collector would go through the objects of such a record again and again
_TEXTS = frozenset({str, bytes, bytearray, memoryview})


class _Unsure(Exception):  # noqa: N818  # no error: a change of the path
    """A text may break its rule."""


_REFUSALS = (UnicodeError, InvalidTypeError, InvalidValueError, _Unsure)


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
    codecs = {_document(kind): _codec(kind) for kind in ROOTS}
    decoder = msgspec.json.Decoder(functools.reduce(lambda one, other: one | other, codecs))
    return decoder.decode, {twin: codec.build for twin, codec in codecs.items()}


def _document(kind: str) -> Any:
    """Make the twin of a document: that of the record, and the envelope."""
    address, version, _ = envelope(kind).values()
    members: list[Any] = [("version", Literal[version]), ("address", Literal[address], None)]
    names = dict(zip(("address", "version"), ENVELOPE, strict=False))
    bases = (_codec(kind).kind,)
    options: dict[str, Any] = {"tag_field": ENVELOPE[-1], "tag": kind, "rename": names, "kw_only": True}
    return msgspec.defstruct("Document", members, bases=bases, **options)


# The doubt that is left about a single text, by what is known about all texts of a document. About
# a record that another process of this program has built, there is none.
_DOUBTS = {
    "sure": "",
    "plain": "{0}.strip() is not {0}",
    "letters": "{0}.strip() is not {0} or not {0}.isascii() and text_fault({0}) is not None",
    "any": "text_fault({0}) is not None",
}


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
        return _encode(_codec(kind).twin(value))
    except UnicodeError:
        return None


def unpack(members: bytes, kind: str) -> Record:
    """Build the record that `pack()` was given, in another process perhaps; nothing is checked."""
    codec = _codec(kind)
    return codec.build["sure"](codec.decode(members))


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
    codec = _codec(kind)
    try:
        record = codec.build["any"](msgspec.convert(value, codec.kind))
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


@attrs.frozen(kw_only=True)
class _Codec:
    """The twin of a class, and the functions that lead to a record from its twin, and back."""

    kind: type
    decode: Callable[[bytes], Any]
    build: dict[str, Callable[[Any], Record]]
    twin: Callable[[Any], Any]


@cache
def _codec(kind: str) -> _Codec:
    """Make the functions for a class: their text first, then the functions."""
    cls = ROOTS[kind]
    names: dict[str, Any] = {"Unsure": _Unsure, "text_fault": text_fault}
    twin = _twin(cls, names)
    lines = ["def twin(record0):", f" return {_twin_of(cls, 'record0', 0)}"]
    for name, doubt in _DOUBTS.items():
        lines += [f"def {name}(twin0):", *_indented(_build(cls, 0, doubt)), " return new0"]
    exec("\n".join(lines), names)  # noqa: S102  # the text is made here, of names of our own classes
    return _Codec(
        kind=twin,
        decode=msgspec.json.Decoder(twin).decode,
        build={name: names[name] for name in _DOUBTS},
        twin=names["twin"],
    )


def _twin(cls: type, names: dict[str, Any]) -> type:
    """Make the Struct of a class, after those of its parts, and name all that goes with it."""
    name = f"Twin{cls.__name__}"
    if name not in names:
        defined = [_defined(member, names) for member in members_of(cls)]
        names[name] = msgspec.defstruct(cls.__name__, defined, **_OPTIONS)
        names[cls.__name__] = cls
        names[f"Draft{cls.__name__}"] = draft_class(cls)
        names |= {f"{cls.__name__}_{member.name}": member.attribute for member in members_of(cls)}
    return cast(type, names[name])


def _defined(member: Member, names: dict[str, Any]) -> Any:
    kind: Any = member.kind
    if attrs.has(kind):
        kind = _twin(kind, names)
    elif _is_text(member):
        kind = Annotated[str, msgspec.Meta(min_length=1)]
    if member.many:
        return member.name, tuple[kind, ...], ()
    # The default None is no value of the type: null is refused.
    return (member.name, kind) if member.required else (member.name, kind, None)


def _is_text(member: Member) -> bool:
    """Tell whether a member holds text by the model's rule for texts."""
    rule = member.attribute.validator
    return member.kind is str and rule is not None and rule is not string


def _build(cls: type, level: int, doubt: str) -> list[str]:
    """Write the lines that build ``new`` of a level from the ``twin`` of that level.

    Parts are built in place, a level deeper: a letter has fifty objects, and calls would cost as
    much as the filling.
    """
    lines = [f"new{level} = Draft{cls.__name__}()"]
    for member in members_of(cls):
        more = _when_given(member, level, _fill(cls, member, level, doubt))
        kept = f"value{level} = " if more else ""
        lines += [f"new{level}.{member.name} = {kept}twin{level}.{member.name}", *more]
    lines.append(f"new{level}.__class__ = {cls.__name__}")
    if doubt and hasattr(cls, "__attrs_post_init__"):
        lines.append(f"new{level}.__attrs_post_init__()")
    return lines


def _when_given(member: Member, level: int, lines: list[str]) -> list[str]:
    if member.required or not lines:
        return lines
    condition = f"value{level}" if member.many else f"value{level} is not None"
    return [f"if {condition}:", *_indented(lines)]


def _fill(cls: type, member: Member, level: int, doubt: str) -> list[str]:
    """Write the lines that check a member's value, if there is a doubt, or build it where it is a part."""
    value, place = f"value{level}", f"new{level}.{member.name}"
    if attrs.has(member.kind):
        part = [f"twin{level + 1} = {value}", *_build(member.kind, level + 1, doubt)]
        if not member.many:
            return [*part, f"{place} = new{level + 1}"]
        each = [*part[1:], f"made{level}.append(new{level + 1})"]
        loop = f"for twin{level + 1} in {value}:"
        return [f"made{level} = []", loop, *_indented(each), f"{place} = tuple(made{level})"]
    if not doubt:
        return []
    if _is_text(member):
        refused = f"if {doubt.format('text' if member.many else value)}: raise Unsure"
        return [f"for text in {value}:", f" {refused}"] if member.many else [refused]
    if member.kind is int and member.attribute.validator is not None:
        attribute = f"{cls.__name__}_{member.name}"
        return [f"{attribute}.validator(new{level}, {attribute}, {value})"]
    return []


def _indented(lines: list[str]) -> list[str]:
    return [f" {line}" for line in lines]


def _twin_of(cls: type, record: str, level: int) -> str:
    """Write the expression that makes the twin of a record."""
    values = ", ".join(_member_of(member, record, level) for member in members_of(cls))
    return f"Twin{cls.__name__}({values})"


def _member_of(member: Member, record: str, level: int) -> str:
    value = f"{record}.{member.name}"
    if not attrs.has(member.kind):
        return value
    if member.many:
        item = f"record{level + 1}"
        return f"tuple([{_twin_of(member.kind, item, level + 1)} for {item} in {value}]) if {value} else ()"
    twin = _twin_of(member.kind, value, level)
    return twin if member.required else f"None if {value} is None else {twin}"
