"""From the tables of a framework's file to its grades, its areas and what else its reports have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn, TypeAlias

from inspection_model.frameworks.body_kind import BodyKind
from inspection_model.frameworks.framework import Area, Dates, Grade, JointInspectorate
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.tables import (
    AreaTable,
    BodyTable,
    DatedTable,
    FrameworkFile,
    GradeTable,
    JointInspectorateTable,
)
from inspection_model.frameworks.words import fold_heading, fold_words
from inspection_model.frameworks.written import WrittenWords
from inspection_model.model.fields import ID_RULE, is_id

__all__ = [
    "Fail",
    "areas_of",
    "bodies_of",
    "check_area",
    "grades_of",
    "headings_with_grades",
    "inspectorates_of",
    "judged_headings",
    "judgement_sentences_of",
    "written_words",
]

_GRADE = "{grade}"
_AREA = "{area}"


Fail: TypeAlias = Callable[[str, str, str], NoReturn]
"""Raises the error for a key of the file, given the key, the reason and a hint; see `fault_at()`."""


def grades_of(tables: Iterable[GradeTable], fail: Fail) -> tuple[Grade, ...]:
    """Return the grades of ``[[grade]]``, best first."""
    grades = [Grade(id=table.id, rank=table.rank, printed=table.printed) for table in tables]
    _check_printed("grade", grades, fail)
    return tuple(sorted(grades, key=lambda grade: grade.rank))


def areas_of(
    tables: Sequence[AreaTable], dates: Callable[[str, DatedTable], Dates], fail: Fail
) -> tuple[Area, ...]:
    """Return the areas of ``[[area]]``.

    Args:
        tables: The tables.
        dates: Returns the period of a table, given the path before its keys.
        fail: Raises the error for a key.
    """
    ids = {table.id for table in tables}
    areas: list[Area] = []
    for index, table in enumerate(tables):
        where = f"area[{index}]."
        check_area(f"{where}part_of", table.part_of, ids - {table.id}, fail)
        areas.append(
            Area(
                id=table.id,
                printed=tuple(words for words in table.printed if "{" not in words),
                in_sentences=tuple(words for words in table.printed if "{" in words),
                part_of=table.part_of,
                dates=dates(where, table),
            )
        )
    _check_printed("area", areas, fail)
    return tuple(areas)


def bodies_of(tables: Iterable[BodyTable], fail: Fail) -> tuple[BodyKind, ...]:
    """Return the kinds of bodies of ``[[body]]``."""
    bodies = tuple(BodyKind(id=table.id, printed=table.printed) for table in tables)
    _check_printed("body", bodies, fail)
    return bodies


def inspectorates_of(tables: Iterable[JointInspectorateTable]) -> tuple[JointInspectorate, ...]:
    """Return the inspectorates of ``[[joint_inspectorate]]``."""
    return tuple(
        JointInspectorate(name=table.name, printed=table.printed, optional=table.optional) for table in tables
    )


def written_words(file: FrameworkFile) -> WrittenWords:
    """Return the words of a report that `render_text()` writes."""
    return WrittenWords(
        grade_header=file.grade_header[:2],  # further cells are other wordings
        outcome_heading=next(iter(file.outcome_headings), None),
        # The last one is about the inspection itself, where a document has several.
        aside_heading=next(reversed(file.aside_headings), None),
        body_heading=next(iter(file.body_headings), None),
        team_heading=next(iter(file.team_headings), None),
    )


def judged_headings(area: AreaTable, file: FrameworkFile) -> tuple[str, ...]:
    """Return the headings of a judged area: each of its printed forms, a link, and a grade."""
    grades = [words for grade in file.grade for words in grade.printed]
    links = [form for link in file.grade_links for form in _forms_of_link(link)]
    return tuple(
        f"{words}{link} {grade}" for words in area.printed for link in (*links, "") for grade in grades
    )


def _forms_of_link(link: str) -> tuple[str, ...]:
    """Return what may be between an area and its grade: a space before a word, perhaps before a dash."""
    if fold_words(link) == "-":
        return f" {link}", link
    return (f" {link}",) if link[0].isalpha() else (link,)


def headings_with_grades(headings: Iterable[str], file: FrameworkFile) -> tuple[str, ...]:
    """Return headings with each printed form of a grade in the place of the slot ``grade``."""
    grades = [words for grade in file.grade for words in grade.printed]
    return tuple(
        heading.replace(_GRADE, grade)
        for heading in headings
        for grade in (grades if _GRADE in heading else ("",))
    )


def judgement_sentences_of(
    texts: Sequence[str], phrases: Callable[..., tuple[Phrase, ...]], fail: Fail
) -> tuple[Phrase, ...]:
    """Return the sentences of ``judgement_sentences``.

    Args:
        texts: The sentences.
        phrases: Makes the phrases of a key.
        fail: Raises the error for a key.
    """
    key = "judgement_sentences"
    for index, text in enumerate(texts):
        if text.count(_AREA) != 1 or not text.partition(_AREA)[2].endswith(f" {_GRADE}"):
            hint = 'write the words between them, if any: "{area} are {grade}"'
            fail(f"{key}[{index}]", f"{text!r} does not name an area and end with a grade", hint)
    return phrases(key, texts, ["area", "grade"], may_begin_with_slot=True)


def check_area(key: str, area: str | None, known: Iterable[str], fail: Fail) -> None:
    """Check that an area to which a key refers is one of those known."""
    if area is not None and area not in known:
        hint = f"choose one of {', '.join(sorted(known)) or 'the areas that [[area]] lists'}"
        fail(key, f"{area!r} is not another area of this file", hint)


def _check_printed(key: str, listed: Sequence[Grade | Area | BodyKind], fail: Fail) -> None:
    """Check that ids are ids, and that no id and no printed form belongs to two of those listed."""
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for index, each in enumerate(listed):
        where = f"{key}[{index}]"
        if not is_id(each.id) or each.id in ids:
            reason = f"is the id of another {key}" if each.id in ids else "is not a valid id"
            fail(f"{where}.id", f"{each.id!r} {reason}", f"choose another id: {ID_RULE}")
        ids.add(each.id)
        for place, words in enumerate(each.printed):
            owner = owners.setdefault(fold_heading(words), each.id)
            if owner != each.id:
                fail(f"{where}.printed[{place}]", f"{words!r} is also a form of {owner}", "list it once")
