"""Strategies for frameworks."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.strategies.published import published

__all__ = ["frameworks"]


@published()
def frameworks() -> S[Framework]:
    """Draw frameworks that the package ships."""
    return st.sampled_from(shipped_frameworks())
