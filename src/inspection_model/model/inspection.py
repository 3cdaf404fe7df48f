"""The record of an inspection: what was inspected, when, by whom, on what evidence, with what results."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.authority import Authority
from inspection_model.model.declaration import Declaration
from inspection_model.model.earlier_inspection import EarlierInspection
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspectorate import Inspectorate
from inspection_model.model.judgement import Judgement
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.notebooks import shown_in_notebooks
from inspection_model.model.obligation import Obligation
from inspection_model.model.partnership import Partnership
from inspection_model.model.person import Person
from inspection_model.model.pickling import pickles_as_document
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Visit
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["FRAMEWORK_ID", "Inspection"]

FRAMEWORK_ID = fields.ID
"""The pattern of a framework's id."""


def _inspectorates(value: Iterable[Inspectorate]) -> tuple[Inspectorate, ...]:
    return fields.as_tuple(value)


def _people(value: Iterable[Person]) -> tuple[Person, ...]:
    return fields.as_tuple(value)


def _evidence(value: Iterable[EvidenceSource]) -> tuple[EvidenceSource, ...]:
    return fields.as_tuple(value)


def _judgements(value: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return fields.as_tuple(value)


def _findings(value: Iterable[Finding]) -> tuple[Finding, ...]:
    return fields.as_tuple(value)


def _declared(value: Iterable[Declaration]) -> tuple[Declaration, ...]:
    return fields.as_tuple(value)


def _earlier(value: Iterable[EarlierInspection]) -> tuple[EarlierInspection, ...]:
    return fields.as_tuple(value)


def _obligations(value: Iterable[Obligation]) -> tuple[Obligation, ...]:
    return fields.as_tuple(value)


@final
@pickles_as_document
@shown_in_notebooks
@attrs.frozen(kw_only=True, weakref_slot=False)
class Inspection:
    """One inspection of one authority: a pure value, independent of text, files and formats.

    Attributes:
        framework: The id of the framework, such as ``ofsted-ucra``; ``None`` if it was not
            recognised.
        authority: The inspected authority, or the authority of the area whose partnership was inspected.
        partnership: The inspected partnership, if the inspected body is one.
        inspectorates: The bodies that inspected it; several for a joint inspection.
        legal_basis: The provision that the document names.
        visit: The days on site.
        previous: What the document states about the previous inspection.
        inspectors: The inspectors named in the document; letters of 2009 often name none.
        scope: The areas of practice that the inspection covered, as printed.
        evidence: The sources of evidence.
        judgements: The judgements, in the order of the document.
        findings: The findings, in the order of the document.
        declared: The statements of the prose about the number of findings, and about what became of those
            of an earlier document.
        earlier_inspections: The references of the prose to earlier inspections, in the order of the
            document.
        obligations: The obligations that follow from the findings or from the whole inspection.
        contributes_to: The assessment to which the inspection contributes, as printed.
        publication: The letter or report about the inspection.

    Raises:
        InvalidValueError: If the value of a field is not allowed.
        InvalidTypeError: If a field has the wrong type.
    """

    framework: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    authority: Authority | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Authority))
    )
    partnership: Partnership | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Partnership))
    )
    inspectorates: tuple[Inspectorate, ...] = attrs.field(
        default=(), converter=_inspectorates, validator=fields.instances(Inspectorate)
    )
    legal_basis: LegalBasis | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(LegalBasis))
    )
    visit: Visit | None = attrs.field(default=None, validator=fields.optional(fields.instance(Visit)))
    previous: PreviousInspection | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(PreviousInspection))
    )
    inspectors: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=fields.instances(Person)
    )
    scope: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
    evidence: tuple[EvidenceSource, ...] = attrs.field(
        default=(), converter=_evidence, validator=fields.instances(EvidenceSource)
    )
    judgements: tuple[Judgement, ...] = attrs.field(
        default=(), converter=_judgements, validator=fields.instances(Judgement)
    )
    findings: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=fields.instances(Finding)
    )
    declared: tuple[Declaration, ...] = attrs.field(
        default=(), converter=_declared, validator=fields.instances(Declaration)
    )
    earlier_inspections: tuple[EarlierInspection, ...] = attrs.field(
        default=(), converter=_earlier, validator=fields.instances(EarlierInspection)
    )
    obligations: tuple[Obligation, ...] = attrs.field(
        default=(), converter=_obligations, validator=fields.instances(Obligation)
    )
    contributes_to: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    publication: Publication | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Publication))
    )

    def __attrs_post_init__(self) -> None:
        if self.framework is not None and not fields.is_id(self.framework):
            expected = f"{fields.ID_RULE}, such as ofsted-ucra"
            raise fields.refuse(self, "framework", expected, self.framework)

    @property
    def id(self) -> str:
        """A readable, deterministic id made of framework, authority and first day on site.

        For example ``ofsted-ucra/879/2009-10-06``. The authority is given by its DfE code, else by
        its GSS code, else by its name in lower case with hyphens. The day is the first day of the
        visit, else the date of the letter or report. A missing part is ``unknown``.
        """
        day = self.visit.first_day if self.visit else None
        if day is None and self.publication:
            day = self.publication.date
        return f"{self.framework or 'unknown'}/{_authority_key(self.authority)}/{day or 'unknown'}"

    @property
    def finding_ids(self) -> tuple[str, ...]:
        """The id of each finding, made of the inspection's id, the category, and the position in it from 1.

        For example ``ofsted-ucra/879/2009-10-06/priority-action/2``.
        """
        base = self.id
        counts: dict[str, int] = {}
        ids: list[str] = []
        # As text: the hash and the format of an enum's member are Python functions, which take longer.
        for category in [str(finding.category) for finding in self.findings]:
            counts[category] = number = counts.get(category, 0) + 1
            ids.append(f"{base}/{category}/{number}")
        return tuple(ids)


def _authority_key(authority: Authority | None) -> str:
    if authority is None:
        return "unknown"
    code = authority.identifier(IdentifierScheme.DFE) or authority.identifier(IdentifierScheme.GSS)
    return code or re.sub("[^a-z0-9]+", "-", authority.name.lower()).strip("-") or "unknown"
