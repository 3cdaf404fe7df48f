"""Twins of the model's classes: msgspec Structs, and generated functions that convert them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NamedTuple, cast

import attrs
import msgspec

from inspection_model.model.fields import string, text_fault
from inspection_model.model.unvalidated import draft_class
from inspection_model.serialising.members import ROOTS, Member, Record, members_of

__all__ = ["Unsure", "builder", "twin_class", "twin_of"]

# Twins form a tree without cycles, so that the garbage collector can ignore them.
_OPTIONS: dict[str, Any] = {"forbid_unknown_fields": True, "omit_defaults": True, "gc": False}


class _Check(NamedTuple):
    """What is checked while a record is built.

    Attributes:
        fault: The condition under which a text has a fault; empty if it is known that none has.
        counts: Whether the quotation marks of the document are counted, which shows repeated members.
    """

    fault: str
    counts: bool = False


# By what is known about all texts of the document. Records from another process of the same program
# ("trusted") need no check. In a "plain" document only the ends of a text can have a fault.
_CHECKS = {
    "trusted": _Check(""),
    "plain": _Check("{0}.strip() is not {0}", counts=True),
    "any": _Check("text_fault({0}) is not None"),
}


class Unsure(Exception):  # noqa: N818  # not an error: it makes the caller use the strict converter
    """A text may be invalid, or a member repeated."""


# What the generated functions use: the classes, their drafts, twins and fields are added by `_twin()`.
_names: dict[str, Any] = {"Unsure": Unsure, "text_fault": text_fault}


def twin_class(kind: str) -> type:
    """Return the twin of a document type: a Struct with the members of its record."""
    cls: type = ROOTS[kind]
    return _twin(cls)


@cache
def builder(kind: str, check: str) -> Callable[..., Record]:
    """Return the function that converts a twin of a document type to a record.

    For a plain document it has a second argument, the number of quotation marks that the members of
    the record have in the document. The names and the texts of a twin need as many, unless a member
    is repeated or an empty one is written; then the function raises `Unsure`.

    Each function is generated when it is first used, because most programs need one of them.

    Args:
        kind: The document type.
        check: What is known about the document: a key of `_CHECKS`.
    """
    cls = ROOTS[kind]
    lines = _build(cls, 0, _CHECKS[check])
    if not _CHECKS[check].counts:
        return _generated(cls, "build(twin0)", [*lines, "return new0"])
    return _generated(cls, "build(twin0, quotes)", [*lines, "if quotes: raise Unsure", "return new0"])


@cache
def twin_of(kind: str) -> Callable[[Any], Any]:
    """Return the function that converts a record of a document type to its twin."""
    cls = ROOTS[kind]
    return _generated(cls, "twin(record0)", [f"return {_twin_of(cls, 'record0', 0)}"])


def _generated(cls: type, head: str, body: list[str]) -> Callable[[Any], Any]:
    """Compile a function on a class and its parts."""
    _twin(cls)  # defines the names in the body
    made: dict[str, Any] = {}
    exec("\n".join([f"def {head}:", *_indented(body)]), _names, made)  # noqa: S102  # from the names of the model
    return cast("Callable[[Any], Any]", made.popitem()[1])


@cache
def _twin(cls: type) -> type:
    """Define the Struct of a class and of its parts, and add the names that the functions use."""
    members = members_of(cls)
    twin = msgspec.defstruct(cls.__name__, [_defined(member) for member in members], **_OPTIONS)
    _names[f"Twin{cls.__name__}"] = twin
    _names[cls.__name__] = cls
    _names[f"Draft{cls.__name__}"] = draft_class(cls)
    _names.update((f"{cls.__name__}_{member.name}", member.attribute) for member in members)
    return twin


def _defined(member: Member) -> Any:
    kind: Any = member.kind
    if attrs.has(kind):
        kind = _twin(kind)
    elif _is_text(member):
        kind = Annotated[str, msgspec.Meta(min_length=1)]
    if member.many:
        return member.name, tuple[kind, ...], ()
    # The default None is not a value of the type, so that null is rejected. A member that is always
    # written has no default here: the strict converter reads a document that omits it.
    return (member.name, kind) if member.written else (member.name, kind, None)


def _is_text(member: Member) -> bool:
    """Return whether a member holds texts that follow the model's rule for texts."""
    rule = member.attribute.validator
    return member.kind is str and rule is not None and rule is not string


def _build(cls: type, level: int, check: _Check) -> list[str]:
    """Return the lines that build the object ``new`` of a nesting level from the ``twin`` of that level.

    Parts are built inline, one level deeper: a letter has fifty objects, and function calls would
    take as long as the assignments.
    """
    lines = [f"new{level} = Draft{cls.__name__}()"]
    for member in members_of(cls):
        more = _when_given(member, level, _fill(cls, member, level, check))
        kept = f"value{level} = " if more else ""
        lines += [f"new{level}.{member.name} = {kept}twin{level}.{member.name}", *more]
    always = sum(_quotes(member) for member in members_of(cls) if member.written)
    if check.counts and always:
        lines.append(f"quotes -= {always}")
    lines.append(f"new{level}.__class__ = {cls.__name__}")
    if check.fault and hasattr(cls, "__attrs_post_init__"):
        lines.append(f"new{level}.__attrs_post_init__()")
    return lines


def _quotes(member: Member) -> int:
    """Return how many quotation marks a member with one value has, without those in a part."""
    return 2 if _is_whole_number_or_part(member) else 4


def _is_whole_number_or_part(member: Member) -> bool:
    return member.kind is int or attrs.has(member.kind)


def _when_given(member: Member, level: int, lines: list[str]) -> list[str]:
    if member.written or not lines:
        return lines
    condition = f"value{level}" if member.many else f"value{level} is not None"
    return [f"if {condition}:", *_indented(lines)]


def _fill(cls: type, member: Member, level: int, check: _Check) -> list[str]:
    """Return the lines that check the value of a member or, if it is a part, build it."""
    lines = _filled(cls, member, level, check)
    if not check.counts or member.written:
        return lines
    if member.many:
        each = "" if _is_whole_number_or_part(member) else f" + 2 * len(value{level})"
        return [f"quotes -= 2{each}", *lines]
    return [f"quotes -= {_quotes(member)}", *lines]


def _filled(cls: type, member: Member, level: int, check: _Check) -> list[str]:
    value, place = f"value{level}", f"new{level}.{member.name}"
    if attrs.has(member.kind):
        part = [f"twin{level + 1} = {value}", *_build(member.kind, level + 1, check)]
        if not member.many:
            return [*part, f"{place} = new{level + 1}"]
        each = [*part[1:], f"made{level}.append(new{level + 1})"]
        loop = f"for twin{level + 1} in {value}:"
        return [f"made{level} = []", loop, *_indented(each), f"{place} = tuple(made{level})"]
    if not check.fault:
        return []
    if _is_text(member):
        refused = f"if {check.fault.format('text' if member.many else value)}: raise Unsure"
        return [f"for text in {value}:", f" {refused}"] if member.many else [refused]
    if member.kind is int and member.attribute.validator is not None:
        attribute = f"{cls.__name__}_{member.name}"
        return [f"{attribute}.validator(new{level}, {attribute}, {value})"]
    return []


def _indented(lines: list[str]) -> list[str]:
    return [f" {line}" for line in lines]


def _twin_of(cls: type, record: str, level: int) -> str:
    """Return the expression that creates the twin of a record."""
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
    return twin if member.written else f"None if {value} is None else {twin}"
