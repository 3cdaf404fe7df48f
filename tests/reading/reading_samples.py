"""Invented letters, whole and in pieces, for the tests of reading."""

from __future__ import annotations

from pathlib import Path

import attrs

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter
from inspection_model.reading.layout.lines import Line, split_lines, unusual_characters
from inspection_model.vocabulary import PassageRole

LETTERS = Path(__file__).with_name("letters")
SAMPLES = {path.stem: path.read_bytes().decode() for path in sorted(LETTERS.glob("*.txt"))}
assert len(SAMPLES) == 4, "the invented letters are missing"


def lines_of(source: str) -> list[Line]:
    return split_lines(source, unusual_characters(source))


def focused_framework() -> Framework:
    return next(f for f in shipped_frameworks() if f.id == "ofsted-focused-visit")


def ucra_framework() -> Framework:
    return next(f for f in shipped_frameworks() if f.id == "ofsted-ucra")


def focused_letter(
    *,
    head: str = "1 March 2019\n\nMs Ida Fenwick\nDirector of Services\nOtterford City Council\n\n",
    opening: str = "on 5 and 6 February 2019.",
    before: str = "",
    body: str = "Findings\n\n- One thing was seen.\n",
    closing: str = "",
    end: str = "Yours sincerely\n\nMona Lisle\nHer Majesty's Inspector\n",
) -> str:
    """Make the text of an invented focused visit of parts that a test replaces."""
    return (
        f"{head}Dear Ms Fenwick\n\nFocused visit to Otterford children's services\n\n"
        f"This letter summarises the findings of a focused visit to Otterford {opening}\n\n"
        f"{before}\n\n{body}\n\n{closing}\n\n{end}"
    )


def ucra_letter(
    *, opening: str = "", body: str = "Strengths\n\n- One thing was seen.\n", closing: str = ""
) -> str:
    """Make the text of an invented letter of 2009 of parts that a test replaces."""
    return (
        "9 November 2009\n\nMrs Ada Quill\nDirector of Services\nNorthmere Council\n\nDear Mrs Quill\n\n"
        "Unannounced inspection of contact, referral and assessment in Northmere\n\n"
        "This letter is about children's services in Northmere which was conducted on 13 and 14 October "
        f"2009. {opening}\n\n{body}\n\n{closing}\n\nYours sincerely\n\nOtto Penn\nDivisional Manager\n"
    )


def reading_of(text: str) -> Reading:
    """Read a letter and hold the reading to the laws that every reading keeps."""
    reading = read_letter(text)
    assert "".join(text[p.start : p.end] for p in reading.passages) == text
    hold_to_rules(reading)
    return reading


def hold_to_rules(reading: Reading) -> None:
    """Build a reading, its passages and findings again: they were built without their rules being asked."""
    assert attrs.evolve(reading) == reading
    assert tuple(map(attrs.evolve, reading.passages)) == reading.passages
    assert tuple(map(attrs.evolve, reading.inspection.findings)) == reading.inspection.findings


def inspection_of(text: str) -> Inspection:
    return reading_of(text).inspection


def unread_texts(reading: Reading) -> list[str]:
    return [reading.source[p.start : p.end] for p in reading.passages if p.role == PassageRole.UNREAD]
