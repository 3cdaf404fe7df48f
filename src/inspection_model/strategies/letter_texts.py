"""Letters as texts, each with the record that it tells of: a known truth for every reader of letters."""

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
from inspection_model.strategies.words import words

__all__ = ["LetterText", "letter_texts", "paragraphs"]


class LetterText(NamedTuple):
    """A letter's text, and what it says.

    Attributes:
        inspection: The record.
        text: The text of the letter, as it is after the damage of a page.
    """

    inspection: Inspection
    text: str


def paragraphs() -> S[str]:
    """Draw the text of a list item: one to three whole sentences."""
    return st.lists(words("statements"), min_size=1, max_size=3).map(" ".join)


def letter_texts(
    *, inspections: S[Inspection] | None = None, damage: S[Damage] | None = None
) -> S[LetterText]:
    """Draw a record and the text of a letter that tells of it.

    The text has the damage of a page that was printed and extracted again: bullets of all kinds,
    wrapped lines, pages with their feet in the midst of an item, soft hyphens, no-break spaces, line
    ends of all kinds. No word of the record is lost by it, and no line could be read in two ways:
    ``read_letter(text).inspection == inspection``.

    Args:
        inspections: The records, of one of the package's frameworks; `printed_inspections()` of
            whole sentences when left out. A record that no letter can express, or one with items that
            are no whole sentences, is not sure to be read back.
        damage: The damage; any of `damages()` when left out, ``st.just(Damage())`` for none.

    Raises:
        InvalidArgument: If an argument is no strategy.
    """
    records = chosen("inspections", inspections, printed_inspections(items=paragraphs()))
    return st.builds(_letter_text, records, chosen("damage", damage, damages()))


def _letter_text(inspection: Inspection, damage: Damage) -> LetterText:
    record: Inspection = _spelt(inspection, damage)
    return LetterText(record, damage.apply(render_text(record)))


def _spelt(part: Any, damage: Damage) -> Any:
    """Give a part of a record with the spelling of a damage in all its texts."""
    kind = cast(Any, type(part))
    if attrs.has(kind):
        return attrs.evolve(
            part, **{f.name: _spelt(getattr(part, f.name), damage) for f in attrs.fields(kind)}
        )
    if kind is tuple:
        return tuple(_spelt(item, damage) for item in part)
    return damage.spell(part) if kind is str else part
