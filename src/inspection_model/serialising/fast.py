"""The fast path: documents that are certainly good, read and written in C.

It gives a record, or ``None`` for "ask the strict converter": it never refuses anything and never
says why. What it accepts, the strict converter accepts with an equal result; a property test
compares the two. Setting the environment variable ``INSPECTION_MODEL_FAST_PATH`` to ``off``, or
`enabled` to false, leaves the strict converter alone at work.

How it works. For each class of the model there is a *twin*, a `msgspec.Struct` with the same
members. msgspec decodes a document into twins: in C it checks types, codes, dates, empty texts,
missing and unknown members. Then a generated function builds the records. It fills an *open*
object, an instance of a plain class with the same slots, and closes it by giving it the record's
class: ordinary assignments are the fastest way to fill slots, and a frozen class forbids them.
What a class checks across its members, its ``__attrs_post_init__``, is called as ever.

Two things no decoder tells. *Repeated members*: written again, the twins of a document give a
text as long as the document was (without its white space), unless a member stood there twice or
something was not written in the shortest way. *Texts*: a document in ASCII without a backslash
and a DEL has no character that a text may not have; what is left is white space. Other documents
are checked text by text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, cast

import attrs
import msgspec

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model.fields import string, text_fault
from inspection_model.serialising.envelope import SCHEMA_VERSION, envelope, schema_id
from inspection_model.serialising.members import CLASSES, ROOTS, Member, Record, members_of

__all__ = ["enabled", "indented", "read", "write"]

enabled = os.environ.get("INSPECTION_MODEL_FAST_PATH", "on") != "off"

# White space as in JSON: \\s would take more.
_HEAD = re.compile(
    rb'[ \t\r\n]*\{ *"$schema" *: *"([^"\\]*)" *, *"schema_version" *: *"([0-9.]*)" *,'
    rb' *"type" *: *"([a-z-]*)" *(?:,(?= *")|(?=\}))'.replace(b"$", rb"\$").replace(b" *", rb"[ \t\r\n]*")
)


class _Unsure(Exception):  # noqa: N818  # no error: a change of the path
    """A text may break its rule."""


def read(data: str | bytes | bytearray | memoryview) -> Record | None:
    """Read a document, or give ``None`` for the strict converter to judge it."""
    if not enabled or not isinstance(data, (str, bytes, bytearray, memoryview)):
        return None
    try:
        text = data.encode() if isinstance(data, str) else bytes(data)
        found = _HEAD.match(text)
        if found is None:
            return None
        schema, version, kind = (part.decode() for part in found.groups())
        if version != SCHEMA_VERSION or kind not in ROOTS or schema != schema_id(kind):
            return None
        return _read(ROOTS[kind], b"{" + text[found.end() :])
    except (msgspec.MsgspecError, UnicodeError, InvalidTypeError, InvalidValueError, _Unsure):
        return None


def _read(cls: type[Record], text: bytes) -> Record | None:
    """Read the members of a record."""
    codec = _codec(cls)
    twin = codec.decode(text)
    again = _encode(twin)
    if again != text and len(again) != len(msgspec.json.format(text, indent=-1)):
        return None  # a repeated member, or an unusual spelling
    plain = text.isascii() and b"\\" not in text and b"\x7f" not in text and text.rfind(b"  ") < 0
    build = codec.build if plain else codec.build_carefully
    return cast(Record, build((twin,))[0])


def write(value: Record, kind: str) -> bytes | None:
    """Write a document on one line, or give ``None`` for the strict converter to do it."""
    if not enabled:
        return None
    try:
        members = _encode(_codec(type(value)).twins((value,))[0])
    except UnicodeError:
        return None
    start = _start(kind)
    return start + members[1:] if members == b"{}" else start + b"," + members[1:]


def indented(line: bytes, indent: int) -> bytes:
    """Spread a document over lines, as the standard library does."""
    return msgspec.json.format(line, indent=indent)


_encode = msgspec.json.Encoder().encode


@cache
def _start(kind: str) -> bytes:
    return _encode(envelope(kind))[:-1]


@attrs.frozen(kw_only=True)
class _Codec:
    """The functions for one class. All but ``decode`` work on several objects at once."""

    decode: Callable[[bytes], Any]
    build: Callable[[Any], tuple[Any, ...]]
    build_carefully: Callable[[Any], tuple[Any, ...]]
    twins: Callable[[Any], tuple[Any, ...]]


@cache
def _codec(cls: type) -> _Codec:
    """Make the functions for a class: the source text, then the functions from it."""
    names = _names()
    return _Codec(
        decode=msgspec.json.Decoder(names[f"Twin{cls.__name__}"]).decode,
        build=names[f"build_{cls.__name__}"],
        build_carefully=names[f"carefully_{cls.__name__}"],
        twins=names[f"twins_{cls.__name__}"],
    )


@cache
def _names() -> dict[str, Any]:
    names: dict[str, Any] = {"Unsure": _Unsure, "text_fault": text_fault}
    for cls in CLASSES:
        _twin(cls, names)
        names[cls.__name__] = cls
        names[f"Open{cls.__name__}"] = type(cls.__name__, (), {"__slots__": cls.__slots__})
        names |= {f"{cls.__name__}_{member.name}": member.attribute for member in members_of(cls)}
        source = _build(cls, "build", "{0}.strip() is not {0}")
        source += _build(cls, "carefully", "text_fault({0}) is not None")
        source += _twins(cls)
        exec(source, names)  # noqa: S102  # the text is made here, of names of our own classes
    return names


def _twin(cls: type, names: dict[str, Any]) -> type:
    """Make the Struct of a class, after those of its parts."""
    name = f"Twin{cls.__name__}"
    if name not in names:
        defined: list[Any] = []
        for member in members_of(cls):
            kind = _twin(member.kind, names) if attrs.has(member.kind) else member.kind
            if _is_text(member):
                kind = Annotated[str, msgspec.Meta(min_length=1)]
            if member.many:
                defined.append((member.name, tuple[kind, ...], ()))
            else:
                defined.append((member.name, kind) if member.required else (member.name, kind, None))
        # A tree has no cycles, so that the garbage collector need not look at twins.
        options: dict[str, Any] = {"forbid_unknown_fields": True, "omit_defaults": True, "gc": False}
        names[name] = msgspec.defstruct(cls.__name__, defined, **options)
    return cast(type, names[name])


def _is_text(member: Member) -> bool:
    """Tell whether a member holds text by the model's rule for texts."""
    rule = member.attribute.validator
    return member.kind is str and rule is not None and rule is not string


