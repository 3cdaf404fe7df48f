"""Strategies for readings, their passages and their remarks."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.model import Inspection, Passage, Reading, Remark
from inspection_model.strategies.arguments import build, optional, several
from inspection_model.strategies.inspection import inspections
from inspection_model.strategies.published import published
from inspection_model.strategies.texts import texts
from inspection_model.vocabulary import PassageRole, RemarkCode

__all__ = ["passages", "readings", "remarks"]


@published()
def passages(
    *, start: S[int] | None = None, end: S[int] | None = None, role: S[str] | None = None
) -> S[Passage]:
    """Draw passages; by default the end is greater than the start."""
    build(Passage, {"start": start, "end": end, "role": role}, {})
    roles = _roles() if role is None else role
    if start is not None and end is not None:
        return st.builds(Passage, start=start, end=end, role=roles)
    spans = st.tuples(st.integers(0, 10_000) if start is None else start, st.integers(1, 500))
    if end is not None:
        spans = end.map(lambda last: (0, last))
    return st.tuples(spans, roles).map(
        lambda drawn: Passage(start=drawn[0][0], end=drawn[0][0] + drawn[0][1], role=drawn[1])
    )


def _roles() -> S[str]:
    pointers = st.integers(0, 9).map(lambda index: f"/findings/{index}/text")
    return st.sampled_from([role.value for role in PassageRole]) | pointers


@published()
def remarks(
    *,
    code: S[RemarkCode] | None = None,
    message: S[str] | None = None,
    pointer: S[str | None] | None = None,
    start: S[int | None] | None = None,
    end: S[int | None] | None = None,
    related: S[tuple[str, ...]] | None = None,
) -> S[Remark]:
    """Draw remarks; by default with both start and end, or with neither."""
    given = {
        "code": code,
        "message": message,
        "pointer": pointer,
        "start": start,
        "end": end,
        "related": related,
    }
    pointers = st.integers(0, 9).map(lambda index: f"/findings/{index}")
    default = {
        "code": st.sampled_from(RemarkCode),
        "message": texts(),
        "pointer": optional(pointers),
        "related": several(pointers, most=2),
    }
    if start is not None or end is not None:
        return build(Remark, given, default)
    build(Remark, given, default)  # rejects invalid arguments at once, not when drawing
    spans: S[Any] = st.just((None, None)) | passages().map(lambda passage: (passage.start, passage.end))
    return spans.flatmap(
        lambda span: build(Remark, given, {**default, "start": st.just(span[0]), "end": st.just(span[1])})
    )


def _several_remarks() -> S[tuple[Remark, ...]]:
    return several(remarks(), most=2)


@published()
def readings(
    *,
    source: S[str] | None = None,
    inspection: S[Inspection] | None = None,
    passages: S[tuple[Passage, ...]] | None = None,
    remarks: S[tuple[Remark, ...]] | None = None,
) -> S[Reading]:
    """Draw readings; by default the passages are a partition of the source.

    By default the source is any text, including line ends and control characters, but without lone
    surrogates, which JSON cannot represent.
    """
    given = {"source": source, "inspection": inspection, "passages": passages, "remarks": remarks}
    default = {"inspection": inspections(), "remarks": _several_remarks()}
    sources = st.text(st.characters(codec="utf-8"), max_size=60) if source is None else source
    if passages is not None:
        return build(Reading, given, {**default, "source": sources})
    build(Reading, given, default)  # rejects invalid arguments at once, not when drawing
    return sources.flatmap(
        lambda text: build(
            Reading,
            {**given, "source": st.just(text)},
            {**default, "passages": _partitions(len(text))},
        )
    )


def _partitions(length: int) -> S[tuple[Passage, ...]]:
    if length == 0:
        return st.just(())
    cuts = st.sets(st.integers(1, length - 1), max_size=5) if length > 1 else st.just(set[int]())
    roles = st.lists(_roles(), min_size=6, max_size=6)
    return st.tuples(cuts, roles).map(
        lambda drawn: tuple(
            Passage(start=start, end=end, role=role)
            for (start, end), role in zip(pairwise([0, *sorted(drawn[0]), length]), drawn[1], strict=False)
        )
    )
