"""Copying and pickling of whole records.

A record is pickled as its JSON document, which a higher layer writes. The package registers the
functions for it when it is imported, so that this module imports nothing from that layer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, final

__all__ = ["Reduced", "Reducer", "TrustedPickle", "pickles_as_document", "register_pickler"]

T = TypeVar("T")

Reduced: TypeAlias = tuple[Callable[..., object], tuple[Any, ...]]
"""What ``__reduce__`` returns: a function and the arguments with which it rebuilds the object."""
Reducer: TypeAlias = Callable[[Any], Reduced]
"""Returns the reduced form of a record."""

_reducers: dict[str, Reducer] = {}


def register_pickler(*, stable: Reducer, trusted: Reducer) -> None:
    """Set the functions that pickle records.

    Args:
        stable: Returns the form that later versions of the library can read and that is validated
            when it is loaded.
        trusted: Returns the form for `TrustedPickle`.
    """
    _reducers.update(stable=stable, trusted=trusted)


def pickles_as_document(cls: type[T]) -> type[T]:
    """Class decorator: pickle instances as their JSON document; copying returns the instance itself.

    A copy need not be another object, because a record and everything in it is immutable.
    """
    for name, method in (("__reduce__", _reduce), ("__copy__", _copy), ("__deepcopy__", _deepcopy)):
        setattr(cls, name, method)
    return cls


def _reduce(record: object) -> Reduced:
    return _reducers["stable"](record)


def _copy(record: T) -> T:
    return record


def _deepcopy(record: T, _: dict[int, Any]) -> T:
    return record


@final
class TrustedPickle:
    """Pickle wrapper for trusted transfer between our own processes; skips validation on arrival.

    Unpickling returns the record itself, not the wrapper. Both processes must run the same version
    of the library: do not store this form or send it to another program.
    """

    __slots__ = ("_record",)

    def __init__(self, record: object) -> None:
        self._record = record

    def __reduce__(self) -> Reduced:
        return _reducers["trusted"](self._record)
