"""Evidence sources of printed inspections, whose method follows from their words."""

from __future__ import annotations

import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import EvidenceSource
from inspection_model.strategies.words import evidence_phrases, words
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["evidence_sources"]


@functools.cache
def evidence_sources() -> S[EvidenceSource]:
    """Draw evidence sources in the phrases of ``words.toml``."""
    groups = st.lists(words("groups"), min_size=1, max_size=3, unique=True)
    return st.tuples(st.sampled_from(sorted(evidence_phrases().items())), groups).map(
        lambda drawn: _source(*drawn)
    )


def _source(phrase: tuple[str, str], groups: list[str]) -> EvidenceSource:
    method, words_ = phrase
    listed = " and ".join(filter(None, (", ".join(groups[:-1]), groups[-1])))
    people = tuple(groups) if "{people}" in words_ else ()
    return EvidenceSource(
        method=EvidenceMethod(method), text=words_.replace("{people}", listed), participants=people
    )
