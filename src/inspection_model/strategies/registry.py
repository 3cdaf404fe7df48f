"""The strategy of each class of the model, and of frameworks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.comparing import (
    Comparison,
    DeclarationChange,
    FindingChange,
    History,
    JudgementChange,
    PlacedFinding,
    WordChange,
)
from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.model import (
    AnnualRating,
    Authority,
    Body,
    Contact,
    Declaration,
    Due,
    EarlierInspection,
    EvidenceSource,
    Finding,
    Identifier,
    Inspection,
    Inspectorate,
    Judgement,
    LegalBasis,
    Obligation,
    Partnership,
    Passage,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Reading,
    Reference,
    Remark,
    Visit,
)
from inspection_model.strategies.authority import annual_ratings, authorities, identifiers
from inspection_model.strategies.comparing import (
    comparisons,
    declaration_changes,
    finding_changes,
    histories,
    judgement_changes,
    placed_findings,
    word_changes,
)
from inspection_model.strategies.earlier_inspection import earlier_inspections
from inspection_model.strategies.finding import declarations, findings, references
from inspection_model.strategies.frameworks import frameworks
from inspection_model.strategies.inspection import evidence_sources, inspections, legal_bases
from inspection_model.strategies.inspectorate import contacts, inspectorates
from inspection_model.strategies.judgement import judgements
from inspection_model.strategies.obligation import dues, obligations
from inspection_model.strategies.partnership import bodies, partnerships
from inspection_model.strategies.publication import people, publications
from inspection_model.strategies.reading import passages, readings, remarks
from inspection_model.strategies.visit import periods, previous_inspections, visits

__all__ = ["from_type", "registered_strategy", "strategy_for"]

T = TypeVar("T")

_STRATEGIES: dict[type, Callable[[], S[Any]]] = {
    AnnualRating: annual_ratings,
    Authority: authorities,
    Body: bodies,
    Comparison: comparisons,
    Contact: contacts,
    Declaration: declarations,
    DeclarationChange: declaration_changes,
    Due: dues,
    EarlierInspection: earlier_inspections,
    EvidenceSource: evidence_sources,
    Finding: findings,
    FindingChange: finding_changes,
    Framework: frameworks,
    History: histories,
    Identifier: identifiers,
    Inspection: inspections,
    Inspectorate: inspectorates,
    Judgement: judgements,
    JudgementChange: judgement_changes,
    LegalBasis: legal_bases,
    Obligation: obligations,
    Partnership: partnerships,
    Passage: passages,
    Period: periods,
    Person: people,
    PlacedFinding: placed_findings,
    PreviousInspection: previous_inspections,
    Publication: publications,
    Reading: readings,
    Reference: references,
    Remark: remarks,
    Visit: visits,
    WordChange: word_changes,
}


def strategy_for(kind: type) -> S[Any]:
    """Return the default strategy of a class of the model, or of `Framework`.

    Raises:
        KeyError: If `kind` is another class.
    """
    return _STRATEGIES[kind]()


@st.composite
def from_type(draw: st.DrawFn, kind: type[T]) -> T:
    """Draw instances of a class of the model, as `hypothesis.strategies.from_type()` does.

    The name gives its strategies the repr ``from_type(Inspection)``, for which the ghostwriter of
    Hypothesis writes the right imports into a test.
    """
    value: T = draw(strategy_for(kind))
    return value


def registered_strategy(kind: type[T]) -> S[T]:
    """Return the strategy that is registered with Hypothesis for a class of the model or `Framework`."""
    # The ghostwriter writes no imports for a strategy inside the strategy for an iterable, but it does for
    # a strategy whose repr is not Python, such as that of the frameworks.
    return cast("S[T]", st.sampled_from(shipped_frameworks())) if kind is Framework else from_type(kind)
