"""Build records without running their validators, for values already known to be valid.

The caller has checked the values in another way: a decoder in C has checked their types, or the
reader has folded the texts itself. A *draft* is an instance of a plain class with the slots of a
record's class. Its slots are filled by ordinary assignment, which is the fastest way and which a
frozen class forbids; then assigning the record's class to ``__class__`` turns it into a record.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from inspection_model.model.finding import Finding, Reference
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Passage, Reading, Remark
from inspection_model.vocabulary import Category

__all__ = ["draft_class", "unvalidated_finding", "unvalidated_passages", "unvalidated_reading"]


def draft_class(cls: type) -> type[Any]:
    """Return a plain class with the slots of a class of records.

    An instance becomes a record when ``cls`` is assigned to its ``__class__``, after all of its
    slots have been filled.
    """
    return type(cls.__name__, (), {"__slots__": cast(Any, cls).__slots__})


_DraftFinding = draft_class(Finding)
_DraftPassage = draft_class(Passage)
_DraftReading = draft_class(Reading)


def unvalidated_finding(
    *,
    category: Category,
    text: str,
    area: str | None = None,
    heading: str | None = None,
    number: int | None = None,
    references: tuple[Reference, ...] = (),
    parts: tuple[str, ...] = (),
    responsible: tuple[str, ...] = (),
) -> Finding:
    """Build a finding; see `Finding` for the arguments."""
    draft = _DraftFinding()
    draft.category = category
    draft.area = area
    draft.text = text
    draft.heading = heading
    draft.number = number
    draft.parts = parts
    draft.responsible = responsible
    draft.references = references
    draft.__class__ = Finding
    return cast(Finding, draft)


def unvalidated_passages(spans: Iterable[tuple[int, int, str]]) -> tuple[Passage, ...]:
    """Build passages.

    Args:
        spans: The start, end and role of each passage.
    """
    # A letter has hundreds of passages, so they are built in one loop without a call for each.
    passages: list[Passage] = []
    for start, end, role in spans:
        draft = _DraftPassage()
        draft.start = start
        draft.end = end
        draft.role = role
        draft.__class__ = Passage
        passages.append(draft)
    return tuple(passages)


def unvalidated_reading(
    *, source: str, inspection: Inspection, passages: tuple[Passage, ...], remarks: tuple[Remark, ...]
) -> Reading:
    """Build a reading; the passages must be a partition of the source."""
    draft = _DraftReading()
    draft.source = source
    draft.inspection = inspection
    draft.passages = passages
    draft.remarks = remarks
    draft.__class__ = Reading
    return cast(Reading, draft)
