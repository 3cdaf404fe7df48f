"""Authorities that took over the areas of others.

The data are in ``successions.csv``. A boundary that changes under the same DfE code is in the register of
authorities, see `authorities`.
"""

from __future__ import annotations

import csv
import datetime
import functools
from importlib.resources import files
from typing import final

import attrs

__all__ = ["Succession", "predecessors", "successions"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Succession:
    """An authority that took over an area, or a part of it, from another that ended.

    Attributes:
        predecessor: The DfE code of the authority that ended.
        successor: The DfE code of the authority that took over.
        day: The first day of the successor.
    """

    predecessor: str
    successor: str
    day: datetime.date


@functools.cache
def successions() -> tuple[Succession, ...]:
    """Return all successions, oldest first."""
    text = files("inspection_model.registers").joinpath("successions.csv").read_text(encoding="utf-8")
    _, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Succession(predecessor=old, successor=new, day=datetime.date.fromisoformat(day))
        for old, new, day in rows
    )


@functools.cache
def predecessors(dfe: str) -> frozenset[str]:
    """Return the DfE codes of all authorities whose area, or a part of it, an authority took over."""
    found = {each.predecessor for each in successions() if each.successor == dfe}
    return frozenset(found).union(*map(predecessors, found))
