"""The words that examples are made of, from ``words.toml``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import cast

from hypothesis import strategies as st

__all__ = ["evidence_phrases", "words"]


@functools.cache
def _data() -> Mapping[str, object]:
    toml = files("inspection_model.strategies").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(toml)


def words(kind: str) -> st.SearchStrategy[str]:
    """Draw one of the words of a kind; examples shrink towards the first."""
    return st.sampled_from(cast("list[str]", _data()[kind]))


def evidence_phrases() -> Mapping[str, str]:
    """Give a phrase for each evidence method that has one."""
    return cast("Mapping[str, str]", _data()["evidence"])
