"""References of a finding to an outside list: "(enablers 1 and 2, outcome 3, national framework)".

reference := "(" place { ("," | "and") place } [","] scheme ")"
place     := word number { ("," | "and") number }
"""

from __future__ import annotations

import functools
import re

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import fold_words
from inspection_model.model.finding import Reference

__all__ = ["references_in"]

_PLACE = re.compile(r"\b([a-z]{3,20}?)s? ([0-9]{1,2}(?:(?:,? and |, ?)[0-9]{1,2})*)(?![0-9])")
_NUMBER = re.compile(r"[0-9]{1,2}")


@functools.cache
def _reference() -> re.Pattern[str]:
    schemes = "|".join(map(re.escape, lexicon().reference_schemes))
    return re.compile(
        rf"\((?P<places>[a-z][a-z0-9, ]{{2,80}}[0-9]),? (?P<scheme>(?:[a-z]{{1,20}} ){{0,3}}(?:{schemes}))\)"
    )


def references_in(text: str) -> tuple[Reference, ...]:
    """Return the references of a finding in order; most findings have none."""
    if ")" not in text:
        return ()
    return tuple(
        Reference(scheme=match["scheme"], value=f"{place[1]} {number}")
        for match in _reference().finditer(fold_words(text))
        for place in _PLACE.finditer(match["places"])
        for number in _NUMBER.findall(place[2])
    )
