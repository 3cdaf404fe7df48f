"""The inspectorates of a framework, and to which of them an inspector belongs."""

from __future__ import annotations

import functools

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.words import find_words, fold_words

__all__ = ["inspectorate_forms", "inspectorate_of"]


@functools.lru_cache(maxsize=32)
def inspectorate_forms(framework: Framework) -> tuple[tuple[str, ...], ...]:
    """Return the printed forms of each inspectorate, the first one's first, folded."""
    joint = (each.forms for each in framework.joint_inspectorates)
    return ((fold_words(framework.inspectorate),), *joint)


def inspectorate_of(folded: str, framework: Framework) -> int:
    """Return which inspectorate a person belongs to, by the words of the post.

    Args:
        folded: The post, or the name and the post, folded by `fold_words`.
        framework: The framework.

    Returns:
        The position of the inspectorate; that of the first one if the words name none: "HMI".
    """
    forms = inspectorate_forms(framework)
    found = (i for i, each in enumerate(forms) if any(find_words(folded, form) >= 0 for form in each))
    return next(found, 0)
