"""Building the format-independent report of an inspection."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, get_type_hints

import attrs

from inspection_model.frameworks.arguments import framework_of
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.frameworks.loading import find_framework
from inspection_model.model.arguments import check_inspection
from inspection_model.model.authority import Authority
from inspection_model.model.declaration import Declaration
from inspection_model.model.earlier_inspection import EarlierInspection
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Contact, Inspectorate
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due, Obligation
from inspection_model.model.partnership import Body, Partnership
from inspection_model.model.person import Person
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Period, Visit
from inspection_model.rendering.details import detail, items, printed
from inspection_model.rendering.finding_sections import finding_sections
from inspection_model.rendering.judging import judgement_rows, words_of_id
from inspection_model.rendering.labels import category_counts, labels, month_words, written_day
from inspection_model.rendering.links import contact_address
from inspection_model.rendering.report import (
    Card,
    Days,
    Detail,
    Details,
    Item,
    Link,
    Printed,
    Report,
    ReportBlock,
    ReportSection,
    Table,
    Value,
)
from inspection_model.vocabulary import DueUnit, PublicationForm

__all__ = ["outline"]

T = TypeVar("T")


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
    subject = "title" if form is PublicationForm.REPORT else "subject"
    sections = (
        _section("judgements", _judgements(inspection, framework)),
        *finding_sections(inspection, framework),
        _section("obligations", _listed("/obligations", inspection.obligations, _obligation)),
        _section("declared", _declared(inspection)),
        _section("outcomes", _outcomes(inspection)),
        _section("inspection", [Details((*_key_facts(inspection, framework),))]),
        _section("scope", _listed("/scope", inspection.scope, Item)),
        _section("evidence", _listed("/evidence", inspection.evidence, _source)),
        _section(
            "earlier_inspections", _listed("/earlier_inspections", inspection.earlier_inspections, _earlier)
        ),
        _section("publication", _publication(letter, subject), title=form.value),
        _section("partnership", _bodies(inspection.partnership)),
        _section("inspectors", _listed("/inspectors", inspection.inspectors, _person)),
        _section("recipients", _listed("/publication/recipients", letter.recipients, _person)),
        _section("signatories", _listed("/publication/signatories", letter.signatories, _person)),
        _section("inspectorate", [*map(_card, inspection.inspectorates)]),
    )
    return Report(
        title=name,
        kind=framework.title if framework else inspection.framework,
        sections=tuple(section for section in sections if section.blocks),
    )


def _section(name: str, blocks: Iterable[ReportBlock], *, title: str | None = None) -> ReportSection:
    return ReportSection(name, labels().titles[title or name], tuple(blocks))


def _listed(pointer: str, values: Iterable[T], item: Callable[[T], Item]) -> list[ReportBlock]:
    """Return a list of the items made of the values of a field; the pointer is that of the field."""
    name = pointer.rpartition("/")[2]
    return items(
        attrs.evolve(item(value), pointer=f"{pointer}/{index}", anchor=f"{name}-{index + 1}")
        for index, value in enumerate(values)
    )


def _key_facts(inspection: Inspection, framework: Framework | None) -> Iterator[Detail]:
    if inspection.authority:
        yield from _authority(inspection.authority)
    if inspection.partnership:
        yield from printed("partnership", inspection.partnership.name)
    yield from detail("kind", framework.title if framework else inspection.framework)
    if inspection.visit:
        yield from _visit(inspection.visit)
    if inspection.previous:
        yield from _previous(inspection.previous)
    if inspection.legal_basis:
        yield from detail("legal_basis", _legal_basis(inspection.legal_basis, inspection.visit))
    for name in _optional_texts():
        yield from printed(name, getattr(inspection, name))
    yield from detail(
        "findings", *(f"{count} {label.lower()}" for label, count in category_counts(inspection))
    )
    yield from detail("id", inspection.id)


@functools.cache
def _optional_texts() -> tuple[str, ...]:
    """Return the names of the inspection's optional text fields except the framework, in field order."""
    types = get_type_hints(Inspection)
    names = (field.name for field in attrs.fields(Inspection) if types[field.name] == str | None)
    return tuple(name for name in names if name != "framework")


