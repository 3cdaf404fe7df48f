"""Strategies for letters and reports, and the people named in them."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Person, Publication
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import days, full_names, words
from inspection_model.vocabulary import PersonRole, PublicationForm

__all__ = ["people", "publications"]


@published()
def people(
    *,
    name: S[str] | None = None,
    post: S[str | None] | None = None,
    organisation: S[str | None] | None = None,
    address: S[tuple[str, ...]] | None = None,
    role: S[PersonRole | None] | None = None,
) -> S[Person]:
    """Draw people with their posts, addresses and roles."""
    default = {
        "name": full_names(st.just("") | words("titles")) | texts(),
        "post": optional(words("posts") | texts()),
        "organisation": optional(words("organisations") | texts()),
        "address": several(words("streets") | texts()),
        "role": optional(st.sampled_from(PersonRole)),
    }
    given: dict[str, S[Any] | None] = {
        "name": name, "post": post, "organisation": organisation, "address": address, "role": role,
    }  # fmt: skip
    return build(Person, given, default)


@published()
def publications(
    *,
    form: S[PublicationForm] | None = None,
    title: S[str | None] | None = None,
    date: S[datetime.date | None] | None = None,
    date_as_printed: S[str | None] | None = None,
    salutation: S[str | None] | None = None,
    recipients: S[tuple[Person, ...]] | None = None,
    signatories: S[tuple[Person, ...]] | None = None,
) -> S[Publication]:
    """Draw letters and reports, with any combination of their fields."""
    given: dict[str, S[Any] | None] = {
        "form": form, "title": title, "date": date, "date_as_printed": date_as_printed,
        "salutation": salutation,
        "recipients": recipients, "signatories": signatories,
    }  # fmt: skip
    default = {
        "form": st.sampled_from(PublicationForm),
        "date": optional(days()),
        "date_as_printed": optional(texts()),
        "title": optional(texts()),
        "salutation": optional(words("last_names").map(lambda name: f"Dear Ms {name}")),
        "recipients": several(people(), most=2),
        "signatories": several(people(), most=2),
    }
    return build(Publication, given, default)
