"""Findings of printed inspections that refer to earlier ones, and what is read from their texts."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import lexicon
from inspection_model.frameworks.framework import Section
from inspection_model.model import Declaration, EarlierInspection, Finding
from inspection_model.strategies.words import earlier_findings
from inspection_model.vocabulary import Category, DeclarationState

__all__ = ["outcomes_in", "references_in", "referring", "unlisted_references"]


def referring(section: Section) -> S[str]:
    """Draw texts of findings of a section that refer to earlier inspections, or to earlier findings.

    Below the heading of a ranked section, what became of its earlier findings is not a finding.
    """
    is_ranked = section.category.rank is not None
    return st.sampled_from(
        [each["text"] for each in earlier_findings() if not (is_ranked and "outcome" in each)]
    )


def references_in(findings: Iterable[Finding]) -> tuple[EarlierInspection, ...]:
    """Return the references of findings with such texts, in order."""
    return tuple(
        EarlierInspection(**reference)
        for finding in findings
        for reference in _known().get(finding.text, {}).get("references", ())
    )


def outcomes_in(findings: Iterable[Finding]) -> tuple[Declaration, ...]:
    """Return what findings with such texts state about earlier findings, each statement once."""
    texts = dict.fromkeys(finding.text for finding in findings)
    return tuple(
        Declaration(
            category=Category(outcome["category"]),
            state=DeclarationState(outcome["state"]),
            as_printed=text.rstrip("."),
        )
        for text in texts
        if (outcome := _known().get(text, {}).get("outcome")) is not None
    )


@functools.cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    return {each["text"]: each for each in earlier_findings()}


def unlisted_references(findings: Iterable[Finding]) -> S[tuple[EarlierInspection, ...]]:
    """Draw references that a separate sentence of a letter states, because no finding has their words."""
    listed = {each.as_printed for each in references_in(findings)}
    others = [each for each in _references() if each.as_printed not in listed]
    return st.lists(st.sampled_from(others), max_size=1).map(tuple)


@functools.cache
def _references() -> list[EarlierInspection]:
    noun = lexicon().earlier.nouns[0]
    return [
        EarlierInspection(as_printed=f"{order} {noun} in 2006", year=2006)
        for order in lexicon().earlier.orders
    ]
