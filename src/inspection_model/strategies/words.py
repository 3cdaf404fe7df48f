"""Words, names and days that examples are composed of; the words are in ``words.toml``."""

from __future__ import annotations

import datetime
import functools
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, cast

from hypothesis import strategies as st

from inspection_model.model.fields import ID

__all__ = ["days", "earlier_findings", "evidence_phrases", "full_names", "ids", "statements", "words"]

_FIRST_DAY, _LAST_DAY = datetime.date(2009, 1, 5), datetime.date(2030, 12, 31)


@functools.cache
def _data() -> Mapping[str, object]:
    toml = files("inspection_model.strategies").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(toml)


def words(kind: str) -> st.SearchStrategy[str]:
    """Draw a word from a list in ``words.toml``; examples shrink towards the first.

    Args:
        kind: The name of the list, such as ``posts``.
    """
    return st.sampled_from(cast("list[str]", _data()[kind]))


def ids(kind: str) -> st.SearchStrategy[str]:
    """Draw an id from a list in ``words.toml``, or any id.

    Args:
        kind: The name of the list, such as ``areas``.
    """
    return words(kind) | st.from_regex(ID, fullmatch=True)


def full_names(titles: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw names of people: a title, which may be empty, a first name and a last name."""
    parts = st.tuples(titles, words("first_names"), words("last_names"))
    return parts.map(lambda drawn: " ".join(filter(None, drawn)))


def statements() -> st.SearchStrategy[str]:
    """Draw texts of one to three complete sentences."""
    return st.lists(words("statements"), min_size=1, max_size=3).map(" ".join)


def days() -> st.SearchStrategy[datetime.date]:
    """Draw days from January 2009 to December 2030."""
    return st.dates(_FIRST_DAY, _LAST_DAY)


def earlier_findings() -> Sequence[Mapping[str, Any]]:
    """Return the texts of findings that refer to earlier inspections, with what is read from them."""
    return cast("Sequence[Mapping[str, Any]]", _data()["earlier"])


def evidence_phrases() -> Mapping[str, str]:
    """Return the evidence phrases by method; ``{people}`` is replaced by the participants."""
    return cast("Mapping[str, str]", _data()["evidence"])
