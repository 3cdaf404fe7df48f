"""Validators and converters for the fields of the model.

A rule is an attrs validator. An invalid value is rejected with the reason and never repaired, so
that a record stores exactly what was passed in. The only conversions are from another ordered
sequence to a tuple (`as_tuple`), because records are deeply immutable, and from an instance of a
subclass of `date` to a plain date (`model.days.as_day`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model.days import date_class

__all__ = [
    "ID",
    "ID_RULE",
    "TEXT_RULE",
    "as_texts",
    "as_tuple",
    "day",
    "excerpt",
    "form",
    "instance",
    "instances",
    "is_id",
    "number",
    "optional",
    "refuse",
    "string",
    "text",
    "text_fault",
    "texts",
]

T = TypeVar("T")
Rule: TypeAlias = "Callable[[Any, attrs.Attribute[Any], Any], None]"

_EXCERPT = 60
# Longer than any code or id of a framework.
_LONGEST_CACHED = 200

TEXT_RULE = "one line of text: not empty, white space folded, no control characters"
"""The rule for every text field of the model, in words."""

# Not allowed in a text: control characters and lone surrogates, which no format stores safely, and
# any white space other than single inner spaces. A text is one paragraph with its white space
# folded (line breaks belong to the source), so that equal paragraphs compare equal.
_NOT_PLAIN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]|  |^ | \\Z"
)


def as_tuple(value: Iterable[T]) -> tuple[T, ...]:
    """Convert an ordered sequence to a tuple; return anything else unchanged for the rule to reject."""
    if type(value) is tuple:
        return cast("tuple[T, ...]", value)
    given = cast(object, value)
    # A str is iterable and a set is unordered: passing either is a mistake.
    mistaken = isinstance(given, str | bytes | set | frozenset | dict)
    if mistaken or not isinstance(given, Iterable):
        return cast("tuple[T, ...]", given)
    return tuple(value)


def as_texts(value: Iterable[str]) -> tuple[str, ...]:
    """Convert an ordered sequence of texts to a tuple; see `as_tuple()`."""
    return as_tuple(value)


# attrs copies the hint to the classes, some of whose modules do not know the name `Iterable`.
as_texts.__annotations__["value"] = Iterable[str]


def refuse(
    owner: object, field: str, expected: str, value: object, hint: str | None = None
) -> InvalidValueError:
    """Return the error for a value that is not allowed in a field.

    Args:
        owner: The object under construction.
        field: The name of the field.
        expected: A description of the allowed values.
        value: The value that was passed in.
        hint: A suggested fix.
    """
    return InvalidValueError(f"{type(owner).__name__}.{field}", expected, excerpt(value), hint)


def _wrong_type(
    owner: object, field: str, expected: str, value: object, hint: str | None = None
) -> InvalidTypeError:
    found = f"{type(value).__name__} {excerpt(value)}"
    return InvalidTypeError(f"{type(owner).__name__}.{field}", expected, found, hint)


def excerpt(value: object) -> str:
    """Return the representation of a value for an error, shortened if it is long."""
    try:
        shown = repr(value)
    except ValueError:  # Python refuses to format an int of thousands of digits
        shown = f"a very long {type(value).__name__}"
    return shown if len(shown) <= _EXCERPT else f"{shown[: _EXCERPT - 1]}…"


def text_fault(value: str) -> str | None:
    """Return how to fix a string that breaks `TEXT_RULE`, or ``None`` if it is valid."""
    # Fast path without a pattern: a printable string contains no control character, no surrogate
    # and no white space except the space.
    if value and value.isprintable() and value[0] != " " and value[-1] != " " and "  " not in value:
        return None
    if not value:
        return "empty text; omit the field instead"
    found = _NOT_PLAIN.search(value)
    if found is None:
        return None
    character = found.group()[0]
    if character.isspace():
        return 'fold the white space first: " ".join(text.split())'
    return f"U+{ord(character):04X} is not a text character; remove it"


def string(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a string of any content, such as the source of a reading."""
    if type(value) is not str:
        raise _wrong_type(owner, attribute.name, "a string", value)


