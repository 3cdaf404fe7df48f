"""Findings of printed reports, whose sections depend on the areas that are judged."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.grading import grade_of_heading
from inspection_model.frameworks.words import fold_heading
from inspection_model.model import Finding, Judgement
from inspection_model.reading.layout.headings import headings_of
from inspection_model.strategies.arguments import several
from inspection_model.strategies.printed.finding import headings, listed
from inspection_model.strategies.printed.judgement import areas_on
from inspection_model.strategies.words import statements, words

__all__ = ["outcome_headings", "report_findings"]


@st.composite
def report_findings(
    draw: st.DrawFn,
    framework: Framework,
    day: datetime.date | None,
    judgements: Sequence[Judgement],
    items: S[str],
) -> tuple[Finding, ...]:
    """Draw the findings of a report.

    The first ones may have no heading. The sentence of the outcome comes next. The numbers of findings, if
    they have any, go on from section to section.
    """
    found: list[Finding] = []
    unheaded = next((section for section in framework.sections if section.unheaded), None)
    if unheaded is not None and draw(st.booleans()):
        # A line with a bullet that is worded like a heading is one, unless a list has begun.
        known = headings_of(*shipped_frameworks(), framework)
        texts = items.filter(lambda text: known.section(text) is None)
        found += draw(listed(framework, unheaded, None, texts, first=None))
    found += [draw(_outcome(framework, each)) for each in judgements if each.area is None]
    areas = {None, *(area.id for area in areas_on(framework, day))}
    sections = [each for each in framework.sections if each.area in areas and _printed(framework, each)]
    number = 1 if draw(st.booleans()) else None
    area: str | None = None
    for section in draw(st.lists(st.sampled_from(sections), max_size=4)) if sections else ():
        heading = draw(headings(section, _graded(framework, section, judgements)))
        area = area if section.keeps_area else section.area
        if section.responsible_cells:
            found += draw(st.lists(_rows(section, heading), min_size=1, max_size=3))
            continue
        # Below a full line of a row the next sentence may be another row: these have one sentence each.
        texts = words("statements") if section.table else items
        below = draw(listed(framework, section, heading, texts, first=number, area=area))
        number = None if number is None else number + len(below)
        found += below
    return tuple(found)


def outcome_headings(framework: Framework) -> list[tuple[Section, str]]:
    """Return the headings below which a finding states the outcome, each with its section."""
    return [
        (section, heading)
        for section in framework.sections
        for heading in section.headings
        if fold_heading(heading) in framework.outcome_headings
    ]


def _outcome(framework: Framework, judgement: Judgement) -> S[Finding]:
    """Draw the finding that states the judgement of the inspection as a whole."""
    return st.tuples(st.sampled_from(outcome_headings(framework)), words("outcomes")).map(
        lambda drawn: Finding(
            category=drawn[0][0].category,
            area=drawn[0][0].area,
            heading=drawn[0][1],
            text=drawn[1].format(grade=judgement.grade_as_printed),
        )
    )


def _printed(framework: Framework, section: Section) -> list[str]:
    """Return the headings of a section below which no outcome is stated."""
    return [each for each in section.headings if fold_heading(each) not in framework.outcome_headings]


def _graded(framework: Framework, section: Section, judgements: Sequence[Judgement]) -> list[str]:
    """Return the headings of a section with the grade of its area, if the area has a judgement."""
    printed = _printed(framework, section)
    grades = {each.grade for each in judgements if section.area is not None and each.area == section.area}
    graded = [
        heading for heading in printed
        if (grade := grade_of_heading(heading, framework)) is not None and grade.id in grades
    ]  # fmt: skip
    return graded or printed


def _rows(section: Section, heading: str | None) -> S[Finding]:
    """Draw the rows of a table.

    They are complete sentences, and each has bodies: only that shows where a row ends.
    """
    bodies = st.lists(words("organisations"), min_size=1, max_size=2, unique=True).map(" and ".join)
    return st.builds(
        Finding,
        category=st.just(section.category),
        area=st.just(section.area),
        heading=st.just(heading),
        text=statements(),
        parts=several(statements(), most=2),
        responsible=st.tuples(bodies),
    )
