"""The facts of the prose: each sentence of the opening and the closing is tried for each of them.

A sentence may give several facts ("… on 22 and 23 May 2018, carried out by …"). What it says
besides is boilerplate when it gave a fact or is boilerplate of the framework; otherwise it is left
unread.
"""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.phrase import Gaps, fold_words, strip_span
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.declaration import Declaration
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Obligation
from inspection_model.model.person import Person
from inspection_model.model.visit import Visit
from inspection_model.reading import phrases
from inspection_model.reading.activities import take_activities, take_evidence, take_looked_at
from inspection_model.reading.blocks import Block
from inspection_model.reading.counts import declared_spans, number_value
from inspection_model.reading.dates import parse_date_phrase
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.ledger import BOILERPLATE, UNREAD, Entry
from inspection_model.reading.people import inspector_spans, post_before
from inspection_model.reading.sentences import Sentence
from inspection_model.reading.visits import visit_at
from inspection_model.vocabulary import DeclarationState

__all__ = [
    "authority_in_subject",
    "closing_facts",
    "is_boilerplate",
    "opening_facts",
    "section_facts",
    "tells_what_follows",
]


def authority_in_subject(draft: Draft) -> str | None:
    """Give the authority that a subject names, for a letter whose opening names none."""
    subject = draft.subject
    if subject is None:
        return None
    folded = fold_words(subject)
    gaps = draft.phrasebook.find("subject", folded)
    return subject[slice(*_trim_authority(folded, *gaps["authority"]))] if gaps else None


