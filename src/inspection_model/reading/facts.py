"""The facts of the prose: each sentence of the opening and the closing is tried for each of them.

A sentence may give several facts ("… on 22 and 23 May 2018, carried out by …"). What it says
besides is boilerplate when it gave a fact or is boilerplate of the framework; otherwise it is left
unread.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.phrase import Grammars, Phrase, fold_words, stems, strip_span
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.authority import Authority
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Obligation
from inspection_model.model.person import Person
from inspection_model.model.visit import Visit
from inspection_model.reading.activities import clause_spans, passive_spans
from inspection_model.reading.blocks import Block
from inspection_model.reading.counts import declared_spans, number_end, number_value
from inspection_model.reading.dates import date_end, parse_date_phrase
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.evidence import method_and_people, opens_with_method, people_in, source_spans
from inspection_model.reading.ledger import BOILERPLATE, UNREAD
from inspection_model.reading.people import inspector_spans, post_before
from inspection_model.reading.sentences import Sentence
from inspection_model.reading.visits import visit_at
from inspection_model.vocabulary import DeclarationState, EvidenceMethod

__all__ = [
    "Entry",
    "authority_in_subject",
    "closing_facts",
    "find_phrase",
    "is_boilerplate",
    "listed_evidence",
    "opening_facts",
    "section_facts",
    "tells_what_follows",
]

Entry = tuple[int, int, str]
"""Start, end (in the sentence) and role of a fact."""

Gaps = Mapping[str, tuple[int, int]]

# How a clause ends that leads in a list.
_LEADING_IN = (" focus on", " focusing on", "including", "included", "in particular", "namely")

# What follows a verb that says what came out, not what was looked at: "was assessed as inadequate".
_JUDGING = ("as ", "to be ", "by ")

GRAMMARS: Grammars = {"visit": date_end, "date": date_end, "count": number_end}


def find_phrase(phrases: Sequence[Phrase], folded: str) -> Gaps | None:
    """Find the first phrase of a list that stands in a sentence; give its gaps."""
    for phrase in phrases:
        # Nearly every phrase is not there, and its longest words tell so without a call.
        if phrase.longest in folded and (gaps := phrase.find(folded, GRAMMARS)) is not None:
            return gaps
    return None


def authority_in_subject(framework: Framework, subject: str) -> str | None:
    """Give the authority that a subject names, for a letter whose opening names none."""
    folded = fold_words(subject)
    gaps = find_phrase(framework.phrases["subject"], folded)
    return subject[slice(*_trim_authority(folded, *gaps["authority"]))] if gaps else None


def listed_evidence(draft: Draft, sentence: Sentence) -> None:
    """Take the item of a list of evidence as one source."""
    gaps = find_phrase(shared_wording().phrases["interviews"], sentence.folded)
    if gaps is not None:
        entries = _activities(draft, sentence, gaps)
    else:
        words = sentence.words(0, len(sentence.folded))
        method, people = method_and_people(words)
        index = add(draft.evidence, EvidenceSource(method=method, text=words, participants=people))
        entries = [(0, len(sentence.folded), f"/evidence/{index}/text")]
    facts = [(sentence.start + a, sentence.start + b, role) for a, b, role in entries]
    draft.ledger.enter_facts(sentence.stretch, sentence.start, sentence.end, facts, BOILERPLATE)


def is_boilerplate(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is one that every letter of the framework has."""
    framework, folded = draft.framework, sentence.folded
    found = find_phrase(framework.boilerplate, folded)
    return found is not None or find_phrase(framework.closing, folded) is not None


