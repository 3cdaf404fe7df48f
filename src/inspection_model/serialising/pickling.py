"""A stable form for pickle: the document, and how to read it.

Python's own way of pickling stores the names of modules, classes and fields, and breaks with any
of them. A record is pickled as its JSON document instead: smaller, faster, checked when it is
read, and brought to the current version by the migrations. The name of `restore()` and of this
module are stored in every pickle, so they stay as they are for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import attrs

from inspection_model.model import Reading
from inspection_model.serialising import fast
from inspection_model.serialising.converter import LONE_SURROGATE
from inspection_model.serialising.documents import dumps, kind_of, loads
from inspection_model.serialising.members import Record

__all__ = ["handed_over", "reduced", "restore"]


def reduced(value: Record) -> tuple[Callable[..., Record], tuple[Any, ...]]:
    """Give what ``__reduce__`` of a record returns: `restore()` and its arguments."""
    if isinstance(value, Reading) and LONE_SURROGATE.search(value.source):
        # JSON cannot carry half of a character, pickle can: the source travels beside a document
        # whose source is a blank of the same length.
        blank = attrs.evolve(value, source=" " * len(value.source))
        return restore, (dumps(blank).encode(), value.source)
    return restore, (dumps(value).encode(),)


def handed_over(value: Record) -> tuple[Callable[..., Record], tuple[Any, ...]]:
    """Give the same for a pickle that only another process of this program reads.

    It is of this version of everything, so that nothing has to be checked or migrated.
    """
    kind = kind_of(value)
    members = fast.pack(value, kind)
    return reduced(value) if members is None else (fast.unpack, (members, kind))


def restore(document: bytes, source: str | None = None) -> Record:
    """Read a pickled record.

    Args:
        document: Its JSON document, of this version of the format or an older one.
        source: The source of a reading that JSON cannot carry.

    Raises:
        DocumentError: If the document is none.
    """
    value = loads(document)
    return value if source is None else attrs.evolve(cast(Reading, value), source=source)
