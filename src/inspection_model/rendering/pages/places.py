"""The places of a page to which links lead."""

from __future__ import annotations

from typing import final

import attrs

__all__ = ["Place"]


@final
@attrs.frozen
class Place:
    """A place of the page to which links lead.

    Attributes:
        anchor: Its fragment identifier.
        words: Its name.
        pointer: The pointer of the listed item at it; ``None`` for a section.
    """

    anchor: str
    words: str
    pointer: str | None = None
