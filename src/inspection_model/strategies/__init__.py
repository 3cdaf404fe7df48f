"""Hypothesis strategies for records and letters; the extra ``hypothesis``.

One plural function a noun: ``inspections()``, ``findings()``, ``visits()``. Every argument is a
strategy for a field. With the package installed, ``@given`` knows the classes by their type hints
too, without an import of this module.
"""

from importlib.util import find_spec

from inspection_model.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError("inspection_model.strategies", "hypothesis")

from inspection_model.strategies.damage import Damage, damages
from inspection_model.strategies.letter_texts import LetterText, letter_texts, paragraphs
from inspection_model.strategies.printed import printed_inspections
from inspection_model.strategies.records import (
    annual_ratings,
    authorities,
    contacts,
    declarations,
    dues,
    evidence_sources,
    findings,
    identifiers,
    inspections,
    inspectorates,
    legal_bases,
    letters,
    obligations,
    passages,
    people,
    periods,
    readings,
    references,
    remarks,
    strategy_for,
    visits,
)
from inspection_model.strategies.texts import texts

__all__ = [
    "Damage",
    "LetterText",
    "annual_ratings",
    "authorities",
    "contacts",
    "damages",
    "declarations",
    "dues",
    "evidence_sources",
    "findings",
    "identifiers",
    "inspections",
    "inspectorates",
    "legal_bases",
    "letter_texts",
    "letters",
    "obligations",
    "paragraphs",
    "passages",
    "people",
    "periods",
    "printed_inspections",
    "readings",
    "references",
    "remarks",
    "strategy_for",
    "texts",
    "visits",
]
