"""Strict structuring of plain data into records, as hooks of a cattrs converter.

Plain data are what a JSON parser gives: dicts with string keys, lists, strings, whole numbers.
Nothing is coerced: a number is no text, a text is no list of its letters, ``1.0`` and ``true`` are
no whole numbers, ``null`` is nothing at all. An unknown member is refused. All faults of a value
are reported at once, in a `DocumentError` whose pointers start at that value.

A member that is ``None`` or an empty tuple is left out; an empty list is read as an empty tuple.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from inspection_model.errors import DocumentError, Fault, InvalidTypeError, InvalidValueError
from inspection_model.serialising import fast
from inspection_model.serialising.faults import describe, did_you_mean, prefixed, refused
from inspection_model.serialising.members import CLASSES, ROOTS, Member, Record, members_of

if TYPE_CHECKING:
    import cattrs

__all__ = ["LONE_SURROGATE", "configure_converter", "make_converter", "reference"]

Structure: TypeAlias = Callable[[Any], Any]

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character: no encoding carries it. In a `str` of Python a surrogate is always alone."""


def make_converter() -> cattrs.Converter:
    """Make a converter for the model, strict for the plain types as well.

    Whole records go through the fast path. To put hooks of your own below them, make a converter
    of your own and use `configure_converter()`.

    Returns:
        A new converter. ``structure(data, Inspection)`` reads plain data, ``unstructure(value)``
        gives it. Documents with an envelope are the matter of `loads()` and `dumps()`.
    """
    converter = _strict_converter()
    for kind, cls in ROOTS.items():
        converter.register_structure_hook(cls, _quick_structure(cls, kind))
        converter.register_unstructure_hook(cls, _quick_unstructure(kind))
    return converter


def configure_converter(converter: cattrs.Converter) -> None:
    """Teach a converter of your own to handle the model.

    The hooks are those of the model's classes and enumerations; how the converter handles other
    types, in your own classes, stays as you set it.

    Args:
        converter: The converter; it is changed.
    """
    enums = {member.kind for cls in CLASSES for member in members_of(cls) if issubclass(member.kind, Enum)}
    for kind in enums:
        converter.register_structure_hook(kind, _ignoring_type(_enumerated(kind)))
        converter.register_unstructure_hook(kind, _code)
    for cls in CLASSES:
        # Each hook is made at its first use, so that a hook of your own for a part of a record
        # holds inside the record as well.
        converter.register_structure_hook_factory(_is(cls), _structuring)
        converter.register_unstructure_hook_factory(_is(cls), _unstructuring)


def _strict_converter() -> cattrs.Converter:
    import cattrs  # where it is used: a good document is read and written without it

    converter = cattrs.Converter()
    for kind, structure in _PLAIN.items():
        converter.register_structure_hook(kind, _ignoring_type(structure))
    converter.register_structure_hook(bool, _exactly)
    converter.register_structure_hook(float, _exactly)
    converter.register_structure_hook_factory(_is_tuple, _tuple)
    converter.register_unstructure_hook(date, date.isoformat)
    configure_converter(converter)
    return converter


@cache
def reference() -> cattrs.Converter:
    """Give the one strict converter, without the fast path, that tells what is right."""
    return _strict_converter()


def _quick_structure(cls: type[Record], kind: str) -> Callable[[Any, Any], Record]:
    def structure(value: object, _: object) -> Record:
        record = fast.structure(value, kind)
        return reference().structure(value, cls) if record is None else record

    return structure


def _quick_unstructure(kind: str) -> Callable[[Record], dict[str, Any]]:
    def unstructure(value: Record) -> dict[str, Any]:
        plain = fast.unstructure(value, kind)
        return cast("dict[str, Any]", reference().unstructure(value)) if plain is None else plain

    return unstructure


# --- plain values -----------------------------------------------------------------------------


def _structure_str(value: object) -> str:
    if type(value) is not str:
        raise refused("a text", describe(value), _TEXT_HINTS.get(type(value)))
    if lone := LONE_SURROGATE.search(value):
        found = f"the lone surrogate U+{ord(lone.group()):04X} at {lone.start()}"
        raise refused("a text of whole characters", found, "replace it, for instance by U+FFFD")
    return value


_TEXT_HINTS: dict[type, str] = {type(None): "leave the member out", int: "put it in quotes"}


def _structure_int(value: object) -> int:
    if type(value) is not int:
        hint = "leave the member out" if value is None else None
        raise refused("a whole number", describe(value), hint)
    return value


def _structure_date(value: object) -> date:
    expected = "a date such as 2009-10-06"
    if type(value) is not str:
        raise refused(expected, describe(value), "leave the member out" if value is None else None)
    if not _ISO_DATE.fullmatch(value):
        hint = "a day has no time" if _ISO_DATE.match(value) else "write year-month-day"
        raise refused(expected, describe(value), hint)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refused(expected, describe(value), "the calendar has no such day") from None


_PLAIN: dict[type, Structure] = {str: _structure_str, int: _structure_int, date: _structure_date}


def _enumerated(kind: type[Enum]) -> Structure:
    codes: dict[Any, Enum] = {member.value: member for member in kind}

    def structure(value: object) -> Enum:
        if type(value) is not str or value not in codes:
            raise refused(f"one of {', '.join(codes)}", describe(value), did_you_mean(value, codes))
        return codes[value]

    return structure


def _code(value: Enum) -> str:
    return cast(str, value.value)


def _ignoring_type(structure: Structure) -> Callable[[Any, Any], Any]:
    return lambda value, _: structure(value)


