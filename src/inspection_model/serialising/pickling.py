"""Pickling of records as their JSON documents.

A default pickle contains the names of modules, classes and fields, and cannot be loaded after one of
them changes. The JSON document is smaller, faster, validated when it is loaded, and migrated to the
current version. The names of `restore()` and of this module are part of every pickle and must never
change.
"""

from __future__ import annotations

from typing import cast

import attrs

from inspection_model.model import Reading
from inspection_model.model.pickling import Reduced
from inspection_model.serialising import fast
from inspection_model.serialising.documents import dumps, loads
from inspection_model.serialising.members import Record, kind_of
from inspection_model.serialising.values import LONE_SURROGATE

__all__ = ["reduce_stable", "reduce_trusted", "restore"]


def reduce_stable(value: Record) -> Reduced:
    """Return the reduced form of a record: `restore()` and its arguments."""
    if isinstance(value, Reading) and LONE_SURROGATE.search(value.source):
        # JSON cannot hold a lone surrogate, pickle can: the source is stored beside a document
        # whose own source consists of spaces and has the same length.
        blank = attrs.evolve(value, source=" " * len(value.source))
        return restore, (dumps(blank).encode(), value.source)
    return restore, (dumps(value).encode(),)


def reduce_trusted(value: Record) -> Reduced:
    """Return the reduced form for a pickle that is loaded by the same version of this library.

    Nothing is validated or migrated when it is loaded; see `TrustedPickle`.
    """
    kind = kind_of(value)
    members = fast.pack(value, kind)
    return reduce_stable(value) if members is None else (fast.unpack, (members, kind))


def restore(document: bytes, source: str | None = None) -> Record:
    """Read a pickled record.

    Args:
        document: Its JSON document, of this version of the format or an older one.
        source: The source of a reading, if JSON cannot represent it.

    Raises:
        DocumentError: If it is not a valid document.
    """
    value = loads(document)
    return value if source is None else attrs.evolve(cast(Reading, value), source=source)
