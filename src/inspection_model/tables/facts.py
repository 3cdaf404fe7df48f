"""What several tables say about a document: its inspection, its authority, its pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias, final

from inspection_model.model import Authority, Declaration, Inspection, Judgement, Reading, Remark
from inspection_model.registers import registered_authority
from inspection_model.tables.document import Document
from inspection_model.vocabulary import DeclarationState, IdentifierScheme, PersonRole

__all__ = ["Cell", "Facts"]

Cell: TypeAlias = object
"""A value of a column: a text, a date, a number, a tuple of texts, or ``None``."""

_OVERALL = ("overall-effectiveness", None)


@final
class Facts:
    """What the tables say about a document. What several rows need is looked up once.

    Args:
        document: The document.
        inspection: Its inspection.

    Attributes:
        document: The document.
        inspection: Its inspection.
        reading: The reading, if the record is one.
        id: The id of the inspection.
        codes: The official name, the codes, the URN and the region of the authority.
        about: The cells of the columns that most tables have about the inspection.
        judged: The first judgement of each area.
        grades: The grade of each area.
        categories: The category of each finding.
        listed: How many findings of each category the document lists.
        declared: How many findings of a category the prose declares; of several statements, the first.
    """

    def __init__(self, document: Document, inspection: Inspection) -> None:
        self.document = document
        self.inspection = inspection
        self.reading: Reading | None = document.record if isinstance(document.record, Reading) else None
        self.id: str = inspection.id
        self.codes: dict[str, str | None] = _codes(inspection.authority)
        self.about: tuple[Cell, ...] = self._about()
        self.judged: dict[str | None, Judgement] = {
            judgement.area: judgement for judgement in reversed(inspection.judgements)
        }
        self.grades: dict[str, str | None] = {
            area: judgement.grade for area, judgement in self.judged.items() if area
        }
        self.categories: list[str] = [str(finding.category) for finding in inspection.findings]
        self.listed: Counter[str] = Counter(self.categories)
        self.declared: dict[str, int] = _declared(inspection.declared)
        passages = self.reading.passages if self.reading else ()
        self._starts = {passage.role: passage.start for passage in reversed(passages)}
        source = self.reading.source if self.reading else ""
        self._page_ends = [found.start() for found in re.finditer("\f", source)]

    def _about(self) -> tuple[Cell, ...]:
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

    @property
    def leads(self) -> tuple[str, ...]:
        """The names of the lead inspectors."""
        return tuple(person.name for person in self.inspection.inspectors if person.role is PersonRole.LEAD)

    @property
    def overall(self) -> Judgement | None:
        """The judgement of the inspection as a whole."""
        found = (self.judged[area] for area in _OVERALL if area in self.judged)
        # An area that the framework does not have has no id either.
        whole = (each for each in found if each.area is not None or each.area_as_printed is None)
        return next(whole, None)

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


def _codes(authority: Authority | None) -> dict[str, str | None]:
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


def _declared(declarations: Sequence[Declaration]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for declaration in reversed(declarations):
        if declaration.state is DeclarationState.NONE:
            numbers[str(declaration.category)] = 0
        elif declaration.count is not None:
            numbers[str(declaration.category)] = declaration.count
    return numbers
