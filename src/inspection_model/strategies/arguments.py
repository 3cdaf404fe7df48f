"""What every strategy function does with its arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

__all__ = ["build", "several"]

T = TypeVar("T")
S = st.SearchStrategy


def build(cls: Callable[..., T], given: dict[str, S[Any] | None], default: dict[str, S[Any]]) -> S[T]:
    """Build a class from the strategies that were given, and the default ones for the rest.

    Args:
        cls: The class.
        given: The arguments of the function: a strategy for a field, or ``None``.
        default: A strategy for each field.

    Raises:
        InvalidArgument: If an argument is no strategy.
    """
    for name, strategy in given.items():
        if strategy is not None and not isinstance(strategy, st.SearchStrategy):
            raise InvalidArgument(f"{name}={strategy!r} is no strategy; try st.just({strategy!r})")
    chosen = {name: strategy for name, strategy in given.items() if strategy is not None}
    return st.builds(cls, **{**default, **chosen})


def several(items: S[T], *, most: int = 3) -> S[tuple[T, ...]]:
    """Draw a tuple of up to so many values."""
    return st.lists(items, max_size=most).map(tuple)