def _exactly(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise refused(f"a {kind.__name__}", describe(value))
    return value


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple and kind.__args__[1:] == (...,)


def _tuple(kind: Any, converter: cattrs.BaseConverter) -> Callable[[Any, Any], Any]:
    inner = kind.__args__[0]
    hook = converter.get_structure_hook(inner)
    structure = _array(lambda value: hook(value, inner))
    return lambda value, _: structure(value)


_ARRAY_HINTS: dict[type, str] = {
    type(None): "leave the member out",
    str: "put a single value into an array",
    dict: "put a single value into an array",
}


def _array(structure: Structure) -> Structure:
    """Give the hook for an array whose items have a hook. Every item is tried."""

    def structure_all(value: object) -> tuple[Any, ...]:
        if type(value) is not list:
            raise refused("an array", describe(value), _ARRAY_HINTS.get(type(value)))
        items: list[Any] = []
        faults: list[Fault] = []
        for index, item in enumerate(cast("list[object]", value)):
            try:
                items.append(structure(item))
            except DocumentError as error:
                faults += prefixed(index, error.faults)
        if faults:
            raise DocumentError(tuple(faults))
        return tuple(items)

    return structure_all


# --- objects ----------------------------------------------------------------------------------


def _is(cls: type[Any]) -> Callable[[Any], bool]:
    return lambda kind: kind is cls


def _structuring(cls: Any, converter: cattrs.BaseConverter) -> Callable[[Any, Any], Any]:
    """Make the hook that builds a class of the model from an object."""
    reader = _Reader(cls, converter)
    return lambda value, _: reader.read(value)


def _unstructuring(cls: Any, converter: cattrs.BaseConverter) -> Callable[[Any], dict[str, Any]]:
    """Make the hook that gives the object of a record: its members in order, without the empty ones."""
    writers = [(member.name, _writer(member, converter)) for member in members_of(cls)]

    def unstructure(record: Any) -> dict[str, Any]:
        values = ((name, getattr(record, name), write) for name, write in writers)
        return {name: write(value) for name, value, write in values if value is not None and value != ()}

    return unstructure


def _writer(member: Member, converter: cattrs.BaseConverter) -> Callable[[Any], Any]:
    kind = member.kind
    if kind is date:
        write: Callable[[Any], Any] = date.isoformat
    elif kind in _PLAIN:
        return list if member.many else _as_it_is
    else:
        # Looked up when it is used: a class may come later in the list than its owner.
        write = converter.get_unstructure_hook(kind)
    return (lambda values: [write(value) for value in values]) if member.many else write


def _as_it_is(value: Any) -> Any:
    return value


class _Reader:
    """Builds records of one class and collects the faults of all members."""

    def __init__(self, cls: type[Any], converter: cattrs.BaseConverter) -> None:
        members = members_of(cls)
        self._cls = cls
        self._structure = {member.name: _structure(member, converter) for member in members}
        self._required = [member.name for member in members if member.required]

    def read(self, value: object) -> Any:
        if type(value) is not dict:
            raise refused(f"an object ({self._cls.__name__})", describe(value))
        document = cast("dict[str, Any]", value)
        arguments: dict[str, Any] = {}
        faults: list[Fault] = []
        for name, item in document.items():
            try:
                arguments[name] = self._hook(name)(item)
            except DocumentError as error:
                faults += prefixed(name, error.faults)
        faults += (self._missing(name) for name in self._required if name not in document)
        if faults:
            raise DocumentError(tuple(faults))
        try:
            return self._cls(**arguments)
        except (InvalidValueError, InvalidTypeError) as error:
            raise DocumentError((_across(error, document),)) from None

    def _hook(self, name: str) -> Structure:
        if name in self._structure:
            return self._structure[name]
        found = f"the unknown member {describe(name).removeprefix('the text ')}"
        hint = did_you_mean(name, self._structure)
        raise refused(f"no such member in {self._cls.__name__}", found, hint)

    def _missing(self, name: str) -> Fault:
        expected = f"the member {name}, which every {self._cls.__name__} has"
        return Fault(pointer=f"/{name}", expected=expected, found="nothing")


def _structure(member: Member, converter: cattrs.BaseConverter) -> Structure:
    structure = _PLAIN.get(member.kind) or _by_hook(member.kind, converter)
    if member.attribute.validator is not None:  # else the class has a rule for the whole
        structure = _ruled(member, structure)
    return _array(structure) if member.many else structure


def _ruled(member: Member, structure: Structure) -> Structure:
    """Add the rule of the field, so that each item of an array is tried against it."""
    rule = cast(Any, member.attribute.validator)

    def structure_by_rule(value: object) -> Any:
        structured = structure(value)
        try:
            # A rule asks the object only for its name, and here a pointer names the place.
            rule(None, member.attribute, (structured,) if member.many else structured)
        except (InvalidValueError, InvalidTypeError) as error:
            raise refused(error.expected, describe(value), error.hint) from None
        return structured

    return structure_by_rule


def _by_hook(kind: type[Any], converter: cattrs.BaseConverter) -> Structure:
    hook = converter.get_structure_hook(kind)
    return lambda value: hook(value, kind)


def _across(error: InvalidValueError | InvalidTypeError, document: dict[str, Any]) -> Fault:
    """Make the fault of members that are right alone and wrong together."""
    name = error.where.partition(".")[2]
    value = document.get(name)
    found = "nothing" if value is None else error.found if isinstance(value, list) else describe(value)
    return Fault(pointer=f"/{name}", expected=error.expected, found=found, hint=error.hint)
