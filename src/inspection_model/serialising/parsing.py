"""Parsing of JSON text into plain data, with detailed errors.

The format is RFC 8259 in UTF-8 without a byte order mark. Repeated members in an object are legal
JSON but not allowed in a document; they are recorded here, and the caller rejects them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, cast

import attrs

from inspection_model.errors import DocumentError, Fault, InvalidTypeError
from inspection_model.serialising.faults import prefixed, refused, shortened, step

__all__ = ["DEEPEST", "JsonText", "parse"]

DEEPEST = 64
"""The maximum nesting depth; valid documents have seven levels. Unlike Python's recursion limit, it
does not depend on the stack depth of the caller."""

_LONGEST_NUMBER = 400  # digits; Python refuses to convert 4,300, and a float of 400 is infinite
_EXCERPT = 20
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


@attrs.frozen(kw_only=True)
class JsonText:
    """The result of parsing a JSON text.

    Attributes:
        value: The plain data. Of repeated members, the last one is kept.
        repeated: A fault for each member name that occurs more than once in an object.
    """

    value: object
    repeated: tuple[Fault, ...]


def parse(data: str | bytes | bytearray | memoryview) -> JsonText:
    """Parse a JSON text.

    Args:
        data: The text, or its UTF-8 bytes.

    Raises:
        DocumentError: If it is not valid JSON, contains ``NaN`` or ``Infinity``, or is nested too
            deeply.
        InvalidTypeError: If ``data`` is neither a string nor bytes.
    """
    text = _decoded(data)
    _refuse_depth(text)
    hooks = _Hooks()
    try:
        value = json.loads(
            text,
            object_pairs_hook=hooks.members,
            parse_int=hooks.whole_number,
            parse_constant=hooks.constant,
        )
    except json.JSONDecodeError as error:
        raise _unparsable(error) from None
    return JsonText(value=value, repeated=tuple(hooks.faults(value)) if hooks.repeated else ())


def _decoded(data: str | bytes | bytearray | memoryview) -> str:
    text = data if isinstance(data, str) else _from_bytes(_as_bytes(data))
    if text.startswith("\ufeff"):
        hint = "write the file as UTF-8 without a BOM"
        raise refused("JSON", "a byte order mark at the start", hint)
    if not text.strip(" \t\r\n"):
        raise refused("a JSON document", "nothing", "the file is empty")
    return text


def _as_bytes(data: object) -> bytes:
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(cast("bytes | bytearray", data))
    found = f"{type(data).__name__} {shortened(repr(data))}"
    raise InvalidTypeError("loads(data)", "a JSON text or its bytes", found, "give a file's content")


def _from_bytes(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        hint = "convert the file to UTF-8"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise refused("UTF-8", "the byte order mark of UTF-16", hint) from None
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        found = f"the byte 0x{data[error.start]:02X} at line {line}, byte {column}"
        raise refused("UTF-8", found, hint) from None


def _refuse_depth(text: str) -> None:
    depth = 0
    for match in _BRACKET.finditer(text):
        character = match.group()[0]
        if character in "[{":
            depth += 1
            if depth > DEEPEST:
                found = f"deeper nesting at {_place(text, match.start())}"
                raise refused(f"at most {DEEPEST} levels of nesting", found)
        elif character != '"':
            depth -= 1


class _Hooks:
    """Hooks for the parser of the standard library."""

    def __init__(self) -> None:
        # The objects with repeated names by their id(). A reference to each object is kept, because
        # the id() of a deleted object can be reused.
        self.repeated: dict[int, tuple[object, list[str]]] = {}

    def members(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            self.repeated[id(members)] = members, [name for name in members if counts[name] > 1]
        return members

    @staticmethod
    def whole_number(digits: str) -> int | float:
        return int(digits) if len(digits) <= _LONGEST_NUMBER else float("inf")

    @staticmethod
    def constant(name: str) -> NoReturn:
        raise refused("JSON", f"the constant {name}", "JSON has no such number; omit the member")

    def faults(self, value: object) -> Iterator[Fault]:
        """Yield a fault for each repeated name."""
        _, names = self.repeated.get(id(value), (None, ()))
        for name in names:
            expected, found = "a single member of this name", "several"
            yield Fault(pointer=step(name), expected=expected, found=found, hint="keep one of them")
        for place, part in _parts(value):
            yield from prefixed(place, self.faults(part))


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value).items()
    return enumerate(cast("list[object]", value)) if isinstance(value, list) else ()


def _unparsable(error: json.JSONDecodeError) -> DocumentError:
    text, position = error.doc, error.pos
    reason = error.msg[0].lower() + error.msg[1:]
    excerpt = " ".join(text[max(0, position - _EXCERPT) : position + _EXCERPT].split())
    found = f"{excerpt!r} at {_place(text, position)} ({reason})"
    if not text[position:].strip() or error.msg.startswith("Unterminated"):
        return refused("JSON", f"the end after {found}", "the document is truncated; write it again")
    hint = "remove what follows the document" if error.msg == "Extra data" else None
    return refused("JSON", found, hint)


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    return f"line {line}, column {position - text.rfind(chr(10), 0, position)}"
