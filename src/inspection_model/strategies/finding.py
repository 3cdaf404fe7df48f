"""Strategies for findings, their references, and declared counts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Declaration, Finding, Reference
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import ids, words
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["declarations", "findings", "references"]


@published()
def references(*, scheme: S[str] | None = None, value: S[str] | None = None) -> S[Reference]:
    """Draw references to an external list, such as the enablers of a national framework."""
    values = st.integers(1, 9).map(lambda number: f"enabler {number}")
    default = {"scheme": st.just("national framework") | texts(), "value": values | texts()}
    return build(Reference, {"scheme": scheme, "value": value}, default)


@published()
def findings(
    *,
    category: S[Category] | None = None,
    text: S[str] | None = None,
    area: S[str | None] | None = None,
    heading: S[str | None] | None = None,
    number: S[int | None] | None = None,
    parts: S[tuple[str, ...]] | None = None,
    responsible: S[tuple[str, ...]] | None = None,
    references: S[tuple[Reference, ...]] | None = None,
) -> S[Finding]:
    """Draw findings."""
    given: dict[str, S[Any] | None] = {
        "category": category, "text": text, "area": area, "heading": heading, "number": number,
        "parts": parts, "responsible": responsible, "references": references,
    }  # fmt: skip
    default = {
        "category": st.sampled_from(Category),
        "text": texts(),
        "area": optional(ids("areas")),
        "heading": optional(words("headings") | texts()),
        "number": optional(st.integers(1, 9999)),
        "parts": several(texts(), most=2),
        "responsible": several(words("organisations") | texts(), most=2),
        "references": _several_references(),
    }
    return build(Finding, given, default)


def _several_references() -> S[tuple[Reference, ...]]:
    return several(references(), most=2)


@published()
def declarations(
    *,
    category: S[Category] | None = None,
    state: S[DeclarationState] | None = None,
    count: S[int | None] | None = None,
    as_printed: S[str | None] | None = None,
) -> S[Declaration]:
    """Draw declarations; by default with a count if and only if the state is ``specified``."""
    given = {"category": category, "state": state, "count": count, "as_printed": as_printed}
    default = {"category": st.sampled_from(Category), "as_printed": optional(texts())}
    if count is not None:
        return build(Declaration, given, {**default, "state": st.just(DeclarationState.SPECIFIED)})
    build(Declaration, given, default)  # rejects invalid arguments at once, not when drawing
    states = st.sampled_from(DeclarationState) if state is None else state
    return states.flatmap(
        lambda drawn: build(
            Declaration,
            {"category": category, "as_printed": as_printed},
            {
                **default,
                "state": st.just(drawn),
                "count": st.integers(1, 20) if drawn is DeclarationState.SPECIFIED else st.none(),
            },
        )
    )
