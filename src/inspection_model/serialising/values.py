"""Hooks for plain values: texts, whole numbers, dates, codes of enumerations, and arrays of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, cast

from inspection_model.errors import DocumentError, Fault
from inspection_model.model.days import date_class
from inspection_model.serialising.faults import describe, did_you_mean, prefixed, refused

__all__ = ["LONE_SURROGATE", "PLAIN", "Structure", "structure_array", "structure_code"]

Structure: TypeAlias = Callable[[Any], Any]
"""Checks a plain value and returns the model's value for it."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Matches a surrogate, which no encoding can represent. In a Python `str` every surrogate is lone."""


def _structure_str(value: object) -> str:
    if type(value) is not str:
        raise refused("a text", describe(value), _TEXT_HINTS.get(type(value)))
    if lone := LONE_SURROGATE.search(value):
        found = f"the lone surrogate U+{ord(lone.group()):04X} at {lone.start()}"
        raise refused("a text without lone surrogates", found, "replace it, for instance by U+FFFD")
    return value


_TEXT_HINTS: dict[type, str] = {type(None): "omit the member", int: "put it in quotes"}


def _structure_int(value: object) -> int:
    if type(value) is not int:
        hint = "omit the member" if value is None else None
        raise refused("a whole number", describe(value), hint)
    return value


def _structure_date(value: object) -> date:
    expected = "a date such as 2009-10-06"
    if type(value) is not str:
        raise refused(expected, describe(value), "omit the member" if value is None else None)
    if not _ISO_DATE.fullmatch(value):
        hint = "write the date without a time" if _ISO_DATE.match(value) else "write year-month-day"
        raise refused(expected, describe(value), hint)
    try:
        return date_class().fromisoformat(value)
    except ValueError:
        raise refused(expected, describe(value), "there is no such date") from None


PLAIN: dict[type, Structure] = {str: _structure_str, int: _structure_int, date_class(): _structure_date}


def structure_code(kind: type[Enum]) -> Structure:
    """Return the hook for an enumeration."""
    codes: dict[Any, Enum] = {member.value: member for member in kind}

    def structure(value: object) -> Enum:
        if type(value) is not str or value not in codes:
            raise refused(f"one of {', '.join(codes)}", describe(value), did_you_mean(value, codes))
        return codes[value]

    return structure


_ARRAY_HINTS: dict[type, str] = {
    type(None): "omit the member",
    str: "wrap a single value in an array",
    dict: "wrap a single value in an array",
}


def structure_array(structure: Structure) -> Structure:
    """Return the hook for an array, given the hook for its items. The faults of all items are reported."""

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
