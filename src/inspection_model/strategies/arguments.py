"""What every strategy function does with its arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy as S

__all__ = ["build", "chosen", "several"]

T = TypeVar("T")


def build(cls: Callable[..., T], given: Mapping[str, S[Any] | None], default: Mapping[str, S[Any]]) -> S[T]:
    """Build a class from the strategies that were given, and the default ones for the rest.

    Args:
        cls: The class.
        given: The arguments of the function: a strategy for a field, or ``None``.
        default: A strategy for each field.

    Raises:
        InvalidArgument: If an argument is no strategy.
    """
    for name, strategy in given.items():
        _check(name, strategy)
    return st.builds(cls, **{**default, **{name: each for name, each in given.items() if each is not None}})


def chosen(name: str, strategy: S[T] | None, default: S[T]) -> S[T]:
    """Give the strategy of an argument, or the default when it was left out.

    Raises:
        InvalidArgument: If the argument is no strategy.
    """
    _check(name, strategy)
    return default if strategy is None else strategy


def _check(name: str, strategy: object) -> None:
    if strategy is not None and not isinstance(strategy, st.SearchStrategy):
        raise InvalidArgument(f"{name}={strategy!r} is no strategy; try st.just({strategy!r})")


def several(items: S[T], *, most: int = 3) -> S[tuple[T, ...]]:
    """Draw a tuple of up to so many values."""
    return st.lists(items, max_size=most).map(tuple)
