"""The documents of a site that have a page, with their kinds and authorities."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import final

import attrs

from inspection_model.comparing import History
from inspection_model.comparing.dates import day_of
from inspection_model.frameworks.framework import Framework
from inspection_model.model import Inspection, Reading
from inspection_model.registers import RegisteredAuthority
from inspection_model.rendering.pages.pictures import Count, Graded, counts, graded
from inspection_model.site.actions import Action, Standing, actions_of
from inspection_model.tables import Document
from inspection_model.vocabulary import Category

__all__ = ["Kind", "Listed", "Place"]

_OVERALL = "overall-effectiveness"


@final
@attrs.frozen(eq=False)
class Kind:
    """A kind of inspection, or the documents whose kind was not recognised.

    Attributes:
        id: The id of the framework; ``None`` if the kind was not recognised.
        framework: The framework, if it is known.
        slug: The name of its page.
    """

    id: str | None
    framework: Framework | None
    slug: str

    @property
    def title(self) -> str:
        """The name of the kind."""
        return self.framework.title if self.framework else self.id or "Kind not recognised"


@final
@attrs.define(eq=False, slots=False)
class Listed:
    """A document that has a page.

    Attributes:
        document: The record with its file.
        inspection: The inspection.
        kind: Its kind.
        place: The authority.
        slug: The name of its page.
    """

    document: Document
    inspection: Inspection
    kind: Kind
    place: Place
    slug: str

    @cached_property
    def day(self) -> datetime.date | None:
        """The first day on site, else the date of the document."""
        return day_of(self.inspection)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """The numbers of findings by category."""
        return counts(self.inspection, self.kind.framework)

    @property
    def actions(self) -> int:
        """The number of areas for priority action."""
        return sum(each.number for each in self.counts if each.category is Category.PRIORITY_ACTION)

    @cached_property
    def overall(self) -> Graded | None:
        """The judgement of the inspection as a whole, if the document states one."""
        overall = [
            each
            for each in self.inspection.judgements
            if each.area == _OVERALL or (each.area is None and each.area_as_printed is None)
        ]
        return next(graded(overall, self.kind.framework), None)

    @property
    def reading(self) -> Reading | None:
        """The reading, if the record is one."""
        record = self.document.record
        return record if isinstance(record, Reading) else None


@final
@attrs.define(eq=False, slots=False)
class Place:
    """An authority or a partnership, or all documents that name neither.

    Attributes:
        name: Its official name, else the name that the last document prints; ``None`` if none does.
        dfe: Its DfE code, if it is certain.
        entry: Its entry in the register, if it is certain.
        histories: Its history; for documents that name no authority, one each.
        slug: The name of its page.
        documents: The documents, oldest first; those without a date are last.
    """

    name: str | None
    dfe: str | None
    entry: RegisteredAuthority | None
    histories: tuple[History, ...]
    slug: str
    documents: list[Listed] = attrs.field(factory=list[Listed])

    @property
    def title(self) -> str:
        """The name, or words for documents that name no authority."""
        return self.name or "Authority not stated"

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The areas for priority action, in order."""
        return tuple(each for history in self.histories for each in actions_of(history))

    @property
    def newest_actions(self) -> tuple[Action, ...]:
        """The areas for priority action, those of the newest document first; without a date last."""
        none = datetime.date.min
        return tuple(sorted(self.actions, key=lambda each: each.raised.day or none, reverse=True))

    def standing(self, standing: Standing) -> tuple[Action, ...]:
        """Return the areas for priority action of one standing."""
        return tuple(each for each in self.actions if each.standing == standing)

    @property
    def printed_names(self) -> tuple[str, ...]:
        """The names of the authority that the documents print, if they are not its official name."""
        authorities = (each.inspection.authority for each in self.documents)
        names = dict.fromkeys(each.name for each in authorities if each)
        return tuple(name for name in names if name != self.name)

    @cached_property
    def latest(self) -> tuple[Listed, ...]:
        """The last document with an overall judgement of each scale, the newest first."""
        if self.name is None:
            return ()
        found = {_scale(each): each for each in self.documents if each.overall}
        return tuple(each for each in reversed(self.documents) if found.get(_scale(each)) is each)

    @property
    def pages(self) -> dict[str, Listed]:
        """The document of each inspection, by its id; of several with one id, the last."""
        return {each.inspection.id: each for each in self.documents}

    @property
    def last_day(self) -> datetime.date | None:
        """The day of the newest document."""
        return max((each.day for each in self.documents if each.day), default=None)


def _scale(listed: Listed) -> object:
    """Return what two judgements that replace each other have in common."""
    areas = {judgement.area for judgement in listed.inspection.judgements}
    return _OVERALL if _OVERALL in areas else listed.kind