def is_boilerplate(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is one that every letter of the framework has."""
    return draft.phrasebook.find(phrases.BOILERPLATE, sentence.folded) is not None


def tells_what_follows(draft: Draft, first: Sentence, block: Block) -> bool:
    """Whether a paragraph says what comes of the findings: its first sentence, or an obligation in any."""
    return (
        is_boilerplate(draft, first)
        or draft.phrasebook.find(phrases.OBLIGATIONS, block.stretch.folded) is not None
    )


def opening_facts(draft: Draft, sentence: Sentence) -> bool:
    """Take what a sentence before the first section says; say whether it was understood."""
    return _take(draft, sentence, "opening")


def closing_facts(draft: Draft, sentence: Sentence) -> bool:
    """Take what a sentence after the last section says; say whether it was understood."""
    return _take(draft, sentence, "closing")


def section_facts(draft: Draft, sentence: Sentence, section: Section | None) -> list[Entry]:
    """Take what a sentence within a section declares; give its place without entering it.

    Args:
        draft: The facts so far.
        sentence: The sentence.
        section: The section, when nothing but its heading stands before the sentence: there it may
            point back to an earlier letter's findings.
    """
    if section is not None and sentence.folded.rstrip(" .") in shared_wording().nothing:
        return _statement(draft, sentence, section, DeclarationState.NONE)
    find = draft.phrasebook.find
    if section is not None and section.carried_over:
        kind = phrases.one_of(phrases.CARRIED_OVER, draft.framework.sections.index(section))
        if find(kind, sentence.folded) is not None:
            return _statement(draft, sentence, section, DeclarationState.CARRIED_OVER)
    return _none(draft, sentence, {}) if find(phrases.NONE, sentence.folded) is not None else []


def _take(draft: Draft, sentence: Sentence, part: str) -> bool:
    entries: list[Entry] = []
    for kind, fact, stems in _facts_of(draft.framework, part):
        if entries and fact.is_exclusive:
            break
        for stem in stems:
            if stem in sentence.folded:
                break
        else:
            continue  # nearly every fact
        if fact.is_known is not None and fact.is_known(draft):
            continue
        gaps = draft.phrasebook.find(kind, sentence.folded)
        if gaps is not None:
            entries += fact.take(draft, sentence, gaps)
    if not entries and not is_boilerplate(draft, sentence):
        looked_at = take_looked_at(draft, sentence) if part == "opening" else None
        if looked_at is None:
            return False
        entries = looked_at
    _enter(draft, sentence, entries)
    return True


def _enter(draft: Draft, sentence: Sentence, entries: Sequence[Entry]) -> None:
    """Enter the facts of a sentence; what is between them is boilerplate, or unread as an entry says."""
    ledger, stretch, start, end = draft.ledger, sentence.stretch, sentence.start, sentence.end
    facts = [(start + a, start + b, role) for a, b, role in entries if role != UNREAD]
    if len(facts) == len(entries):
        ledger.enter_facts(stretch, start, end, facts, BOILERPLATE)
        return
    position = start
    for a, b in sorted((a, b) for a, b, role in entries if role == UNREAD):
        for first, last, rest in ((position, start + a, BOILERPLATE), (start + a, start + b, UNREAD)):
            within = [fact for fact in facts if first <= fact[0] < last]
            ledger.enter_facts(stretch, first, last, within, rest)
        position = start + b
    ledger.enter_facts(stretch, position, end, [fact for fact in facts if fact[0] >= position], BOILERPLATE)


def _opening(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    entries: list[Entry] = []
    if "authority" in gaps and draft.authority is None:
        start, end = _trim_authority(sentence.folded, *gaps["authority"])
        if start < end:
            draft.authority = sentence.words(start, end)
            entries.append((start, end, "/authority/name"))
    is_first = "visit" in gaps and draft.visit is None
    visit = visit_at(sentence.folded, gaps["visit"][0]) if is_first else None
    if visit is not None:
        printed = sentence.words(visit.start, visit.end)
        draft.visit = Visit(periods=visit.phrase.periods, as_printed=printed)
        entries.append((visit.start, visit.end, "/visit/as_printed"))
        draft.remark_on_date(visit.phrase, printed, pointer="/visit/as_printed")
    return entries


def _trim_authority(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave out what stands around an authority's name: an article, "local authority", a possessive."""
    if folded.startswith("the ", start):
        start = min(start + len("the "), end)
    words = folded[start:end]
    for tail in ("'s", " local authority", "'"):
        words = words.removesuffix(tail)
    return strip_span(folded, start, start + len(words))


def _inspectors(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    start, end = gaps["inspectors"]
    entries: list[Entry] = []
    known = start  # where the people end who were told
    told = {person.name for person in draft.inspectors}  # in a sentence before: "The visit was led by …"
    people = inspector_spans(sentence.words(start, end))
    before = post_before(sentence.folded, start + people[0].name[0]) if people else None
    for name, own_post in people:
        known = start + (own_post or name)[1]
        a, b = start + name[0], start + name[1]
        if sentence.words(a, b) in told:
            entries.append((a, b, BOILERPLATE))
            continue
        post = (start + own_post[0], start + own_post[1]) if own_post else before
        index = add(draft.inspectors, Person(name=sentence.words(a, b), post=post and sentence.words(*post)))
        entries.append((a, b, f"/inspectors/{index}/name"))
        if post is not None:  # a post that several people share is the first one's, in the ledger
            entries.append((*post, f"/inspectors/{index}/post"))
    rest = strip_span(sentence.folded, known, end)
    if entries and any(map(str.isalnum, sentence.folded[slice(*rest)])):
        # The list goes on with what is no person; who is left out there is not left out in silence.
        entries.append((*rest, UNREAD))
    return entries


def _legal_basis(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    start, end = gaps["legal_basis"]
    folded = sentence.folded[start:end]
    for provision in draft.framework.provisions:
        for printed in provision.printed:
            if folded.startswith(fold_words(printed)):
                draft.legal_basis = provision.basis
                return [(start, start + len(printed), "/legal_basis")]
    basis = _other_basis(sentence.words(start, end))
    if basis is None:
        return []
    draft.legal_basis = basis
    return [(start, end, "/legal_basis")]


def _other_basis(words: str) -> LegalBasis | None:
    """Read "section N of the X Act YYYY" for an Act that the framework does not know."""
    section, of, act = words.partition(" of the ")
    if of and section.lower().startswith("section ") and act[-4:].isdigit() and " Act " in act:
        return LegalBasis(act=act, section=section[len("section ") :])
    return None


def _contributes_to(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    start, end = gaps["contributes_to"]
    draft.contributes_to = sentence.words(start, end)
    return [(start, end, "/contributes_to")]


def _evidence(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    return take_evidence(draft, sentence, *gaps["evidence"])


def _activities(draft: Draft, sentence: Sentence, _gaps: Gaps) -> list[Entry]:
    return take_activities(draft, sentence)


def _declared(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    start, end = gaps["declared"]
    entries: list[Entry] = []
    for found in declared_spans(draft.framework, sentence.folded[start:end]):
        first, last = start + found.start, start + found.end
        declaration = Declaration(
            category=found.category,
            state=found.state,
            count=found.number,
            as_printed=sentence.words(first, last),
        )
        index = add(draft.declared, declaration)
        entries.append((first, last, f"/declared/{index}/as_printed"))
    return entries


def _none(draft: Draft, sentence: Sentence, _gaps: Gaps) -> list[Entry]:
    """Take a sentence that says that a category has no findings: the first section with such a phrase."""
    section = draft.framework.sections[_first_of(draft, phrases.NONE, sentence)]
    return _statement(draft, sentence, section, DeclarationState.NONE)


def _first_of(draft: Draft, kind: str, sentence: Sentence) -> int:
    """Give the first section or rule of which a phrase of a kind stands in a sentence that has one."""
    places = itertools.count()
    return next(
        i for i in places if draft.phrasebook.find(phrases.one_of(kind, i), sentence.folded) is not None
    )


def _statement(draft: Draft, sentence: Sentence, section: Section, state: DeclarationState) -> list[Entry]:
    end = len(sentence.folded.rstrip(" ."))
    declaration = Declaration(category=section.category, state=state, as_printed=sentence.words(0, end))
    index = add(draft.declared, declaration)
    return [(0, end, f"/declared/{index}/as_printed")]


def _obligations(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    """Take an obligation; the first rule with a phrase in the sentence is the one."""
    rule = draft.framework.obligations[_first_of(draft, phrases.OBLIGATIONS, sentence)]
    due = rule.due(count=_count(sentence, gaps), date=_date(sentence, gaps))
    end = len(sentence.folded)
    text = sentence.words(0, end)
    index = add(draft.obligations, Obligation(text=text, category=rule.category, to=rule.to, due=due))
    return [(0, end, f"/obligations/{index}/text")]


def _count(sentence: Sentence, gaps: Gaps) -> int | None:
    return number_value(sentence.folded[slice(*gaps["count"])]) if "count" in gaps else None


def _date(sentence: Sentence, gaps: Gaps) -> datetime.date | None:
    phrase = parse_date_phrase(sentence.folded, gaps["date"][0]) if "date" in gaps else None
    return phrase.single if phrase else None


class _Fact(NamedTuple):
    """How a fact is taken from a sentence.

    Attributes:
        take: Takes it, given the gaps of its phrase.
        is_exclusive: Whether a sentence that gives another fact does not give it.
        is_known: Of a fact that the first sentence with it gives, whether it is there.
    """

    take: Callable[[Draft, Sentence, Gaps], list[Entry]]
    is_exclusive: bool = False
    is_known: Callable[[Draft], bool] | None = None


def _knows_opening(draft: Draft) -> bool:
    return draft.authority is not None and draft.visit is not None


def _knows_inspectors(draft: Draft) -> bool:
    return bool(draft.inspectors)


def _knows_legal_basis(draft: Draft) -> bool:
    return draft.legal_basis is not None


def _knows_contribution(draft: Draft) -> bool:
    return draft.contributes_to is not None


# The facts of the paragraphs before and after the sections, in the order in which they are tried.
_FACTS: Mapping[str, Mapping[str, _Fact]] = {
    "opening": {
        "opening": _Fact(_opening, is_known=_knows_opening),
        "inspectors": _Fact(_inspectors, is_known=_knows_inspectors),
        "further_inspectors": _Fact(_inspectors),
        "legal_basis": _Fact(_legal_basis, is_known=_knows_legal_basis),
        "contributes_to": _Fact(_contributes_to, is_known=_knows_contribution),
        "declared": _Fact(_declared),
        phrases.NONE: _Fact(_none, is_exclusive=True),
        phrases.OBLIGATIONS: _Fact(_obligations, is_exclusive=True),
        "evidence": _Fact(_evidence, is_exclusive=True),
        "interviews": _Fact(_activities, is_exclusive=True),
    },
    "closing": {
        phrases.OBLIGATIONS: _Fact(_obligations, is_exclusive=True),
        phrases.NONE: _Fact(_none, is_exclusive=True),
        "contributes_to": _Fact(_contributes_to, is_known=_knows_contribution),
    },
}


@functools.lru_cache(maxsize=64)
def _facts_of(framework: Framework, part: str) -> tuple[tuple[str, _Fact, tuple[str, ...]], ...]:
    """Give the facts of a part, each with the kind of its phrases and their stems.

    A sentence with none of the stems does not tell the fact.
    """
    stems = phrases.phrasebook_of(framework).stems
    return tuple((kind, fact, stems(kind)) for kind, fact in _FACTS[part].items())
