"""What inspectors did, in a sentence that says several things of it, or says it the other way round.

sentence := clause { [","] "and" [ "they" ] [ "also" ] clause }      each clause opens with its verb
          | passive { joint passive }                                "the quality of plans was reviewed"
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import strip_span
from inspection_model.frameworks.wording import shared_wording

__all__ = ["clause_spans", "passive_spans"]

_JOINT = re.compile(r"(?: in detail| by inspectors| during (?:the|this) visit)?(?:,? and |, |; )")


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
    return re.compile(rf"(?:,? and |, )(?:they |inspectors )?(?:also )?(?=(?:{verbs})\b)")


@functools.lru_cache(maxsize=32)
def _either_way(framework: Framework) -> re.Pattern[str]:
    verbs = [phrase.opening.strip() for phrase in framework.phrases["looked_at"]]
    alone = [verb for verb in verbs if " " not in verb]
    passive = rf" (?:was|were) (?:also )?(?:{_alternatives(alone)})\b(?! as | to be )"
    return re.compile(rf"{passive}|\b(?P<active>{_alternatives(verbs)})\b")


def _alternatives(words: Iterable[str]) -> str:
    """Make alternatives of words, the longest first; of none, what is never found."""
    return "|".join(re.escape(word.strip()) for word in sorted(words, key=len, reverse=True)) or "(?!)"
