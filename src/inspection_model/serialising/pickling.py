"""A stable form for pickle: the document, and how to read it.

Python's own way of pickling stores the names of modules, classes and fields, and breaks with any
of them. A record is pickled as its JSON document instead: smaller, faster, checked when it is
read, and brought to the current version by the migrations. The name of `restore()` and of this
module are stored in every pickle, so they stay as they are for ever.
"""

from __future__ import annotations

from typing import cast

import attrs

from inspection_model.model import Reading
from inspection_model.model.pickling import Reduced
from inspection_model.serialising import fast
from inspection_model.serialising.documents import dumps, kind_of, loads
from inspection_model.serialising.members import Record
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
        source: The source of a reading that JSON cannot carry.

    Raises:
        DocumentError: If the document is none.
    """
    value = loads(document)
    return value if source is None else attrs.evolve(cast(Reading, value), source=source)
