"""JSON Pointers (RFC 6901) into records."""

from __future__ import annotations

from typing import cast

import attrs

__all__ = ["value_at"]


def value_at(value: object, pointer: str) -> object:
    """Return the value at a JSON Pointer in a record, or ``None`` if nothing is there."""
    for step in pointer.split("/")[1:]:
        if isinstance(value, tuple):
            items = enumerate(cast("tuple[object, ...]", value))
            value = {str(index): item for index, item in items}.get(step)
        elif attrs.has(type(value)):
            value = attrs.asdict(cast("attrs.AttrsInstance", value), recurse=False).get(step)
        else:
            return None
    return value
