"""Inspections that a report can express.

What a report states is in the data of its framework: the labels of its fields, the areas and grades of its
table, the headings of its sections, and those of the legal basis and the team.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework
from inspection_model.frameworks.fact import FactType, Slot
from inspection_model.frameworks.fields import field_phrases
from inspection_model.frameworks.lexicon import TITLE
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model import (
    Inspection,
    Inspectorate,
    LegalBasis,
    Partnership,
    Person,
    Publication,
    Visit,
)
from inspection_model.strategies.printed.authority import authorities
from inspection_model.strategies.printed.earlier import outcomes_in, references_in
from inspection_model.strategies.printed.inspector import labelled_people, team
from inspection_model.strategies.printed.judgement import judgements, outcomes
from inspection_model.strategies.printed.previous import previous_inspections
from inspection_model.strategies.printed.report_finding import outcome_headings, report_findings
from inspection_model.strategies.printed.visit import visits
from inspection_model.strategies.words import words
from inspection_model.vocabulary import PublicationForm

__all__ = ["can_be_report", "reports"]


def can_be_report(framework: Framework) -> bool:
    """Return whether a report of a framework is recognised: by a title above a field, not only of people."""
    return bool(_titles(framework)) and any(slot.type is not FactType.PEOPLE for slot in _slots(framework))


def _titles(framework: Framework) -> Sequence[Phrase]:
    """Return the titles that only name the authority."""
    phrases = (phrase for fact in framework.facts if fact.name == TITLE for phrase in fact.phrases)
    return [phrase for phrase in phrases if set(phrase.slots) == {"authority"}]


def _slots(framework: Framework) -> Sequence[Slot]:
    """Return the slots of the labelled fields."""
    return [
        slot
        for fact in framework.facts
        for name, slot in fact.slots.items()
        if any(name in phrase.slots for phrase in field_phrases(fact))
    ]


@st.composite
def reports(draw: st.DrawFn, framework: Framework, items: S[str]) -> Inspection:
    """Draw inspections that a report of a framework can express."""
    slots = _slots(framework)
    values = draw(_facts(framework, slots))
    visit: Visit | None = values.get("visit")
    day = visit.first_day if visit is not None else None
    authority = draw(authorities(visit))
    title = draw(st.sampled_from(_titles(framework))).fill({"authority": authority.name})
    judged = draw(judgements(framework, day))
    if not framework.areas and outcome_headings(framework) and framework.grades:
        judged = tuple(draw(st.lists(outcomes(framework), max_size=1)))
    if "legal_basis" not in values:
        values["legal_basis"] = draw(_legal_bases(framework))
    found = draw(report_findings(framework, day, judged, items))
    return Inspection(
        framework=framework.id,
        authority=authority,
        partnership=_partnership(framework, title, authority.name),
        inspectorates=(
            Inspectorate(name=framework.inspectorate),
            *(Inspectorate(name=each.name) for each in framework.joint_inspectorates),
        ),
        inspectors=draw(_inspectors(framework, slots)),
        judgements=judged,
        findings=found,
        declared=outcomes_in(found),
        earlier_inspections=references_in(found),
        publication=Publication(form=PublicationForm.REPORT, title=title),
        **values,
    )


@st.composite
def _facts(draw: st.DrawFn, framework: Framework, slots: Sequence[Slot]) -> dict[str, Any]:
    """Draw the values of labelled fields, by the name of the field of the record.

    The first one is always there: without a labelled field no report is recognised.
    """
    values: dict[str, Any] = {}
    for slot in slots:
        each, name = _values(framework, slot), slot.to.removeprefix("/")
        if each is not None and name not in values:
            values[name] = draw(st.none() | each if values else each)
    return values


def _values(framework: Framework, slot: Slot) -> S[Any] | None:
    """Draw the values of a labelled field; ``None`` for those of people and of names."""
    match slot.type:
        case FactType.DAYS:
            return visits(framework)
        case FactType.PREVIOUS:
            return previous_inspections()
        case FactType.PROVISION:
            return st.sampled_from([each.basis for each in framework.provisions])
        case FactType.TEXT:
            return words("assessments")
        case _:
            return None


def _legal_bases(framework: Framework) -> S[LegalBasis | None]:
    """Draw a legal basis if a sentence of an aside can name it."""
    has_aside = framework.written.aside_heading is not None
    return st.sampled_from([None, *(each.basis for each in framework.provisions if has_aside)])


def _partnership(framework: Framework, title: str, authority: str) -> Partnership | None:
    """Return the partnership whose name is in the title: the authority's, and words of the framework."""
    named = title[title.index(authority) :]
    for words_ in framework.partnerships:
        length = len(authority) + 1 + len(words_)
        if named[len(authority) + 1 : length].lower() == words_:
            return Partnership(name=named[:length])
    return None


@st.composite
def _inspectors(draw: st.DrawFn, framework: Framework, slots: Sequence[Slot]) -> tuple[Person, ...]:
    """Draw the inspectors of labelled fields, and those of the team, all with different names."""
    roles = list(dict.fromkeys(slot.role for slot in slots if slot.type is FactType.PEOPLE))
    people = [person for role in roles for person in draw(labelled_people(role))]
    if framework.written.team_heading is not None:
        people += draw(team(framework, roles))
    named: dict[str, Person] = {}
    for person in people:
        named.setdefault(person.name, person)
    return tuple(named.values())
