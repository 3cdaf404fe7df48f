"""Rendering an inspection as a plain-text letter that `read_letter()` reads back.

    letter   := letterhead date addressees salutation subject opening { section } { obligation } ending
    section  := ( heading | lead-in ":" ) { item }
    item     := ( "-" | number "." ) text { "  o" part }       numbered items are separated by blank lines

The letter uses standard sentences, not the wording of a published letter. Every value is placed where
the reader expects it, in a separate line or sentence; lines are not wrapped. Values that a letter cannot
express exactly (a finding without a heading in a category that has no lead-in sentence, a date without its
printed form) are written in the closest form.

    report   := title facts judgements { section } { obligation }

A report has labelled facts, one per line, and a line with area and grade for each judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import cast

from inspection_model.frameworks.arguments import framework_of
from inspection_model.frameworks.fact import FactType
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.frameworks.lexicon import lexicon, shared_facts
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import fold_words
from inspection_model.model.arguments import check_inspection
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Contact, Inspectorate
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.person import Person
from inspection_model.model.pointer import value_at
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Visit
from inspection_model.rendering.labels import written_day, written_days
from inspection_model.rendering.report_text import judgement_table, report_head
from inspection_model.vocabulary import Category, DeclarationState, EvidenceMethod, PublicationForm

__all__ = ["render_text"]

# The types of the values that a sentence of the opening prints; others are printed as lists.
_PRINTED_TYPES = {
    FactType.TEXT, FactType.NAME, FactType.DAYS, FactType.INSPECTORATES, FactType.PEOPLE, FactType.PROVISION
}  # fmt: skip

_ITEM = "- {}"
_PART = "  o {}"


def render_text(inspection: Inspection, *, framework: Framework | None = None) -> str:
    """Render an inspection as a plain-text letter that `read_letter()` reads back, or as a report.

    Args:
        inspection: The inspection.
        framework: The framework of the inspection; needed only if it is not a shipped one.

    Returns:
        The letter or report, with a final newline. A report has a title, labelled facts and a table of
        judgements in the place of address, salutation, opening and signature.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
    """
    check_inspection(inspection, where="render_text(inspection)")
    framework = framework_of(inspection.framework, framework, where="render_text(framework)")
    letter = inspection.publication or Publication()
    is_report = form_of(inspection, framework) is PublicationForm.REPORT
    blocks = [
        *(report_head(inspection) if is_report else _letter_head(inspection, letter, framework)),
        *judgement_table(inspection, framework),
        *_scope(inspection),
        *_evidence(inspection),
        *_declared(inspection.declared, framework),
        *_findings(inspection.findings, framework),
        *_carried_over(inspection.declared, framework),
        *(obligation.text for obligation in inspection.obligations),
        *(() if is_report else (lexicon().letters.sign_offs[0], *map(_person, letter.signatories))),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _letter_head(
    inspection: Inspection, letter: Publication, framework: Framework | None
) -> Iterator[str | None]:
    """Yield the blocks of a letter before the lists."""
    first, *others = inspection.inspectorates or (None,)
    if first is not None:
        yield _letterhead(first)
    # A sentence of the opening names all of them.
    yield from (_letterhead(each) for each in others if each.address or each.contacts)
    yield from _date(letter)
    yield from map(_person, letter.recipients)
    yield letter.salutation
    yield letter.title
    yield _opening(inspection, framework)


def _letterhead(inspectorate: Inspectorate) -> str:
    lines = [inspectorate.name, *inspectorate.address, *map(_contact, inspectorate.contacts)]
    return "\n".join(lines)


def _contact(contact: Contact) -> str:
    labels = lexicon().letters.contacts.get(contact.kind, ())
    return " ".join(filter(None, (contact.label, *labels[:1], contact.value)))


def _date(letter: Publication) -> Iterator[str]:
    if letter.date_as_printed is not None:
        yield letter.date_as_printed
    elif letter.date is not None:
        yield written_day(letter.date)


def _person(person: Person) -> str:
    return "\n".join(filter(None, (person.name, person.post, person.organisation, *person.address)))


def _opening(inspection: Inspection, framework: Framework | None) -> str:
    """Return a sentence for each fact that has values, in the wording of the fact's first phrases."""
    sentences: list[str] = []
    written: set[str] = set()  # the pointers of the values in the sentences
    for fact in framework.facts if framework else shared_facts():
        if fact.repeats or not fact.in_opening:
            continue
        slots = {name: slot.to for name, slot in fact.slots.items() if slot.type in _PRINTED_TYPES}
        given = {
            name: value
            for name, to in slots.items()
            if to not in written and (value := _printed(value_at(inspection, to), framework))
        }
        if sentence := _sentence(fact.phrases, given):
            sentences.append(sentence)
            written.update(slots[name] for name in given)
    return " ".join(sentences)


def _printed(value: object, framework: Framework | None) -> str | None:
    """Return how a sentence prints a value."""
    match value:
        case str() | None:
            return value
        case Visit():
            return _visit(value)
        case LegalBasis():
            return _legal_basis(value, framework)
        case _:
            return _enumeration([*_names(cast("tuple[Inspectorate | Person, ...]", value))])


def _names(listed: Sequence[Inspectorate | Person]) -> Iterator[str]:
    """Yield the names of people, with their posts, or of several inspectorates: one is in the letterhead."""
    for each in listed:
        if isinstance(each, Person):
            yield _inspector(each)
        elif len(listed) > 1:
            yield each.name


