"""From a text to a reading, in four passes.

    source -> layout -> framework -> parts -> reading

Each pass is a function from one immutable value to the next: `lay_out`, `recognise`, `segment`, and
an extractor for each part. Reading is total: a text that is not a letter or report of a known framework
gives a reading, too; nothing is extracted from it, and a remark says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from inspection_model.checking import compare, invisible_characters
from inspection_model.frameworks.arguments import known_frameworks
from inspection_model.frameworks.framework import Framework
from inspection_model.model.characters import INVISIBLE
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading, Remark
from inspection_model.model.unvalidated import unvalidated_passages, unvalidated_reading
from inspection_model.reading.arguments import check_text, file_name_hint
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.folded_text import DROPPED, quoted
from inspection_model.reading.layout.layout import Layout, lay_out
from inspection_model.reading.parts.asides import read_asides
from inspection_model.reading.parts.authority import authority_in_subject, match_printed_authority
from inspection_model.reading.parts.closing import read_closing
from inspection_model.reading.parts.earlier import read_earlier
from inspection_model.reading.parts.front_matter import read_front_matter
from inspection_model.reading.parts.head import read_head
from inspection_model.reading.parts.opening import read_opening, read_salutation
from inspection_model.reading.parts.sections import read_sections
from inspection_model.reading.parts.signatures import read_signatures
from inspection_model.reading.passages import FURNITURE, UNREAD, Claim, dropped_characters, partition
from inspection_model.reading.recognition import recognise
from inspection_model.reading.segmentation import Parts, segment
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_letter"]

_NOT_TEXT = re.compile(f"[{DROPPED}]")


def read_letter(text: str, *, frameworks: Iterable[Framework] | None = None) -> Reading:
    """Read a letter or a report.

    Reading is total: every string gives a reading. What is not understood is a passage ``unread``
    with a remark.

    Args:
        text: The text of the letter or report.
        frameworks: The kinds of inspection to look for; those of the package if omitted. If the
            text names several, the one that it names first is used.

    Raises:
        InvalidTypeError: If the text is not a `str`, where instances of subclasses are rejected, too,
            or if ``frameworks`` is not an iterable of frameworks.
    """
    check_text(text)
    known = known_frameworks(frameworks, where="read_letter(frameworks)")
    layout = lay_out(text, known)
    framework, reason, front_matter = recognise(layout, known)
    if framework is None:
        unknown = "the text is not a letter or report of any known framework; nothing was extracted"
        message = f"{unknown}: {reason}{file_name_hint(text)}"
        remark = Remark(code=RemarkCode.FRAMEWORK_UNKNOWN, message=message)
        return _reading(layout, Inspection(), (), [remark])
    builder = InspectionBuilder(framework)
    for span in layout.furniture:
        builder.claim_span(span, FURNITURE)
    for span in layout.others:
        message = "another document is in the same text; it was not read"
        builder.remark(RemarkCode.OTHER_DOCUMENT, message, at=span)
    if not layout.has_blank_lines:
        message = "no blank lines between paragraphs; paragraph ends were inferred from line lengths"
        builder.remark(RemarkCode.PARAGRAPHS_UNCERTAIN, message)
    inspection = _extract(builder, segment(layout, framework, front_matter))
    builder.remarks += [*layout.problems, *compare(inspection, framework)]
    if INVISIBLE.search("".join(layout.unusual)):
        builder.remarks += invisible_characters(inspection)
    return _reading(layout, inspection, builder.claims, builder.remarks)


def _extract(builder: InspectionBuilder, parts: Parts) -> Inspection:
    """Take the facts of each part; return the record."""
    if parts.salutation is not None:
        read_salutation(builder, parts.salutation)
    if parts.front_matter is None:
        subject = read_opening(builder, parts.opening)
    else:
        subject = read_front_matter(builder, parts.front_matter)
    in_subject = authority_in_subject(builder, subject)
    read_sections(builder, parts.sections, is_report=parts.front_matter is not None)
    read_closing(builder, parts.closing)
    read_earlier(builder, parts.prose)
    read_asides(builder, parts.aside, parts.team, parts.bodies)
    read_head(builder, parts.head, builder.get("/authority/name"))
    read_signatures(builder, parts.signatures)
    return builder.inspection(match_printed_authority(builder, in_subject))


def _reading(
    layout: Layout, inspection: Inspection, claims: Sequence[Claim], remarks: Sequence[Remark]
) -> Reading:
    """Return the reading: the record, the partition of the source, and the remarks in its order."""
    source = layout.source
    parts = partition(source, claims)
    located = [*_located(remarks, parts)]
    if _NOT_TEXT.search("".join(layout.unusual)):
        located += _dropped(source, parts)
    if inspection.framework is not None:
        located += _unread(source, parts)
    located.sort(key=lambda remark: len(source) if remark.start is None else remark.start)
    passages = unvalidated_passages(parts)
    return unvalidated_reading(
        source=source, inspection=inspection, passages=passages, remarks=tuple(located)
    )


def _located(remarks: Sequence[Remark], parts: Iterable[Claim]) -> Iterator[Remark]:
    """Yield the remarks; one on a fact has the span of the fact's first passage."""
    spans: dict[str, tuple[int, int]] = {}
    for start, end, role in parts if remarks else ():
        pointer = role
        while pointer and pointer not in spans:
            spans[pointer] = (start, end)
            pointer = pointer.rpartition("/")[0]
    for remark in remarks:
        span = spans.get(remark.pointer or "")
        yield remark if span is None else attrs.evolve(remark, start=span[0], end=span[1])


def _unread(source: str, parts: Iterable[Claim]) -> Iterator[Remark]:
    """Yield a remark for each unread part."""
    for start, end, role in parts:
        if role == UNREAD:
            message = f'not understood: "{quoted(source[start:end])}"'
            yield Remark(code=RemarkCode.UNREAD, message=message, start=start, end=end)


def _dropped(source: str, parts: Iterable[Claim]) -> Iterator[Remark]:
    """Yield one remark for all characters that are not text."""
    dropped = dropped_characters(source, parts)
    if dropped:
        first, more = dropped[0], len(dropped) - 1
        others = f", and {more} more" if more else ""
        message = f"the character U+{ord(source[first]):04X} is not text and was left out{others}"
        yield Remark(code=RemarkCode.CONTROL_CHARACTER, message=message, start=first, end=first + 1)
