"""The clauses of a sentence that says what inspectors did.

sentence := clause { [","] "and" [ "they" ] [ "also" ] clause }      each clause begins with its verb
          | passive { joint passive }                                "the quality of plans was reviewed"
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import strip_span

__all__ = ["INTERVIEWS", "LOOKED_AT", "clause_spans", "object_end", "passive_spans"]

INTERVIEWS, LOOKED_AT = "interviews", "looked_at"
"""The facts whose phrases have the verbs."""


def clause_spans(framework: Framework, folded: str) -> Iterator[tuple[int, int]]:
    """Split a sentence at an "and" or a comma before something else that inspectors did.

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
    """Return what was looked at in a sentence that names it first: "the quality of plans was reviewed".

    Returns:
        Start and end of each; none if the first verb of the sentence is followed by its object.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    if " was " not in folded and " were " not in folded:
        return spans  # most sentences
    for match in _verbs(framework).finditer(folded):
        if match["active"]:
            break
        span = strip_span(folded, start, match.start())
        if " " in folded[slice(*span)]:  # "this was considered" names nothing
            spans.append(span)
        joint = _joint().match(folded, match.end())
        if joint is None:
            break
        start = joint.end()
    return spans


def object_end(folded: str, start: int, end: int) -> int:
    """Return the end of an object without a clause that introduces a list: ", with a focus on:"."""
    if not folded.endswith(":"):
        return end
    words, comma, last = folded[start:end].rpartition(", ")
    lead_ins = lexicon().activities.list_lead_ins
    if last in lead_ins or (comma and last.endswith(lead_ins)):
        return start + len(words)
    return end


def _openings(framework: Framework, *names: str) -> list[str]:
    facts = (fact for fact in framework.facts if fact.name in names)
    return [phrase.prefix for fact in facts for phrase in fact.phrases]


@functools.lru_cache(maxsize=32)
def _joined_verbs(framework: Framework) -> re.Pattern[str]:
    verbs = _alternatives((*_openings(framework, INTERVIEWS, LOOKED_AT), *lexicon().activities.verbs))
    return re.compile(rf"(?:, and | and |, )(?:they |inspectors )?(?:also )?(?=(?:{verbs})\b)")


@functools.lru_cache(maxsize=32)
def _verbs(framework: Framework) -> re.Pattern[str]:
    """Return the pattern of a verb of looking, passive or active."""
    verbs = [prefix.strip() for prefix in _openings(framework, LOOKED_AT)]
    alone = [verb for verb in verbs if " " not in verb]
    passive = rf" (?:was|were) (?:also )?(?:{_alternatives(alone)})\b(?! as | to be )"
    return re.compile(rf"{passive}|\b(?P<active>{_alternatives(verbs)})\b")


@functools.cache
def _joint() -> re.Pattern[str]:
    adjuncts = "|".join(f" {re.escape(words)}" for words in lexicon().activities.adjuncts)
    return re.compile(rf"(?:{adjuncts})?(?:,? and |, |; )")


def _alternatives(words: Iterable[str]) -> str:
    """Return alternatives of words, the longest first; of none, a pattern that never matches."""
    return "|".join(re.escape(word.strip()) for word in sorted(words, key=len, reverse=True)) or "(?!)"
