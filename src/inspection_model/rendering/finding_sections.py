"""The sections of a report that list the findings, the most serious first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.words import fold_heading
from inspection_model.model.finding import Finding, Reference
from inspection_model.model.inspection import Inspection
from inspection_model.rendering.details import printed
from inspection_model.rendering.judging import area_words
from inspection_model.rendering.labels import labels
from inspection_model.rendering.report import Detail, Details, Item, Items, Note, ReportBlock, ReportSection
from inspection_model.vocabulary import Category

__all__ = ["finding_sections"]

_UNRANKED = 5


@attrs.frozen
class _Listed:
    """A finding with its position in the record and its id."""

    position: int
    finding: Finding
    finding_id: str

    @property
    def place(self) -> tuple[str | None, str | None]:
        """The area and the heading below which it is listed."""
        return self.finding.area, self.finding.heading


def finding_sections(inspection: Inspection, framework: Framework | None) -> Iterator[ReportSection]:
    """Yield a section for each category that has findings, in the order of the ranks.

    The unranked categories follow, each at the place of its first finding. Within a category the
    findings are in the order of the document.
    """
    listed: defaultdict[Category, list[_Listed]] = defaultdict(list)
    for position, named in enumerate(zip(inspection.findings, inspection.finding_ids, strict=True)):
        listed[named[0].category].append(_Listed(position, *named))
    day = inspection.visit.first_day if inspection.visit else None
    for category in sorted(listed, key=lambda each: each.rank or _UNRANKED):
        blocks: list[ReportBlock] = []
        meaning: str | None = None
        for (area, heading), group in groupby(listed[category], key=lambda each: each.place):
            section = framework.section(category, area) if framework else None
            before = meaning
            meaning = section.meaning_on(day) if section and day else None
            if meaning and meaning != before:
                blocks.append(Note(meaning))
            blocks += _group(category, area, heading, framework, [*_runs(group)])
        yield ReportSection(str(category), labels().categories[category][1], tuple(blocks), category)


def _group(
    category: Category,
    area: str | None,
    heading: str | None,
    framework: Framework | None,
    runs: list[Items],
) -> Iterator[ReportBlock]:
    """Yield the lists of findings below one heading, as a section unless the heading adds nothing."""
    title = heading if heading is not None else area and area_words(area, framework)
    if title is None or title.casefold() in map(str.casefold, labels().categories[category]):
        yield from _area(area, heading, framework)
        yield from runs
    else:
        blocks = (*_area(area, heading, framework), *runs)
        yield ReportSection(None, title, blocks, printed=heading is not None)


def _area(area: str | None, heading: str | None, framework: Framework | None) -> Iterator[ReportBlock]:
    """Yield the area unless the heading names it, as a heading with a grade does."""
    if area is None or heading is None:
        return
    known = framework.area(area) if framework else None
    names = known.printed if known else (area_words(area, framework),)
    if not any(fold_heading(name) in fold_heading(heading) for name in names):
        yield Details((Detail(labels().facts["area"], (area_words(area, framework),)),))


def _runs(group: Iterable[_Listed]) -> Iterator[Items]:
    """Yield lists in which either all items are numbered or none."""
    for _, run in groupby(group, key=lambda listed: listed.finding.number is None):
        yield Items(tuple(map(_item, run)))


def _item(listed: _Listed) -> Item:
    finding = listed.finding
    return Item(
        finding.text,
        number=finding.number,
        anchor="-".join(listed.finding_id.rsplit("/", 2)[1:]),
        details=(
            *printed("responsible", *finding.responsible),
            *printed("references", *map(_reference, finding.references)),
        ),
        parts=finding.parts,
        pointer=f"/findings/{listed.position}",
    )


def _reference(reference: Reference) -> str:
    return f"{reference.value}, {reference.scheme}"
