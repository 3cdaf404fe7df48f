"""Inspections that a letter can express: what `render_text()` writes of them, `read_letter()` reads.

A letter of a framework has that framework's inspectorate; the codes of an authority are those of
the register on the day of the visit; days, counts and categories of evidence follow from the words
in which they are printed; a finding stands under a heading or a lead-in sentence of its category.
"""

from __future__ import annotations

import datetime
import functools
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, shared_wording, shipped_frameworks
from inspection_model.frameworks.framework import ObligationRule, Section
from inspection_model.model import (
    Authority,
    Contact,
    Declaration,
    EvidenceSource,
    Finding,
    Inspection,
    Inspectorate,
    Letter,
    Obligation,
    Period,
    Person,
    Reference,
    Visit,
)
from inspection_model.registers import authorities as registered
from inspection_model.registers import match_authority
from inspection_model.strategies.arguments import chosen, several
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import evidence_phrases, words
from inspection_model.vocabulary import ContactKind, DeclarationState, DueUnit, EvidenceMethod

__all__ = ["printed_inspections"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_KINDS = {ContactKind.TELEPHONE: "telephones", ContactKind.EMAIL: "emails", ContactKind.WEB: "webs"}


def printed_inspections(*, framework: Framework | None = None, items: S[str] | None = None) -> S[Inspection]:
    """Draw inspections that a letter can express.

    Args:
        framework: The framework; one of the package's when left out.
        items: What stands in the items of lists: findings, their parts, the scope; any text when left
            out, headings and marks of items among them.

    Raises:
        InvalidArgument: If the items are no strategy.
    """
    frameworks = st.sampled_from(shipped_frameworks()) if framework is None else st.just(framework)
    # A soft hyphen is none that a letter keeps.
    kept = chosen("items", items, texts().filter(lambda text: "\u00ad" not in text))
    return frameworks.flatmap(lambda kind: _inspections(kind, kept))


@st.composite
def _inspections(draw: st.DrawFn, framework: Framework, items: S[str]) -> Inspection:
    visit = draw(_visits(framework))
    authority = draw(_authorities(visit))
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
        evidence=draw(several(_evidence())),
        findings=draw(_findings(framework, items)),
        declared=(*draw(_declarations(framework)), *draw(_carried_over(carried))),
        obligations=draw(_obligations(framework)),
        contributes_to=draw(st.none() | words("assessments")),
        letter=draw(_letters(framework, authority)),
    )