def _own_phrases(name: str) -> Sequence[Phrase]:
    """Return the project's own phrases for a fact."""
    return next(fact.phrases for fact in shared_facts() if fact.name == name)


def _sentence(phrases: Sequence[Phrase], values: Mapping[str, str]) -> str:
    """Return the first phrase whose slots all have values, filled, as a sentence, or an empty text."""
    for phrase in phrases:
        if phrase.slots and all(slot in values for slot in phrase.slots):
            filled = phrase.fill(values)
            return f"{filled[0].upper()}{filled[1:]}."
    return ""


def _visit(visit: Visit) -> str:
    if visit.as_printed is not None:
        return visit.as_printed
    return _enumeration([written_days(period.start, period.end) for period in visit.periods])


def _inspector(person: Person) -> str:
    return f"{person.name}, {person.post}" if person.post else person.name


def _legal_basis(basis: LegalBasis, framework: Framework | None) -> str:
    provision = framework.provision(basis) if framework else None
    if provision is not None:
        return provision.printed[0]
    return f"section {basis.section} of the {basis.act}" if basis.section else f"the {basis.act}"


def _enumeration(texts: Sequence[str]) -> str:
    """Join texts as in a sentence: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))


def _scope(inspection: Inspection) -> Iterator[str]:
    yield from _list(lexicon().lists.scope, inspection.scope)


def _evidence(inspection: Inspection) -> Iterator[str]:
    yield from _list(lexicon().lists.evidence, map(_source, inspection.evidence))


def _source(source: EvidenceSource) -> str:
    """Return the text of an evidence source, as a sentence about interviews if it does not mention one."""
    if source.method is EvidenceMethod.INTERVIEW and not _shows(source):
        return _sentence(_own_phrases("interviews"), {"people": source.text})
    return source.text


def _shows(source: EvidenceSource) -> bool:
    """Return whether the words of a source identify its method."""
    words = set(fold_words(source.text).replace(",", " ").split())
    listed = next(entry.words for entry in lexicon().evidence.methods if entry.method is source.method)
    return not words.isdisjoint(listed)


def _list(sentence: str, items: Iterable[str]) -> Iterator[str]:
    """Yield the sentence that introduces a list, and the list; nothing without items."""
    lines = [_ITEM.format(item) for item in items]
    if lines:
        yield sentence
        yield "\n".join(lines)


def _declared(declared: Iterable[Declaration], framework: Framework | None) -> Iterator[str]:
    none = tuple(f"{word} " for word in lexicon().counts[DeclarationState.NONE])
    for declaration in declared:
        if declaration.state is DeclarationState.CARRIED_OVER:
            continue
        words = declaration.as_printed or _count(declaration, framework)
        if declaration.state is DeclarationState.NONE and not fold_words(words).startswith(none):
            yield f"{words}."
        else:
            yield _sentence(_own_phrases("declared"), {"declared": words})


def _carried_over(declared: Iterable[Declaration], framework: Framework | None) -> Iterator[str]:
    """Yield statements that carry over findings from an earlier letter, each below its heading.

    They follow the findings: a lead-in sentence below such a heading would not start a new section.
    """
    for declaration in declared:
        if declaration.state is DeclarationState.CARRIED_OVER:
            yield _plain_heading(declaration.category, framework)
            yield f"{declaration.as_printed or _count(declaration, framework)}."


def _count(declaration: Declaration, framework: Framework | None) -> str:
    """Return the wording of a declaration that has no printed form."""
    section = framework.section(declaration.category) if framework else None
    term = section.terms[0] if section and section.terms else f"findings of category {declaration.category}"
    if declaration.state is DeclarationState.CARRIED_OVER:
        return f"The {term} are carried over"
    counts = lexicon().counts
    count = str(declaration.count) if declaration.count else counts[declaration.state][0]
    return f"{count} {term}"


def _findings(findings: Iterable[Finding], framework: Framework | None) -> Iterator[str]:
    for (category, area, heading), group in groupby(findings, key=lambda f: (f.category, f.area, f.heading)):
        yield _heading(category, heading, framework, area=area)
        items = list(group)
        # A number after a blank line always starts an item; otherwise it could continue a sentence.
        between = "\n\n" if any(finding.number for finding in items) else "\n"
        yield between.join(map(_finding, items))


def _heading(
    category: Category, heading: str | None, framework: Framework | None, *, area: str | None
) -> str:
    """Return the opening of a section: the heading, the framework's lead-in, or a default heading."""
    section = framework.section(category, area) if framework else None
    if heading is not None:
        return heading
    if section is not None and section.lead_ins:
        return f"{section.lead_ins[0].text}:"
    return _plain_heading(category, framework, area)


def _plain_heading(category: Category, framework: Framework | None, area: str | None = None) -> str:
    """Return the framework's first heading for a category and an area, or the name of the category."""
    section = framework.section(category, area) if framework else None
    if section is not None and section.headings:
        return section.headings[0]
    return str(category).replace("-", " ").capitalize()


def _finding(finding: Finding) -> str:
    mark = _ITEM if finding.number is None else f"{finding.number}. {{}}"
    return "\n".join([mark.format(finding.text), *map(_PART.format, finding.parts)])