def _authority(authority: Authority) -> Iterator[Detail]:
    yield from printed("authority", authority.name)
    for identifier in authority.identifiers:
        yield Detail(labels().identifiers[identifier.scheme], (identifier.value,))
    yield from printed("address", *authority.address)


def _visit(visit: Visit) -> Iterator[Detail]:
    yield from detail("visit", *map(_period, visit.periods))
    yield from printed("as_printed", visit.as_printed)


def _previous(previous: PreviousInspection) -> Iterator[Detail]:
    state = labels().previous[previous.state] if previous.state else None
    yield from detail("previous", *map(_period, previous.periods), state)
    yield from printed("previous_as_printed", previous.as_printed)


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
    return Detail(label, (Link(contact.value, address) if address else Printed(contact.value),))


def _judgements(inspection: Inspection, framework: Framework | None) -> list[ReportBlock]:
    rows = tuple(judgement_rows(inspection.judgements, framework))
    facts = labels().facts
    return [Table((facts["area"], facts["grade"]), rows)] if rows else []


def _bodies(partnership: Partnership | None) -> list[ReportBlock]:
    return _listed("/partnership/bodies", partnership.bodies, _body) if partnership else []


def _body(body: Body) -> Item:
    details = (
        *detail("body_kind", words_of_id(body.kind) if body.kind else None),
        *printed("person", body.person),
        *printed("post", body.post),
    )
    return Item(body.name, details=details)


def _person(person: Person) -> Item:
    details = (
        *detail("role", labels().roles[person.role] if person.role else None),
        *printed("post", person.post),
        *printed("organisation", person.organisation),
        *printed("address", *person.address),
    )
    return Item(person.name, details=details)


def _source(source: EvidenceSource) -> Item:
    details = tuple(printed("participants", *source.participants))
    return Item(source.text, label=labels().methods[source.method], details=details)


def _declared(inspection: Inspection) -> list[ReportBlock]:
    listed = Counter(finding.category for finding in inspection.findings)
    counts = (each for each in inspection.declared if not each.state.is_outcome)
    details = tuple(_declaration(each, f"; {listed[each.category]} listed") for each in counts)
    return [Details(details)] if details else []


def _outcomes(inspection: Inspection) -> list[ReportBlock]:
    details = tuple(_declaration(each) for each in inspection.declared if each.state.is_outcome)
    return [Details(details)] if details else []


def _declaration(declaration: Declaration, note: str = "") -> Detail:
    stated = labels().states[declaration.state].format(count=declaration.count)
    words = [Printed(declaration.as_printed)] if declaration.as_printed is not None else []
    return Detail(labels().categories[declaration.category][1], (*words, f"{stated}{note}"))


def _earlier(reference: EarlierInspection) -> Item:
    framework = find_framework(reference.framework)
    details = (
        *detail("kind", framework.title if framework else reference.framework),
        *detail("date", month_words(reference.year, reference.month)),
    )
    return Item(reference.as_printed, details=details)


def _obligation(obligation: Obligation) -> Item:
    category = labels().categories[obligation.category][1] if obligation.category else None
    details = (
        *detail("category", category),
        *detail("to", obligation.to),
        *detail("due", _due(obligation.due) if obligation.due else None),
    )
    return Item(obligation.text, details=details)


def _due(due: Due) -> Value:
    if due.date is not None:
        return Days(due.date, due.date)
    words = labels().due[due.unit]
    if due.unit is DueUnit.NEXT_INSPECTION:
        return words[0]
    return f"within {due.count} {words[due.count != 1]}"


def _publication(letter: Publication, subject: str) -> list[ReportBlock]:
    date, words = letter.date, letter.date_as_printed
    details = (
        *detail("date", Days(date, date) if date else None),
        *printed("as_printed", None if date and words == written_day(date) else words),
        *printed(subject, letter.title),
        *printed("salutation", letter.salutation),
    )
    return [Details(details)] if details else []
