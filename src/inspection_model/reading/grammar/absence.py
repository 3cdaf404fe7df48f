"""Sentences in the place of findings which say that the section has no finding.

sentence := [ label ] [ statement ] ( "none" | "nil" | "no" kind ) [ at visit ]
statement := "there are" | "inspectors found" | …
kind := [ "further" ] ( "areas for improvement" | "actions" | … )
at visit := ( "at this" | "were identified" | … ) words
label := "a)" | "1."
"""

from __future__ import annotations

import functools
import re

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, find_words

__all__ = ["may_say_nothing", "says_nothing"]

# Quotes, brackets and dashes around such a sentence.
_SIGNS = " .;:-*\"'()[]"


def says_nothing(folded: str) -> bool:
    """Return whether a sentence in the place of findings is "none", or "none at this visit"."""
    words = folded.strip(_SIGNS)
    return _nothing().fullmatch(words) is not None and find_words(words, lexicon().absence.contrast) < 0


def may_say_nothing(folded: str) -> bool:
    """Return whether a sentence in the place of findings begins with a negation: "no", "none"."""
    return _negation().match(folded.strip(_SIGNS)) is not None


@functools.cache
def _nothing() -> re.Pattern[str]:
    absence = lexicon().absence
    further = alternatives(lexicon().headings.further)
    kind = rf"{absence.negation} (?:(?:{further}) )?(?:{alternatives(absence.kinds)})"
    at_visit = rf"(?: \(?(?:{alternatives(absence.at_visit)})\b[^.]{{0,200}})?"
    words = rf"(?:{alternatives(absence.words)}|{kind})"
    return re.compile(rf"{_label()}(?:(?:{alternatives(absence.statements)}) )?{words}{at_visit}")


@functools.cache
def _negation() -> re.Pattern[str]:
    absence = lexicon().absence
    statements, words = alternatives(absence.statements), alternatives((*absence.words, absence.negation))
    return re.compile(rf"{_label()}(?:(?:{statements}) )?(?:{words})(?![a-z'-])")


def _label() -> str:
    """Return the pattern of the letter or the number of an item that is the only one of its list."""
    return r"(?:[0-9a-z]{1,3}[.)] ?)?"
