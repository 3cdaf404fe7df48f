"""The strategy of each class of the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import (
    AnnualRating,
    Authority,
    Body,
    Contact,
    Declaration,
    Due,
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
from inspection_model.strategies.finding import declarations, findings, references
from inspection_model.strategies.inspection import evidence_sources, inspections, legal_bases
from inspection_model.strategies.inspectorate import contacts, inspectorates
from inspection_model.strategies.judgement import judgements
from inspection_model.strategies.obligation import dues, obligations
from inspection_model.strategies.partnership import bodies, partnerships
from inspection_model.strategies.publication import people, publications
from inspection_model.strategies.reading import passages, readings, remarks
from inspection_model.strategies.visit import periods, previous_inspections, visits

__all__ = ["strategy_for"]

_STRATEGIES: dict[type, Callable[[], S[Any]]] = {
    AnnualRating: annual_ratings,
    Authority: authorities,
    Body: bodies,
    Contact: contacts,
    Declaration: declarations,
    Due: dues,
    EvidenceSource: evidence_sources,
    Finding: findings,
    Identifier: identifiers,
    Inspection: inspections,
    Inspectorate: inspectorates,
    Judgement: judgements,
    LegalBasis: legal_bases,
    Obligation: obligations,
    Partnership: partnerships,
    Passage: passages,
    Period: periods,
    Person: people,
    PreviousInspection: previous_inspections,
    Publication: publications,
    Reading: readings,
    Reference: references,
    Remark: remarks,
    Visit: visits,
}


def strategy_for(kind: type) -> S[Any]:
    """Return the default strategy of a class of the model.

    Raises:
        KeyError: If `kind` is not a class of the model.
    """
    return _STRATEGIES[kind]()
