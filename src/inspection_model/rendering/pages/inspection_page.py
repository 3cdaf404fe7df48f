"""The page of an inspection, with the proof of a reading beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, final

import attrs

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading, Remark
from inspection_model.rendering.labels import labels, written_days
from inspection_model.rendering.outline import outline
from inspection_model.rendering.pages.pictures import counts, graded
from inspection_model.rendering.pages.places import Place
from inspection_model.rendering.pages.proof import Proof, item_of, proof_of
from inspection_model.rendering.pages.source_text import source_markup
from inspection_model.rendering.pages.templating import fill
from inspection_model.rendering.report import Days, Item, Items, ReportBlock, ReportSection

__all__ = ["inspection_page"]

# The section of the facts that are neither in a list nor in a separate section.
_OTHER_FACTS = "inspection"


@final
@attrs.frozen(kw_only=True)
class _Links:
    """What the items of a page need for their links.

    Attributes:
        places: The places of the page, by their anchors.
        proof: The proof, if the page shows one.
        concerned: The numbers of the remarks about each place, by its anchor.
        file_name: The name of the file that was read.
        many_leaves: Whether the source has several pages.
    """

    places: Mapping[str, Place]
    proof: Proof | None
    concerned: Mapping[str, tuple[int, ...]]
    file_name: str | None
    many_leaves: bool


def inspection_page(
    inspection: Inspection,
    framework: Framework | None,
    *,
    reading: Reading | None = None,
    file_name: str | None = None,
    template: str = "inspection.html",
    **values: Any,
) -> str:
    """Return the page of an inspection.

    Args:
        inspection: The inspection.
        framework: Its framework, if it is known.
        reading: The reading of the inspection, if the page should show the source text.
        file_name: The name of the file that was read, if the page should show it.
        template: The template; another one extends this one, and has more values.
        values: The values that only the other template has.
    """
    shared: dict[str, Any] = {"labels": labels()} | values
    report = outline(inspection, framework)
    proof = proof_of(reading) if reading else None
    places = [place for section in report.sections for place in _places(section)]
    owners = {place.pointer: place for place in places if place.pointer}
    days = inspection.visit.periods if inspection.visit else ()
    return fill(
        template,
        report=report,
        title=" – ".join(
            filter(None, (report.title, report.kind, ", ".join(written_days(d.start, d.end) for d in days)))
        ),
        visit=[Days(each.start, each.end) for each in days],
        published=inspection.publication.date if inspection.publication else None,
        form=str(form_of(inspection, framework)),
        graded=[*graded(inspection.judgements, framework)],
        counts=counts(inspection, framework),
        total=len(inspection.findings),
        sections=[section for section in report.sections if section.name != "judgements"],
        page=_Links(
            places={place.anchor: place for place in places},
            proof=proof,
            concerned=_concerned(proof.remarks, places) if proof else {},
            file_name=file_name,
            many_leaves=proof is not None and len(proof.leaves) > 1,
        ),
        proof=proof,
        leaves=[(leaf.number, source_markup(leaf, owners)) for leaf in proof.leaves] if proof else [],
        file_name=file_name,
        **shared,
    )


def _places(section: ReportSection) -> Iterator[Place]:
    """Yield the place of a section and those of its items."""
    yield Place(section.name or "", section.title)
    singular = labels().categories[section.category][0] if section.category else section.title
    yield from (
        Place(item.anchor, f"{singular} {number}", item.pointer)
        for number, item in enumerate(_items(section.blocks), start=1)
        if item.anchor
    )


def _items(blocks: Iterable[ReportBlock]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, ReportSection):
            yield from _items(block.blocks)
        elif isinstance(block, Items):
            yield from block.items


def _concerned(remarks: Iterable[Remark], places: Sequence[Place]) -> Mapping[str, tuple[int, ...]]:
    """Return the numbers of the remarks about each place, from 1, by its anchor.

    A remark is shown at the item that it concerns, else at the section of the field, else at the details of
    the inspection. A remark without a pointer concerns no fact.
    """
    items: dict[str | None, str] = {place.pointer: place.anchor for place in places if place.pointer}
    sections = {place.anchor for place in places if not place.pointer}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, remark in enumerate(remarks, start=1):
        if remark.pointer is not None:
            field = remark.pointer.split("/", 2)[1] if remark.pointer.startswith("/") else ""
            anchor = items.get(item_of(remark.pointer))
            found[anchor or (field if field in sections else _OTHER_FACTS)].append(number)
    return {anchor: tuple(numbers) for anchor, numbers in found.items()}
