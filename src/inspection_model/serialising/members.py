"""The members of the JSON format, derived from the fields of the model's classes.

The converter, the fast path and the JSON Schema are all generated from this description, so that a
new field of a class becomes a member of the format automatically.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from importlib import import_module
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    ForwardRef,
    TypeAlias,
    Union,
    cast,
    final,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs

from inspection_model import model
from inspection_model.errors import InvalidTypeError
from inspection_model.model import AnnualRating, Inspection, Reading
from inspection_model.model.days import date_class

__all__ = ["ROOTS", "Member", "Record", "kind_of", "members_of", "record_classes"]

if TYPE_CHECKING:
    from inspection_model.comparing.comparison import Comparison
    from inspection_model.comparing.history import History

    Record: TypeAlias = Inspection | Reading | AnnualRating | Comparison | History
else:

    def _later(kind: str) -> ForwardRef:
        return ForwardRef(f"ROOTS[{kind!r}]", module=__name__)

    # Programs that evaluate the annotations load the two classes; those that read inspections do not.
    Record = Union[Inspection, Reading, AnnualRating, _later("comparison"), _later("history")]  # noqa: UP007
"""A record that can be written as a document."""

_COMPARISON = "inspection_model.comparing.comparison"
_PLACES = {
    "inspection": ("inspection_model.model", "Inspection"),
    "reading": ("inspection_model.model", "Reading"),
    "annual-rating": ("inspection_model.model", "AnnualRating"),
    "comparison": (_COMPARISON, "Comparison"),
    "history": ("inspection_model.comparing.history", "History"),
}
"""The module and the name of the class of each document type."""
_KINDS = {name: kind for kind, (_, name) in _PLACES.items()}


@final
class _Roots(Mapping[str, type[Record]]):
    """Imports the class of a document type on first access."""

    def __getitem__(self, kind: str) -> type[Record]:
        module, name = _PLACES[kind]
        return cast("type[Record]", getattr(import_module(module), name))

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


ROOTS: Mapping[str, type[Record]] = _Roots()
"""The document types and their classes."""


@lru_cache(maxsize=8)
def _kind_of_class(cls: type) -> str | None:
    kind = _KINDS.get(cls.__name__)
    return kind if kind is not None and ROOTS[kind] is cls else None


def kind_of(value: object) -> str:
    """Return the document type of a record; reject any other value."""
    cls: type = type(value)
    kind = _kind_of_class(cls)
    if kind is None:
        expected = f"one of {', '.join(name for _, name in _PLACES.values())}"
        many = type(value) in {list, tuple}
        hint = "write several records with write_json_lines()" if many else None
        raise InvalidTypeError("dumps(value)", expected, type(value).__name__, hint)
    return kind


def record_classes() -> tuple[type[Any], ...]:
    """Return every class whose objects a document can hold."""
    comparison: Any = import_module(_COMPARISON)
    parts = [getattr(comparison, name) for name in comparison.__all__]
    return (*(getattr(model, name) for name in model.__all__), *parts, ROOTS["history"])


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
