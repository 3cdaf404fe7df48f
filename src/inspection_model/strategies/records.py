"""A strategy for each class of the model: one plural function a noun.

Every argument is a strategy for the field of that name; what is left out is drawn so that the
record is valid and consistent. Examples shrink towards plain, short, British ones.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import shipped_frameworks
from inspection_model.model import (
    AnnualRating,
    Authority,
    Contact,
    Declaration,
    Due,
    EvidenceSource,
    Finding,
    Identifier,
    Inspection,
    Inspectorate,
    LegalBasis,
    Letter,
    Obligation,
    Passage,
    Period,
    Person,
    Reading,
    Reference,
    Remark,
    Visit,
)
from inspection_model.model.authority import IDENTIFIER_FORMS
from inspection_model.strategies.arguments import build, several
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import words
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    IdentifierScheme,
    PassageRole,
    Rating,
    RemarkCode,
)

__all__ = [
    "annual_ratings",
    "authorities",
    "contacts",
    "declarations",
    "dues",
    "evidence_sources",
    "findings",
    "identifiers",
    "inspections",
    "inspectorates",
    "legal_bases",
    "letters",
    "obligations",
    "passages",
    "people",
    "periods",
    "readings",
    "references",
    "remarks",
    "strategy_for",
    "visits",
]

_FIRST_DAY, _LAST_DAY = datetime.date(2009, 1, 5), datetime.date(2030, 12, 31)
_COUNTED = (DueUnit.WORKING_DAYS, DueUnit.DAYS, DueUnit.WEEKS, DueUnit.MONTHS)


def _optional(strategy: S[Any]) -> S[Any]:
    return st.none() | strategy


def _days() -> S[datetime.date]:
    return st.dates(_FIRST_DAY, _LAST_DAY)


def _names() -> S[str]:
    titles = st.just("") | words("titles").map(lambda title: f"{title} ")
    return st.tuples(titles, words("first_names"), words("last_names")).map(
        lambda parts: f"{parts[0]}{parts[1]} {parts[2]}"
    )


def identifiers(*, scheme: S[IdentifierScheme] | None = None, value: S[str] | None = None) -> S[Identifier]:
    """Draw identifiers; by default the value has the form of its scheme."""
    schemes = st.sampled_from(IdentifierScheme) if scheme is None else scheme
    build(Identifier, {"scheme": scheme, "value": value}, {})
    if value is not None:
        return st.builds(Identifier, scheme=schemes, value=value)
    return schemes.flatmap(
        lambda drawn: st.builds(
            Identifier,
            scheme=st.just(drawn),
            value=st.from_regex(IDENTIFIER_FORMS[drawn][0], fullmatch=True),
        )
    )


def authorities(
    *,
    name: S[str] | None = None,
    identifiers: S[tuple[Identifier, ...]] | None = None,
    address: S[tuple[str, ...]] | None = None,
) -> S[Authority]:
    """Draw authorities, with at most one identifier a scheme."""
    default = {
        "name": words("authorities") | texts(),
        "identifiers": st.lists(_identifiers(), max_size=3, unique_by=lambda i: i.scheme).map(tuple),
        "address": several(words("streets") | texts()),
    }
    return build(Authority, {"name": name, "identifiers": identifiers, "address": address}, default)


def contacts(
    *, kind: S[ContactKind] | None = None, value: S[str] | None = None, label: S[str | None] | None = None
) -> S[Contact]:
    """Draw contacts; the values are numbers and addresses that nobody has."""
    values = words("telephones") | words("emails") | words("webs") | texts()
    default = {"kind": st.sampled_from(ContactKind), "value": values, "label": _optional(st.just("Direct"))}
    return build(Contact, {"kind": kind, "value": value, "label": label}, default)


def inspectorates(
    *,
    name: S[str] | None = None,
    address: S[tuple[str, ...]] | None = None,
    contacts: S[tuple[Contact, ...]] | None = None,
) -> S[Inspectorate]:
    """Draw inspectorates."""
    default = {
        "name": st.just("Ofsted") | texts(),
        "address": several(words("streets") | texts()),
        "contacts": several(_contacts()),
    }
    return build(Inspectorate, {"name": name, "address": address, "contacts": contacts}, default)


def legal_bases(
    *,
    act: S[str] | None = None,
    section: S[str | None] | None = None,
    identifier: S[str | None] | None = None,
) -> S[LegalBasis]:
    """Draw legal bases."""
    sections = st.integers(1, 300).map(str)
    default = {
        "act": words("acts") | texts(),
        "section": _optional(sections),
        "identifier": _optional(sections.map(lambda number: f"ukpga/2006/40/section/{number}")),
    }
    return build(LegalBasis, {"act": act, "section": section, "identifier": identifier}, default)


def periods(*, start: S[datetime.date] | None = None, end: S[datetime.date] | None = None) -> S[Period]:
    """Draw periods; by default of one day to four weeks."""
    build(Period, {"start": start, "end": end}, {})
    if start is not None and end is not None:
        return st.builds(Period, start=start, end=end)
    length = st.integers(0, 27).map(lambda days: datetime.timedelta(days=days))
    if end is not None:
        return st.tuples(end, length).map(lambda drawn: Period(start=drawn[0] - drawn[1], end=drawn[0]))
    starts = _days() if start is None else start
    return st.tuples(starts, length).map(lambda drawn: Period(start=drawn[0], end=drawn[0] + drawn[1]))


def visits(
    *, periods: S[tuple[Period, ...]] | None = None, as_printed: S[str | None] | None = None
) -> S[Visit]:
    """Draw visits; by default of one to three periods in order, printed or not."""
    default = {"periods": _several_periods(), "as_printed": _optional(texts())}
    return build(Visit, {"periods": periods, "as_printed": as_printed}, default)


def _several_periods() -> S[tuple[Period, ...]]:
    lengths = st.lists(st.integers(0, 4), min_size=1, max_size=6)
    return st.tuples(_days(), lengths).map(lambda drawn: _periods_from(*drawn))


def _periods_from(first: datetime.date, lengths: list[int]) -> tuple[Period, ...]:
    """Lay out periods from a day on: their lengths, with the gaps between them."""
    marks = [first]
    for length in lengths:
        marks.append(marks[-1] + datetime.timedelta(days=length + len(marks) % 2))
    ends = [(start, end - datetime.timedelta(days=1)) for start, end in pairwise(marks)][::2]
    return tuple(Period(start=start, end=max(start, end)) for start, end in ends)


def evidence_sources(
    *,
    method: S[EvidenceMethod] | None = None,
    text: S[str] | None = None,
    participants: S[tuple[str, ...]] | None = None,
) -> S[EvidenceSource]:
    """Draw evidence sources."""
    default = {
        "method": st.sampled_from(EvidenceMethod),
        "text": texts(),
        "participants": several(words("groups") | texts()),
    }
    return build(EvidenceSource, {"method": method, "text": text, "participants": participants}, default)


def references(*, scheme: S[str] | None = None, value: S[str] | None = None) -> S[Reference]:
    """Draw references to an outside list."""
    values = st.integers(1, 9).map(lambda number: f"enabler {number}")
    default = {"scheme": st.just("national framework") | texts(), "value": values | texts()}
    return build(Reference, {"scheme": scheme, "value": value}, default)


def findings(  # one argument a field
    *,
    category: S[Category] | None = None,
    text: S[str] | None = None,
    heading: S[str | None] | None = None,
    number: S[int | None] | None = None,
    parts: S[tuple[str, ...]] | None = None,
    responsible: S[tuple[str, ...]] | None = None,
    references: S[tuple[Reference, ...]] | None = None,
) -> S[Finding]:
    """Draw findings."""
    given: dict[str, S[Any] | None] = {
        "category": category, "text": text, "heading": heading, "number": number, "parts": parts,
        "responsible": responsible, "references": references,
    }  # fmt: skip
    default = {
        "category": st.sampled_from(Category),
        "text": texts(),
        "heading": _optional(words("headings") | texts()),
        "number": _optional(st.integers(1, 9999)),
        "parts": several(texts(), most=2),
        "responsible": several(words("organisations") | texts(), most=2),
        "references": several(_references(), most=2),
    }
    return build(Finding, given, default)


def declarations(
    *,
    category: S[Category] | None = None,
    state: S[DeclarationState] | None = None,
    count: S[int | None] | None = None,
    as_printed: S[str | None] | None = None,
) -> S[Declaration]:
    """Draw declarations; by default there is a count where the state is ``specified``, and only there."""
    given = {"category": category, "state": state, "count": count, "as_printed": as_printed}
    default = {"category": st.sampled_from(Category), "as_printed": _optional(texts())}
    if count is not None:
        return build(Declaration, given, {**default, "state": st.just(DeclarationState.SPECIFIED)})
    build(Declaration, given, default)  # refuses what is no strategy, before anything is drawn
    states = st.sampled_from(DeclarationState) if state is None else state
    return states.flatmap(
        lambda drawn: build(
            Declaration,
            {"category": category, "as_printed": as_printed},
            {
                **default,
                "state": st.just(drawn),
                "count": st.integers(1, 20) if drawn is DeclarationState.SPECIFIED else st.none(),
            },
        )
    )


def dues(
    *,
    unit: S[DueUnit] | None = None,
    count: S[int | None] | None = None,
    date: S[datetime.date | None] | None = None,
) -> S[Due]:
    """Draw due rules; by default count and date go with the unit."""
    build(Due, {"unit": unit, "count": count, "date": date}, {})
    units = st.sampled_from(DueUnit) if unit is None else unit
    return units.flatmap(
        lambda drawn: build(
            Due,
            {"count": count, "date": date},
            {
                "unit": st.just(drawn),
                "count": st.integers(1, 100) if drawn in _COUNTED else st.none(),
                "date": _days() if drawn is DueUnit.DATE else st.none(),
            },
        )
    )


def obligations(
    *,
    text: S[str] | None = None,
    category: S[Category | None] | None = None,
    to: S[str | None] | None = None,
    due: S[Due | None] | None = None,
) -> S[Obligation]:
    """Draw obligations."""
    default = {
        "text": texts(),
        "category": _optional(st.sampled_from(Category)),
        "to": _optional(st.sampled_from(["authority", "inspectorate"]) | texts()),
        "due": _optional(_dues()),
    }
    return build(Obligation, {"text": text, "category": category, "to": to, "due": due}, default)


def people(
    *,
    name: S[str] | None = None,
    post: S[str | None] | None = None,
    organisation: S[str | None] | None = None,
    address: S[tuple[str, ...]] | None = None,
) -> S[Person]:
    """Draw people in their offices."""
    default = {
        "name": _names() | texts(),
        "post": _optional(words("posts") | texts()),
        "organisation": _optional(words("organisations") | texts()),
        "address": several(words("streets") | texts()),
    }
    given = {"name": name, "post": post, "organisation": organisation, "address": address}
    return build(Person, given, default)


def letters(  # one argument a field
    *,
    date: S[datetime.date | None] | None = None,
    date_as_printed: S[str | None] | None = None,
    subject: S[str | None] | None = None,
    salutation: S[str | None] | None = None,
    recipients: S[tuple[Person, ...]] | None = None,
    signatories: S[tuple[Person, ...]] | None = None,
) -> S[Letter]:
    """Draw letters."""
    given: dict[str, S[Any] | None] = {
        "date": date, "date_as_printed": date_as_printed, "subject": subject, "salutation": salutation,
        "recipients": recipients, "signatories": signatories,
    }  # fmt: skip
    default = {
        "date": _optional(_days()),
        "date_as_printed": _optional(texts()),
        "subject": _optional(texts()),
        "salutation": _optional(words("last_names").map(lambda name: f"Dear Ms {name}")),
        "recipients": several(_people(), most=2),
        "signatories": several(_people(), most=2),
    }
    return build(Letter, given, default)


def annual_ratings(
    *,
    authority: S[Authority] | None = None,
    year: S[int] | None = None,
    rating: S[Rating] | None = None,
    limited_by: S[tuple[str, ...]] | None = None,
) -> S[AnnualRating]:
    """Draw annual ratings."""
    days = _days().map(lambda day: f"ofsted-ucra/999/{day}")
    default = {
        "authority": _authorities(),
        "year": st.integers(2009, 2011),
        "rating": st.sampled_from(Rating),
        "limited_by": several(days),
    }
    given = {"authority": authority, "year": year, "rating": rating, "limited_by": limited_by}
    return build(AnnualRating, given, default)


def inspections(  # noqa: PLR0913  # one argument a field
    *,
    framework: S[str | None] | None = None,
    authority: S[Authority | None] | None = None,
    inspectorates: S[tuple[Inspectorate, ...]] | None = None,
    legal_basis: S[LegalBasis | None] | None = None,
    visit: S[Visit | None] | None = None,
    inspectors: S[tuple[Person, ...]] | None = None,
    scope: S[tuple[str, ...]] | None = None,
    evidence: S[tuple[EvidenceSource, ...]] | None = None,
    findings: S[tuple[Finding, ...]] | None = None,
    declared: S[tuple[Declaration, ...]] | None = None,
    obligations: S[tuple[Obligation, ...]] | None = None,
    contributes_to: S[str | None] | None = None,
    letter: S[Letter | None] | None = None,
) -> S[Inspection]:
    """Draw inspections: any valid record, whether a letter could express it or not."""
    given: dict[str, S[Any] | None] = {
        "framework": framework, "authority": authority, "inspectorates": inspectorates,
        "legal_basis": legal_basis, "visit": visit, "inspectors": inspectors, "scope": scope,
        "evidence": evidence, "findings": findings, "declared": declared, "obligations": obligations,
        "contributes_to": contributes_to, "letter": letter,
    }  # fmt: skip
    kinds = [framework.id for framework in shipped_frameworks()]
    default = {
        "framework": _optional(st.sampled_from(kinds)),
        "authority": _optional(_authorities()),
        "inspectorates": several(_inspectorates(), most=2),
        "legal_basis": _optional(_legal_bases()),
        "visit": _optional(_visits()),
        "inspectors": several(_people(), most=2),
        "scope": several(words("topics") | texts()),
        "evidence": several(_evidence_sources()),
        "findings": several(_findings(), most=6),
        "declared": several(_declarations(), most=2),
        "obligations": several(_obligations(), most=2),
        "contributes_to": _optional(words("assessments") | texts()),
        "letter": _optional(_letters()),
    }
    return build(Inspection, given, default)


def passages(
    *, start: S[int] | None = None, end: S[int] | None = None, role: S[str] | None = None
) -> S[Passage]:
    """Draw passages; by default the end lies after the start."""
    build(Passage, {"start": start, "end": end, "role": role}, {})
    roles = _roles() if role is None else role
    if start is not None and end is not None:
        return st.builds(Passage, start=start, end=end, role=roles)
    spans = st.tuples(st.integers(0, 10_000) if start is None else start, st.integers(1, 500))
    if end is not None:
        spans = end.map(lambda last: (0, last))
    return st.tuples(spans, roles).map(
        lambda drawn: Passage(start=drawn[0][0], end=drawn[0][0] + drawn[0][1], role=drawn[1])
    )


def _roles() -> S[str]:
    pointers = st.integers(0, 9).map(lambda index: f"/findings/{index}/text")
    return st.sampled_from([role.value for role in PassageRole]) | pointers


def remarks(  # one argument a field
    *,
    code: S[RemarkCode] | None = None,
    message: S[str] | None = None,
    pointer: S[str | None] | None = None,
    start: S[int | None] | None = None,
    end: S[int | None] | None = None,
    related: S[tuple[str, ...]] | None = None,
) -> S[Remark]:
    """Draw remarks; by default with both of start and end, or neither."""
    given = {
        "code": code,
        "message": message,
        "pointer": pointer,
        "start": start,
        "end": end,
        "related": related,
    }
    pointers = st.integers(0, 9).map(lambda index: f"/findings/{index}")
    default = {
        "code": st.sampled_from(RemarkCode),
        "message": texts(),
        "pointer": _optional(pointers),
        "related": several(pointers, most=2),
    }
    if start is not None or end is not None:
        return build(Remark, given, default)
    build(Remark, given, default)  # refuses what is no strategy, before anything is drawn
    spans: S[Any] = st.just((None, None)) | _passages().map(lambda passage: (passage.start, passage.end))
    return spans.flatmap(
        lambda span: build(Remark, given, {**default, "start": st.just(span[0]), "end": st.just(span[1])})
    )


def readings(
    *,
    source: S[str] | None = None,
    inspection: S[Inspection] | None = None,
    passages: S[tuple[Passage, ...]] | None = None,
    remarks: S[tuple[Remark, ...]] | None = None,
) -> S[Reading]:
    """Draw readings; by default the passages are a partition of the source.

    The source is any text, line ends and control characters included; of lone surrogates it has
    none, because JSON cannot carry them.
    """
    given = {"source": source, "inspection": inspection, "passages": passages, "remarks": remarks}
    default = {"inspection": _inspections(), "remarks": several(_remarks(), most=2)}
    sources = st.text(st.characters(codec="utf-8"), max_size=60) if source is None else source
    if passages is not None:
        return build(Reading, given, {**default, "source": sources})
    build(Reading, given, default)  # refuses what is no strategy, before anything is drawn
    return sources.flatmap(
        lambda text: build(
            Reading,
            {**given, "source": st.just(text)},
            {**default, "passages": _partitions(len(text))},
        )
    )


def _partitions(length: int) -> S[tuple[Passage, ...]]:
    if length == 0:
        return st.just(())
    cuts = st.sets(st.integers(1, length - 1), max_size=5) if length > 1 else st.just(set[int]())
    roles = st.lists(_roles(), min_size=6, max_size=6)
    return st.tuples(cuts, roles).map(
        lambda drawn: tuple(
            Passage(start=start, end=end, role=role)
            for (start, end), role in zip(pairwise([0, *sorted(drawn[0]), length]), drawn[1], strict=False)
        )
    )


_STRATEGIES: dict[type, Callable[[], S[Any]]] = {
    AnnualRating: annual_ratings,
    Authority: authorities,
    Contact: contacts,
    Declaration: declarations,
    Due: dues,
    EvidenceSource: evidence_sources,
    Finding: findings,
    Identifier: identifiers,
    Inspection: inspections,
    Inspectorate: inspectorates,
    LegalBasis: legal_bases,
    Letter: letters,
    Obligation: obligations,
    Passage: passages,
    Period: periods,
    Person: people,
    Reading: readings,
    Reference: references,
    Remark: remarks,
    Visit: visits,
}


def strategy_for(kind: type) -> S[Any]:
    """Give the strategy of a class of the model, with its defaults.

    Raises:
        KeyError: If it is no class of the model.
    """
    return _STRATEGIES[kind]()


# Arguments bear the names of the functions above; within a function its neighbours have these.
_authorities, _contacts, _declarations, _dues = authorities, contacts, declarations, dues
_evidence_sources, _findings, _identifiers = evidence_sources, findings, identifiers
_inspections, _inspectorates, _legal_bases, _letters = inspections, inspectorates, legal_bases, letters
_obligations, _passages, _people, _references = obligations, passages, people, references
_remarks, _visits = remarks, visits
