"""The words for areas, grades, previous inspections and roles, which all renderings share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection_model.frameworks.framework import Framework
from inspection_model.model.judgement import Judgement
from inspection_model.model.person import Person
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.rendering.labels import labels, written_days

__all__ = ["area_words", "judgement_rows", "person_words", "previous_words", "words_of_id"]


def words_of_id(name: str) -> str:
    """Return an id as words: "help-and-protection" as "Help and protection"."""
    return name.replace("-", " ").capitalize()


def area_words(area: str, framework: Framework | None) -> str:
    """Return the framework's words for an area, or else the words of its id."""
    known = framework.area(area) if framework else None
    return known.printed[0] if known else words_of_id(area)


def judgement_rows(judgements: Iterable[Judgement], framework: Framework | None) -> Iterator[tuple[str, str]]:
    """Yield the area and the grade of each judgement, as printed if they were printed."""
    for judgement in judgements:
        area = labels().titles["whole_inspection"]
        if judgement.area_as_printed is not None:
            area = judgement.area_as_printed
        elif judgement.area is not None:
            area = area_words(judgement.area, framework)
        if judgement.part_of is not None:
            part = labels().facts["part_of"].format(area=area_words(judgement.part_of, framework))
            area = f"{area} ({part})"
        yield area, _grade(judgement, framework)


def _grade(judgement: Judgement, framework: Framework | None) -> str:
    if judgement.grade_as_printed is not None:
        return judgement.grade_as_printed
    known = framework.grade(judgement.grade) if framework else None
    return known.printed[0] if known else words_of_id(judgement.grade or "")


def previous_words(previous: PreviousInspection) -> str:
    """Return what is stated about the previous inspection, as printed if it was printed."""
    if previous.as_printed is not None:
        return previous.as_printed
    if previous.state is not None:
        return labels().previous[previous.state]
    return ", ".join(written_days(period.start, period.end) for period in previous.periods)


def person_words(person: Person) -> str:
    """Return a person's name, post and role on one line."""
    role = labels().roles[person.role] if person.role else None
    return ", ".join(filter(None, (person.name, person.post, role)))
