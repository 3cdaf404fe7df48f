"""Letter texts paired with the record they encode, as ground truth for any letter parser."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Inspection
from inspection_model.rendering import render_text
from inspection_model.strategies.arguments import chosen
from inspection_model.strategies.damage import Damage, damages
from inspection_model.strategies.printed import printed_inspections
from inspection_model.strategies.published import published
from inspection_model.strategies.words import words

__all__ = ["LetterText", "letter_texts", "paragraphs"]


class LetterText(NamedTuple):
    """The text of a letter and the inspection that it reports.

    Attributes:
        inspection: The inspection.
        text: The text of the letter, with damage applied.
    """

    inspection: Inspection
    text: str


@published()
def paragraphs() -> S[str]:
    """Draw texts of list items: one to three complete sentences."""
    return st.lists(words("statements"), min_size=1, max_size=3).map(" ".join)


@published()
def letter_texts(
    *, inspections: S[Inspection] | None = None, damage: S[Damage] | None = None
) -> S[LetterText]:
    """Draw inspections, each with the text of a letter that reports it.

    The text looks as if it had been extracted from a printed page: various bullets and line ends,
    wrapped lines, page breaks and page footers within items, soft hyphens and no-break spaces. No
    word is lost and no line is ambiguous: ``read_letter(text).inspection == inspection``.

    Args:
        inspections: Inspections of shipped frameworks; by default `printed_inspections()` whose items
            are complete sentences. Inspections that a letter cannot express, or whose items are not
            complete sentences, may not be read back equal.
        damage: The damage; by default any of `damages()`. Use ``st.just(Damage())`` for none.

    Raises:
        InvalidArgument: If an argument is not a strategy.
    """
    records = chosen("inspections", inspections, printed_inspections(items=paragraphs()))
    return st.builds(_letter_text, records, chosen("damage", damage, damages()))


def _letter_text(inspection: Inspection, damage: Damage) -> LetterText:
    record: Inspection = _spelled(inspection, damage)
    return LetterText(record, damage.apply(render_text(record)))


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
