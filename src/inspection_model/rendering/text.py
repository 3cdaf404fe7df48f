"""Rendering an inspection as a plain-text letter that `read_letter()` reads back.

    letter   := letterhead date addressees salutation subject opening { section } { obligation } ending
    section  := ( heading | lead-in ":" ) { item }
    item     := ( "-" | number "." ) text { "  o" part }       numbered items are separated by blank lines

The letter uses standard sentences, not the wording of a published letter. Every value is placed where
the reader expects it, in a separate line or sentence; lines are not wrapped. Values that a letter cannot
express exactly (a finding without a heading in a category that has no lead-in sentence, a date without its
printed form) are written in the closest form.

A report has the same sections; `report_text` describes what is above and below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspection_model.frameworks.arguments import framework_of
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.frameworks.lexicon import lexicon, shared_facts
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import fold_words
from inspection_model.model.arguments import check_inspection
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Contact, Inspectorate
from inspection_model.model.pointer import value_at
from inspection_model.model.publication import Publication
from inspection_model.rendering.findings_text import findings_below_headings, item, plain_heading
from inspection_model.rendering.labels import written_day
from inspection_model.rendering.people_text import addressees, signatories
from inspection_model.rendering.printed_values import PRINTED_TYPES, printed, sentence
from inspection_model.rendering.report_text import judgement_table, report_end, report_head
from inspection_model.vocabulary import DeclarationState, EvidenceMethod, PublicationForm

__all__ = ["render_text"]


def render_text(inspection: Inspection, *, framework: Framework | None = None) -> str:
    """Render an inspection as a plain-text letter that `read_letter()` reads back, or as a report.

    Args:
        inspection: The inspection.
        framework: The framework of the inspection; needed only if it is not a shipped one.

    Returns:
        The letter or report, with a final newline. A report has a title, labelled fields, a table
        of judgements and the names of the team in the place of address, salutation, opening and signature.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
    """
    check_inspection(inspection, where="render_text(inspection)")
    framework = framework_of(inspection.framework, framework, where="render_text(framework)")
    letter = inspection.publication or Publication()
    is_report = form_of(inspection, framework) is PublicationForm.REPORT
    prose = "\n".join(text for finding in inspection.findings for text in (finding.text, *finding.parts))
    stated = [each for each in inspection.declared if not _is_within(each, prose)]
    below = {each for each in stated if _is_below_heading(each, framework, is_report=is_report)}
    blocks = [
        *(report_head(inspection, framework) if is_report else _letter_head(inspection, letter, framework)),
        *_earlier(inspection, "\n".join((prose, *(each.as_printed or "" for each in below)))),
        *_scope(inspection),
        *_evidence(inspection),
        *(_statement(each, framework) for each in stated if each not in below),
        *findings_below_headings(inspection, framework, is_report=is_report),
        *_below_headings((each for each in stated if each in below), framework),
        *(obligation.text for obligation in inspection.obligations),
        *(report_end(inspection, framework) if is_report else _letter_end(letter, framework)),
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
    yield from addressees(letter.recipients)
    yield letter.salutation
    yield letter.title
    yield _opening(inspection, framework)
    yield from judgement_table(inspection, framework)


def _letter_end(letter: Publication, framework: Framework | None) -> Iterator[str]:
    """Yield the sign-off and those who sign."""
    yield lexicon().letters.sign_offs[0]
    yield from signatories(letter.signatories, framework)


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


def _opening(inspection: Inspection, framework: Framework | None) -> str:
    """Return a sentence for each fact that has values, in the wording of the fact's first phrases."""
    sentences: list[str] = []
    written: set[str] = set()  # the pointers of the values in the sentences
    for fact in framework.facts if framework else shared_facts():
        if fact.repeats or not fact.in_opening:
            continue
        slots = {name: slot.to for name, slot in fact.slots.items() if slot.type in PRINTED_TYPES}
        given = {
            name: value
            for name, to in slots.items()
            if to not in written and (value := printed(value_at(inspection, to), framework))
        }
        if stated := sentence(fact.phrases, given):
            sentences.append(stated)
            written.update(slots[name] for name in given)
    return " ".join(sentences)


