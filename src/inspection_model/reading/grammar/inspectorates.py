"""The names of the inspectorates of a framework, in a sentence or on a line."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from inspection_model.frameworks.framework import Framework, JointInspectorate
from inspection_model.frameworks.inspectorates import inspectorate_forms
from inspection_model.frameworks.words import alternatives

__all__ = ["NamedInspectorate", "inspectorates_in"]


class NamedInspectorate(NamedTuple):
    """An inspectorate that is named.

    Attributes:
        joint: The inspectorate; ``None`` for the first of the framework.
        start: Where the name starts.
        end: Where it ends.
    """

    joint: JointInspectorate | None
    start: int
    end: int


def inspectorates_in(framework: Framework, folded: str) -> list[NamedInspectorate]:
    """Return the names of inspectorates in a text, in order.

    Args:
        framework: The framework, whose file has the names.
        folded: The text, folded by `fold_words`.
    """
    owners = _owners(framework)
    names = _names(framework)
    return [NamedInspectorate(owners[name.group()], *name.span()) for name in names.finditer(folded)]


@functools.lru_cache(maxsize=32)
def _owners(framework: Framework) -> dict[str, JointInspectorate | None]:
    """Return the inspectorate of each form of a name."""
    inspectorates = (None, *framework.joint_inspectorates)
    named = zip(inspectorates, inspectorate_forms(framework), strict=True)
    return {form: each for each, forms in named for form in forms}


@functools.lru_cache(maxsize=32)
def _names(framework: Framework) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{alternatives(_owners(framework))})(?![a-z0-9])")
