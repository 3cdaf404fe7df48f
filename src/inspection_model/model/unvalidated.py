"""Build records without running their validators, for values already known to be valid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from inspection_model.model.finding import Finding, Reference
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Passage, Reading, Remark
from inspection_model.vocabulary import Category

__all__ = ["draft_class", "unvalidated_finding", "unvalidated_passages", "unvalidated_reading"]


def draft_class(cls: type) -> type[Any]:
    """Return a plain class with the slots of a record class."""
    return type(cls.__name__, (), {"__slots__": cast(Any, cls).__slots__})


_DraftFinding = draft_class(Finding)
_DraftPassage = draft_class(Passage)
_DraftReading = draft_class(Reading)


def unvalidated_finding(
    *,
    category: Category,
    text: str,
    heading: str | None = None,
    number: int | None = None,
    parts: tuple[str, ...] = (),
    references: tuple[Reference, ...] = (),
) -> Finding:
    """Return a finding."""
    draft = _DraftFinding()
    draft.category, draft.text, draft.heading, draft.number = category, text, heading, number
    draft.parts, draft.responsible, draft.references = parts, (), references
    draft.__class__ = Finding
    return cast(Finding, draft)


def unvalidated_passages(spans: Iterable[tuple[int, int, str]]) -> tuple[Passage, ...]:
    """Return passages of their start, end and role."""
    passages: list[Any] = []
    for start, end, role in spans:
        draft = _DraftPassage()
        draft.start, draft.end, draft.role = start, end, role
        draft.__class__ = Passage
        passages.append(draft)
    return tuple(passages)


def unvalidated_reading(
    *, source: str, inspection: Inspection, passages: tuple[Passage, ...], remarks: tuple[Remark, ...]
) -> Reading:
    """Return a reading."""
    draft = _DraftReading()
    draft.source, draft.inspection, draft.passages, draft.remarks = source, inspection, passages, remarks
    draft.__class__ = Reading
    return cast(Reading, draft)
