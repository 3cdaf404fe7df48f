"""Hypothesis strategies for records and letters. They require the extra ``hypothesis``.

There is one function per class, named by its plural: ``inspections()``, ``findings()``, ``visits()``. Every
argument is a strategy for the field of the same name, and the repr of a strategy is the call.
`hypothesis.strategies.from_type()` and type hints of `@given` tests also work for the classes of the model
and for `Framework`, without importing this module.
"""

from importlib.util import find_spec

from inspection_model.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError("inspection_model.strategies", "hypothesis")

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
from inspection_model.strategies.damage import Damage, damages
from inspection_model.strategies.document_texts import (
    LetterText,
    ReportText,
    letter_texts,
    paragraphs,
    report_texts,
)
from inspection_model.strategies.earlier_inspection import earlier_inspections
from inspection_model.strategies.finding import declarations, findings, references
from inspection_model.strategies.frameworks import frameworks
from inspection_model.strategies.inspection import evidence_sources, inspections, legal_bases
from inspection_model.strategies.inspectorate import contacts, inspectorates
from inspection_model.strategies.judgement import judgements
from inspection_model.strategies.obligation import dues, obligations
from inspection_model.strategies.pairs import InspectionPair, inspection_pairs
from inspection_model.strategies.partnership import bodies, partnerships
from inspection_model.strategies.printed import printed_inspections
from inspection_model.strategies.publication import people, publications
from inspection_model.strategies.reading import passages, readings, remarks
from inspection_model.strategies.registry import strategy_for
from inspection_model.strategies.texts import texts
from inspection_model.strategies.visit import periods, previous_inspections, visits

__all__ = [
    "Damage",
    "InspectionPair",
    "LetterText",
    "ReportText",
    "annual_ratings",
    "authorities",
    "bodies",
    "comparisons",
    "contacts",
    "damages",
    "declaration_changes",
    "declarations",
    "dues",
    "earlier_inspections",
    "evidence_sources",
    "finding_changes",
    "findings",
    "frameworks",
    "histories",
    "identifiers",
    "inspection_pairs",
    "inspections",
    "inspectorates",
    "judgement_changes",
    "judgements",
    "legal_bases",
    "letter_texts",
    "obligations",
    "paragraphs",
    "partnerships",
    "passages",
    "people",
    "periods",
    "placed_findings",
    "previous_inspections",
    "printed_inspections",
    "publications",
    "readings",
    "references",
    "remarks",
    "report_texts",
    "strategy_for",
    "texts",
    "visits",
    "word_changes",
]
