"""Strategies for inspections, their legal basis and their evidence."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import shipped_frameworks
from inspection_model.model import (
    Authority,
    Declaration,
    EarlierInspection,
    EvidenceSource,
    Finding,
    Inspection,
    Inspectorate,
    Judgement,
    LegalBasis,
    Obligation,
    Partnership,
    Person,
    PreviousInspection,
    Publication,
    Visit,
)
from inspection_model.strategies.arguments import build, optional, optional_texts, several
from inspection_model.strategies.authority import authorities
from inspection_model.strategies.earlier_inspection import earlier_inspections as any_earlier_inspections
from inspection_model.strategies.finding import declarations
from inspection_model.strategies.finding import findings as any_findings
from inspection_model.strategies.inspectorate import inspectorates as any_inspectorates
from inspection_model.strategies.judgement import judgements as any_judgements
from inspection_model.strategies.obligation import obligations as any_obligations
from inspection_model.strategies.partnership import partnerships
from inspection_model.strategies.publication import people, publications
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.strategies.visit import previous_inspections, visits
from inspection_model.strategies.words import words
from inspection_model.vocabulary import EvidenceMethod

__all__ = ["evidence_sources", "inspections", "legal_bases"]


@published()
def legal_bases(
    *,
    act: S[str] | None = None,
    section: S[str | None] | None = None,
    identifier: S[str | None] | None = None,
) -> S[LegalBasis]:
    """Draw legal bases."""
    sections = st.integers(1, 300).map(str)
    default = {
        "act": words("acts") | texts(),
        "section": optional(sections),
        "identifier": optional(sections.map(lambda number: f"ukpga/2006/40/section/{number}")),
    }
    return build(LegalBasis, {"act": act, "section": section, "identifier": identifier}, default)


@published()
def evidence_sources(
    *,
    method: S[EvidenceMethod] | None = None,
    text: S[str] | None = None,
    participants: S[tuple[str, ...]] | None = None,
) -> S[EvidenceSource]:
    """Draw evidence sources."""
    default = {
        "method": st.sampled_from(EvidenceMethod),
        "text": texts(),
        "participants": several(words("groups") | texts()),
    }
    return build(EvidenceSource, {"method": method, "text": text, "participants": participants}, default)


@published()
def inspections(  # noqa: PLR0913  # one argument per field
    *,
    framework: S[str | None] | None = None,
    authority: S[Authority | None] | None = None,
    partnership: S[Partnership | None] | None = None,
    inspectorates: S[tuple[Inspectorate, ...]] | None = None,
    legal_basis: S[LegalBasis | None] | None = None,
    visit: S[Visit | None] | None = None,
    previous: S[PreviousInspection | None] | None = None,
    inspectors: S[tuple[Person, ...]] | None = None,
    scope: S[tuple[str, ...]] | None = None,
    evidence: S[tuple[EvidenceSource, ...]] | None = None,
    judgements: S[tuple[Judgement, ...]] | None = None,
    findings: S[tuple[Finding, ...]] | None = None,
    declared: S[tuple[Declaration, ...]] | None = None,
    earlier_inspections: S[tuple[EarlierInspection, ...]] | None = None,
    obligations: S[tuple[Obligation, ...]] | None = None,
    contributes_to: S[str | None] | None = None,
    publication: S[Publication | None] | None = None,
) -> S[Inspection]:
    """Draw any valid inspection, whether or not a letter can express it.

    Use `printed_inspections()` for inspections that can be rendered as a letter and read back.
    """
    given: dict[str, S[Any] | None] = {
        "framework": framework, "authority": authority, "partnership": partnership,
        "inspectorates": inspectorates, "legal_basis": legal_basis, "visit": visit, "previous": previous,
        "inspectors": inspectors, "scope": scope, "evidence": evidence, "judgements": judgements,
        "findings": findings, "declared": declared, "earlier_inspections": earlier_inspections,
        "obligations": obligations, "contributes_to": contributes_to, "publication": publication,
    }  # fmt: skip
    kinds = [framework.id for framework in shipped_frameworks()]
    default = {
        "framework": optional(st.sampled_from(kinds)),
        "authority": optional(authorities()),
        "partnership": optional(partnerships()),
        "inspectorates": several(any_inspectorates(), most=2),
        "legal_basis": optional(legal_bases()),
        "visit": optional(visits()),
        "previous": optional(previous_inspections()),
        "inspectors": several(people(), most=2),
        "scope": several(words("topics") | texts()),
        "evidence": several(evidence_sources()),
        "judgements": several(any_judgements()),
        "findings": several(any_findings(), most=6),
        "declared": several(declarations(), most=2),
        "earlier_inspections": several(any_earlier_inspections(), most=2),
        "obligations": several(any_obligations(), most=2),
        "contributes_to": optional(words("assessments") | texts()),
        "publication": optional(publications()),
    }
    # Also draws text fields that have no explicit default above.
    return build(Inspection, given, {**default, **optional_texts(Inspection, besides=default)})
