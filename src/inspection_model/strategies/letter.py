"""Strategies for letters and the people named in them."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Letter, Person
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import days, full_names, words

__all__ = ["letters", "people"]


@published()
def people(
    *,
    name: S[str] | None = None,
    post: S[str | None] | None = None,
    organisation: S[str | None] | None = None,
    address: S[tuple[str, ...]] | None = None,
) -> S[Person]:
    """Draw people with their posts and addresses."""
    default = {
        "name": full_names(st.just("") | words("titles")) | texts(),
        "post": optional(words("posts") | texts()),
        "organisation": optional(words("organisations") | texts()),
        "address": several(words("streets") | texts()),
    }
    given = {"name": name, "post": post, "organisation": organisation, "address": address}
    return build(Person, given, default)


@published()
def letters(
    *,
    date: S[datetime.date | None] | None = None,
    date_as_printed: S[str | None] | None = None,
    subject: S[str | None] | None = None,
    salutation: S[str | None] | None = None,
    recipients: S[tuple[Person, ...]] | None = None,
    signatories: S[tuple[Person, ...]] | None = None,
) -> S[Letter]:
    """Draw letters."""
    given: dict[str, S[Any] | None] = {
        "date": date, "date_as_printed": date_as_printed, "subject": subject, "salutation": salutation,
        "recipients": recipients, "signatories": signatories,
    }  # fmt: skip
    default = {
        "date": optional(days()),
        "date_as_printed": optional(texts()),
        "subject": optional(texts()),
        "salutation": optional(words("last_names").map(lambda name: f"Dear Ms {name}")),
        "recipients": several(people(), most=2),
        "signatories": several(people(), most=2),
    }
    return build(Letter, given, default)
