"""Which kind of letter a text is, by its subject."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import fold_words
from inspection_model.frameworks.wording import shared_wording
from inspection_model.reading.lines import Line
from inspection_model.reading.stretch import stretch_of

__all__ = ["HEAD_LINES", "find_salutation", "has_subject", "is_opening", "recognise"]

HEAD_LINES = 120
"""The subject stands within so many lines of the beginning, or of the salutation."""

_SALUTATION_LENGTH = 100
# So many paragraphs are looked at for the subject: after a salutation, and from the beginning.
_OPENING_PARAGRAPHS = 4
_HEAD_PARAGRAPHS = 30
# How far into its paragraph a subject may start ("Annual unannounced …"), and how long that is.
_SUBJECT_START = 40
_SUBJECT_LENGTH = 300
_DIGIT = re.compile("[0-9]")
# How far into the opening sentence the subject may start.
_OPENING_START = 100
# How the opening sentence of a letter begins.
_OPENING = "this letter"


def find_salutation(lines: Sequence[Line]) -> int | None:
    """Find the line of the salutation."""
    words = tuple(f"{word.lower()} " for word in shared_wording().salutations)
    longest = max(map(len, words))
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.text[:longest].lower().startswith(words) and len(line.text) <= _SALUTATION_LENGTH:
            return index
    return None


def is_opening(text: str) -> bool:
    """Whether a line begins as the opening sentence of a letter does."""
    return text[: len(_OPENING)].lower() == _OPENING


def has_subject(framework: Framework, folded: str) -> bool:
    """Whether a paragraph is a subject of the framework, or an opening that names it."""
    subjects = _folded_subjects(framework)
    if folded.startswith(_OPENING):
        # Further on it may tell of an earlier inspection of another kind.
        return any(0 <= folded.find(subject) <= _OPENING_START for subject in subjects)
    return len(folded) <= _SUBJECT_LENGTH and any(_is_subject(folded, subject) for subject in subjects)


def _is_subject(folded: str, subject: str) -> bool:
    """Whether a paragraph is a subject line, and no sentence: "Following the focused visit to …, …."."""
    at = folded.find(subject)
    if not 0 <= at <= _SUBJECT_START:
        return False
    is_sentence = folded[-1] == "." and (folded[:at].count(" ") > 1 or _DIGIT.search(folded) is not None)
    return not is_sentence


@functools.lru_cache(maxsize=32)
def _folded_subjects(framework: Framework) -> tuple[str, ...]:
    return tuple(map(fold_words, framework.subjects))


def recognise(
    lines: Sequence[Line], skipped: Set[int], salutation: int | None, known: Sequence[Framework]
) -> Framework | None:
    """Find the framework whose subject stands first, near the beginning of the letter.

    Without a salutation a text is a letter only when an opening sentence names the subject: other
    documents speak of visits too.

    Args:
        lines: The lines of the text.
        skipped: The indices of those that are the page's.
        salutation: The line of the salutation.
        known: The frameworks to look for, in order.
    """
    first, paragraphs = (0, _HEAD_PARAGRAPHS) if salutation is None else (salutation + 1, _OPENING_PARAGRAPHS)
    head = (lines[i] for i in range(first, min(first + HEAD_LINES, len(lines))) if i not in skipped)
    for text in islice(_paragraphs(head), paragraphs):
        folded = fold_words(text)
        if salutation is not None or folded.startswith(_OPENING):
            for framework in known:
                if has_subject(framework, folded):
                    return framework
    return None


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and line.gap > 1:
            yield stretch_of(paragraph).text
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield stretch_of(paragraph).text
