"""Authorities of printed inspections."""

from __future__ import annotations

import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Authority, Visit
from inspection_model.registers import authorities as registered
from inspection_model.registers import match_authority
from inspection_model.strategies.words import words

__all__ = ["authorities"]


@functools.cache
def _authority_names() -> S[str]:
    names = st.sampled_from(sorted({entry.name.partition(",")[0] for entry in registered()}))
    bodies = st.sampled_from(["", " City Council", " Borough Council", " County Council"])
    return st.tuples(names, bodies).map("".join) | words("authorities")


def authorities(visit: Visit | None) -> S[Authority]:
    """Draw authorities whose codes are those of the register on the first day of the visit."""
    day = visit.first_day if visit is not None else None
    # Without a visit day, codes depend on the date of the letter, which is drawn later: draw none.
    return (
        _authority_names()
        .map(
            lambda name: Authority(
                name=name, identifiers=match_authority(name, on=day).identifiers if day else ()
            )
        )
        .filter(lambda authority: day is not None or not match_authority(authority.name).name)
    )
