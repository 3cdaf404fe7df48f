"""The areas for priority action of an authority, with what the latest document says of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs

from inspection_model.comparing import History, PriorityAction
from inspection_model.vocabulary import Mention

__all__ = ["Action", "Standing", "actions_of"]

Standing: TypeAlias = Literal["open", "silent", "again"]
"""The standing of an area for priority action, by the words of the documents."""


@final
@attrs.frozen
class Action:
    """An area for priority action.

    Attributes:
        raised: The area, and what every later document says of it.
        is_counted_later: Whether a later document lists it again, in the same words, as an area for
            priority action; that one is then counted.
    """

    raised: PriorityAction
    is_counted_later: bool

    @property
    def standing(self) -> Standing:
        """Whether it is open, the latest document is silent, or it is counted where it is listed again.

        It is open if no document came later, or if the latest one mentions it. That the latest document is
        silent does not mean that the action was taken.
        """
        if self.is_counted_later:
            return "again"
        later = self.raised.later
        return "silent" if later and later[-1].mention is Mention.SILENT else "open"


def actions_of(history: History) -> Iterator[Action]:
    """Yield the areas for priority action of a history, in order."""
    raised = history.priority_actions
    names = {each.id for each in raised}
    for each in raised:
        again = {later.finding for later in each.later if later.mention is Mention.LISTED_AGAIN}
        yield Action(each, bool(again & names))
