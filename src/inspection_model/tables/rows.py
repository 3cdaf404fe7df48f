"""The rows of each table, as columns without those about the inspection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from inspection_model.model import Judgement
from inspection_model.tables.facts import Cell, Facts
from inspection_model.vocabulary import Category, PublicationForm

__all__ = ["Columns", "columns_of"]

Columns: TypeAlias = Sequence[Sequence[Cell]]
"""The cells of each column; no column if there is no row."""
Row: TypeAlias = tuple[Cell, ...]

# By the text of a category, which is found several times as fast as a member of the enum.
_RANKS = {category.value: category.rank for category in Category}


def columns_of(table: str, facts: Facts) -> Columns:
    """Return the rows of a document in a table, without the columns about the inspection."""
    # Documents have many findings and few of everything else: only findings are made as columns.
    return _findings(facts) if table == "findings" else list(zip(*_ROWS[table](facts), strict=True))


def _findings(facts: Facts) -> Columns:
    findings, categories = facts.inspection.findings, facts.categories
    areas = [finding.area for finding in findings]
    pointers = [f"/findings/{index}/text" for index in range(len(findings))] if facts.reading else ()
    return (
        facts.inspection.finding_ids,
        range(1, len(findings) + 1),
        categories,
        [_RANKS[category] for category in categories],
        areas,
        [facts.grades.get(area) if area else None for area in areas],
        [finding.number for finding in findings],
        [finding.heading for finding in findings],
        [finding.text for finding in findings],
        [finding.parts for finding in findings],
        [facts.page_of(pointer) for pointer in pointers] or [None] * len(findings),
        [finding.responsible for finding in findings],
        [
            tuple([f"{reference.value}, {reference.scheme}" for reference in finding.references])
            for finding in findings
        ],
        [facts.declared.get(category) for category in categories],
        [facts.listed[category] for category in categories],
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
        facts.listed[Category.PRIORITY_ACTION.value],
        facts.declared.get(Category.PRIORITY_ACTION.value),
        facts.listed[Category.IMPROVEMENT.value],
        facts.declared.get(Category.IMPROVEMENT.value),
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


_ROWS: dict[str, Callable[[Facts], Iterator[Row]]] = {
    "inspections": _inspections,
    "judgements": _judgements,
    "evidence": _evidence,
    "people": _people,
    "remarks": _remarks,
    "d2i": _d2i,
}
