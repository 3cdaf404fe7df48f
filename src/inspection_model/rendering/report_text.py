"""The parts of a plain-text report that a letter does not have."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_model.frameworks.framework import Framework
from inspection_model.model.inspection import Inspection
from inspection_model.model.partnership import Body
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Visit
from inspection_model.rendering.judging import judgement_rows, person_words, previous_words, words_of_id
from inspection_model.rendering.labels import labels, written_day, written_days

__all__ = ["judgement_table", "report_head"]

_GAP = "   "


def report_head(inspection: Inspection) -> Iterator[str]:
    """Yield the title of a report, and a block of labelled facts."""
    report = inspection.publication or Publication()
    named = inspection.authority.name if inspection.authority else None
    yield report.title or named or labels().titles["without_authority"]
    lines = [f"{label}: {value}" for label, value in _facts(inspection, report)]
    if lines:
        yield "\n".join(lines)


def _facts(inspection: Inspection, report: Publication) -> Iterator[tuple[str, str]]:
    titles, facts = labels().titles, labels().facts
    if inspection.authority:
        yield facts["authority"], inspection.authority.name
    if inspection.partnership:
        yield facts["partnership"], inspection.partnership.name
        for body in inspection.partnership.bodies:
            yield words_of_id(body.kind or "body"), _body(body)
    for inspectorate in inspection.inspectorates:
        yield titles["inspectorate"], inspectorate.name
    if inspection.visit:
        yield facts["visit"], _visit(inspection.visit)
    if inspection.previous:
        yield facts["previous"], previous_words(inspection.previous)
    for inspector in inspection.inspectors:
        yield titles["inspectors"], person_words(inspector)
    printed = report.date_as_printed or (written_day(report.date) if report.date else None)
    if printed:
        yield facts["date"], printed


def _body(body: Body) -> str:
    return ", ".join(filter(None, (body.name, body.person, body.post)))


def _visit(visit: Visit) -> str:
    return visit.as_printed or ", ".join(written_days(each.start, each.end) for each in visit.periods)


def judgement_table(inspection: Inspection, framework: Framework | None) -> Iterator[str]:
    """Yield a block with a line for each judgement, below a line with the headings of the columns."""
    rows = [*judgement_rows(inspection.judgements, framework)]
    if rows:
        headings = (labels().facts["area"], labels().facts["grade"])
        yield "\n".join(_GAP.join(row) for row in (headings, *rows))
