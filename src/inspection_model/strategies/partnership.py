"""Strategies for partnerships and their bodies."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Body, Partnership
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import full_names, ids, words

__all__ = ["bodies", "partnerships"]


@published()
def bodies(
    *,
    name: S[str] | None = None,
    kind: S[str | None] | None = None,
    person: S[str | None] | None = None,
    post: S[str | None] | None = None,
) -> S[Body]:
    """Draw the bodies of partnerships."""
    default = {
        "name": words("organisations") | texts(),
        "kind": optional(ids("body_kinds")),
        "person": optional(full_names(st.just("")) | texts()),
        "post": optional(words("posts") | texts()),
    }
    return build(Body, {"name": name, "kind": kind, "person": person, "post": post}, default)


@published()
def partnerships(*, name: S[str] | None = None, bodies: S[tuple[Body, ...]] | None = None) -> S[Partnership]:
    """Draw partnerships."""
    default = {"name": words("partnerships") | texts(), "bodies": _several_bodies()}
    return build(Partnership, {"name": name, "bodies": bodies}, default)


def _several_bodies() -> S[tuple[Body, ...]]:
    return several(bodies())
