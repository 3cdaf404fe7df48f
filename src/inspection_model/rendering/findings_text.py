"""The findings of a plain-text letter or report, below the headings of their sections.

section := [ heading | lead-in ":" ] ( { item } | table )
item    := ( "-" | number "." ) text { "  o" part }       numbered items are separated by blank lines
table   := responsible-cell heading { bodies text { "o" part } }       in a report
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.grading import grade_of_heading
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
    for index, ((category, area, heading), group) in enumerate(groups):
        section = framework.section(category, area) if framework else None
        findings = list(group)
        opening = heading or _opening(category, area, section, inspection, framework)
        if is_report and section is not None and section.responsible_cells:
            yield from _table(section.responsible_cells[0], opening, findings)
            continue
        is_unheaded = is_report and index == 0 and section is not None and section.unheaded
        if heading is not None or not is_unheaded:
            yield opening
        # A number after a blank line always starts an item; otherwise it could continue a sentence.
        between = "\n\n" if any(finding.number for finding in findings) else "\n"
        yield between.join(map(_finding, findings))


def item(text: str) -> str:
    """Return an item of a list."""
    return _ITEM.format(text)


def _opening(
    category: Category,
    area: str | None,
    section: Section | None,
    inspection: Inspection,
    framework: Framework | None,
) -> str:
    """Return what opens a section whose findings have no heading: a lead-in, or a heading."""
    lead_ins = (phrase.text for phrase in section.lead_ins if not phrase.slots) if section else ()
    if (lead_in := next(iter(lead_ins), None)) is not None:
        return f"{lead_in}:"
    if section is not None and framework is not None and area is not None:
        # The headings of a judged area end with its grade.
        grades = {judgement.grade for judgement in inspection.judgements if judgement.area == area}
        for heading in section.headings:
            if (grade := grade_of_heading(heading, framework)) is not None and grade.id in grades:
                return heading
    return plain_heading(category, section)


def plain_heading(category: Category, section: Section | None) -> str:
    """Return the first heading of a section, or the name of the category."""
    if section is not None and section.headings:
        return section.headings[0]
    return str(category).replace("-", " ").capitalize()


def _finding(finding: Finding) -> str:
    mark = _ITEM if finding.number is None else f"{finding.number}. {{}}"
    return "\n".join([mark.format(finding.text), *map(_PART.format, finding.parts)])


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
