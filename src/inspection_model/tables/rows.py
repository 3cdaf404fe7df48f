"""The rows of each table, as cells in the order of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from inspection_model.model import Judgement
from inspection_model.tables.facts import Cell, Facts
from inspection_model.vocabulary import Category, PublicationForm

__all__ = ["ROWS", "Row"]

Row: TypeAlias = tuple[Cell, ...]
"""The cells of a row."""


def _findings(facts: Facts) -> Iterator[Row]:
    inspection = facts.inspection
    for index, (name, finding) in enumerate(zip(inspection.finding_ids, inspection.findings, strict=True)):
        judgement = facts.judged.get(finding.area) if finding.area else None
        yield (
            name,
            index + 1,
            finding.category.value,
            finding.category.rank,
            finding.area,
            judgement and judgement.grade,
            finding.number,
            finding.heading,
            finding.text,
            finding.parts,
            facts.page_of(f"/findings/{index}/text"),
            finding.responsible,
            tuple(f"{reference.value}, {reference.scheme}" for reference in finding.references),
            facts.declared[finding.category],
            facts.listed[finding.category],
        )


def _inspections(facts: Facts) -> Iterator[Row]:
    inspection, overall = facts.inspection, facts.overall
    publication, previous = inspection.publication, inspection.previous
    yield (
        publication and publication.form.value,
        publication and publication.title,
        facts.leads,
        overall and overall.grade,
        overall and overall.rank,
        len(inspection.findings),
        len(inspection.judgements),
        facts.listed[Category.PRIORITY_ACTION],
        facts.declared[Category.PRIORITY_ACTION],
        facts.listed[Category.IMPROVEMENT],
        facts.declared[Category.IMPROVEMENT],
        previous and previous.first_day,
        len(facts.reading.remarks) if facts.reading else None,
    )


def _judgements(facts: Facts) -> Iterator[Row]:
    for position, judgement in enumerate(facts.inspection.judgements, start=1):
        yield (
            f"{facts.id}/judgement/{position}",
            position,
            judgement.area,
            judgement.area_as_printed,
            judgement.part_of,
            judgement.grade,
            judgement.grade_as_printed,
            judgement.rank,
        )


def _evidence(facts: Facts) -> Iterator[Row]:
    for position, source in enumerate(facts.inspection.evidence, start=1):
        own = (position, source.method.value, source.text, source.participants)
        yield (f"{facts.id}/evidence/{position}", *own)


def _people(facts: Facts) -> Iterator[Row]:
    publication = facts.inspection.publication
    groups = {
        "inspector": facts.inspection.inspectors,
        "recipient": publication.recipients if publication else (),
        "signatory": publication.signatories if publication else (),
    }
    for capacity, people in groups.items():
        for position, person in enumerate(people, start=1):
            role = person.role and person.role.value
            own = (capacity, position, person.name, person.post, person.organisation, role)
            yield (f"{facts.id}/{capacity}/{position}", *own)


def _remarks(facts: Facts) -> Iterator[Row]:
    for remark in facts.reading.remarks if facts.reading else ():
        page = facts.page_of_remark(remark)
        yield (remark.code.value, remark.message, remark.pointer, page)


def _d2i(facts: Facts) -> Iterator[Row]:
    inspection, codes = facts.inspection, facts.codes
    authority, visit, publication = inspection.authority, inspection.visit, inspection.publication
    is_report = publication is not None and publication.form is PublicationForm.REPORT
    yield (
        codes["urn"],
        codes["dfe"],
        codes["gss"],
        codes["region"],
        codes["name"] or (authority and authority.name),
        facts.document.link,
        _grade(facts.overall),
        *(_grade(facts.judged.get(area)) for area in _D2I_AREAS),
        inspection.framework,
        next(iter(facts.leads), None),
        visit and visit.first_day,
        visit and visit.last_day,
        publication.date if publication and is_report else None,
        facts.id,
        facts.document.file,
    )


_D2I_AREAS = ("leadership", "help-and-protection", "care-and-care-leavers", "care", "care-leavers")


def _grade(judgement: Judgement | None) -> str | None:
    """Return a grade as the overview writes it: ``requires improvement``."""
    return judgement.grade.replace("-", " ") if judgement and judgement.grade else None


ROWS: dict[str, Callable[[Facts], Iterator[Row]]] = {
    "findings": _findings,
    "inspections": _inspections,
    "judgements": _judgements,
    "evidence": _evidence,
    "people": _people,
    "remarks": _remarks,
    "d2i": _d2i,
}
"""The function that yields the rows of each table, without the columns about the inspection."""
