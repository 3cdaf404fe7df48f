"""Inspectors of printed reports: in labelled fields, or in the columns of a team."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, lexicon
from inspection_model.frameworks.words import find_words, fold_words
from inspection_model.model import Person
from inspection_model.strategies.words import full_names, words
from inspection_model.vocabulary import PersonRole

__all__ = ["labelled_people", "team"]


def labelled_people(role: PersonRole | None) -> S[list[Person]]:
    """Draw up to two inspectors of a labelled field, which gives them a role."""
    posts = st.none() | words("inspector_posts")
    people = st.builds(Person, name=full_names(st.just("")), post=posts, role=st.just(role))
    return st.lists(people, max_size=2)


@st.composite
def team(draw: st.DrawFn, framework: Framework, labelled: Collection[PersonRole | None]) -> list[Person]:
    """Draw the team: perhaps one inspector without a post, and up to two of each inspectorate.

    Args:
        draw: Draws an example.
        framework: The framework.
        labelled: The roles of the inspectors who are in labelled fields.
    """
    joint = ((each.name, *each.printed) for each in framework.joint_inspectorates)
    people: list[Person] = []
    for forms in ((framework.inspectorate,), *joint):
        posts = st.tuples(st.sampled_from(forms), words("team_posts")).map(" ".join)
        colleagues = st.builds(_person, full_names(st.just("")), posts)
        people += draw(st.lists(colleagues.filter(lambda each: each.role not in labelled), max_size=2))
    if people and None not in labelled:
        # A person whose post names no inspectorate belongs to the first one.
        return draw(st.lists(st.builds(Person, name=full_names(st.just(""))), max_size=1)) + people
    return people


def _person(name: str, post: str) -> Person:
    is_lead = find_words(fold_words(post), lexicon().posts.lead) >= 0
    return Person(name=name, post=post, role=PersonRole.LEAD if is_lead else None)
