"""A report in plain text.

    report  := title { label ":" value } [ table ] { section } [ aside ] [ bodies ] [ team ]
    table   := cells of the header { words of an area, words of a grade }
    aside   := heading sentence                               the sentence names the legal basis
    bodies  := heading kinds of the bodies their names { person "," post }
    team    := heading names of the inspectorates { people, one of each inspectorate }

Labels, headings and cells of headers are those of the framework. A fact for which the framework has no
words is below the table of judgements, with a label of the renderers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import attrs

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import grade_in
from inspection_model.frameworks.inspectorates import inspectorate_of
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.model.inspection import Inspection
from inspection_model.model.judgement import Judgement
from inspection_model.model.person import Person
from inspection_model.rendering.columns_text import columns
from inspection_model.rendering.findings_text import item
from inspection_model.rendering.judging import judgement_rows
from inspection_model.rendering.labels import labels
from inspection_model.rendering.printed_values import printed, sentence
from inspection_model.rendering.report_fields import column_heads, fields_of, other_facts, report_title

__all__ = ["judgement_table", "report_end", "report_head"]


def report_head(inspection: Inspection, framework: Framework | None) -> Iterator[str]:
    """Yield the blocks above the first section: title, fields, judgements, and what has no place."""
    yield report_title(inspection, framework)
    fields = fields_of(inspection, framework)
    yield "\n".join(fields.lines)
    yield from judgement_table(inspection, framework)
    yield "\n".join(other_facts(inspection, framework, fields))


def judgement_table(inspection: Inspection, framework: Framework | None) -> Iterator[str]:
    """Yield the table of judgements, and below the heading for it a judgement that only a sentence states.

    A judgement of the inspection as a whole has no row if a finding below that heading states it.
    """
    heading = framework.written.outcome_heading if framework else None
    table: list[Judgement] = []
    for judgement in inspection.judgements:
        if judgement.area is not None or judgement.area_as_printed is not None or heading is None:
            table.append(judgement)
        elif framework is not None and not _states_grade(inspection, framework):
            yield heading
            yield from (item(grade) for _, grade in judgement_rows([judgement], framework))
    header = framework.written.grade_header if framework else ()
    words = labels().facts
    # The words of an area of the framework say of which area it is a part.
    known = {area.id for area in framework.areas} if framework else frozenset[str]()
    plain = (attrs.evolve(each, part_of=None) if each.area in known else each for each in table)
    rows = [*judgement_rows(plain, framework)]
    if rows:
        yield "\n".join(columns([header if len(header) == 2 else (words["area"], words["grade"]), *rows]))


def _states_grade(inspection: Inspection, framework: Framework) -> bool:
    """Return whether a finding below the heading of the outcome has the words of a grade."""
    return any(
        finding.heading is not None
        and fold_heading(finding.heading) in framework.outcome_headings
        and grade_in(fold_words(finding.text), framework) is not None
        for finding in inspection.findings
    )


def report_end(inspection: Inspection, framework: Framework | None) -> Iterator[str]:
    """Yield the blocks below the last section: the legal basis, the bodies of the partnership, the team."""
    if framework is None:
        return
    basis, words = inspection.legal_basis, framework.written
    stated = fields_of(inspection, framework).facts
    if words.aside_heading is not None and basis is not None and ("/legal_basis", None) not in stated:
        facts = [fact for fact in framework.facts if fact.name == "legal_basis"]
        yield words.aside_heading
        yield sentence(
            [phrase for fact in facts for phrase in fact.phrases],
            {"legal_basis": printed(basis, framework) or ""},
        )
    partnership = inspection.partnership
    if partnership is not None and (heads := column_heads(partnership, framework)) is not None:
        yield words.body_heading or ""
        names = [body.name for body in partnership.bodies]
        leaders = [", ".join(filter(None, (body.person, body.post))) for body in partnership.bodies]
        yield "\n".join(columns([heads, names, leaders]))
    if words.team_heading is not None:
        people = [each for each in inspection.inspectors if ("/inspectors", each.role) not in stated]
        if people:
            yield words.team_heading
            yield "\n".join(columns(_team(people, framework)))


def _team(people: Sequence[Person], framework: Framework) -> Iterator[Sequence[str]]:
    """Yield the rows of the team: the names of the inspectorates, and one person of each."""
    names = (framework.inspectorate, *(each.name for each in framework.joint_inspectorates))
    cells: list[list[str]] = [[] for _ in names]
    for person in people:
        words = ", ".join(filter(None, (person.name, person.post)))
        cells[inspectorate_of(fold_words(person.post or ""), framework)].append(words)
    yield names
    yield from zip_longest(*cells, fillvalue="")