def _day(day: datetime.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@functools.cache
def _visits(framework: Framework) -> S[Visit]:
    first = framework.dates.since or datetime.date(2009, 1, 1)
    last = framework.dates.until or datetime.date(2030, 1, 1)
    latest = last - datetime.timedelta(days=40)
    return st.tuples(st.dates(first, latest), st.integers(1, 12), st.sampled_from(_SHAPES)).map(
        lambda drawn: drawn[2](drawn[0], drawn[0] + datetime.timedelta(days=drawn[1]))
    )


def _one_day(first: datetime.date, _: datetime.date) -> Visit:
    return Visit(periods=(Period(start=first, end=first),), as_printed=_day(first))


def _two_days(first: datetime.date, last: datetime.date) -> Visit:
    periods = (Period(start=first, end=first), Period(start=last, end=last))
    alike = (first.month, first.year) == (last.month, last.year)
    return Visit(periods=periods, as_printed=f"{first.day if alike else _day(first)} and {_day(last)}")


def _range(first: datetime.date, last: datetime.date) -> Visit:
    return Visit(periods=(Period(start=first, end=last),), as_printed=f"{_day(first)} to {_day(last)}")


def _between(first: datetime.date, last: datetime.date) -> Visit:
    printed = f"between {_day(first)} and {_day(last)}"
    return Visit(periods=(Period(start=first, end=last),), as_printed=printed)


def _impossible(first: datetime.date, _: datetime.date) -> Visit:
    return Visit(as_printed=f"31 and 32 {_MONTHS[first.month - 1]} {first.year}")


_SHAPES = (_two_days, _one_day, _range, _between, _impossible)


@functools.cache
def _authority_names() -> S[str]:
    names = st.sampled_from(sorted({entry.name.partition(",")[0] for entry in registered()}))
    bodies = st.sampled_from(["", " City Council", " Borough Council", " County Council"])
    return st.tuples(names, bodies).map("".join) | words("authorities")


def _authorities(visit: Visit) -> S[Authority | None]:
    # Without a day in the visit the letter's date counts, which is drawn later: no codes then.
    return (
        _authority_names()
        .map(
            lambda name: Authority(
                name=name,
                identifiers=match_authority(name, on=visit.first_day).identifiers if visit.first_day else (),
            )
        )
        .filter(lambda authority: visit.first_day is not None or not match_authority(authority.name).name)
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


def _names(*, titled: bool) -> S[str]:
    titles = words("titles").map(lambda title: f"{title} ") if titled else st.just("")
    return st.tuples(titles, words("first_names"), words("last_names")).map(
        lambda parts: f"{parts[0]}{parts[1]} {parts[2]}"
    )


def _people(*, post: S[Any], titled: bool = False) -> S[Person]:
    return st.builds(Person, name=_names(titled=titled), post=post)


@functools.cache
def _evidence() -> S[EvidenceSource]:
    groups = st.lists(words("groups"), min_size=1, max_size=3, unique=True)
    return st.tuples(st.sampled_from(sorted(evidence_phrases().items())), groups).map(
        lambda drawn: _source(*drawn)
    )


def _source(phrase: tuple[str, str], groups: list[str]) -> EvidenceSource:
    method, words_ = phrase
    listed = " and ".join(filter(None, (", ".join(groups[:-1]), groups[-1])))
    people = tuple(groups) if "{people}" in words_ else ()
    return EvidenceSource(
        method=EvidenceMethod(method), text=words_.replace("{people}", listed), participants=people
    )


@functools.cache
def _declarations(framework: Framework) -> S[tuple[Declaration, ...]]:
    terms = [(section.category, section.terms[0]) for section in framework.sections if section.terms]
    if not terms:
        return st.just(())
    wording = shared_wording()
    unspecified = wording.count_words[DeclarationState.UNSPECIFIED]
    none = wording.count_words[DeclarationState.NONE]
    counts = (
        st.sampled_from([(word, number) for word, number in wording.counts.items() if number > 1]).map(
            lambda drawn: (drawn[0], DeclarationState.SPECIFIED, drawn[1])
        )
        | st.sampled_from(unspecified).map(lambda word: (word, DeclarationState.UNSPECIFIED, None))
        | st.sampled_from(none).map(lambda word: (word, DeclarationState.NONE, None))
    )
    declared = st.tuples(st.sampled_from(terms), counts).map(
        lambda drawn: Declaration(
            category=drawn[0][0],
            state=drawn[1][1],
            count=drawn[1][2],
            as_printed=f"{drawn[1][0]} {drawn[0][1]}",
        )
    )
    return several(declared, most=2)


def _carried_over(sections: list[Section]) -> S[tuple[Declaration, ...]]:
    if not sections:
        return st.just(())
    section = sections[0]
    declaration = Declaration(
        category=section.category,
        state=DeclarationState.CARRIED_OVER,
        as_printed=f"Those {section.carried_over[0].text} last visit still stand",
    )
    return st.sampled_from([(), (declaration,)])


@st.composite
def _findings(draw: st.DrawFn, framework: Framework, items: S[str]) -> tuple[Finding, ...]:
    """Draw the findings of sections, one section after another."""
    sections = draw(st.lists(st.sampled_from(framework.sections), max_size=4))
    findings: list[Finding] = []
    for section in sections:
        lead_in: list[str | None] = [None] if section.lead_ins else []
        capitals = [heading.upper() for heading in section.headings]
        heading = draw(st.sampled_from([*lead_in, *section.headings, *capitals]))
        listed = draw(st.lists(items, min_size=1, max_size=3))
        numbered = draw(st.booleans())
        for number, text in enumerate(listed, 1):
            tag = draw(st.none() | st.integers(1, 9))
            findings.append(
                Finding(
                    category=section.category,
                    heading=heading,
                    text=text if tag is None else f"{text} (enabler {tag}, national framework)",
                    number=number if numbered else None,
                    parts=draw(several(items, most=2)),
                    references=_references(tag),
                )
            )
    return tuple(findings)


def _references(tag: int | None) -> tuple[Reference, ...]:
    return () if tag is None else (Reference(scheme="national framework", value=f"enabler {tag}"),)


@functools.cache
def _obligations(framework: Framework) -> S[tuple[Obligation, ...]]:
    if not framework.obligations:
        return st.just(())
    rules = st.sampled_from(framework.obligations)
    dates = st.dates(datetime.date(2009, 1, 1), datetime.date(2030, 1, 1))
    obligations = st.tuples(rules, st.integers(1, 99), dates).map(lambda drawn: _obligation(*drawn))
    return several(obligations, most=2)


def _obligation(rule: ObligationRule, count: int, date: datetime.date) -> Obligation:
    words_ = rule.phrases[0].fill({"count": str(count), "date": _day(date), "": "for these findings"})
    return Obligation(
        text=f"Please note: {words_}.",
        category=rule.category,
        to=rule.to,
        due=rule.due(count=count, date=date if rule.unit is DueUnit.DATE else None),
    )


@st.composite
def _letters(draw: st.DrawFn, framework: Framework, authority: Authority | None) -> Letter:
    date = draw(st.none() | st.dates(datetime.date(2009, 1, 1), datetime.date(2030, 1, 1)))
    subject = framework.subjects[0]
    name = authority.name if authority else "a council"
    recipients = draw(
        several(
            st.builds(
                Person,
                name=_names(titled=True),
                post=words("posts"),
                organisation=words("organisations"),
                address=several(words("streets"), most=2),
            ),
            most=2,
        )
    )
    return Letter(
        date=date,
        date_as_printed=_day(date) if date else None,
        subject=f"{subject[0].upper()}{subject[1:]} {name}",
        salutation=draw(words("last_names").map(lambda last: f"Dear Ms {last}")),
        recipients=recipients,
        signatories=draw(several(_people(post=words("inspector_posts")), most=2)),
    )
