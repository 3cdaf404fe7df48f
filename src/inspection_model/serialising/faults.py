"""Faults of documents: where, what was expected, what was found, and a suggested fix."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, cast

import attrs

from inspection_model.errors import DocumentError, Fault

__all__ = [
    "describe",
    "did_you_mean",
    "in_document_order",
    "prefixed",
    "refused",
    "shortened",
    "step",
    "steps_of",
]

_EXCERPT = 60
_LARGE = 10**18  # excludes infinite floats and ints too long for Python to format
_LONGEST_WORD = 60  # a longer word is not a typing error, and comparing it takes long


def refused(expected: str, found: str, hint: str | None = None, *, pointer: str = "") -> DocumentError:
    """Return the error for a single fault."""
    return DocumentError((Fault(pointer=pointer, expected=expected, found=found, hint=hint),))


def describe(value: object) -> str:
    """Return a short description of a JSON value."""
    match value:
        case str():
            return f"the text {shortened(json.dumps(value, ensure_ascii=False))}"
        case None | bool():
            return json.dumps(value)
        case int() | float() if not -_LARGE < value < _LARGE:
            return "a number that is too large"
        case int() | float():
            return f"the number {shortened(repr(value))}"
        case list() | dict():
            return _contents(cast("list[object] | dict[object, object]", value))
        case _:
            return f"a Python {type(value).__name__}"


def _contents(value: list[object] | dict[object, object]) -> str:
    if isinstance(value, list):
        return f"an array of length {len(value)}"
    return f"an object with {shortened(', '.join(map(str, value))) or 'no members'}"


def shortened(text: str) -> str:
    """Return a text, truncated if it is long."""
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"


def did_you_mean(word: object, known: Iterable[str]) -> str | None:
    """Return a hint with the known word most similar to an unknown one, if there is one."""
    if not isinstance(word, str) or len(word) > _LONGEST_WORD:
        return None
    return _suggestion(word, tuple(known))


@lru_cache(maxsize=256)  # documents repeat their errors, and the comparison is slow
def _suggestion(word: str, known: tuple[str, ...]) -> str | None:
    folded = word.lower().replace("_", "-").replace(" ", "-")
    forms = {name.replace("_", "-"): name for name in known}
    close = get_close_matches(folded, forms, n=1)
    return f"did you mean {forms[close[0]]}?" if close else None


def step(name: str | int) -> str:
    """Return one reference token of a JSON Pointer (RFC 6901), with its slash."""
    return f"/{name}" if isinstance(name, int) else f"/{name.replace('~', '~0').replace('/', '~1')}"


def steps_of(fault: Fault) -> tuple[str, ...]:
    """Return the names and indexes of a fault's pointer."""
    tokens = fault.pointer.split("/")[1:]
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)


def prefixed(name: str | int, faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults of a part with pointers relative to the object or array that contains it."""
    before = step(name)
    return [attrs.evolve(fault, pointer=before + fault.pointer) for fault in faults]


def in_document_order(faults: Iterable[Fault], document: object) -> tuple[Fault, ...]:
    """Sort faults by their position in the document; missing members come after existing ones."""
    positions: dict[int, dict[str, int]] = {}  # of the members of each object, by its id()

    def place(fault: Fault) -> list[int]:
        here: Any = document
        way: list[int] = []
        for name in steps_of(fault):
            if isinstance(here, dict):
                members = cast("dict[str, Any]", here)
                if id(members) not in positions:
                    positions[id(members)] = {key: n for n, key in enumerate(members)}
                known = positions[id(members)]
                way.append(known.get(name, len(known)))
                here = members.get(name)
            elif isinstance(here, list):
                items = cast(Any, here)
                way.append(int(name))
                here = items[int(name)]
        return way

    return tuple(sorted(faults, key=place))
