"""Import of the libraries that the extras of the tables install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from inspection_model.errors import MissingExtraError

__all__ = ["optional_module"]


def optional_module(name: str, *, wanted: str, extra: str) -> Any:
    """Import a library of an extra. Some of these libraries have no types.

    Args:
        name: The name of the module.
        wanted: The operation that needs it.
        extra: The extra.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtraError(wanted, extra) from error
