"""The framework of a letter.

The opening sentence names it: "This letter summarises the findings of a focused visit to …". The
paragraphs below it are not searched, because letters mention earlier inspections of other kinds.

A letter whose opening sentence names no known framework, or that has none, is recognised by its
subject line, if there are findings below (a heading of the framework, or a sentence that introduces
a list of them) and if someone signs it who signs letters of the framework: replies to letters have
the same subject.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_words
from inspection_model.reading.front_matter import FrontMatter, find_front_matter
from inspection_model.reading.grammar.phrases import LEAD_INS, NONE, phrasebook_of
from inspection_model.reading.layout.blocks import Block
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.landmarks import HEAD_LINES, opening_words
from inspection_model.reading.layout.layout import Layout
from inspection_model.vocabulary import PublicationForm

__all__ = ["Recognition", "names_kind", "recognise"]

# The number of paragraphs searched for the opening sentence: after a salutation, and from the beginning.
_OPENING_PARAGRAPHS = 12
_HEAD_PARAGRAPHS = 30
# The number of those after a salutation that may be the subject.
_SUBJECT_PARAGRAPHS = 4
# Only this many characters of a paragraph are searched, and this many for the verb of the opening sentence.
_SEARCHED = 400
_VERB_WITHIN = 250
# Where a subject may start in its line ("Annual unannounced …"), and how long the line may be.
_SUBJECT_START = 40
_SUBJECT_LENGTH = 300
# Where the words of a kind may start in the opening sentence.
_KIND_START = 100
# How much of an opening sentence is quoted in the reason.
_QUOTED = 60
_NO_LETTER = (
    "no line is a salutation, no paragraph begins with the opening sentence of a letter, and no title of a "
    "report is above a labelled field"
)
_NO_NAME = "neither a subject line nor an opening sentence names a known kind of inspection"
_NOT_SIGNED = "no one who signs letters of that framework signs it"
_NO_FINDINGS = "no heading of that framework, and no sentence that introduces findings, is below the subject"
_DIGIT = re.compile("[0-9]")
_PREPOSITION = re.compile(r" (?:at|in|of|to)\Z")


class Recognition(NamedTuple):
    """What recognition found.

    Attributes:
        framework: The framework that the letter names, if it is known.
        reason: If not, why the text is neither a letter nor a report of a known framework.
        front_matter: What is above the text of a report; ``None`` for a letter.
    """

    framework: Framework | None
    reason: str = ""
    front_matter: FrontMatter | None = None


def recognise(layout: Layout, frameworks: Sequence[Framework]) -> Recognition:
    """Find the framework that a letter or a report names.

    A text without a salutation is a report if a title of a framework is above one of its labels: of
    several frameworks the one with most words of the title. Otherwise it is a letter only if a paragraph
    begins with the opening sentence and it is signed: other documents quote letters.

    Args:
        layout: The layout of the text.
        frameworks: The frameworks to look for, in order.
    """
    salutation = layout.landmarks.salutation
    if salutation is None:
        reports = (each for each in frameworks if each.form is PublicationForm.REPORT)
        found = [Recognition(each, "", find_front_matter(layout, each)) for each in reports]
        found = [each for each in found if each.front_matter is not None]
        if found:
            return max(found, key=_title_fit)
    first, count = (0, _HEAD_PARAGRAPHS) if salutation is None else (salutation + 1, _OPENING_PARAGRAPHS)
    blocks = layout.blocks[0 if salutation is None else 1 :]
    named: Framework | None = None  # by the subject line
    reason = _NO_NAME if salutation is not None else _NO_LETTER
    for number, block in enumerate(islice(blocks, count)):
        folded = fold_words(block.words[:_SEARCHED])
        if block.first >= first + HEAD_LINES or not folded:
            continue
        kind = _after_verb(folded) if salutation is not None or folded.startswith(opening_words()) else None
        if kind is not None:
            framework = named if _any_kind().match(kind) else _named_first(kind, frameworks)
            if framework is not None:
                is_letter = salutation is not None or _is_signed(framework, layout, may_be_cut=False)
                return Recognition(framework) if is_letter else _refused(framework, _NOT_SIGNED)
            reason = f'the opening sentence names no known kind of inspection: "{kind[:_QUOTED]}…"'
            break  # it names another kind, or has other words for this one
        if named is None and salutation is not None and number < _SUBJECT_PARAGRAPHS:
            named = next((each for each in frameworks if names_kind(each, folded)), None)
    if named is None:
        return Recognition(None, reason)
    if not _is_signed(named, layout, may_be_cut=True):
        return _refused(named, _NOT_SIGNED)
    return Recognition(named) if _has_findings(named, blocks) else _refused(named, _NO_FINDINGS)


def _title_fit(report: Recognition) -> int:
    return report.front_matter.fit if report.front_matter is not None else 0


def _refused(framework: Framework, lacking: str) -> Recognition:
    return Recognition(None, f"it names the framework {framework.id}, but {lacking}")


def names_kind(framework: Framework, folded: str) -> bool:
    """Return whether a paragraph is a subject line of the framework, or an opening that names it."""
    subjects = _folded_subjects(framework)
    if folded.startswith(opening_words()):
        # Further on it may mention an earlier inspection of another kind.
        return any(_is_first_kind(folded, subject) for subject in subjects)
    return len(folded) <= _SUBJECT_LENGTH and any(_is_subject(folded, subject) for subject in subjects)


def _is_first_kind(folded: str, words: str) -> bool:
    """Return whether a text begins with the words of a kind, and names no other kind before them."""
    at = folded.find(words)
    return 0 <= at <= _KIND_START and _other_kind().search(folded, 0, at) is None


def _is_subject(folded: str, subject: str) -> bool:
    """Return whether a paragraph is a subject line, not a sentence ("Following the focused visit …")."""
    at = folded.find(subject)
    if not 0 <= at <= _SUBJECT_START:
        return False
    is_sentence = folded[-1] == "." and (folded[:at].count(" ") > 1 or _DIGIT.search(folded) is not None)
    return not is_sentence


@functools.lru_cache(maxsize=32)
def _folded_subjects(framework: Framework) -> tuple[str, ...]:
    return tuple(map(fold_words, framework.subjects))


def _after_verb(folded: str) -> str | None:
    """Return the text after "findings of" in an opening sentence, or ``None``."""
    if lexicon().openings.document not in folded[:_KIND_START]:
        return None
    match = _opening_verb().search(folded, 0, _VERB_WITHIN)
    return None if match is None else folded[match.end() : match.end() + _KIND_START]


@functools.cache
def _opening_verb() -> re.Pattern[str]:
    openings = lexicon().openings
    verbs, nouns, accounts = map("|".join, (openings.verbs, openings.nouns, openings.accounts))
    telling = rf"(?:{verbs})(?: [a-z']+){{0,6}}? (?:{nouns}) (?:of|from)"
    return re.compile(rf"\b{openings.document},? (?:{telling}|(?:{accounts})) ")


@functools.cache
def _any_kind() -> re.Pattern[str]:
    """Return the pattern of words that name no kind: "the inspection of", "our recent visit to"."""
    qualifiers, nouns = map("|".join, (lexicon().openings.qualifiers, lexicon().openings.any_kind))
    return re.compile(rf"(?:(?:{qualifiers}) ){{0,3}}(?:{nouns})(?: of| to|,|;|\.)")


@functools.cache
def _other_kind() -> re.Pattern[str]:
    """Return the pattern of the noun of a kind, or of the end of a sentence."""
    return re.compile(rf"(?:{'|'.join(lexicon().openings.kinds)})s?\b|[.;:?!] ")


def _named_first(kind: str, frameworks: Sequence[Framework]) -> Framework | None:
    """Return the framework whose subject is named first after "findings of"."""
    subjects = (
        (kind.find(words), framework)
        for framework in frameworks
        for words in (_PREPOSITION.sub("", subject) for subject in _folded_subjects(framework))
        if _is_first_kind(kind, words)
    )
    return min(subjects, key=itemgetter(0), default=(0, None))[1]


def _is_signed(framework: Framework, layout: Layout, *, may_be_cut: bool) -> bool:
    """Return whether someone who signs letters of a framework does so below the sign-off.

    Args:
        framework: The framework.
        layout: The layout of the letter.
        may_be_cut: Whether the end of the letter may be missing, with the sign-off.
    """
    if not framework.signed_by:
        return True
    below = [fold_words(line.text) for line in layout.lines[layout.landmarks.sign_off :]]
    signed = any(find_words(text, post) >= 0 for text in below for post in framework.signed_by)
    return signed or (may_be_cut and not below)


def _has_findings(framework: Framework, blocks: Sequence[Block]) -> bool:
    """Return whether blocks have a heading of the framework, a lead-in, or say that nothing was found."""
    headings, phrasebook = headings_of(framework), phrasebook_of(framework)
    return any(block.is_heading and headings.section(block.words) is not None for block in blocks) or any(
        phrasebook.find(kind, block.excerpt.folded) is not None
        for block in blocks
        for kind in (LEAD_INS, NONE)
    )
