"""Pausing Python's garbage collector while many records are created."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["collector_paused"]


@contextmanager
def collector_paused() -> Generator[None, None, None]:
    """Disable the garbage collector; re-enable it only if it was enabled before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # freeze() and unfreeze() move all objects to the oldest generation, so that the collector
            # does not traverse the new records immediately. Objects frozen by the application
            # must stay frozen.
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