def text(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate one line of text; see `TEXT_RULE`."""
    # This rule is called more often than any other: a valid text costs one function call.
    if type(value) is not str or text_fault(value) is not None:
        raise _no_text(owner, attribute.name, value)


def texts(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Validate a tuple of texts."""
    if value == ():
        return
    _check_tuple(owner, attribute.name, value)
    for index, item in enumerate(value):
        if type(item) is not str or text_fault(item) is not None:
            raise _no_text(owner, f"{attribute.name}[{index}]", item)


def _no_text(owner: object, field: str, value: object) -> InvalidTypeError | InvalidValueError:
    if type(value) is not str:
        return _wrong_type(owner, field, "a text", value)
    return refuse(owner, field, TEXT_RULE, value, text_fault(value))


def _check_tuple(owner: object, field: str, value: object) -> None:
    if type(value) is not tuple:
        hint = "wrap a single value in a tuple" if isinstance(value, str) else None
        raise _wrong_type(owner, field, "a tuple, or another ordered sequence", value, hint)


def optional(rule: Rule) -> Rule:
    """Return a rule that accepts ``None`` and the values that another rule accepts."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            rule(owner, attribute, value)

    return check


def instance(kind: type) -> Rule:
    """Return a rule that accepts the instances of a class, but not those of its subclasses."""
    expected = f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) is not kind:
            raise _wrong_type(owner, attribute.name, expected, value, _member_hint(kind, value))

    return check


def _member_hint(kind: type, value: object) -> str | None:
    """Return a hint that names the enumeration's member with the given string as its value, if any."""
    if issubclass(kind, Enum) and isinstance(value, str):
        for member in kind:
            if member.value == value:
                return f"use {member!r}"
    return None


def instances(kind: type) -> Rule:
    """Return a rule that accepts tuples of instances of a class; see `instance()`."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value == ():
            return
        _check_tuple(owner, attribute.name, value)
        if {*map(type, value)} != {kind}:
            index, item = next((i, item) for i, item in enumerate(value) if type(item) is not kind)
            raise _wrong_type(owner, f"{attribute.name}[{index}]", f"values of {kind.__name__}", item)

    return check


def day(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a date without a time."""
    # A datetime is an instance of date, but it has a time and a different JSON form.
    if type(value) is not date_class():
        hint = "use its date()" if isinstance(value, datetime) else None
        raise _wrong_type(owner, attribute.name, "a date", value, hint)


def form(pattern: str) -> Callable[[str], bool]:
    """Return a function that reports whether a whole text matches a pattern.

    The results are cached, because the records of a collection of letters share a few codes. A long
    value is not: the cache would keep it as long as the program runs.
    """
    expression = re.compile(pattern)

    def matches(value: str) -> bool:
        return expression.fullmatch(value) is not None

    cached = lru_cache(maxsize=1024)(matches)
    return lambda value: (cached if len(value) <= _LONGEST_CACHED else matches)(value)


ID = "[a-z0-9]+(-[a-z0-9]+)*"
"""The pattern of the ids of a framework's file: lower-case words and digits joined by hyphens, so that an
id can be part of a file name, of an address and of an inspection's id."""

ID_RULE = "lower-case words and digits joined by hyphens"
"""The rule for ids, in words."""

is_id: Callable[[str], bool] = form(ID)
"""Reports whether a text is an id."""


def number(*, least: int, most: int) -> Rule:
    """Return a rule that accepts the whole numbers between two bounds, both inclusive."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        # bool is a subclass of int, but True is not a count.
        if type(value) is not int:
            raise _wrong_type(owner, attribute.name, "a whole number", value)
        if not least <= value <= most:
            raise refuse(owner, attribute.name, f"a whole number from {least} to {most}", value)

    return check
