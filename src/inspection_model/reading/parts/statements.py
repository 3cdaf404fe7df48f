"""Statements about a category without findings: it has no finding, or those of an earlier letter."""

from __future__ import annotations

import functools
import re
from typing import cast

from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, find_words, fold_words
from inspection_model.model.declaration import Declaration
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.absence import may_say_nothing, says_nothing
from inspection_model.reading.grammar.outcomes import outcome_in
from inspection_model.reading.grammar.phrases import CARRIED_OVER, NONE
from inspection_model.reading.layout.sentences import Excerpt, split_sentences
from inspection_model.vocabulary import DeclarationState

__all__ = ["is_on_earlier", "may_be_statement", "read_lead_in", "read_none", "read_statement", "states_none"]


def read_statement(builder: InspectionBuilder, sentence: Excerpt, section: Section | None) -> bool:
    """Take what a sentence within a section states about the findings of a category.

    Args:
        builder: The facts so far.
        sentence: The sentence.
        section: The section, if the sentence follows its heading directly: there it may state that
            the section has no findings, or refer to those of an earlier letter and say what became of
            them. Otherwise it may state that any category has none.
    """
    if section is None:
        return read_none(builder, sentence)
    if says_nothing(sentence.folded) and not _names_others(builder, section, sentence):
        return _declare(builder, sentence, section, DeclarationState.NONE)
    if builder.phrasebook.find(CARRIED_OVER, sentence.folded, section) is not None:
        return _declare(builder, sentence, section, DeclarationState.CARRIED_OVER)
    outcome = outcome_in(builder.framework, sentence.folded)
    if outcome is not None and outcome[0] is section.category:
        return _declare(builder, sentence, section, outcome[1])
    return read_none(builder, sentence, section)


def may_be_statement(sentence: Excerpt) -> bool:
    """Return whether a finding may be such a statement."""
    return may_say_nothing(sentence.folded) or is_on_earlier(sentence)


def read_lead_in(builder: InspectionBuilder, words: Excerpt, section: Section) -> None:
    """Take what the words above a list say of an earlier letter: "two of those are not resolved"."""
    if _names_findings(section, words):
        for sentence in split_sentences(words):
            if is_on_earlier(sentence):
                _declare(builder, sentence, section, DeclarationState.CARRIED_OVER)
                return


def _names_findings(section: Section, words: Excerpt) -> bool:
    """Return whether words have a term for the findings of a section: "areas for improvement"."""
    return any(find_words(words.folded, fold_words(term)) >= 0 for term in section.terms)


def _names_others(builder: InspectionBuilder, section: Section, words: Excerpt) -> bool:
    """Return whether words have a term for the findings of other sections only."""
    others = (each for each in builder.framework.sections if each is not section)
    return not _names_findings(section, words) and any(_names_findings(each, words) for each in others)


def is_on_earlier(sentence: Excerpt) -> bool:
    """Return whether a sentence refers to an earlier letter or visit."""
    return any(find_words(sentence.folded, each) >= 0 for each in lexicon().headings.earlier)


def states_none(
    builder: InspectionBuilder, sentence: Excerpt, section: Section | None = None
) -> Section | None:
    """Return the section that has no findings, if a sentence states that of one, or of the given one."""
    folded = sentence.folded
    match = builder.phrasebook.find(NONE, folded, section)
    if match is None and ("no " in folded or "any " in folded):
        match = builder.phrasebook.find(NONE, _further().sub("", folded), section)
    return None if match is None else cast(Section, match.owner)


@functools.cache
def _further() -> re.Pattern[str]:
    """Return the pattern of the words that a sentence adds to a phrase: "there are no additional areas"."""
    return re.compile(rf"(?:(?<=\bno )|(?<=\bany ))(?:{alternatives(lexicon().headings.further)}) ")


def read_none(builder: InspectionBuilder, sentence: Excerpt, section: Section | None = None) -> bool:
    """Take a statement that a category has no findings."""
    without = states_none(builder, sentence, section)
    return without is not None and _declare(builder, sentence, without, DeclarationState.NONE)


def _declare(
    builder: InspectionBuilder, sentence: Excerpt, section: Section, state: DeclarationState
) -> bool:
    """Add a declaration, but not that there are no findings besides those of an earlier letter."""
    declared = [each.state for each in builder.get("/declared") or () if each.category is section.category]
    if state is not DeclarationState.NONE or DeclarationState.CARRIED_OVER not in declared:
        words = sentence[: len(sentence.folded.rstrip(" ."))]
        builder.add("/declared", Declaration, {"as_printed": words}, category=section.category, state=state)
    return True
