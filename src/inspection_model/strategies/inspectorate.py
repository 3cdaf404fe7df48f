"""Strategies for inspectorates and their contact details."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Contact, Inspectorate
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import words
from inspection_model.vocabulary import ContactKind

__all__ = ["contacts", "inspectorates"]


@published()
def contacts(
    *, kind: S[ContactKind] | None = None, value: S[str] | None = None, label: S[str | None] | None = None
) -> S[Contact]:
    """Draw contacts; the telephone numbers and addresses are fictitious."""
    values = words("telephones") | words("emails") | words("webs") | texts()
    default = {"kind": st.sampled_from(ContactKind), "value": values, "label": optional(st.just("Direct"))}
    return build(Contact, {"kind": kind, "value": value, "label": label}, default)


@published()
def inspectorates(
    *,
    name: S[str] | None = None,
    address: S[tuple[str, ...]] | None = None,
    contacts: S[tuple[Contact, ...]] | None = None,
) -> S[Inspectorate]:
    """Draw inspectorates."""
    default = {
        "name": st.just("Ofsted") | texts(),
        "address": several(words("streets") | texts()),
        "contacts": _several_contacts(),
    }
    return build(Inspectorate, {"name": name, "address": address, "contacts": contacts}, default)


def _several_contacts() -> S[tuple[Contact, ...]]:
    return several(contacts())
