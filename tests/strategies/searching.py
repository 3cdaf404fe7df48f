"""`hypothesis.find()` without an example database and without the explain phase.

With a database, every search first replays the examples of all earlier searches, so that each run of the
tests would take longer than the last. The explain phase is slow, and only useful for failures.
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
