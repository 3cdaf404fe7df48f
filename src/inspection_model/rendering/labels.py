"""The labels of the renderers, read from ``labels.toml``, and the format of dates and counts."""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Mapping
from typing import final

import attrs

from inspection_model.model.inspection import Inspection
from inspection_model.vocabulary import (
    MONTHS,
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    FindingChangeKind,
    IdentifierScheme,
    JudgementChangeKind,
    Mention,
    PassageRole,
    PersonRole,
    PreviousState,
    SimilarityMeasure,
)

__all__ = ["Labels", "category_counts", "labels", "month_words", "written_day", "written_days"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Labels:
    """The labels of a report.

    Attributes:
        titles: The titles of sections, by section name.
        facts: The labels of single facts, by field name.
        categories: Singular and plural label of each category.
        methods: The label of each evidence method.
        contacts: The label of each kind of contact.
        identifiers: The label of each identifier scheme.
        states: The wording of each declaration state; ``{count}`` is replaced by the stated count.
        roles: The label of each role of a person.
        previous: The wording of each state of the previous inspection.
        due: Singular and plural of each unit that is counted; a single phrase for other units.
        passages: What the passages of each role hold; the empty role is that of all facts.
        changes: The label of each kind of change of a finding.
        judgement_changes: The word for each kind of change of a judgement.
        measures: The name of each measure of similarity.
        mentions: The wording of what a later document says of an area for priority action.
    """

    titles: Mapping[str, str]
    facts: Mapping[str, str]
    categories: Mapping[Category, tuple[str, str]]
    methods: Mapping[EvidenceMethod, str]
    contacts: Mapping[ContactKind, str]
    identifiers: Mapping[IdentifierScheme, str]
    states: Mapping[DeclarationState, str]
    roles: Mapping[PersonRole, str]
    previous: Mapping[PreviousState, str]
    due: Mapping[DueUnit, tuple[str, ...]]
    passages: Mapping[str, str]
    changes: Mapping[FindingChangeKind, str]
    judgement_changes: Mapping[JudgementChangeKind, str]
    measures: Mapping[SimilarityMeasure, str]
    mentions: Mapping[Mention, str]


@functools.cache
def labels() -> Labels:
    """Return the labels from ``labels.toml``, which has one for every member of every enumeration."""
    import tomllib  # imported here because programs that do not render do not need it
    from importlib.resources import files

    toml = files("inspection_model.rendering").joinpath("labels.toml").read_text(encoding="utf-8")
    data = tomllib.loads(toml)
    return Labels(
        titles=data["titles"],
        facts=data["facts"],
        categories={member: tuple(data["categories"][member]) for member in Category},
        methods={member: data["methods"][member] for member in EvidenceMethod},
        contacts={member: data["contacts"][member] for member in ContactKind},
        identifiers={member: data["identifiers"][member] for member in IdentifierScheme},
        states={member: data["states"][member] for member in DeclarationState},
        roles={member: data["roles"][member] for member in PersonRole},
        changes={member: data["changes"][member] for member in FindingChangeKind},
        judgement_changes={member: data["judgement_changes"][member] for member in JudgementChangeKind},
        measures={member: data["measures"][member] for member in SimilarityMeasure},
        mentions={member: data["mentions"][member] for member in Mention},
        previous={member: data["previous"][member] for member in PreviousState},
        due={DueUnit(unit): tuple(words) for unit, words in data["due"].items()},
        passages={role: data["passages"][role] for role in ("", *PassageRole)},
    )


def month_words(year: int | None, month: int | None) -> str | None:
    """Return a month and its year in words, or the year alone; ``None`` without a year."""
    if year is None:
        return None
    return f"{MONTHS[month - 1]} {year}" if month else str(year)


def written_day(day: datetime.date) -> str:
    """Format a day as in an English letter, ``6 October 2009``, in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def written_days(start: datetime.date, end: datetime.date) -> str:
    """Format a range of days, ``12 March 2018 to 23 March 2018``; a single day if both ends are equal."""
    return " to ".join(dict.fromkeys(map(written_day, (start, end))))


def category_counts(inspection: Inspection) -> tuple[tuple[str, int], ...]:
    """Return the label and the number of findings of each category that has findings, in rank order."""
    counts = Counter(finding.category for finding in inspection.findings)
    return tuple(
        (labels().categories[category][counts[category] != 1], counts[category])
        for category in Category
        if counts[category]
    )
