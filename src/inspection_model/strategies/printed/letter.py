"""Inspections that a letter can express, with their inspectorates and people."""

from __future__ import annotations

import datetime
import functools
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework
from inspection_model.model import (
    Authority,
    Contact,
    Inspection,
    Inspectorate,
    Partnership,
    Person,
    Publication,
)
from inspection_model.rendering.labels import written_day
from inspection_model.strategies.arguments import several
from inspection_model.strategies.printed.authority import authorities
from inspection_model.strategies.printed.earlier import outcomes_in, references_in, unlisted_references
from inspection_model.strategies.printed.evidence import evidence_sources
from inspection_model.strategies.printed.finding import carried_over, declarations, findings
from inspection_model.strategies.printed.obligation import obligations
from inspection_model.strategies.printed.visit import visits
from inspection_model.strategies.words import full_names, words
from inspection_model.vocabulary import ContactKind

__all__ = ["letters"]

# As many as inspectorates and bodies of a partnership sign a letter or are addressed.
_MOST_PEOPLE = 5
_KINDS = {ContactKind.TELEPHONE: "telephones", ContactKind.EMAIL: "emails", ContactKind.WEB: "webs"}


@st.composite
def letters(draw: st.DrawFn, framework: Framework, items: S[str]) -> Inspection:
    """Draw inspections that a letter of a framework can express."""
    visit = draw(visits(framework))
    authority = draw(authorities(visit))
    bases = [None, *(provision.basis for provision in framework.provisions)]
    partnership = draw(_partnerships(framework))
    carried = [section for section in framework.sections if section.carried_over]
    found = draw(findings(framework, items))
    return Inspection(
        framework=framework.id,
        authority=authority,
        partnership=partnership,
        inspectorates=(draw(_inspectorates(framework)), *draw(_joint(framework))),
        legal_basis=draw(st.sampled_from(bases)),
        visit=visit,
        inspectors=draw(several(_people(post=st.none() | words("inspector_posts")))),
        scope=draw(several(words("topics") | items.filter(_is_scope))),
        evidence=draw(several(evidence_sources())),
        findings=found,
        declared=(*draw(declarations(framework)), *draw(carried_over(carried)), *outcomes_in(found)),
        earlier_inspections=(*draw(unlisted_references(found)), *references_in(found)),
        obligations=draw(obligations(framework)),
        contributes_to=draw(st.none() | words("assessments")),
        publication=draw(_letters(framework, authority, partnership)),
    )


def _is_scope(text: str) -> bool:
    """Return whether a text does not end with what joins the items of a list: "the lunch club; and"."""
    return text[-1] not in ";," and text.rpartition(" ")[2].lower() not in ("and", "or")


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


@functools.cache
def _joint(framework: Framework) -> S[tuple[Inspectorate, ...]]:
    """Draw the other inspectorates of a joint inspection: those that always take part, and some others."""
    always = tuple(each for each in framework.joint_inspectorates if not each.optional)
    optional = [each for each in framework.joint_inspectorates if each.optional]
    some = st.lists(st.sampled_from(optional), unique=True) if optional else st.just([])
    return some.map(lambda drawn: tuple(Inspectorate(name=each.name) for each in (*always, *drawn)))


def _partnerships(framework: Framework) -> S[Partnership | None]:
    """Draw the partnership that the salutation names, if the framework has words for one."""
    if not framework.partnerships:
        return st.none()
    ending = framework.partnerships[0].title()
    return st.none() | words("authorities").map(lambda name: Partnership(name=f"{name} {ending}"))


def _people(*, post: S[Any]) -> S[Person]:
    return st.builds(Person, name=full_names(st.just("")), post=post)


def _different(people: S[Person]) -> S[tuple[Person, ...]]:
    """Draw up to five people with different names: a name that a block repeats is one person."""
    return st.lists(people, max_size=_MOST_PEOPLE, unique_by=lambda person: person.name).map(tuple)


def _greeted() -> S[str]:
    return words("last_names").map(lambda last: f"Ms {last}")


@st.composite
def _letters(
    draw: st.DrawFn, framework: Framework, authority: Authority | None, partnership: Partnership | None
) -> Publication:
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
        salutation=f"Dear {partnership.name if partnership else draw(_greeted())}",
        recipients=recipients,
        signatories=draw(_different(_people(post=words("inspector_posts")))),
    )
