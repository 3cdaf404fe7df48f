"""What a person should check about the documents of a history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from inspection_model.comparing.dates import day_of
from inspection_model.comparing.lineage import authority_key
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Remark
from inspection_model.registers.authorities import find_authority
from inspection_model.registers.successions import predecessors
from inspection_model.vocabulary import IdentifierScheme, RemarkCode

__all__ = ["history_remarks", "superseded"]


def superseded(inspections: Sequence[Inspection]) -> dict[int, int]:
    """Return the indices of duplicates and earlier versions, each with the index of what replaces it."""
    found: dict[int, int] = {}
    last: dict[tuple[str, str], int] = {}
    for index in reversed(range(len(inspections))):
        key = inspections[index].id, _title(inspections[index])
        # Two documents without a date have the same id, so that only equal ones are duplicates.
        if day_of(inspections[index]) is None:
            continue
        if key in last:
            found[index] = last[key]
        last.setdefault(key, index)
    return found | _equal_undated(inspections)


def _equal_undated(inspections: Sequence[Inspection]) -> dict[int, int]:
    last: dict[Inspection, int] = {}
    found: dict[int, int] = {}
    for index in reversed(range(len(inspections))):
        if day_of(inspections[index]) is None:
            if inspections[index] in last:
                found[index] = last[inspections[index]]
            last.setdefault(inspections[index], index)
    return found


def _title(inspection: Inspection) -> str:
    title = inspection.publication.title if inspection.publication else None
    return (title or "").casefold()


def history_remarks(inspections: Sequence[Inspection]) -> tuple[Remark, ...]:
    """Return the remarks on the inspections of a history; their pointers lead into the history."""
    return (
        *_undated(inspections),
        *_repeated(inspections),
        *_several(inspections),
        *_changed(inspections),
    )


def _pointer(index: int) -> str:
    return f"/inspections/{index}"


def _undated(inspections: Sequence[Inspection]) -> Iterator[Remark]:
    for index, inspection in enumerate(inspections):
        if day_of(inspection) is None:
            yield Remark(
                code=RemarkCode.DOCUMENT_UNDATED,
                message=f"the date of {inspection.id} is not known; it is last, and no document "
                "is compared with it as earlier or later",
                pointer=_pointer(index),
            )


def _repeated(inspections: Sequence[Inspection]) -> Iterator[Remark]:
    for index, kept in sorted(superseded(inspections).items()):
        if inspections[index] == inspections[kept]:
            code, message = RemarkCode.DUPLICATE_DOCUMENT, "is there more than once; it counts once"
        else:
            code = RemarkCode.DOCUMENT_VERSIONS
            message = "has several versions; only the last of them counts, by the date of the document"
        name = inspections[index].id
        yield Remark(
            code=code, message=f"{name} {message}", pointer=_pointer(index), related=[_pointer(kept)]
        )


def _several(inspections: Sequence[Inspection]) -> Iterator[Remark]:
    """Report documents of the same kind and day that differ in authority or title."""
    groups: dict[object, list[int]] = defaultdict(list)
    left_out = superseded(inspections)
    for index, inspection in enumerate(inspections):
        day = day_of(inspection)
        if index not in left_out and day is not None:
            groups[inspection.framework, day].append(index)
    for first, *others in groups.values():
        if others:
            names = ", ".join(dict.fromkeys(inspections[index].id for index in (first, *others)))
            yield Remark(
                code=RemarkCode.SEVERAL_DOCUMENTS,
                message=f"{len(others) + 1} documents are about one kind of inspection on one day: {names}",
                pointer=_pointer(first),
                related=map(_pointer, others),
            )


def _changed(inspections: Sequence[Inspection]) -> Iterator[Remark]:
    """Report where the codes of the authority change from one document to the next."""
    named = [(index, each) for index, each in enumerate(inspections) if each.authority]
    for (before, earlier), (index, later) in pairwise(named):
        reason = _reason(earlier, later)
        if reason is not None:
            yield Remark(
                code=RemarkCode.AUTHORITY_CHANGED,
                message=f"between {earlier.id} and {later.id}, {reason}",
                pointer=f"{_pointer(index)}/authority",
                related=[f"{_pointer(before)}/authority"],
            )


def _reason(earlier: Inspection, later: Inspection) -> str | None:
    one, other = authority_key(earlier), authority_key(later)
    if one is None or other is None or one == other:
        return _boundary(earlier, later)
    (scheme, code), (other_scheme, other_code) = one, other
    if scheme == other_scheme == "dfe" and code in predecessors(other_code):
        old, new = (
            find_authority(IdentifierScheme.DFE, code),
            find_authority(IdentifierScheme.DFE, other_code),
        )
        return f"{new[-1].name} ({other_code}) took over the area of {old[-1].name} ({code}) or a part of it"
    return f"the authority changes from {_named(earlier)} to {_named(later)}; the register has no reason"


def _boundary(earlier: Inspection, later: Inspection) -> str | None:
    codes = [
        each.authority.identifier(IdentifierScheme.GSS) if each.authority else None
        for each in (earlier, later)
    ]
    if None in codes or codes[0] == codes[1]:
        return None
    return f"the boundary of the authority changed: its GSS code is {codes[1]} instead of {codes[0]}"


def _named(inspection: Inspection) -> str:
    return inspection.authority.name if inspection.authority else "no authority"
