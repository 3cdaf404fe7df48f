"""What inspectors did: what they looked at, and whom they met.

sentence := clause { [","] "and" [ "they" ] [ "also" ] clause }      each clause opens with its verb
          | passive { joint passive }                                "the quality of plans was reviewed"

What was looked at is evidence when it opens with a kind of evidence ("case records"), else scope.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import strip_span
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.evidence import EvidenceSource
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.evidence import method_and_people, opens_with_method, people_in, source_spans
from inspection_model.reading.ledger import BOILERPLATE, UNREAD, Entry
from inspection_model.reading.phrases import OWN_INTERVIEWS
from inspection_model.reading.sentences import Sentence
from inspection_model.vocabulary import EvidenceMethod

__all__ = [
    "clause_spans",
    "passive_spans",
    "take_activities",
    "take_evidence",
    "take_listed_evidence",
    "take_looked_at",
]

# How a clause ends that leads in a list.
_LEADING_IN = (" focus on", " focusing on", "including", "included", "in particular", "namely")

# What follows a verb that says what came out, not what was looked at: "was assessed as inadequate".
_JUDGING = ("as ", "to be ", "by ")

_JOINT = re.compile(r"(?: in detail| by inspectors| during (?:the|this) visit)?(?:,? and |, |; )")


def take_listed_evidence(draft: Draft, sentence: Sentence) -> None:
    """Take the item of a list of evidence as one source."""
    if draft.phrasebook.find(OWN_INTERVIEWS, sentence.folded) is not None:
        entries = take_activities(draft, sentence)
    else:
        entries = [_source(draft, sentence, 0, len(sentence.folded))]
    facts = [(sentence.start + a, sentence.start + b, role) for a, b, role in entries]
    draft.ledger.enter_facts(sentence.stretch, sentence.start, sentence.end, facts, BOILERPLATE)


def take_looked_at(draft: Draft, sentence: Sentence) -> list[Entry] | None:
    """Take what a sentence says was looked at; ``None`` when it says nothing of that."""
    entries: list[Entry] = []
    for start, end in passive_spans(draft.framework, sentence.folded):
        if "range of evidence" not in sentence.folded[start:end]:
            entries += _looked_at(draft, sentence, start, end)
    if entries:
        return entries
    gaps = draft.phrasebook.find("looked_at", sentence.folded)
    if gaps is None or sentence.folded.startswith(_JUDGING, gaps["looked_at"][0]):
        return None
    return take_activities(draft, sentence)


def take_activities(draft: Draft, sentence: Sentence) -> list[Entry]:
    """Take what inspectors looked at and whom they met: "read the files and met with …"."""
    entries: list[Entry] = []
    for start, end in clause_spans(draft.framework, sentence.folded):
        clause = sentence.folded[start:end]
        if (gaps := draft.phrasebook.find("interviews", clause)) is not None:
            first, last = gaps["people"]
            entries.append(_met(draft, sentence, start + first, start + last))
        elif (gaps := draft.phrasebook.find("looked_at", clause)) is not None:
            first, last = gaps["looked_at"]
            entries += _looked_at(draft, sentence, start + first, start + last)
        elif start > 0:
            entries.append((start, end, UNREAD))
    return entries


def take_evidence(draft: Draft, sentence: Sentence, start: int, end: int) -> list[Entry]:
    """Take the sources of a list of evidence."""
    end = _before_lead_in(sentence.folded, start, end)
    spans = source_spans(sentence.words(start, end))
    return [_source(draft, sentence, start + first, start + last) for first, last in spans]


def _looked_at(draft: Draft, sentence: Sentence, start: int, end: int) -> list[Entry]:
    """Take what inspectors looked at: evidence when it opens with a kind of evidence, else scope."""
    if sentence.folded.startswith(
        ("the following", "a range of evidence"), start
    ) and sentence.folded.endswith(":"):
        return []  # the list below says it
    end = _before_lead_in(sentence.folded, start, end)
    if opens_with_method(sentence.folded[start:end]):
        return take_evidence(draft, sentence, start, end)
    index = add(draft.scope, sentence.words(start, end))
    return [(start, end, f"/scope/{index}")]


def _source(draft: Draft, sentence: Sentence, start: int, end: int) -> Entry:
    words = sentence.words(start, end)
    method, people = method_and_people(words)
    index = add(draft.evidence, EvidenceSource(method=method, text=words, participants=people))
    return start, end, f"/evidence/{index}/text"


def _met(draft: Draft, sentence: Sentence, start: int, end: int) -> Entry:
    words = sentence.words(start, end)
    source = EvidenceSource(method=EvidenceMethod.INTERVIEW, text=words, participants=people_in(words))
    return start, end, f"/evidence/{add(draft.evidence, source)}/text"


def _before_lead_in(folded: str, start: int, end: int) -> int:
    """Leave out what only leads in the list below: ", with a particular focus on:", "including:"."""
    if not folded.endswith(":"):
        return end
    words, comma, last = folded[start:end].rpartition(", ")
    if last in _LEADING_IN or (comma and last.endswith(_LEADING_IN)):
        return start + len(words)
    return end


def clause_spans(framework: Framework, folded: str) -> Iterator[tuple[int, int]]:
    """Part a sentence where an "and" or a comma stands before something else that inspectors did.

    Args:
        framework: The framework, whose phrases have the verbs.
        folded: The sentence, folded by `fold_words`.
    """
    start = 0
    for match in _joined_verbs(framework).finditer(folded):
        yield start, match.start()
        start = match.end()
    yield start, len(folded)


def passive_spans(framework: Framework, folded: str) -> list[tuple[int, int]]:
    """Find what was looked at in a sentence that names it first: "the quality of plans was reviewed".

    Returns:
        Start and end of each; none when the first verb of the sentence has its object behind it.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    if " was " not in folded and " were " not in folded:
        return spans  # most sentences
    for match in _either_way(framework).finditer(folded):
        if match["active"]:
            break
        span = strip_span(folded, start, match.start())
        if " " in folded[slice(*span)]:  # "this was considered" says nothing
            spans.append(span)
        joint = _JOINT.match(folded, match.end())
        if joint is None:
            break
        start = joint.end()
    return spans


@functools.lru_cache(maxsize=32)
def _joined_verbs(framework: Framework) -> re.Pattern[str]:
    phrases = (*framework.phrases["looked_at"], *framework.phrases["interviews"])
    verbs = _alternatives((*(phrase.opening for phrase in phrases), *shared_wording().activities))
    return re.compile(rf"(?:, and | and |, )(?:they |inspectors )?(?:also )?(?=(?:{verbs})\b)")


@functools.lru_cache(maxsize=32)
def _either_way(framework: Framework) -> re.Pattern[str]:
    verbs = [phrase.opening.strip() for phrase in framework.phrases["looked_at"]]
    alone = [verb for verb in verbs if " " not in verb]
    passive = rf" (?:was|were) (?:also )?(?:{_alternatives(alone)})\b(?! as | to be )"
    return re.compile(rf"{passive}|\b(?P<active>{_alternatives(verbs)})\b")


def _alternatives(words: Iterable[str]) -> str:
    """Make alternatives of words, the longest first; of none, what is never found."""
    return "|".join(re.escape(word.strip()) for word in sorted(words, key=len, reverse=True)) or "(?!)"
