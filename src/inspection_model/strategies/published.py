"""Strategy functions with a short repr: the call, such as ``findings(number=none())``.

Hypothesis shows the repr of a strategy in errors and in the tests that its ghostwriter writes. That of a
strategy for inspections that is built from other strategies has 37,000 characters.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy as S

__all__ = ["check_strategy", "published"]

P = ParamSpec("P")
T = TypeVar("T")

# Strategies that are kept for each function, by its arguments. Most are called without arguments.
_KEPT = 32


def published(*plain: str) -> Callable[[Callable[P, S[T]]], Callable[P, S[T]]]:
    """Return the decorator of a strategy function, whose strategies get the call as their repr.

    An argument that is not a strategy is rejected when the function is called, not when the strategy
    draws. All parameters of the function are keyword-only and optional.

    Args:
        plain: The names of the parameters that are not strategies.
    """

    def decorate(function: Callable[P, S[T]]) -> Callable[P, S[T]]:
        signature = inspect.signature(function, eval_str=True)
        named = st.composite(_drawing(function, signature))

        @functools.wraps(function)
        def call(*args: P.args, **given: P.kwargs) -> S[T]:
            arguments = signature.bind(*args, **given).arguments
            for name, value in arguments.items():
                if name not in plain:
                    check_strategy(name, value)
            return named(**{name: value for name, value in arguments.items() if value is not None})

        cast(Any, call).__signature__ = signature
        return call

    return decorate


def _drawing(function: Callable[..., S[T]], signature: inspect.Signature) -> Callable[..., T]:
    """Return a function that draws from the strategy of its arguments, for `st.composite()`."""
    strategy = functools.lru_cache(maxsize=_KEPT)(function)

    def drawing(draw: st.DrawFn, **given: Any) -> T:
        return draw(strategy(**given))

    first = inspect.Parameter("draw", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    parameters = [first, *signature.parameters.values()]
    drawing.__name__ = drawing.__qualname__ = function.__name__
    drawing.__module__, drawing.__doc__ = function.__module__, function.__doc__
    cast(Any, drawing).__signature__ = inspect.Signature(parameters)
    return drawing


def check_strategy(name: str, strategy: object) -> None:
    """Check that an argument is a strategy, or ``None`` if it was omitted.

    Raises:
        InvalidArgument: If it is neither.
    """
    if strategy is not None and not isinstance(strategy, st.SearchStrategy):
        raise InvalidArgument(f"{name}={strategy!r} is not a strategy; use st.just({strategy!r})")
