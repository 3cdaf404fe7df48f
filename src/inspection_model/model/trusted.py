"""Records made of values that are known to be good, without asking their rules again.

Who has checked the values in another way (a decoder in C, a reader that folded every text itself)
fills an *open* object, an instance of a plain class with the record's slots, and closes it by giving
it the record's class. Ordinary assignments are the fastest way to fill slots, and a frozen class
forbids them.
"""

from __future__ import annotations

from typing import Any, cast

__all__ = ["open_class"]


def open_class(cls: type) -> type[Any]:
    """Make the class of open objects for a class of records."""
    return type(cls.__name__, (), {"__slots__": cast(Any, cls).__slots__})
