"""Checks of the arguments `framework` and `frameworks` of public functions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from inspection_model.errors import InvalidTypeError
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import find_framework, shipped_frameworks

__all__ = ["framework_of", "known_frameworks"]

_EXCERPT = 60


def known_frameworks(frameworks: Iterable[Framework] | None, *, where: str) -> tuple[Framework, ...]:
    """Return the frameworks that were passed to a function; those of the package if omitted.

    Args:
        frameworks: The argument.
        where: The function and the argument, such as ``check(frameworks)``.

    Raises:
        InvalidTypeError: If the argument is not an iterable of frameworks.
    """
    if frameworks is None:
        return shipped_frameworks()
    given = cast(object, frameworks)
    if isinstance(given, str | bytes | Framework) or not isinstance(given, Iterable):
        raise _no_framework(where, "frameworks in a list", given)
    known = tuple(frameworks)
    for framework in known:
        if not isinstance(cast(object, framework), Framework):
            raise _no_framework(where, "frameworks", framework)
    return known


def framework_of(name: str | None, framework: Framework | None, *, where: str) -> Framework | None:
    """Return the framework that was passed to a function, else the shipped one with an id, else ``None``.

    Args:
        name: The id, such as the one of an inspection.
        framework: The argument.
        where: The function and the argument, such as ``render_text(framework)``.

    Raises:
        InvalidTypeError: If the argument is not a framework.
    """
    if framework is None:
        return find_framework(name)
    if not isinstance(cast(object, framework), Framework):
        raise _no_framework(where, "a framework", framework)
    return framework


def _no_framework(where: str, expected: str, given: object) -> InvalidTypeError:
    """Return the error for an argument that is not a framework, with what to pass instead."""
    shown = f"Framework {given.id}" if isinstance(given, Framework) else f"{type(given).__name__} {given!r}"
    found = shown if len(shown) <= _EXCERPT else f"{shown[: _EXCERPT - 1]}…"
    if isinstance(given, Framework):
        hint = "put it into a list"
    elif isinstance(given, str) and find_framework(given) is not None:
        one = f"f for f in shipped_frameworks() if f.id == {given!r}"
        hint = f"pass [{one}]" if expected != "a framework" else f"pass next({one})"
    else:
        hint = "pass what load_framework(path) returns, or some of shipped_frameworks()"
        hint = f"{hint}, in a list" if expected != "a framework" else hint
    return InvalidTypeError(where, expected, found, hint)
