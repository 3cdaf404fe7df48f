"""How records are copied and pickled."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any, TypeVar, cast, final

__all__ = ["HandedOver", "pickles_as_document", "reduced"]

_PICKLING = "inspection_model.serialising.pickling"

T = TypeVar("T")


def reduced(record: object) -> tuple[Any, ...]:
    """Give the stable form in which a record is pickled: its JSON document.

    The form belongs to the layer above, which is therefore asked for by name and only when a
    record is pickled.
    """
    return cast("tuple[Any, ...]", resolve_name(f"{_PICKLING}:reduced")(record))


def pickles_as_document(cls: type[T]) -> type[T]:
    """Make a class of records travel: pickled as its document, copied as itself, being frozen in depth."""
    for name, method in (("__reduce__", reduced), ("__copy__", _itself), ("__deepcopy__", _itself_deeply)):
        setattr(cls, name, method)
    return cls


def _itself(record: T) -> T:
    return record


def _itself_deeply(record: T, _: dict[int, Any]) -> T:
    return record


@final
class HandedOver:
    """A record on its way to another process of this program; what arrives there is the record.

    It was checked when it was made, so that the other process builds it without asking the rules
    again: no form for a file or a queue that another version may read.
    """

    __slots__ = ("_record",)

    def __init__(self, record: object) -> None:
        self._record = record

    def __reduce__(self) -> tuple[Any, ...]:
        return cast("tuple[Any, ...]", resolve_name(f"{_PICKLING}:handed_over")(self._record))
