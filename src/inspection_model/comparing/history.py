"""The history of an authority: its inspections in order, and what became of their results."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import final

import attrs

from inspection_model.comparing.actions import PriorityAction, priority_actions
from inspection_model.comparing.dates import day_of
from inspection_model.comparing.grades import DatedJudgement, judgements_over_time
from inspection_model.comparing.history_remarks import history_remarks, superseded
from inspection_model.comparing.lineage import dfe_code
from inspection_model.model import fields
from inspection_model.model.inspection import Inspection
from inspection_model.model.pickling import pickles_as_document
from inspection_model.model.reading import Remark
from inspection_model.registers.successions import Succession, successions

__all__ = ["History"]


def _in_order(value: Iterable[Inspection]) -> tuple[Inspection, ...]:
    given = fields.as_tuple(value)
    if not all(type(each) is Inspection for each in given):
        return given  # the validator reports it
    ordered: list[Inspection] = []
    for _, group in groupby(sorted(given, key=_place), key=_place):
        alike = [*group]
        # Different documents of one day have the same order, whatever the order of the input.
        ordered += sorted(alike, key=repr) if len(alike) > 1 else alike
    return tuple(ordered)


def _place(inspection: Inspection) -> tuple[datetime.date, datetime.date, str]:
    published = inspection.publication.date if inspection.publication else None
    return day_of(inspection) or datetime.date.max, published or datetime.date.min, inspection.id


@final
@pickles_as_document
@attrs.frozen(weakref_slot=False)
class History:
    """The inspections of one authority, of all kinds, in order.

    Everything else about the history follows from the inspections: see the properties. What no document
    says is not inferred.

    Attributes:
        inspections: The inspections, by their first day on site, else by the date of the document; those
            without a date are last.

    Raises:
        InvalidTypeError: If something is not an inspection, such as a `Reading`.
    """

    inspections: tuple[Inspection, ...] = attrs.field(
        default=(), converter=_in_order, validator=fields.instances(Inspection)
    )

    def __attrs_post_init__(self) -> None:
        if self.inspections != _in_order(self.inspections):
            raise fields.refuse(self, "inspections", "inspections in order", self.inspections)

    @property
    def name(self) -> str | None:
        """The name of the authority as the last document prints it, if one does."""
        return next((each.authority.name for each in reversed(self.inspections) if each.authority), None)

    @property
    def documents(self) -> tuple[Inspection, ...]:
        """The inspections without duplicates and without all but the last version of a document."""
        left_out = superseded(self.inspections)
        return tuple(each for index, each in enumerate(self.inspections) if index not in left_out)

    @property
    def judgements(self) -> tuple[DatedJudgement, ...]:
        """The judgements of each area over time, by area, with the change since the one before."""
        return judgements_over_time(self.documents)

    @property
    def priority_actions(self) -> tuple[PriorityAction, ...]:
        """The areas for priority action, each with what every later document says of it."""
        return priority_actions(self.documents)

    @property
    def successions(self) -> tuple[Succession, ...]:
        """The entries of the register about authorities that these followed, or that followed these."""
        codes = {dfe_code(each) for each in self.inspections} - {None}
        return tuple(each for each in successions() if {each.predecessor, each.successor} & codes)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What a person should check, such as duplicates, versions, missing dates, and codes that changed."""
        return history_remarks(self.inspections)
