"""Statements about earlier findings: "not all areas for improvement … have been addressed".

    statement := [ share ] term words state        "most areas for improvement … have been addressed"
               | verb [ share ] term               "has addressed all areas for improvement …"
               | [ share ] progress words term     "insufficient progress … with the priority actions"
    state     := "have" [ adverbs ] [ "not" ] "been" [ adverbs ] participle | "remain" | …

A statement is about earlier findings if it names an earlier inspection, or has a word such as
"previously". A sentence with words that leave it open, such as "should", states nothing.
"""

from __future__ import annotations

import functools
import re

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives
from inspection_model.reading.grammar.earlier import earlier_spans
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["may_state_outcome", "outcome_in"]

_ADVERBS = r"(?:,? [a-z]+,?){0,3}?"
_ADDRESSED, _PARTLY, _NOT = (
    DeclarationState.ADDRESSED,
    DeclarationState.PARTLY_ADDRESSED,
    DeclarationState.NOT_ADDRESSED,
)


def may_state_outcome(folded: str, *, refers: bool) -> bool:
    """Return whether a sentence of a text may state something; of most texts, none does.

    Args:
        folded: The text, folded by `fold_words`.
        refers: Whether it refers to an earlier inspection.
    """
    is_on_earlier = refers or any(map(folded.__contains__, lexicon().outcomes.earlier))
    return is_on_earlier and any(map(folded.__contains__, _terms()[1]))


def outcome_in(framework: Framework, folded: str) -> tuple[Category, DeclarationState] | None:
    """Return what a sentence states about the findings of earlier documents, if it states anything.

    Args:
        framework: The framework of the document.
        folded: The sentence, folded by `fold_words`.
    """
    pattern, categories = _terms()
    if not any(map(folded.__contains__, categories)):
        return None  # most sentences; words are found faster than the pattern
    term = pattern.search(folded)
    if term is None or not _is_on_earlier(framework, folded):
        return None
    state = _state(folded, term)
    return None if state is None or _doubtful().search(folded) else (categories[term[0]], state)


def _is_on_earlier(framework: Framework, folded: str) -> bool:
    return _earlier().search(folded) is not None or next(earlier_spans(framework, folded), None) is not None


def _state(folded: str, term: re.Match[str]) -> DeclarationState | None:
    before, after = folded[: term.start()], folded[term.end() :]
    in_part = _some().search(before[-_NEAR:]) is not None
    if (progress := _progress().search(before)) is not None:
        is_small = _small().search(before, max(0, progress.start() - _NEAR)) or _is_small().search(after)
        return _NOT if is_small else _PARTLY
    done = _done_after().search(after) or _done_before().search(before)
    if done is not None:
        return _of_done(done[0], in_part=in_part)
    return _NOT if _open().search(after) else None


def _of_done(words: str, *, in_part: bool) -> DeclarationState:
    """Return the state that "have not yet been fully addressed" gives."""
    wholly = _wholly().search(words) is not None
    if _negation().search(words):
        return _PARTLY if wholly else _NOT
    return _PARTLY if in_part or _in_part().search(words) else _ADDRESSED


# How far a word may be from the one that it is about.
_NEAR = 40


@functools.cache
def _terms() -> tuple[re.Pattern[str], dict[str, Category]]:
    terms = {term: category for category, listed in lexicon().outcomes.terms.items() for term in listed}
    return re.compile(rf"(?<![a-z0-9-])(?:{alternatives(terms)})(?![a-z0-9-])"), terms


def _words(words: tuple[str, ...]) -> str:
    return rf"(?<![a-z0-9-])(?:{alternatives(words)})(?![a-z0-9-])"


@functools.cache
def _earlier() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.earlier))


@functools.cache
def _doubtful() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.doubtful))


@functools.cache
def _some() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.some))


@functools.cache
def _open() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.still_open))


@functools.cache
def _small() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.small))


@functools.cache
def _is_small() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:has been|have been|is|was|remains) (?:{alternatives(lexicon().outcomes.small)})\b"
    )


@functools.cache
def _wholly() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.not_wholly))


@functools.cache
def _in_part() -> re.Pattern[str]:
    return re.compile(_words(lexicon().outcomes.partly))


@functools.cache
def _negation() -> re.Pattern[str]:
    return re.compile(r"\b(?:not|never)\b")


@functools.cache
def _progress() -> re.Pattern[str]:
    words = re.escape(lexicon().outcomes.progress)
    return re.compile(rf"\b{words}\b[^.;:]{{0,60}}\Z")


@functools.cache
def _done_after() -> re.Pattern[str]:
    done = alternatives(lexicon().outcomes.done)
    return re.compile(rf"\b(?:has|have|had){_ADVERBS} been{_ADVERBS} (?:{done})\b")


@functools.cache
def _done_before() -> re.Pattern[str]:
    done = alternatives(lexicon().outcomes.done)
    return re.compile(rf"\b(?:has|have|had){_ADVERBS} (?:{done})(?: [a-z]+){{0,4}} \Z")
