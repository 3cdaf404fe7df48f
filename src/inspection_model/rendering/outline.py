"""Building the format-independent report of an inspection."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import get_type_hints

import attrs

from inspection_model.frameworks.arguments import framework_of
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.model.arguments import check_inspection
from inspection_model.model.authority import Authority
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding, Reference
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Contact, Inspectorate
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due, Obligation
from inspection_model.model.partnership import Body, Partnership
from inspection_model.model.person import Person
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Period, Visit
from inspection_model.rendering.judging import area_words, judgement_rows, words_of_id
from inspection_model.rendering.labels import category_counts, labels, written_day
from inspection_model.rendering.links import contact_address
from inspection_model.rendering.report import (
    Card,
    Days,
    Detail,
    Details,
    Item,
    Items,
    Link,
    Note,
    Report,
    ReportBlock,
    ReportSection,
    Table,
    Value,
)
from inspection_model.vocabulary import Category, DueUnit, PublicationForm

__all__ = ["outline"]


def outline(
    inspection: Inspection, framework: Framework | None = None, *, function: str = "outline"
) -> Report:
    """Build the report of an inspection.

    Args:
        inspection: The inspection.
        framework: The framework of the inspection; needed only if it is not a shipped one.
        function: The name of the public function, for errors.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
    """
    check_inspection(inspection, where=f"{function}(inspection)")
    framework = framework_of(inspection.framework, framework, where=f"{function}(framework)")
    name = inspection.authority.name if inspection.authority else labels().titles["without_authority"]
    if inspection.authority is None and inspection.partnership is not None:
        name = inspection.partnership.name
    letter = inspection.publication or Publication()
    form = form_of(inspection, framework)
    sections = (
        _section("judgements", _judgements(inspection, framework)),
        _section("inspection", [Details((*_key_facts(inspection, framework),))]),
        _section("partnership", _bodies(inspection.partnership)),
        _section("inspectorate", [*map(_card, inspection.inspectorates)]),
        _section("inspectors", _people(inspection.inspectors)),
        _section("scope", _items(Item(text) for text in inspection.scope)),
        _section("evidence", _items(map(_source, inspection.evidence))),
        _section("declared", _declared(inspection)),
        _section("findings", [*_findings(inspection, framework)]),
        _section("obligations", _items(map(_obligation, inspection.obligations))),
        _section("publication", _publication(letter, form), title=form.value),
        _section("recipients", _people(letter.recipients)),
        _section("signatories", _people(letter.signatories)),
    )
    return Report(
        title=name,
        kind=framework.title if framework else inspection.framework,
        sections=tuple(section for section in sections if section.blocks),
    )


def _section(name: str, blocks: Iterable[ReportBlock], *, title: str | None = None) -> ReportSection:
    return ReportSection(name, labels().titles[title or name], tuple(blocks))


def _items(items: Iterable[Item]) -> list[ReportBlock]:
    """Return a list block of the items, or an empty list without items."""
    made = tuple(items)
    return [Items(made)] if made else []


def _detail(name: str, *values: Value | None) -> Iterator[Detail]:
    """Yield the values that are not ``None`` under their label; nothing if all are ``None``."""
    given = tuple(value for value in values if value is not None)
    if given:
        # A field without a label is shown under its own name.
        yield Detail(labels().facts.get(name, name.replace("_", " ").capitalize()), given)


def _key_facts(inspection: Inspection, framework: Framework | None) -> Iterator[Detail]:
    if inspection.authority:
        yield from _authority(inspection.authority)
    if inspection.partnership:
        yield from _detail("partnership", inspection.partnership.name)
    yield from _detail("kind", framework.title if framework else inspection.framework)
    if inspection.visit:
        yield from _visit(inspection.visit)
    if inspection.previous:
        yield from _previous(inspection.previous)
    if inspection.legal_basis:
        yield from _detail("legal_basis", _legal_basis(inspection.legal_basis, inspection.visit))
    for name in _optional_texts():
        yield from _detail(name, getattr(inspection, name))
    yield from _detail(
        "findings", *(f"{count} {label.lower()}" for label, count in category_counts(inspection))
    )
    yield from _detail("id", inspection.id)


@functools.cache
def _optional_texts() -> tuple[str, ...]:
    """Return the names of the inspection's optional text fields except the framework, in field order."""
    types = get_type_hints(Inspection)
    names = (field.name for field in attrs.fields(Inspection) if types[field.name] == str | None)
    return tuple(name for name in names if name != "framework")


def _authority(authority: Authority) -> Iterator[Detail]:
    yield from _detail("authority", authority.name)
    for identifier in authority.identifiers:
        yield Detail(labels().identifiers[identifier.scheme], (identifier.value,))
    yield from _detail("address", *authority.address)


def _visit(visit: Visit) -> Iterator[Detail]:
    yield from _detail("visit", *map(_period, visit.periods))
    yield from _detail("as_printed", visit.as_printed)


def _previous(previous: PreviousInspection) -> Iterator[Detail]:
    state = labels().previous[previous.state] if previous.state else None
    yield from _detail("previous", *map(_period, previous.periods), state)
    yield from _detail("previous_as_printed", previous.as_printed)


def _period(period: Period) -> Value:
    return Days(period.start, period.end)