def _earlier(inspection: Inspection, prose: str) -> Iterator[str]:
    """Yield a sentence for each reference to an earlier inspection that the prose does not contain."""
    for reference in inspection.earlier_inspections:
        if reference.as_printed not in prose:
            yield f"{lexicon().lists.earlier} {reference.as_printed}."


def _is_within(declaration: Declaration, prose: str) -> bool:
    """Return whether a statement about earlier findings is within the text of a finding."""
    return declaration.state.is_outcome and (declaration.as_printed or "\n\n") in prose


def _own_phrases(name: str) -> Sequence[Phrase]:
    """Return the project's own phrases for a fact."""
    return next(fact.phrases for fact in shared_facts() if fact.name == name)


def _scope(inspection: Inspection) -> Iterator[str]:
    yield from _list(lexicon().lists.scope, inspection.scope)


def _evidence(inspection: Inspection) -> Iterator[str]:
    yield from _list(lexicon().lists.evidence, map(_source, inspection.evidence))


def _source(source: EvidenceSource) -> str:
    """Return the text of an evidence source, as a sentence about interviews if it does not mention one."""
    if source.method is EvidenceMethod.INTERVIEW and not _shows(source):
        return sentence(_own_phrases("interviews"), {"people": source.text})
    return source.text


def _shows(source: EvidenceSource) -> bool:
    """Return whether the words of a source identify its method."""
    words = set(fold_words(source.text).replace(",", " ").split())
    listed = next(entry.words for entry in lexicon().evidence.methods if entry.method is source.method)
    return not words.isdisjoint(listed)


def _list(lead_in: str, items: Iterable[str]) -> Iterator[str]:
    """Yield the sentence that introduces a list, and the list; nothing without items."""
    lines = [item(text) for text in items]
    if lines:
        yield lead_in
        yield "\n".join(lines)


def _is_below_heading(declaration: Declaration, framework: Framework | None, *, is_report: bool) -> bool:
    """Return whether a statement is written in the place of findings.

    In a report, what is above the first heading may be findings of a section without one.
    """
    if declaration.state is DeclarationState.CARRIED_OVER:
        return True
    section = framework.section(declaration.category) if framework else None
    return is_report and declaration.state is DeclarationState.NONE and bool(section and section.headings)


def _statement(declaration: Declaration, framework: Framework | None) -> str:
    """Return the sentence of a declaration."""
    words = declaration.as_printed or _count(declaration, framework)
    none = tuple(f"{word} " for word in lexicon().counts[DeclarationState.NONE])
    is_none = declaration.state is DeclarationState.NONE and not fold_words(words).startswith(none)
    if is_none or declaration.state is DeclarationState.CARRIED_OVER or declaration.state.is_outcome:
        return f"{words}."
    return sentence(_own_phrases("declared"), {"declared": words})


def _below_headings(declared: Iterable[Declaration], framework: Framework | None) -> Iterator[str]:
    """Yield statements in the place of findings, each below its heading.

    They follow the findings: a lead-in sentence below such a heading would not start a new section.
    """
    for declaration in declared:
        section = framework.section(declaration.category) if framework else None
        yield plain_heading(declaration.category, section)
        yield _statement(declaration, framework)


def _count(declaration: Declaration, framework: Framework | None) -> str:
    """Return the wording of a declaration that has no printed form."""
    section = framework.section(declaration.category) if framework else None
    term = section.terms[0] if section and section.terms else f"findings of category {declaration.category}"
    if declaration.state is DeclarationState.CARRIED_OVER:
        return f"The {term} are carried over"
    if declaration.state.is_outcome:
        listed = lexicon().outcomes.terms.get(declaration.category, (term,))
        return lexicon().outcomes.written[declaration.state].format(term=listed[0])
    counts = lexicon().counts
    count = str(declaration.count) if declaration.count else counts[declaration.state][0]
    return f"{count} {term}"
