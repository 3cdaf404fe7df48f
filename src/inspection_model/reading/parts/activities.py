"""What inspectors did: what they looked at, and whom they met.

What was looked at is evidence if it begins with a kind of evidence ("case records"), and scope otherwise.
"""

from __future__ import annotations

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.model.evidence import EvidenceSource
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.follow_up import is_boilerplate
from inspection_model.reading.grammar.clauses import (
    INTERVIEWS,
    LOOKED_AT,
    clause_spans,
    is_bare_verb,
    list_spans,
    object_end,
    object_start,
    passive_spans,
)
from inspection_model.reading.grammar.evidence import (
    begins_with_method,
    may_be_several,
    method_and_people,
    source_spans,
)
from inspection_model.reading.grammar.participants import People, people_in
from inspection_model.reading.grammar.phrases import OWN_INTERVIEWS
from inspection_model.reading.layout.folded_text import quoted
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.passages import BOILERPLATE, UNREAD
from inspection_model.vocabulary import EvidenceMethod, RemarkCode

__all__ = [
    "read_activities",
    "read_listed_people",
    "read_listed_source",
    "read_looked_at",
    "read_sources",
    "without_joint",
]

# What separates the items of a list that is one sentence.
_JOINTS = " ,;"
_SCOPE, _EVIDENCE = "/scope", "/evidence"


def read_looked_at(builder: InspectionBuilder, sentence: Excerpt) -> bool:
    """Take what a sentence says was looked at; return whether it says anything about that."""
    folded = sentence.folded
    spans = passive_spans(builder.framework, folded)
    general = lexicon().activities.evidence_in_general
    named = [span for span in spans if general not in folded[slice(*span)]]
    for span in named:
        _add_object(builder, sentence, *span)
    if named:
        return True
    match = builder.phrasebook.find(LOOKED_AT, folded)
    judging = tuple(f"{word} " for word in lexicon().activities.judging)
    if match is None or folded.startswith(judging, match.slots[LOOKED_AT][0]):
        return False
    return read_activities(builder, sentence)


def read_activities(builder: InspectionBuilder, sentence: Excerpt) -> bool:
    """Take what inspectors looked at and whom they met: "read the files and met with …"."""
    for start, end in clause_spans(builder.framework, sentence.folded):
        _read_clause(builder, sentence[start:end])
    return True


def _read_clause(builder: InspectionBuilder, clause: Excerpt) -> None:
    met = builder.phrasebook.find_first(INTERVIEWS, clause.folded)
    looked = builder.phrasebook.find(LOOKED_AT, clause.folded)
    if met is not None and (looked is None or met.slots["people"] < looked.slots[LOOKED_AT]):
        words = clause[slice(*met.slots["people"])]
        if _is_listed_below(clause, words):
            return
        _add_evidence(builder, words, EvidenceMethod.INTERVIEW, people_in(words.words), _EVIDENCE)
    elif looked is not None:
        start, end = looked.slots[LOOKED_AT]
        _add_object(builder, clause, object_start(clause.folded, start), end)
    elif not is_boilerplate(builder.phrasebook, clause.folded):
        builder.claim(clause, UNREAD)


def read_sources(builder: InspectionBuilder, sentence: Excerpt, span: tuple[int, int], to: str) -> bool:
    """Take the sources of a list of evidence, and what the clauses after it say.

    Returns:
        Whether there are any sources.
    """
    start, end = span[0], object_end(sentence.folded, *span)
    (_, first), *clauses = list_spans(builder.framework, sentence.folded[start:end])
    spans = source_spans(sentence.words[start : start + first])
    for begin, stop in spans:
        words = sentence[start + begin : start + stop]
        # The list below a sentence has the object of its last verb.
        if not (sentence.words.endswith(":") and is_bare_verb(builder.framework, words.folded)):
            _add_source(builder, words, to)
    for begin, stop in clauses:
        _read_clause(builder, sentence[start + begin : start + stop])
    return bool(spans)


def read_listed_source(builder: InspectionBuilder, item: Excerpt) -> None:
    """Take the item of a list of evidence as one source."""
    item = without_joint(item)
    if builder.phrasebook.find(OWN_INTERVIEWS, item.folded) is not None:
        read_activities(builder, item)
        builder.claim(item, BOILERPLATE)
    else:
        _add_source(builder, item, _EVIDENCE)


def read_listed_people(builder: InspectionBuilder, item: Excerpt) -> None:
    """Take the item of a list of people who were spoken to as one source."""
    item = without_joint(item)
    _add_evidence(builder, item, EvidenceMethod.INTERVIEW, people_in(item.words), _EVIDENCE)


def without_joint(item: Excerpt) -> Excerpt:
    """Return an item of a list without what joins it to the next one: "the lunch club; and"."""
    words = item.words.rstrip(_JOINTS)
    before, _, last = words.rpartition(" ")
    end = before.rstrip(_JOINTS) if last in lexicon().activities.joints and before else words
    return item[: len(end)] if end else item


def _add_object(builder: InspectionBuilder, sentence: Excerpt, start: int, end: int) -> None:
    """Add what inspectors looked at: evidence if it begins with a kind of evidence, else scope."""
    folded = sentence.folded
    if _is_listed_below(sentence, sentence[start:]):
        return
    end = object_end(folded, start, end)
    if begins_with_method(folded[start:end]):
        read_sources(builder, sentence, (start, end), _EVIDENCE)
    else:
        builder.add_text(_SCOPE, sentence[start:end])


def _is_listed_below(sentence: Excerpt, words: Excerpt) -> bool:
    """Return whether words of a sentence announce a list: "looked at the following:"."""
    return sentence.folded.endswith(":") and words.folded.startswith(lexicon().activities.announcements)


def _add_source(builder: InspectionBuilder, words: Excerpt, to: str) -> None:
    method, people = method_and_people(words.words)
    if may_be_several(words.folded):
        message = f'not understood whether this is one source: "{quoted(words.words)}"'
        builder.remark(RemarkCode.UNREAD, message, at=words)
    _add_evidence(builder, words, method, people, to)


def _add_evidence(
    builder: InspectionBuilder, words: Excerpt, method: EvidenceMethod, people: People, to: str
) -> None:
    pointer = f"{to}/{len(builder.get(to) or ())}/text"
    builder.add(to, EvidenceSource, {"text": words}, method=method, participants=people.groups)
    if people.doubtful:
        message = f"not understood whether these are separate groups of people: {', '.join(people.doubtful)}"
        builder.remark(RemarkCode.UNREAD, message, pointer=pointer)