def _build(cls: type, name: str, doubtful: str) -> str:
    """Write the function that builds records of a class from its twins."""
    lines = [f"def {name}_{cls.__name__}(twins):", " made = []", " for twin in twins:"]
    lines.append(f"  new = Open{cls.__name__}()")
    for member in members_of(cls):
        lines += (f"  {line}" for line in _fill(cls, member, name, doubtful))
    lines.append(f"  new.__class__ = {cls.__name__}")
    if hasattr(cls, "__attrs_post_init__"):
        lines.append("  new.__attrs_post_init__()")
    lines += ["  made.append(new)", " return tuple(made)", ""]
    return "\n".join(lines)


def _fill(cls: type, member: Member, name: str, doubtful: str) -> list[str]:
    """Write the lines that check one member and fill it in."""
    lines = [f"new.{member.name} = value = twin.{member.name}"]
    given = "if value:" if member.many else "" if member.required else "if value is not None:"
    part = f"{name}_{member.kind.__name__}"
    if attrs.has(member.kind) and member.many:
        lines += ["if value:", f" new.{member.name} = {part}(value)"]
    elif attrs.has(member.kind):
        lines += [given or "if True:", f" new.{member.name} = {part}((value,))[0]"]
    elif _is_text(member) and member.many:
        lines += ["for text in value:", f" if {doubtful.format('text')}: raise Unsure"]
    elif _is_text(member):
        lines += [f"if {'' if member.required else 'value is not None and '}{doubtful.format('value')}:"]
        lines += [" raise Unsure"]
    elif member.kind is int and member.attribute.validator is not None:
        attribute = f"{cls.__name__}_{member.name}"
        lines += [given or "if True:", f" {attribute}.validator(new, {attribute}, value)"]
    return lines


def _twins(cls: type) -> str:
    """Write the function that makes the twins of records."""
    values = ", ".join(_value(member) for member in members_of(cls))
    call = f"Twin{cls.__name__}({values})"
    return f"def twins_{cls.__name__}(records):\n return tuple([{call} for record in records])\n"


def _value(member: Member) -> str:
    value = f"record.{member.name}"
    if not attrs.has(member.kind):
        return value
    part = f"twins_{member.kind.__name__}"
    if member.many:
        return f"{part}({value}) if {value} else ()"
    made = f"{part}(({value},))[0]"
    return made if member.required else f"None if {value} is None else {made}"
