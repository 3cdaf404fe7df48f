"""The findings of a plain-text letter or report, below the headings of their sections.

section := [ heading of an area ] [ heading | lead-in ":" ] ( { item } | table )
item    := ( "-" | number "." ) text { "  o" part }       numbered items are separated by blank lines
table   := responsible-cell heading { bodies text { "o" part } }       in a report
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.grading import grade_of_heading
from inspection_model.frameworks.words import fold_heading
from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.rendering.columns_text import columns
from inspection_model.rendering.printed_values import enumeration
from inspection_model.vocabulary import Category

__all__ = ["findings_below_headings", "item", "plain_heading"]

_ITEM = "- {}"
_PART = "  o {}"
_ROW_PART = "o {}"


def findings_below_headings(
    inspection: Inspection, framework: Framework | None, *, is_report: bool
) -> Iterator[str]:
    """Yield the blocks of the sections, in the order of the findings.

    Args:
        inspection: The inspection.
        framework: Its framework.
        is_report: Whether its document is a report: only a report has tables, and a section without a
            heading, above all others.
    """
    groups = groupby(inspection.findings, key=lambda f: (f.category, f.area, f.heading))
    above: str | None = None  # the area of the section above
    category_above: Category | None = None
    for index, ((category, area, heading), group) in enumerate(groups):
        section = framework.section(category, area) if framework else None
        findings = list(group)
        if framework is not None and area != above and _keeps_area(heading, framework):
            yield from _area_heading(area, inspection, framework)
        if heading is not None and category is not category_above:
            yield from _heading_above(heading, section)
        above, category_above = area, category
        opening = heading or _opening(category, section, inspection, framework)
        if is_report and section is not None and section.responsible_cells:
            yield from _table(section.responsible_cells[0], opening, findings)
            continue
        is_unheaded = index == 0 and heading is None and section is not None and section.unheaded
        if is_unheaded and not is_report and not any(map(_is_item, findings)):
            # An item above the first heading of a letter would belong to its opening.
            yield from (finding.text for finding in findings)
            continue
        if not (is_unheaded and is_report):
            yield opening
        # A number after a blank line always starts an item; otherwise it could continue a sentence.
        between = "\n\n" if any(finding.number for finding in findings) else "\n"
        yield between.join(map(_finding, findings))


def item(text: str) -> str:
    """Return an item of a list."""
    return _ITEM.format(text)


def _opening(
    category: Category, section: Section | None, inspection: Inspection, framework: Framework | None
) -> str:
    """Return what opens a section whose findings have no heading: a lead-in, or a heading."""
    lead_ins = (phrase.text for phrase in section.lead_ins if not phrase.slots) if section else ()
    if (lead_in := next(iter(lead_ins), None)) is not None:
        return f"{lead_in}:"
    graded = _graded_heading(section, inspection, framework)
    return plain_heading(category, section) if graded is None else graded


def _graded_heading(
    section: Section | None, inspection: Inspection, framework: Framework | None
) -> str | None:
    """Return the heading of a judged area that ends with its grade."""
    if section is None or framework is None or section.area is None:
        return None
    grades = {judgement.grade for judgement in inspection.judgements if judgement.area == section.area}
    for heading in section.headings:
        if (grade := grade_of_heading(heading, framework)) is not None and grade.id in grades:
            return heading
    return None


def _keeps_area(heading: str | None, framework: Framework) -> bool:
    """Return whether a heading is that of a section whose findings are about the area above."""
    folded = fold_heading(heading or "")
    return any(each.keeps_area and folded in map(fold_heading, each.headings) for each in framework.sections)


def _heading_above(heading: str, section: Section | None) -> Iterator[str]:
    """Yield the heading of a section above the first heading inside it."""
    if section is not None and section.subheadings and section.headings:
        own = set(map(fold_heading, section.headings))
        yield from () if fold_heading(heading) in own else section.headings[:1]


def _area_heading(area: str | None, inspection: Inspection, framework: Framework) -> Iterator[str]:
    """Yield the heading of an area."""
    of_area = (each for each in framework.sections if area is not None and each.area == area)
    headings = (
        _graded_heading(each, inspection, framework) or each.headings[0] for each in of_area if each.headings
    )
    yield from islice(headings, 1)


def plain_heading(category: Category, section: Section | None) -> str:
    """Return the first heading of a section, or the name of the category."""
    if section is not None and section.headings:
        return section.headings[0]
    return str(category).replace("-", " ").capitalize()


def _finding(finding: Finding) -> str:
    mark = _ITEM if finding.number is None else f"{finding.number}. {{}}"
    return "\n".join([mark.format(finding.text), *map(_PART.format, finding.parts)])


def _is_item(finding: Finding) -> bool:
    """Return whether a finding is more than one paragraph, or would not be read as one."""
    return bool(finding.number or finding.parts) or finding.text.endswith(":")


def _table(responsible: str, heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the header of a table and its rows: the responsible bodies, and what they are to do."""
    rows = [(responsible, heading)]
    starts: list[int] = []
    for finding in findings:
        starts.append(len(rows))
        rows.append((enumeration(finding.responsible), finding.text))
        rows += [("", _ROW_PART.format(part)) for part in finding.parts]
    lines = columns(rows)
    for start, end in zip((0, *starts), (*starts, len(lines)), strict=True):
        yield "\n".join(lines[start:end])
