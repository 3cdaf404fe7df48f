"""Helpers for the strategy functions: checking arguments, defaults, optional values and tuples."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any, TypeVar, get_type_hints

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.strategies.published import check_strategy
from inspection_model.strategies.texts import texts

__all__ = ["build", "chosen", "optional", "optional_texts", "several"]

T = TypeVar("T")


def build(cls: Callable[..., T], given: Mapping[str, S[Any] | None], default: Mapping[str, S[Any]]) -> S[T]:
    """Build instances of a class from the given strategies, and default ones for the other fields.

    Args:
        cls: The class.
        given: The arguments of the strategy function: a strategy for a field, or ``None``.
        default: The default strategy of each field.

    Raises:
        InvalidArgument: If an argument is not a strategy.
    """
    for name, strategy in given.items():
        check_strategy(name, strategy)
    return st.builds(cls, **{**default, **{name: each for name, each in given.items() if each is not None}})


def chosen(name: str, strategy: S[T] | None, default: S[T]) -> S[T]:
    """Return the strategy that was passed as an argument, or the default if it was omitted.

    Raises:
        InvalidArgument: If the argument is not a strategy.
    """
    check_strategy(name, strategy)
    return default if strategy is None else strategy


def optional(strategy: S[T]) -> S[T | None]:
    """Draw ``None`` or a value."""
    return st.none() | strategy


def optional_texts(
    cls: type[attrs.AttrsInstance], *, besides: Container[str] = ()
) -> dict[str, S[str | None]]:
    """Return the default strategy of each field whose type is ``str | None``, by field name.

    Args:
        cls: The class.
        besides: The names of fields to leave out, because they have a strategy already.
    """
    types = get_type_hints(cls)
    names = (field.name for field in attrs.fields(cls) if types[field.name] == str | None)
    return {name: optional(texts()) for name in names if name not in besides}


def several(items: S[T], *, most: int = 3) -> S[tuple[T, ...]]:
    """Draw a tuple of up to `most` values."""
    return st.lists(items, max_size=most).map(tuple)
