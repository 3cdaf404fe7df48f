"""Printed inspections of every form."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.errors import InvalidValueError
from inspection_model.frameworks import Framework
from inspection_model.frameworks.arguments import known_frameworks
from inspection_model.model import Inspection
from inspection_model.strategies.arguments import chosen
from inspection_model.strategies.printed.letter import letters
from inspection_model.strategies.printed.report import can_be_report, reports
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.vocabulary import PublicationForm

__all__ = ["inspections_of", "printed_inspections"]

_HYPHENS = frozenset("\u00ad\ufffe\uffff")


@published("framework")
def printed_inspections(*, framework: Framework | None = None, items: S[str] | None = None) -> S[Inspection]:
    """Draw inspections that a letter or a report can express.

    Args:
        framework: The framework of the inspections; by default any shipped one.
        items: The texts of list items: findings, their parts and the scope. By default any text,
            including texts that look like headings or list markers. The rows of a table and the outcome of
            an inspection are always complete sentences.

    Raises:
        InvalidArgument: If `items` is not a strategy.
        InvalidTypeError: If `framework` is not a framework; raised when the strategy first draws.
        InvalidValueError: If its documents are reports without a title that names the authority or without
            a labelled field; raised when the strategy first draws.
    """
    where = "printed_inspections(framework)"
    known = known_frameworks(framework and [framework], where=where)
    for each in known:
        if each.form is PublicationForm.REPORT and not can_be_report(each):
            expected = "a framework whose reports have a title with {authority} and a labelled field"
            raise InvalidValueError(where, expected, repr(framework))
    # The reader removes soft hyphens, and reads the others as hyphens within a word.
    kept = chosen("items", items, texts().filter(_HYPHENS.isdisjoint))
    return inspections_of(known, kept)


def inspections_of(frameworks: Sequence[Framework], items: S[str]) -> S[Inspection]:
    """Draw inspections that a letter or a report of one of the frameworks can express."""
    forms = {PublicationForm.LETTER: letters, PublicationForm.REPORT: reports}
    return st.sampled_from(frameworks).flatmap(lambda kind: forms[kind.form](kind, items))