def tells_what_follows(draft: Draft, first: Sentence, block: Block) -> bool:
    """Whether a paragraph says what comes of the findings: its first sentence, or an obligation in any."""
    rules = draft.framework.obligations
    return is_boilerplate(draft, first) or any(
        find_phrase(rule.phrases, block.stretch.folded) is not None for rule in rules
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
    if section is not None and find_phrase(section.carried_over, sentence.folded) is not None:
        return _statement(draft, sentence, section, DeclarationState.CARRIED_OVER)
    return _none(draft, sentence, {})


def _take(draft: Draft, sentence: Sentence, part: str) -> bool:
    entries: list[Entry] = []
    for fact, phrases, words in _facts_of(draft.framework, part):
        if entries and fact.is_exclusive:
            break
        for word in words:
            if word in sentence.folded:
                break
        else:
            continue
        if fact.is_known is not None and fact.is_known(draft):
            continue
        gaps = _NO_GAPS if phrases is None else find_phrase(phrases, sentence.folded)
        if gaps is not None:
            entries += fact.take(draft, sentence, gaps)
    if not entries and not is_boilerplate(draft, sentence):
        looked_at = _scope(draft, sentence) if part == "opening" else None
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
            draft.authority = Authority(name=sentence.words(start, end))
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


def _scope(draft: Draft, sentence: Sentence) -> list[Entry] | None:
    """Take what a sentence says was looked at; ``None`` when it says nothing of that."""
    entries: list[Entry] = []
    for start, end in passive_spans(draft.framework, sentence.folded):
        if "range of evidence" not in sentence.folded[start:end]:
            entries += _looked_at(draft, sentence, {"looked_at": (start, end)})
    if entries:
        return entries
    gaps = find_phrase(draft.framework.phrases["looked_at"], sentence.folded)
    if gaps is None or sentence.folded.startswith(_JUDGING, gaps["looked_at"][0]):
        return None
    return _activities(draft, sentence, gaps)


def _looked_at(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    """Take what inspectors looked at: evidence when it opens with a kind of evidence, else scope."""
    start, end = gaps["looked_at"]
    if sentence.folded.startswith(
        ("the following", "a range of evidence"), start
    ) and sentence.folded.endswith(":"):
        return []  # the list below says it
    end = _before_lead_in(sentence.folded, start, end)
    if opens_with_method(sentence.folded[start:end]):
        return _evidence(draft, sentence, {"evidence": (start, end)})
    index = add(draft.scope, sentence.words(start, end))
    return [(start, end, f"/scope/{index}")]


def _before_lead_in(folded: str, start: int, end: int) -> int:
    """Leave out what only leads in the list below: ", with a particular focus on:", "including:"."""
    if not folded.endswith(":"):
        return end
    words, comma, last = folded[start:end].rpartition(", ")
    if last in _LEADING_IN or (comma and last.endswith(_LEADING_IN)):
        return start + len(words)
    return end


def _evidence(draft: Draft, sentence: Sentence, gaps: Gaps) -> list[Entry]:
    start, end = gaps["evidence"]
    end = _before_lead_in(sentence.folded, start, end)
    entries: list[Entry] = []
    for first, last in source_spans(sentence.words(start, end)):
        words = sentence.words(start + first, start + last)
        method, people = method_and_people(words)
        index = add(draft.evidence, EvidenceSource(method=method, text=words, participants=people))
        entries.append((start + first, start + last, f"/evidence/{index}/text"))
    return entries


def _activities(draft: Draft, sentence: Sentence, _gaps: Gaps) -> list[Entry]:
    """Take what inspectors looked at and whom they met: "read the files and met with …"."""
    phrases = draft.framework.phrases
    entries: list[Entry] = []
    for start, end in clause_spans(draft.framework, sentence.folded):
        clause = sentence.folded[start:end]
        if (gaps := find_phrase(phrases["interviews"], clause)) is not None:
            first, last = gaps["people"]
            entries += _met(draft, sentence, start + first, start + last)
        elif (gaps := find_phrase(phrases["looked_at"], clause)) is not None:
            first, last = gaps["looked_at"]
            entries += _looked_at(draft, sentence, {"looked_at": (start + first, start + last)})
        elif start > 0:
            entries.append((start, end, UNREAD))
    return entries


def _met(draft: Draft, sentence: Sentence, start: int, end: int) -> list[Entry]:
    words = sentence.words(start, end)
    source = EvidenceSource(method=EvidenceMethod.INTERVIEW, text=words, participants=people_in(words))
    index = add(draft.evidence, source)
    return [(start, end, f"/evidence/{index}/text")]


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
    """Take a sentence that says that a category has no findings."""
    phrases, words = _none_phrases(draft.framework)
    for word in words:
        if word in sentence.folded:
            break
    else:
        return []
    for phrase, section in phrases:
        if phrase.longest in sentence.folded and phrase.find(sentence.folded, GRAMMARS) is not None:
            return _statement(draft, sentence, section, DeclarationState.NONE)
    return []


@functools.lru_cache(maxsize=32)
def _none_phrases(framework: Framework) -> tuple[tuple[tuple[Phrase, Section], ...], tuple[str, ...]]:
    phrases = tuple((phrase, section) for section in framework.sections for phrase in section.none)
    return phrases, stems([phrase for phrase, _ in phrases])


def _statement(draft: Draft, sentence: Sentence, section: Section, state: DeclarationState) -> list[Entry]:
    end = len(sentence.folded.rstrip(" ."))
    declaration = Declaration(category=section.category, state=state, as_printed=sentence.words(0, end))
    index = add(draft.declared, declaration)
    return [(0, end, f"/declared/{index}/as_printed")]


def _obligations(draft: Draft, sentence: Sentence, _gaps: Gaps) -> list[Entry]:
    """Take an obligation; the first rule with a phrase in the sentence is the one."""
    for rule in draft.framework.obligations:
        gaps = find_phrase(rule.phrases, sentence.folded)
        if gaps is None:
            continue
        due = rule.due(count=_count(sentence, gaps), date=_date(sentence, gaps))
        end = len(sentence.folded)
        text = sentence.words(0, end)
        index = add(draft.obligations, Obligation(text=text, category=rule.category, to=rule.to, due=due))
        return [(0, end, f"/obligations/{index}/text")]
    return []


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


_NO_GAPS: Gaps = {}

# The facts of the paragraphs before and after the sections, in the order in which they are tried.
_FACTS: Mapping[str, Mapping[str, _Fact]] = {
    "opening": {
        "opening": _Fact(_opening, is_known=_knows_opening),
        "inspectors": _Fact(_inspectors, is_known=_knows_inspectors),
        "further_inspectors": _Fact(_inspectors),
        "legal_basis": _Fact(_legal_basis, is_known=_knows_legal_basis),
        "contributes_to": _Fact(_contributes_to, is_known=_knows_contribution),
        "declared": _Fact(_declared),
        "none": _Fact(_none, is_exclusive=True),
        "obligations": _Fact(_obligations, is_exclusive=True),
        "evidence": _Fact(_evidence, is_exclusive=True),
        "interviews": _Fact(_activities, is_exclusive=True),
    },
    "closing": {
        "obligations": _Fact(_obligations, is_exclusive=True),
        "none": _Fact(_none, is_exclusive=True),
        "contributes_to": _Fact(_contributes_to, is_known=_knows_contribution),
    },
}


_Tried = tuple[_Fact, Sequence[Phrase] | None, Sequence[str]]


@functools.lru_cache(maxsize=64)
def _facts_of(framework: Framework, part: str) -> tuple[_Tried, ...]:
    """Give the facts of a part, each with a framework's phrases for it; ``None`` where others tell it.

    The third are words of those phrases: a sentence with none of them does not tell the fact.
    """
    told = {
        "none": [phrase for phrase, _ in _none_phrases(framework)[0]],
        "obligations": [phrase for rule in framework.obligations for phrase in rule.phrases],
    }
    return tuple(
        (fact, framework.phrases.get(name), stems(framework.phrases.get(name, told.get(name, ()))))
        for name, fact in _FACTS[part].items()
    )
