"""The view of a whole record in a notebook.

A higher layer renders it. The package registers the function for it when it is imported, so that this
module imports nothing from that layer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

__all__ = ["Viewer", "register_viewer", "shown_in_notebooks"]

T = TypeVar("T")

Viewer: TypeAlias = Callable[[Any], str]
"""Returns the HTML that a notebook shows for a record."""

_viewers: list[Viewer] = []


def register_viewer(viewer: Viewer) -> None:
    """Set the function that renders records for notebooks."""
    _viewers[:] = [viewer]


def shown_in_notebooks(cls: type[T]) -> type[T]:
    """Class decorator: Jupyter and other notebooks show instances as a page."""
    setattr(cls, "_repr_html_", _repr_html)  # noqa: B010  # the class does not declare it
    return cls


def _repr_html(record: object) -> str:
    return _viewers[0](record)
