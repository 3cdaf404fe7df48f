"""The members of the JSON format, derived from the fields of the model's classes.

The converter, the fast path and the JSON Schema are all generated from this description, so that a
new field of a class becomes a member of the format automatically.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, cast, get_args, get_origin, get_type_hints

import attrs

from inspection_model import model
from inspection_model.comparing.comparison import (
    Comparison,
    DeclarationChange,
    FindingChange,
    JudgementChange,
    PlacedFinding,
    WordChange,
)
from inspection_model.comparing.history import History
from inspection_model.model import AnnualRating, Inspection, Reading
from inspection_model.model.days import date_class

__all__ = ["CLASSES", "ROOTS", "Member", "Record", "members_of"]

Record: TypeAlias = Inspection | Reading | AnnualRating | Comparison | History
"""A record that can be written as a document."""

ROOTS: dict[str, type[Record]] = {
    "inspection": Inspection,
    "reading": Reading,
    "annual-rating": AnnualRating,
    "comparison": Comparison,
    "history": History,
}
"""The document types and their classes."""

CLASSES: tuple[type[Any], ...] = (
    *(getattr(model, name) for name in model.__all__),
    *(Comparison, DeclarationChange, FindingChange, History, JudgementChange, PlacedFinding, WordChange),
)
"""Every class whose objects a document can hold."""


@attrs.frozen(kw_only=True)
class Member:
    """A member of a JSON object, which corresponds to a field of a class.

    Attributes:
        name: The name of the member and of the field.
        kind: The type of its value or, for an array, of its items: `str`, `int`, `date`, an
            enumeration or a class of the model.
        many: Whether its value is an array.
        required: Whether it must be present.
        written: Whether it is always written: its value is never empty, but it may have a default.
        attribute: The field, with its validator.
    """

    name: str
    kind: type[Any]
    many: bool
    required: bool
    written: bool
    attribute: attrs.Attribute[Any]


def members_of(cls: type) -> tuple[Member, ...]:
    """Return the members of a class of the model, in the order of declaration."""
    return _members(cls)


@cache  # the type hints are evaluated once, which takes most of the time of a first document
def _members(cls: type) -> tuple[Member, ...]:
    hints = get_type_hints(cls)
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast(Any, cls))
    return tuple(_member(attribute, hints[attribute.name]) for attribute in attributes)


def _member(attribute: attrs.Attribute[Any], hint: Any) -> Member:
    many = get_origin(hint) is tuple
    # The member's type is X for the hints tuple[X, ...], X | None and X.
    kinds = [part for part in get_args(hint) or (hint,) if part not in {NoneType, Ellipsis}]
    (kind,) = kinds
    if issubclass(kind, date):  # a frozen clock replaces it in the hints
        kind = date_class()
    elif not (kind in {str, int} or issubclass(kind, Enum) or attrs.has(kind)):
        raise TypeError(f"{attribute.name}: the format does not support the type {kind!r}")
    return Member(
        name=attribute.name,
        kind=kind,
        many=many,
        required=attribute.default is attrs.NOTHING,
        written=attribute.default not in (None, ()),
        attribute=attribute,
    )
