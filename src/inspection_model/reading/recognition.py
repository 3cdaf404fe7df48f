"""Which kind of letter a text is.

The opening sentence tells it: "This letter summarises the findings of a focused visit to …". Below one
that names another kind nothing does: letters speak of earlier visits, and they are answered.

A letter without such a sentence is told by its subject line above, when there are findings below: a
heading of the kind, or a sentence that leads in a list of them; and when an inspector signs it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from operator import itemgetter

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import find_words, fold_words
from inspection_model.frameworks.wording import shared_wording
from inspection_model.reading.headings import headings_of
from inspection_model.reading.lines import Line
from inspection_model.reading.phrases import LEAD_INS, NONE, phrasebook_of
from inspection_model.reading.sign_off import is_sign_off
from inspection_model.reading.stretch import stretch_of

__all__ = ["HEAD_LINES", "find_salutation", "has_subject", "is_opening", "recognise"]

HEAD_LINES = 200
"""The opening stands within so many lines of the beginning, or of the salutation."""

_SALUTATION_LENGTH = 100
# So many paragraphs are looked at for the opening sentence: after a salutation, and from the beginning.
_OPENING_PARAGRAPHS = 12
_HEAD_PARAGRAPHS = 30
# So many of those after a salutation may be the subject.
_SUBJECT_PARAGRAPHS = 4
# Nothing that stands further on in its paragraph tells the kind.
_TELLING = 400
# So far into its paragraph an opening sentence tells of the findings.
_OPENING_END = 250
# What names no kind: "… of the inspection of", "… of our recent visit to".
_GENERAL = re.compile(r"(?:(?:the|an?|this|our|my|recent) ){0,3}(?:inspection|visit)(?: of| to|,|;|\.)")
_PREPOSITION = re.compile(r" (?:at|in|of|to)\Z")
# What another kind is called, or the end of a sentence.
_ANOTHER = re.compile(r"(?:visit|inspection|review|assessment|survey)s?\b|[.;:?!] ")
# How far into its paragraph a subject may start ("Annual unannounced …"), and how long that is.
_SUBJECT_START = 40
_SUBJECT_LENGTH = 300
_DIGIT = re.compile("[0-9]")
# How far into the opening sentence the subject may start.
_OPENING_START = 100
# How the opening sentence of a letter begins.
_OPENING = "this letter"


def find_salutation(lines: Sequence[Line]) -> int | None:
    """Find the line of the salutation: the last one above the opening sentence, else the first.

    A letter may stand below a note that it came with.
    """
    words = tuple(f"{word.lower()}{space}" for word in shared_wording().salutations for space in " \t")
    longest = max(map(len, words))
    first: int | None = None
    last: int | None = None
    for index, line in enumerate(lines[:HEAD_LINES]):
        opening = line.text[:longest].lower()
        if opening.startswith(words) and len(line.text) <= _SALUTATION_LENGTH:
            first, last = index if first is None else first, index
        elif last is not None and opening == _OPENING[:longest] and is_opening(line.text):
            return last
    return first


def is_opening(text: str) -> bool:
    """Whether a line begins as the opening sentence of a letter does."""
    return text[: len(_OPENING)].lower() == _OPENING


def has_subject(framework: Framework, folded: str) -> bool:
    """Whether a paragraph is a subject of the framework, or an opening that names it."""
    subjects = _folded_subjects(framework)
    if folded.startswith(_OPENING):
        # Further on it may tell of an earlier inspection of another kind.
        return any(_names_first(folded, subject) for subject in subjects)
    return len(folded) <= _SUBJECT_LENGTH and any(_is_subject(folded, subject) for subject in subjects)


def _names_first(folded: str, words: str) -> bool:
    """Whether words stand at the beginning of a text, and no other kind of inspection before them."""
    at = folded.find(words)
    return 0 <= at <= _OPENING_START and _ANOTHER.search(folded, 0, at) is None


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
    """Find the framework that the letter says it is of.

    Without a salutation a text is a letter only when a paragraph begins with such a sentence, and
    when it is signed: other documents quote letters.

    Args:
        lines: The lines of the text.
        skipped: The indices of those that are the page's.
        salutation: The line of the salutation.
        known: The frameworks to look for, in order.
    """
    first, count = (0, _HEAD_PARAGRAPHS) if salutation is None else (salutation + 1, _OPENING_PARAGRAPHS)
    head = (lines[i] for i in range(first, min(first + HEAD_LINES, len(lines))) if i not in skipped)
    framework: Framework | None = None  # whose subject line was found
    for number, text in enumerate(islice(_paragraphs(head), count)):
        folded = fold_words(text[:_TELLING])
        told = _told(folded) if salutation is not None or folded.startswith(_OPENING) else None
        if told is not None:
            kind = framework if _GENERAL.match(told) else _of_kind(told, known)
            if kind is not None:
                is_letter = salutation is not None or _is_signed(kind, lines, first, cut=False)
                return kind if is_letter else None
            break  # it tells of another kind, or has other words for this one
        if framework is None and salutation is not None and number < _SUBJECT_PARAGRAPHS:
            framework = next((each for each in known if has_subject(each, folded)), None)
    if framework is None or not _is_signed(framework, lines, first, cut=True):
        return None
    return framework if _has_findings(framework, lines, skipped, first) else None


def _told(folded: str) -> str | None:
    """Give what a paragraph says that the letter tells the findings of."""
    if "letter" not in folded[:_OPENING_START]:
        return None
    match = _tells().search(folded, 0, _OPENING_END)
    return None if match is None else folded[match.end() : match.end() + _OPENING_START]


@functools.cache
def _tells() -> re.Pattern[str]:
    wording = shared_wording()
    verbs, nouns, accounts = (
        "|".join(sorted(words))
        for words in (wording.opening_verbs, wording.opening_nouns, wording.opening_accounts)
    )
    return re.compile(
        rf"\bletter,? (?:(?:{verbs})(?: [a-z']+){{0,6}}? (?:{nouns}) (?:of|from)|(?:{accounts})) "
    )


def _of_kind(told: str, known: Sequence[Framework]) -> Framework | None:
    """Find the framework whose kind stands first in what a letter tells the findings of."""
    named = ((told.find(kind), each) for each in known for kind in _kinds(each) if _names_first(told, kind))
    return min(named, key=itemgetter(0), default=(0, None))[1]


@functools.lru_cache(maxsize=32)
def _kinds(framework: Framework) -> tuple[str, ...]:
    """Give the subjects without a preposition at their end: "focused visit [undertaken] to"."""
    return tuple(_PREPOSITION.sub("", subject) for subject in _folded_subjects(framework))


def _is_signed(framework: Framework, lines: Sequence[Line], first: int, *, cut: bool) -> bool:
    """Whether somebody who signs letters of a framework does so below the sign-off.

    Args:
        framework: The framework.
        lines: The lines of the text.
        first: A line above the sign-off.
        cut: Whether the letter may have lost its end, sign-off and all.
    """
    if not framework.signed_by:
        return True
    end = next((i for i in range(len(lines) - 1, first, -1) if is_sign_off(lines[i].text)), len(lines))
    below = [fold_words(line.text) for line in lines[end:]]
    signed = any(find_words(text, post) >= 0 for text in below for post in framework.signed_by)
    return signed or (cut and not below)


def _has_findings(framework: Framework, lines: Sequence[Line], skipped: Set[int], first: int) -> bool:
    """Whether findings stand below a line: a heading of the framework, a lead-in, or that there are none."""
    headings, phrasebook = headings_of(framework), phrasebook_of(framework)
    below = [index for index in range(first, len(lines)) if index not in skipped]
    return any(headings.at(lines, index, skipped) is not None for index in below) or any(
        phrasebook.find(kind, fold_words(text)) is not None
        for text in _paragraphs(lines[index] for index in below)
        for kind in (LEAD_INS, NONE)
    )


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and line.gap > 1:
            yield stretch_of(paragraph).text
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield stretch_of(paragraph).text
