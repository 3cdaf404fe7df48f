"""Printed inspections as a whole, with their letters, inspectorates and people."""

from __future__ import annotations

import datetime
import functools
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.errors import InvalidValueError
from inspection_model.frameworks import Framework
from inspection_model.frameworks.arguments import known_frameworks
from inspection_model.model import Authority, Contact, Inspection, Inspectorate, Person, Publication
from inspection_model.rendering.labels import written_day
from inspection_model.strategies.arguments import chosen, several
from inspection_model.strategies.printed.authority import authorities
from inspection_model.strategies.printed.evidence import evidence_sources
from inspection_model.strategies.printed.finding import carried_over, declarations, findings
from inspection_model.strategies.printed.obligation import obligations
from inspection_model.strategies.printed.visit import visits
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import full_names, words
from inspection_model.vocabulary import ContactKind, PublicationForm

__all__ = ["printed_inspections"]

_HYPHENS = frozenset("\u00ad\ufffe\uffff")
_KINDS = {ContactKind.TELEPHONE: "telephones", ContactKind.EMAIL: "emails", ContactKind.WEB: "webs"}


@published("framework")
def printed_inspections(*, framework: Framework | None = None, items: S[str] | None = None) -> S[Inspection]:
    """Draw inspections that a letter can express.

    Args:
        framework: The framework of the inspections; by default any shipped one whose documents are
            letters.
        items: The texts of list items: findings, their parts and the scope. By default any text,
            including texts that look like headings or list markers.

    Raises:
        InvalidArgument: If `items` is not a strategy.
        InvalidTypeError: If `framework` is not a framework; raised when the strategy first draws.
        InvalidValueError: If its documents are not letters; raised when the strategy first draws.
    """
    where = "printed_inspections(framework)"
    known = known_frameworks(framework and [framework], where=where)
    letters = [each for each in known if each.form is PublicationForm.LETTER]
    if not letters:
        raise InvalidValueError(where, "a framework whose documents are letters", repr(framework))
    frameworks = st.sampled_from(letters)
    # The reader removes soft hyphens, and reads the others as hyphens within a word.
    kept = chosen("items", items, texts().filter(_HYPHENS.isdisjoint))
    return frameworks.flatmap(lambda kind: _inspections(kind, kept))


@st.composite
def _inspections(draw: st.DrawFn, framework: Framework, items: S[str]) -> Inspection:
    visit = draw(visits(framework))
    authority = draw(authorities(visit))
    bases = [None, *(provision.basis for provision in framework.provisions)]
    carried = [section for section in framework.sections if section.carried_over]
    return Inspection(
        framework=framework.id,
        authority=authority,
        inspectorates=(draw(_inspectorates(framework)),),
        legal_basis=draw(st.sampled_from(bases)),
        visit=visit,
        inspectors=draw(several(_people(post=st.none() | words("inspector_posts")))),
        scope=draw(several(words("topics") | items)),
        evidence=draw(several(evidence_sources())),
        findings=draw(findings(framework, items)),
        declared=(*draw(declarations(framework)), *draw(carried_over(carried))),
        obligations=draw(obligations(framework)),
        contributes_to=draw(st.none() | words("assessments")),
        publication=draw(_letters(framework, authority)),
    )


@functools.cache
def _inspectorates(framework: Framework) -> S[Inspectorate]:
    def contact(kind: ContactKind) -> S[Contact]:
        labels = st.none() | st.just("Direct") if kind is ContactKind.TELEPHONE else st.none()
        return st.builds(Contact, kind=st.just(kind), value=words(_KINDS[kind]), label=labels)

    contacts = st.sampled_from(list(_KINDS)).flatmap(contact)
    return st.builds(
        Inspectorate,
        name=st.just(framework.inspectorate),
        address=several(words("streets"), most=2),
        contacts=st.lists(contacts, min_size=1, max_size=3).map(tuple),
    )


def _people(*, post: S[Any]) -> S[Person]:
    return st.builds(Person, name=full_names(st.just("")), post=post)


def _different(people: S[Person]) -> S[tuple[Person, ...]]:
    """Draw up to two people with different names: a name that a block repeats is one person."""
    return st.lists(people, max_size=2, unique_by=lambda person: person.name).map(tuple)


@st.composite
def _letters(draw: st.DrawFn, framework: Framework, authority: Authority | None) -> Publication:
    date = draw(st.none() | st.dates(datetime.date(2009, 1, 1), datetime.date(2030, 1, 1)))
    subject = framework.subjects[0]
    name = authority.name if authority else "a council"
    recipients = draw(
        _different(
            st.builds(
                Person,
                name=full_names(words("titles")),
                post=words("posts"),
                organisation=words("organisations"),
                address=several(words("streets"), most=2),
            )
        )
    )
    return Publication(
        date=date,
        date_as_printed=written_day(date) if date else None,
        title=f"{subject[0].upper()}{subject[1:]} {name}",
        salutation=draw(words("last_names").map(lambda last: f"Dear Ms {last}")),
        recipients=recipients,
        signatories=draw(_different(_people(post=words("inspector_posts")))),
    )
