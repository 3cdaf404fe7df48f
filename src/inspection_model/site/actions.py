"""The areas for priority action of an authority, with what the latest document says of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs

from inspection_model.comparing import History, PriorityAction
from inspection_model.vocabulary import Mention

__all__ = ["Action", "Standing", "actions_of"]

Standing: TypeAlias = Literal["open", "addressed", "silent", "again"]
"""The standing of an area for priority action, by the words of the documents."""

_STANDINGS: dict[Mention, Standing] = {
    Mention.ADDRESSED: "addressed",
    Mention.REFERS: "silent",  # it refers to the inspection, but not to the area
    Mention.SILENT: "silent",
}


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
        """Whether it is open, and if not, why.

        It is open if no document came later, or if the latest one mentions it without saying that it has been
        addressed. Otherwise the latest document says so, is silent, which does not mean that the action was
        taken, or the area is counted where it is listed again.
        """
        if self.is_counted_later:
            return "again"
        later = self.raised.later
        return _STANDINGS.get(later[-1].mention, "open") if later else "open"


def actions_of(history: History) -> Iterator[Action]:
    """Yield the areas for priority action of a history, in order."""
    raised = history.priority_actions
    names = {each.id for each in raised}
    for each in raised:
        again = {later.finding for later in each.later if later.mention is Mention.LISTED_AGAIN}
        yield Action(each, bool(again & names))
