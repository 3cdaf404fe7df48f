"""Invented collections of documents, and the site of one with everything."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator
from pathlib import Path

import attrs
from rendering_records import FULL, as_text, filled, hostile_fillings

import inspection_model as im
from inspection_model.tables import Document

TESTS = Path(__file__).parents[1]
EXAMPLES = sorted((TESTS.parent / "examples").glob("*.txt"))
LETTERS = [*EXAMPLES, *sorted((TESTS / "reading").glob("*/*.txt"))]

PRIORITY, IMPROVEMENT = im.Category.PRIORITY_ACTION, im.Category.IMPROVEMENT
OVERSIGHT = "Oversight of visits to children by managers, so that none is late."
SIMILAR = "Oversight of visits to children by senior managers, so that none is late."
FIRST_DAY = datetime.date(2019, 3, 5)


@functools.cache
def readings() -> tuple[tuple[str, im.Reading], ...]:
    """Return invented letters and reports that were read, with the names of their files."""
    return tuple((file.name, im.read_letter_file(file)) for file in LETTERS)


def inspection(
    *findings: im.Finding,
    name: str | None = "Saltmarsh",
    on: datetime.date | None = FIRST_DAY,
    framework: str | None = "ofsted-focused-visit",
    dfe: str | None = None,
    **more: object,
) -> im.Inspection:
    """Return an inspection of an invented authority."""
    codes = [im.Identifier(scheme=im.IdentifierScheme.DFE, value=dfe)] if dfe else []
    values: dict[str, object] = {
        "framework": framework,
        "authority": im.Authority(name=name, identifiers=codes) if name else None,
        "visit": im.Visit(periods=[im.Period(start=on, end=on)]) if on else None,
        "findings": findings,
    }
    return im.Inspection(**(values | more))  # type: ignore[arg-type]


def finding(text: str = OVERSIGHT, category: im.Category = PRIORITY, **more: object) -> im.Finding:
    """Return a finding."""
    return im.Finding(category=category, text=text, **more)  # type: ignore[arg-type]


def year(number: int) -> datetime.date:
    """Return a day of a year."""
    return datetime.date(number, 3, 5)


def overall(grade: str, rank: int) -> im.Judgement:
    """Return an overall judgement."""
    return im.Judgement(
        area="overall-effectiveness",
        area_as_printed="Overall effectiveness",
        grade=grade,
        grade_as_printed=grade.capitalize(),
        rank=rank,
    )


def many_years() -> Iterator[im.Inspection]:
    """Yield the twelve inspections of one authority, some with judgements, some with priority actions."""
    grades = [("inadequate", 4), ("good", 2), ("outstanding", 1)]
    for number in range(12):
        judged = number % 4 == 3
        yield inspection(
            *(finding(f"Action {number} of {index} for the longest waits.") for index in range(number % 3)),
            finding(f"Team {number} writes plainly.", IMPROVEMENT),
            name="Upper Marrowdale and the Isles of Saint Wenmouth Metropolitan Borough Council",
            on=year(2012 + number),
            framework="ofsted-ilacs" if judged else "ofsted-focused-visit",
            judgements=[overall(*grades[number // 4])] if judged else (),
        )


def followed_up() -> Iterator[im.Inspection]:
    """Yield the inspections of an authority whose priority actions have every state."""
    carried = im.Declaration(
        category=PRIORITY, state=im.DeclarationState.CARRIED_OVER, as_printed="the areas of our last letter"
    )
    other = "Plans for care leavers are written with them, and reviewed."
    yield inspection(finding(), finding(other, parts=["by the age of 16"]), on=year(2019))
    yield inspection(
        finding(), finding("Team two writes plainly.", IMPROVEMENT), on=year(2020), declared=[carried]
    )
    yield inspection(finding(SIMILAR), on=year(2021))
    yield inspection(finding(), finding("Visits are seldom late.", im.Category.STRENGTH), on=None)


def everything() -> list[im.Inspection | im.Reading | im.History | Document | im.InspectionModelError]:
    """Return records of every sort, some with errors in their place."""
    named = [Document(record=reading, file=name) for name, reading in readings()]
    _, again = readings()[0]
    later = attrs.evolve(
        again.inspection, publication=im.Publication(title=None, date=datetime.date(2010, 1, 2))
    )
    return [
        *named,
        named[0],
        Document(record=im.loads(im.dumps(again)), file="a copy of the first.txt"),  # type: ignore[arg-type]
        attrs.evolve(later, obligations=()),
        later,
        FULL,
        *many_years(),
        im.History([*followed_up()]),
        filled([as_text(text) for text in next(hostile_fillings(1))]),
        im.Inspection(),
        im.Inspection(),
        inspection(finding("A."), name=None),
        inspection(finding("B."), on=None, framework="tidewatch-survey", name="con"),
        inspection(finding("C."), framework="tidewatch-survey", judgements=[overall("good", 2)], name="Con"),
        inspection(name="Cumberland", on=year(2024), dfe="942"),
        inspection(name="Cumbria County Council", on=year(2018), dfe="909"),
        im.read_letter("There is no letter here.\n\nIt is a list of shops."),
        im.LetterFormatError("<b>broken</b>.pdf", "the file is an HTML page, not a PDF", "fetch it again"),
        im.WorkerError("the processes cannot be started", "pass processes=1"),
        Document(record=None, file="lost.pdf"),
    ]
