"""Texts of letters and reports with the record that they encode, as ground truth for any parser."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, shipped_frameworks
from inspection_model.model import Inspection
from inspection_model.rendering import render_text
from inspection_model.strategies.arguments import chosen
from inspection_model.strategies.damage import Damage, damages
from inspection_model.strategies.printed import inspections_of, printed_inspections
from inspection_model.strategies.published import published
from inspection_model.strategies.words import statements
from inspection_model.vocabulary import PublicationForm

__all__ = ["LetterText", "ReportText", "letter_texts", "paragraphs", "report_texts"]


class LetterText(NamedTuple):
    """The text of a letter and the inspection that it reports.

    Attributes:
        inspection: The inspection.
        text: The text of the letter, with damage applied.
    """

    inspection: Inspection
    text: str


class ReportText(NamedTuple):
    """The text of a report and its inspection.

    Attributes:
        inspection: The inspection.
        text: The text of the report, with damage applied.
    """

    inspection: Inspection
    text: str


@published()
def paragraphs() -> S[str]:
    """Draw texts of list items: one to three complete sentences."""
    return statements()


@published()
def letter_texts(
    *, inspections: S[Inspection] | None = None, damage: S[Damage] | None = None
) -> S[LetterText]:
    """Draw inspections, each with the text of a letter that reports it.

    The text looks as if it had been extracted from a printed page: various bullets and line ends,
    wrapped lines, page breaks and page footers within items, soft hyphens and no-break spaces. No
    word is lost and no line is ambiguous: ``read_letter(text).inspection == inspection``.

    Args:
        inspections: Inspections of shipped frameworks; by default those of `printed_inspections()` that a
            letter reports and whose items are complete sentences. Inspections that a letter cannot
            express, or whose items are not complete sentences, may not be read back equal.
        damage: The damage; by default any of `damages()`. Use ``st.just(Damage())`` for none.

    Raises:
        InvalidArgument: If an argument is not a strategy.
    """
    records = chosen("inspections", inspections, _of_form(PublicationForm.LETTER))
    drawn = st.tuples(records, chosen("damage", damage, damages()))
    return drawn.map(lambda pair: LetterText(*_text(*pair, None)))


@published("framework")
def report_texts(
    *,
    framework: Framework | None = None,
    inspections: S[Inspection] | None = None,
    damage: S[Damage] | None = None,
) -> S[ReportText]:
    """Draw inspections, each with the text of its report.

    The texts have the damage of `letter_texts()`; the cells of a table are wrapped within their columns.
    ``read_letter(text, frameworks=[framework]).inspection == inspection``.

    Args:
        framework: The framework of the inspections; by default any shipped one whose documents are reports.
        inspections: Inspections of the framework; by default those of `printed_inspections()` whose items
            are complete sentences.
        damage: The damage; by default any of `damages()`. Use ``st.just(Damage())`` for none.

    Raises:
        InvalidArgument: If `inspections` or `damage` is not a strategy.
        InvalidTypeError: If `framework` is not a framework; raised when the strategy first draws.
    """
    printed = _of_form(PublicationForm.REPORT)
    if framework is not None:
        printed = printed_inspections(framework=framework, items=statements())
    drawn = st.tuples(chosen("inspections", inspections, printed), chosen("damage", damage, damages()))
    return drawn.map(lambda pair: ReportText(*_text(*pair, framework)))


def _of_form(form: PublicationForm) -> S[Inspection]:
    """Draw inspections of the shipped frameworks of a form, whose items are complete sentences."""
    return inspections_of([each for each in shipped_frameworks() if each.form is form], statements())


def _text(inspection: Inspection, damage: Damage, framework: Framework | None) -> tuple[Inspection, str]:
    record: Inspection = _spelled(inspection, damage)
    return record, damage.apply(render_text(record, framework=framework))


def _spelled(part: Any, damage: Damage) -> Any:
    """Return a copy of a record, or of a part of it, with `Damage.spell()` applied to all texts."""
    kind = cast(Any, type(part))
    if attrs.has(kind):
        return attrs.evolve(
            part, **{f.name: _spelled(getattr(part, f.name), damage) for f in attrs.fields(kind)}
        )
    if kind is tuple:
        return tuple(_spelled(item, damage) for item in part)
    return damage.spell(part) if kind is str else part
