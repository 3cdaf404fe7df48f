"""Strategies for local authorities, their identifiers and their annual ratings."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import AnnualRating, Authority, Identifier
from inspection_model.model.authority import IDENTIFIER_FORMS
from inspection_model.strategies.arguments import build, several
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.words import days, words
from inspection_model.vocabulary import IdentifierScheme, Rating

__all__ = ["annual_ratings", "authorities", "identifiers"]


@published()
def identifiers(*, scheme: S[IdentifierScheme] | None = None, value: S[str] | None = None) -> S[Identifier]:
    """Draw identifiers; by default the value has the form of its scheme."""
    schemes = st.sampled_from(IdentifierScheme) if scheme is None else scheme
    build(Identifier, {"scheme": scheme, "value": value}, {})
    if value is not None:
        return st.builds(Identifier, scheme=schemes, value=value)
    return schemes.flatmap(
        lambda drawn: st.builds(
            Identifier,
            scheme=st.just(drawn),
            value=st.from_regex(IDENTIFIER_FORMS[drawn][0], fullmatch=True),
        )
    )


@published()
def authorities(
    *,
    name: S[str] | None = None,
    identifiers: S[tuple[Identifier, ...]] | None = None,
    address: S[tuple[str, ...]] | None = None,
) -> S[Authority]:
    """Draw authorities, by default with at most one identifier per scheme."""
    default = {
        "name": words("authorities") | texts(),
        "identifiers": _several_identifiers(),
        "address": several(words("streets") | texts()),
    }
    return build(Authority, {"name": name, "identifiers": identifiers, "address": address}, default)


def _several_identifiers() -> S[tuple[Identifier, ...]]:
    return st.lists(identifiers(), max_size=3, unique_by=lambda drawn: drawn.scheme).map(tuple)


@published()
def annual_ratings(
    *,
    authority: S[Authority] | None = None,
    year: S[int] | None = None,
    rating: S[Rating] | None = None,
    limited_by: S[tuple[str, ...]] | None = None,
) -> S[AnnualRating]:
    """Draw annual ratings."""
    ids = days().map(lambda day: f"ofsted-ucra/999/{day}")
    default = {
        "authority": authorities(),
        "year": st.integers(2009, 2011),
        "rating": st.sampled_from(Rating),
        "limited_by": several(ids),
    }
    given = {"authority": authority, "year": year, "rating": rating, "limited_by": limited_by}
    return build(AnnualRating, given, default)
