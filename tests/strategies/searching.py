"""Hypothesis' search without its memory.

`hypothesis.find()` keeps what it finds for every search there is, and tries all of it first the next
time: with each run of these tests the next one would take longer. What it does to explain a failure
takes longer still, and here nothing fails.
"""

from __future__ import annotations

from functools import partial

import hypothesis
from hypothesis import Phase

__all__ = ["find"]

find = partial(
    hypothesis.find,
    settings=hypothesis.settings(max_examples=2000, database=None, phases=(Phase.generate, Phase.shrink)),
)
