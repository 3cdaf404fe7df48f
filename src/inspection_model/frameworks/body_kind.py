"""The kinds of bodies that are responsible in a partnership."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.frameworks.words import fold_heading

__all__ = ["BodyKind"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class BodyKind:
    """A kind of body, such as a local authority or an integrated care board.

    Attributes:
        id: Its id, which is the `Body.kind` of the record.
        printed: The words above the column of such a body.
    """

    id: str
    printed: tuple[str, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """The printed words, folded by `fold_heading`."""
        return tuple(map(fold_heading, self.printed))