def _legal_basis(basis: LegalBasis, visit: Visit | None) -> Value:
    words = f"section {basis.section} of the {basis.act}" if basis.section else basis.act
    # Safe to link: an identifier of the form `LEGISLATION_PATH` cannot point outside legislation.gov.uk.
    uri = basis.uri(on=visit.first_day if visit else None)
    return Link(words, uri) if uri else words


def _card(inspectorate: Inspectorate) -> Card:
    return Card(inspectorate.name, inspectorate.address, tuple(map(_contact, inspectorate.contacts)))


def _contact(contact: Contact) -> Detail:
    kind = labels().contacts[contact.kind]
    label = f"{kind} ({contact.label})" if contact.label else kind
    address = contact_address(contact)
    return Detail(label, (Link(contact.value, address) if address else contact.value,))


def _judgements(inspection: Inspection, framework: Framework | None) -> list[ReportBlock]:
    rows = tuple(judgement_rows(inspection.judgements, framework))
    facts = labels().facts
    return [Table((facts["area"], facts["grade"]), rows)] if rows else []


def _bodies(partnership: Partnership | None) -> list[ReportBlock]:
    return _items(map(_body, partnership.bodies)) if partnership else []


def _body(body: Body) -> Item:
    details = (
        *_detail("body_kind", words_of_id(body.kind) if body.kind else None),
        *_detail("person", body.person),
        *_detail("post", body.post),
    )
    return Item(body.name, details=details)


def _people(people: Iterable[Person]) -> list[ReportBlock]:
    return _items(map(_person, people))


def _person(person: Person) -> Item:
    details = (
        *_detail("role", labels().roles[person.role] if person.role else None),
        *_detail("post", person.post),
        *_detail("organisation", person.organisation),
        *_detail("address", *person.address),
    )
    return Item(person.name, details=details)


def _source(source: EvidenceSource) -> Item:
    details = tuple(_detail("participants", *source.participants))
    return Item(source.text, label=labels().methods[source.method], details=details)


def _declared(inspection: Inspection) -> list[ReportBlock]:
    listed = Counter(finding.category for finding in inspection.findings)
    details = tuple(_declaration(each, listed[each.category]) for each in inspection.declared)
    return [Details(details)] if details else []


def _declaration(declaration: Declaration, listed: int) -> Detail:
    stated = labels().states[declaration.state].format(count=declaration.count)
    printed = [declaration.as_printed] if declaration.as_printed is not None else []
    return Detail(labels().categories[declaration.category][1], (*printed, f"{stated}; {listed} listed"))


def _findings(inspection: Inspection, framework: Framework | None) -> Iterator[ReportBlock]:
    """Yield a section for each run of findings with the same category, area and heading."""
    day = inspection.visit.first_day if inspection.visit else None
    named = zip(inspection.findings, inspection.finding_ids, strict=True)
    for (category, area, heading), group in groupby(named, key=_place):
        label = labels().categories[category][1]
        section = framework.section(category, area) if framework else None
        meaning = section.meaning_on(day) if section and day else None
        # The title is the letter's heading. The note adds the category and what it meant at the time.
        notes = [note for note in (label if heading not in (None, label) else None, meaning) if note]
        blocks: list[ReportBlock] = [Note(": ".join(notes))] if notes else []
        if area is not None:
            blocks.append(Details((*_detail("area", area_words(area, framework)),)))
        yield ReportSection(None, heading or label, (*blocks, *_runs(group)))


def _place(named: tuple[Finding, str]) -> tuple[Category, str | None, str | None]:
    return named[0].category, named[0].area, named[0].heading


def _runs(group: Iterable[tuple[Finding, str]]) -> Iterator[Items]:
    """Yield lists in which either all items are numbered or none."""
    for _, run in groupby(group, key=lambda pair: pair[0].number is None):
        yield Items(tuple(_finding(finding, finding_id) for finding, finding_id in run))


def _finding(finding: Finding, finding_id: str) -> Item:
    return Item(
        finding.text,
        number=finding.number,
        anchor="-".join(finding_id.rsplit("/", 2)[1:]),
        details=(
            *_detail("responsible", *finding.responsible),
            *_detail("references", *map(_reference, finding.references)),
        ),
        parts=finding.parts,
    )


def _reference(reference: Reference) -> str:
    return f"{reference.value}, {reference.scheme}"


def _obligation(obligation: Obligation) -> Item:
    category = labels().categories[obligation.category][1] if obligation.category else None
    details = (
        *_detail("category", category),
        *_detail("to", obligation.to),
        *_detail("due", _due(obligation.due) if obligation.due else None),
    )
    return Item(obligation.text, details=details)


def _due(due: Due) -> Value:
    if due.date is not None:
        return Days(due.date, due.date)
    words = labels().due[due.unit]
    if due.unit is DueUnit.NEXT_INSPECTION:
        return words[0]
    return f"within {due.count} {words[due.count != 1]}"


def _publication(letter: Publication, form: PublicationForm) -> list[ReportBlock]:
    date, printed = letter.date, letter.date_as_printed
    details = (
        *_detail("date", Days(date, date) if date else None),
        *_detail("as_printed", None if date and printed == written_day(date) else printed),
        *_detail("title" if form is PublicationForm.REPORT else "subject", letter.title),
        *_detail("salutation", letter.salutation),
    )
    return [Details(details)] if details else []
