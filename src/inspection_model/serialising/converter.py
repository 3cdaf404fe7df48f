"""Strict structuring of plain data into records, as hooks of a cattrs converter.

Plain data are what a JSON parser returns: dicts with string keys, lists, strings, whole numbers.
Nothing is coerced: a number is not accepted as a string, nor a string as a list of its characters,
nor ``1.0`` or ``true`` as a whole number, nor ``null`` as any value. An unknown member is rejected.
All faults of a value are reported at once, in a `DocumentError` whose pointers are relative to
that value.

A field that is ``None`` or an empty tuple is omitted; an empty list is read as an empty tuple.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from inspection_model.model.days import date_class
from inspection_model.serialising import fast
from inspection_model.serialising.faults import describe, refused
from inspection_model.serialising.members import ROOTS, Record, members_of, record_classes
from inspection_model.serialising.objects import (
    migrating_hook,
    structure_hook,
    unstructure_hook,
    with_details,
)
from inspection_model.serialising.values import PLAIN, Structure, structure_array, structure_code

if TYPE_CHECKING:
    import cattrs

__all__ = ["configure_converter", "make_converter", "reference"]


def make_converter() -> cattrs.Converter:
    """Return a new converter for the model that is strict for plain types as well.

    Whole records use the fast path, which ignores hooks registered for their parts. To use custom
    hooks, create a converter and pass it to `configure_converter()`.

    Returns:
        The converter. ``structure(data, Inspection)`` builds a record from plain data, and
        ``unstructure(value)`` returns its plain data. For documents with an envelope use `loads()`
        and `dumps()`.
    """
    converter = _strict_converter(detailed_validation=True)
    for kind, cls in ROOTS.items():
        strict = migrating_hook(cls, converter)
        converter.register_structure_hook(cls, _quick_structure(strict, kind))
        converter.register_unstructure_hook(cls, _quick_unstructure(kind))
    return converter


def configure_converter(converter: cattrs.Converter) -> None:
    """Register hooks for the model on an existing converter.

    Hooks are registered for the classes and enumerations of the model only; the handling of all
    other types is unchanged. Plain data have no version: those of an older version are recognised by
    a member that only that version has, and are migrated.

    Args:
        converter: The converter, which is modified.
    """
    _register_hooks(converter)
    for cls in ROOTS.values():
        converter.register_structure_hook_factory(_is(cls), migrating_hook)


def _register_hooks(converter: cattrs.Converter) -> None:
    classes = record_classes()
    enums = {member.kind for cls in classes for member in members_of(cls) if issubclass(member.kind, Enum)}
    for kind in enums:
        converter.register_structure_hook(kind, _ignoring_type(structure_code(kind)))
        converter.register_unstructure_hook(kind, _code)
    for cls in classes:
        # Each hook is created at its first use, so that a custom hook for a part of a record is
        # used inside the record as well.
        converter.register_structure_hook_factory(_is(cls), structure_hook)
        converter.register_unstructure_hook_factory(_is(cls), unstructure_hook)


def _strict_converter(*, detailed_validation: bool) -> cattrs.Converter:
    import cattrs  # imported here: the fast path does not need it

    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=detailed_validation)
    for kind, structure in PLAIN.items():
        converter.register_structure_hook(kind, _ignoring_type(structure))
    converter.register_structure_hook(bool, _exactly)
    converter.register_structure_hook(float, _exactly)
    converter.register_structure_hook_factory(_is_tuple, _tuple)
    converter.register_unstructure_hook(date_class(), date_class().isoformat)
    _register_hooks(converter)
    return converter


@cache
def reference() -> cattrs.Converter:
    """Return the shared strict converter, the reference implementation for the fast path."""
    return _strict_converter(detailed_validation=False)


def _quick_structure(strict: Callable[[Any, Any], Any], kind: str) -> Callable[[Any, Any], Record]:
    def structure(value: object, target: object) -> Record:
        record = fast.structure(value, kind)
        return cast(Record, strict(value, target)) if record is None else record

    return structure


def _quick_unstructure(kind: str) -> Callable[[Record], dict[str, Any]]:
    def unstructure(value: Record) -> dict[str, Any]:
        plain = fast.unstructure(value, kind)
        return cast("dict[str, Any]", reference().unstructure(value)) if plain is None else plain

    return unstructure


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
    structure = _ignoring_type(structure_array(lambda value: hook(value, inner)))
    return with_details(structure, inner, converter, many=True)


def _is(cls: type[Any]) -> Callable[[Any], bool]:
    return lambda kind: kind is cls
