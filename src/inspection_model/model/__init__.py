"""The records: frozen attrs classes, one concept per module."""

from inspection_model.model.authority import Authority, Identifier
from inspection_model.model.declaration import Declaration
from inspection_model.model.earlier_inspection import EarlierInspection
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding, Reference
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Contact, Inspectorate
from inspection_model.model.judgement import Judgement
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due, Obligation
from inspection_model.model.partnership import Body, Partnership
from inspection_model.model.person import Person
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.model.publication import Publication
from inspection_model.model.rating import AnnualRating
from inspection_model.model.reading import Passage, Reading, Remark
from inspection_model.model.visit import Period, Visit

__all__ = [
    "AnnualRating",
    "Authority",
    "Body",
    "Contact",
    "Declaration",
    "Due",
    "EarlierInspection",
    "EvidenceSource",
    "Finding",
    "Identifier",
    "Inspection",
    "Inspectorate",
    "Judgement",
    "LegalBasis",
    "Obligation",
    "Partnership",
    "Passage",
    "Period",
    "Person",
    "PreviousInspection",
    "Publication",
    "Reading",
    "Reference",
    "Remark",
    "Visit",
]
