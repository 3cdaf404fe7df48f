"""What several tables say about a document: its inspection, its authority, its pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TypeAlias

from inspection_model.model import Inspection, Judgement, Reading, Remark
from inspection_model.registers import registered_authority
from inspection_model.tables.document import Document
from inspection_model.vocabulary import Category, DeclarationState, IdentifierScheme, PersonRole

__all__ = ["Cell", "Facts"]

Cell: TypeAlias = object
"""A value of a column: a text, a date, a number, a tuple of texts, or ``None``."""

_OVERALL = ("overall-effectiveness", None)


class Facts:
    """What the tables say about a document. What several rows need is looked up once.

    Args:
        document: The document.
        inspection: Its inspection.
    """

    def __init__(self, document: Document, inspection: Inspection) -> None:
        self.document = document
        self.inspection = inspection

    @property
    def reading(self) -> Reading | None:
        """The reading, if the record is one."""
        record = self.document.record
        return record if isinstance(record, Reading) else None

    @cached_property
    def id(self) -> str:
        """The id of the inspection."""
        return self.inspection.id

    @cached_property
    def codes(self) -> dict[str, str | None]:
        """The official name, the codes, the URN and the region of the authority."""
        authority = self.inspection.authority
        if authority is None:
            return dict.fromkeys(("name", "dfe", "gss", "urn", "region"))
        entry = registered_authority(authority)
        return {
            "name": entry and entry.name,
            "dfe": authority.identifier(IdentifierScheme.DFE),
            "gss": authority.identifier(IdentifierScheme.GSS),
            "urn": authority.identifier(IdentifierScheme.OFSTED_URN) or (entry and entry.urn),
            "region": entry and entry.region,
        }

    @cached_property
    def about(self) -> tuple[Cell, ...]:
        """The cells of the columns that most tables have about the inspection."""
        inspection, codes = self.inspection, self.codes
        authority, visit, publication = inspection.authority, inspection.visit, inspection.publication
        return (
            self.id,
            inspection.framework,
            codes["name"],
            authority and authority.name,
            inspection.partnership and inspection.partnership.name,
            codes["dfe"],
            codes["gss"],
            codes["urn"],
            codes["region"],
            visit and visit.first_day,
            visit and visit.last_day,
            publication and publication.date,
            self.document.file,
            self.document.sha256,
        )

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """The names of the lead inspectors."""
        return tuple(person.name for person in self.inspection.inspectors if person.role is PersonRole.LEAD)

    @cached_property
    def judged(self) -> dict[str | None, Judgement]:
        """The first judgement of each area."""
        return {judgement.area: judgement for judgement in reversed(self.inspection.judgements)}

    @property
    def overall(self) -> Judgement | None:
        """The judgement of the inspection as a whole."""
        found = (self.judged[area] for area in _OVERALL if area in self.judged)
        # An area that the framework does not have has no id either.
        whole = (each for each in found if each.area is not None or each.area_as_printed is None)
        return next(whole, None)

    @cached_property
    def listed(self) -> dict[Category, int]:
        """How many findings of each category the document lists."""
        counts = dict.fromkeys(Category, 0)
        for finding in self.inspection.findings:
            counts[finding.category] += 1
        return counts

    @cached_property
    def declared(self) -> dict[Category, int | None]:
        """How many findings of each category the prose declares; of several statements, the first."""
        numbers: dict[Category, int | None] = dict.fromkeys(Category)
        for declaration in reversed(self.inspection.declared):
            if declaration.state is DeclarationState.NONE:
                numbers[declaration.category] = 0
            elif declaration.count is not None:
                numbers[declaration.category] = declaration.count
        return numbers

    @cached_property
    def _starts(self) -> dict[str, int]:
        passages = self.reading.passages if self.reading else ()
        return {passage.role: passage.start for passage in reversed(passages)}

    @cached_property
    def _page_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\f", self.reading.source)] if self.reading else []

    def page_of(self, pointer: str) -> int | None:
        """Return the page on which a fact begins, from 1, or ``None`` if it has no passage."""
        start = self._starts.get(pointer)
        return None if start is None else self._page(start)

    def page_of_remark(self, remark: Remark) -> int | None:
        """Return the page that a remark concerns, from 1, or ``None`` if it concerns no passage."""
        return None if remark.start is None else self._page(remark.start)

    def _page(self, offset: int) -> int:
        # As `Reading.page_of()`, without counting the pages of the whole source for each fact.
        return bisect_right(self._page_ends, offset - 1) + 1
