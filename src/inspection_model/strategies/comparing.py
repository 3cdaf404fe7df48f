"""Strategies for comparisons and histories, and for pairs of inspections with known changes."""

from __future__ import annotations

from typing import Any

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
from inspection_model.model import Declaration, Finding, Inspection, Judgement
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.authority import authorities
from inspection_model.strategies.finding import declarations, findings
from inspection_model.strategies.inspection import inspections as any_inspections
from inspection_model.strategies.judgement import judgements as any_judgements
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.vocabulary import FindingChangeKind, JudgementChangeKind, SimilarityMeasure

__all__ = [
    "comparisons",
    "declaration_changes",
    "finding_changes",
    "histories",
    "judgement_changes",
    "placed_findings",
    "word_changes",
]


@published()
def placed_findings(
    *, id: S[str] | None = None, place: S[int] | None = None, finding: S[Finding] | None = None
) -> S[PlacedFinding]:
    """Draw findings with a place."""
    default = {"id": texts(), "place": st.integers(1, 99), "finding": findings()}
    return build(PlacedFinding, {"id": id, "place": place, "finding": finding}, default)


@published()
def word_changes(
    *, earlier: S[str | None] | None = None, later: S[str | None] | None = None
) -> S[WordChange]:
    """Draw runs of words."""
    default = {"earlier": texts(), "later": optional(texts()) if earlier is None else texts()}
    return build(WordChange, {"earlier": earlier, "later": later}, default)


@published()
def finding_changes(
    *,
    kind: S[FindingChangeKind] | None = None,
    earlier: S[PlacedFinding | None] | None = None,
    later: S[PlacedFinding | None] | None = None,
    similarity: S[int | None] | None = None,
    wording: S[tuple[WordChange, ...]] | None = None,
) -> S[FindingChange]:
    """Draw changes of findings; by default with the sides that the kind has."""
    given: dict[str, S[Any] | None] = {
        "kind": kind, "earlier": earlier, "later": later, "similarity": similarity, "wording": wording,
    }  # fmt: skip
    both = {
        "kind": st.sampled_from([each for each in FindingChangeKind if each not in {"new", "gone"}]),
        "earlier": placed_findings(),
        "later": placed_findings(),
        "similarity": st.integers(0, 100),
        "wording": several(word_changes()),
    }
    if any(each is not None for each in given.values()):
        return build(FindingChange, given, both)
    new = {"kind": st.just(FindingChangeKind.NEW), "later": both["later"]}
    gone = {"kind": st.just(FindingChangeKind.GONE), "earlier": both["earlier"]}
    return st.one_of(*(build(FindingChange, {}, default) for default in (both, new, gone)))


@published()
def judgement_changes(
    *,
    kind: S[JudgementChangeKind] | None = None,
    earlier: S[Judgement | None] | None = None,
    later: S[Judgement | None] | None = None,
) -> S[JudgementChange]:
    """Draw changes of judgements; by default with the sides that the kind has."""
    given: dict[str, S[Any] | None] = {"kind": kind, "earlier": earlier, "later": later}
    both = {
        "kind": st.sampled_from([each for each in JudgementChangeKind if each not in {"new", "gone"}]),
        "earlier": any_judgements(),
        "later": any_judgements(),
    }
    if any(each is not None for each in given.values()):
        return build(JudgementChange, given, both)
    new = {"kind": st.just(JudgementChangeKind.NEW), "later": both["later"]}
    gone = {"kind": st.just(JudgementChangeKind.GONE), "earlier": both["earlier"]}
    return st.one_of(*(build(JudgementChange, {}, default) for default in (both, new, gone)))


@published()
def declaration_changes(
    *, earlier: S[Declaration | None] | None = None, later: S[Declaration | None] | None = None
) -> S[DeclarationChange]:
    """Draw changes of declared numbers."""
    default = {
        "earlier": declarations(),
        "later": optional(declarations()) if earlier is None else declarations(),
    }
    return build(DeclarationChange, {"earlier": earlier, "later": later}, default)


@published()
def comparisons(
    *,
    earlier: S[str] | None = None,
    later: S[str] | None = None,
    measure: S[SimilarityMeasure] | None = None,
    threshold: S[int] | None = None,
    findings: S[tuple[FindingChange, ...]] | None = None,
    judgements: S[tuple[JudgementChange, ...]] | None = None,
    declared: S[tuple[DeclarationChange, ...]] | None = None,
) -> S[Comparison]:
    """Draw comparisons with any changes; see `inspection_pairs()` for inspections to compare."""
    given: dict[str, S[Any] | None] = {
        "earlier": earlier, "later": later, "measure": measure, "threshold": threshold,
        "findings": findings, "judgements": judgements, "declared": declared,
    }  # fmt: skip
    default = {
        "earlier": texts(),
        "later": texts(),
        "measure": st.sampled_from(SimilarityMeasure),
        "threshold": st.integers(1, 100),
        "findings": several(finding_changes()),
        "judgements": several(judgement_changes(), most=2),
        "declared": several(declaration_changes(), most=2),
    }
    return build(Comparison, given, default)


@published()
def histories(*, inspections: S[tuple[Inspection, ...]] | None = None) -> S[History]:
    """Draw histories; by default of inspections of one authority, some without a date."""
    drawn = authorities().flatmap(lambda one: several(any_inspections(authority=st.just(one)), most=4))
    return build(History, {"inspections": inspections}, {"inspections": drawn})
